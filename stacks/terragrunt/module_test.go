package terragrunt_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tofuspec/tofuspec/stacks/terragrunt"
)

func TestLoad(t *testing.T) {
	t.Parallel()
	shared := map[string]string{
		"root.hcl":         `locals { common = read_terragrunt_config(find_in_parent_folders("common.hcl")) }`,
		"common.hcl":       `locals { version = 1 }`,
		"base/eks.hcl":     "terraform {\n  source = \"${dirname(find_in_parent_folders(\"root.hcl\"))}/modules//eks\"\n}\nlocals { v = file(\"${get_parent_terragrunt_dir()}/v.txt\") }",
		"base/v.txt":       "v",
		"live/x.tfvars":    "x = 1",
		"data/tool.yaml":   "a: 1",
		"modules/eks/m.tf": "",
		"live/a/bad.hcl":   `locals { none = file("none.txt") }`,
		"live/loop.hcl":    `locals { again = read_terragrunt_config("../loop.hcl") }`,
	}
	for _, tc := range []struct {
		why, file       string
		source          string
		uses, dependsOn []string
		warning, refuse string
		none            bool
	}{
		{
			why:  "without a source, its own or an included one, there is nothing to run",
			file: "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}",
			none: true,
		},
		{
			why:    "included files count, with all that they read; their source is the module's",
			file:   "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n}\ninclude \"eks\" {\n  path = \"${get_repo_root()}/base/eks.hcl\"\n}",
			source: "../../modules/eks",
			uses:   []string{"/base/eks.hcl", "/base/v.txt", "/common.hcl", "/root.hcl"},
		},
		{
			why:    "a file that a local reads by another local's name",
			file:   "locals {\n  path = \"../../data/${local.name}.yaml\"\n  y = yamldecode(file(local.path))\n  name = \"tool\"\n}\nterraform {\n  source = \"github.com/x/y\"\n}",
			source: "github.com/x/y",
			uses:   []string{"/data/tool.yaml"},
		},
		{
			why:    "variable files count; the module's own inputs do not",
			file:   "terraform {\n  source = \"./m\"\n  extra_arguments \"x\" {\n    required_var_files = [find_in_parent_folders(\"x.tfvars\")]\n  }\n}\ninputs = { y = file(\"../../data/tool.yaml\") }",
			source: "./m",
			uses:   []string{"/live/x.tfvars"},
		},
		{
			why:       "dependency blocks lead to other modules, disabled ones and dependencies.paths do not",
			file:      "terraform {\n  source = \"./m\"\n}\ndependency \"b\" {\n  config_path = \"${get_terragrunt_dir()}/../b\"\n}\ndependency \"c\" {\n  config_path = \"../c\"\n  enabled = false\n}\ndependencies {\n  paths = [\"../d\"]\n}",
			source:    "./m",
			dependsOn: []string{"/live/b"},
		},
		{
			why:  "a remote source with an unknown end is remote all the same",
			file: "terraform {\n  source = \"git::https://example.com/x.git?ref=${get_env(\"REF\", \"v1\")}\"\n}",
		},
		{
			why:     "an unknown source may be local, so it is named",
			file:    "terraform {\n  source = get_env(\"SOURCE\")\n}",
			warning: "Source known at run time only",
		},
		{
			why:     "an unknown include is named",
			file:    "terraform {\n  source = \"./m\"\n}\ninclude \"x\" {\n  path = run_cmd(\"echo\", \"x\")\n}",
			source:  "./m",
			warning: "Path known at run time only",
		},
		{
			why:    "files that read each other come to an end",
			file:   "terraform {\n  source = \"./m\"\n}\nlocals { l = read_terragrunt_config(\"../loop.hcl\") }",
			source: "./m",
			uses:   []string{"/live/loop.hcl"},
		},
		{
			why:    "what lies outside the project does not count",
			file:   "terraform {\n  source = \"./m\"\n}\nlocals { l = file(\"../../../../etc/passwd\") }",
			source: "./m",
		},
		{
			why:    "a broken file is refused where its module is needed",
			file:   "terraform {",
			none:   true,
			refuse: "live/a/terragrunt.hcl:1,11-12: Unclosed configuration block",
		},
		{
			why:    "so is a file that includes one that is not there",
			file:   "include \"root\" {\n  path = \"../none.hcl\"\n}\nterraform {\n  source = \"./m\"\n}",
			source: "./m",
			uses:   []string{"/live/none.hcl"},
			refuse: "live/a/terragrunt.hcl:1,1-15: Cannot read a Terragrunt file; there is no file live/none.hcl",
		},
		{
			why:    "and one that looks for a file that no folder above holds",
			file:   "terraform {\n  source = \"./m\"\n}\nlocals { x = find_in_parent_folders(\"none.hcl\") }",
			source: "./m",
			refuse: "live/a/terragrunt.hcl:4,14-48: Cannot read a Terragrunt file; Terragrunt would stop here: there is no none.hcl in the folders above",
		},
		{
			why:    "unless the expression has another way out",
			file:   "terraform {\n  source = \"./m\"\n}\nlocals {\n  x = try(find_in_parent_folders(\"none.hcl\"), 1)\n  y = find_in_parent_folders(\"none.hcl\", \"z\")\n  z = try(read_terragrunt_config(\"bad.hcl\"), {})\n}",
			source: "./m",
			uses:   []string{"/live/a/bad.hcl", "/live/a/none.txt"},
		},
	} {
		t.Run(tc.why, func(t *testing.T) {
			t.Parallel()
			files := fstest.MapFS{"live/a/terragrunt.hcl": {Data: []byte(tc.file)}}
			for name, content := range shared {
				files[name] = &fstest.MapFile{Data: []byte(content)}
			}
			m, diags := terragrunt.Load(files, "/srv/project", "/live/a")
			if want := tc.warning + tc.refuse; want == "" && len(diags) > 0 || !strings.Contains(diags.Error(), want) && want != "" {
				t.Errorf("diagnostics %v, want %q", diags, want)
			}
			if diags.HasErrors() != (tc.refuse != "") || (m == nil) != tc.none {
				t.Fatalf("module %v, diagnostics %v", m, diags)
			}
			if m == nil {
				return
			}
			if m.Source != tc.source || !slices.Equal(m.Uses, tc.uses) || !slices.Equal(m.Dependencies, tc.dependsOn) {
				t.Errorf("got source %q, uses %v, depends on %v; want %q, %v, %v", m.Source, m.Uses, m.Dependencies, tc.source, tc.uses, tc.dependsOn)
			}
		})
	}
}
