package risk

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A verdict is one level with its ground.
type verdict struct {
	level int
	text  string
	sure  evidence.Confidence
}

// rollback judges the way back from one change.
func rollback(c *Change) verdict {
	switch c.Action {
	case plan.ActionCreate:
		if c.Stateful && !refills[c.Category] && !records[c.Category] {
			return verdict{1, "is new: going back destroys it with what has been written to it by then", evidence.Strong}
		}
		return verdict{0, "is new: going back destroys it", evidence.Strong}
	case plan.ActionUpdate:
		switch {
		case c.Grows:
			return verdict{1, "changes in place, and " + c.OneWay, evidence.Strong}
		case c.OneWay != "":
			return verdict{2, "changes in place, and " + c.OneWay, evidence.Strong}
		case !c.Known:
			return verdict{0, "changes in place; whether its provider can change it back is not known", evidence.Unknown}
		}
		return verdict{0, "changes in place, and can be changed back", evidence.Likely}
	case plan.ActionForget, plan.ActionForgetCreate:
		return verdict{1, "leaves the state and stays: going back takes an import", evidence.Strong}
	case plan.ActionReplace:
		return refused(c, goneFor(c, "is replaced", "going back replaces it once more"))
	case plan.ActionDelete:
		return refused(c, goneFor(c, "is destroyed", "going back makes a new one"))
	}
	return verdict{1, "is changed in a way that this version does not know", evidence.Unknown}
}

// refused adds that a protection stops the apply before anything is lost.
func refused(c *Change, v verdict) verdict {
	if c.guarded(catalog.DeletionProtection) {
		v.text += "; the apply is refused while its deletion protection is on"
	}
	return v
}

// goneFor judges the way back from an object that goes.
func goneFor(c *Change, does, back string) verdict {
	if !c.Known && c.Category != catalog.Helper {
		return verdict{2, does + "; nothing is known of what such an object holds", evidence.Unknown}
	}
	switch {
	case c.has(catalog.DataLoss):
		switch {
		case c.guarded(catalog.FinalSnapshot):
			return verdict{2, does + "; its data comes back only from the final snapshot", evidence.Strong}
		case c.guarded(catalog.RecoveryWindow):
			return verdict{2, does + "; it can be restored only within its recovery window", evidence.Strong}
		case c.guarded(catalog.SoftDelete):
			return verdict{2, does + "; its data can be restored only while it is kept", evidence.Strong}
		case c.guarded(catalog.NotEmpty):
			return verdict{2, does + ", which its provider refuses while anything is in it", evidence.Strong}
		case refills[c.Category]:
			return verdict{2, does + "; what was only there does not come back" + because(c), evidence.Strong}
		}
		return verdict{3, does + " with what it holds" + because(c), evidence.Strong}
	case c.has(catalog.CredentialsInvalid):
		if c.Action == plan.ActionReplace {
			return verdict{1, does + "; the old credentials do not come back" + because(c), evidence.Strong}
		}
		return verdict{2, does + "; its credentials do not come back" + because(c), evidence.Strong}
	case c.has(catalog.AddressLost):
		return verdict{1, does + "; " + back + ", and its address changes again", evidence.Strong}
	case c.has(catalog.NameLost) && c.Why != "":
		return verdict{1, does + because(c) + "; " + back, evidence.Strong}
	case c.has(catalog.NameLost):
		return verdict{1, does + "; " + back + ", if its name is still free", evidence.Strong}
	case c.has(catalog.Outage):
		return verdict{1, does + "; " + back + ", with the same interruption", evidence.Strong}
	case len(c.Costs) > 0:
		return verdict{1, does + because(c) + "; " + back, evidence.Strong}
	}
	return verdict{0, does + because(c) + "; " + back, evidence.Likely}
}

func because(c *Change) string {
	if c.Why == "" {
		return ""
	}
	return ": " + strings.TrimSuffix(c.Why, ".")
}

// refills are the kinds whose content is made again as a rule: a cache fills
// up, a machine is set up from its image, records are written in code. What was
// only there is gone.
var refills = map[catalog.Category]bool{catalog.Cache: true, catalog.Compute: true, catalog.DNS: true}

// records are the kinds whose content nothing that runs reads: losing it stops
// nothing.
var records = map[catalog.Category]bool{catalog.Observability: true, catalog.Audit: true, catalog.Backup: true}

// means says what a cost comes to where the catalog gives no reason of its own.
var means = map[catalog.Cost]string{
	catalog.DataLoss: "what it holds is gone", catalog.Outage: "what runs on it or through it stops",
	catalog.CredentialsInvalid: "what uses its credentials is refused", catalog.AccessLost: "what it allows is refused",
	catalog.AddressLost: "its address is not the same again",
}

// stopping is the reason why a change stops something.
func stopping(c *Change) string {
	if c.Why == "" && len(c.Costs) > 0 && means[c.Costs[0]] != "" {
		return ": " + means[c.Costs[0]]
	}
	return because(c)
}

// downtime judges what one change stops.
func downtime(c *Change) verdict {
	loses := c.has(catalog.DataLoss) && !records[c.Category]
	stops := c.has(catalog.Outage) || loses && c.Stateful
	// A full outage is what does not end with the apply: something critical
	// is gone, or its data is.
	level := 1
	if c.Weight >= catalog.Critical.Weight() && c.has(catalog.Outage) && (c.Action == plan.ActionDelete || c.has(catalog.DataLoss)) {
		level = 2
	}
	switch c.Action {
	case plan.ActionUpdate:
		if c.Interrupts != "" {
			return verdict{1, "changes in place: " + c.Interrupts, evidence.Strong}
		}
		if !c.Known {
			return verdict{0, "changes in place; whether that interrupts it is not known", evidence.Unknown}
		}
		return verdict{0, "changes in place", evidence.Likely}
	case plan.ActionReplace:
		order := "is destroyed before the new one exists"
		if c.CreateFirst {
			order = "is destroyed after the new one exists"
		}
		switch {
		case !c.Known && c.Category != catalog.Helper:
			return verdict{1, order + "; what that stops is not known", evidence.Unknown}
		case stops && !c.CreateFirst:
			return verdict{level, order + stopping(c), evidence.Strong}
		case loses:
			return verdict{1, order + ", and what it holds does not move along", evidence.Strong}
		case c.has(catalog.AddressLost), c.has(catalog.CredentialsInvalid):
			return verdict{1, order + ", and what uses it must follow", evidence.Strong}
		case stops, c.has(catalog.AccessLost):
			if c.CreateFirst {
				return verdict{0, order, evidence.Likely}
			}
			return verdict{1, order + stopping(c), evidence.Strong}
		}
		return verdict{0, order, evidence.Likely}
	case plan.ActionDelete:
		switch {
		case !c.Known && c.Category != catalog.Helper:
			return verdict{1, "is destroyed; what that stops is not known", evidence.Unknown}
		case stops:
			return verdict{level, "is destroyed" + stopping(c), evidence.Strong}
		case c.has(catalog.AddressLost), c.has(catalog.CredentialsInvalid), c.has(catalog.AccessLost):
			return verdict{1, "is destroyed" + stopping(c), evidence.Strong}
		}
		return verdict{0, "is destroyed", evidence.Likely}
	case plan.ActionUnknown:
		return verdict{1, "is changed in a way that this version does not know", evidence.Unknown}
	}
	return verdict{0, "", evidence.Likely}
}
