package document_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// fragments is a full set, with a word of its own for each slot.
func fragments() map[document.Slot]string {
	return map[document.Slot]string{
		document.Title:              "Second NAT gateway",
		document.SpecID:             "SPEC-0007",
		document.Issue:              "[#412](https://github.com/acme/platform/issues/412)",
		document.Status:             "Draft",
		document.Author:             "Ada",
		document.Created:            "2026-11-23",
		document.Updated:            "2026-11-23",
		document.Summary:            "Adds a second NAT gateway.\nFour stacks change.",
		document.BlastRadius:        "2 stacks and 6 resources beyond those that change.",
		document.RollbackComplexity: "Moderate: the address changes again.",
		document.Downtime:           "Maintenance Window: destroyed before created.",
		document.CostLine:           "+$32.85 a month (NAT gateway), see Cost Impact",
		document.Clarifications:     "- [NEEDS CLARIFICATION: Is the outage agreed?]\n- [NEEDS CLARIFICATION: Is the stack left out\n  on purpose?]\n",
		document.Diagram:            "```mermaid\nflowchart TD\n  a --> b\n```\n",
		document.Changes: "| Stack | Action | Resources Affected |\n|-------|--------|-------------------|\n" +
			"| `opentofu/network/` | Add | New NAT gateway, new elastic IP |\n| `opentofu/openbao/cluster/` | Replace | Network load balancer (name) |\n",
		document.ChangesText:     "1 stack without changes: `opentofu/openbao/management`.\n\n<details><summary>All 14 changes by address</summary>\n\n- `aws_lb.a`\n\n</details>\n",
		document.Backend:         "S3 (existing), one key per stack",
		document.StateLock:       "S3 lockfile (`use_lockfile`, existing)",
		document.Migration:       "Yes, in `opentofu/eks/init`, before apply:\n\n```hcl\nmoved {\n  from = aws_kms_key.eks\n  to   = module.encryption.aws_kms_key.this\n}\n```\n",
		document.Entities:        "- **NAT gateway**: the way out\n- **Load balancer**: in front of OpenBao",
		document.Prerequisites:   "- [ ] The remote state of `opentofu/network`",
		document.Dependents:      "- [ ] `opentofu/openbao/management` reads its address",
		document.Apply:           "Apply in this order:\n\n1. `opentofu/network`\n2. `opentofu/openbao/cluster`",
		document.Rollback:        "1. Revert the commit\n2. Apply again",
		document.CostTable:       "| Resource | Monthly Cost | Notes |\n|---|---|---|\n| NAT gateway | +$32.85 | per zone |\n| **Total Delta** | **+$32.85** | |",
		document.CostText:        "Not priced: 1 resource.",
		document.References:      "[opentofu/network](../../../opentofu/network)",
		document.HintAtRest:      "- `aws_kms_key.eks` is scheduled for deletion",
		document.HintState:       "- A `moved` block is missing",
		document.HintScanner:     "- 2 findings",
		document.HintPrivilege:   "- wildcard in `aws_iam_policy.a`",
		document.HintExposure:    "- open ingress",
		document.HintInTransit:   "- plain HTTP",
		document.HintLogging:     "- logging goes",
		document.HintMonitoring:  "- new alarms wanted",
		document.HintRecovery:    "- no snapshot",
		document.HintRollback:    "- cannot come back",
		document.HintValidate:    "- valid",
		document.HintPreview:     "- 1 stack has no plan",
		document.HintCost:        "- from Infracost",
		document.HintIdempotence: "- a trigger is `timestamp()`",
	}
}

func seed(t testing.TB) []byte {
	t.Helper()
	src, err := os.ReadFile("../template/spec-infrastructure.md")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestSeedTemplateHasEverySlot(t *testing.T) {
	found := map[document.Slot]bool{}
	for _, s := range document.Parse(seed(t)).Slots() {
		found[s.Slot] = true
	}
	for _, s := range document.Names() {
		if !found[s] {
			t.Errorf("the seed template has no slot %s", s)
		}
	}
}

func TestFillTwiceIsFillOnce(t *testing.T) {
	once, res := document.Parse(seed(t)).Fill(fragments(), document.AsTemplate())
	for _, r := range res {
		if r.State != document.Written {
			t.Errorf("%s: %s (%s)", r.Slot, r.State, r.Why)
		}
	}
	twice, res := document.Parse(once).Fill(fragments(), document.Against(document.Parse(seed(t))))
	for _, r := range res {
		if r.State != document.Unchanged {
			t.Errorf("second run, %s: %s (%s)\nwas   %q\nfresh %q", r.Slot, r.State, r.Why, r.Was, r.Fresh)
		}
	}
	if string(once) != string(twice) {
		t.Errorf("the second run changed the document:\n%s", twice)
	}
	if os.Getenv("SHOW") != "" {
		t.Log("\n" + string(once))
	}
	if strings.Count(string(once), "<!-- tofuspec:") != 1 {
		t.Error("want one bookkeeping comment")
	}
}
