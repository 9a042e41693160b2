// Package specgen writes a spec from an analyzer.Report: it renders the
// report into fragments and fills them into the slots of a template or of an
// existing spec. It never looks at a plan and decides nothing about risk.
package specgen
