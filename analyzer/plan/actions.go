package plan

import tfjson "github.com/hashicorp/terraform-json"

// action names a combination of actions in one word, and tells whether a
// replacement creates first. The words and their combinations are
// terraform-json's; OpenTofu's own, which forget, come beside them.
func action(words []string) (a Action, createFirst bool) {
	known := make(tfjson.Actions, len(words))
	for i, w := range words {
		known[i] = tfjson.Action(w)
	}
	switch {
	case known.NoOp(), known.Create(), known.Read(), known.Update(), known.Delete(), known.Forget():
		return Action(words[0]), false
	case known.DestroyBeforeCreate():
		return ActionReplace, false
	case known.CreateBeforeDestroy():
		return ActionReplace, true
	case len(words) == 1 && words[0] == string(ActionOpen):
		return ActionOpen, false
	case len(words) == 2 && known[0] == tfjson.ActionForget && known[1] == tfjson.ActionCreate:
		return ActionForgetCreate, false
	case len(words) == 2 && known[0] == tfjson.ActionCreate && known[1] == tfjson.ActionForget:
		return ActionForgetCreate, true
	}
	return ActionUnknown, false
}

// count adds c to the counts as the tools' "Plan:" line does. Objects that are
// not managed never count as added, changed or destroyed.
func (n *Counts) count(c *Change) {
	if c.Importing != nil {
		n.Import++
	}
	if c.Moves() {
		n.Move++
	}
	managed := c.Mode == "managed" || c.Mode == ""
	switch c.Action {
	case ActionNoOp:
		n.NoOp++
	case ActionRead:
		n.Read++
	case ActionOpen:
		n.Open++
	case ActionUnknown:
		n.Unknown++
	}
	if !managed {
		return
	}
	switch c.Action {
	case ActionCreate:
		n.Add++
	case ActionUpdate:
		n.Change++
	case ActionDelete:
		n.Destroy++
	case ActionReplace:
		n.Replace++
		n.Add++
		n.Destroy++
	case ActionForget:
		n.Forget++
	case ActionForgetCreate:
		n.Forget++
		n.Add++
	}
}
