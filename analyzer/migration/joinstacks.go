package migration

import (
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// stacks reports stacks whose folder moved, and stacks that are gone.
func (j *joiner) stacks() {
	renamed := map[string]bool{}
	for _, r := range j.history.Renamed {
		renamed[r.From] = true
		if f := j.fact(r.To); f != nil {
			j.renamed(r, f)
		}
	}
	for _, path := range j.history.Deleted {
		if renamed[path] {
			continue
		}
		if to := j.successor(path); to != nil {
			j.renamed(Renamed{From: path, To: to.Stack, KeyMoved: true}, to)
			continue
		}
		j.kinds[KindStackGone] = true
		j.doubt(path, KindStackGone, "the stack is gone, and no plan destroys what its state holds: destroy it before the merge, or its objects and its state stay behind")
		j.act(path, "destroy the stack's objects at the old revision, or say where its state goes")
	}
}

func (j *joiner) fact(stack string) *Facts {
	for _, f := range j.facts {
		if f.Stack == stack {
			return f
		}
	}
	return nil
}

// renamed reports a stack whose folder moved, if its state does not follow.
func (j *joiner) renamed(r Renamed, f *Facts) {
	place := "its state is looked for at a new place"
	switch {
	case f.planned() && f.Existing > 0:
		return // the plan found the state
	case f.planned() && f.Creates > 0:
		place = "its plan creates everything anew, since it looks for its state at a new place"
	case f.planned():
		return
	case !r.KeyMoved && j.samePlace(r.From, f):
		return
	case !r.KeyMoved && j.gone[r.From] == nil:
		j.doubt(f.Stack, KindStackRename, "the folder "+r.From+" is now "+r.To+", and no plan shows whether its state is found")
		return
	}
	j.lost[f.Stack] = true
	j.because(f.Stack, KindStackRename, "must", "the folder "+relative(r.From)+" is now "+relative(r.To)+", and "+place, evidence.Strong)
	j.kinds[KindBackendKey] = true
	from := Facts{Stack: r.From, Tool: f.Tool}
	j.act(f.Stack, "carry the state over from "+relative(r.From)+" before the first apply; the old folder is needed once more for it, and can go again afterwards")
	base := j.history.Base
	if base == "" {
		base = "HEAD~1"
	}
	file := stateFile(r.From)
	j.run(f.Stack,
		"git restore --source="+shellWord(base)+" --worktree -- "+shellWord(relative(r.From)),
		tool(&from)+" init",
		tool(&from)+" state pull > "+file,
		tool(f)+" init",
		tool(f)+` state push "$PWD"/`+file,
	)
	j.act(f.Stack, copiesText)
}

// samePlace tells that a renamed stack's backend block names the same state.
func (j *joiner) samePlace(from string, f *Facts) bool {
	old := j.gone[from]
	if old == nil || old.Files.State == nil || f.Files == nil || f.Files.State == nil {
		return false
	}
	a, b := old.Files.State, f.Files.State
	if a.Type != b.Type || len(a.At) != len(b.At) || len(a.At) == 0 {
		return false
	}
	for k, v := range a.At {
		if b.At[k] != v {
			return false
		}
	}
	return a.Type != "local" // a relative path stays with its folder
}

// successor finds the stack that was not there before, creates everything,
// and declares most of what a stack that is gone declared.
func (j *joiner) successor(path string) *Facts {
	old := j.gone[path]
	if old == nil || len(old.Files.Blocks) == 0 {
		return nil
	}
	var best *Facts
	most := 0
	for _, f := range j.facts {
		if f.Files == nil || f.Files.Base || !f.planned() || f.Existing > 0 || f.Creates == 0 {
			continue
		}
		n := 0
		for _, b := range old.Files.Blocks {
			if slices.Contains(f.Files.Blocks, b) {
				n++
			}
		}
		if n > most && 2*n >= len(old.Files.Blocks) {
			best, most = f, n
		}
	}
	return best
}
