package plan

import (
	"strconv"
	"strings"
)

// sameNumber tells whether two JSON numbers mean the same value. It takes
// numbers of any length and never computes with them.
func sameNumber(a, b string) bool {
	if a == b {
		return true
	}
	an, ad, ae, aok := decimal(a)
	bn, bd, be, bok := decimal(b)
	return aok && bok && an == bn && ad == bd && ae == be
}

// decimal splits a JSON number into sign, digits without zeros at either end,
// and the power of ten of the last digit. Zero has no digits. It is not ok when
// the exponent is beyond reason.
func decimal(s string) (neg bool, digits string, exp int, ok bool) {
	s, neg = strings.CutPrefix(s, "-")
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e, err := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
		if err != nil || e > 1<<40 || e < -1<<40 {
			return neg, s, 0, false
		}
		s, exp = s[:i], e
	}
	whole, frac, _ := strings.Cut(s, ".")
	exp -= len(frac)
	digits = strings.TrimLeft(whole+frac, "0")
	trimmed := strings.TrimRight(digits, "0")
	exp += len(digits) - len(trimmed)
	if trimmed == "" {
		return false, "", 0, true
	}
	return neg, trimmed, exp, true
}
