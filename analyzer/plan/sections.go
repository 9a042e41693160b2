package plan

import "cmp"

// outputs reads output_changes.
func (r *reader) outputs() {
	seen := map[string]bool{}
	r.object(func(name []byte) {
		o := &OutputChange{Name: string(name), Pointer: string(r.ptr)}
		if seen[o.Name] {
			r.fail(badSyntax, "the same name twice", nil)
			return
		}
		seen[o.Name] = true
		r.output(o)
	})
}

func (r *reader) output(o *OutputChange) {
	h := &r.head
	h.reset()
	hold := r.hold()
	defer r.release(hold)
	if r.space() != '{' {
		r.wrongType("an object")
		return
	}
	r.object(r.changeMember)
	if r.err != nil {
		return
	}
	r.collect(r.bytes(h.before), h.sensBefore)
	r.collect(r.bytes(h.after), h.sensAfter)
	o.Action, _ = action(h.actions)
	if o.Action == ActionNoOp {
		return
	}
	u, bs, as := readMarks(r.bytes(h.unknown)), readMarks(r.bytes(h.sensBefore)), readMarks(r.bytes(h.sensAfter))
	o.Sensitive = bs != nil || as != nil
	o.Unknown = u != nil
	if r.opts.OutputValues {
		before, after := r.bytes(h.before), r.bytes(h.after)
		o.Before, o.After = maskSides(before, after, u, bs, as)
		if h.seenChange&(changeSensBefore|changeSensAfter) == 0 {
			o.Before, o.After = Sensitive, Sensitive
		}
	}
	r.plan.Outputs = append(r.plan.Outputs, o)
}

// checks reads the results of checks and conditions. Their messages are not
// read: they can hold values.
func (r *reader) checks() {
	r.array(func(int) {
		var c Check
		r.object(func(name []byte) {
			switch string(name) {
			case "address":
				r.object(func(name []byte) {
					switch string(name) {
					case "to_display":
						c.Address = r.text()
					case "kind":
						c.Kind = r.text()
					default:
						r.skip()
					}
				})
			case "status":
				c.Status = r.text()
			case "instances":
				r.array(func(int) {
					r.object(func(name []byte) {
						if string(name) != "problems" {
							r.skip()
							return
						}
						r.array(func(int) { c.Problems++; r.skip() })
					})
				})
			default:
				r.skip()
			}
		})
		r.plan.Checks = append(r.plan.Checks, c)
	})
}

// invocations reads action_invocations, without their configuration.
func (r *reader) invocations() {
	r.array(func(int) { r.invocation() })
}

// laterInvocations reads deferred_action_invocations.
func (r *reader) laterInvocations() {
	r.array(func(int) {
		at, reason := len(r.plan.Actions), ""
		r.object(func(name []byte) {
			switch string(name) {
			case "reason":
				reason = r.text()
			case "action_invocation":
				r.invocation()
			default:
				r.skip()
			}
		})
		for i := range r.plan.Actions[min(at, len(r.plan.Actions)):] {
			r.plan.Actions[at+i].Deferred = cmp.Or(reason, "unknown")
		}
	})
}

func (r *reader) invocation() {
	var v Invocation
	r.object(func(name []byte) {
		switch string(name) {
		case "address":
			v.Address = r.text()
		case "type":
			v.Type = r.text()
		case "name":
			v.Name = r.text()
		case "lifecycle_action_trigger":
			r.object(func(name []byte) {
				switch string(name) {
				case "triggering_resource_address":
					v.Trigger = r.text()
				case "action_trigger_event":
					v.Event = r.text()
				default:
					r.skip()
				}
			})
		default:
			r.skip()
		}
	})
	r.plan.Actions = append(r.plan.Actions, v)
}

// variables reads the values of the root module's input variables, of which
// configuration will tell later which are sensitive.
func (r *reader) variables() {
	r.object(func(name []byte) {
		key := string(name)
		r.object(func(name []byte) {
			if string(name) != "value" {
				r.skip()
				return
			}
			hold := r.hold()
			r.inputs[key] = allStrings(nil, r.bytes(r.capture()))
			r.release(hold)
		})
	})
}
