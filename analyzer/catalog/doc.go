// Package catalog holds facts on resource types as data: what a type is
// called, what it is for, whether it keeps state, and what replacing or
// destroying it costs, each with the page that says so.
//
// The facts live in HCL files beside the code; a repository extends or
// overrides them in its .tofuspec.hcl with the same schema.
package catalog
