package migration

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// across reports moves between states and writes their fix: commands that
// move the objects, and where every id is known, blocks that do it in two
// applies.
func (j *joiner) across(pairs []pair) {
	type road struct{ from, to int }
	roads := map[road][]pair{}
	var order []road
	for _, p := range pairs {
		r := road{p.d.stack, p.c.stack}
		if roads[r] == nil {
			order = append(order, r)
		}
		roads[r] = append(roads[r], p)
	}
	for _, r := range order {
		from, to := j.facts[r.from], j.facts[r.to]
		text := count(len(roads[r]), "object moves", "objects move") + " from " + relative(from.Stack) + " to " + relative(to.Stack) + ": one plan destroys what the other creates"
		j.because(from.Stack, KindCrossStack, "must", text, evidence.Strong, j.v.refs(from.Stack)...)
		j.decided[to.Stack] = true
		blocks := j.crossBlocks(from, roads[r])
		if blocks {
			j.act(from.Stack, "run the commands below before either apply; or add the blocks, and apply "+relative(to.Stack)+" before "+relative(from.Stack))
		} else {
			j.act(from.Stack, "run the commands below before either apply")
		}
		j.crossCommands(from, to, roads[r])
		j.act(from.Stack, copiesText)
	}
}

const copiesText = "afterwards delete the local copies, moving-*.tfstate*: they hold whatever secrets the states hold"

// crossCommands pulls both states, moves the objects, and pushes both: the
// new home first, so that no object is ever in neither.
func (j *joiner) crossCommands(from, to *Facts, pairs []pair) {
	a, b := stateFile(from.Stack), stateFile(to.Stack)
	lines := []string{
		tool(from) + " state pull > " + a,
		tool(to) + " state pull > " + b,
	}
	prog, _, _ := strings.Cut(tool(from), " ")
	for _, p := range pairs {
		lines = append(lines, prog+" state mv -state="+a+" -state-out="+b+" "+shellWord(p.d.addr.text)+" "+shellWord(p.c.addr.text))
	}
	lines = append(lines,
		tool(to)+` state push "$PWD"/`+b,
		tool(from)+` state push "$PWD"/`+a,
	)
	j.run(from.Stack, lines...)
}

// stateFile names the local copy of a stack's state.
func stateFile(stack string) string {
	name := strings.ReplaceAll(relative(stack), "/", "-")
	if name == "." {
		name = "root"
	}
	return shellWord("moving-" + name + ".tfstate")
}

// crossBlocks writes removed and import blocks. It returns false when an id
// is not known or a removed block would forget more than what moves.
func (j *joiner) crossBlocks(from *Facts, pairs []pair) bool {
	leaves := map[string]int{}
	for _, p := range pairs {
		if p.d.obj.ImportID == "" || p.d.obj.Type != p.c.obj.Type {
			return false
		}
		leaves[p.d.addr.blockPath()]++
	}
	for block, n := range leaves {
		all := 0
		for _, o := range from.Objects {
			if a, ok := parseAddress(o.Address); ok && a.blockPath() == block {
				all++
			}
		}
		declared := false
		if from.Files != nil {
			for _, b := range from.Files.Blocks {
				declared = declared || b == block
			}
		}
		for _, h := range from.Held {
			declared = declared || withoutKeys(h) == block
		}
		if all != n || declared {
			return false
		}
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		if b := p.d.addr.blockPath(); !seen[b] {
			seen[b] = true
			j.block(from.Stack, removedBlock(b))
		}
		j.block(j.facts[p.c.stack].Stack, importBlock(p.c.addr.text, p.d.obj.ImportID))
	}
	return true
}
