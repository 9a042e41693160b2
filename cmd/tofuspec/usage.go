package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// knownCommand checks what follows the program's name: a command, or nothing.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	if hint := meant(args[0], names); hint != "" {
		return fmt.Errorf("unknown command %q%s", args[0], hint)
	}
	return fmt.Errorf("unknown command %q; `tofuspec --help` lists them", args[0])
}

// noArgs checks that nothing but flags follows a command. A folder is what
// people mean by -C.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := fmt.Sprintf("see `%s --help`", cmd.CommandPath())
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		hint = "to work in a folder, say -C " + args[0]
	}
	return fmt.Errorf("%s takes flags only, and not %q; %s", cmd.CommandPath(), args[0], hint)
}

// flagError says what is wrong with a flag, and what would be right.
func flagError(cmd *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, "--"+f.Name)
			}
		})
		typed := "--" + e.GetSpecifiedName()
		if e.GetSpecifiedShortnames() != "" {
			typed = "-" + e.GetSpecifiedName()
		}
		if hint := meant(typed, names); hint != "" && strings.HasPrefix(typed, "--") {
			return fmt.Errorf("unknown flag %s%s", typed, hint)
		}
		return fmt.Errorf("unknown flag %s; see `%s --help`", typed, cmd.CommandPath())
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		why := e.Unwrap().Error()
		switch e.GetFlag().Value.Type() {
		case "int":
			why = "it must be a whole number"
		case "bool":
			why = "it is either true or false"
		}
		return fmt.Errorf("--%s %s: %s", e.GetFlag().Name, e.GetValue(), why)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		name, _ := pflag.UnquoteUsage(e.GetFlag())
		return fmt.Errorf("--%s needs a value, as in --%s %s", e.GetFlag().Name, e.GetFlag().Name, name)
	}
	return err
}
