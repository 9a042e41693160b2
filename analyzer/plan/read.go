package plan

import (
	"bytes"
	"cmp"
	"context"
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Read reads one plan document from r, in one pass, holding no more of it than
// its largest change. UTF-16 and byte-order marks are read.
//
// It returns nil and errors when the document is not a plan, is broken, or has
// a change that cannot be read; a plan and warnings when only something beside
// the changes cannot. No diagnostic holds a value of the plan.
func Read(ctx context.Context, r io.Reader, opts Options) (*Plan, hcl.Diagnostics) {
	if opts.Name == "" {
		opts.Name = "plan"
	}
	text, before, refusal, err := sniff(r)
	if err != nil {
		return nil, hcl.Diagnostics{(&readError{kind: badRead, under: err}).diagnostic(opts.Name)}
	}
	if refusal != "" {
		return nil, hcl.Diagnostics{notAPlan(opts.Name, refusal)}
	}
	rd := &reader{scanner: newScanner(ctx, text), opts: opts, plan: &Plan{}, seed: maphash.MakeSeed(), seen: map[uint64]struct{}{}}
	if opts.Echoes {
		rd.echoes, rd.inputs = newEchoes(), map[string][]string{}
	}
	rd.lines = before.line - 1
	defer rd.free()
	rd.document()
	var diags hcl.Diagnostics
	if rd.err != nil {
		diags = diags.Append(rd.err.diagnostic(opts.Name))
	} else if why := rd.refuse(); why != "" {
		diags = diags.Append(notAPlan(opts.Name, why))
	}
	if before.line > 1 {
		diags = diags.Append(notAPlan(opts.Name, before.String()))
	}
	if diags.HasErrors() {
		return nil, diags
	}
	rd.finish()
	return rd.plan, rd.warnings
}

// A reader reads one plan.
type reader struct {
	*scanner
	opts         Options
	plan         *Plan
	head         head
	differ       differ
	has          uint32 // the top-level names seen, by index in topNames
	foreign      kind   // what else the document may be
	lastProvider string
	constants    []string // paths of the constants in the expressions being read
	warnings     hcl.Diagnostics

	seed    maphash.Seed
	seen    map[uint64]struct{} // addresses in resource_changes
	ours    bool                // a name only OpenTofu writes, or its registry
	theirs  bool                // the other registry
	waiting []waiting           // replacements whose references configuration will tell
	config  *Config
	// priorKeep are the attributes kept of prior objects, by mode and type.
	priorKeep map[[2]string]map[string]string

	echoes    *echoes             // nil when they are not wanted
	inputs    map[string][]string // strings in the values of input variables
	sensitive []string            // input variables that configuration marks
}

// waiting is a replacement that waits for configuration.
type waiting struct {
	change *Change // only what feeding looks at when Options.Each is set
	kept   bool    // change is in the plan itself
}

// The names at the top level of a plan that are read.
const (
	hasFormat = 1 << iota
	hasVersion
	hasChanges
	hasDrift
	hasDeferred
	hasOutputs
	hasChecks
	hasInvocations
	hasLaterInvocations
	hasPrior
	hasConfig
	hasPlanned
	hasVariables
	hasTimestamp
	hasErrored
	hasComplete
	hasApplyable
)

var topNames = map[string]uint32{
	"format_version": hasFormat, "terraform_version": hasVersion, "resource_changes": hasChanges,
	"resource_drift": hasDrift, "deferred_changes": hasDeferred, "output_changes": hasOutputs, "checks": hasChecks,
	"action_invocations": hasInvocations, "deferred_action_invocations": hasLaterInvocations, "prior_state": hasPrior, "configuration": hasConfig,
	"planned_values": hasPlanned, "variables": hasVariables, "timestamp": hasTimestamp, "errored": hasErrored,
	"complete": hasComplete, "applyable": hasApplyable,
}

// document reads the whole document and looks that nothing follows it.
func (r *reader) document() {
	if r.space() != '{' {
		r.wrongType("the object that a plan is")
		return
	}
	r.object(r.top)
	if r.err != nil {
		return
	}
	if b := r.space(); r.err == nil && r.pos < r.end && r.foreign&isLog == 0 {
		r.ptr = r.ptr[:0]
		what := "more text follows the document"
		if b == '{' {
			what = "a second document follows the first"
		} else if r.anotherFollows() {
			what = "more text follows the document, and a second document after it"
		}
		r.fail(notPlan, what+"; give one plan a file", nil)
	}
}

// anotherFollows tells whether a line of what is left in the window starts an
// object. It looks no further: this is only for a better message.
func (s *scanner) anotherFollows() bool {
	return bytes.Contains(s.buf[s.pos:s.end], []byte("\n{"))
}

func (r *reader) top(name []byte) {
	bit, known := topNames[string(name)]
	if known && r.has&bit != 0 {
		r.fail(badSyntax, "the same name twice", nil)
		return
	}
	r.has |= bit
	p := r.plan
	switch bit {
	case hasFormat:
		r.formatVersion()
	case hasVersion:
		p.Version = r.text()
	case hasTimestamp:
		p.Timestamp = r.text()
	case hasErrored:
		p.Errored, _ = r.boolean()
	case hasComplete:
		p.Complete = r.tristate()
	case hasApplyable:
		p.Applyable = r.tristate()
	case hasChanges:
		r.array(func(int) { r.change(&p.Changes, false, "") })
	case hasDrift:
		r.array(func(int) { r.change(&p.Drift, true, "") })
	case hasDeferred:
		r.array(func(int) { r.deferred() })
	case hasOutputs:
		r.outputs()
	case hasChecks:
		r.beside(r.checks)
	case hasInvocations:
		r.beside(r.invocations)
	case hasLaterInvocations:
		r.beside(r.laterInvocations)
	case hasPrior:
		r.beside(r.priorState)
	case hasConfig:
		if r.opts.Config || r.echoes != nil || len(r.waiting) > 0 || r.has&hasChanges == 0 {
			r.beside(r.configuration)
		} else {
			r.skip()
		}
	case hasVariables:
		if r.echoes != nil {
			r.beside(r.variables)
		} else {
			r.skip()
		}
	case hasPlanned:
		r.skip()
	default:
		r.foreignMember(name)
	}
}

func (r *reader) tristate() *bool {
	if v, ok := r.boolean(); ok {
		return &v
	}
	return nil
}

func (r *reader) formatVersion() {
	v := r.text()
	r.plan.FormatVersion = v
	major, _, _ := strings.Cut(v, ".")
	if r.err == nil && major != "0" && major != "1" {
		r.fail(notPlan, "this format_version is unknown (0.1 to 1.x are read); a newer tofuspec may read it", nil)
	}
}

// beside reads a part that changes do not depend on: when something in it is of
// another type than it should be, the rest of the plan still counts. The part
// is read from the held window then, and skipped.
func (r *reader) beside(read func()) {
	before := len(r.open)
	read()
	if r.err == nil || r.err.kind != badType {
		return
	}
	// The scanner stands inside the part: leave it by skipping what is open.
	e := r.err
	r.err = nil
	r.release(r.mark >= 0)
	r.leave(before)
	if r.err == nil {
		d := e.diagnostic(r.opts.Name)
		d.Severity = hcl.DiagWarning
		r.warnings = append(r.warnings, d)
	}
}

// finish works out what needs the whole document.
func (r *reader) finish() {
	p := r.plan
	for _, w := range r.waiting {
		refs := r.config.feeding(w.change)
		switch {
		case len(refs) == 0:
		case w.kept:
			w.change.ReplaceReferences = refs
		default:
			if p.ReplaceReferences == nil {
				p.ReplaceReferences = map[string][]string{}
			}
			p.ReplaceReferences[w.change.Pointer] = refs
		}
	}
	if r.opts.Config {
		p.Config = r.config
	}
	p.Partial = slices.DeleteFunc(p.Partial, func(a string) bool { return r.isSeen([]byte(a)) })
	slices.Sort(p.Partial)
	p.Partial = slices.Compact(p.Partial)
	slices.SortStableFunc(p.Prior, byAddress)
	slices.SortFunc(p.Outputs, func(a, b *OutputChange) int { return strings.Compare(a.Name, b.Name) })
	slices.SortStableFunc(p.Actions, func(a, b Invocation) int { // those put off come last
		return cmp.Compare(min(1, len(a.Deferred)), min(1, len(b.Deferred)))
	})
	p.Counts.Output = len(p.Outputs)
	p.Tool = r.tool()
	if r.echoes != nil {
		for _, name := range r.sensitive {
			r.echoes.add(r.inputs[name])
		}
		r.echoes.hide(p)
	}
}

// byAddress orders existing objects; the deposed ones of an address come last.
func byAddress(a, b PriorResource) int {
	if c := strings.Compare(a.Address, b.Address); c != 0 {
		return c
	}
	return strings.Compare(a.Deposed, b.Deposed)
}

func (r *reader) isSeen(address []byte) bool {
	_, ok := r.seen[maphash.Bytes(r.seed, address)]
	return ok
}
