package plan

import (
	"bytes"
	"encoding/json"
	"hash/maphash"
	"slices"
	"strings"
)

// head is the part of an entry that is read before it is known whether the
// entry is kept. Its buffers serve one entry after the other.
type head struct {
	address, previous, module, mode, typ, name, provider, deposed, reason []byte

	index     any
	actions   []string
	importing *Importing
	generated bool
	marked    bool // the entry says which values are sensitive
	replace   []Path

	before, after, unknown, sensBefore, sensAfter span
	seen, seenChange                              uint32
}

func (h *head) reset() {
	for _, b := range []*[]byte{&h.address, &h.previous, &h.module, &h.mode, &h.typ, &h.name, &h.provider, &h.deposed, &h.reason} {
		*b = (*b)[:0]
	}
	h.index, h.importing, h.generated, h.marked, h.replace = nil, nil, false, false, nil
	h.actions = h.actions[:0]
	h.before, h.after, h.unknown, h.sensBefore, h.sensAfter = span{}, span{}, span{}, span{}, span{}
	h.seen, h.seenChange = 0, 0
}

// compose makes the address of its parts: Terraform 1.0 left it out of
// resource_drift.
func (h *head) compose() {
	if len(h.typ) == 0 || len(h.name) == 0 {
		return
	}
	a := append(h.address, h.module...)
	if len(a) > 0 {
		a = append(a, '.')
	}
	if h := string(h.mode); h == "data" || h == "ephemeral" {
		a = append(append(a, h...), '.')
	}
	a = append(append(append(a, h.typ...), '.'), h.name...)
	switch key := h.index.(type) {
	case string:
		a = appendKey(a, key)
	case json.Number:
		a = append(append(append(a, '['), key...), ']')
	}
	h.address = a
}

// change reads one entry of resource_changes, resource_drift or, with the
// reason for it, deferred_changes.
func (r *reader) change(to *[]*Change, drift bool, deferred string) {
	h := &r.head
	h.reset()
	pointer := len(r.ptr)
	hold := r.hold()
	if r.space() != '{' {
		r.wrongType("an object")
		return
	}
	r.object(r.entryMember)
	if r.err != nil {
		return
	}
	if len(h.address) == 0 {
		h.compose()
	}
	if len(h.address) == 0 {
		r.fail(badType, "expected an address in this change", nil)
		return
	}
	a, createFirst := action(h.actions)
	c := &Change{Action: a, CreateFirst: createFirst, Importing: h.importing, Mode: intern(h.mode)}
	moves := len(h.previous) > 0 && !bytes.Equal(h.previous, h.address)
	if moves {
		c.Address, c.PreviousAddress = "b", "a" // count looks at it
	}
	switch {
	case drift:
		r.plan.Counts.Drift++
	case to == &r.plan.Deferred:
		r.plan.Counts.Deferred++
	default:
		r.plan.Entries++
		r.plan.Counts.count(c)
	}
	if !drift {
		r.seen[maphash.Bytes(r.seed, h.address)] = struct{}{}
	}
	r.source(h)
	r.collect(r.bytes(h.before), h.sensBefore)
	r.collect(r.bytes(h.after), h.sensAfter)
	if a != ActionNoOp || moves || h.importing != nil || r.opts.NoOps || to == &r.plan.Deferred {
		r.fill(c)
		c.Pointer = string(r.ptr[:pointer])
		c.Drift = drift
		c.Deferred = deferred
		r.keep(c, to)
	}
	r.release(hold)
}

// collect takes the sensitive parts of a value into the echoes, when they are
// wanted.
func (r *reader) collect(value []byte, sensitive span) {
	if r.echoes != nil {
		r.echoes.add(secrets(nil, value, readMarks(r.bytes(sensitive))))
	}
}

// keep keeps c, or hands it to who asked for it.
func (r *reader) keep(c *Change, to *[]*Change) {
	streams := r.opts.Each != nil && to != &r.plan.Deferred
	if len(c.ReplacePaths) > 0 && !c.Drift {
		w := waiting{change: c, kept: !streams}
		if streams {
			w.change = &Change{ModuleAddress: c.ModuleAddress, Mode: c.Mode, Type: c.Type, Name: c.Name, ReplacePaths: c.ReplacePaths, Pointer: c.Pointer}
		}
		r.waiting = append(r.waiting, w)
	}
	if !streams {
		*to = append(*to, c)
		return
	}
	if err := r.opts.Each(c); err != nil {
		r.fail(stopped, "", err)
	}
}

// The names of an entry.
const (
	entryAddress = 1 << iota
	entryPrevious
	entryModule
	entryMode
	entryType
	entryName
	entryIndex
	entryProvider
	entryDeposed
	entryReason
	entryChange
)

func (r *reader) entryMember(name []byte) {
	h := &r.head
	var bit uint32
	var field *[]byte
	switch string(name) {
	case "address":
		bit, field = entryAddress, &h.address
	case "previous_address":
		bit, field = entryPrevious, &h.previous
	case "module_address":
		bit, field = entryModule, &h.module
	case "mode":
		bit, field = entryMode, &h.mode
	case "type":
		bit, field = entryType, &h.typ
	case "name":
		bit, field = entryName, &h.name
	case "index":
		bit = entryIndex
	case "provider_name":
		bit, field = entryProvider, &h.provider
	case "deposed":
		bit = entryDeposed
	case "action_reason":
		bit, field = entryReason, &h.reason
	case "change":
		bit = entryChange
	default:
		r.skip()
		return
	}
	if h.seen&bit != 0 {
		r.fail(badSyntax, "the same name twice", nil)
		return
	}
	h.seen |= bit
	switch bit {
	case entryIndex:
		h.index = r.scalar()
	case entryDeposed:
		r.deposed()
	case entryChange:
		r.object(r.changeMember)
	default:
		*field = r.stringOrNull(*field)
	}
}

// deposed reads the key of a deposed object; early 0.12 wrote a bool.
func (r *reader) deposed() {
	h := &r.head
	if b := r.space(); b == 't' || b == 'f' {
		if v, _ := r.boolean(); v {
			h.deposed = append(h.deposed[:0], "true"...)
		}
		return
	}
	h.deposed = r.stringOrNull(h.deposed)
}

// scalar reads an instance key: a string, a number or null.
func (r *reader) scalar() any {
	switch b := r.space(); {
	case b == '"':
		return r.text()
	case b == 'n':
		r.literal("null")
		return nil
	case b == '-' || b >= '0' && b <= '9':
		hold := r.hold()
		p := r.capture()
		n := json.Number(r.bytes(p))
		r.release(hold)
		return n
	}
	r.wrongType("a string or a number")
	return nil
}

// The names of a change.
const (
	changeActions = 1 << iota
	changeBefore
	changeAfter
	changeUnknown
	changeSensBefore
	changeSensAfter
	changeReplace
	changeImporting
	changeGenerated
)

func (r *reader) changeMember(name []byte) {
	h := &r.head
	var bit uint32
	var at *span
	switch string(name) {
	case "actions":
		bit = changeActions
	case "before":
		bit, at = changeBefore, &h.before
	case "after":
		bit, at = changeAfter, &h.after
	case "after_unknown":
		bit, at = changeUnknown, &h.unknown
	case "before_sensitive":
		bit, at = changeSensBefore, &h.sensBefore
	case "after_sensitive":
		bit, at = changeSensAfter, &h.sensAfter
	case "replace_paths":
		bit = changeReplace
	case "importing":
		bit = changeImporting
	case "generated_config":
		bit = changeGenerated
	default:
		r.skip()
		return
	}
	if h.seenChange&bit != 0 {
		r.fail(badSyntax, "the same name twice", nil)
		return
	}
	h.seenChange |= bit
	switch bit {
	case changeActions:
		r.array(func(int) {
			r.key = r.appendString(r.key[:0])
			h.actions = append(h.actions, intern(r.key))
		})
	case changeReplace:
		r.array(func(int) { r.replacePath() })
	case changeImporting:
		r.importing()
	case changeGenerated:
		r.key = r.stringOrNull(r.key)
		h.generated = len(r.key) > 0
	default:
		*at = r.capture()
	}
}

func (r *reader) replacePath() {
	var path []byte
	r.array(func(int) {
		switch step := r.scalar().(type) {
		case string:
			path = appendStep(path, step)
		case json.Number:
			path = append(append(append(path, '['), step...), ']')
		}
	})
	r.head.replace = append(r.head.replace, Path(path))
}

func (r *reader) importing() {
	if r.space() == 'n' {
		r.literal("null")
		return
	}
	im := &Importing{}
	r.head.importing = im
	r.object(func(name []byte) {
		switch string(name) {
		case "id":
			im.ID = r.text()
		case "identity":
			im.Identity = r.space() != 'n'
			r.skip()
		case "unknown":
			im.Unknown, _ = r.boolean()
		default:
			r.skip()
		}
	})
}

// fill makes a whole change of the head and the captured values.
func (r *reader) fill(c *Change) {
	h := &r.head
	c.Address, c.PreviousAddress, c.ModuleAddress = string(h.address), string(h.previous), string(h.module)
	c.Type, c.Name, c.Provider, c.Deposed, c.Reason = intern(h.typ), string(h.name), r.interned(h.provider), string(h.deposed), intern(h.reason)
	c.Index = h.index
	c.Actions = slices.Clone(h.actions)
	c.ReplacePaths = h.replace
	c.GeneratedConfig = h.generated
	c.Unmarked = h.seenChange&(changeSensBefore|changeSensAfter) == 0

	before, after := r.bytes(h.before), r.bytes(h.after)
	u, bs, as := readMarks(r.bytes(h.unknown)), readMarks(r.bytes(h.sensBefore)), readMarks(r.bytes(h.sensAfter))
	c.Unknown = sortPaths(u.paths(nil, nil))
	c.Sensitive = sortPaths(as.paths(bs.paths(nil, nil), nil))
	if !isNull(before) && (!isNull(after) || u.all()) {
		c.Changed = r.differ.diff(before, after, u, bs, as)
	}
	if r.opts.Keep != nil && r.opts.Keep(c) {
		c.Before, c.After = maskSides(before, after, u, bs, as)
		if found := secrets(secrets(nil, before, bs), after, as); len(found) > 0 {
			c.Before, c.After = scrub(c.Before, among(found)), scrub(c.After, among(found))
		}
	}
}

// deferred reads one entry of deferred_changes.
func (r *reader) deferred() {
	at := len(r.plan.Deferred)
	reason, has := "", false
	r.object(func(name []byte) {
		switch string(name) {
		case "reason":
			reason = r.text()
		case "resource_change":
			has = true
			r.change(&r.plan.Deferred, false, "")
		default:
			r.skip()
		}
	})
	if r.err == nil && !has {
		r.fail(badType, "expected a resource_change in this deferred change", nil)
	}
	for _, c := range r.plan.Deferred[min(at, len(r.plan.Deferred)):] {
		c.Deferred = reason
		c.Pointer = strings.TrimSuffix(c.Pointer, "/resource_change")
	}
}

// intern returns a string, without a new one for the words that are in every
// plan.
func intern(b []byte) string {
	switch string(b) {
	case "":
		return ""
	case "managed":
		return "managed"
	case "data":
		return "data"
	case "no-op":
		return "no-op"
	case "create":
		return "create"
	case "read":
		return "read"
	case "update":
		return "update"
	case "delete":
		return "delete"
	}
	return string(b)
}
