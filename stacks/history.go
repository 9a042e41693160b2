package stacks

import (
	"cmp"
	"context"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks/eval"
	"github.com/tofuspec/tofuspec/stacks/git"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// History is what the base of the changes tells about the set of stacks, and
// what Terramate's own list of changed stacks leaves out.
type History struct {
	// Range is the base and the head that were compared.
	Range git.Range
	// Deleted are the stacks of the base whose folder holds no stack any more
	// and that were not renamed. Their state is still there.
	Deleted []*Stack
	// Renamed are the stacks that lie in another folder than at the base.
	Renamed []Rename
	// Reached are the stacks that Terramate does not count as changed, while
	// their preview script runs other commands than at the base.
	Reached []Reach

	base *Project
	tree *git.Tree
	fsys fs.FS
}

// A Rename is a stack that moved to another folder.
type Rename struct {
	From *Stack // of the base
	To   *Stack
	// Similarity is how alike the two folders' files are, in percent.
	Similarity int
	// SameID tells that the stack's id proves the rename. Otherwise only the
	// files' likeness speaks for it.
	SameID bool
	// Backend compares where the two keep their state.
	Backend BackendMove
}

// A BackendMove tells whether a renamed stack finds its state again.
type BackendMove struct {
	// From and To are the backend's type and its key, as in "s3 a/b.tfstate".
	From, To string
	// Known tells whether both are constants. Unknown ones are empty.
	Known bool
}

// Moved tells whether the state's place is known to have changed with the
// folder, so that the new stack starts with an empty state.
func (m BackendMove) Moved() bool { return m.Known && m.From != m.To }

// A Reach is a stack whose preview a changed global reaches.
type Reach struct {
	Stack *Stack
	// Globals are those of the changed globals that the script uses, as in
	// "global.region". There are none when the script itself was changed.
	Globals []string
	// Script is where the script stands.
	Script hcl.Range
}

// Close ends the process that reads the base.
func (h *History) Close() error {
	if h == nil || h.tree == nil {
		return nil
	}
	return h.tree.Close()
}

// FS returns the base's files, with the project's root at ".". It can be used
// until Close.
func (h *History) FS() fs.FS { return h.fsys }

// Project returns the project as it was at the base.
func (h *History) Project() *Project { return h.base }

// History compares the project with its state at the base of the changes. The
// script is the one whose commands are compared, such as "preview". The caller
// closes what it returns.
func (p *Project) History(ctx context.Context, c *Changes, script string) (*History, hcl.Diagnostics) {
	repo, prefix, err := p.repo(ctx)
	if err != nil {
		return nil, failed("Cannot read the base", err)
	}
	tree, err := repo.Tree(ctx, c.Range.Base)
	if err != nil {
		return nil, failed("Cannot read the base", err)
	}
	h := &History{Range: c.Range, tree: tree, fsys: tree}
	if prefix != "" {
		if h.fsys, err = fs.Sub(tree, strings.TrimSuffix(prefix, "/")); err != nil {
			return h, failed("Cannot read the base", err)
		}
	}
	var diags hcl.Diagnostics
	if p.Terramate {
		h.base, diags = LoadFS(ctx, h.fsys, path.Base(p.Root))
	} else {
		h.base, diags = plainProject(newWalker(ctx, h.fsys, h.fsys, path.Base(p.Root)), p.Root)
	}
	for _, d := range diags {
		d.Severity = hcl.DiagWarning // The base is past mending.
	}
	if h.base == nil {
		return h, diags
	}
	h.base.Root = p.Root // so that expressions see the same root
	h.moves(p, c)
	if touchesConfiguration(c) {
		h.reach(p, c, script)
	}
	return h, diags
}

// touchesConfiguration tells whether a Terramate file changed.
func touchesConfiguration(c *Changes) bool {
	for _, file := range c.paths() {
		if isTerramateFile(path.Base(file)) {
			return true
		}
	}
	return false
}

// moves finds the stacks that are gone from their folder, and pairs them with
// those that are new.
func (h *History) moves(p *Project, c *Changes) {
	added := map[string]*Stack{}
	byID := map[string]*Stack{}
	for _, s := range p.Stacks {
		if h.base.Stack(s.Path) == nil {
			added[s.Path] = s
			if s.ID != "" {
				byID[strings.ToLower(s.ID)] = s
			}
		}
	}
	likeness := h.likeness(p, c)
	for _, old := range h.base.Stacks {
		if p.Stack(old.Path) != nil || !p.Terramate && p.holdsCode(old.Path) {
			continue
		}
		to, sameID := byID[strings.ToLower(old.ID)], true
		if to == nil || old.ID == "" {
			to, sameID = closest(likeness[old.Path], added), false
		}
		if to == nil {
			h.Deleted = append(h.Deleted, old)
			continue
		}
		delete(added, to.Path)
		h.Renamed = append(h.Renamed, Rename{
			From: old, To: to, SameID: sameID,
			Similarity: likeness[old.Path][to.Path],
			Backend:    backendMove(h.fsys, p.fsys, old, to),
		})
	}
}

// holdsCode tells whether a folder of the project holds OpenTofu code.
func (p *Project) holdsCode(at string) bool {
	f := p.folders[at]
	return f != nil && f.holdsCode()
}

// likeness returns for the stacks of the base that files moved out of how
// alike they are to the stacks the files moved to, in percent: the files that
// moved, weighed by their own likeness, against all that left and arrived.
func (h *History) likeness(p *Project, c *Changes) map[string]map[string]int {
	sum := map[string]map[string]int{}
	left, arrived := map[string]int{}, map[string]int{}
	for _, f := range c.Files {
		var from, to *Stack
		switch f.Status {
		case 'R':
			from, to = h.base.nearest(parent("/"+f.From)), p.nearest(parent("/"+f.Path))
		case 'D':
			from = h.base.nearest(parent("/" + f.Path))
		case 'A', 'C':
			to = p.nearest(parent("/" + f.Path))
		}
		if from != nil {
			left[from.Path]++
		}
		if to != nil {
			arrived[to.Path]++
		}
		if from == nil || to == nil || from.Path == to.Path {
			continue
		}
		if sum[from.Path] == nil {
			sum[from.Path] = map[string]int{}
		}
		sum[from.Path][to.Path] += f.Similarity
	}
	for from, others := range sum {
		for to, points := range others {
			others[to] = points / max(left[from], arrived[to])
		}
	}
	return sum
}

// closest returns the new stack that most resembles an old one, if more than
// half of the two is alike.
func closest(likeness map[string]int, added map[string]*Stack) *Stack {
	const enough = 50
	var best *Stack
	for _, at := range slices.Sorted(maps.Keys(likeness)) {
		if s := added[at]; s != nil && likeness[at] >= enough && (best == nil || likeness[at] > likeness[best.Path]) {
			best = s
		}
	}
	return best
}

// backendMove compares the backends of a renamed stack's two folders.
func backendMove(before, after fs.FS, from, to *Stack) BackendMove {
	old, _ := tfconfig.Load(before, relative(from.Path))
	now, _ := tfconfig.Load(after, relative(to.Path))
	a, knownA := stateKey(old.Backend)
	b, knownB := stateKey(now.Backend)
	return BackendMove{From: a, To: b, Known: knownA && knownB}
}

// stateKeys are the attributes that tell two states of one backend apart.
var stateKeys = []string{"key", "prefix", "path", "bucket", "container_name", "address", "workspace_dir", "secret_suffix", "schema_name"}

// stateKey describes where a backend keeps a state, and tells whether that is
// a constant.
func stateKey(b *tfconfig.Backend) (string, bool) {
	if b == nil {
		return "", false
	}
	key := b.Type
	for _, name := range stateKeys {
		if b.Attrs[name] == nil {
			continue
		}
		value, known := b.Constant(name)
		if !known {
			return "", false
		}
		key += " " + name + "=" + value
	}
	return key, key != b.Type
}

// reach finds the stacks outside the list of changes whose script's commands
// differ from the base's.
func (h *History) reach(p *Project, c *Changes, script string) {
	changed := map[*Stack]bool{}
	for _, s := range c.Stacks {
		changed[s.Stack] = true
	}
	for _, s := range p.Stacks {
		old := h.base.Stack(s.Path)
		if old == nil || changed[s] {
			continue
		}
		before, _ := h.base.Preview(old, script)
		now, _ := p.Preview(s, script)
		if now.Script.Filename == "" || sameCommands(before, now) {
			continue
		}
		h.Reached = append(h.Reached, Reach{Stack: s, Script: now.Script, Globals: h.changedGlobals(p, old, s, script)})
	}
	slices.SortFunc(h.Reached, func(a, b Reach) int { return cmp.Compare(a.Stack.index, b.Stack.index) })
}

func sameCommands(a, b Preview) bool {
	if len(a.Commands) != len(b.Commands) {
		return false
	}
	for i := range a.Commands {
		if !slices.Equal(a.Commands[i].Args, b.Commands[i].Args) || a.Commands[i].PlanFile != b.Commands[i].PlanFile {
			return false
		}
	}
	return true
}

// changedGlobals names the top-level globals of a stack that its script reads
// and whose values differ from the base's.
func (h *History) changedGlobals(p *Project, old, now *Stack, script string) []string {
	layers := p.layers(now)
	used, all := eval.UsedGlobals(layers, eval.FindScript(layers, strings.Fields(script)))
	before, _ := h.base.Globals(old)
	after, _ := p.Globals(now)
	was, is := before.AsValueMap(), after.AsValueMap()
	var names []string
	for _, name := range slices.Concat(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(is))) {
		a, inBase := was[name]
		b, inHead := is[name]
		if (all || used[name]) && (inBase != inHead || !a.RawEquals(b)) {
			names = append(names, "global."+name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
