package main

import (
	"strings"
	"unicode"

	"github.com/relata-graph/relata/extract/world"
)

// foldWords gives the words of a text as world.Fold does, without punctuation.
func foldWords(text string) string {
	isMark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }
	return strings.Join(strings.FieldsFunc(world.Fold(text), isMark), " ")
}

// foldSpace makes any white space one space.
func foldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

// foldName gives names of one thing the same form: the identifier of a listed
// country or organisation ("U.S.", "Vietnamese"), else the folded words without
// a leading article and without spaces, so that "Al Jaber" is "Al-Jaber".
func foldName(name string) string {
	words := strings.Fields(name)
	if c, n, _ := world.FindCountry(words); c != nil && n == len(words) {
		return c.ID
	}
	if o, n := world.FindOrganization(words); o != nil && n == len(words) {
		return o.ID
	}
	return strings.ReplaceAll(strings.TrimPrefix(foldWords(name), "the "), " ", "")
}

// shareWords tells whether at least half of the words of each stand in the other.
func shareWords(a, b string) bool {
	wa, wb := contentWords(a), contentWords(b)
	shared := 0
	for w := range wa {
		if wb[w] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(wa) && 2*shared >= len(wb)
}

// contentWords are the words of a phrase that count when it is compared.
func contentWords(phrase string) map[string]bool {
	fields := strings.Fields(foldWords(phrase))
	words := make(map[string]bool)
	for i, w := range fields {
		switch {
		case world.WeightlessWord.Has(w):
		case w == "cooperation" && i+1 < len(fields) && fields[i+1] == "in":
		case w == "in" && i > 0 && fields[i-1] == "cooperation":
		default:
			words[w] = true
		}
	}
	if len(words) == 0 {
		for _, w := range fields {
			words[w] = true
		}
	}
	return words
}

// overlap tells whether two pieces of a text stand in the same place as far as
// their words show: one holds the other, or one begins as the other ends.
func overlap(a, b string) bool {
	const least = 12 // bytes of a common end and beginning, so that "in the" is not enough
	a, b = foldWords(a), foldWords(b)
	if a == "" || b == "" {
		return false
	}
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	for n := min(len(a), len(b)); n >= least; n-- {
		if a[len(a)-n:] == b[:n] || b[len(b)-n:] == a[:n] {
			return true
		}
	}
	return false
}
