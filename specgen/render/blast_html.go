package render

import (
	_ "embed"
	"html/template"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

//go:embed blast.html.tmpl
var blastPage string

// An htmlPage is what the template of the HTML form shows. Everything in it is plain
// text; the template escapes it for where it lands.
type htmlPage struct {
	Title    string
	Summary  string
	Cards    []card
	Stacks   []pageStack
	Quiet    int
	Links    []pageLink
	Findings []pageLine
	Unknown  []string
	Asked    []pageLine
}

// A card is one judgement with its grounds.
type card struct {
	Name, Level string
	Grade       int // 0 the lightest to 3
	Why         []pageLine
	More        int
}

// A pageLine is a sentence about an object.
type pageLine struct{ Stack, Address, Text string }

type pageStack struct {
	Path, ID, Counts, Reach string
	Kind                    string // "replaced", "changed" or "affected"
	Roots                   []*pageNode
}

// A pageNode is an object in the tree of a stack.
type pageNode struct {
	Symbol, Word, Address, Stack, Text, Via, Strength, Why string
	Below                                                  []*pageNode
	Folded                                                 int
}

type pageLink struct{ From, To, Via, Strength, Text, Place string }

// maxLinksShown bounds the table of links between stacks.
const maxLinksShown = 200

// BlastHTML writes the radius as one HTML page that needs nothing beside it:
// no script, no font, no picture.
func BlastHTML(r *analyzer.Report, o BlastOptions) ([]byte, error) {
	t, err := template.New("blast").Parse(blastPage)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if err := t.Execute(&b, newPage(r, o)); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}

func newPage(r *analyzer.Report, o BlastOptions) *htmlPage {
	p := &htmlPage{Title: "Blast radius"}
	trees := map[string][]*root{}
	for _, t := range roots(r, o) {
		trees[t.stack] = append(trees[t.stack], t)
	}
	changes := 0
	for _, f := range asked(r, o) {
		if len(trees[f.Stack.Path]) == 0 {
			p.Quiet++
			continue
		}
		changes += len(f.Risk.Changes)
		p.Stacks = append(p.Stacks, newPageStack(r, f, trees[f.Stack.Path]))
	}
	if len(p.Stacks) == 0 {
		p.Summary = capital(calm(r)) + ", as far as the plans tell."
	} else {
		p.Summary = count(changes, "change", "changes") + " in " + count(len(p.Stacks), "stack", "stacks") + "; beyond them " +
			count(len(r.Risk.Radius.Stacks), "stack", "stacks") + " and " + count(r.Risk.Radius.Resources, "resource", "resources") + " are reached."
	}
	p.Cards = []card{
		newCard("Rollback", string(r.Risk.Rollback), r.Risk.Rollback.Level(), r.Risk.RollbackWhy),
		newCard("Downtime", string(r.Risk.Downtime), r.Risk.Downtime.Level(), r.Risk.DowntimeWhy),
		{Name: "Confidence", Level: confidenceWord(r.Risk.Confidence)},
	}
	sure := &p.Cards[len(p.Cards)-1]
	for i := range r.Risk.Unknown[:min(2, len(r.Risk.Unknown))] {
		sure.Why = append(sure.Why, pageLine{Text: clean(plainReason(&r.Risk.Unknown[i]))})
	}
	sure.Why = append(sure.Why, pageLine{Text: "A plan alone proves no change safe."})
	for i := range r.Risk.Findings {
		f := &r.Risk.Findings[i]
		p.Findings = append(p.Findings, pageLine{bare(f.Stack), clean(f.Address), capital(f.Kind) + ": " + clean(f.Text)})
	}
	for i := range r.Risk.Unknown {
		p.Unknown = append(p.Unknown, clean(plainReason(&r.Risk.Unknown[i])))
	}
	for _, q := range r.Risk.Questions {
		p.Asked = append(p.Asked, pageLine{bare(q.Stack), clean(q.Address), clean(q.Text)})
	}
	for i, l := range r.Graph.Links {
		if i == maxLinksShown {
			break
		}
		place := ""
		if l.File != "" {
			place = clean(l.File)
		}
		p.Links = append(p.Links, pageLink{bare(l.From), bare(l.To), clean(l.Via), strengthWord(string(l.Strength)), clean(l.Text), place})
	}
	return p
}

func newCard(name, level string, grade int, why []risk.Reason) card {
	const most = 3
	c := card{Name: name, Level: level, Grade: grade}
	for i := range why {
		w := &why[i]
		switch {
		case w.Level != grade:
		case len(c.Why) == most:
			c.More++
		default:
			c.Why = append(c.Why, pageLine{bare(w.Stack), clean(w.Address), clean(w.Text)})
		}
	}
	return c
}

func newPageStack(r *analyzer.Report, f *analyzer.Facts, trees []*root) pageStack {
	moved := movers(r)
	s := pageStack{
		Path: bare(f.Stack.Path), Counts: actionCounts(f.Risk, moved), Kind: nodeKind(f, 0, moved),
		Reach: reaches(r, f.Stack.Path),
	}
	for _, t := range trees {
		n := &pageNode{Symbol: "~", Word: "changed", Address: clean("output." + t.output), Text: "changes"}
		if t.change != nil {
			n.Symbol, n.Word, n.Address, n.Text = symbol(t.change), actionWord(t.change.Action), clean(t.change.Address), clean(does(t.change))
			if like := moved[place{f.Stack.Path, t.change.Address}]; like != "" {
				n.Text += ", " + clean(like)
			}
		}
		n.grow(&t.branch, f.Stack.Path)
		s.Roots = append(s.Roots, n)
	}
	return s
}

func (n *pageNode) grow(b *branch, stack string) {
	n.Folded = b.folded
	for _, c := range b.below {
		h := c.hit
		below := &pageNode{Word: "affected", Address: clean(h.Address), Text: own(h), Via: clean(h.Via), Strength: strengthWord(h.Strength)}
		if h.Action != "" {
			below.Word = actionWord(plan.Action(h.Action))
		}
		if h.Stack != stack {
			below.Stack = bare(h.Stack)
		}
		if h.Stack != h.FromStack {
			below.Why = clean(h.Why)
		}
		below.grow(c, h.Stack)
		n.Below = append(n.Below, below)
	}
}

// actionWord is the class of an action: words that tell it apart without
// colour.
func actionWord(a plan.Action) string {
	switch a {
	case plan.ActionCreate:
		return "added"
	case plan.ActionDelete:
		return "destroyed"
	case plan.ActionReplace, plan.ActionForgetCreate:
		return "replaced"
	case plan.ActionForget:
		return "forgotten"
	}
	return "changed"
}

func confidenceWord(c evidence.Confidence) string { return capital(string(c)) }

func bare(stack string) string { return clean(strings.TrimSuffix(folder(stack), "/")) }

// clean takes control characters and marks of direction out of untrusted text,
// as on a terminal; the template escapes the rest.
func clean(s string) string { return escape.Terminal(s) }
