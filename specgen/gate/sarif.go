package gate

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"strings"
)

// The parts of SARIF 2.1.0 that we write (docs.oasis-open.org/sarif).
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool    sarifTool     `json:"tool"`
	Columns string        `json:"columnKind"`
	Results []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
	Help  sarifText `json:"help"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule         string             `json:"ruleId"`
	Index        int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical  `json:"physicalLocation"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	Line int `json:"startLine"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

// SARIF writes a SARIF 2.1.0 log. Accepted crossings are in it as suppressed.
func (w Writer) SARIF(out io.Writer, r *Result) error {
	driver := sarifDriver{Name: "tofuspec", Version: w.Version}
	for _, d := range rules {
		driver.Rules = append(driver.Rules, sarifRule{ID: string(d.Threshold), Short: sarifText{d.Short}, Help: sarifText{d.Help}})
	}
	run := sarifRun{Tool: sarifTool{driver}, Columns: "unicodeCodePoints", Results: []sarifResult{}}
	for _, c := range r.Crossings {
		run.Results = append(run.Results, w.result(c))
	}
	for _, c := range r.Accepted {
		res := w.result(c)
		res.Suppressions = []sarifSuppression{{Kind: "external", Justification: c.Accepted}}
		run.Results = append(run.Results, res)
	}
	return encode(out, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func (w Writer) result(c Crossing) sarifResult {
	text := c.Text
	if p := place(c); p != "" {
		text = p + ": " + text
	}
	file, line := w.place(c)
	loc := sarifLocation{Physical: sarifPhysical{sarifArtifact{uri(file)}, sarifRegion{line}}}
	if c.Address != "" {
		loc.Logical = []sarifLogical{{Name: c.Address, Kind: "resource"}}
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{string(c.Threshold), c.Stack, c.Address, c.Text}, "\x00")))
	return sarifResult{
		Rule: string(c.Threshold), Index: rank(c.Threshold), Level: "error", Message: sarifText{text},
		Locations: []sarifLocation{loc}, Fingerprints: map[string]string{"tofuspec/v1": hex.EncodeToString(sum[:16])},
	}
}

// uri writes a path as a relative reference.
func uri(p string) string {
	return strings.TrimPrefix((&url.URL{Path: p}).String(), "./")
}
