package nlp

import "github.com/relata-graph/relata/extract/world"

// abbreviates tells whether the full stop at j belongs to the word [i, j).
func (t *tokenizer) abbreviates(i, j, end int) bool {
	word := t.runes[i:j]
	// Where the chunk goes on with a word, it is glued text, except after initials: J.Doe.
	after := t.at(j + 1)
	k := j + 1
	for k < len(t.runes) && t.runes[k] == ' ' {
		k++
	}
	last := k >= len(t.runes)
	next := t.at(k)
	n := len(word)
	switch {
	case n == 1 && isUpper(word[0]):
		return !last && (next != '"' && next != '”' || k > j+1)
	case n == 1 && isLower(word[0]):
		return !last && word[0] != 'i' && (isDigit(next) || isLower(next)) && after == ' '
	}
	// U.S., a.m., Ph.D: letters with full stops between.
	if dotted(word) {
		return true
	}
	w := lower(word)
	switch {
	case world.ReferenceAbbreviation.Has(w):
		return isDigit(next) && (isUpper(word[0]) || world.ReferenceAbbreviation.Value(w) != "capital")
	case world.ListEndingAbbreviation.Has(w):
		return !last && !isUpper(next)
	case world.Abbreviation.Has(w):
		return true
	case !isUpper(word[0]):
		return false
	case world.ProperAbbreviation.Has(w):
		return !last
	case world.StateAbbreviation.Has(w):
		m := len(t.tokens)
		return m > 0 && t.tokens[m-1].Form == ","
	}
	return false
}

// dotted tells whether a word is single letters with full stops between them,
// or short parts like "Ph.D".
func dotted(word []rune) bool {
	dots, run := 0, 0
	for _, r := range word {
		switch {
		case r == '.':
			dots++
			run = 0
		case isLetter(r):
			run++
			if run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return dots > 0
}
