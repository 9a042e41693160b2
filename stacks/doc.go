// Package stacks reads a Terramate project the way Terramate does: it finds
// the root, discovers the stacks through HCL, orders and filters them, and
// tells which of them a git change touches.
//
// It promises the same answers as `terramate list` on every repository, and
// it needs no Terramate binary. It never runs anything but git, never follows
// a symbolic link, and never knows what a plan is.
package stacks
