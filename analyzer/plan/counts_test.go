package plan

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestCountsAgreeWithThePlanLine compares the counts with the "Plan:" line that
// the tool printed for the same plan. A plan without that line counts nothing.
func TestCountsAgreeWithThePlanLine(t *testing.T) {
	line := regexp.MustCompile(`(?m)^Plan: .*$`)
	n := 0
	for _, name := range samples(t) {
		human, err := os.ReadFile(strings.TrimSuffix(name, ".json") + ".human.txt")
		if err != nil {
			continue
		}
		n++
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		p, diags := Read(context.Background(), f, Options{})
		f.Close()
		if diags.HasErrors() {
			t.Fatalf("%s: %v", name, diags)
		}
		c := p.Counts
		got := fmt.Sprintf("%d to add, %d to change, %d to destroy", c.Add, c.Change, c.Destroy)
		if c.Import > 0 {
			got = fmt.Sprintf("%d to import, ", c.Import) + got
		}
		if c.Forget > 0 && p.Tool == ToolTofu { // Terraform's line does not speak of them
			got += fmt.Sprintf(", %d to forget", c.Forget)
		}
		want := strings.TrimSuffix(strings.TrimPrefix(string(line.Find(human)), "Plan: "), ".")
		if want == "" {
			c.Import, c.NoOp, c.Output, c.Read, c.Drift, c.Move = 0, 0, 0, 0, 0, 0
			if c != (Counts{}) {
				t.Errorf("%s: counted %+v, the tool has no line", name, c)
			}
		} else if got != want {
			t.Errorf("%s: counted %q, the tool %q", name, got, want)
		}
	}
	if n < 10 {
		t.Errorf("only %d plans with the tool's own words", n)
	}
}
