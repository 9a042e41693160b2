package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// KeyEntities returns the handful of resources that the change is about, as a
// Markdown list with a sentence each. It is empty when nothing changes.
func KeyEntities(r *analyzer.Report) string {
	const most = 5
	w := newWording()
	var b strings.Builder
	n := 0
	for _, c := range clauses(r) {
		if n == most {
			break
		}
		if n > 0 && (c.group.Kind.Part || c.group.Kind.Weight == 1) || c.verb == outline.ReadOnly {
			continue
		}
		fmt.Fprintf(&b, "- **%s**: %s\n", w.entity(c), w.description(c))
		n++
	}
	if n == 0 {
		return noEntities(r)
	}
	return b.String()
}

// noEntities is the list when no resource changes: the outputs that do, or
// that there is nothing. It is empty when no plan was read, for then nobody
// knows.
func noEntities(r *analyzer.Report) string {
	var b strings.Builder
	read := false
	for _, f := range r.Stacks {
		read = read || f.PlanRef.State == analyzer.PlanRead
		if f.Outline == nil || len(f.Outline.Outputs) == 0 {
			continue
		}
		fmt.Fprintf(&b, "- **%s**: %s", verb(len(f.Outline.Outputs), "Output", "Outputs"), outputList(f.Outline.Outputs, escape.Code))
		b.WriteString(verb(len(f.Outline.Outputs), " changes", " change"))
		if path := strings.Trim(f.Stack.Path, "/"); path != "" {
			b.WriteString(" in " + codeOf(path))
		}
		b.WriteString(".\n")
	}
	if b.Len() == 0 && read {
		return "- None: no plan changes a resource.\n"
	}
	return b.String()
}

// entity is a clause's group as a name: a code span cannot stand in bold text
// of a label, so that an object's own name goes into the sentence.
func (w wording) entity(c clause) string {
	g := c.group
	g.Label = ""
	if g.Module == "" && g.Count > 1 {
		return capital(fmt.Sprintf("%d %s", g.Count, w.noun(g)))
	}
	return capital(w.noun(g))
}

// description says what the entity is for, and what happens to which
// resource.
func (w wording) description(c clause) string {
	g := c.group
	what := ""
	switch {
	case g.Module != "":
		what = w.parts(c.verb, g)
	case g.Count == 1:
		what = escape.Text(g.Kind.Summary)
	}
	fate := happened[c.verb]
	said, why := members(c)+" "+fate.is, w.why(g)
	if g.Count > 1 {
		said = members(c) + " " + fate.are
	}
	if why != "" {
		said += " (" + why + ")"
	}
	if fate.after != "" {
		said += ", " + fate.after
	}
	if what == "" {
		return said + "."
	}
	return capital(what) + ". " + said + "."
}

// members names the resources of a clause by address, the first ones, with
// their stack.
func members(c clause) string {
	const most, longest = 2, 160
	var names []string
	length := 0
	for i, m := range c.group.First(most) {
		address := escape.Code(c.facts.Changes[m].Address)
		if length += len(address); len(names) == most || i > 0 && length > longest {
			break
		}
		names = append(names, address)
	}
	if left := c.group.Count - len(names); left > 0 {
		names = append(names, fmt.Sprintf("%d more", left))
	}
	if strings.Trim(c.stack, "/") == "" {
		return and(names)
	}
	return and(names) + " in " + codeOf(c.stack)
}

// happened is a verb as it stands after the entity.
var happened = map[outline.Verb]struct{ is, are, after string }{
	outline.Destroy:       {"is destroyed", "are destroyed", ""},
	outline.DestroyAdd:    {"is destroyed and created again elsewhere", "are destroyed and created again elsewhere", "which looks like a move"},
	outline.Replace:       {"is replaced", "are replaced", ""},
	outline.MoveReplace:   {"is moved and replaced", "are moved and replaced", ""},
	outline.ImportReplace: {"is imported and replaced", "are imported and replaced", ""},
	outline.ForgetAdd:     {"is created anew", "are created anew", "beside the old"},
	outline.Add:           {"is added", "are added", ""},
	outline.Modify:        {"is modified", "are modified", ""},
	outline.MoveModify:    {"is moved and modified", "are moved and modified", ""},
	outline.ImportModify:  {"is imported and modified", "are imported and modified", ""},
	outline.Import:        {"is imported", "are imported", ""},
	outline.ImportMove:    {"is imported and moved", "are imported and moved", ""},
	outline.Move:          {"is moved", "are moved", "in the state only"},
	outline.Forget:        {"is forgotten, and stays as it is", "are forgotten, and stay as they are", ""},
	outline.Unclear:       {"has an action that is not known", "have actions that are not known", ""},
	outline.ReadOnly:      {"is read", "are read", ""},
}
