package migration

import (
	"hash/fnv"
	"maps"
	"path"
	"slices"
	"sort"

	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A block is a resource block of a tree.
type block struct {
	repeats  string           // "", "count" or "for_each", of its modules and itself
	text     *tfconfig.Object // what it says
	provider string           // the provider configuration that it uses
	file     string
}

// blocksOf lists the managed resource blocks of a tree by address without
// keys.
func blocksOf(t *tfconfig.Tree) map[string]block {
	out := map[string]block{}
	if t == nil {
		return out
	}
	repeats := map[string]string{}
	walk(t, nil, func(at string, t *tfconfig.Tree) {
		for name, c := range t.Module.Calls {
			repeats[join(at, "module."+name)] = repeats[at] + "/" + repetition(c.Count, c.ForEach)
		}
		for _, r := range t.Module.Resources {
			if r.Mode == "managed" {
				out[join(at, r.Address())] = block{repeats[at] + "/" + repetition(r.Count, r.ForEach), &r.Object, providerKey(r), r.Range.Filename}
			}
		}
	})
	return out
}

func repetition(count, forEach bool) string {
	switch {
	case count:
		return "count"
	case forEach:
		return "for_each"
	}
	return ""
}

// twins pairs removed with added blocks whose text is the same but for the
// name, where the text is unlike any other's.
func twins(base, head map[string]block, removed, added []string) map[string]string {
	type kind struct {
		typ    string
		digest uint64
	}
	of := func(addr string, b block) kind {
		a, _ := parseAddress(addr)
		if len(a.parts) == 0 {
			return kind{}
		}
		return kind{a.typ(), textDigest(b.text)}
	}
	olds, news := map[kind][]string{}, map[kind][]string{}
	for _, a := range removed {
		olds[of(a, base[a])] = append(olds[of(a, base[a])], a)
	}
	for _, a := range added {
		news[of(a, head[a])] = append(news[of(a, head[a])], a)
	}
	out := map[string]string{}
	for k, o := range olds {
		if k.digest != 0 && len(o) == 1 && len(news[k]) == 1 {
			out[o[0]] = news[k][0]
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// declared tells the files of removed and added blocks, each under the name
// that it has now.
func declared(base, head map[string]block, removed, added []string, renamed map[string]string) map[string]string {
	if len(removed) == 0 || len(added) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, a := range removed {
		file := path.Clean(base[a].file)
		if now, ok := renamed[file]; ok {
			file = now
		}
		out[a] = file
	}
	for _, a := range added {
		out[a] = path.Clean(head[a].file)
	}
	return out
}

// unsettled lists what may change instances without changing which blocks
// there are.
func unsettled(base, head *tfconfig.Tree) []string {
	old, new := repeatsOf(base), repeatsOf(head)
	moved := inputs(base) != inputs(head)
	var out []string
	for a, b := range old {
		if h, ok := new[a]; ok && (h.text != b.text || moved && (h.open || b.open)) {
			out = append(out, a)
		}
	}
	sort.Strings(out)
	return out
}

// A repeat is how often a block or a module call stands, or where a module
// comes from that is not at hand.
type repeat struct {
	text string
	open bool // the text is an expression that the files do not settle
}

func repeatsOf(t *tfconfig.Tree) map[string]repeat {
	out := map[string]repeat{}
	walk(t, nil, func(at string, t *tfconfig.Tree) {
		note := func(addr string, o *tfconfig.Object) {
			for _, name := range []string{"count", "for_each"} {
				if a := o.Attrs[name]; a != nil {
					text, _ := settingText(t.Module, a.Expr)
					out[join(at, addr)] = repeat{name + "=" + text, t.Module.Eval(a.Expr) == cty.NilVal}
				}
			}
		}
		for name, c := range t.Module.Calls {
			note("module."+name, &c.Object)
			if t.Children[name] == nil {
				addr := join(at, "module."+name)
				out[addr] = repeat{out[addr].text + " " + c.Source + " " + c.Version, true}
			}
		}
		for _, r := range t.Module.Resources {
			if r.Mode == "managed" {
				note(r.Address(), &r.Object)
			}
		}
	})
	return out
}

// inputs digests what expressions hang on: locals, variables and the
// arguments of module calls.
func inputs(t *tfconfig.Tree) uint64 {
	h := fnv.New64a()
	put := func(parts ...string) {
		for _, p := range parts {
			_, _ = h.Write([]byte(p))
			_, _ = h.Write([]byte{0})
		}
	}
	walk(t, nil, func(at string, t *tfconfig.Tree) {
		for _, n := range slices.Sorted(maps.Keys(t.Module.Locals)) {
			put(at, "local", n, exprText(t.Module.Locals[n].Expr))
		}
		for _, n := range slices.Sorted(maps.Keys(t.Module.Variables)) {
			put(at, "var", n, blockText(nil, t.Module.Variables[n], 0))
		}
		for _, n := range slices.Sorted(maps.Keys(t.Module.Calls)) {
			put(at, "call", n, blockText(nil, &t.Module.Calls[n].Object, 0))
		}
	})
	return h.Sum64()
}
