package eval

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// An object is a value that further blocks can add keys to.
type object struct {
	keys map[string]any // *object or cty.Value
	from string         // folder of the file that made it
	leaf map[string]string
}

func newObject(from string) *object {
	return &object{keys: map[string]any{}, from: from, leaf: map[string]string{}}
}

// get finds what lies at a path, and the folder of the file that set it.
func (o *object) get(at []string) (value any, from string, ok bool) {
	value, from = o, o.from
	for _, key := range at {
		in, isObject := value.(*object)
		if !isObject {
			return nil, "", false
		}
		next, found := in.keys[key]
		if !found {
			return nil, "", false
		}
		if value, from = next, in.leaf[key]; from == "" {
			if sub, isObject := next.(*object); isObject {
				from = sub.from
			}
		}
	}
	return value, from, true
}

// set puts a value at a path and makes the objects on the way.
func (o *object) set(at []string, v cty.Value, from string) error {
	in := o
	for i, key := range at[:len(at)-1] {
		next, found := in.keys[key]
		if !found {
			next = newObject(from)
			in.keys[key] = next
		}
		sub, isObject := next.(*object)
		if !isObject {
			return fmt.Errorf("global.%s is no object and cannot be extended", strings.Join(at[:i+1], "."))
		}
		in = sub
	}
	last := at[len(at)-1]
	in.keys[last] = extensible(v, from)
	in.leaf[last] = from
	return nil
}

// remove takes what lies at a path away.
func (o *object) remove(at []string) {
	if in, _, ok := o.get(at[:len(at)-1]); ok {
		if sub, isObject := in.(*object); isObject {
			delete(sub.keys, at[len(at)-1])
		}
	}
}

// extensible turns an object value into one that can be added to.
func extensible(v cty.Value, from string) any {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() {
		return v
	}
	o := newObject(from)
	for key, val := range v.AsValueMap() {
		o.keys[key] = extensible(val, from)
		o.leaf[key] = from
	}
	return o
}

// value returns the object as a value.
func (o *object) value() cty.Value {
	m := make(map[string]cty.Value, len(o.keys))
	for key, v := range o.keys {
		if sub, isObject := v.(*object); isObject {
			m[key] = sub.value()
		} else {
			m[key] = v.(cty.Value)
		}
	}
	return cty.ObjectVal(m)
}
