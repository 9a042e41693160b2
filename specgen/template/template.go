// Package template holds the spec template that is used where a repository
// brings none of its own.
package template

import _ "embed"

// Name is the template's file name, also where repositories keep their own.
const Name = "spec-infrastructure.md"

// Spec is the template for an infrastructure change spec.
//
//go:embed spec-infrastructure.md
var Spec []byte
