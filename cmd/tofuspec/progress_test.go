package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tofuspec/tofuspec/stacks"
)

// TestProgress lets time pass over a run of three plans and looks at what a
// terminal of forty columns would show.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := watch(&out, 40, 3)
		shows := func(after time.Duration, want string) {
			t.Helper()
			time.Sleep(after)
			synctest.Wait()
			p.mu.Lock()
			defer p.mu.Unlock()
			if got := screen(out.String()); got != want {
				t.Errorf("shows %q, want %q", got, want)
			}
		}
		a := p.begin(&stacks.Stack{Path: "/net"})
		b := p.begin(&stacks.Stack{Path: "/", Name: "a\x1b[31m\nb"})
		shows(900*time.Millisecond, "")
		shows(300*time.Millisecond, "Reading plans: 0 of 3; net for 1 s")
		drawn := out.Len()
		shows(600*time.Millisecond, "Reading plans: 0 of 3; net for 1 s")
		if out.Len() != drawn {
			t.Error("a line that says the same is drawn again")
		}
		if _, err := io.Copy(io.Discard, a.counts(strings.NewReader(strings.Repeat("x", 2_500_000)))); err != nil {
			t.Fatal(err)
		}
		a.runs("tofu show")
		shows(time.Second, "Reading plans: 0 of 3; tofu show in net")
		a.end()
		shows(time.Second, "Reading plans: 1 of 3; a\\x1b[31m\\nb for")
		b.end()
		shows(time.Second, "Reading plans: 2 of 3")
		p.stop()
		p.stop()
		shows(time.Minute, "")
	})
}

// TestNoProgressOfShortRuns reads a plan that is there at once.
func TestNoProgressOfShortRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := watch(&out, 80, 1)
		p.begin(&stacks.Stack{Path: "/net"}).end()
		time.Sleep(900 * time.Millisecond)
		p.stop()
		time.Sleep(time.Minute)
		synctest.Wait()
		if out.Len() > 0 {
			t.Errorf("wrote %q", out.String())
		}
	})
}

// screen is what the last line of a terminal shows after text.
func screen(text string) string {
	line := text[strings.LastIndexByte(text, '\n')+1:]
	line = line[strings.LastIndexByte(line, '\r')+1:]
	return strings.TrimPrefix(line, "\x1b[K")
}
