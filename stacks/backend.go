package stacks

import (
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A Backend is where a stack's code says that its state is kept.
type Backend struct {
	Type string
	// Place holds the settings that tell one state of the backend from
	// another, as far as they are constants, such as bucket and key.
	Place map[string]string
	// Unknown names those that are no constants.
	Unknown []string
}

// Backend reads the backend block of a stack's code. It returns nil when there
// is none, and the state is a local file.
func (p *Project) Backend(s *Stack) *Backend {
	module, _ := tfconfig.Load(p.fsys, relative(s.Path))
	if module.Backend == nil {
		return nil
	}
	b := &Backend{Type: module.Backend.Type, Place: map[string]string{}}
	for _, name := range stateKeys {
		if module.Backend.Attrs[name] == nil {
			continue
		}
		if value, known := module.Backend.Constant(name); known {
			b.Place[name] = value
		} else {
			b.Unknown = append(b.Unknown, name)
		}
	}
	return b
}
