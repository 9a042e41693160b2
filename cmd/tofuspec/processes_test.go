package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A command is tofuspec as a process of its own, in a folder of its own.
type command struct {
	bin, dir string
	env      []string
}

// newCommand puts a queue's plan and, as two.json, a queue's and a topic's
// into a new folder.
func newCommand(t *testing.T) *command {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &command{bin: filepath.Join(t.TempDir(), "tofuspec"), dir: t.TempDir()}
	if err := os.Symlink(self, c.bin); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	c.env = append(os.Environ(), "SOURCE_DATE_EPOCH=1790000000", "HOME="+home, "XDG_CACHE_HOME="+home, "GOMAXPROCS=1")
	const change = `{"address":"%[1]s.a","mode":"managed","type":"%[1]s","name":"a","provider_name":"registry.opentofu.org/hashicorp/aws","change":{"actions":["create"],"before":null,"after":{"name":"a"},"after_unknown":{"id":true},"before_sensitive":false,"after_sensitive":{}}}`
	plan := func(types ...string) string {
		var changes []string
		for _, x := range types {
			changes = append(changes, fmt.Sprintf(change, x))
		}
		return `{"format_version":"1.2","terraform_version":"1.12.6","resource_changes":[` + strings.Join(changes, ",") + "]}"
	}
	for name, text := range map[string]string{
		"main.tf": `resource "aws_sqs_queue" "a" {}`, "one.json": plan("aws_sqs_queue"), "two.json": plan("aws_sqs_queue", "aws_sns_topic"),
	} {
		if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// draft prepares a run.
func (c *command) draft(ctx context.Context, args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.CommandContext(ctx, c.bin, append([]string{"draft"}, args...)...)
	cmd.Dir, cmd.Env = c.dir, c.env
	var errs bytes.Buffer
	cmd.Stderr = &errs
	return cmd, &errs
}

// specs lists everything in the spec folder.
func (c *command) specs(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(c.dir, "docs/specs/active"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func isTemporary(name string) bool { return strings.HasSuffix(name, ".tofuspec.tmp") }

// TestProcessesTakeDifferentNumbers starts many runs at once: each for a change
// of its own gets a number of its own, and those for the same issue share a
// spec.
func TestProcessesTakeDifferentNumbers(t *testing.T) {
	c := newCommand(t)
	const changes, same = 10, 6
	var wg sync.WaitGroup
	start := func(args ...string) {
		wg.Go(func() {
			cmd, errs := c.draft(t.Context(), append(args, "--plan", "one.json")...)
			if err := cmd.Run(); err != nil {
				t.Errorf("draft %v: %v\n%s", args, err, errs)
			}
		})
	}
	for i := range changes {
		start("--title", fmt.Sprintf("Change %d", i))
	}
	for range same {
		start("--issue", "77")
	}
	wg.Wait()
	seen := map[string]string{}
	for _, name := range c.specs(t) {
		m := regexp.MustCompile(`^(\d{4})-.*\.md$`).FindStringSubmatch(name)
		if m == nil {
			t.Errorf("%s is no spec", name)
			continue
		}
		if was := seen[m[1]]; was != "" {
			t.Errorf("%s and %s have one number", was, name)
		}
		seen[m[1]] = name
		text, err := os.ReadFile(filepath.Join(c.dir, "docs/specs/active", name))
		if err != nil || !bytes.Contains(text, []byte("**Spec ID**: SPEC-"+m[1]+"\n")) {
			t.Errorf("%s holds another number, %v", name, err)
		}
	}
	if len(seen) != changes+1 || seen["0001"] == "" || seen[fmt.Sprintf("%04d", changes+1)] == "" {
		t.Errorf("%d specs, want %d in a row: %v", len(seen), changes+1, seen)
	}
}

// TestKilledRunsLeaveAWholeFile kills runs at random moments: the spec is the
// old one or the new one, to the byte, and nothing stays beside it.
func TestKilledRunsLeaveAWholeFile(t *testing.T) {
	c := newCommand(t)
	const name = "0001-#9-queue.md"
	args := func(plan string) []string { return []string{"--plan", plan, "--issue", "9", "--title", "Queue"} }
	spec := filepath.Join(c.dir, "docs/specs/active", name)
	whole := func(plan string) (string, time.Duration) {
		t.Helper()
		cmd, errs := c.draft(t.Context(), args(plan)...)
		start := time.Now()
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v\n%s", err, errs)
		}
		took := time.Since(start)
		text, err := os.ReadFile(spec)
		if err != nil {
			t.Fatal(err)
		}
		return string(text), took
	}
	one, _ := whole("one.json")
	two, took := whole("two.json")
	if back, _ := whole("one.json"); back != one || one == two {
		t.Fatal("the plans do not lead to two specs")
	}
	if err := os.Chmod(spec, 0o640); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(9, 9))
	killed, written := 0, 0
	now := one
	// A busy machine changes how long a run takes: the moments follow the last
	// run that ended by itself, and go on until both have happened.
	for i := 0; i < 60 || i < 600 && (killed == 0 || written == 0); i++ {
		plan := "two.json"
		if now == two {
			plan = "one.json"
		}
		// The end of a run, where it writes, is the moment that matters.
		after := took/2 + time.Duration(rng.Int64N(int64(took)))
		if i%4 == 0 {
			after = time.Duration(rng.Int64N(int64(took)))
		}
		cmd, _ := c.draft(t.Context(), args(plan)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		if err := cmd.Wait(); err != nil {
			killed++
			took += took / 20
		} else {
			took = time.Since(start)
		}
		timer.Stop()
		text, err := os.ReadFile(spec)
		if err != nil || string(text) != one && string(text) != two {
			t.Fatalf("run %d, killed after %s: the spec is neither the old nor the new one, %v\n%s", i, after, err, text)
		}
		if string(text) != now {
			written++
		}
		now = string(text)
		// For the moment between two calls of the system the new file has a
		// name of its own; what a kill leaves there the next run sweeps.
		if got := slices.DeleteFunc(c.specs(t), isTemporary); len(got) != 1 {
			t.Fatalf("run %d left %v", i, got)
		}
	}
	if killed == 0 || written == 0 {
		t.Errorf("%d runs were killed and %d wrote: the test's moments are wrong", killed, written)
	}
	if st, err := os.Stat(spec); err != nil || st.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v; want it kept", st.Mode(), err)
	}
	whole("two.json") // a lock that a killed run held is free
	whole("one.json")
	if got := c.specs(t); len(got) != 1 {
		t.Errorf("a run that writes leaves %v", got)
	}
	t.Logf("%d killed, %d wrote", killed, written)
}
