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
