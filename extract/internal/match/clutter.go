package match

import (
	"slices"
	"unicode"

	"github.com/relata-graph/relata/extract/nlp"
)

// isCluttered tells whether the links of a page have run into a sentence, as they do where
// a name is followed by headlines about its bearer: "President Jane DoeDoe faces vote MORE
// said". Who does what there cannot be told.
func isCluttered(tokens []nlp.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Form == "MORE" { // few sentences have it
			return slices.ContainsFunc(tokens[:i], func(t nlp.Token) bool { return isGlued(t.Form) })
		}
	}
	return false
}

// isGlued tells whether a word is a name and another word without space between: a capital
// stands behind at least three small letters.
func isGlued(form string) bool {
	small := 0
	for i, r := range form {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r) && small >= 3 && i > 0:
			return true
		default:
			small = 0
		}
	}
	return false
}
