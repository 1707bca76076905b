package nlp

import (
	"strings"
	"unicode/utf8"
)

func endsWithStop(form string) bool {
	r, _ := utf8.DecodeLastRuneInString(form)
	return strings.ContainsRune(".!?…。！？", r)
}

// loneStop tells whether a stop is a token of its own, not an abbreviation's.
func loneStop(form string) bool { return strings.Trim(form, ".!?") == "" && form != "..." }

// allCaps tells whether a form is a word of two letters or more, all of them
// capitals ("NỘI").
func allCaps(form string) bool {
	n := 0
	for _, r := range form {
		if isLower(r) || isDigit(r) {
			return false
		}
		if isUpper(r) {
			n++
		}
	}
	return n >= 2 && !strings.Contains(form, ".")
}
