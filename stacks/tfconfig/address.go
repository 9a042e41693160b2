package tfconfig

import (
	"regexp"
	"strings"
)

var (
	userOf     = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.:-]*://)[^/?#]*@`)
	secretsOf  = regexp.MustCompile(`(?i)[^?&#]*(token|secret|passw|key|sig|auth)[^?&#=]*=[^&#]*&?`)
	emptyQuery = regexp.MustCompile(`[?&]+(#|$)`)
)

// WithoutSecrets takes out of a URL the user with the password, and what its
// query says of tokens, keys and signatures. Any other text stays as it is.
func WithoutSecrets(address string) string {
	if !strings.Contains(address, "://") {
		return address
	}
	address = userOf.ReplaceAllString(address, "$1")
	if path, query, ok := strings.Cut(address, "?"); ok {
		address = emptyQuery.ReplaceAllString(path+"?"+secretsOf.ReplaceAllString(query, ""), "$1")
	}
	return address
}
