package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/term"
)

// errReported ends a command whose diagnostics have been printed already.
var errReported = &exitError{Code: exitFailed}

// report prints diagnostics for a person, each once, and returns errReported
// when there is an error among them.
func report(w io.Writer, files map[string]*hcl.File, diags hcl.Diagnostics, color bool) error {
	if len(diags) == 0 {
		return nil
	}
	files = quotable(files)
	columns := width(w)
	for _, d := range once(diags) {
		var text bytes.Buffer
		if err := hcl.NewDiagnosticTextWriter(&text, files, columns, color).WriteDiagnostic(d); err != nil {
			return fmt.Errorf("write diagnostics: %w", err)
		}
		if _, err := w.Write(withColumn(text.Bytes(), d, color)); err != nil {
			return fmt.Errorf("write diagnostics: %w", err)
		}
	}
	if diags.HasErrors() {
		return errReported
	}
	return nil
}

// quotable leaves out files with lines that nobody could read. In one of more
// than 64 KiB the writer would look for the next line without an end.
func quotable(files map[string]*hcl.File) map[string]*hcl.File {
	const longest = 4096
	out := map[string]*hcl.File{}
	for name, file := range files {
		if file == nil {
			continue
		}
		long := false
		for line := range bytes.Lines(file.Bytes) {
			long = long || len(line) > longest
		}
		if !long {
			out[name] = file
		}
	}
	return out
}

// width is how many columns a line may have on w.
func width(w io.Writer) uint {
	const plain = 100
	f, ok := w.(interface{ Fd() uintptr })
	if !ok {
		return plain
	}
	if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 40 {
		return uint(n)
	}
	return plain
}

// colors tells whether w takes colours: a terminal does, unless TERM is dumb
// or CLICOLOR is 0; CLICOLOR_FORCE forces them, and NO_COLOR, which
// --no-color sets, has the last word (see no-color.org and
// bixense.com/clicolors).
func colors(w io.Writer, env func(string) string) bool {
	force := env("CLICOLOR_FORCE")
	switch {
	case env("NO_COLOR") != "":
		return false
	case force != "" && force != "0":
		return true
	}
	return env("CLICOLOR") != "0" && env("TERM") != "dumb" && isTerminal(w)
}

// isTerminal tells whether a person reads what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}
