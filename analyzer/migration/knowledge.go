package migration

import (
	_ "embed"
	"strings"
	"sync"
)

// The tables. Each file begins with where its rows come from.
var (
	//go:embed data/types.tsv
	typeRows string
	//go:embed data/moves.tsv
	moveRows string
)

// A typeFact is what is known of a resource type.
type typeFact struct {
	typ string
	// forceNew are the attributes, without indexes, that cannot change in
	// place. "*" stands for all of them.
	forceNew []string
	// importID tells how `import` names an object: attribute names in
	// braces, such as "{id}" or "{metadata.namespace}/{metadata.name}". Empty
	// means that no import block can be written from a plan.
	importID string
}

// A typePair is a change of type that a moved block carries out.
type typePair struct {
	from, to string
	// renames maps attributes of from to those of to where they differ.
	renames map[string]string
}

type knowledge struct {
	types map[string]typeFact
	pairs map[[2]string]typePair
}

var known = sync.OnceValue(func() *knowledge {
	k := &knowledge{types: map[string]typeFact{}, pairs: map[[2]string]typePair{}}
	for cells := range rows(typeRows, 3) {
		k.types[cells[0]] = typeFact{importID: dash(cells[1]), forceNew: list(cells[2])}
	}
	for cells := range rows(moveRows, 3) {
		p := typePair{from: cells[0], to: cells[1], renames: map[string]string{}}
		for _, r := range list(cells[2]) {
			if a, b, ok := strings.Cut(r, "="); ok {
				p.renames[a] = b
			}
		}
		k.pairs[[2]string{p.from, p.to}] = p
	}
	return k
})

// rows yields the cells of a tab-separated table, comments left out.
func rows(table string, cells int) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.SplitSeq(table, "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if c := strings.Split(line, "\t"); len(c) == cells && !yield(c) {
				return
			}
		}
	}
}

func dash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func list(s string) []string {
	if dash(s) == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// typeOf returns what is known of a type. Families such as random_* have one
// row.
func typeOf(typ string) (typeFact, bool) {
	k := known()
	f, ok := k.types[typ]
	if i := strings.IndexByte(typ, '_'); !ok && i > 0 {
		f, ok = k.types[typ[:i]+"_*"]
	}
	f.typ = typ
	return f, ok
}

// A role is what a leaf means for the identity of its object.
type role uint8

const (
	plainRole    role = iota // can change in place
	forceNewRole             // a change replaces the object
	nameRole                 // forces replacement and names the object
	hintRole                 // looks like a name, by its attribute alone
)

// roleOf tells the role of an attribute, given without indexes.
func roleOf(fact typeFact, isKnown bool, path string) role {
	named := isName(fact.typ, path)
	if !isKnown {
		if named {
			return nameRole
		}
		return plainRole
	}
	for _, p := range fact.forceNew {
		if p == "*" || within(path, p) {
			if named {
				return nameRole
			}
			return forceNewRole
		}
	}
	if named {
		return hintRole
	}
	return plainRole
}

// nameWords are attribute names that say which object it is.
var nameWords = map[string]bool{
	"name": true, "bucket": true, "identifier": true, "filename": true, "arn": true, "id": true,
	"domain": true, "domain_name": true, "hostname": true, "fqdn": true, "function_name": true,
	"cluster_identifier": true, "replication_group_id": true, "repository": true, "username": true,
	"user_name": true, "display_name": true, "table_name": true, "zone_name": true, "slug": true,
	"node_group_name": true, "email": true, "title": true, "resource_name": true, "server_name": true,
}

// isName tells whether an attribute names its object: the object's own
// attribute, or one of its metadata. What is called after the type
// does, too: alarm_name of aws_cloudwatch_metric_alarm.
func isName(typ, path string) bool {
	for _, ending := range []string{"_name", "_identifier", "_id"} {
		if own, ok := strings.CutSuffix(path, ending); ok && strings.HasSuffix(typ, "_"+own) {
			return true
		}
	}
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		switch path[:i] {
		case "metadata", "manifest.metadata", "input":
			path = path[i+1:]
		default:
			return false
		}
	}
	return nameWords[path]
}
