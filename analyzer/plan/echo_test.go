package plan

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestReadHidesEchoes puts secrets where a plan marks them, and again, bare and
// encoded, into values of another object that nothing marks.
func TestReadHidesEchoes(t *testing.T) {
	const doc = `{"format_version":"1.2","variables":{"v":{"value":["@1"]},"open":{"value":"in the open"}},
"resource_changes":[{"address":"a.first","mode":"managed","type":"a","name":"first","change":{"actions":["create"],"before":null,"before_sensitive":false,"after_sensitive":{},
"after":{"bare":"@","text":"x@y","json":"{\"k\":\"?\"}","base64":"!","url":"https://u:#:h","list":[{"deep":"@"}],"key":{"@":1},"number":4455667788,"open":"in the open","short":"abc"}}},
{"address":"a.owner","mode":"managed","type":"a","name":"owner","change":{"actions":["no-op"],"before":{"s":"@2","pin":4455667788,"short":"abc"},"after":{"s":"@2","pin":4455667788,"short":"abc"},"before_sensitive":{"s":true,"pin":true,"short":true},"after_sensitive":{"s":true}}}],
"output_changes":{"o":{"actions":["create"],"before":null,"after":"@3","after_sensitive":true,"before_sensitive":false}},
"prior_state":{"values":{"outputs":{"p":{"sensitive":true,"value":"@4"}},"root_module":{"resources":[{"address":"a.old","mode":"managed","values":{"s":"@5"},"sensitive_values":{"s":true}}]}}},
"configuration":{"root_module":{"variables":{"v":{"sensitive":true},"open":{}}}}}`
	const secret = `p"ss <w>ört & 100%`
	quoted, _ := json.Marshal(secret)
	for _, place := range []string{"@1", "@2", "@3", "@4", "@5"} {
		v := variants(secret)
		text := strings.Replace(doc, place, strings.Trim(string(quoted), `"`), 1)
		for _, other := range []string{"@1", "@2", "@3", "@4", "@5"} {
			text = strings.ReplaceAll(text, other, "nothing of note")
		}
		inner, _ := json.Marshal(v[2])
		text = strings.NewReplacer("@", string(quoted[1:len(quoted)-1]), "?", string(inner[1:len(inner)-1]), "!", v[1], "#", v[3]).Replace(text)
		p, said := readWith(t, text, Options{Keep: func(*Change) bool { return true }, Echoes: true})
		if p == nil {
			t.Fatal(said)
		}
		after := p.Changes[0].After.(map[string]Value)
		for _, name := range []string{"bare", "text", "json", "base64", "url", "key", "number"} {
			if after[name] != Sensitive {
				t.Errorf("%s: %s shows %v", place, name, after[name])
			}
		}
		if deep, _ := Lookup(after, "list", 0, "deep"); deep != Sensitive {
			t.Errorf("%s: a list shows %v", place, deep)
		}
		if after["open"] != "in the open" || after["short"] != "abc" {
			t.Errorf("%s: hid what is no secret, or too short to tell: %v", place, after)
		}
	}
}

// TestReadHidesWhatEitherSideMarks shows no value of a path that becomes, or
// was, sensitive, however short it is.
func TestReadHidesWhatEitherSideMarks(t *testing.T) {
	const doc = `{"format_version":"1.2","resource_changes":[{"address":"a.b","mode":"managed","type":"a","name":"b","change":{"actions":["update"],
"before":{"pin":"7","was":"8","list":["9"],"deep":{"k":"5","open":"o"},"shape":["6"],"open":"o"},"after":{"pin":"7","was":"8","list":["0","9"],"deep":{"k":"5","open":"o"},"shape":{"k":"6"},"open":"o"},
"before_sensitive":{"was":true},"after_sensitive":{"pin":true,"list":[false,true],"deep":{"k":true},"shape":{"k":true}}}},
{"address":"a.new","mode":"managed","type":"a","name":"new","change":{"actions":["create"],"before":null,"after":{"pin":"7"},"before_sensitive":false,"after_sensitive":{"pin":true}}}],
"output_changes":{"o":{"actions":["update"],"before":"7","after":"7","before_sensitive":false,"after_sensitive":true}}}`
	p, said := readWith(t, doc, Options{Keep: func(*Change) bool { return true }, OutputValues: true})
	if p == nil {
		t.Fatal(said)
	}
	for side, v := range map[string]Value{"before": p.Changes[0].Before, "after": p.Changes[0].After} {
		for _, steps := range [][]any{{"pin"}, {"was"}, {"deep", "k"}} {
			if got, _ := Lookup(v, steps...); got != Sensitive {
				t.Errorf("%s shows %v of %v", side, got, steps)
			}
		}
		for _, steps := range [][]any{{"open"}, {"deep", "open"}} {
			if got, _ := Lookup(v, steps...); got != "o" {
				t.Errorf("%s shows %v of %v", side, got, steps)
			}
		}
	}
	if list, _ := Lookup(p.Changes[0].Before, "list"); list != Sensitive {
		t.Errorf("a list, of which nobody knows where its secret was, shows %v", list)
	}
	if shape, _ := Lookup(p.Changes[0].Before, "shape"); shape != Sensitive {
		t.Errorf("a value of another shape shows %v", shape)
	}
	if p.Changes[1].Before != nil {
		t.Errorf("before its creation an object is %v", p.Changes[1].Before)
	}
	if o := p.Outputs[0]; o.Before != Sensitive || o.After != Sensitive {
		t.Errorf("an output shows %v and %v", o.Before, o.After)
	}
}
