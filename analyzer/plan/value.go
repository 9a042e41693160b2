package plan

// A Value is a decoded attribute value: nil, bool, json.Number, string,
// []Value, map[string]Value, or one of the markers Unknown and Sensitive.
type Value = any

// A Marker stands where a value is not known or not to be shown.
type Marker uint8

// The markers.
const (
	// Unknown is a value that is known only after apply.
	Unknown Marker = iota + 1
	// Sensitive is a value that was dropped at the door.
	Sensitive
)

// String returns the words that a person reads in place of the value.
func (m Marker) String() string {
	switch m {
	case Unknown:
		return "(known after apply)"
	case Sensitive:
		return "(sensitive value)"
	}
	return "(no value)"
}

// Lookup walks into v by top-level attribute, nested keys and list indexes,
// and returns nil, false when the path leads nowhere. Steps are strings for
// keys and ints for indexes (base 0).
func Lookup(v Value, steps ...any) (Value, bool) {
	for _, step := range steps {
		switch s := step.(type) {
		case string:
			m, ok := v.(map[string]Value)
			if !ok {
				return nil, false
			}
			if v, ok = m[s]; !ok {
				return nil, false
			}
		case int:
			l, ok := v.([]Value)
			if !ok || s < 0 || s >= len(l) {
				return nil, false
			}
			v = l[s]
		default:
			return nil, false
		}
	}
	return v, true
}
