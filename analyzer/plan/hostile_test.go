package plan

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rich is a small plan with something in every place that is read.
const rich = `{"format_version":"1.2","terraform_version":"1.12.6","variables":{"resource_changes":{"value":[{"address":"no.change"}]}},
"planned_values":{"root_module":{"resources":[{"address":"a.b[\"k\"]","values":{"resource_changes":[{"address":"no.change"}]}}]}},
"resource_drift":[{"address":"a.drift","mode":"managed","type":"a","name":"drift","change":{"actions":["delete"],"before":{"x":1},"after":null,"after_unknown":{},"before_sensitive":{},"after_sensitive":false}}],
"resource_changes":[
{"address":"module.m[0].a.b[\"k\"]","previous_address":"a.c","module_address":"module.m[0]","mode":"managed","type":"a","name":"b","index":"k","provider_name":"registry.opentofu.org/x/a","deposed":"00000001","action_reason":"replace_because_cannot_update",
"change":{"actions":["delete","create"],"before":{"id":"1","change":{"actions":["no-op"]},"list":[1,2,{"a":"b"}],"password":"p"},"after":{"change":{"actions":["create"]},"list":[1,3,{"a":"c"}],"password":"q"},"after_unknown":{"id":true,"list":[false,false,{}]},"before_sensitive":{"password":true},"after_sensitive":{"password":true,"list":[]},"replace_paths":[["list",1],["change","actions"]],"importing":{"id":"i"},"generated_config":"x"}},
{"address":"data.d.e","mode":"data","type":"d","name":"e","index":0,"change":{"actions":["read"],"before":null,"after":{"resource_changes":null},"after_unknown":{},"before_sensitive":false,"after_sensitive":{}}}],
"deferred_changes":[{"reason":"resource_config_unknown","resource_change":{"address":"a.later","mode":"managed","type":"a","name":"later","change":{"actions":["create"],"before":null,"after":{}}}}],
"output_changes":{"o":{"actions":["update"],"before":1,"after":2,"after_unknown":false,"before_sensitive":false,"after_sensitive":false}},
"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"a.c","mode":"managed","type":"a","name":"c","values":{"id":"1","password":"p"},"sensitive_values":{"password":true},"depends_on":["a.z"]}],"child_modules":[{"address":"module.n","resources":[{"address":"module.n.a.left","mode":"managed","type":"a","name":"left","values":{}}]}]}}},
"configuration":{"provider_config":{"a":{"name":"a","full_name":"registry.opentofu.org/x/a","expressions":{"region":{"references":["var.r"]}}}},"root_module":{"resources":[{"address":"a.z","mode":"managed","type":"a","name":"z","provider_config_key":"a","expressions":{"references":{"references":["var.r"]},"block":[{"constant_value":{"references":["a.y"]}}]},"schema_version":0,"count_expression":{"references":["var.n"]}}],"module_calls":{"m":{"source":"./m","expressions":{"in":{"references":["a.z.id","a.z"]}},"module":{"resources":[{"address":"a.b","mode":"managed","type":"a","name":"b","expressions":{"list":{"references":["var.in"]}},"for_each_expression":{"references":["var.in"]}}],"variables":{"in":{}}}}},"outputs":{"o":{"expression":{"references":["module.m"]}}},"variables":{"r":{"default":"x"},"n":{}}}},
"relevant_attributes":[{"resource":"a.z","attribute":["id"]}],
"checks":[{"address":{"kind":"check","to_display":"check.c"},"status":"fail","instances":[{"address":{"to_display":"check.c"},"status":"fail","problems":[{"message":"m"}]}]}],
"action_invocations":[{"address":"action.a.b","type":"a","name":"b","lifecycle_action_trigger":{"triggering_resource_address":"a.b","action_trigger_event":"AfterCreate"}}],
"deferred_action_invocations":[{"reason":"deferred_prereq","action_invocation":{"address":"action.a.later","type":"a","name":"later","invoke_action_trigger":{}}}],
"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}`

func readText(t *testing.T, text string) (*Plan, string) {
	t.Helper()
	return readWith(t, text, everything)
}

func readWith(t *testing.T, text string, opts Options) (*Plan, string) {
	t.Helper()
	p, diags := Read(context.Background(), strings.NewReader(text), opts)
	if (p == nil) != diags.HasErrors() {
		t.Fatalf("a plan and errors, or neither: %v\n%s", diags, text)
	}
	var said []string
	for _, d := range diags {
		said = append(said, d.Detail)
	}
	return p, strings.Join(said, "\n")
}

// TestReadTellsEveryCut cuts a plan at every byte. None of the parts is a plan,
// and each but the empty one is told of with line and column.
func TestReadTellsEveryCut(t *testing.T) {
	place := regexp.MustCompile(`^plan:(\d+):(\d+): `)
	for i := range len(rich) {
		p, said := readText(t, rich[:i])
		if p != nil {
			t.Fatalf("the first %d of %d bytes read as a plan", i, len(rich))
		}
		if i == 0 {
			continue
		}
		line, column := 1+strings.Count(rich[:i], "\n"), i-strings.LastIndex(rich[:i], "\n")
		m := place.FindStringSubmatch(said)
		if m == nil || !strings.Contains(said, "ends too early") || m[1] != strconv.Itoa(line) || m[2] != strconv.Itoa(column) {
			t.Fatalf("cut after %d bytes: said %q, want line %d, column %d", i, said, line, column)
		}
	}
}

// TestReadTellsEveryOtherType puts a value of every other type at every node of
// a plan. It never panics, the changes are either the same or the node is named,
// and what lies beside the changes never costs them.
func TestReadTellsEveryOtherType(t *testing.T) {
	var doc any
	if err := json.Unmarshal([]byte(rich), &doc); err != nil {
		t.Fatal(err)
	}
	sane, _ := readText(t, rich)
	tried := 0
	everyNode(doc, "", func(pointer string, node any, put func(any)) {
		for _, other := range []any{nil, true, 7, "t", []any{}, []any{nil}, []any{7}, []any{"t"}, []any{[]any{}}, object{}, object{"t": 7}, object{"t": object{}}} {
			if reflect.TypeOf(other) == reflect.TypeOf(node) {
				continue
			}
			put(other)
			text, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			tried++
			p, said := readText(t, string(text))
			top, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
			switch {
			case p == nil && !strings.Contains(said, "plan:1:") && !strings.HasPrefix(said, "plan: "):
				t.Errorf("%s = %v: said %q, without a place", pointer, other, said)
			case p == nil && slices.Contains([]string{"variables", "planned_values", "prior_state", "configuration", "relevant_attributes", "checks", "action_invocations", "deferred_action_invocations"}, top):
				t.Errorf("%s = %v: the changes are lost: %s", pointer, other, said)
			case p != nil && said == "" && !strings.HasPrefix(pointer, "/resource_changes") && len(p.Changes) != len(sane.Changes):
				t.Errorf("%s = %v: %d changes, and not a word", pointer, other, len(p.Changes))
			}
		}
		put(node)
	})
	if tried < 1000 {
		t.Errorf("only %d were tried", tried)
	}
}

// everyNode calls f for every node below v, with its JSON Pointer and a function
// that puts another value in its place.
func everyNode(v any, pointer string, f func(pointer string, node any, put func(any))) {
	switch x := v.(type) {
	case object:
		for _, k := range slices.Sorted(maps.Keys(x)) {
			f(pointer+"/"+k, x[k], func(o any) { x[k] = o })
			everyNode(x[k], pointer+"/"+k, f)
		}
	case []any:
		for i := range x {
			at := pointer + "/" + strconv.Itoa(i)
			f(at, x[i], func(o any) { x[i] = o })
			everyNode(x[i], at, f)
		}
	}
}

// TestReadTakesLongNumbers compares numbers of 400 digits by what they mean, and
// keeps every digit.
func TestReadTakesLongNumbers(t *testing.T) {
	long := strings.Repeat("1234567890", 40)
	text := func(before, after string) string {
		return strings.NewReplacer("{\"x\":1}", `{"x":`+before+`}`, "{\"x\":2}", `{"x":`+after+`}`).Replace(tiny)
	}
	for _, tt := range []struct {
		why, before, after string
		changed            bool
	}{
		{"the last of 400 digits", long, long[:399] + "1", true},
		{"the same", long, long, false},
		{"the same in another writing", long, long[:1] + "." + long[1:] + "e399", false},
		{"the same with zeros behind it", long + "000", long + "e3", false},
		{"the same below zero, of a negative exponent", "-" + long + "e-401", "-0.0" + long, false},
		{"the sign alone", long, "-" + long, true},
		{"exponents that nobody can add", "1e" + long, "2e" + long, true},
	} {
		p, said := readText(t, text(tt.before, tt.after))
		if p == nil {
			t.Fatalf("%s: %s", tt.why, said)
		}
		if got := len(p.Changes[0].Changed) > 0; got != tt.changed {
			t.Errorf("%s: changed is %t", tt.why, got)
		}
		if v, _ := Lookup(p.Changes[0].After, "x"); v != json.Number(tt.after) {
			t.Errorf("%s: kept %v", tt.why, v)
		}
	}
}

// TestReadTakesLongStrings reads strings of a hundred megabytes: where nobody
// wants them nothing of them is kept, and where they change the path is told.
func TestReadTakesLongStrings(t *testing.T) {
	const size = 100 << 20
	filler := func() io.Reader { return io.LimitReader(endless{}, size) }
	head, tail, _ := strings.Cut(tiny, `"resource_changes"`)
	changes := `"resource_changes"` + tail
	before, after, _ := strings.Cut(changes, `{"x":1}`)
	between, rest, _ := strings.Cut(after, `{"x":2}`)
	for name, doc := range map[string]io.Reader{
		"skipped": io.MultiReader(strings.NewReader(head+`"planned_values":{"x":"`), filler(), strings.NewReader(`"},`+changes)),
		"changed": io.MultiReader(strings.NewReader(head+before+`{"x":"`), filler(), strings.NewReader(`"}`+between+`{"x":"`), filler(), strings.NewReader(`b"}`+rest)),
	} {
		var start, end runtime.MemStats
		runtime.ReadMemStats(&start)
		p, diags := Read(context.Background(), doc, Options{})
		runtime.ReadMemStats(&end)
		if diags.HasErrors() || len(p.Changes) != 1 || !slices.Equal(p.Changes[0].Changed, []Path{"x"}) {
			t.Fatalf("%s: %v, %v", name, p, diags)
		}
		if got := end.TotalAlloc - start.TotalAlloc; name == "skipped" && got > 2<<20 {
			t.Errorf("%s: took %d bytes", name, got)
		}
	}
}

// endless is a stream of the letter a.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

// TestReadKeepsAddresses reads addresses with everything in them that somebody
// could trip over, in every field that holds one.
func TestReadKeepsAddresses(t *testing.T) {
	for _, key := range []string{
		"a.b", `quote " quote`, `back\slash`, "[0]", "]", "${x}", "%{if}", "line\nline", "tab\t", "\x00nul", "\x1b[31mred\x1b[0m", "<script>alert(1)</script>",
		"| pipe | `code` *star* [link](x)", "日本語", "😀", "\u202eright to left", "module.a.b", "", strings.Repeat("k", 10000),
	} {
		address := fmt.Sprintf("module.m[%q].a.b[%q]", key, key)
		text, err := json.Marshal(object{"format_version": "1.2", "resource_changes": []any{object{
			"address": address, "previous_address": "a.old[" + key + "]", "module_address": "module.m[" + key + "]", "mode": "managed", "type": "a", "name": "b", "index": key,
			"change": object{"actions": []any{"update"}, "before": object{key: 1}, "after": object{key: 2}},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		p, said := readText(t, string(text))
		if p == nil {
			t.Fatalf("%q: %s", key, said)
		}
		c := p.Changes[0]
		if c.Address != address || c.PreviousAddress != "a.old["+key+"]" || c.ModuleAddress != "module.m["+key+"]" || c.Index != key {
			t.Errorf("%q: read %q, %q, %q, %q", key, c.Address, c.PreviousAddress, c.ModuleAddress, c.Index)
		}
		if len(c.Changed) != 1 || strings.ContainsAny(string(c.Changed[0]), "\n\x00\x1b") {
			t.Errorf("%q: changed %q", key, c.Changed)
		}
	}
}

// TestReadIsNotFooledByUserData gives attributes the names that a plan has.
func TestReadIsNotFooledByUserData(t *testing.T) {
	p, said := readText(t, rich)
	if p == nil {
		t.Fatal(said)
	}
	if len(p.Changes) != 2 || p.Changes[0].Action != ActionReplace || p.Changes[1].Action != ActionRead {
		t.Errorf("read %d changes, the first %+v", len(p.Changes), p.Changes[0])
	}
	if got, want := p.Changes[0].Changed, []Path{"change.actions[0]", "id", "list[1]", "list[2].a", "password"}; !slices.Equal(got, want) {
		t.Errorf("changed %q, want %q", got, want)
	}
	if got, want := p.Changes[0].ReplacePaths, []Path{"list[1]", "change.actions"}; !slices.Equal(got, want) {
		t.Errorf("replaced for %q, want %q", got, want)
	}
	if got, want := p.Changes[0].ReplaceReferences, []string{"a.z.id"}; !slices.Equal(got, want) {
		t.Errorf("fed by %q, want %q", got, want)
	}
	if want := []string{"a.c", "module.n.a.left"}; !slices.Equal(p.Partial, want) {
		t.Errorf("left out %q, want %q", p.Partial, want)
	}
	refs := p.Config.Root.Resources[0].Expressions
	if !slices.Equal(refs["references"], []string{"var.r"}) {
		t.Errorf("the attribute named references refers to %q", refs)
	}
	if !bytes.Contains([]byte(rich), []byte(`"no.change"`)) {
		t.Error("the plan has no decoy")
	}
}
