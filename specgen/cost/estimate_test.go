package cost_test

import (
	"errors"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/cost"
)

const diff = `{"version":"0.2","currency":"EUR","diffTotalMonthlyCost":"32.85","pastTotalMonthlyCost":"100","totalMonthlyCost":"132.85",
"projects":[{"name":"opentofu/network","breakdown":{"resources":[{"name":"aws_nat_gateway.b","resourceType":"aws_nat_gateway","monthlyCost":"32.85"},
{"name":"aws_s3_bucket.logs","resourceType":"aws_s3_bucket","monthlyCost":null}],"unsupportedResourceCounts":{"aws_x":2}},
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

func TestTwoScansAreSubtracted(t *testing.T) {
	before := `{"currency":"USD","projects":[{"project_name":"net","resources":[{"name":"aws_nat_gateway.a","type":"aws_nat_gateway","monthly_cost":"32.85"},{"name":"aws_lb.old","type":"aws_lb","cost_components":[{"monthly_cost":16.2},{"monthly_cost":"0.225"}]}]}]}`
	after := `{"currency":"USD","projects":[{"project_name":"net","resources":[{"name":"aws_nat_gateway.a","type":"aws_nat_gateway","monthly_cost":"32.85"},{"name":"aws_nat_gateway.b","type":"aws_nat_gateway","monthly_cost":32.85},{"name":"aws_q","type":"aws_q"}]}]}`
	e, err := cost.Read([]byte(after), []byte(before))
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Delta.FloatString(3); got != "16.425" || len(e.Resources) != 2 || e.Past.FloatString(3) != "49.275" {
		t.Errorf("delta %s of %+v", got, e)
	}
	if e.Unpriced["aws_q"] != 1 {
		t.Errorf("unpriced %v", e.Unpriced)
	}
	if _, err := cost.Read([]byte(after), nil); err == nil {
		t.Error("one scan of the present has no difference: want an error that says so")
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
