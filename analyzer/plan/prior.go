package plan

import "bytes"

// priorState reads prior_state: who exists, and on request what they depend on.
func (r *reader) priorState() {
	r.object(func(name []byte) {
		if string(name) != "values" {
			r.skip()
			return
		}
		r.object(func(name []byte) {
			if string(name) != "root_module" {
				r.skip()
				return
			}
			r.priorModule()
		})
	})
}

func (r *reader) priorModule() {
	r.object(func(name []byte) {
		switch string(name) {
		case "resources":
			r.array(func(int) { r.priorResource() })
		case "child_modules":
			r.array(func(int) { r.priorModule() })
		default:
			r.skip()
		}
	})
}

func (r *reader) priorResource() {
	if r.opts.Prior {
		r.priorWhole()
		return
	}
	h := &r.head
	h.reset()
	r.object(func(name []byte) {
		switch string(name) {
		case "address":
			h.address = r.stringOrNull(h.address)
		case "mode":
			h.mode = r.stringOrNull(h.mode)
		default:
			r.skip()
		}
	})
	if r.err == nil {
		r.missing(h.address, h.mode)
	}
}

// missing notes an existing object that resource_changes does not speak of. It
// is looked at again in the end, should the changes come later.
func (r *reader) missing(address, mode []byte) {
	if bytes.Equal(mode, []byte("managed")) && !r.isSeen(address) {
		r.plan.Partial = append(r.plan.Partial, string(address))
	}
}

func (r *reader) priorWhole() {
	var p PriorResource
	var values, sensitive span
	hold := false
	defer func() { r.release(hold) }()
	r.object(func(name []byte) {
		switch string(name) {
		case "address":
			p.Address = r.text()
		case "mode":
			p.Mode = r.text()
		case "type":
			p.Type = r.text()
		case "deposed_key":
			p.Deposed = r.text()
		case "tainted":
			p.Tainted, _ = r.boolean()
		case "depends_on":
			p.DependsOn = r.texts()
		case "values", "sensitive_values":
			if r.opts.KeepPrior == nil {
				r.skip()
				return
			}
			hold = r.hold() || hold
			if string(name) == "values" {
				values = r.capture()
			} else {
				sensitive = r.capture()
			}
		default:
			r.skip()
		}
	})
	if r.err != nil {
		return
	}
	r.missing([]byte(p.Address), []byte(p.Mode))
	if v := r.bytes(values); len(v) > 0 && v[0] == '{' {
		p.Values = r.keepPrior(p, v, readMarks(r.bytes(sensitive)))
	}
	r.plan.Prior = append(r.plan.Prior, p)
}

// keepPrior keeps the attributes asked for.
func (r *reader) keepPrior(p PriorResource, values []byte, sens *marks) map[string]Value {
	names := r.opts.KeepPrior(p.Mode, p.Type)
	if len(names) == 0 {
		return nil
	}
	found := secrets(nil, values, sens)
	var out map[string]Value
	for _, m := range appendMembers(nil, values) {
		for _, name := range names {
			if string(m.name) != name {
				continue
			}
			if out == nil {
				out = map[string]Value{}
			}
			v := mask(m.value, sens.member(m.name), nil)
			if sens.all() {
				v = Sensitive
			}
			out[name] = scrub(v, found)
		}
	}
	return out
}
