package render

import (
	"regexp"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer"
)

// never is what no text may say, and why.
var never = map[string]*regexp.Regexp{
	"one is not many":                regexp.MustCompile(`(^|[ (])1 (resources|changes|stacks|outputs|[a-z]+ies|other stacks)\b`),
	"many are not one":               regexp.MustCompile(`(^|[ (])([2-9]|\d\d+) (resource|change|stack|output)\b`),
	"a type is not a name":           regexp.MustCompile(`(?i)\baws (iam|s3|ec2|vpc|kms|lb|db)\b|\b(Azurerm|Azuread|Awscc|Hcloud|Azapi)\b`),
	"acronyms are written as such":   regexp.MustCompile(`\b(Iam|Vpc|Eks|Kms|Dns|Nat|Rds|Sqs|Sns|Ecs|Ecr|Api|Acl|Id|Arn|Url|Ttl|Tls|Ssl|Ip|Vm|Xml|iam|vpc|eks|kms|dns|rds|sqs|sns|ecs|ecr|api|acl|arn|url|ttl|tls|ssl|vm|xml|json|http|https)\b`),
	"a null resource does something": regexp.MustCompile(`(?i)null resource`),
	"nothing is printed of Go":       regexp.MustCompile(`<nil>|%!|map\[|\bundefined\b`),
	"no doubled spaces":              regexp.MustCompile(`[^ ]  +[^ ]`),
	"no empty brackets":              regexp.MustCompile(`\(\)|: ,|, ,|: *\||;;|\.\.$|\( |,\)| \)`),
	"an before a vowel":              regexp.MustCompile(`\b[Aa] (a|e[^u]|i|o[^n]|EC|IAM|EKS|S3|RDS|SNS|SQS|API|HTTP|SSH|NLB|MX|ACL|Azure|Amazon|App|Entra|IP|Auto|Elasti|Event|Open|Okta|Argo)`),
	"a before a consonant":           regexp.MustCompile(`\b[Aa]n (b|c|d|g|j|k|p|q|r|t|v|w|y|z|VPC|KMS|DNS|TLS|VM|GKE|NAT|CDN|JSON|GitHub|Kubernetes|Helm|Vault|Cloud|Google)`),
	"a root stack has no name":       regexp.MustCompile("`\\.?`|\\b(in|to|of) `\\./?`"),
	"identifiers are words":          regexp.MustCompile(`\b[a-z]+_[a-z_]+\b`),
}

// same are words that may follow themselves.
var same = map[string]bool{"x": true}

// doubled returns a word that is said twice in a row.
func doubled(text string) string {
	last := ""
	for _, w := range strings.Fields(text) {
		if strings.EqualFold(w, last) && !same[strings.ToLower(strings.TrimRight(w, ".,;:"))] {
			return w
		}
		last = w
	}
	return ""
}

// span is a code span, or the code tags that stand for one in a table.
var span = regexp.MustCompile("`[^`]*`|<code>.*?</code>")

// saysNothingOdd holds a text against what no text may say.
func saysNothingOdd(t *testing.T, file, what, text string) {
	t.Helper()
	said := span.ReplaceAllString(text, "x")
	for why, pattern := range never {
		checked := said
		if strings.HasPrefix(why, "a root stack") {
			checked = text
		}
		if m := pattern.FindString(checked); m != "" {
			t.Errorf("%s: %q in the %s %q: %s", file, m, what, text, why)
		}
	}
	if w := doubled(said); w != "" {
		t.Errorf("%s: %q is doubled in the %s %q", file, w, what, text)
	}
}

func TestNothingSaysThat(t *testing.T) {
	const longestRow, longestSummary, longestTitle = 420, 700, 72
	check := func(file string, r *analyzer.Report) {
		for _, row := range ChangesRows(r) {
			saysNothingOdd(t, file, "row", row.Resources)
			if len(row.Resources) > longestRow {
				t.Errorf("%s: a row of %d bytes: %s", file, len(row.Resources), row.Resources)
			}
		}
		for entity := range strings.SplitSeq(strings.TrimSpace(KeyEntities(r)), "\n") {
			saysNothingOdd(t, file, "entity", strings.NewReplacer("- **", "", "**:", ":").Replace(entity))
		}
		saysNothingOdd(t, file, "title", Title(r))
		saysNothingOdd(t, file, "summary", Summary(r))
		if n := len(Summary(r)); n > longestSummary {
			t.Errorf("%s: a summary of %d bytes: %s", file, n, Summary(r))
		}
		if n := len([]rune(Title(r))); n > longestTitle {
			t.Errorf("%s: a title of %d letters: %s", file, n, Title(r))
		}
	}
	check("platform", platform(t))
	check("refactor", refactor(t))
	check("public", sample(t))
	for _, file := range plansOf(t) {
		for _, path := range []string{"/", "/opentofu/network"} {
			if s, _ := stackOf(t, path, file); s != nil {
				check(file, &analyzer.Report{Stacks: []*analyzer.Facts{s}})
			}
		}
	}
}
