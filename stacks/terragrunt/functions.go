package terragrunt

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// maxDepth bounds files that read each other.
const maxDepth = 16

// context gives an expression of a file Terragrunt's functions.
func (l *loader) context(at *view, depth int) *hcl.EvalContext {
	all := map[string]function.Function{}
	for name, f := range eval.NoFiles() {
		all[strings.TrimPrefix(name, "tm_")] = f
	}
	maps.Copy(all, map[string]function.Function{
		"find_in_parent_folders":      failingFunc(l.findInParents),
		"get_terragrunt_dir":          textFunc(func([]string) (string, bool) { return l.absolute(at.dir), true }),
		"get_original_terragrunt_dir": textFunc(func([]string) (string, bool) { return l.absolute(at.dir), true }),
		"get_repo_root":               textFunc(func([]string) (string, bool) { return l.absolute("/"), true }),
		"get_path_to_repo_root":       textFunc(func([]string) (string, bool) { return strings.TrimPrefix(relativeTo(at.dir, "/"), "./"), true }),
		"get_path_from_repo_root":     textFunc(func([]string) (string, bool) { return relative(at.dir), true }),
		"get_parent_terragrunt_dir":   textFunc(func(args []string) (string, bool) { return l.absolute(at.above(args)), true }),
		"path_relative_to_include":    textFunc(func(args []string) (string, bool) { return plainRelative(at.above(args), at.dir), true }),
		"path_relative_from_include":  textFunc(func(args []string) (string, bool) { return plainRelative(at.dir, at.above(args)), true }),
		"get_env":                     textFunc(func([]string) (string, bool) { return "", false }),
		"run_cmd":                     textFunc(func([]string) (string, bool) { return "", false }),
		"sops_decrypt_file":           textFunc(func([]string) (string, bool) { return "", false }),
		"get_aws_account_id":          textFunc(func([]string) (string, bool) { return "", false }),
		"get_aws_caller_identity_arn": textFunc(func([]string) (string, bool) { return "", false }),
		"get_terraform_command":       textFunc(func([]string) (string, bool) { return "", false }),
		"get_platform":                textFunc(func([]string) (string, bool) { return "", false }),
		"file":                        failingFunc(l.file),
		"read_tfvars_file":            textFunc(l.tfvars),
		"read_terragrunt_config":      l.readConfig(depth),
	})
	return &hcl.EvalContext{Functions: all, Variables: map[string]cty.Value{}}
}

// above returns the folder of the file that includes this one's module, or of
// the one that a file's include block names; the module's without any.
func (at *view) above(args []string) string {
	if at.included != "" {
		return path.Dir(at.included)
	}
	if len(args) > 0 && at.includes[args[0]] != "" {
		return path.Dir(at.includes[args[0]])
	}
	if len(args) == 0 && len(at.includes) == 1 {
		for _, file := range at.includes {
			return path.Dir(file)
		}
	}
	return at.dir
}

func plainRelative(from, to string) string {
	if from == to {
		return "."
	}
	return strings.TrimPrefix(relativeTo(from, to), "./")
}

// findInParents looks for a file in the folders above the module, up to the
// project's root.
func (l *loader) findInParents(args []string) (string, bool, error) {
	name := FileName
	if len(args) > 0 {
		name = args[0]
	}
	for at := l.dir; at != "/"; {
		at = path.Dir(at)
		found, ok := l.inProject(path.Join(l.absolute(at), name))
		if !ok {
			continue
		}
		if _, err := fs.Stat(l.fsys, relative(found)); err == nil {
			l.uses[found] = true
			return l.absolute(found), true, nil
		}
	}
	if len(args) > 1 && args[1] != "" {
		return args[1], true, nil
	}
	return "", false, missing{fmt.Sprintf("there is no %s in the folders above, up to the project's root", name)}
}

// use notes a file that is named relative to the module.
func (l *loader) use(name string) (string, bool) {
	if !path.IsAbs(name) {
		name = path.Join(l.absolute(l.dir), name)
	}
	return l.inProject(name)
}

func (l *loader) file(args []string) (string, bool, error) {
	if len(args) != 1 {
		return "", false, nil
	}
	at, ok := l.use(args[0])
	if !ok {
		return "", false, nil
	}
	l.uses[at] = true
	src, err := l.read(at)
	if err != nil {
		return "", false, missing{err.Error()}
	}
	return string(src), true, nil
}

func (l *loader) tfvars(args []string) (string, bool) {
	if len(args) == 1 {
		if at, ok := l.use(args[0]); ok {
			l.uses[at] = true
		}
	}
	return "", false
}

// readConfig returns the function that reads another Terragrunt file.
func (l *loader) readConfig(depth int) function.Function {
	return function.New(&function.Spec{
		Params:   []function.Parameter{{Name: "path", Type: cty.String}},
		VarParam: &function.Parameter{Name: "default", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true},
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			at, ok := l.use(args[0].AsString())
			if !ok || depth >= maxDepth {
				return cty.DynamicVal, nil
			}
			if info, err := fs.Stat(l.fsys, relative(at)); err == nil && info.IsDir() {
				at = path.Join(at, FileName)
			}
			body, diags := l.parse(at, nil)
			if diags.HasErrors() && len(args) > 1 {
				return args[1], nil
			}
			if diags.HasErrors() {
				return cty.NilVal, missing{diags[0].Detail}
			}
			l.uses[at] = true
			before := l.diags
			values := l.config(body, view{file: at, dir: path.Dir(at)}, depth+1).values
			if found := l.diags[len(before):]; found.HasErrors() {
				l.diags = before // The caller may have another way out.
				return cty.NilVal, missing{firstError(found)}
			}
			return values, nil
		},
	})
}

// textFunc makes a function of strings; false gives an unknown string.
func textFunc(f func(args []string) (string, bool)) function.Function {
	return failingFunc(func(args []string) (string, bool, error) {
		s, ok := f(args)
		return s, ok, nil
	})
}

// failingFunc is textFunc of a function that can fail.
func failingFunc(f func(args []string) (string, bool, error)) function.Function {
	return function.New(&function.Spec{
		VarParam: &function.Parameter{Name: "args", Type: cty.String},
		Type:     function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list := make([]string, len(args))
			for i, a := range args {
				list[i] = a.AsString()
			}
			s, ok, err := f(list)
			if err != nil {
				return cty.NilVal, err
			}
			if !ok {
				return cty.UnknownVal(cty.String), nil
			}
			return cty.StringVal(s), nil
		},
	})
}
