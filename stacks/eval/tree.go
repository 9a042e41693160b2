package eval

import (
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// tree turns pairs of a parent (null for a root) and a child into the paths
// from the roots to every node, sorted.
var tree = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "pairs", Type: cty.List(cty.Tuple([]cty.Type{cty.String, cty.String}))}},
	Type:   function.StaticReturnType(cty.List(cty.List(cty.String))),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		parents, err := treeParents(args[0].AsValueSlice())
		if err != nil {
			return cty.NilVal, err
		}
		var paths [][]string
		for node := range parents {
			path := []string{node}
			for up := parents[node]; up != nil; up = parents[*up] {
				if len(path) > len(parents) {
					return cty.NilVal, fmt.Errorf("%q lies in a cycle", node)
				}
				path = append(path, *up)
			}
			slices.Reverse(path)
			paths = append(paths, path)
		}
		slices.SortFunc(paths, slices.Compare[[]string])
		values := make([]cty.Value, len(paths))
		for i, path := range paths {
			values[i] = listOf(path)
		}
		if len(values) == 0 {
			return cty.ListValEmpty(cty.List(cty.String)), nil
		}
		return cty.ListVal(values), nil
	},
})

// treeParents maps each child to its parent, nil for a root.
func treeParents(pairs []cty.Value) (map[string]*string, error) {
	parents := map[string]*string{}
	for _, pair := range pairs {
		ends := pair.AsValueSlice()
		if ends[1].IsNull() || ends[1].AsString() == "" {
			return nil, fmt.Errorf("a child must have a name")
		}
		child := ends[1].AsString()
		if _, known := parents[child]; known {
			return nil, fmt.Errorf("%q has two parents", child)
		}
		parents[child] = nil
		if !ends[0].IsNull() {
			up := ends[0].AsString()
			if up == "" {
				return nil, fmt.Errorf("a parent must have a name")
			}
			parents[child] = &up
		}
	}
	for child, up := range parents {
		if up == nil {
			continue
		}
		if _, known := parents[*up]; !known {
			return nil, fmt.Errorf("%q, the parent of %q, is nobody's child and no root", *up, child)
		}
	}
	return parents, nil
}
