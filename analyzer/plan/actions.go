package plan

// action names a combination of actions in one word, and tells whether a
// replacement creates first.
func action(words []string) (a Action, createFirst bool) {
	switch len(words) {
	case 1:
		switch a := Action(words[0]); a {
		case ActionNoOp, ActionCreate, ActionRead, ActionUpdate, ActionDelete, ActionForget, ActionOpen:
			return a, false
		}
	case 2:
		switch words[0] + "," + words[1] {
		case "delete,create":
			return ActionReplace, false
		case "create,delete":
			return ActionReplace, true
		case "forget,create":
			return ActionForgetCreate, false
		case "create,forget":
			return ActionForgetCreate, true
		}
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
