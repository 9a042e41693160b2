package migration

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// files reports what changed outside the resources.
func (j *joiner) files(f *Facts) {
	if f.Files == nil {
		return
	}
	if b := f.Files.Backend; b != nil {
		j.backend(f, b)
	}
	if e := f.Files.Encryption; e != nil {
		j.encryption(f, e)
	}
	for _, p := range f.Files.Providers {
		j.provider(f, p)
	}
	if len(f.Files.Rewired) > 0 {
		j.rewired(f)
	}
	if !f.planned() {
		for _, o := range f.Files.Orphans {
			j.orphan(f, o)
		}
	}
}

func at(f *Facts, p Place, text string) evidence.Ref {
	return evidence.Ref{Stack: f.Stack, File: p.File, Line: p.Line, Text: text}
}

// backend reports a change of where the state is or how it is locked.
func (j *joiner) backend(f *Facts, b *BackendChange) {
	ref := at(f, b.At, "the backend differs from the git base")
	migrate := tool(f) + " init -migrate-state"
	if b.moves() && f.PlanRead && f.Existing == 0 {
		j.lost[f.Stack] = true
	}
	found := f.planned() && f.Existing > 0
	switch {
	case b.From != b.To && found:
		kind := KindBackendType
		if b.From == "cloud" || b.To == "cloud" {
			kind = KindCloud
		}
		j.because(f.Stack, kind, "reinit", "the state moves from "+home(b.From)+" to "+home(b.To)+", and the plan found it there; every working copy has to be initialised again", evidence.Certain, ref)
		j.reconfigure(f)
	case b.From != b.To && (b.From == "cloud" || b.To == "cloud"):
		j.because(f.Stack, KindCloud, "must", "the state moves from "+home(b.From)+" to "+home(b.To), evidence.Certain, ref)
		if b.To == "cloud" {
			j.act(f.Stack, "log in, then init and answer yes to moving the state")
			j.run(f.Stack, strings.TrimSuffix(tool(f)+" login "+shellWord(b.Host), " ''"), tool(f)+" init")
		} else {
			j.act(f.Stack, "init with -migrate-state where the old configuration was initialised")
			j.run(f.Stack, migrate)
		}
	case b.From != b.To:
		j.because(f.Stack, KindBackendType, "must", "the backend changes from "+b.From+" to "+b.To+", so the state has to be copied", evidence.Certain, ref)
		j.act(f.Stack, "copy the state: init with -migrate-state in a working copy that was initialised with the old backend")
		j.run(f.Stack, migrate)
	case b.moves() && !found:
		j.because(f.Stack, b.kind(), "must", "the state is looked for elsewhere: "+list3(b.moved())+" of the "+b.To+" backend changed", evidence.Certain, ref)
		j.act(f.Stack, "copy the state: init with -migrate-state in a working copy that was initialised with the old backend")
		j.run(f.Stack, migrate)
	case b.moves() && len(b.Key)+len(b.Place) == 0:
		j.because(f.Stack, b.kind(), "reinit", "where the states of workspaces are kept changed ("+list3(b.moved())+"); that of the default workspace stays, those of others have to be copied, and every working copy has to be initialised again", evidence.Certain, ref)
		j.act(f.Stack, "where there is none but the default workspace, initialise again; else init with -migrate-state")
		j.run(f.Stack, tool(f)+" init -reconfigure")
	case b.moves():
		j.because(f.Stack, b.kind(), "reinit", list3(b.moved())+" of the "+b.To+" backend changed, and the plan found the state at the new place; every working copy has to be initialised again", evidence.Certain, ref)
		j.reconfigure(f)
	case len(b.Lock) > 0:
		text := "the lock changes"
		if b.LockFrom != "" && b.LockTo != "" {
			text += " from " + b.LockFrom + " to " + b.LockTo
		} else if b.LockTo != "" {
			text += " to " + b.LockTo
		}
		j.because(f.Stack, KindBackendLock, "reinit", text+"; the state stays where it is, every working copy has to be initialised again, and old and new clients do not lock against each other", evidence.Certain, ref)
		j.act(f.Stack, "with no run under way, initialise every working copy again")
		j.reconfigure(f)
	case len(b.Other) == 0: // only what the files leave open
		if !found {
			j.doubt(f.Stack, b.kind(), "the files do not settle where the state is: "+list3(b.Unsure)+" of the "+b.To+" backend may come from -backend-config, -var or a tfvars file")
		}
	default:
		j.because(f.Stack, KindBackendConfig, "reinit", "settings of the "+b.To+" backend changed ("+list3(b.Other)+"); the state stays where it is, and every working copy has to be initialised again", evidence.Certain, ref)
		j.reconfigure(f)
	}
}

func (j *joiner) reconfigure(f *Facts) {
	j.act(f.Stack, "initialise again: nothing is moved")
	j.run(f.Stack, tool(f)+" init -reconfigure")
}

// home names where a kind of backend keeps the state.
func home(typ string) string {
	if typ == "cloud" {
		return "a cloud block"
	}
	return "the " + typ + " backend"
}

// encryption reports a change of state encryption.
func (j *joiner) encryption(f *Facts, e *EncryptionChange) {
	ref := at(f, e.At, "the encryption block differs from the git base")
	what := map[string]string{
		"added":   "state encryption is added",
		"dropped": "state encryption is dropped",
		"rotated": "a key of the state encryption is edited in place",
		"changed": "the state is encrypted with another method",
	}[e.Kind]
	if e.Readable || f.planned() && f.Existing > 0 && !f.Errored {
		j.kinds[KindEncryption] = true
		j.v.StateChanges = true
		j.v.Handled = append(j.v.Handled, Handled{Stack: f.Stack, Kind: "encryption", From: e.OldMethod, To: e.NewMethod, File: e.At.File, Line: e.At.Line})
		j.act(f.Stack, "after the next apply, drop the fallback from the encryption block")
		return
	}
	j.because(f.Stack, KindEncryption, "must", what+" without a fallback, so the existing state cannot be read", evidence.Certain, ref)
	replace := "replace the encryption block by the one below, which reads the state as it is"
	switch n := len(e.Variables); {
	case n == 1:
		replace += "; var." + e.Variables[0] + " stands for the setting as it is in the files"
	case n > 1:
		replace += "; " + list3(e.Variables) + " stand for the settings as they are in the files"
	}
	j.act(f.Stack, replace)
	switch e.Kind {
	case "added":
		j.act(f.Stack, "apply once, which encrypts the state, then drop the fallback")
	case "dropped":
		j.act(f.Stack, "apply once, which writes the state unencrypted, then drop the block")
	case "rotated":
		j.act(f.Stack, "apply once, then drop the old key; the new one needs its new name, since the old one's salt is stored under the old name")
	default:
		j.act(f.Stack, "apply once, which encrypts the state anew, then drop the fallback")
	}
	j.block(f.Stack, e.Block)
}

// provider reports a provider that comes from another source.
func (j *joiner) provider(f *Facts, p ProviderChange) {
	ref := at(f, p.At, "the source differs from the git base")
	text := "provider " + p.Name + " comes from " + p.To + " instead of " + p.From
	if f.planned() {
		j.because(f.Stack, KindProviderSource, "review", text+"; while the old provider can still be installed any apply rewrites the state, and replace-provider is the clean way", evidence.Certain, ref)
		j.act(f.Stack, "replace the provider in the state before the apply")
	} else {
		j.because(f.Stack, KindProviderSource, "must", text+"; the state still names the old one, which init has to install", evidence.Certain, ref)
		j.act(f.Stack, "replace the provider in the state")
	}
	j.run(f.Stack, tool(f)+" state replace-provider -auto-approve "+shellWord(p.From)+" "+shellWord(p.To))
}

// rewired reports resources that another configuration of their provider
// manages from now on. The plan does not tell whether that one sees them.
func (j *joiner) rewired(f *Facts) {
	j.v.StateChanges = true
	if j.v.Level == "" {
		j.v.Level = "review"
	}
	j.v.Reasons = append(j.v.Reasons, Reason{
		Stack: f.Stack, Kind: KindProviderAlias, Confidence: evidence.Certain,
		Text: list3(f.Files.Rewired) + " " + map[bool]string{true: "uses", false: "use"}[len(f.Files.Rewired) == 1] +
			" another configuration of the provider; where that means another region or account, the objects are not found there",
	})
}

// orphan reports a provider configuration that went away with its objects.
func (j *joiner) orphan(f *Facts, o Orphan) {
	name := "provider configuration " + o.Provider
	if o.Module != "" {
		name = "provider configuration " + o.Provider + " of " + o.Module
	}
	j.because(f.Stack, KindProviderGone, "must", name+" is removed together with "+list3(o.Resources)+", which it has to destroy; the plan fails as long as they are in the state", evidence.Strong)
	target := o.Module
	if target == "" {
		target = o.Resources[0]
	}
	j.act(f.Stack, "destroy "+list3(o.Resources)+" at the old revision, before the configuration goes; to keep the objects, take them out of the state instead")
	if o.Module != "" {
		j.run(f.Stack, tool(f)+" state rm "+shellWord(target))
		return
	}
	for _, r := range o.Resources {
		j.run(f.Stack, tool(f)+" state rm "+shellWord(r))
	}
}

// block adds HCL for a stack.
func (j *joiner) block(stack, hcl string) {
	if hcl == "" {
		return
	}
	if old := j.v.Blocks[stack]; old != "" {
		hcl = old + "\n" + hcl
	}
	j.v.Blocks[stack] = hcl
}
