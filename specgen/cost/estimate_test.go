package cost_test

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/cost"
)

const diff = `{"version":"0.2","metadata":{"infracostCommand":"diff"},"currency":"EUR","diffTotalMonthlyCost":"32.85","pastTotalMonthlyCost":"100","totalMonthlyCost":"132.85",
"projects":[{"name":"opentofu/network","breakdown":{"resources":[{"name":"aws_nat_gateway.b","resourceType":"aws_nat_gateway","monthlyCost":"32.85"},
{"name":"aws_s3_bucket.logs","resourceType":"aws_s3_bucket","monthlyCost":null}]},"summary":{"unsupportedResourceCounts":{"aws_x":2},"noPriceResourceCounts":{"aws_vpc":9}},
"diff":{"resources":[{"name":"aws_nat_gateway.b","resourceType":"aws_nat_gateway","monthlyCost":"35.04"},{"name":"aws_eip.a","monthlyCost":"-2.19"},{"name":"aws_vpc.a","monthlyCost":"0"}]}}]}`

func TestReadDifference(t *testing.T) {
	e, err := cost.Read([]byte(diff), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Delta.FloatString(2); got != "32.85" || e.Currency != "EUR" || e.Total.FloatString(2) != "132.85" {
		t.Errorf("delta %s %s, total %v", got, e.Currency, e.Total)
	}
	if len(e.Resources) != 2 || e.Resources[0].Address != "aws_nat_gateway.b" || e.Resources[1].Type != "aws_eip" {
		t.Errorf("resources %+v; want the largest first and none that stays the same", e.Resources)
	}
	if e.Unpriced["aws_x"] != 2 || e.Unpriced["aws_s3_bucket"] != 1 {
		t.Errorf("unpriced %v; what has no price is counted", e.Unpriced)
	}
}

// scan is a file of Infracost 2.x with one project.
func scan(name string, resources ...string) string {
	return `{"currency":"USD","summary":{"projects":1,"total_monthly_cost":"1"},"projects":[{"project_name":"` + name + `","path":"live/net","finops_results":[],"resources":[` + strings.Join(resources, ",") + `]}]}`
}

// priced is a resource with one component.
func priced(name, kind, price, quantity, total string) string {
	return fmt.Sprintf(`{"name":%q,"type":%q,"is_supported":true,"is_free":false,"metadata":{},"cost_components":[{"name":"Hours","unit":"hours","price":%q,"quantity":%q,"base_monthly_cost":%[5]q,"usage_monthly_cost":"0","total_monthly_cost":%[5]q}]}`, name, kind, price, quantity, total)
}

func TestTwoScansAreSubtracted(t *testing.T) {
	gateway := priced("aws_nat_gateway.a", "aws_nat_gateway", "0.045", "730", "32.85")
	before := scan("base/net", gateway, `{"name":"aws_lb.old","type":"aws_lb","is_supported":true,"is_free":false,"cost_components":[{"name":"a","price":"1","quantity":"16.2","total_monthly_cost":"16.2"}],"subresources":[{"name":"b","type":"b","is_supported":true,"cost_components":[{"total_monthly_cost":"0.225"}]}]}`)
	after := scan("net", gateway, priced("aws_nat_gateway.b", "aws_nat_gateway", "0.045", "730", "32.85"),
		`{"name":"aws_q.a","type":"aws_q","is_supported":false,"is_free":false}`, `{"name":"aws_vpc.a","type":"aws_vpc","is_supported":true,"is_free":true}`,
		priced("aws_lambda_function.a", "aws_lambda_function", "0.2", "0", "0"))
	e, err := cost.Read([]byte(after), []byte(before))
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Delta.FloatString(3); got != "16.425" || len(e.Resources) != 2 || e.Past.FloatString(3) != "49.275" {
		t.Errorf("delta %s of %+v", got, e)
	}
	if want := map[string]int{"aws_q": 1, "aws_lambda_function": 1}; !maps.Equal(e.Unpriced, want) {
		t.Errorf("unpriced %v, want %v: what is not supported, and what costs by a use that is not told; not what is free", e.Unpriced, want)
	}
	if _, err := cost.Read([]byte(after), nil); err == nil {
		t.Error("one scan of the present has no difference: want an error that says so")
	}
	broken := `{"currency":"USD","projects":[{"project_name":"net","resources":[],"diagnostics":[{"message":"x","severity":"critical"}]}]}`
	if e, err := cost.Read([]byte(after), []byte(broken)); err != nil || len(e.Failed) != 1 || e.Delta.Sign() != 0 {
		t.Errorf("%+v, %v; a project that failed before is no project that cost nothing", e, err)
	}
}

// TestPresentIsNoDifference reads what `infracost breakdown` writes: of a
// folder, its difference is from nothing or from itself, and says nothing.
func TestPresentIsNoDifference(t *testing.T) {
	const row = `{"resources":[{"name":"aws_lb.a","resourceType":"aws_lb","monthlyCost":"16.2"}],"totalMonthlyCost":"16.2"}`
	doc := func(command, kind, past, diff string) []byte {
		return []byte(`{"version":"0.2","metadata":{"infracostCommand":"` + command + `"},"currency":"USD","diffTotalMonthlyCost":"16.2","projects":[{"name":"/home/ci/net","metadata":{"type":"` + kind + `","vcsSubPath":"net"},"pastBreakdown":` + past + `,"breakdown":` + row + `,"diff":` + diff + `}]}`)
	}
	const none = `{"resources":[],"totalMonthlyCost":"0"}`
	for _, tc := range []struct {
		command, kind, past, diff string
		ok                        bool
		why                       string
	}{
		{"breakdown", "terraform_dir", none, row, false, "a folder has no past: everything would be new"},
		{"breakdown", "terragrunt_dir", row, none, false, "a folder against itself: nothing would change"},
		{"breakdown", "terraform_plan_json", none, row, true, "a plan knows what was before"},
		{"diff", "terraform_dir", none, row, true, "a folder compared with another run"},
		{"output", "terraform_dir", row, row, true, "joined from runs that were compared"},
		{"output", "terraform_dir", none, row, false, "joined from runs that were not"},
	} {
		e, err := cost.Read(doc(tc.command, tc.kind, tc.past, tc.diff), nil)
		if (err == nil) != tc.ok {
			t.Errorf("%s of %s: %v; want ok %v: %s", tc.command, tc.kind, err, tc.ok, tc.why)
		} else if err == nil && (e.Delta.FloatString(1) != "16.2" || e.Resources[0].Project != "net") {
			t.Errorf("%s of %s: %+v", tc.command, tc.kind, e)
		}
	}
}

func TestFailedProjects(t *testing.T) {
	src := strings.Replace(diff, `"projects":[`, `"projects":[{"name":"dev","metadata":{"type":"terraform_dir","errors":[{"code":1,"message":"x"}]},"breakdown":{"resources":[]},"diff":{"resources":[]}},`, 1)
	e, err := cost.Read([]byte(src), nil)
	if err != nil || len(e.Failed) != 1 || e.Failed[0] != "dev" || e.Total != nil {
		t.Errorf("%+v, %v; want the project told, and no total that lacks it", e, err)
	}
}

func TestNotACostFile(t *testing.T) {
	for _, src := range []string{"", "{", "[]", `{"format_version":"1.2"}`, `{"projects":[{"diff":{"resources":[{"monthlyCost":"1e999999"}]}}]}`, `{"projects":[{"diff":{"resources":[{"monthlyCost":"1/3"}]}}]}`} {
		if e, err := cost.Read([]byte(src), nil); err == nil {
			t.Errorf("Read(%q) = %+v, want an error", src, e)
		}
	}
	if _, err := cost.Read([]byte(`{}`), nil); !errors.Is(err, cost.ErrNotInfracost) {
		t.Errorf("err = %v", err)
	}
}

func TestMerge(t *testing.T) {
	a, err := cost.Read([]byte(diff), nil)
	if err != nil {
		t.Fatal(err)
	}
	m, err := cost.Merge([]*cost.Estimate{a, a})
	if err != nil || m.Delta.FloatString(2) != "65.70" || len(m.Resources) != 4 || m.Unpriced["aws_x"] != 4 {
		t.Errorf("%+v, %v", m, err)
	}
	b := *a
	b.Currency = "USD"
	if _, err := cost.Merge([]*cost.Estimate{a, &b}); err == nil {
		t.Error("two currencies cannot be added up")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(diff), []byte("{}"))
	f.Fuzz(func(_ *testing.T, src, past []byte) {
		_, _ = cost.Read(src, nil)
		_, _ = cost.Read(src, past)
	})
}
