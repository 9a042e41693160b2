package migration

import (
	"slices"
	"sort"
	"strings"
)

// A fix is what makes a plan harmless.
type fix struct {
	block        string
	commands     []string
	commandsText string
	texts        []string
}

// fixWithin writes the fix for moves inside one state: blocks where they can
// do it, commands where not.
func fixWithin(f *Facts, pairs []pair) fix {
	var out fix
	var blocks, commands, imports []pair
	replaced := map[[2]string]bool{}
	var replace [][2]string
	for _, p := range pairs {
		from, to := p.d.obj.Provider, p.c.obj.Provider
		if p.d.obj.Type == p.c.obj.Type && from != to && from != "" && to != "" {
			if k := [2]string{from, to}; !replaced[k] {
				replaced[k] = true
				replace = append(replace, k)
			}
		}
	}
	for _, p := range pairs {
		_, movable := known().pairs[[2]string{p.d.obj.Type, p.c.obj.Type}]
		switch {
		case p.d.obj.Type != p.c.obj.Type && !movable:
			imports = append(imports, p)
		case p.d.moving || p.c.moving || replaced[[2]string{p.d.obj.Provider, p.c.obj.Provider}]:
			commands = append(commands, p)
		default:
			blocks = append(blocks, p)
		}
	}
	prog := tool(f)
	for _, r := range replace {
		out.commands = append(out.commands, prog+" state replace-provider -auto-approve "+shellWord(r[0])+" "+shellWord(r[1]))
	}
	for _, p := range pairs {
		if p.d.obj.Tainted {
			out.commands = append(out.commands, prog+" untaint "+shellWord(p.d.obj.Address))
		}
	}
	var parked []string
	for _, m := range orderMoves(f, commands) {
		out.commands = append(out.commands, prog+" state mv "+shellWord(m[0])+" "+shellWord(m[1]))
		parked = slices.DeleteFunc(parked, func(a string) bool { return a == m[0] })
		if m[1] == park(m[0]) {
			parked = append(parked, m[1])
		}
	}
	switch {
	case len(commands) > 0 && len(replace) > 0:
		out.commandsText = "run the commands below before the apply: a moved block fails together with a change of the provider's source"
	case len(commands) > 0:
		out.commandsText = "run the commands below before the apply: moved blocks are refused where the old address is still declared"
		if len(parked) > 0 {
			out.commandsText += "; what goes for good ends at " + list3(parked) + ", where the next plan destroys it"
		}
	case slices.ContainsFunc(pairs, func(p pair) bool { return p.d.obj.Tainted }):
		out.commandsText = "untaint the object first, else a move still ends in its replacement"
	default:
		out.commandsText = "take the objects out of the state under their old addresses: a removed block cannot name an instance"
	}
	var b strings.Builder
	for _, r := range collapse(f, blocks) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(movedBlock(r))
	}
	for _, p := range imports {
		text, command, ok := importFix(prog, p)
		if !ok {
			out.texts = append(out.texts, "no block can turn "+p.d.obj.Address+" into "+p.c.obj.Address+": import the object under its new address and take the old one out of the state")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(text)
		if command != "" {
			out.commands = append(out.commands, command)
		}
	}
	out.block = b.String()
	return out
}

func movedBlock(r rule) string {
	return "moved {\n  from = " + r.from + "\n  to   = " + r.to + "\n}\n"
}

func removedBlock(from string) string {
	return "removed {\n  from = " + from + "\n\n  lifecycle {\n    destroy = false\n  }\n}\n"
}

func importBlock(to, id string) string {
	return "import {\n  to = " + to + "\n  id = " + hclString(id) + "\n}\n"
}

// importFix takes an object out of the state under its old type and imports
// it under the new one. A removed block cannot name an instance: a command
// does it there.
func importFix(prog string, p pair) (block, command string, ok bool) {
	id := p.c.obj.ImportID
	if id == "" {
		old, _ := typeOf(p.d.obj.Type)
		if now, known := typeOf(p.c.obj.Type); known && now.importID == old.importID {
			id = p.d.obj.ImportID
		}
	}
	if id == "" {
		return "", "", false
	}
	block = importBlock(p.c.addr.text, id)
	if p.d.addr.blockPath() != p.d.addr.text {
		return block, prog + " state rm " + shellWord(p.d.addr.text), true
	}
	return removedBlock(p.d.addr.text) + "\n" + block, "", true
}

// orderMoves puts state moves in an order in which every target is free.
// Addresses are those in the state, before any moved block. What stands in
// the way goes to a temporary address; what is to be destroyed stays there,
// where the plan still destroys it.
func orderMoves(f *Facts, pairs []pair) [][2]string {
	occupied := map[string]bool{}
	for _, o := range f.Objects {
		switch {
		case o.Previous != "":
			occupied[o.Previous] = true
		case o.Action != "create":
			occupied[o.Address] = true
		}
	}
	to := map[string]string{}
	var starts []string
	for _, p := range pairs {
		to[old(p)] = p.c.addr.text
		starts = append(starts, old(p))
	}
	sort.Strings(starts)
	var out [][2]string
	done := map[string]bool{}
	for _, s := range starts {
		if done[s] {
			continue
		}
		// Walk to the end of the chain: its last target is taken first.
		var links []string
		at := s
		for to[at] != "" && !done[at] && !slices.Contains(links, at) {
			links = append(links, at)
			at = to[at]
		}
		ring := slices.Contains(links, at)
		parked := ""
		if occupied[at] {
			parked = park(at)
			out = append(out, [2]string{at, parked})
		}
		for i := len(links) - 1; i >= 0; i-- {
			l := links[i]
			done[l] = true
			if ring && l == at {
				continue // it was parked
			}
			out = append(out, [2]string{l, to[l]})
			delete(occupied, l)
		}
		if ring {
			out = append(out, [2]string{parked, to[at]})
		}
		for _, l := range links {
			occupied[to[l]] = true
			done[l] = true
		}
	}
	return out
}

// park makes a temporary address of the same type, module and key.
func park(addr string) string {
	a, ok := parseAddress(addr)
	if !ok {
		return addr + "_parked"
	}
	parts := slices.Clone(a.parts)
	parts[a.block] += "_parked"
	return joinParts(parts)
}

// entry is where a rule has to lead when a moved block of the configuration
// leads to the same address already: two blocks to one address are refused, a
// chain of two is not.
func (f *Facts) entry(r rule) string {
	if f.Files == nil {
		return r.to
	}
	for _, b := range f.Files.Moved {
		if b.To == r.to && b.From != r.from {
			return b.From
		}
	}
	return r.to
}

// collapse writes pairs as the fewest rules: one for a module or a resource
// that moved as a whole.
func collapse(f *Facts, pairs []pair) []rule {
	held := map[string]bool{}
	for _, h := range f.Held {
		held[h] = true
	}
	target := map[string]string{}
	for _, p := range pairs {
		target[p.d.addr.text] = p.c.addr.text
	}
	created, touched := map[string]bool{}, map[string]bool{}
	under := map[string][]string{} // deletes by everything around them
	for _, o := range f.Objects {
		a, ok := parseAddress(o.Address)
		if !ok {
			continue
		}
		for _, p := range a.prefixes() {
			switch o.Action {
			case "create":
				touched[p] = true
			case "delete":
				under[p] = append(under[p], o.Address)
			}
		}
		if o.Action == "create" {
			created[o.Address] = true
		}
		if o.Previous != "" && o.Action == "delete" {
			for _, p := range a.prefixes()[:len(a.prefixes())-1] {
				held[p] = true // a moved block is at work there
			}
		}
	}
	fits := func(r rule) bool {
		if held[r.from] || touched[r.from] || held[r.to] {
			return false
		}
		for _, d := range under[r.from] {
			new := r.to + d[len(r.from):]
			if t := target[d]; t != new && (t != "" || created[new]) {
				return false
			}
		}
		return true
	}
	picks := make([]rule, len(pairs))
	refused := map[rule]bool{}
	for again := true; again; {
		for i, p := range pairs {
			picks[i] = rule{p.d.addr.text, p.c.addr.text}
			for _, r := range slices.Backward(rules(p.d.addr, p.c.addr)) {
				if fits(r) && !refused[r] {
					picks[i] = r
					break
				}
			}
		}
		again = refuse(picks, refused)
	}
	var out []rule
	seen := map[rule]bool{}
	for _, pick := range picks {
		pick.to = f.entry(pick)
		if !seen[pick] {
			seen[pick] = true
			out = append(out, pick)
		}
	}
	return out
}

// refuse marks the rules that lead to one address from several: a moved block
// for each is an error. It returns false when there are none.
func refuse(picks []rule, refused map[rule]bool) bool {
	from := map[string]string{}
	clash := map[string]bool{}
	for _, r := range picks {
		if f, ok := from[r.to]; ok && f != r.from {
			clash[r.to] = true
		}
		from[r.to] = r.from
	}
	for _, r := range picks {
		if clash[r.to] {
			refused[r] = true
		}
	}
	return len(clash) > 0
}
