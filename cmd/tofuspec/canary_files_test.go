package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFilesTellNoSecrets plants canaries in the files of stacks, now and at the
// git base, whole and broken, and looks for them in what every command prints
// and writes.
func TestFilesTellNoSecrets(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here")
	}
	for _, row := range []struct {
		why    string
		breaks map[string]string // file to what follows in it
	}{
		{"whole", nil},
		{"a string that does not end", map[string]string{"net/main.tf": "\nlocals {\n  x = \"CANARY-unclosed\n"}},
		{"an attribute twice", map[string]string{"net/main.tf": "\nlocals {\n  x = \"CANARY-twice\"\n  x = \"CANARY-twice\"\n}\n"}},
		{"broken values", map[string]string{"net/terraform.tfvars": "\nx = \"CANARY-unclosed\n"}},
		{"values of functions", map[string]string{"net/terraform.tfvars": "\nx = upper(\"CANARY-call\")\n"}},
		{"broken values in JSON", map[string]string{"net/a.auto.tfvars.json": `{"password": "CANARY-cut`}},
	} {
		t.Run(row.why, func(t *testing.T) {
			dir := secretFiles(t, row.breaks)
			planted := map[string]string{}
			eachFile(t, dir, func(name, text string) { planted[name] = text })
			lines := append([]string{"stacks --changed --why"}, canaryCommands...)
			if row.breaks != nil {
				lines = []string{"stacks --changed --why", "stacks --format json", "changes", "blast", "migrate", "draft --out -", "check", "analyze"}
			}
			said := 0
			for _, line := range lines {
				args := strings.Fields(strings.ReplaceAll(line, "DIR", dir))
				if args[0] != "merge" {
					args = append(args, "-B", "main")
				}
				_, out, errs := call(t, nil, append(args, "-C", dir)...)
				if strings.Contains(errs, "unknown ") {
					t.Fatalf("this line tests nothing: %s", errs)
				}
				said += len(out)
				silent(t, line, []byte(out+errs))
				eachFile(t, dir, func(name, text string) {
					if planted[name] != text {
						silent(t, line+": "+name, []byte(text))
					}
				})
			}
			if said < 1000*len(lines)/4 {
				t.Errorf("%d lines print %d bytes, which proves little", len(lines), said)
			}
		})
	}
}

func eachFile(t *testing.T, dir string, f func(name, text string)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d.Name() == ".git" {
				return fs.SkipDir
			}
			return err
		}
		text, err := os.ReadFile(name)
		f(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// secretFiles makes a repository of two stacks whose secrets differ from those
// at the git base, main.
func secretFiles(t *testing.T, breaks map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v: %s", args, err, out)
		}
	}
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("terramate.tm.hcl", secretProject)
	write("net/stack.tm.hcl", "stack {\n}\n")
	write("db/stack.tm.hcl", "stack {\n}\n")
	for _, at := range []string{"1", "2"} {
		r := strings.NewReplacer("@@", at+"@", "@", at)
		write("net/main.tf", r.Replace(secretNet))
		write("net/terraform.tfvars", r.Replace("password = \"CANARY-tfvars-@\"\napi = \"CANARY-tfvars-plain-@\"\n"))
		write("db/main.tf", r.Replace(secretDB))
		if at == "1" {
			git("init", "-q", "-b", "main", ".")
		} else {
			git("checkout", "-q", "-b", "work")
		}
		git("add", "-A")
		git("commit", "-q", "-m", "at "+at)
	}
	git("remote", "add", "origin", "https://x-access-token:CANARY-remote@github.com/acme/platform.git")
	const entry = `{"address":"aws_db_instance.NAME","mode":"managed","type":"aws_db_instance","name":"NAME","change":{"actions":["ACT"],"before":B,"after":A}}`
	const values = `{"identifier":"db","engine":"postgres","password":"CANARY-planned"}`
	plan := func(name string, entries ...string) {
		write(name, `{"format_version":"1.2","terraform_version":"1.12.6","resource_changes":[`+strings.Join(entries, ",")+`]}`)
	}
	plan("db/plan.json",
		strings.NewReplacer("NAME", "db1", "ACT", "delete", ":B", ":"+values, ":A", ":null").Replace(entry),
		strings.NewReplacer("NAME", "db2", "ACT", "create", ":B", ":null", ":A", ":"+values).Replace(entry))
	plan("net/plan.json", strings.NewReplacer("NAME", "a", "ACT", "update", ":B", ":"+values, ":A", ":"+strings.Replace(values, "planned", "next", 1)).Replace(entry))
	for name, text := range breaks {
		old, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		write(name, string(old)+text)
	}
	return dir
}

const secretProject = `terramate {
  config {
    experiments = ["scripts"]
  }
}
globals {
  token = "CANARY-global"
}
script "preview" {
  job {
    commands = [
      ["tofu", "plan", "-var", "password=CANARY-flag", "-var=api=${global.token}", "-out", "out.tfplan", { tofu_plan_file = "out.tfplan" }],
    ]
  }
}
`

const secretNet = `terraform {
  backend "http" {
    address        = "https://user:CANARY-address-@@state.example.com/net?private_token=CANARY-query-@"
    lock_address   = "https://user:CANARY-lock-@@state.example.com/lock"
    unlock_address = "https://user:CANARY-unlock-@@state.example.com/lock"
    username       = "CANARY-user-@"
    password       = "CANARY-backend-@"
  }
  encryption {
    key_provider "pbkdf2" "k" {
      passphrase = "CANARY-passphrase-@"
    }
    method "aes_gcm" "m" {
      keys = key_provider.pbkdf2.k
    }
    state {
      method = method.aes_gcm.m
    }
  }
}
provider "aws" {
  secret_key = "CANARY-provider-@"
  assume_role {
    external_id = "CANARY-external-@"
  }
}
variable "password" {
  default   = "CANARY-default-@"
  sensitive = true
}
variable "api" {
  default = "CANARY-plain-default-@"
}
locals {
  token  = "CANARY-local-@"
  joined = "x-${var.password}-${local.token}"
}
resource "aws_db_instance" "a" {
  identifier = "db"
  password   = "CANARY-literal-@"
  username   = local.joined
  provisioner "local-exec" {
    command = "mysql -pCANARY-provisioner-@"
  }
}
resource "aws_instance" "i" {
  user_data = <<EOT
export TOKEN=CANARY-heredoc-@
EOT
}
module "m" {
  source = "git::https://oauth2:CANARY-source-@@git.example.com/m.git"
  token  = "CANARY-argument-@"
}
output "o" {
  value = "CANARY-output-@"
}
`

const secretDB = `terraform {
  backend "pg" {
    conn_str = "postgres://user:CANARY-connection-@@db.example.com/terraform"
  }
}
data "terraform_remote_state" "net" {
  backend = "http"
  config = {
    address  = "https://user:CANARY-address-@@state.example.com/net?private_token=CANARY-query-@"
    password = "CANARY-remote-@"
  }
}
resource "aws_db_instance" "db@" {
  identifier = "db"
  engine     = "postgres"
  password   = "CANARY-kept"
}
`
