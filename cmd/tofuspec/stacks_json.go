package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/stacks"
)

// The document of `tofuspec stacks --json`. Fields are only ever added within
// a version.
type (
	stacksV1 struct {
		Version   int         `json:"version"`
		Root      string      `json:"root"`
		Terramate bool        `json:"terramate"`         // false: plain OpenTofu folders
		Base      *baseV1     `json:"base"`              // null: changes are not known
		NoBase    string      `json:"no_base,omitempty"` // why
		Stacks    []stackV1   `json:"stacks"`
		Groups    [][]string  `json:"groups"` // stacks of a group can run at the same time
		Sharing   []sharingV1 `json:"output_sharing"`
		Deleted   []string    `json:"deleted"`
		Renamed   []renamedV1 `json:"renamed"`
		Reached   []reachedV1 `json:"reached"`
	}
	baseV1 struct {
		Ref    string `json:"ref"`
		Commit string `json:"commit"`
		Head   string `json:"head"`
	}
	stackV1 struct {
		Path        string     `json:"path"`
		Name        string     `json:"name"`
		ID          string     `json:"id"`
		Description string     `json:"description"`
		Tags        []string   `json:"tags"`
		After       []string   `json:"after"`
		Before      []string   `json:"before"`
		Wants       []string   `json:"wants"`
		WantedBy    []string   `json:"wanted_by"`
		Watch       []string   `json:"watch"`
		Changed     *bool      `json:"changed"` // null: not known
		Why         string     `json:"why,omitempty"`
		PlanFile    string     `json:"plan_file,omitempty"`
		PlanTool    string     `json:"plan_tool,omitempty"`
		Backend     *backendV1 `json:"backend"`
	}
	backendV1 struct {
		Type    string            `json:"type"`
		Place   map[string]string `json:"place"`
		Unknown []string          `json:"unknown,omitempty"`
	}
	sharingV1 struct {
		From  string `json:"from"`
		To    string `json:"to"`
		Input string `json:"input"`
	}
	renamedV1 struct {
		From       string `json:"from"`
		To         string `json:"to"`
		Similarity int    `json:"similarity"`
		SameID     bool   `json:"same_id"`
		StateMoved *bool  `json:"state_moved"` // null: not known
		StateFrom  string `json:"state_from,omitempty"`
		StateTo    string `json:"state_to,omitempty"`
	}
	reachedV1 struct {
		Path    string   `json:"path"`
		Globals []string `json:"globals"`
		Script  string   `json:"script"` // where it stands: file:line
	}
)

// writeJSON writes the list as one document.
func (l *stackList) writeJSON(w io.Writer, script string) error {
	p := l.project
	doc := stacksV1{
		Version: 1, Root: p.Root, Terramate: p.Terramate, NoBase: l.unknown, Stacks: l.stacksJSON(script), Groups: [][]string{},
		Sharing: []sharingV1{}, Deleted: []string{}, Renamed: []renamedV1{}, Reached: []reachedV1{},
	}
	groups, diags := p.RunGroups(l.selected)
	if l.add(diags) {
		return diags
	}
	for _, group := range groups {
		doc.Groups = append(doc.Groups, paths(group))
	}
	edges, diags := p.OutputEdges()
	l.add(diags)
	for _, e := range edges {
		doc.Sharing = append(doc.Sharing, sharingV1{e.From.Path, e.To.Path, e.Input})
	}
	if l.changes != nil {
		doc.Base = &baseV1{Ref: l.changes.Range.Name, Commit: l.changes.Range.Base, Head: l.changes.Range.Head}
	}
	if h := l.history; h != nil {
		doc.Deleted = append(doc.Deleted, paths(h.Deleted)...)
		for _, r := range h.Renamed {
			out := renamedV1{From: r.From.Path, To: r.To.Path, Similarity: r.Similarity, SameID: r.SameID}
			if r.Backend.Known {
				out.StateMoved, out.StateFrom, out.StateTo = new(r.Backend.Moved()), r.Backend.From, r.Backend.To
			}
			doc.Renamed = append(doc.Renamed, out)
		}
		for _, r := range h.Reached {
			doc.Reached = append(doc.Reached, reachedV1{
				Path: r.Stack.Path, Globals: list(r.Globals),
				Script: fmt.Sprintf("%s:%d", r.Script.Filename, r.Script.Start.Line),
			})
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// stacksJSON describes the stacks, several at once: each one's preview script
// and backend have to be read.
func (l *stackList) stacksJSON(script string) []stackV1 {
	out, diags := make([]stackV1, len(l.selected)), make([]hcl.Diagnostics, len(l.selected))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range l.selected {
		group.Go(func() error {
			out[i], diags[i] = l.stackJSON(s, script)
			return nil
		})
	}
	_ = group.Wait() // none fails
	l.add(slices.Concat(diags...))
	return out
}

func (l *stackList) stackJSON(s *stacks.Stack, script string) (stackV1, hcl.Diagnostics) {
	out := stackV1{
		Path: s.Path, Name: s.Name, ID: s.ID, Description: s.Description,
		Tags: list(s.Tags), After: list(s.After), Before: list(s.Before),
		Wants: list(s.Wants), WantedBy: list(s.WantedBy), Watch: list(s.Watch),
	}
	if l.changes != nil {
		out.Why = l.changes.Why(s)
		out.Changed = new(out.Why != "")
	}
	file, tool, diags := l.project.PreviewPlan(s, script)
	out.PlanFile, out.PlanTool = file, tool
	if b := l.project.Backend(s); b != nil {
		out.Backend = &backendV1{Type: b.Type, Place: b.Place, Unknown: b.Unknown}
	}
	return out, diags
}

func paths(all []*stacks.Stack) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = s.Path
	}
	return out
}

// list is never nil, so that JSON shows an empty list.
func list(of []string) []string {
	if of == nil {
		return []string{}
	}
	return of
}
