package main

import (
	"github.com/spf13/pflag"

	"github.com/tofuspec/tofuspec/stacks"
)

// registerSpread adds the flags that follow output sharing.
func registerSpread(f *pflag.FlagSet, s *stacks.Spread) {
	f.BoolVar(&s.IncludeAllDependencies, "include-all-dependencies", false, "add all stacks whose outputs the selected ones use, also through others")
	f.BoolVar(&s.IncludeDirectDependencies, "include-direct-dependencies", false, "add the stacks whose outputs the selected ones use")
	f.BoolVar(&s.IncludeAllDependents, "include-all-dependents", false, "add all stacks that use outputs of the selected ones, also through others")
	f.BoolVar(&s.IncludeDirectDependents, "include-direct-dependents", false, "add the stacks that use outputs of the selected ones")
	f.BoolVar(&s.OnlyAllDependencies, "only-all-dependencies", false, "list only what --include-all-dependencies would add")
	f.BoolVar(&s.OnlyDirectDependencies, "only-direct-dependencies", false, "list only what --include-direct-dependencies would add")
	f.BoolVar(&s.OnlyAllDependents, "only-all-dependents", false, "list only what --include-all-dependents would add")
	f.BoolVar(&s.OnlyDirectDependents, "only-direct-dependents", false, "list only what --include-direct-dependents would add")
	f.BoolVar(&s.ExcludeAllDependencies, "exclude-all-dependencies", false, "take out stacks whose outputs the selected ones use")
	f.BoolVar(&s.ExcludeAllDependents, "exclude-all-dependents", false, "take out stacks that use outputs of the selected ones")
	f.BoolVar(&s.IncludeOutputDependencies, "include-output-dependencies", false, "")
	f.BoolVar(&s.OnlyOutputDependencies, "only-output-dependencies", false, "")
	for _, old := range []string{"include-output-dependencies", "only-output-dependencies"} {
		if err := f.MarkHidden(old); err != nil {
			panic(err) // the flag was added above
		}
	}
}
