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
	isFunctions
	isOutputs
	isVersions
	isEncrypted
	isConfiguration
	isCosts
	isPulumi
	isScan
	isOurs
	isModules
)

// foreignNames tell what a top-level name that no plan has speaks for.
var foreignNames = map[string]kind{
	"values":  isShownState,
	"lineage": isRawState, "serial": isRawState,
	"@level": isLog, "@message": isLog,
	"plan_format_version": isRedacted,
	"provider_schemas":    isSchemas,
	"error_count":         isValidation, "valid": isValidation,
	"function_signatures": isFunctions,
	"provider_selections": isVersions,
	"encrypted_data":      isEncrypted,
	"resource":            isConfiguration, "module": isConfiguration, "terraform": isConfiguration,
	"projects":      isCosts,
	"changeSummary": isPulumi, "steps": isPulumi,
	"runs": isScan, "results": isScan, "check_type": isScan,
	"stacks":  isOurs,
	"modules": isModules, "Modules": isModules,
}

// foreignMember reads a member that no plan has.
func (r *reader) foreignMember(name []byte) {
	what, known := foreignNames[string(name)]
	r.foreign |= what
	if known || r.has != 0 || r.foreign != 0 || r.space() != '{' {
		r.skip()
		return
	}
	others, own := 0, 0
	r.object(func(name []byte) {
		switch string(name) {
		case "sensitive", "type", "value":
			own++
		default:
			others++
		}
		r.skip()
	})
	if own == 3 && others == 0 {
		r.foreign |= isOutputs
	}
}

const planNames = hasChanges | hasDrift | hasDeferred | hasOutputs | hasPlanned | hasConfig | hasPrior

// refuse tells why the document that was read is not a plan, or "".
func (r *reader) refuse() string {
	const show = "; run `tofu show -json PLANFILE`"
	is := func(k kind) bool { return r.foreign&k != 0 && r.has&planNames == 0 }
	switch {
	case r.foreign&isRedacted != 0:
		return "this is HCP Terraform's redacted plan, which lacks what the analysis needs" + show + " where the plan was made"
	case r.foreign&isLog != 0:
		return "this is a log, as `plan -json` prints it, and not the plan" + show
	case r.foreign&isShownState != 0 && r.has&(hasChanges|hasPlanned) == 0, r.foreign&isRawState != 0 && r.has&hasFormat == 0:
		return "this is a state file" + show
	case is(isEncrypted):
		return "this is an encrypted plan" + show + " in the stack's folder, where its key is configured"
	case is(isSchemas):
		return "these are provider schemas" + show
	case is(isFunctions):
		return "these are the signatures of functions" + show
	case is(isValidation):
		return "this is what `validate -json` prints" + show
	case is(isVersions):
		return "this is what `version -json` prints" + show
	case is(isModules):
		return "this is a list of modules" + show
	case is(isOutputs) && r.has == 0:
		return "these are outputs, as `output -json` prints them" + show
	case is(isConfiguration) && r.has == 0:
		return "this is configuration in JSON syntax and not what it plans" + show
	case is(isCosts) && r.has == 0:
		return "this looks like Infracost's output; give it with --cost" + show
	case is(isPulumi) && r.has == 0:
		return "this looks like a preview of Pulumi, which cannot be read"
	case is(isScan) && r.has == 0:
		return "these look like a scanner's results; give them with --findings" + show
	case is(isOurs) && r.has == 0:
		return "this is what `tofuspec changes` or `tofuspec analyze` wrote; plans are read, and analyses with --facts" + show
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
