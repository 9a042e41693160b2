package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// stayed lists the slots of the spec that --spec names in which a person's
// text stands in the place of what the report says now.
func (a *attachment) stayed() ([]render.StayedText, error) {
	src, err := specgen.Read(a.options.spec)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // it is linked all the same: another job may have written it
	}
	if err != nil {
		return nil, fmt.Errorf("--spec: %w", err)
	}
	d := draftOptions{streams: a.options.streams}
	tmpl, err := d.readTemplate(a.in)
	if err != nil {
		return nil, err
	}
	doc := document.Parse(src, a.in.Settings.Spec.Aliases)
	fragments := specgen.Fragments(a.report, specgen.Header{Dir: path.Dir(a.in.inProject(a.options.spec)), Priced: true})
	delete(fragments, document.Status)
	_, results := doc.Fill(fragments, document.Against(tmpl))
	var out []render.StayedText
	for _, r := range results.In(document.Stayed) {
		if r.Fresh != "" && r.Fresh != r.Was {
			out = append(out, render.StayedText{Slot: string(r.Slot), Line: r.Line, Fresh: r.Fresh})
		}
	}
	return out, nil
}
