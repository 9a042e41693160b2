package risk

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// ask puts the questions that plans and files leave open, the weightiest
// first: what is lost, what is down, what is exposed, what is not known.
func (a *Assessment) ask(facts []*Facts, missing []Missing, g *depend.Graph) {
	seen := map[Question]bool{}
	put := func(stack, addr, called, text string) {
		q := Question{Stack: stack, Address: addr, Called: called, Text: text}
		if !seen[q] {
			seen[q] = true
			a.Questions = append(a.Questions, q)
		}
	}
	changes := func(f func(stack string, c *Change)) {
		for _, s := range facts {
			for i := range s.Changes {
				f(s.Stack, &s.Changes[i])
			}
		}
	}
	changes(func(stack string, c *Change) {
		if !c.destroys() {
			return
		}
		does := "is destroyed"
		if c.Action == plan.ActionReplace {
			does = "is replaced"
		}
		switch {
		case c.PreventDestroy:
			put(stack, c.Address, c.Called, does+" although prevent_destroy is set. Which of the two is meant?")
		case c.guarded(catalog.DeletionProtection):
			put(stack, c.Address, c.Called, does+" while deletion protection is on, so that the apply will be refused. Should it be switched off first, in a change of its own?")
		case c.has(catalog.DataLoss) && (c.Category == catalog.Encryption || rollback(c).level == 3 || refills[c.Category]):
			put(stack, c.Address, c.Called, does+askLoss(c.Category))
		case !c.Known && c.Category != catalog.Helper:
			put(stack, c.Address, c.Called, does+", and nothing is known of its type. What does it hold, and who uses it?")
		}
	})
	changes(func(stack string, c *Change) {
		if c.Action == plan.ActionReplace && !c.CreateFirst && c.Known && !c.Part && downtime(c).level > 0 {
			put(stack, c.Address, c.Called, "is replaced, old before new. Is the outage agreed, or should it be create_before_destroy?")
		}
		if c.OneWay != "" && !c.Grows {
			put(stack, c.Address, c.Called, "changes in a way that cannot be taken back: "+c.OneWay+". Has it been tried elsewhere?")
		}
	})
	for _, f := range a.Findings {
		if f.Kind == "open ingress" || f.Kind == "public access" || f.Kind == "wildcard policy" {
			put(f.Stack, f.Address, f.Called, f.Text+". Is that meant?")
		}
	}
	for _, m := range missing {
		switch m.Kind {
		case "missing":
			put(m.Stack, "", "", "has no plan. Is the stack left out on purpose?")
		case "unreadable":
			put(m.Stack, "", "", "has a plan that could not be read. What does it change?")
		case "errored":
			put(m.Stack, "", "", "has a plan that failed half-way. What would the rest of it change?")
		case "partial":
			put(m.Stack, "", "", "has a plan that covers only a part of it. Is the rest left out on purpose?")
		}
	}
	a.askByName(facts, g, put)
	for _, f := range facts {
		for _, check := range f.Failed {
			put(f.Stack, check, "", "does not hold. Is it known why?")
		}
	}
}

// askLoss asks about what is lost with an object of a category.
func askLoss(c catalog.Category) string {
	switch c {
	case catalog.Encryption:
		return ". Is anything still encrypted with it, backups included?"
	case catalog.Compute:
		return " with its disks. Does anything live only there?"
	case catalog.Cache:
		return " with what it holds. Does anything live only there?"
	case catalog.DNS:
		return " with its records. Are all of them in code?"
	case catalog.Messaging:
		return " with what is still in it. Is it drained first?"
	case catalog.Observability, catalog.Audit:
		return " with what it has recorded. Is that kept elsewhere?"
	}
	return " with what it holds. Is there a backup that has been tried?"
}

// maxByName bounds the questions about stacks that only a name ties together.
const maxByName = 3

// askByName asks whether a stack depends on an object that goes, where nothing
// but a name speaks for it. What is known to depend on that stack anyway is not
// asked about.
func (a *Assessment) askByName(facts []*Facts, g *depend.Graph, put func(stack, addr, called, text string)) {
	known := map[[2]string]bool{}
	for _, l := range g.Links {
		if l.Strength == depend.Proof || l.Strength == depend.Strong {
			known[[2]string{l.From, l.To}] = true
		}
	}
	n := 0
	for _, f := range facts {
		for i := range f.Changes {
			c := &f.Changes[i]
			at := g.Node(f.Stack, c.Address)
			if at < 0 || !c.destroys() {
				continue
			}
			for _, e := range g.Into(at) {
				from := &g.Nodes[e.From]
				if e.Strength != depend.Likely || from.Stack == f.Stack || known[[2]string{from.Stack, f.Stack}] || n == maxByName {
					continue
				}
				n++
				known[[2]string{from.Stack, f.Stack}] = true
				does := "is destroyed"
				if c.Action == plan.ActionReplace {
					does = "is replaced"
				}
				put(f.Stack, c.Address, c.Called, does+", and "+from.Address+" in "+strings.Trim(from.Stack, "/")+" "+e.Text+". Does it use that one?")
			}
		}
	}
}
