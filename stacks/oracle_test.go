package stacks_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
)

// A world is a random repository: its files, and what they mean. The meaning
// comes from how the files were made and never from reading them, so that an
// answer computed from it is independent of the code under test.
type world struct {
	rnd     *rand.Rand
	files   map[string]string // content by path
	stacks  map[string]*spec  // by project path
	skipped []string          // folders with a .tmskip
	calls   map[string][]string
}

// A spec is what a stack's file says.
type spec struct {
	path          string
	tags          []string
	after, before []string
	watch         []string
}

var worldTags = []string{"app", "db", "eu", "us"}

// newWorld makes a repository from a seed.
func newWorld(seed uint64) *world {
	w := &world{
		rnd:   rand.New(rand.NewPCG(seed, 7)), // repeatable on purpose
		files: map[string]string{}, stacks: map[string]*spec{}, calls: map[string][]string{},
	}
	w.files["terramate.tm.hcl"] = "terramate {\n  required_version = \"> 0.1\"\n}\n"
	dirs := w.folders()
	for i := range 4 {
		w.module(fmt.Sprintf("/modules/m%d", i), i)
	}
	for i := range 3 {
		w.files[fmt.Sprintf("shared/f%d.txt", i)] = "first\n"
	}
	for _, at := range dirs {
		if w.rnd.IntN(10) < 7 {
			w.stacks[at] = &spec{path: at}
		}
	}
	for _, at := range slices.Sorted(maps.Keys(w.stacks)) {
		w.fill(w.stacks[at], dirs)
	}
	if w.rnd.IntN(3) == 0 {
		at := dirs[w.rnd.IntN(len(dirs))]
		if at != "/" {
			w.files[at[1:]+"/.tmskip"] = ""
			w.skipped = append(w.skipped, at)
		}
	}
	return w
}

// folders makes up a tree of folders, the root first.
func (w *world) folders() []string {
	dirs := []string{"/"}
	names := []string{"a", "b", "a-b", "c.d", "net"}
	for range 6 + w.rnd.IntN(12) {
		at := path.Join(dirs[w.rnd.IntN(len(dirs))], names[w.rnd.IntN(len(names))])
		if !slices.Contains(dirs, at) && strings.Count(at, "/") < 5 {
			dirs = append(dirs, at)
		}
	}
	return dirs
}

// module makes a module that calls one with a higher number, if any.
func (w *world) module(at string, n int) {
	text := "variable \"x\" {}\n"
	if n < 3 && w.rnd.IntN(2) == 0 {
		source := fmt.Sprintf("../m%d", n+1+w.rnd.IntN(3-n))
		text += fmt.Sprintf("module \"next\" {\n  source = %q\n}\n", source)
		w.calls[at] = append(w.calls[at], path.Join(at, source))
	}
	w.files[at[1:]+"/main.tf"] = text
}

// fill makes up what a stack says.
func (w *world) fill(s *spec, dirs []string) {
	for _, tag := range worldTags {
		if w.rnd.IntN(4) == 0 {
			s.tags = append(s.tags, tag)
		}
	}
	for range w.rnd.IntN(2) {
		w.order(&s.after, dirs)
	}
	if w.rnd.IntN(6) == 0 {
		w.order(&s.before, dirs)
	}
	if w.rnd.IntN(5) == 0 {
		s.watch = append(s.watch, fmt.Sprintf("/shared/f%d.txt", w.rnd.IntN(3)))
	}
	code := "# code of " + s.path + "\n"
	if w.rnd.IntN(3) == 0 {
		target := fmt.Sprintf("modules/m%d", w.rnd.IntN(4))
		source := "./" + target
		if s.path != "/" {
			source = strings.Repeat("../", strings.Count(s.path, "/")) + target
		}
		code += fmt.Sprintf("module \"called\" {\n  source = %q\n}\n", source)
		w.calls[s.path] = append(w.calls[s.path], "/"+target)
	}
	in := strings.TrimPrefix(s.path+"/", "/")
	w.files[in+"main.tf"] = code
	w.files[in+"sub/data.json"] = "{}\n"
	var text strings.Builder
	text.WriteString("stack {\n")
	for _, set := range []struct {
		name string
		list []string
	}{{"tags", s.tags}, {"after", s.after}, {"before", s.before}, {"watch", s.watch}} {
		if len(set.list) > 0 {
			fmt.Fprintf(&text, "  %s = [\"%s\"]\n", set.name, strings.Join(set.list, `", "`))
		}
	}
	text.WriteString("}\n")
	w.files[in+[]string{"stack.tm.hcl", "main.tm", "x.tm"}[w.rnd.IntN(3)]] = text.String()
}

// order adds an entry to a stack's after or before that is not there yet.
func (w *world) order(list *[]string, dirs []string) {
	entry := ""
	switch w.rnd.IntN(6) {
	case 0:
		entry = "tag:" + worldTags[w.rnd.IntN(4)] + ":" + worldTags[w.rnd.IntN(4)]
	case 1:
		entry = "/not/there"
	case 2:
		entry = "../" + path.Base(dirs[w.rnd.IntN(len(dirs))])
	default:
		entry = dirs[w.rnd.IntN(len(dirs))]
	}
	if entry != "/" && !slices.Contains(*list, entry) {
		*list = append(*list, entry)
	}
}

// live are the stacks that no .tmskip hides, sorted.
func (w *world) live() []string {
	var out []string
	for at := range w.stacks {
		if !slices.ContainsFunc(w.skipped, func(dir string) bool { return under(at, dir) }) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out
}

// under tells whether a path is dir or below it.
func under(at, dir string) bool {
	return at == dir || dir == "/" || strings.HasPrefix(at, dir+"/")
}

// tagged are the live stacks with all the given tags.
func (w *world) tagged(tags ...string) []string {
	var out []string
	for _, at := range w.live() {
		all := true
		for _, tag := range tags {
			all = all && slices.Contains(w.stacks[at].tags, tag)
		}
		if all {
			out = append(out, at)
		}
	}
	return out
}

// meant is what an after or before entry of a stack stands for.
func (w *world) meant(s *spec, entry string) []string {
	var roots []string
	if tags, ok := strings.CutPrefix(entry, "tag:"); ok {
		roots = w.tagged(strings.Split(tags, ":")...)
	} else if path.IsAbs(entry) {
		roots = []string{entry}
	} else if s.path != "/" { // From the root folder every ".." leads out.
		roots = []string{path.Join(s.path, entry)}
	}
	var out []string
	for _, at := range w.live() {
		if slices.ContainsFunc(roots, func(root string) bool { return under(at, root) }) {
			out = append(out, at)
		}
	}
	return out
}

// runOrder compares every pair of stacks, as slowly as can be: it returns the
// selected stacks in run order, and false when there is a cycle. It walks from
// stack to stack: only the walk that starts at one of the copies sees what its
// copy says about the stacks nested in it.
func (w *world) runOrder(selected []string, copies map[string]bool) ([]string, bool) {
	type edge struct{ first, then string }
	edges := map[edge]bool{}
	known := map[string]bool{}
	nested := func(parent string) (all []string) {
		for _, child := range selected {
			if slices.Contains(selected, parent) && parent != child && parent != "/" && under(child, parent) {
				all = append(all, w.meant(w.stacks[parent], child)...)
			}
		}
		return all
	}
	var walk func(at string, own bool)
	walk = func(at string, own bool) {
		if known[at] {
			return
		}
		known[at] = true
		var first, then []string
		for _, entry := range w.stacks[at].after {
			first = append(first, w.meant(w.stacks[at], entry)...)
		}
		for _, entry := range w.stacks[at].before {
			then = append(then, w.meant(w.stacks[at], entry)...)
		}
		if own || !copies[at] {
			then = append(then, nested(at)...)
		}
		for _, other := range first {
			edges[edge{other, at}] = true
			walk(other, false)
		}
		for _, other := range then {
			edges[edge{at, other}] = true
			walk(other, false)
		}
	}
	for _, at := range selected {
		walk(at, true)
	}
	free := func(at string) bool {
		for e := range edges {
			if e.then == at {
				return false
			}
		}
		return true
	}
	var queue, order []string
	for _, at := range slices.Sorted(maps.Keys(known)) {
		if free(at) {
			queue = append(queue, at)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		order = append(order, at)
		var next []string
		for _, other := range slices.Sorted(maps.Keys(known)) {
			if edges[edge{at, other}] {
				delete(edges, edge{at, other})
				if free(other) {
					next = append(next, other)
				}
			}
		}
		queue = append(queue, next...)
	}
	if len(order) < len(known) {
		return nil, false
	}
	return slices.DeleteFunc(order, func(at string) bool { return !slices.Contains(selected, at) }), true
}

// changed are the live stacks that a set of changed files touches.
func (w *world) changed(files []string) []string {
	var out []string
	for _, at := range w.live() {
		if w.touches(at, files) {
			out = append(out, at)
		}
	}
	return out
}

func (w *world) touches(stack string, files []string) bool {
	for _, file := range files {
		if kind, target, ok := trigger(file); ok && target == stack && w.files[file] != "" {
			if kind == "ignore-change" {
				return false
			}
		}
	}
	for _, file := range files {
		if _, target, ok := trigger(file); ok {
			if target == stack && w.files[file] != "" {
				return true
			}
			continue
		}
		if w.owner("/"+file) == stack || slices.Contains(w.stacks[stack].watch, "/"+file) {
			return true
		}
	}
	seen := map[string]bool{}
	queue := slices.Clone(w.calls[stack])
	for len(queue) > 0 {
		module := queue[0]
		queue = queue[1:]
		if seen[module] {
			continue
		}
		seen[module] = true
		queue = append(queue, w.calls[module]...)
		for _, file := range files {
			if under("/"+file, module) {
				return true
			}
		}
	}
	return false
}

// copies are the live stacks whose own files changed, or that a trigger names.
func (w *world) copies(files []string) map[string]bool {
	out := map[string]bool{}
	for _, file := range files {
		if kind, target, ok := trigger(file); ok {
			if kind == "changed" && w.files[file] != "" {
				out[target] = true
			}
			continue
		}
		out[w.owner("/"+file)] = true
	}
	return out
}

// owner is the deepest live stack around a file.
func (w *world) owner(file string) string {
	best := ""
	for _, at := range w.live() {
		if under(path.Dir(file), at) && len(at) > len(best) {
			best = at
		}
	}
	return best
}

// trigger takes a trigger file's name apart.
func trigger(file string) (kind, target string, ok bool) {
	rest, ok := strings.CutPrefix(file, ".tmtriggers/")
	if !ok {
		return "", "", false
	}
	kind = "changed"
	if strings.HasPrefix(path.Base(rest), "ignore-") {
		kind = "ignore-change"
	}
	return kind, path.Join("/", path.Dir(rest)), true
}

// mutate changes some files and returns which. What the stacks say stays the
// same, but a stack may go.
func (w *world) mutate() []string {
	changed := map[string]bool{}
	for range 1 + w.rnd.IntN(4) {
		names := slices.Sorted(maps.Keys(w.files))
		name := names[w.rnd.IntN(len(names))]
		switch base := path.Base(name); {
		case strings.HasSuffix(base, ".tm") || strings.HasSuffix(base, ".hcl") || base == ".tmskip":
			continue
		case w.rnd.IntN(4) == 0 && !strings.HasSuffix(base, ".tf"):
			delete(w.files, name)
		case w.rnd.IntN(4) == 0:
			name = path.Join(path.Dir(name), "new.txt")
			w.files[name] = "new\n"
		default:
			w.files[name] += "# more\n"
		}
		changed[name] = true
	}
	if live := w.live(); len(live) > 0 && w.rnd.IntN(3) == 0 {
		kind := []string{"changed", "ignore-change"}[w.rnd.IntN(2)]
		name := path.Join(".tmtriggers", live[w.rnd.IntN(len(live))], kind+"-1.tm.hcl")
		w.files[name] = fmt.Sprintf("trigger {\n  ctime = 1\n  reason = \"r\"\n  type = %s\n  context = stack\n}\n", kind)
		changed[name] = true
	}
	return slices.Sorted(maps.Keys(changed))
}
