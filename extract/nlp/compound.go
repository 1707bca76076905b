package nlp

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// joins tells whether a hyphen between two parts of a word stands inside of a
// token. The treebanks cut compounds ("long - term", "U.S. - Kenya") but not
// after prefixes ("re-elected", "pro-Beijing"). Names of one person or thing
// stay whole here ("al-Abadi", "Ki-moon", "COVID-19").
func (t *tokenizer) joins(left, right []rune) bool {
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	l := lower(left)
	if len(left) > 1 && upperCase(left) && isUpper(right[0]) && !upperCase(right) { // "US-India"
		return false
	}
	if world.Prefix.Has(l) && isLetter(right[0]) {
		return true
	}
	if !isUpper(right[0]) && !isDigit(right[0]) && !isUpper(left[0]) {
		return false
	}
	if isUpper(right[0]) && (world.NameArticle.Has(l) || world.CompoundGivenName.Has(l)) {
		return true
	}
	last := len(right) - 1
	if isUpper(left[0]) && isDigit(right[0]) && (allDigits(right) || right[last] == 's' && allDigits(right[:last])) {
		return len(left) <= 5 && !world.TokenMonth.Has(l)
	}
	// Korean and Chinese given names after or before a family name.
	if isUpper(left[0]) && syllable(left) && syllable(right) && !world.SyllableWord.Has(lower(right)) {
		if isUpper(right[0]) && world.NotGivenName.Has(l) {
			return false
		}
		n := len(t.tokens)
		return n > 0 && t.space && capitalised(t.tokens[n-1].Form)
	}
	return false
}

// upperCase tells whether letters are all capitals.
func upperCase(r []rune) bool {
	return !slices.ContainsFunc(r, func(c rune) bool { return !isUpper(c) })
}

// syllable tells whether letters can be one syllable of a romanised Korean or
// Chinese name: one or two consonants (or "hs", "ch", ...), vowels, and n, ng,
// k, l, m, p, t, h or r.
func syllable(r []rune) bool {
	if len(r) < 2 || len(r) > 6 {
		return false
	}
	s := lower(r)
	vowel := strings.IndexAny(s, "aeiouy")
	if s[0] == 'y' {
		if vowel = strings.IndexAny(s[1:], "aeiou") + 1; vowel == 0 {
			return false
		}
	}
	if vowel < 0 || vowel > 0 && !world.SyllableOnset.Has(s[:vowel]) {
		return false
	}
	rest := strings.TrimLeft(s[vowel:], "aeiouwy")
	return rest == "" || world.SyllableCoda.Has(rest)
}
