package eval

import (
	"bytes"
	"compress/gzip"
	"crypto/md5"  //nolint:gosec // a function of the language, not a safeguard
	"crypto/sha1" //nolint:gosec // likewise
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// stringParams names string parameters of a function.
func stringParams(names ...string) []function.Parameter {
	params := make([]function.Parameter, len(names))
	for i, name := range names {
		params[i] = function.Parameter{Name: name, Type: cty.String}
	}
	return params
}

// textFunc makes a function from one string to another.
func textFunc(f func(string) string) function.Function {
	return function.New(&function.Spec{
		Params: stringParams("str"),
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.StringVal(f(args[0].AsString())), nil
		},
	})
}

// relation makes a yes-or-no function of two strings.
func relation(f func(a, b string) bool) function.Function {
	return function.New(&function.Spec{
		Params: stringParams("str", "other"),
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(f(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

// unpredictable makes a function whose result nobody can know beforehand.
func unpredictable(params ...string) function.Function {
	return function.New(&function.Spec{
		Params:   stringParams(params...),
		VarParam: &function.Parameter{Name: "more", Type: cty.DynamicPseudoType},
		Type:     function.StaticReturnType(cty.String),
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
			return cty.UnknownVal(cty.String), nil
		},
	})
}

var (
	startsWith  = relation(strings.HasPrefix)
	endsWith    = relation(strings.HasSuffix)
	strContains = relation(strings.Contains)
)

func encodeBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func base64SHA256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func base64SHA512(s string) string {
	sum := sha512.Sum512([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func hexMD5(s string) string {
	sum := md5.Sum([]byte(s)) //nolint:gosec // see the import
	return hex.EncodeToString(sum[:])
}

func hexSHA1(s string) string {
	sum := sha1.Sum([]byte(s)) //nolint:gosec // see the import
	return hex.EncodeToString(sum[:])
}

func hexSHA256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func hexSHA512(s string) string {
	sum := sha512.Sum512([]byte(s))
	return hex.EncodeToString(sum[:])
}

func baseName(s string) string  { return path.Base(s) }
func dirName(s string) string   { return path.Dir(s) }
func urlEncode(s string) string { return url.QueryEscape(s) }

// isSensitive is always false: Terramate knows no sensitive values.
var isSensitive = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl:   func([]cty.Value, cty.Type) (cty.Value, error) { return cty.False, nil },
})

// pathExpand leaves a path as it is; a home folder differs between machines.
var pathExpand = function.New(&function.Spec{
	Params: stringParams("path"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if strings.HasPrefix(args[0].AsString(), "~") {
			return cty.UnknownVal(cty.String), nil
		}
		return args[0], nil
	},
})

var urlDecode = function.New(&function.Spec{
	Params: stringParams("str"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		s, err := url.QueryUnescape(args[0].AsString())
		if err != nil {
			return cty.NilVal, fmt.Errorf("not a URL-encoded string: %w", err)
		}
		return cty.StringVal(s), nil
	},
})

var base64Decode = function.New(&function.Spec{
	Params: stringParams("str"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		data, err := base64.StdEncoding.DecodeString(args[0].AsString())
		if err != nil || !utf8.Valid(data) {
			return cty.NilVal, fmt.Errorf("not base64 of UTF-8 text")
		}
		return cty.StringVal(string(data)), nil
	},
})

var base64Gzip = function.New(&function.Spec{
	Params: stringParams("str"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		var buf bytes.Buffer
		w := gzip.NewWriter(&buf)
		if _, err := w.Write([]byte(args[0].AsString())); err != nil {
			return cty.NilVal, fmt.Errorf("compress: %w", err)
		}
		if err := w.Flush(); err != nil { // as OpenTofu does, which shows in the bytes
			return cty.NilVal, fmt.Errorf("compress: %w", err)
		}
		if err := w.Close(); err != nil {
			return cty.NilVal, fmt.Errorf("compress: %w", err)
		}
		return cty.StringVal(base64.StdEncoding.EncodeToString(buf.Bytes())), nil
	},
})

// replace takes a search string, or a pattern between slashes.
var replace = function.New(&function.Spec{
	Params: stringParams("str", "substr", "replace"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		str, find, with := args[0].AsString(), args[1].AsString(), args[2].AsString()
		if len(find) > 1 && find[0] == '/' && find[len(find)-1] == '/' {
			re, err := regexp.Compile(find[1 : len(find)-1])
			if err != nil {
				return cty.NilVal, function.NewArgError(1, err)
			}
			return cty.StringVal(re.ReplaceAllString(str, with)), nil
		}
		return cty.StringVal(strings.ReplaceAll(str, find, with)), nil
	},
})

var timeCmp = function.New(&function.Spec{
	Params: stringParams("timestamp_a", "timestamp_b"),
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		var at [2]time.Time
		for i := range at {
			t, err := time.Parse(time.RFC3339, args[i].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(i, "not a valid RFC3339 timestamp")
			}
			at[i] = t
		}
		return cty.NumberIntVal(int64(at[0].Compare(at[1]))), nil
	},
})

// uuidV5 derives a UUID from a namespace and a name (RFC 4122, version 5).
var uuidV5 = function.New(&function.Spec{
	Params: stringParams("namespace", "name"),
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		space := args[0].AsString()
		if known, ok := uuidSpaces[space]; ok {
			space = known
		}
		id, err := hex.DecodeString(strings.ReplaceAll(space, "-", ""))
		if err != nil || len(id) != 16 {
			return cty.NilVal, function.NewArgErrorf(0, "not a UUID, dns, url, oid or x500")
		}
		sum := sha1.Sum(append(id, args[1].AsString()...)) //nolint:gosec // see the import
		u := sum[:16]
		u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
		return cty.StringVal(fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])), nil
	},
})

var uuidSpaces = map[string]string{
	"dns":  "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
	"url":  "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
	"oid":  "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
	"x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
}
