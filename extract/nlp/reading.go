package nlp

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
