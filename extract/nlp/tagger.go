package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A tagger gives each token a label of universal and Penn tag ("PROPN NNP"),
// greedily from left to right, as Collins (2002) does, with a rich context.
type tagger struct {
	*linear
	lexicon *lexicon
	upos    []string
	xpos    []string
}

func newTagger(m *linear, l *lexicon) *tagger {
	t := &tagger{linear: m, lexicon: l}
	for _, label := range m.labels {
		u, x, _ := strings.Cut(label, " ")
		t.upos = append(t.upos, u)
		t.xpos = append(t.xpos, x)
	}
	return t
}

// A word is what the models see of a token.
type word struct {
	lower   uint64 // hash of the form in small letters
	form    uint64 // hash of the form as it is
	shape   uint64 // hash of the pattern of letters, digits and marks
	class   uint64 // what the lexicon knows
	cluster uint64
	prefix  [3]uint64
	suffix  [5]uint64
	caps    bool
}

// A caseStyle tells how a sentence uses capitals.
type caseStyle uint64

const (
	ordinaryCase caseStyle = iota
	allCapitals            // WHOLE HEADLINE IN CAPITALS
	titleCase              // Headline With a Capital on Every Word
)

func styleOf(tokens []Token) caseStyle {
	words, upper, title, long := 0, 0, 0, 0
	for i := range tokens {
		r, size := utf8.DecodeRuneInString(tokens[i].Form)
		if !isLetter(r) {
			continue
		}
		words++
		if isUpper(r) {
			title++
			if rest := tokens[i].Form[size:]; rest == "" || !strings.ContainsFunc(rest, isLower) {
				upper++
			}
		} else if len(tokens[i].Form) > 3 {
			long++
		}
	}
	switch {
	case words >= 3 && upper*10 >= words*7:
		return allCapitals
	case words >= 4 && long == 0 && title*10 >= words*6:
		return titleCase
	}
	return ordinaryCase
}

func (l *lexicon) word(form string, style caseStyle) word {
	var w word
	var buf [64]byte
	low := appendLower(buf[:0], form)
	w.lower = hashBytes(low)
	w.form = hashString(form)
	c, tag, cluster := l.look(w.lower)
	w.class, w.cluster = uint64(c)|uint64(tag)<<16, uint64(cluster)
	r, _ := utf8.DecodeRuneInString(form)
	w.caps = isUpper(r)
	if style == allCapitals {
		w.form = w.lower
		w.shape = shapeOf(string(low))
	} else {
		w.shape = shapeOf(form)
	}
	for i := range w.prefix {
		if len(low) > i+1 {
			w.prefix[i] = hashBytes(low[:i+1])
		}
	}
	for i := range w.suffix {
		if len(low) > i+1 {
			w.suffix[i] = hashBytes(low[len(low)-i-1:])
		}
	}
	return w
}

func hashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// appendLower appends a form in small letters, digits as 0 in numbers of more
// than one digit, and typographic quotes as plain ones.
func appendLower(b []byte, form string) []byte {
	digits := 0
	for _, r := range form {
		switch {
		case r < utf8.RuneSelf:
			c := byte(r)
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			} else if c >= '0' && c <= '9' {
				digits++
			}
			b = append(b, c)
		case r == '’' || r == '‘' || r == 'ʼ':
			b = append(b, '\'')
		case r == '“' || r == '”' || r == '„':
			b = append(b, '"')
		case r == '–' || r == '‐' || r == '‑':
			b = append(b, '-')
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	if digits > 1 {
		for i, c := range b {
			if c >= '0' && c <= '9' {
				b[i] = '0'
			}
		}
	}
	return b
}

// shapeOf hashes the pattern of a form: runs of capitals, small letters, digits
// and others, with long runs shortened.
func shapeOf(form string) uint64 {
	h, last, run := uint64(14695981039346656037), byte(0), 0
	for _, r := range form {
		var c byte
		switch {
		case isUpper(r):
			c = 'X'
		case isLetter(r):
			c = 'x'
			if r >= utf8.RuneSelf {
				h |= 1 // letters with diacritics
			}
		case isDigit(r):
			c = 'd'
		case r == '’' || r == '‘':
			c = '\''
		case r < utf8.RuneSelf:
			c = byte(r)
		default:
			c = '~'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// outside is the word before and after a sentence.
var outside = word{lower: 1, form: 1, shape: 1}

const taggerMargin = 2

// context prepares the words of a sentence, with a margin on both sides.
func (l *lexicon) context(tokens []Token, words []word) ([]word, caseStyle) {
	style := styleOf(tokens)
	words = append(words[:0], outside, outside)
	for i := range tokens {
		words = append(words, l.word(tokens[i].Form, style))
	}
	return append(words, outside, outside), style
}

// taggerFeatures appends the features of token i, given the labels of the two
// tokens before.
func taggerFeatures(f []uint32, words []word, i int, style caseStyle, t1, t2 uint64) []uint32 {
	i += taggerMargin
	w, p1, p2, n1, n2 := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	n := uint64(0)
	one := func(a uint64) {
		n++
		f = append(f, key(mix(mix(n, a), 0x2545f4914f6cdd1d)))
	}
	two := func(a, b uint64) {
		n++
		f = append(f, key(mix(mix(mix(n, a), b), 0x2545f4914f6cdd1d)))
	}
	three := func(a, b, c uint64) { two(mix(a, b), c) }
	first := uint64(0)
	if i == taggerMargin {
		first = 1
	}
	t1, t2 = t1+1, t2+1
	one(0)
	one(w.lower)
	one(w.form)
	two(w.shape, first|uint64(style)<<1)
	two(w.class, first)
	for _, s := range w.suffix {
		one(s)
	}
	for _, s := range w.prefix {
		one(s)
	}
	two(w.suffix[2], w.shape)
	one(t1)
	two(t1, t2)
	two(t1, w.lower)
	two(t1, w.class)
	two(t1, w.suffix[2])
	two(mix(t1, t2), w.class)
	two(t1, n1.class)
	one(p1.lower)
	one(p2.lower)
	one(n1.lower)
	one(n2.lower)
	one(n1.suffix[2])
	one(p1.suffix[2])
	two(p1.lower, w.lower)
	two(w.lower, n1.lower)
	two(p1.lower, n1.lower)
	two(w.class, n1.class)
	two(n1.class, n2.class)
	two(p1.shape, w.shape)
	two(w.shape, n1.shape)
	two(w.lower, n1.class)
	two(mix(t1, w.class), n1.class)
	two(p2.lower, t1)
	two(w.cluster, w.shape)
	two(p1.cluster, w.cluster)
	two(w.cluster, n1.cluster)
	two(p2.cluster, w.cluster)
	two(n1.cluster, n2.cluster)
	two(t1, n1.cluster)
	three(t1, w.cluster, n1.cluster)
	three(p1.cluster, w.suffix[1], n1.cluster)
	return f
}

// tag fills UPOS and XPOS of every token.
func (t *tagger) tag(tokens []Token) {
	var wordBuf [64]word
	words, style := t.lexicon.context(tokens, wordBuf[:0])
	scores := make([]int32, len(t.labels))
	var buf [64]uint32
	none := uint64(len(t.labels))
	t1, t2 := none, none
	for i := range tokens {
		clear(scores)
		t.score(taggerFeatures(buf[:0], words, i, style, t1, t2), scores)
		best := 0
		for l, s := range scores {
			if s > scores[best] {
				best = l
			}
		}
		tokens[i].UPOS, tokens[i].XPOS = t.upos[best], t.xpos[best]
		t1, t2 = uint64(best), t1
	}
}
