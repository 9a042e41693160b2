package eval

import (
	"io/fs"

	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Functions returns the functions that a Terramate expression in the folder
// dir of fsys can call.
func Functions(fsys fs.FS, dir string) map[string]function.Function {
	return map[string]function.Function{
		"tm_upper": stdlib.UpperFunc,
		"tm_lower": stdlib.LowerFunc,
	}
}
