// Package terragrunt reads what a Terragrunt module is made of, as far as it
// says when the module changed: the files that it includes or reads, its local
// source, and the modules whose outputs it takes.
//
// It runs nothing. A value that only a run could tell, such as run_cmd's or
// the environment's, is unknown.
package terragrunt
