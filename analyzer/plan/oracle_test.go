package plan

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The functions in this file read a plan as simply as can be: the whole document
// in memory, decoded by encoding/json. The scanner must agree with them.

type object = map[string]any

func slowRead(ctx context.Context, r io.Reader, opts Options) (*Plan, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	dec := json.NewDecoder(r)
	dec.UseNumber()
	var doc object
	if err := dec.Decode(&doc); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("something follows the document")
	}
	if _, ok := doc["format_version"].(string); !ok {
		return nil, fmt.Errorf("no format_version")
	}
	if strings.HasPrefix(doc["format_version"].(string), "2") {
		return nil, fmt.Errorf("unknown format_version")
	}
	s := slow{opts: opts, p: &Plan{}, seen: map[string]bool{}, sources: map[string]bool{}}
	return s.p, s.plan(doc)
}

type slow struct {
	opts    Options
	p       *Plan
	seen    map[string]bool
	sources map[string]bool
}

func (s *slow) plan(doc object) error {
	p := s.p
	p.FormatVersion = str(doc["format_version"])
	p.Version = str(doc["terraform_version"])
	p.Timestamp = str(doc["timestamp"])
	p.Errored = doc["errored"] == true
	if b, ok := doc["complete"].(bool); ok {
		p.Complete = &b
	}
	if b, ok := doc["applyable"].(bool); ok {
		p.Applyable = &b
	}
	cfg, _ := doc["configuration"].(object)
	full := slowConfig(cfg)
	p.Entries = len(list(doc["resource_changes"]))
	for i, e := range list(doc["resource_changes"]) {
		c := s.change(e.(object), "/resource_changes/"+strconv.Itoa(i))
		s.seen[c.Address] = true
		p.Counts.count(c)
		if len(c.ReplacePaths) > 0 {
			c.ReplaceReferences = full.feeding(c)
		}
		if err := s.keep(c, &p.Changes); err != nil {
			return err
		}
	}
	for i, e := range list(doc["resource_drift"]) {
		c := s.change(e.(object), "/resource_drift/"+strconv.Itoa(i))
		c.Drift = true
		p.Counts.Drift++
		if err := s.keep(c, &p.Drift); err != nil {
			return err
		}
	}
	for i, e := range list(doc["deferred_changes"]) {
		e := e.(object)
		c := s.change(e["resource_change"].(object), "/deferred_changes/"+strconv.Itoa(i))
		s.seen[c.Address] = true
		c.Deferred = str(e["reason"])
		p.Counts.Deferred++
		p.Deferred = append(p.Deferred, c)
	}
	s.outputs(doc)
	for _, e := range list(doc["checks"]) {
		e := e.(object)
		a, _ := e["address"].(object)
		c := Check{Address: str(a["to_display"]), Kind: str(a["kind"]), Status: str(e["status"])}
		for _, in := range list(e["instances"]) {
			c.Problems += len(list(in.(object)["problems"]))
		}
		p.Checks = append(p.Checks, c)
	}
	invocation := func(e object, deferred string) {
		t, _ := e["lifecycle_action_trigger"].(object)
		p.Actions = append(p.Actions, Invocation{
			Address: str(e["address"]), Type: str(e["type"]), Name: str(e["name"]),
			Trigger: str(t["triggering_resource_address"]), Event: str(t["action_trigger_event"]), Deferred: deferred,
		})
	}
	for _, e := range list(doc["action_invocations"]) {
		invocation(e.(object), "")
	}
	for _, e := range list(doc["deferred_action_invocations"]) {
		e := e.(object)
		inner, _ := e["action_invocation"].(object)
		invocation(inner, cmp.Or(str(e["reason"]), "unknown"))
	}
	if ps, ok := doc["prior_state"].(object); ok {
		vals, _ := ps["values"].(object)
		root, _ := vals["root_module"].(object)
		s.prior(root)
	}
	slices.SortStableFunc(p.Prior, byAddress)
	slices.Sort(p.Partial)
	p.Partial = slices.Compact(p.Partial)
	if cfg != nil && s.opts.Config {
		p.Config = full
	}
	return nil
}

func (s *slow) keep(c *Change, to *[]*Change) error {
	if c.Action == ActionNoOp && !c.Moves() && c.Importing == nil && !s.opts.NoOps {
		return nil
	}
	if s.opts.Each != nil {
		if len(c.ReplaceReferences) > 0 {
			if s.p.ReplaceReferences == nil {
				s.p.ReplaceReferences = map[string][]string{}
			}
			s.p.ReplaceReferences[c.Pointer] = c.ReplaceReferences
		}
		return s.opts.Each(c)
	}
	*to = append(*to, c)
	return nil
}

func (s *slow) change(e object, ptr string) *Change {
	c := &Change{
		Pointer: ptr,
		Address: str(e["address"]), PreviousAddress: str(e["previous_address"]), ModuleAddress: str(e["module_address"]),
		Mode: str(e["mode"]), Type: str(e["type"]), Name: str(e["name"]), Provider: str(e["provider_name"]),
		Reason: str(e["action_reason"]),
	}
	if c.Address == "" && c.Type != "" && c.Name != "" {
		var parts []string
		for _, part := range []string{c.ModuleAddress, map[string]string{"data": "data", "ephemeral": "ephemeral"}[c.Mode], c.Type, c.Name} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		c.Address = strings.Join(parts, ".")
		switch key := e["index"].(type) {
		case string:
			c.Address += string(appendKey(nil, key))
		case json.Number:
			c.Address += "[" + key.String() + "]"
		}
	}
	if host, _, ok := strings.Cut(c.Provider, "/"); ok {
		s.sources[host] = true
	}
	switch d := e["deposed"].(type) {
	case string:
		c.Deposed = d
	case bool:
		if d {
			c.Deposed = "true"
		}
	}
	c.Index = e["index"]
	ch, _ := e["change"].(object)
	for _, a := range list(ch["actions"]) {
		c.Actions = append(c.Actions, str(a))
	}
	c.Action, c.CreateFirst = action(c.Actions)
	if im, ok := ch["importing"].(object); ok {
		c.Importing = &Importing{ID: str(im["id"]), Identity: im["identity"] != nil, Unknown: im["unknown"] == true}
	}
	c.GeneratedConfig = str(ch["generated_config"]) != ""
	for _, rp := range list(ch["replace_paths"]) {
		var b []byte
		for _, st := range list(rp) {
			switch v := st.(type) {
			case string:
				b = appendStep(b, v)
			case json.Number:
				i, _ := strconv.Atoi(v.String())
				b = appendIndex(b, i)
			}
		}
		c.ReplacePaths = append(c.ReplacePaths, Path(b))
	}
	s.values(c, ch)
	return c
}

func (s *slow) values(c *Change, ch object) {
	_, bm := ch["before_sensitive"]
	_, am := ch["after_sensitive"]
	c.Unmarked = !bm && !am
	changed, sensitive, unknown := set{}, set{}, set{}
	slowMarks(nil, ch["before_sensitive"], sensitive)
	slowMarks(nil, ch["after_sensitive"], sensitive)
	slowMarks(nil, ch["after_unknown"], unknown)
	if ch["before"] != nil && (ch["after"] != nil || ch["after_unknown"] == true) {
		slowDiffer(nil, ch["before"], ch["after"], ch["after_unknown"], ch["before_sensitive"], ch["after_sensitive"], changed)
	}
	c.Changed, c.Sensitive, c.Unknown = changed.sorted(), sensitive.sorted(), unknown.sorted()
	if s.opts.Keep != nil && s.opts.Keep(c) {
		c.Before, c.After = slowSides(ch)
		var found []string
		slowSecrets(ch["before"], ch["before_sensitive"], &found)
		slowSecrets(ch["after"], ch["after_sensitive"], &found)
		c.Before, c.After = scrub(c.Before, among(found)), scrub(c.After, among(found))
	}
}

// slowSecrets collects the strings that sens marks in v.
func slowSecrets(v, sens any, to *[]string) {
	switch x := v.(type) {
	case string:
		if sens == true && len(x) >= shortestSecret {
			*to = append(*to, variants(x)...)
		}
	case json.Number:
		if sens == true && len(x) >= shortestSecret {
			*to = append(*to, string(x))
		}
	case object:
		for k, e := range x {
			m := slowSub(sens, k)
			if sens == true {
				m = true
			}
			slowSecrets(e, m, to)
		}
	case []any:
		for i, e := range x {
			m := slowSub(sens, i)
			if sens == true {
				m = true
			}
			slowSecrets(e, m, to)
		}
	}
}

type set map[Path]bool

func (s set) sorted() []Path {
	var out []Path
	for p := range s {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// slowMarks collects the paths where m is true.
func slowMarks(path []byte, m any, to set) {
	switch m := m.(type) {
	case bool:
		if m {
			to[Path(path)] = true
		}
	case object:
		for k, v := range m {
			slowMarks(appendStep(slices.Clone(path), k), v, to)
		}
	case []any:
		for i, v := range m {
			slowMarks(appendIndex(slices.Clone(path), i), v, to)
		}
	}
}

func slowHas(m any) bool { to := set{}; slowMarks(nil, m, to); return len(to) > 0 }

func slowSub(v any, key any) any {
	switch k := key.(type) {
	case string:
		if m, ok := v.(object); ok {
			return m[k]
		}
	case int:
		if l, ok := v.([]any); ok && k < len(l) {
			return l[k]
		}
	}
	return nil
}

// differ collects the paths at which b and a differ: as deep as both are of the
// same shape.
func slowDiffer(path []byte, b, a, u, bs, as any, to set) {
	if u == true || bs == true || as == true {
		if u == true || !slowSame(b, a) || (bs == true) != (as == true) {
			to[Path(path)] = true
		}
		return
	}
	bm, ok1 := b.(object)
	am, ok2 := a.(object)
	if ok1 && ok2 {
		keys := map[string]bool{}
		for k := range bm {
			keys[k] = true
		}
		for k := range am {
			keys[k] = true
		}
		if m, ok := u.(object); ok {
			for k := range m {
				keys[k] = true
			}
		}
		for _, ms := range []any{bs, as} {
			if m, ok := ms.(object); ok {
				for k := range m {
					keys[k] = true
				}
			}
		}
		for k := range keys {
			slowDiffer(appendStep(slices.Clone(path), k), bm[k], am[k], slowSub(u, k), slowSub(bs, k), slowSub(as, k), to)
		}
		return
	}
	bl, ok1 := b.([]any)
	al, ok2 := a.([]any)
	if ok1 && ok2 && len(bl) == len(al) {
		for i := range bl {
			slowDiffer(appendIndex(slices.Clone(path), i), bl[i], al[i], slowSub(u, i), slowSub(bs, i), slowSub(as, i), to)
		}
		return
	}
	if !slowSame(b, a) || slowHas(u) || slowHas(bs) != slowHas(as) {
		to[Path(path)] = true
	}
}

// same compares two values as JSON values, numbers by what they mean.
func slowSame(a, b any) bool {
	switch x := a.(type) {
	case object:
		y, ok := b.(object)
		if !ok {
			return false
		}
		for k := range x {
			if !slowSame(x[k], y[k]) {
				return false
			}
		}
		for k := range y {
			if _, ok := x[k]; !ok && y[k] != nil {
				return false
			}
		}
		return true
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !slowSame(x[i], y[i]) {
				return false
			}
		}
		return true
	case json.Number:
		y, ok := b.(json.Number)
		return ok && sameNumber(string(x), string(y))
	}
	switch b.(type) {
	case object, []any:
		return false
	}
	return a == b
}

// mask replaces what is sensitive or unknown in v by markers.
func slowMask(v, sens, unk any) Value {
	if sens == true {
		return Sensitive
	}
	if unk == true {
		return Unknown
	}
	switch x := v.(type) {
	case object:
		if _, ok := sens.(object); slowHas(sens) && !ok {
			return Sensitive
		}
		out := map[string]Value{}
		for k, e := range x {
			out[k] = slowMask(e, slowSub(sens, k), slowSub(unk, k))
		}
		if m, ok := unk.(object); ok {
			for k, e := range m {
				if _, ok := x[k]; !ok && slowHas(e) {
					out[k] = slowMask(nil, slowSub(sens, k), e)
				}
			}
		}
		return out
	case []any:
		if _, ok := sens.([]any); slowHas(sens) && !ok {
			return Sensitive
		}
		out := make([]Value, len(x))
		for i, e := range x {
			out[i] = slowMask(e, slowSub(sens, i), slowSub(unk, i))
		}
		return out
	case nil:
		if slowHas(sens) {
			return Sensitive
		}
		if slowHas(unk) {
			return Unknown
		}
		return nil
	}
	if slowHas(sens) {
		return Sensitive
	}
	return v
}

// slowSides masks before and after by what marks either.
func slowSides(ch object) (before, after Value) {
	bs, as := ch["before_sensitive"], ch["after_sensitive"]
	if ch["before"] != nil && ch["after"] != nil {
		bs, as = slowOr(bs, as), slowOr(as, bs)
	}
	return slowMask(ch["before"], bs, nil), slowMask(ch["after"], as, ch["after_unknown"])
}

func slowOr(own, other any) any {
	list, isList := other.([]any)
	mine, isObject := own.(object)
	switch {
	case !slowHas(other) || own == true:
		return own
	case other == true || isList && !slowHas(own):
		return true
	case isList:
		items, ok := own.([]any)
		if !ok {
			return own
		}
		out := make([]any, max(len(items), len(list)))
		for i := range out {
			out[i] = slowOr(slowSub(own, i), slowSub(other, i))
		}
		return out
	case slowHas(own) && !isObject:
		return own
	}
	out := object{}
	for k, e := range mine {
		out[k] = e
	}
	for k, e := range other.(object) {
		out[k] = slowOr(slowSub(own, k), e)
	}
	return out
}

func (s *slow) outputs(doc object) {
	all, _ := doc["output_changes"].(object)
	for name, e := range all {
		e := e.(object)
		var words []string
		for _, a := range list(e["actions"]) {
			words = append(words, str(a))
		}
		o := &OutputChange{
			Name: name, Pointer: "/output_changes/" + pointerStep(name),
			Sensitive: slowHas(e["before_sensitive"]) || slowHas(e["after_sensitive"]), Unknown: slowHas(e["after_unknown"]),
		}
		o.Action, _ = action(words)
		if o.Action == ActionNoOp {
			continue
		}
		if s.opts.OutputValues {
			o.Before, o.After = slowSides(e)
			_, b := e["before_sensitive"]
			_, a := e["after_sensitive"]
			if !b && !a {
				o.Before, o.After = Sensitive, Sensitive
			}
		}
		s.p.Outputs = append(s.p.Outputs, o)
	}
	slices.SortFunc(s.p.Outputs, func(a, b *OutputChange) int { return strings.Compare(a.Name, b.Name) })
	s.p.Counts.Output = len(s.p.Outputs)
}

func (s *slow) prior(m object) {
	for _, e := range list(m["resources"]) {
		e := e.(object)
		r := PriorResource{Address: str(e["address"]), Mode: str(e["mode"]), Type: str(e["type"]), Tainted: e["tainted"] == true, Deposed: str(e["deposed_key"])}
		if r.Mode == "managed" && !s.seen[r.Address] {
			s.p.Partial = append(s.p.Partial, r.Address)
		}
		if !s.opts.Prior {
			continue
		}
		r.DependsOn = strs(e["depends_on"])
		if s.opts.KeepPrior != nil {
			var found []string
			slowSecrets(e["values"], e["sensitive_values"], &found)
			vals, _ := e["values"].(object)
			for _, k := range s.opts.KeepPrior(r.Mode, r.Type) {
				if v, ok := vals[k]; ok {
					if r.Values == nil {
						r.Values = map[string]Value{}
					}
					r.Values[k] = scrub(slowMask(v, slowSub(e["sensitive_values"], k), nil), among(found))
				}
			}
		}
		s.p.Prior = append(s.p.Prior, r)
	}
	for _, c := range list(m["child_modules"]) {
		s.prior(c.(object))
	}
}

func strs(v any) []string {
	var out []string
	for _, e := range list(v) {
		out = append(out, str(e))
	}
	return out
}

func slowConfig(cfg object) *Config {
	root, _ := cfg["root_module"].(object)
	c := &Config{Root: slowModule(root), Providers: map[string]ConfigProvider{}}
	pcs, _ := cfg["provider_config"].(object)
	for k, e := range pcs {
		e := e.(object)
		c.Providers[k] = ConfigProvider{
			Name: str(e["name"]), FullName: str(e["full_name"]), Alias: str(e["alias"]),
			ModuleAddress: str(e["module_address"]), References: allRefs(e["expressions"]),
		}
	}
	return c
}

func slowModule(m object) *ConfigModule {
	out := &ConfigModule{Calls: map[string]*ConfigCall{}, Outputs: map[string]ConfigOutput{}}
	for _, e := range list(m["resources"]) {
		e := e.(object)
		out.Resources = append(out.Resources, ConfigResource{
			Address: str(e["address"]), Mode: str(e["mode"]), Type: str(e["type"]), Name: str(e["name"]),
			ProviderKey: str(e["provider_config_key"]), Expressions: exprs(e["expressions"]), Count: allRefs(e["count_expression"]),
			ForEach: allRefs(e["for_each_expression"]), DependsOn: strs(e["depends_on"]), Constants: constants(e["expressions"]),
		})
	}
	calls, _ := m["module_calls"].(object)
	for k, e := range calls {
		e := e.(object)
		child, _ := e["module"].(object)
		out.Calls[k] = &ConfigCall{
			Source: str(e["source"]), Expressions: exprs(e["expressions"]), Count: allRefs(e["count_expression"]),
			ForEach: allRefs(e["for_each_expression"]), DependsOn: strs(e["depends_on"]), Module: slowModule(child),
		}
	}
	for _, e := range list(m["module_calls"]) {
		e := e.(object)
		child, _ := e["module"].(object)
		out.Calls[str(e["name"])] = &ConfigCall{Source: str(e["source"]), Expressions: exprs(e["expressions"]), Module: slowModule(child)}
	}
	outs, _ := m["outputs"].(object)
	for k, e := range outs {
		e := e.(object)
		out.Outputs[k] = ConfigOutput{References: allRefs(e["expression"]), DependsOn: strs(e["depends_on"])}
	}
	vars, _ := m["variables"].(object)
	for k := range vars {
		out.Variables = append(out.Variables, k)
	}
	slices.Sort(out.Variables)
	return out
}

// exprs flattens expressions: nested blocks become dotted paths without indexes.
func exprs(v any) map[string][]string {
	out := map[string][]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch x := v.(type) {
		case object:
			if refs, ok := x["references"].([]any); ok {
				out[path] = merge(out[path], strs(any(refs)))
				return
			}
			for k, e := range x {
				if k == "constant_value" {
					continue
				}
				p := k
				if path != "" {
					p = path + "." + k
				}
				walk(p, e)
			}
		case []any:
			for _, e := range x {
				walk(path, e)
			}
		}
	}
	walk("", v)
	if len(out) == 0 {
		return nil
	}
	return out
}

// constants lists the paths of the expressions that are constants.
func constants(v any) []string {
	var out []string
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch x := v.(type) {
		case object:
			if _, ok := x["constant_value"]; ok && path != "" {
				out = merge(out, []string{path})
			}
			if _, ok := x["references"].([]any); ok {
				return
			}
			for k, e := range x {
				if k != "constant_value" {
					walk(strings.TrimPrefix(path+"."+k, "."), e)
				}
			}
		case []any:
			for _, e := range x {
				walk(path, e)
			}
		}
	}
	walk("", v)
	return out
}

func allRefs(v any) []string {
	var out []string
	for _, r := range exprs(v) {
		out = merge(out, r)
	}
	return out
}

// merge unites two lists of references, sorted.
func merge(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

func str(v any) string { s, _ := v.(string); return s }
func list(v any) []any { l, _ := v.([]any); return l }
