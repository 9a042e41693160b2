// Package source finds a stack's plan and opens its bytes: a JSON file, a
// gzip of one, standard input, or a binary plan through `tofu show -json`.
//
// It says what it looked for and where when there is no plan. The only
// programs that it starts are tofu and terraform.
package source
