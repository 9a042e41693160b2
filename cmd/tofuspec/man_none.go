//go:build !manual

package main

import "github.com/spf13/cobra"

// newManCmd is there in builds with the tag manual only: what writes the
// pages would slow the start of every other command.
func newManCmd(streams) *cobra.Command { return nil }
