package stacks

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
	"github.com/tofuspec/tofuspec/stacks/skim"
)

// maxCode bounds an OpenTofu file that is scanned for module calls.
const maxCode = 16 << 20

// A codeFile is what module detection knows of one OpenTofu file.
type codeFile struct {
	calls []moduleCall
	diags hcl.Diagnostics // what is wrong with it; then it has no calls
}

// A moduleCall is a module block whose source is a local path.
type moduleCall struct {
	source string
	rng    hcl.Range // of the source
}

// modules marks the stacks that call a changed module, directly or through
// others. Only stacks that nothing else has marked are looked at, and the code
// of a module only when a call leads there.
func (d *detector) modules(ctx context.Context) {
	m := &moduleWalk{p: d.p, touched: d.touched}
	type result struct {
		why   string
		diags hcl.Diagnostics
	}
	results := make([]result, len(d.p.Stacks))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for i, s := range d.p.Stacks {
		if d.why[s] != "" {
			continue
		}
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			results[i].why, results[i].diags = m.stack(s.Path)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		d.diags = append(d.diags, failed("Cannot detect changes", err)...)
	}
	for i, r := range results {
		d.diags = append(d.diags, r.diags...)
		if r.why != "" {
			d.why[d.p.Stacks[i]] = r.why
		}
	}
}

// A moduleWalk follows module calls. It is used by several goroutines.
type moduleWalk struct {
	p       *Project
	touched func(dir string) bool
	cache   sync.Map // folder path → []codeFile
}

// stack tells why a stack counts as changed by its modules, or "". When
// several files of the stack call changed modules the last file's reason
// stays, as in Terramate.
func (m *moduleWalk) stack(at string) (why string, diags hcl.Diagnostics) {
	for _, file := range m.files(at) {
		diags = append(diags, file.diags...)
		for _, call := range file.calls {
			changed, because, more := m.call(at, call, map[string]bool{})
			diags = append(diags, more...)
			if changed {
				why = fmt.Sprintf("stack changed because %q changed because %s", call.source, because)
				break
			}
		}
	}
	return why, diags
}

// call tells whether a called module or one that it calls changed. A source
// that was followed before on the way from the same stack is not followed
// again, which also ends loops.
func (m *moduleWalk) call(from string, call moduleCall, seen map[string]bool) (changed bool, why string, diags hcl.Diagnostics) {
	if seen[call.source] {
		return false, "", nil
	}
	target := path.Join(from, call.source)
	if climbsOut(from, call.source) || m.p.linksOut(target) {
		d := problem(call.rng, "Module outside the project", fmt.Sprintf("%q leads out of the project's root folder, so its changes cannot be seen.", call.source))
		d.Severity = hcl.DiagWarning
		return false, "", hcl.Diagnostics{d}
	}
	if m.p.folders[target] == nil {
		if info, err := fs.Stat(m.p.linked, relative(target)); err != nil || !info.IsDir() {
			return false, "", hcl.Diagnostics{problem(call.rng, "Module folder missing", fmt.Sprintf("%s is not a folder.", relative(target)))}
		}
	}
	if m.touched(target) {
		return true, fmt.Sprintf("module %q has unmerged changes", call.source), nil
	}
	seen[call.source] = true
	for _, file := range m.files(target) {
		diags = append(diags, file.diags...)
		for _, next := range file.calls {
			changed, because, more := m.call(target, next, seen)
			diags = append(diags, more...)
			if changed {
				return true, fmt.Sprintf("module %q changed because %s changed because %s ", call.source, call.source, because), diags
			}
		}
	}
	return false, "", diags
}

// files returns the folder's code files that call modules or cannot be parsed.
// Terramate refuses to tell what changed where it comes upon such a file.
func (m *moduleWalk) files(at string) []codeFile {
	if known, ok := m.cache.Load(at); ok {
		return known.([]codeFile)
	}
	var files []codeFile
	for _, name := range m.p.codeIn(at) {
		file := path.Join(at, name)
		src, err := readCode(m.p, file)
		switch {
		case errors.Is(err, fs.ErrNotExist): // a link that leads nowhere
			files = append(files, codeFile{diags: hcl.Diagnostics{unreadable(file, err)}})
			continue
		case err != nil:
			continue // It lies outside the project, or is no file.
		}
		if _, plain := skim.Read(src); !plain {
			if _, diags := safehcl.Parse(src, relative(file)); diags.HasErrors() {
				files = append(files, codeFile{diags: diags})
				continue
			}
		}
		if calls := moduleCalls(src, relative(file)); len(calls) > 0 {
			files = append(files, codeFile{calls: calls})
		}
	}
	m.cache.Store(at, files)
	return files
}

// codeIn names the code files of a folder, also of one below a .tmskip file.
func (p *Project) codeIn(at string) []string {
	if f := p.folders[at]; f != nil {
		return f.code
	}
	entries, err := fs.ReadDir(p.linked, relative(at))
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && isCodeFile(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// linksOut tells whether links in a path that the walk did not come to lead out
// of the project.
func (p *Project) linksOut(at string) bool {
	if p.folders[at] != nil {
		return false
	}
	if _, err := fs.Stat(p.linked, relative(at)); err == nil {
		return false
	}
	_, err := fs.Stat(p.fsys, relative(at))
	return err == nil
}

// readCode reads an OpenTofu file by its project path. What the walk did not
// come to may lie behind a link.
func readCode(p *Project, projectPath string) ([]byte, error) {
	fsys := p.fsys
	if p.folders[path.Dir(projectPath)] == nil {
		fsys = p.linked
	}
	src, err := readRegular(fsys, p.linked, relative(projectPath), maxCode)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", relative(projectPath), err)
	}
	return src, nil
}

// join resolves a path that a stack names: absolute from the project's root,
// or relative to the stack.
func join(stack, entry string) string {
	if path.IsAbs(entry) {
		return path.Clean(entry)
	}
	return path.Join(stack, entry)
}

func statPath(fsys fs.FS, projectPath string) (fs.FileInfo, error) {
	return fs.Stat(fsys, relative(projectPath))
}

// rangeAt returns the place of some bytes of a file.
func rangeAt(name string, src []byte, from, to int) hcl.Range {
	pos := func(at int) hcl.Pos {
		lineStart := bytes.LastIndexByte(src[:at], '\n') + 1
		return hcl.Pos{Line: bytes.Count(src[:at], []byte{'\n'}) + 1, Column: at - lineStart + 1, Byte: at}
	}
	return hcl.Range{Filename: name, Start: pos(from), End: pos(to)}
}

// isLocal tells whether a module source is a local path.
func isLocal(source string) bool {
	return strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../")
}
