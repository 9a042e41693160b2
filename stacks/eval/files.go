package eval

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// maxRead bounds what a file function reads.
const maxRead = 16 << 20

// files returns the functions that read files, with paths counted from dir.
func files(fsys fs.FS, dir string) map[string]function.Function {
	ofContent := func(f func(string) string) function.Function {
		return pathFunc(cty.String, func(name string) (cty.Value, error) {
			s, err := readText(fsys, dir, name)
			return cty.StringVal(f(s)), err
		})
	}
	return map[string]function.Function{
		"file":             ofContent(func(s string) string { return s }),
		"filemd5":          ofContent(hexMD5),
		"filesha1":         ofContent(hexSHA1),
		"filesha256":       ofContent(hexSHA256),
		"filesha512":       ofContent(hexSHA512),
		"filebase64sha256": ofContent(base64SHA256),
		"filebase64sha512": ofContent(base64SHA512),
		"filebase64": pathFunc(cty.String, func(name string) (cty.Value, error) {
			data, err := read(fsys, dir, name)
			return cty.StringVal(base64.StdEncoding.EncodeToString(data)), err
		}),
		"fileexists": pathFunc(cty.Bool, func(name string) (cty.Value, error) {
			at, err := inside(dir, name)
			if err != nil {
				return cty.False, err
			}
			info, err := fs.Stat(fsys, at)
			return cty.BoolVal(err == nil && info.Mode().IsRegular()), nil
		}),
		"fileset": fileSet(fsys, dir),
	}
}

// absPath makes a path absolute. Where the project lies nowhere it is unknown.
func absPath(root, dir string) function.Function {
	return pathFunc(cty.String, func(name string) (cty.Value, error) {
		switch {
		case path.IsAbs(name):
			return cty.StringVal(path.Clean(name)), nil
		case root == "":
			return cty.UnknownVal(cty.String), nil
		}
		return cty.StringVal(path.Join(filepath.ToSlash(root), dir, name)), nil
	})
}

func pathFunc(ret cty.Type, f func(name string) (cty.Value, error)) function.Function {
	return function.New(&function.Spec{
		Params: stringParams("path"),
		Type:   function.StaticReturnType(ret),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			v, err := f(args[0].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			return v, nil
		},
	})
}

// inside resolves a path and refuses those that leave the project.
func inside(dir, name string) (string, error) {
	at := path.Join(dir, name)
	if path.IsAbs(name) || at == ".." || strings.HasPrefix(at, "../") {
		return "", fmt.Errorf("%q lies outside the project", name)
	}
	return at, nil
}

func read(fsys fs.FS, dir, name string) ([]byte, error) {
	at, err := inside(dir, name)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(fsys, at)
	if err != nil {
		return nil, fmt.Errorf("no file %q", name)
	}
	if !info.Mode().IsRegular() || info.Size() > maxRead {
		return nil, fmt.Errorf("%q is not a regular file of at most %d MiB", name, maxRead>>20)
	}
	data, err := fs.ReadFile(fsys, at)
	if err != nil {
		return nil, fmt.Errorf("cannot read %q", name)
	}
	return data, nil
}

func readText(fsys fs.FS, dir, name string) (string, error) {
	data, err := read(fsys, dir, name)
	if err == nil && !utf8.Valid(data) {
		err = fmt.Errorf("%q is not UTF-8 text", name)
	}
	return string(data), err
}

// fileSet lists the regular files below a folder that match a pattern, in
// which ** stands for any number of folders.
func fileSet(fsys fs.FS, dir string) function.Function {
	return function.New(&function.Spec{
		Params: stringParams("path", "pattern"),
		Type:   function.StaticReturnType(cty.Set(cty.String)),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			at, err := inside(dir, args[0].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			pattern := strings.Split(path.Clean(args[1].AsString()), "/")
			var found []cty.Value
			err = fs.WalkDir(fsys, at, func(name string, d fs.DirEntry, err error) error {
				rel := strings.TrimPrefix(strings.TrimPrefix(name, at), "/")
				if err == nil && d.Type().IsRegular() && matchParts(pattern, strings.Split(rel, "/")) {
					found = append(found, cty.StringVal(rel))
				}
				return nil
			})
			if err != nil || len(found) == 0 {
				return cty.SetValEmpty(cty.String), nil
			}
			return cty.SetVal(found), nil
		},
	})
}

func matchParts(pattern, parts []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			for i := range len(parts) + 1 {
				if matchParts(pattern[1:], parts[i:]) {
					return true
				}
			}
			return false
		}
		if len(parts) == 0 {
			return false
		}
		if ok, err := path.Match(pattern[0], parts[0]); err != nil || !ok {
			return false
		}
		pattern, parts = pattern[1:], parts[1:]
	}
	return len(parts) == 0
}

// render evaluates a template with the given variables, which may not call
// templates again.
func render(src, name string, vars cty.Value, funcs map[string]function.Function) (cty.Value, error) {
	expr, diags := safehcl.ParseTemplate([]byte(src), name)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	ctx := &hcl.EvalContext{Variables: map[string]cty.Value{}, Functions: map[string]function.Function{}}
	if vars.CanIterateElements() {
		for k, v := range vars.Elements() {
			ctx.Variables[k.AsString()] = v
		}
	}
	for name, f := range funcs {
		if !strings.HasPrefix(name, "tm_template") {
			ctx.Functions[strings.TrimPrefix(name, "tm_")] = f
		}
	}
	v, diags := expr.Value(ctx)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	return v, nil
}

func templateString(funcs map[string]function.Function) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "template", Type: cty.String}, {Name: "vars", Type: cty.DynamicPseudoType}},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return render(args[0].AsString(), "<template>", args[1], funcs)
		},
	})
}

func templateFile(fsys fs.FS, dir string, funcs map[string]function.Function) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "path", Type: cty.String}, {Name: "vars", Type: cty.DynamicPseudoType}},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			src, err := readText(fsys, dir, args[0].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			return render(src, args[0].AsString(), args[1], funcs)
		},
	})
}
