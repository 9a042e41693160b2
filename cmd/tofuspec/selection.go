package main

import (
	"github.com/spf13/pflag"
)

// selection is which stacks a command works on. The flags mean what they mean
// in `terramate list`.
type selection struct {
	Tags          []string
	NoTags        []string
	Changed       bool
	GitChangeBase string
	// Quiet tells that no changed stack is an answer like any other, and not
	// the end of the command.
	Quiet bool
}

// register adds the selection's flags.
func (s *selection) register(f *pflag.FlagSet) {
	f.Var((*repeated)(&s.Tags), "tags", "only stacks with these `TAGS`; a comma is OR, a colon is AND")
	f.Var((*repeated)(&s.NoTags), "no-tags", "leave out stacks with these `TAGS`")
	f.BoolVar(&s.Changed, "changed", false, "only stacks that changed since the git base")
	f.StringVarP(&s.GitChangeBase, "git-change-base", "B", "", "git `REF` that changes are measured against")
}

// planOptions is where a command finds the plans.
type planOptions struct {
	Plans    []string
	PlanFile string
	Script   string
	TofuBin  string
	Parallel int
	Strict   bool
	// Facts are files of tofuspec analyze or merge, read instead of plans by
	// the commands that register them.
	Facts []string
	// SameCommit tells that facts of another commit are no help.
	SameCommit bool
}

// register adds the plan flags.
func (p *planOptions) register(f *pflag.FlagSet) {
	f.Var((*repeated)(&p.Plans), "plan", "plan of one stack as `[STACK=]PATH`, or - for standard input; repeatable")
	f.StringVar(&p.PlanFile, "plan-file", "", "`NAME` of the plan file in each stack's folder, instead of what the script says")
	f.StringVar(&p.Script, "script", "preview", "`NAME` of the Terramate script that writes the plans")
	f.StringVar(&p.TofuBin, "tofu-bin", "", "`PROGRAM` that shows binary plans (default: tofu or terraform, as the stack uses)")
	f.IntVar(&p.Parallel, "parallel", 0, "`NUMBER` of plans to read at once (default: one a processor)")
	f.BoolVar(&p.Strict, "strict", false, "exit with 3 when a plan is missing or unreadable")
}

// registerFacts adds the flag for what other jobs have analysed.
func (p *planOptions) registerFacts(f *pflag.FlagSet) {
	f.Var((*repeated)(&p.Facts), "facts", "`FILE` of tofuspec analyze or merge, instead of plans; repeatable")
}
