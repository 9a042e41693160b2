package specgen

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// checklist adds what the analysis knows of a checklist's items that speak of
// the change as a whole. A hint says where to look, and ticks nothing.
func checklist(f map[document.Slot]string, r *analyzer.Report) {
	if v := r.Migration; v != nil && (v.Required || v.Undecided) {
		line, _, _ := strings.Cut(render.Migration(r), "\n")
		f[document.HintState] = "- Migration required: " + strings.ToLower(line[:1]) + strings.TrimRight(line[1:], ".:") + "; see State Management"
	}
	if r.Risk != nil && r.Risk.Rollback.Level() > 0 {
		f[document.HintRollback] = "- The way back is judged " + strings.ToLower(string(r.Risk.Rollback)) + ", see Rollback Complexity"
	}
	var without []string
	for _, s := range r.Stacks {
		if s.Outline == nil {
			without = append(without, escape.Code(strings.TrimPrefix(s.Stack.Path, "/")))
		}
	}
	if len(without) > hintsEach {
		without = append(without[:hintsEach:hintsEach], fmt.Sprintf("%d more", len(without)-hintsEach))
	}
	if len(without) > 0 {
		f[document.HintPreview] = "- No plan was read of " + strings.Join(without, ", ")
	}
}
