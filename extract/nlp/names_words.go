package nlp

// A nameWord is what the model sees of a token.
type nameWord struct {
	lower, form, shape uint64
	cluster            uint64
	prefix             [2]uint64 // of 2 and 3 bytes
	suffix             [3]uint64 // of 2, 3 and 4 bytes
	upos, xpos         uint64
	clues, seen        uint64
	class              class  // what lists and texts tell of the word
	list               uint64 // the lists of the listed name that it stands in, and where in it
	caps               bool
	// The run of capitalised words in which the token stands.
	first, last int
}

var outsideWord = nameWord{lower: 1, form: 1, shape: 1, upos: 1, xpos: 1, first: -1, last: -1}

const nameMargin = 2

// clusterForm is a word as the clusters have it, which keep capitalised words
// apart.
func clusterForm(form string, caps bool) string {
	form = string(appendLower(nil, form))
	if caps {
		return "^" + form
	}
	return form
}

// nameWords gives what the model sees of tokens, with a margin on both sides.
func (l *lexicon) nameWords(tokens []Token, clues []Clues, words []nameWord) ([]nameWord, caseStyle) {
	style := styleOf(tokens)
	words = append(words[:0], outsideWord, outsideWord)
	var buf [64]byte
	for i := range tokens {
		t := &tokens[i]
		var w nameWord
		r, _ := firstRune(t.Form)
		w.caps = isUpper(r)
		low := append(buf[:0], '^')
		low = appendLower(low, t.Form)
		w.lower = hashBytes(low[1:])
		if w.caps {
			_, _, c := l.look(hashBytes(low))
			w.cluster = uint64(c)
		}
		class, _, c := l.look(w.lower)
		if w.class = class; w.cluster == 0 {
			w.cluster = uint64(c)
		}
		low = low[1:]
		if style == allCapitals {
			w.form, w.shape = w.lower, shapeOf(string(low))
		} else {
			w.form, w.shape = hashString(t.Form), shapeOf(t.Form)
		}
		for k := range w.prefix {
			if len(low) > k+2 {
				w.prefix[k] = hashBytes(low[:k+2])
			}
		}
		for k := range w.suffix {
			if len(low) > k+2 {
				w.suffix[k] = hashBytes(low[len(low)-k-2:])
			}
		}
		w.upos, w.xpos = hashString(t.UPOS), hashString(t.XPOS)
		if i < len(clues) {
			w.clues, w.seen = uint64(clues[i]%DocumentClue), uint64(clues[i]/DocumentClue)
		}
		words = append(words, w)
	}
	words = append(words, outsideWord, outsideWord)
	l.markLists(words[nameMargin : len(words)-nameMargin])
	for i := nameMargin; i < len(words)-nameMargin; {
		j := i
		for words[j].caps {
			j++
		}
		for k := i; k < j; k++ {
			words[k].first, words[k].last = i, j-1
		}
		if j == i {
			words[i].first, words[i].last = i, i
			j++
		}
		i = j
	}
	return words, style
}

// markLists finds the listed names in words, the longest first from left to
// right.
func (l *lexicon) markLists(words []nameWord) {
	for i := 0; i < len(words); {
		c, hash := words[i].class, words[i].lower
		lists, end := c&nameLists, i+1
		for j := i + 1; c&startsName != 0 && j < len(words); j++ {
			hash = mix(hash, words[j].lower)
			if c, _, _ = l.look(hash); c&nameLists != 0 {
				lists, end = c&nameLists, j+1
			}
		}
		if lists != 0 {
			for k := i; k < end; k++ {
				place := uint64(nameInside)
				switch {
				case end-i == 1:
					place = nameAlone
				case k == i:
					place = nameFirst
				case k == end-1:
					place = nameLast
				}
				words[k].list = uint64(lists)<<2 | place
			}
		}
		i = end
	}
}

// The class of a name in the lexicon of a NameModel: the lists that have it, as
// NameData.Lists tells, how often texts write it with a capital, and whether it
// begins a longer name.
const (
	nameLists    class = 1<<8 - 1
	nameParts    class = 3 << 8
	firstCapital       = 10
	capitalTimes class = 7 << firstCapital
	startsName   class = 1 << 15
)
