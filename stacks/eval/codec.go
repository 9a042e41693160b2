package eval

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// hclDecode reads attributes with constant values into an object.
var hclDecode = function.New(&function.Spec{
	Params: stringParams("content"),
	Type:   function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		file, diags := safehcl.Parse([]byte(args[0].AsString()), "<input>")
		if diags.HasErrors() {
			return cty.NilVal, diags
		}
		attrs, diags := file.Body.JustAttributes() // blocks are errors
		if diags.HasErrors() {
			return cty.NilVal, diags
		}
		values := map[string]cty.Value{}
		for name, attr := range attrs {
			v, diags := attr.Expr.Value(nil)
			if diags.HasErrors() {
				return cty.NilVal, diags
			}
			values[name] = v
		}
		return cty.ObjectVal(values), nil
	},
})

var base64Gunzip = function.New(&function.Spec{
	Params: stringParams("str"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		data, err := base64.StdEncoding.DecodeString(args[0].AsString())
		if err != nil {
			return cty.NilVal, fmt.Errorf("not base64: %w", err)
		}
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return cty.NilVal, fmt.Errorf("not gzip: %w", err)
		}
		text, err := io.ReadAll(io.LimitReader(r, maxRead+1))
		if err != nil || len(text) > maxRead {
			return cty.NilVal, fmt.Errorf("cannot be unpacked, or to more than %d MiB", maxRead>>20)
		}
		return cty.StringVal(string(text)), nil
	},
})

// textEncodings are those of the many that OpenTofu knows which can be told
// apart without tables.
var textEncodings = []string{"UTF-8", "UTF-16LE", "UTF-16BE"}

var textEncodeBase64 = function.New(&function.Spec{
	Params: stringParams("string", "encoding"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		text, name := args[0].AsString(), strings.ToUpper(args[1].AsString())
		out := []byte(text)
		if order := byteOrder(name); order != nil {
			out = out[:0]
			for _, unit := range utf16.Encode([]rune(text)) {
				out = order.AppendUint16(out, unit)
			}
		} else if !slices.Contains(textEncodings, name) {
			return cty.NilVal, function.NewArgErrorf(1, "is not one of %s, which are known here", strings.Join(textEncodings, ", "))
		}
		return cty.StringVal(base64.StdEncoding.EncodeToString(out)), nil
	},
})

var textDecodeBase64 = function.New(&function.Spec{
	Params: stringParams("source", "encoding"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		data, err := base64.StdEncoding.DecodeString(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "is not base64: %v", err)
		}
		name := strings.ToUpper(args[1].AsString())
		order := byteOrder(name)
		switch {
		case order != nil && len(data)%2 == 0:
			units := make([]uint16, len(data)/2)
			for i := range units {
				units[i] = order.Uint16(data[2*i:])
			}
			return cty.StringVal(string(utf16.Decode(units))), nil
		case name == "UTF-8" && utf8.Valid(data):
			return cty.StringVal(string(data)), nil
		case slices.Contains(textEncodings, name):
			return cty.NilVal, function.NewArgErrorf(0, "holds no %s text", name)
		}
		return cty.NilVal, function.NewArgErrorf(1, "is not one of %s, which are known here", strings.Join(textEncodings, ", "))
	},
})

// byteOrder returns that of a UTF-16 encoding, and nil for others.
func byteOrder(name string) interface {
	binary.ByteOrder
	binary.AppendByteOrder
} {
	switch name {
	case "UTF-16LE":
		return binary.LittleEndian
	case "UTF-16BE":
		return binary.BigEndian
	}
	return nil
}
