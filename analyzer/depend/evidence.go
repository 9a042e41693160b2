package depend

import (
	"slices"
	"strconv"
	"strings"
)

// remote links data sources to the outputs of the stack whose state they read:
// the same backend with the same settings is the same state.
func (j *joiner) remote() {
	at := map[string][]part{}
	for _, p := range j.parts {
		if p.State == nil {
			continue
		}
		for _, key := range []string{p.State.Key, p.State.Named} {
			if key != "" {
				at[key] = append(at[key], p)
			}
		}
	}
	for _, p := range j.parts {
		for _, r := range p.Remote {
			from, ok := p.node(r.Node)
			if !ok || r.State.Key == "" {
				continue
			}
			owners := at[r.State.Key]
			if len(owners) == 0 {
				j.g.Gaps = append(j.g.Gaps, Gap{Stack: p.Stack, Text: p.Nodes[r.Node].Address + " reads a state that no stack here keeps"})
				continue
			}
			for _, o := range owners {
				e := Dependency{
					Edge:     Edge{From: from, Via: "remote state", Plain: true, File: r.File, Line: int32(r.Line)},
					Strength: Proof,
					Text:     "reads its state: the same backend (" + r.State.Type + ") with the same settings",
				}
				switch {
				case len(owners) > 1:
					e.Strength = Likely
					e.Text = "reads the state that " + strconv.Itoa(len(owners)) + " stacks name as theirs"
				case r.State.Key == o.State.Named:
					e.Strength = Strong
					e.Text += ", in a workspace that is not the default one"
				}
				if r.State.Assumed || o.State.Assumed {
					e.Strength = Weaker(e.Strength, Strong)
					e.Text += ", with a variable at its default"
				}
				j.reads(e, p, o, p.Nodes[r.Node])
			}
		}
	}
}

// reads adds an edge to each output of the state that is read, and links the
// stacks alone where none is known.
func (j *joiner) reads(e Dependency, p, o part, reader Node) {
	found := false
	for i := range o.Nodes {
		name, ok := strings.CutPrefix(o.Nodes[i].Address, "output.")
		if !ok || o.Nodes[i].Kind != Output {
			continue
		}
		for _, under := range remoteParts[reader.Type] {
			e.To, e.Part = o.base+i, under+"."+name
			j.add(e)
			found = true
		}
	}
	if !found && o.Stack != p.Stack {
		j.plain = append(j.plain, Link{From: p.Stack, To: o.Stack, Strength: e.Strength, Via: e.Via, Text: e.Text, File: e.File, Line: int(e.Line), FromAddress: reader.Address})
	}
}

// shared links inputs to the outputs that Terramate's output sharing hands
// them.
func (j *joiner) shared() {
	byID := map[string]part{}
	for _, p := range j.parts {
		if p.ID != "" {
			byID[p.ID] = p
		}
	}
	for _, p := range j.parts {
		for _, s := range p.Shared {
			o, ok := byID[strings.ToLower(s.StackID)]
			if !ok {
				j.g.Gaps = append(j.g.Gaps, Gap{Stack: p.Stack, Text: "var." + s.Variable + " is shared by a stack that is not here"})
				continue
			}
			j.share(p, o, s)
		}
	}
}

// share links an input to the outputs that it is made of, and the stacks
// alone where the generated variable or output is not at hand.
func (j *joiner) share(p, o part, s Shared) {
	text := func(output string) string { return "output sharing hands " + output + " to var." + s.Variable }
	from, declared := find(p, "var."+s.Variable)
	linked := false
	for _, name := range s.Outputs {
		to, ok := find(o, "output."+name)
		if !ok || !declared {
			continue
		}
		j.add(Dependency{
			Edge: Edge{
				From: from, To: to, Via: "output sharing", Plain: len(s.Outputs) == 1,
				File: s.File, Line: int32(s.Line),
			},
			Strength: Proof,
			Text:     text("output." + name),
		})
		linked = true
	}
	if !linked && o.Stack != p.Stack {
		j.plain = append(j.plain, Link{
			From: p.Stack, To: o.Stack, Strength: Proof, Via: "output sharing", File: s.File, Line: s.Line,
			FromAddress: "var." + s.Variable, Text: text("an output"),
		})
	}
}

func find(p part, addr string) (int, bool) {
	for i := range p.Nodes {
		if p.Nodes[i].Address == addr {
			return p.base + i, true
		}
	}
	return 0, false
}

// maxHolders bounds how many objects may hold one fingerprint before it no
// longer tells anything.
const maxHolders = 8

type holder struct {
	node  int
	token Token
	stack string
}

// holders collects who has which of the fingerprints that are asked for.
func (j *joiner) holders(asked, held func(*Facts) []Token) map[Fingerprint][]holder {
	out := map[Fingerprint][]holder{}
	for _, p := range j.parts {
		for _, t := range asked(p.Facts) {
			out[t.Hash] = nil
		}
	}
	for _, p := range j.parts {
		for _, t := range held(p.Facts) {
			hs, wanted := out[t.Hash]
			n, ok := p.node(int(t.Node))
			if !ok || !wanted {
				continue
			}
			if len(hs) <= maxHolders && (len(hs) == 0 || hs[len(hs)-1].node != n) {
				out[t.Hash] = append(hs, holder{n, t, p.Stack})
			}
		}
	}
	return out
}

// tokens links objects by ids: a data source that has resolved to the id of a
// resource that another stack manages, and ids or ARNs written out.
func (j *joiner) tokens() {
	offers := j.holders(func(f *Facts) []Token { return f.Asks }, func(f *Facts) []Token { return f.Offers })
	for _, p := range j.parts {
		for _, ask := range p.Asks {
			from, ok := p.node(int(ask.Node))
			if !ok {
				continue
			}
			hs := offers[ask.Hash]
			if len(hs) > maxHolders {
				continue
			}
			others := 0
			for _, h := range hs {
				if h.stack == p.Stack {
					others = 0 // its own object: no reason to look elsewhere
					break
				}
				others++
			}
			for _, h := range hs {
				if others == 0 {
					break
				}
				e := Dependency{Edge: Edge{From: from, To: h.node, Reads: h.token.Attr, File: p.Nodes[ask.Node].File, Line: int32(p.Nodes[ask.Node].Line)}}
				if ask.Type == "" && j.g.Nodes[from].Type == j.g.Nodes[h.node].Type && slices.Contains(names, ask.Attr) {
					continue // of the same kind and called the same: no reference, but the same object or a namesake
				}
				same := ask.Type != "" && ask.Type == h.token.Type
				switch {
				case same && others == 1:
					e.Strength, e.Via = Proof, "data source"
					e.Text = "has resolved the " + ask.Attr + " of " + j.g.Nodes[h.node].Address
				case ask.Type != "" && others == 1 && (!ask.Plain || strings.HasPrefix(ask.Type, h.token.Type+"_")):
					// An alias of the type, or a part of the object such as
					// aws_eks_cluster_auth of aws_eks_cluster.
					e.Strength, e.Via = Strong, "data source"
					e.Text = "has resolved the " + ask.Attr + " of " + j.g.Nodes[h.node].Address
				case ask.Type != "":
					continue // by a name that another type has too
				case others == 1 && !h.token.Plain:
					e.Strength, e.Via = Strong, "written out"
					e.Text = "has the " + h.token.Attr + " of " + j.g.Nodes[h.node].Address + " written out" + in(ask.Attr)
				case others == 1:
					e.Strength, e.Via = Likely, "name"
					e.Text = "holds the name of " + j.g.Nodes[h.node].Address + in(ask.Attr)
				default:
					e.Strength, e.Via = Likely, "written out"
					e.Text = "holds a text that is the " + h.token.Attr + " of several objects" + in(ask.Attr)
				}
				j.add(e)
			}
		}
	}
}

// in names the attribute that a text stands in, when it is known.
func in(attr string) string {
	if attr == "" {
		return ""
	}
	return " in " + attr
}

// lookups links data sources to what they would find by name, where nothing
// stronger is known.
func (j *joiner) lookups() {
	proven := map[[2]int]bool{}
	resolved := map[int]bool{}
	for i := range j.g.edges.cross {
		if e := &j.g.edges.cross[i]; e.Via == "data source" {
			proven[[2]int{e.From, e.To}] = true
			resolved[e.From] = true
		}
	}
	called := j.holders(func(f *Facts) []Token { return f.Lookups }, func(f *Facts) []Token { return f.Names })
	for _, p := range j.parts {
		for _, look := range p.Lookups {
			from, ok := p.node(int(look.Node))
			if !ok || resolved[from] {
				continue
			}
			for _, h := range called[look.Hash] {
				if h.stack == p.Stack || h.token.Type != look.Type || h.token.Attr != look.Attr || proven[[2]int{from, h.node}] {
					continue
				}
				j.add(Dependency{
					Edge:     Edge{From: from, To: h.node, Via: "name", File: p.Nodes[look.Node].File, Line: int32(p.Nodes[look.Node].Line)},
					Strength: Likely,
					Text:     "looks for the " + look.Attr + " that " + j.g.Nodes[h.node].Address + " has",
				})
			}
		}
	}
}
