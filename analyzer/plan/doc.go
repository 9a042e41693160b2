// Package plan reads the plan JSON of any OpenTofu or Terraform version into
// typed changes. It streams: the document as a whole is never held.
//
// Sensitive values stop here. They are replaced by Sensitive before anything
// leaves the decoder, `variables` and configuration constants are skipped,
// and no error text holds a value.
package plan
