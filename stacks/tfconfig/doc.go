// Package tfconfig reads what a folder's own .tf and .tofu files say: the
// backend, state encryption, provider requirements, module calls, locals,
// moved, removed and import blocks, and which object refers to which, each
// with file and line.
//
// It reads from an fs.FS, so the working tree and a git revision are read by
// the same code. It evaluates nothing that needs a provider or a variable.
package tfconfig
