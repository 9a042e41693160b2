package depend

import (
	_ "embed"
	"slices"
	"strings"
)

// The attributes by which objects are known and by which they mention others,
// one a line. Lines that start with # are comments.
//
//go:embed mentions.txt
var mentionsFile string

// mentions are the top-level attributes that Inspect reads of existing
// objects.
var mentions = readLines(mentionsFile)

func readLines(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// identities are the attributes that an object is known by, and names those
// that data sources look for.
var (
	identities = map[string]bool{"id": true, "arn": true, "self_link": true, "unique_id": true}
	names      = []string{"name", "bucket", "identifier", "cluster_name", "cluster_identifier", "domain_name", "function_name", "repository_name", "secret_id", "alias", "key_name"}
)
