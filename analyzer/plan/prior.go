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
			switch {
			case string(name) == "root_module":
				r.priorModule()
			case string(name) == "outputs" && r.echoes != nil:
				r.object(func([]byte) { r.priorOutput() })
			default:
				r.skip()
			}
		})
	})
}

// priorOutput takes in the value of a sensitive output.
func (r *reader) priorOutput() {
	sensitive, hold := false, r.hold()
	defer r.release(hold)
	var value span
	r.object(func(name []byte) {
		switch string(name) {
		case "sensitive":
			sensitive, _ = r.boolean()
		case "value":
			value = r.capture()
		default:
			r.skip()
		}
	})
	if r.err == nil && sensitive && !isNull(r.bytes(value)) {
		r.echoes.add(allStrings(nil, r.bytes(value)))
	}
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
	if r.opts.Prior || r.echoes != nil {
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
			if r.opts.KeepPrior == nil && r.echoes == nil {
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
	r.collect(r.bytes(values), sensitive)
	if !r.opts.Prior {
		return
	}
	if v := r.bytes(values); len(v) > 0 && v[0] == '{' && r.opts.KeepPrior != nil {
		p.Values = r.keepPrior(p, v, readMarks(r.bytes(sensitive)))
	}
	r.plan.Prior = append(r.plan.Prior, p)
}

// keepPrior keeps the attributes asked for.
func (r *reader) keepPrior(p PriorResource, values []byte, sens *marks) map[string]Value {
	names := r.priorNames(p.Mode, p.Type)
	if len(names) == 0 {
		return nil
	}
	found := secrets(nil, values, sens)
	var out map[string]Value
	for name, value := range members(values) {
		kept, ok := names[string(name)]
		if !ok {
			continue
		}
		if out == nil {
			out = make(map[string]Value, 8)
		}
		v := mask(value, sens.member(name), nil)
		if sens.all() {
			v = Sensitive
		}
		out[kept] = scrub(v, among(found))
	}
	return out
}

// priorNames asks once for each type which attributes are wanted.
func (r *reader) priorNames(mode, typ string) map[string]string {
	k := [2]string{mode, typ}
	names, ok := r.priorKeep[k]
	if !ok {
		names = map[string]string{}
		for _, name := range r.opts.KeepPrior(mode, typ) {
			names[name] = name
		}
		if r.priorKeep == nil {
			r.priorKeep = map[[2]string]map[string]string{}
		}
		r.priorKeep[k] = names
	}
	return names
}
