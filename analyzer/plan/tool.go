package plan

import (
	"bytes"
	"strconv"
	"strings"
)

// source notes which registry an entry's provider comes from, and names that
// only OpenTofu writes.
func (r *reader) source(h *head) {
	host, _, _ := bytes.Cut(h.provider, []byte("/"))
	switch string(host) {
	case "registry.opentofu.org":
		r.ours = true
	case "registry.terraform.io":
		r.theirs = true
	}
}

// interned returns the provider's address, one string for all that have it.
func (r *reader) interned(b []byte) string {
	if s := r.lastProvider; s == string(b) {
		return s
	}
	r.lastProvider = string(b)
	return r.lastProvider
}

// tool tells which program made the plan. Terraform says complete and applyable
// since 1.8; OpenTofu began with 1.6 and has neither.
func (r *reader) tool() Tool {
	p := r.plan
	first, rest, _ := strings.Cut(p.Version, ".")
	second, _, _ := strings.Cut(rest, ".")
	major, err1 := strconv.Atoi(first)
	minor, err2 := strconv.Atoi(second)
	switch {
	case err1 != nil || err2 != nil:
		return ToolUnknown
	case p.Complete != nil || p.Applyable != nil:
		return ToolTerraform
	case major == 0 || major == 1 && minor < 6:
		return ToolTerraform
	case r.ours:
		return ToolTofu
	case r.theirs || minor < 9 || r.has&hasConfig == 0:
		return ToolUnknown // or a part of a plan, written by somebody else
	}
	return ToolTofu
}
