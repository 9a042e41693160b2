package plan

import (
	"bytes"
	"slices"
)

// configuration reads who refers to whom. Constants are skipped, never read.
func (r *reader) configuration() {
	r.config = &Config{Root: newModule(), Providers: map[string]ConfigProvider{}}
	r.object(func(name []byte) {
		switch string(name) {
		case "provider_config":
			r.object(func(name []byte) { r.provider(string(name)) })
		case "root_module":
			r.configModule(r.config.Root)
		default:
			r.skip()
		}
	})
}

func newModule() *ConfigModule {
	return &ConfigModule{Calls: map[string]*ConfigCall{}, Outputs: map[string]ConfigOutput{}}
}

func (r *reader) provider(key string) {
	var p ConfigProvider
	r.object(func(name []byte) {
		switch string(name) {
		case "name":
			p.Name = r.text()
		case "full_name":
			p.FullName = r.text()
		case "alias":
			p.Alias = r.text()
		case "module_address":
			p.ModuleAddress = r.text()
		case "expressions":
			p.References = r.references()
		default:
			r.skip()
		}
	})
	r.config.Providers[key] = p
}

func (r *reader) configModule(m *ConfigModule) {
	r.object(func(name []byte) {
		switch string(name) {
		case "resources":
			r.array(func(int) { r.configResource(m) })
		case "module_calls":
			r.configCalls(m)
		case "outputs":
			if r.space() == '[' { // early 0.12
				r.skip()
				return
			}
			r.object(func(name []byte) { r.configOutput(m, string(name)) })
		case "variables":
			r.object(func(name []byte) {
				m.Variables = append(m.Variables, string(name))
				if m == r.config.Root && r.echoes != nil {
					r.configVariable(m.Variables[len(m.Variables)-1])
					return
				}
				r.skip()
			})
			slices.Sort(m.Variables)
		default:
			r.skip()
		}
	})
}

// configVariable takes in the value of a sensitive input variable.
func (r *reader) configVariable(key string) {
	r.object(func(name []byte) {
		if string(name) != "sensitive" {
			r.skip()
			return
		}
		if sensitive, _ := r.boolean(); sensitive {
			r.sensitive = append(r.sensitive, key)
		}
	})
}

func (r *reader) configResource(m *ConfigModule) {
	var c ConfigResource
	r.object(func(name []byte) {
		switch string(name) {
		case "address":
			c.Address = r.text()
		case "mode":
			c.Mode = r.text()
		case "type":
			c.Type = r.text()
		case "name":
			c.Name = r.text()
		case "provider_config_key":
			c.ProviderKey = r.text()
		case "expressions":
			if !r.wanted(&c) {
				r.skip()
				return
			}
			r.constants = nil
			c.Expressions = r.expressions()
			slices.Sort(r.constants)
			c.Constants = slices.Compact(r.constants)
			r.constants = nil
		case "count_expression":
			c.Count = r.references()
		case "for_each_expression":
			c.ForEach = r.references()
		case "depends_on":
			c.DependsOn = r.texts()
		default:
			r.skip()
		}
	})
	if r.err == nil && r.wanted(&c) {
		m.Resources = append(m.Resources, c)
	}
}

// wanted tells whether the references of a resource are needed: all of them
// when the caller asks for configuration, else those of replacements.
func (r *reader) wanted(c *ConfigResource) bool {
	if r.opts.Config || r.has&hasChanges == 0 || c.Type == "" || c.Name == "" {
		return true
	}
	return slices.ContainsFunc(r.waiting, func(w waiting) bool { return w.change.Type == c.Type && w.change.Name == c.Name })
}

// configCalls reads module_calls: an object, or a list in early 0.12.
func (r *reader) configCalls(m *ConfigModule) {
	if r.space() == '[' {
		r.array(func(int) { r.configCall(m, "") })
		return
	}
	r.object(func(name []byte) { r.configCall(m, string(name)) })
}

func (r *reader) configCall(m *ConfigModule, key string) {
	c := &ConfigCall{Module: newModule()}
	r.object(func(name []byte) {
		switch string(name) {
		case "name":
			if key != "" {
				r.skip()
				return
			}
			key = r.text()
		case "source":
			c.Source = r.text()
		case "expressions":
			c.Expressions = r.expressions()
		case "count_expression":
			c.Count = r.references()
		case "for_each_expression":
			c.ForEach = r.references()
		case "depends_on":
			c.DependsOn = r.texts()
		case "module":
			r.configModule(c.Module)
		default:
			r.skip()
		}
	})
	if key != "" {
		m.Calls[key] = c
	}
}

func (r *reader) configOutput(m *ConfigModule, key string) {
	var o ConfigOutput
	r.object(func(name []byte) {
		switch string(name) {
		case "expression":
			o.References = r.references()
		case "depends_on":
			o.DependsOn = r.texts()
		default:
			r.skip()
		}
	})
	m.Outputs[key] = o
}

// references reads an expression, or a block of them, into all its references.
func (r *reader) references() []string {
	var out []string
	for _, refs := range r.expressions() {
		out = append(out, refs...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// expressions reads a block of expressions: by attribute path without indexes,
// what each refers to. An expression alone has the empty path.
func (r *reader) expressions() map[string][]string {
	out := map[string][]string{}
	r.expression(out, nil)
	if len(out) == 0 {
		return nil
	}
	for k, refs := range out {
		slices.Sort(refs)
		out[k] = slices.Compact(refs)
	}
	return out
}

// expression reads one expression (an object with `references` or
// `constant_value`), a block or a list of blocks. A block's attribute can have
// either name too; what its value is tells them apart.
func (r *reader) expression(out map[string][]string, path []byte) {
	switch r.space() {
	case '[':
		r.array(func(int) { r.expression(out, path) })
	case '{':
		r.object(func(name []byte) {
			if bytes.Equal(name, []byte("references")) && r.space() == '[' {
				r.referenceList(out, path)
				return
			}
			if bytes.Equal(name, []byte("constant_value")) {
				if r.opts.Config && len(path) > 0 {
					r.constants = append(r.constants, string(path))
				}
				r.skip()
				return
			}
			sub := slices.Clone(path)
			if len(sub) > 0 {
				sub = append(sub, '.')
			}
			r.expression(out, append(sub, name...))
		})
	default:
		r.skip()
	}
}

// referenceList reads a list of references. Elements that are not strings are
// blocks of an attribute that happens to have that name.
func (r *reader) referenceList(out map[string][]string, path []byte) {
	r.array(func(int) {
		switch r.space() {
		case '"':
			out[string(path)] = append(out[string(path)], r.text())
		default:
			r.expression(out, append(slices.Clone(path), ".references"...))
		}
	})
}
