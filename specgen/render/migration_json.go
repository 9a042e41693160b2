package render

import (
	"encoding/json"
	"io"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/migration"
)

// MigrationVersion is the version of the document that `migrate --format
// json` writes.
const MigrationVersion = 1

// MigrationJSON is that document. Stack paths are as Terramate writes them,
// with a leading slash; moves hold instance addresses.
type MigrationJSON struct {
	FormatVersion int               `json:"format_version"`
	Required      bool              `json:"migration_required"`
	Undecided     bool              `json:"undecided"`
	StateChanges  bool              `json:"state_changes"`
	Level         string            `json:"level"`
	Kinds         []string          `json:"kinds"`
	Reasons       []reasonJSON      `json:"reasons"`
	Moves         []moveJSON        `json:"moves"`
	Ambiguous     []groupJSON       `json:"ambiguous"`
	Handled       []handledJSON     `json:"handled"`
	Actions       []actionJSON      `json:"actions"`
	Blocks        map[string]string `json:"blocks"`
	Commands      []string          `json:"commands"`
}

type reasonJSON struct {
	Stack      string         `json:"stack"`
	Kind       string         `json:"kind"`
	Text       string         `json:"text"`
	Undecided  bool           `json:"undecided,omitempty"`
	Confidence string         `json:"confidence"`
	Evidence   []evidenceJSON `json:"evidence"`
}

type moveJSON struct {
	FromStack  string         `json:"from_stack"`
	From       string         `json:"from"`
	ToStack    string         `json:"to_stack"`
	To         string         `json:"to"`
	Confidence string         `json:"confidence"`
	Evidence   []evidenceJSON `json:"evidence"`
}

type evidenceJSON struct {
	Stack   string `json:"stack,omitempty"`
	Pointer string `json:"pointer,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Text    string `json:"text"`
}

type groupJSON struct {
	FromStack string   `json:"from_stack"`
	From      []string `json:"from"`
	ToStack   string   `json:"to_stack"`
	To        []string `json:"to"`
	Why       string   `json:"why"`
	Optional  bool     `json:"optional"`
}

type handledJSON struct {
	Stack   string `json:"stack"`
	Kind    string `json:"kind"`
	Implied bool   `json:"implied"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Note    string `json:"note,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
}

type actionJSON struct {
	Stack string `json:"stack"`
	Text  string `json:"text"`
}

// NewMigrationJSON makes the document of a verdict.
func NewMigrationJSON(v *migration.Verdict) MigrationJSON {
	out := MigrationJSON{
		FormatVersion: MigrationVersion,
		Required:      v.Required, Undecided: v.Undecided, StateChanges: v.StateChanges, Level: v.Level,
		Kinds: append([]string{}, v.Kinds...), Reasons: []reasonJSON{}, Moves: []moveJSON{}, Ambiguous: []groupJSON{},
		Handled: []handledJSON{}, Actions: []actionJSON{}, Blocks: map[string]string{}, Commands: []string{},
	}
	for _, r := range v.Reasons {
		out.Reasons = append(out.Reasons, reasonJSON{r.Stack, r.Kind, r.Text, r.Undecided, string(r.Confidence), refsJSON(r.Evidence)})
	}
	for _, m := range v.Moves {
		out.Moves = append(out.Moves, moveJSON{m.FromStack, m.From, m.ToStack, m.To, string(m.Confidence), refsJSON(m.Evidence)})
	}
	for _, g := range v.Ambiguous {
		out.Ambiguous = append(out.Ambiguous, groupJSON{g.FromStack, g.From, g.ToStack, g.To, g.Why, g.Optional})
	}
	for _, h := range v.Handled {
		out.Handled = append(out.Handled, handledJSON(h))
	}
	for _, a := range v.Actions {
		out.Actions = append(out.Actions, actionJSON(a))
	}
	for s, b := range v.Blocks {
		out.Blocks[s] = b
	}
	for _, c := range v.Commands {
		out.Commands = append(out.Commands, c.Line)
	}
	return out
}

func refsJSON(in []evidence.Ref) []evidenceJSON {
	out := []evidenceJSON{}
	for _, r := range in {
		out = append(out, evidenceJSON{r.Stack, r.Pointer, r.File, r.Line, r.Text})
	}
	return out
}

// WriteMigrationJSON writes the verdict as JSON.
func WriteMigrationJSON(w io.Writer, v *migration.Verdict) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(NewMigrationJSON(v))
}
