package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestProgressOnATerminal runs commands whose tool takes its time, with a
// terminal for standard error.
func TestProgressOnATerminal(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main.tf":    "# nothing\n",
		"out.tfplan": "PK\x03\x04 and so on",
		"tofu":       "#!/bin/sh\nsleep 1.3\necho '" + `{"format_version":"1.2","terraform_version":"1.12.6","resource_changes":[]}` + "'\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil { // #nosec G306 -- one is a program
			t.Fatal(err)
		}
	}
	for _, row := range []struct {
		why, command string
		vars         map[string]string
		shows, both  bool // both streams are the terminal
	}{
		{"one stack alone", "changes", nil, true, false},
		{"the way of all other commands", "check", nil, true, true},
		{"a job's log may call itself a terminal", "changes", map[string]string{"CI": "true"}, false, false},
		{"a dumb terminal erases nothing", "changes", map[string]string{"TERM": "dumb"}, false, false},
		{"colours have nothing to do with it", "changes", map[string]string{"NO_COLOR": "1"}, true, true},
	} {
		t.Run(row.why, func(t *testing.T) {
			t.Parallel()
			master, slave := openTerminal(t)
			said := make(chan string)
			go func() {
				b, _ := io.ReadAll(master) // ends with an error when the other side closes
				said <- string(b)
			}()
			var out bytes.Buffer
			var to io.Writer = &out
			if row.both {
				to = slave
			}
			code := run(t.Context(), []string{row.command, "-C", dir, "--tofu-bin", filepath.Join(dir, "tofu")}, streams{
				In: strings.NewReader(""), Out: to, Err: slave, Env: func(k string) string { return row.vars[k] },
			})
			if err := slave.Close(); err != nil {
				t.Fatal(err)
			}
			text := <-said
			if code != exitDone || strings.Contains(out.String(), "\r") {
				t.Fatalf("exit code %d: %s%s", code, out.String(), text)
			}
			if got := strings.Contains(text, "Reading plans: 0 of 1; tofu show in "); got != row.shows || screen(text) != "" {
				t.Errorf("wrote %q", text)
			}
			if row.both && !regexp.MustCompile(`\r\x1b\[K[^\x1b]+\n$`).MatchString(text) {
				t.Errorf("the answer does not follow a clean line: %q", text)
			}
		})
	}
}

// openTerminal opens both sides of a terminal.
func openTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = master.Close() })
	fd := int(master.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	if slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		t.Fatal(err)
	}
	return master, slave
}
