package nlp

import (
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// A Reading is a part of speech that a word can have, as a Penn tag, and its
// lemma then.
type Reading struct{ XPOS, Lemma string }

// Readings gives what the lexicon knows that a word in small letters can be, in
// no order of likelihood. known is false for words that it does not have at all;
// a known word without readings is a function word.
func (m *Model) Readings(word string) (readings []Reading, known bool) {
	c, tag, _ := m.lexicon.look(hashString(small(word)))
	for i, xpos := range [...]string{"NN", "NNS", "VB", "VBZ", "VBD", "VBN", "VBG", "JJ", "JJR", "RB"} {
		if c&(1<<i) != 0 {
			readings = append(readings, Reading{xpos, m.lemmatizer.lemma(word, xpos, false, ordinaryCase)})
		}
	}
	return readings, c != 0 || tag != 0
}

// Forms gives all forms, in small letters, of which Tag may give the lemma: the
// irregular ones, and any that the rules for endings lead back to it, whether
// they are words or not. They are in no order. The lemma is in small letters
// and no number.
func (m *Model) Forms(lemma string) []string {
	all := append([]string{lemma}, m.lemmatizer.forms()[lemma]...)
	n := len(lemma)
	for _, ending := range []string{"s", "es", "'s", "ed", "ing", "er", "est"} {
		all = append(all, lemma+ending)
	}
	if n < 2 {
		return all
	}
	for _, ending := range []string{"ed", "ing", "er", "est"} {
		all = append(all, lemma+lemma[n-1:]+ending)
		if lemma[n-1] == 'e' {
			all = append(all, lemma[:n-1]+ending)
		}
	}
	if lemma[n-1] == 'y' {
		for _, ending := range []string{"ies", "ied", "ier", "iest"} {
			all = append(all, lemma[:n-1]+ending)
		}
	}
	if stem, ok := strings.CutSuffix(lemma, "man"); ok {
		all = append(all, stem+"men")
	}
	return all
}

// Contractions gives the words written as one of which a token with this form,
// in small letters, may be a part: "cannot" for "can". They are in order.
func Contractions(form string) []string {
	var all []string
	for w, at := range world.Contraction.All() {
		cut, _ := strconv.Atoi(at)
		if w[:cut] == form || w[cut:] == form {
			all = append(all, w)
		}
	}
	return all
}
