package plan

// kind says what a document is that is not a plan, by its top-level names.
type kind uint16

const (
	isShownState kind = 1 << iota
	isRawState
	isLog
	isRedacted
	isSchemas
	isValidation
)

// foreignName tells what a top-level name that no plan has speaks for.
func foreignName(name []byte) kind {
	switch string(name) {
	case "values":
		return isShownState
	case "lineage", "serial":
		return isRawState
	case "@level", "@message":
		return isLog
	case "plan_format_version":
		return isRedacted
	case "provider_schemas":
		return isSchemas
	case "error_count", "valid":
		return isValidation
	}
	return 0
}

const planNames = hasChanges | hasDrift | hasDeferred | hasOutputs | hasPlanned | hasConfig | hasPrior

// refuse tells why the document that was read is not a plan, or "".
func (r *reader) refuse() string {
	const show = "; run `tofu show -json PLANFILE`"
	switch {
	case r.foreign&isRedacted != 0:
		return "this is HCP Terraform's redacted plan, which lacks what the analysis needs" + show + " where the plan was made"
	case r.foreign&isLog != 0:
		return "this is the log that `plan -json` prints, not the plan" + show
	case r.foreign&isShownState != 0 && r.has&(hasChanges|hasPlanned) == 0, r.foreign&isRawState != 0 && r.has&hasFormat == 0:
		return "this is a state file" + show
	case r.foreign&isSchemas != 0 && r.has&planNames == 0:
		return "these are provider schemas" + show
	case r.foreign&isValidation != 0 && r.has&planNames == 0:
		return "this is what `validate -json` prints" + show
	case r.has == 0 && r.foreign == 0:
		return "this object has nothing in it that a plan has" + show
	case r.has&planNames == 0 && r.plan.Errored:
		return "" // a plan that failed before anything was planned
	case r.has&planNames == 0:
		return "this has no changes, values or configuration in it: an empty state reads so" + show
	case r.has&hasFormat == 0:
		return "this has no format_version, which every plan has" + show
	}
	return ""
}
