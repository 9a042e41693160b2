package migration

import (
	"maps"
	"slices"
	"sort"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// FileFacts is what a stack's files say about its state, compared with those
// at the git base.
type FileFacts struct {
	// Base tells that there was a git base to compare with, and that the
	// stack was there.
	Base bool `json:"base,omitempty"`
	// Gone tells that the stack is only at the base.
	Gone bool `json:"gone,omitempty"`
	// State is where the state is; nil means that no block says so.
	State *StatePlace `json:"state,omitempty"`

	Backend    *BackendChange    `json:"backend,omitempty"`
	Encryption *EncryptionChange `json:"encryption,omitempty"`
	Providers  []ProviderChange  `json:"providers,omitempty"`
	// Orphans are module calls and provider configurations that went away
	// while objects may need them to be destroyed.
	Orphans []Orphan `json:"orphans,omitempty"`

	// Removed and Added are resource blocks that only the base or only the
	// head declares, keys left out; Rekeyed those whose count or for_each
	// came or went. Sorted.
	Removed []string `json:"removed,omitempty"`
	Added   []string `json:"added,omitempty"`
	Rekeyed []string `json:"rekeyed,omitempty"`
	// Declared tells in which file each removed or added block stands, the
	// former under the name that its file has now.
	Declared map[string]string `json:"declared,omitempty"`
	// Unsettled names what may add, drop or rename instances in ways that only
	// a plan shows: a count or for_each that differs or hangs on what differs,
	// and a module from elsewhere whose source or version differs. Sorted.
	Unsettled []string `json:"unsettled,omitempty"`
	// Rewired are resource blocks that use another configuration of the same
	// provider than at the base. Sorted.
	Rewired []string `json:"rewired,omitempty"`
	// Blocks are the resource blocks that the head declares, or the base of
	// a stack that is gone. Sorted.
	Blocks []string `json:"blocks,omitempty"`
	// Moved are the moved blocks of the head.
	Moved []MovedBlock `json:"moved,omitempty"`
	// Twins tells which removed and added blocks are written alike: the same
	// text but for the name, and no other pair is. By removed block.
	Twins map[string]string `json:"twins,omitempty"`
}

// A StatePlace is where a state is kept. Only constants are kept.
type StatePlace struct {
	Type string            `json:"type"`
	At   map[string]string `json:"at,omitempty"`
}

// A MovedBlock is one moved block with module paths resolved.
type MovedBlock struct {
	From string `json:"from"`
	To   string `json:"to"`
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// A Place is a file and a line.
type Place struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

func placeOf(r hcl.Range) Place { return Place{r.Filename, r.Start.Line} }

// inspectFiles compares the head's files with the base's.
func inspectFiles(in Input) *FileFacts {
	f := &FileFacts{Base: in.Base != nil, Gone: in.Head == nil}
	if in.Head == nil {
		f.Blocks = slices.Sorted(maps.Keys(blocksOf(in.Base)))
		f.State = statePlace(in.Base.Module)
		return f
	}
	head := blocksOf(in.Head)
	f.Blocks = slices.Sorted(maps.Keys(head))
	f.State = statePlace(in.Head.Module)
	walk(in.Head, nil, func(path string, t *tfconfig.Tree) {
		for _, m := range t.Module.Moved {
			f.Moved = append(f.Moved, MovedBlock{From: join(path, m.From), To: join(path, m.To), File: m.Range.Filename, Line: m.Range.Start.Line})
		}
	})
	sort.SliceStable(f.Moved, func(i, j int) bool { return f.Moved[i].From < f.Moved[j].From })
	if in.Base == nil || in.Base == in.Head { // most stacks of a project, in most changes
		return f
	}
	base := blocksOf(in.Base)
	for a, b := range base {
		h, ok := head[a]
		switch {
		case !ok:
			f.Removed = append(f.Removed, a)
		case h.repeats != b.repeats:
			f.Rekeyed = append(f.Rekeyed, a)
		case h.provider != b.provider:
			f.Rewired = append(f.Rewired, a)
		}
	}
	for a := range head {
		if _, ok := base[a]; !ok {
			f.Added = append(f.Added, a)
		}
	}
	sort.Strings(f.Removed)
	sort.Strings(f.Added)
	sort.Strings(f.Rekeyed)
	sort.Strings(f.Rewired)
	f.Twins = twins(base, head, f.Removed, f.Added)
	f.Declared = declared(base, head, f.Removed, f.Added, in.Renamed)
	f.Unsettled = unsettled(in.Base, in.Head)
	f.Backend = backendChange(in.Base.Module, in.Head.Module)
	f.Encryption = encryptionChange(in.Base.Module, in.Head.Module)
	f.Providers = providerChanges(in.Base, in.Head, toolOf(in))
	f.Orphans = orphans(in.Base, in.Head)
	return f
}

// walk visits every module of a tree, callers before what they call; path is
// the module's address without keys.
func walk(t *tfconfig.Tree, above []string, visit func(path string, t *tfconfig.Tree)) {
	if t == nil || t.Module == nil {
		return
	}
	visit(joinParts(above), t)
	for _, name := range slices.Sorted(maps.Keys(t.Children)) {
		walk(t.Children[name], append(slices.Clip(above), "module."+name), visit)
	}
}

func join(module, addr string) string {
	if module == "" {
		return addr
	}
	return module + "." + addr
}
