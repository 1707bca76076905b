package nlp

// A unit is what the parser sees as one token: a token, or a name given as a
// group.
type unit struct {
	word, lemma, tag, upos, class, wordTag, cluster, super uint64
	// The punctuation between it and the unit before, and how many verbs, commas and conjunctions
	// stand before it in the sentence.
	before              uint64
	verbs, commas, ands uint8
}

func (l *lexicon) unit(form, lemma, upos, xpos string) unit {
	var buf [64]byte
	u := unit{word: hashBytes(appendLower(buf[:0], form)), lemma: hashString(lemma), upos: hashString(upos)}
	c, _, cluster := l.look(u.word)
	u.class = uint64(c) + 1
	u.cluster = mix(uint64(cluster), u.upos)
	u.tag = mix(hashString(xpos), u.upos)
	u.wordTag = mix(u.word, u.tag)
	return u
}

// gap tells how many verbs, commas and conjunctions stand between units.
func gap(a, b *unit) uint64 {
	if b.verbs < a.verbs { // none
		return 1 << 7
	}
	return uint64(min(b.verbs-a.verbs, 3)) | uint64(min(b.commas-a.commas, 3))<<2 | uint64(min(b.ands-a.ands, 2))<<4
}
