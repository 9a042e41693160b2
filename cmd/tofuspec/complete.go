package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tofuspec/tofuspec/specgen/gate"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A completer offers values for a flag of a command.
type completer = func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective)

// completers offers values by the flag's name. Flags that name files complete
// as files, which is what shells do by themselves.
var completers = map[string]completer{
	"chdir":   folders,
	"dir":     folders,
	"tags":    ofProject(tagsOf),
	"no-tags": ofProject(tagsOf),
	"plan":    ofProject(planStacks),
	"of":      ofProject(addressesOf),
	"script":  words("preview"),
	"fail-on": thresholds,
}

// complete teaches a command and those below it to complete their flags.
func complete(cmd *cobra.Command) {
	add := func(f *pflag.Flag) {
		with := completers[f.Name]
		if c, ok := f.Value.(*choice); ok {
			with = words(c.words...)
		}
		if with != nil {
			if err := cmd.RegisterFlagCompletionFunc(f.Name, with); err != nil {
				panic(err) // the flag is there
			}
		}
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	if !cmd.HasParent() {
		cmd.PersistentFlags().VisitAll(add)
	}
	for _, sub := range cmd.Commands() {
		complete(sub)
	}
}

func words(list ...string) completer {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// thresholds completes the last of several names.
func thresholds(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var out []string
	for _, name := range append(gate.Names(), "all", "none") {
		out = append(out, before+name)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// ofProject completes from the project that -C names; where there is none it
// offers nothing.
func ofProject(offer func(p *stacks.Project, typed string) ([]string, cobra.ShellCompDirective)) completer {
	return func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		p, diags := stacks.Load(cmd.Context(), chdir(cmd))
		if p == nil || diags.HasErrors() {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		list, what := offer(p, typed)
		slices.Sort(list)
		return slices.Compact(list), what
	}
}

// tagsOf completes the last tag of a query.
func tagsOf(p *stacks.Project, typed string) (list []string, what cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexAny(typed, ",:")+1]
	for _, st := range p.Stacks {
		for _, tag := range st.Tags {
			list = append(list, before+tag)
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// planStacks completes the stack before "=", and files behind it.
func planStacks(p *stacks.Project, typed string) (list []string, what cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	for _, st := range p.Stacks {
		if strings.HasPrefix(st.Path, typed) {
			list = append(list, st.Path+"=")
		}
	}
	if len(list) == 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return list, cobra.ShellCompDirectiveNoSpace
}

// addressesOf completes the addresses that the files below the working folder
// declare, without indexes.
func addressesOf(p *stacks.Project, _ string) (list []string, what cobra.ShellCompDirective) {
	for _, st := range p.In(p.Dir) {
		tree, _ := tfconfig.LoadTree(p.FS(), st.Rel()) // what can be read is enough
		if tree == nil {
			continue
		}
		for address := range tree.Module.Resources {
			list = append(list, address)
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
