package plan

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
)

// sniff undoes UTF-16 and a byte-order mark and looks at how the document
// begins. It returns the text from the document's first brace on, what stands
// before it, and why the whole cannot be a plan when that is plain from its
// beginning. The error is that of a reader that fails at once.
func sniff(r io.Reader) (text io.Reader, before preface, refusal string, failure error) {
	br := bufio.NewReaderSize(r, 16<<10)
	head, _ := br.Peek(4)
	switch {
	case len(head) >= 4 && (string(head) == "\xff\xfe\x00\x00" || string(head) == "\x00\x00\xfe\xff"):
		return nil, preface{}, "this is UTF-32 text; write it as UTF-8", nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")), len(head) >= 2 && head[0] != 0 && head[1] == 0:
		br = bufio.NewReaderSize(&fromUTF16{r: br}, 16<<10)
	case bytes.HasPrefix(head, []byte("\xfe\xff")), len(head) >= 2 && head[0] == 0 && head[1] != 0:
		br = bufio.NewReaderSize(&fromUTF16{r: br, big: true}, 16<<10)
	case string(head) == "PK\x03\x04":
		return nil, preface{}, "this is a binary plan; run `tofu show -json PLANFILE` in the stack's folder, or give the stack's folder and not this file", nil
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return nil, preface{}, "this is compressed twice; give it compressed once, or not at all", nil
	}
	if head, _ := br.Peek(3); string(head) == "\xef\xbb\xbf" {
		_, _ = br.Discard(3)
	}
	begin, err := br.Peek(16 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, preface{}, "", err
	}
	trimmed := bytes.TrimLeft(begin, " \t\r\n")
	if len(trimmed) == 0 {
		if err == nil { // nothing but space so far: the scanner will tell
			return br, preface{line: 1}, "", nil
		}
		return nil, preface{}, "this file is empty; the preview may have failed before it wrote the plan", nil
	}
	switch c := trimmed[0]; {
	case c == '{':
		return br, preface{line: 1}, "", nil
	case c == '[' && startsList(trimmed[1:]):
		return nil, preface{}, "this is a JSON list; a plan is one object. Several plans go one a file", nil
	case err != nil && json.Valid(trimmed):
		return nil, preface{}, "this is a single JSON value (such as null); a plan is an object. The tool that wrote it may have failed", nil
	}
	if what := beforeJSON(trimmed); what != "" {
		return nil, preface{}, what, nil
	}
	at := bytes.Index(begin, []byte("\n{"))
	if at < 0 {
		return nil, preface{}, noJSON(trimmed), nil
	}
	before = prefaced(2+bytes.Count(begin[:at], newline), begin[:at])
	_, _ = br.Discard(at + 1)
	return br, before, "", nil
}

// beforeJSON tells what a text is that holds no plan even where a line of it
// begins with a brace, or "".
func beforeJSON(text []byte) string {
	tag := bytes.ToLower(text[:min(len(text), 14)])
	switch {
	case bytes.HasPrefix(tag, []byte("<!doctype")), bytes.HasPrefix(tag, []byte("<html")):
		return "this is an HTML page, perhaps one to log in; whatever fetched the file got no plan"
	case bytes.HasPrefix(text, []byte("<<<<<<< ")):
		return "this holds a conflict that git could not merge; make the plan again"
	case bytes.HasPrefix(text, []byte("version https://git-lfs")):
		return "this is a pointer of Git LFS; run `git lfs pull` for the file itself"
	case bytes.HasPrefix(text, []byte("\x28\xb5\x2f\xfd")):
		return "this is compressed with zstd; only gzip is read"
	case bytes.HasPrefix(text, []byte("\xfd7zXZ")):
		return "this is compressed with xz; only gzip is read"
	case bytes.HasPrefix(text, []byte("BZh")):
		return "this is compressed with bzip2; only gzip is read"
	case len(text) > 262 && string(text[257:262]) == "ustar":
		return "this is a tar archive; give the plan in it"
	}
	return ""
}

// noJSON tells what a text is that has no JSON in it.
func noJSON(text []byte) string {
	plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAll(text, nil)
	has := func(line string) bool { return regexp.MustCompile(line).Match(plain) }
	switch {
	case has(`(Terraform|OpenTofu) will perform|(?m)^Plan: |^No changes\.`):
		return "this is the text that `plan` prints for people; run `tofu show -json PLANFILE` for the plan as JSON"
	case has("(?m)^[│╷| \\t\\r\\n]*Error: "):
		return "this is an error message: what should have written the plan failed; run `tofu show -json PLANFILE` to see why"
	case has(`(?m)^(terraform|resource|data|module|variable|locals|provider|output|moved|import|removed|stack|globals|generate_hcl)\b[^=\n]*\{\s*$`):
		return "this is HCL: configuration, or a state for people, and not a plan; run `tofu show -json PLANFILE` for the plan as JSON"
	}
	return "this is not JSON; run `tofu show -json PLANFILE` for the plan as JSON"
}

// startsList tells whether what follows a bracket can be the rest of a JSON
// list: wrappers print lines such as "[command]/usr/bin/tofu show -json".
func startsList(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(rest) == 0 || bytes.IndexByte([]byte(`{["]-0123456789`), rest[0]) >= 0 ||
		bytes.HasPrefix(rest, []byte("null")) || bytes.HasPrefix(rest, []byte("true")) || bytes.HasPrefix(rest, []byte("false"))
}

// preface is other text before the document.
type preface struct {
	line int    // where the document begins, base 1; 1 when nothing stands before it
	cure string // what to do about the text
}

// prefaced tells a tool's own warnings from what wrappers print.
func prefaced(line int, text []byte) preface {
	switch {
	case bytes.HasPrefix(text, []byte("[command]")):
		return preface{line, "a wrapper of the CI job wrote it; switch the wrapper off (tofu_wrapper or terraform_wrapper: false)"}
	case bytes.Contains(text, []byte("Warning: ")):
		return preface{line, "OpenTofu writes some warnings to its standard output; mend what they tell of (a TF_CLI_CONFIG_FILE that is " +
			"not there, say), or give the binary plan itself, which is shown without them"}
	}
	return preface{line, "write only the standard output of `tofu show -json` to the file, and other messages elsewhere (2>show.err)"}
}

func (p preface) String() string {
	return fmt.Sprintf("other text stands before the JSON, which begins on line %d; %s", p.line, p.cure)
}

// notAPlan makes a diagnostic of a reason.
func notAPlan(name, why string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "Not a plan", Detail: name + ": " + why + "."}
}

// fromUTF16 reads UTF-16 as UTF-8. Broken surrogates become U+FFFD.
type fromUTF16 struct {
	r   *bufio.Reader
	big bool
	out []byte
	err error
}

func (f *fromUTF16) Read(b []byte) (int, error) {
	for len(f.out) == 0 {
		if f.err != nil {
			return 0, f.err
		}
		f.fill()
	}
	n := copy(b, f.out)
	f.out = f.out[n:]
	return n, nil
}

func (f *fromUTF16) fill() {
	f.out = f.out[:0]
	for range 4096 {
		r, err := f.unit()
		if err != nil {
			f.err = err
			return
		}
		if utf16.IsSurrogate(r) {
			peek, _ := f.r.Peek(2)
			second := rune(utf8.RuneError)
			if len(peek) == 2 {
				second = utf16.DecodeRune(r, f.rune(peek))
			}
			if r = second; r != utf8.RuneError {
				_, _ = f.r.Discard(2)
			}
		}
		f.out = utf8.AppendRune(f.out, r)
	}
}

func (f *fromUTF16) unit() (rune, error) {
	var b [2]byte
	if _, err := io.ReadFull(f.r, b[:]); err != nil {
		return 0, err // half a unit is io.ErrUnexpectedEOF
	}
	return f.rune(b[:]), nil
}

func (f *fromUTF16) rune(b []byte) rune {
	if f.big {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}
