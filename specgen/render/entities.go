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
		fmt.Fprintf(&b, "- **%s**: %s\n", w.entity(c), w.sentence(c))
		n++
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

// sentence says what the entity is for and what happens to it.
func (w wording) sentence(c clause) string {
	g := c.group
	var b strings.Builder
	if g.Module != "" {
		b.WriteString(w.parts(c.verb, g) + "; ")
	} else if g.Kind.Summary != "" && g.Count == 1 {
		b.WriteString(escape.Text(g.Kind.Summary) + "; ")
	}
	b.WriteString(happened[c.verb] + " in " + escape.Code(strings.TrimSuffix(folder(c.stack), "/")))
	if why := w.why(g); why != "" {
		b.WriteString(" (" + why + ")")
	}
	if g.Count == 1 && g.Module == "" {
		b.WriteString(", " + escape.Code(c.facts.Changes[g.Members[0]].Address))
	}
	return capital(b.String()) + "."
}

// happened is a verb as it stands after the entity.
var happened = map[outline.Verb]string{
	outline.Destroy:       "destroyed",
	outline.DestroyAdd:    "destroyed and created again elsewhere, which looks like a move,",
	outline.Replace:       "replaced",
	outline.MoveReplace:   "moved and replaced",
	outline.ImportReplace: "imported and replaced",
	outline.ForgetAdd:     "created anew beside the old object",
	outline.Add:           "added",
	outline.Modify:        "modified",
	outline.MoveModify:    "moved and modified",
	outline.ImportModify:  "imported and modified",
	outline.Import:        "imported",
	outline.ImportMove:    "imported and moved",
	outline.Move:          "moved",
	outline.Forget:        "forgotten, the object stays,",
	outline.Unclear:       "has actions that are not known",
	outline.ReadOnly:      "read",
}
