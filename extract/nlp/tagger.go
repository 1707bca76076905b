package nlp

import (
	"strings"
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

// taggerFeatures takes the features of token i, given the labels of the two
// tokens before.
func taggerFeatures(f *features, words []word, i int, style caseStyle, t1, t2 uint64) {
	f.start(0)
	i += taggerMargin
	w, p1, p2, n1, n2 := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	first := uint64(0)
	if i == taggerMargin {
		first = 1
	}
	f.one(0)
	w.features(f, first, style)
	t1, t2 = t1+1, t2+1
	f.one(t1)
	f.two(t1, t2)
	f.two(t1, w.lower)
	f.two(t1, w.class)
	f.two(t1, w.suffix[2])
	f.two(mix(t1, t2), w.class)
	f.two(t1, n1.class)
	f.one(p1.lower)
	f.one(p2.lower)
	f.one(n1.lower)
	f.one(n2.lower)
	f.one(n1.suffix[2])
	f.one(p1.suffix[2])
	f.two(p1.lower, w.lower)
	f.two(w.lower, n1.lower)
	f.two(p1.lower, n1.lower)
	f.two(w.class, n1.class)
	f.two(n1.class, n2.class)
	f.two(p1.shape, w.shape)
	f.two(w.shape, n1.shape)
	f.two(w.lower, n1.class)
	f.two(mix(t1, w.class), n1.class)
	f.two(p2.lower, t1)
	f.two(w.cluster, w.shape)
	f.two(p1.cluster, w.cluster)
	f.two(w.cluster, n1.cluster)
	f.two(p2.cluster, w.cluster)
	f.two(n1.cluster, n2.cluster)
	f.two(t1, n1.cluster)
	f.two(mix(t1, w.cluster), n1.cluster)
	f.two(mix(p1.cluster, w.suffix[1]), n1.cluster)
}

// features takes the features of a word by itself.
func (w *word) features(f *features, first uint64, style caseStyle) {
	f.one(w.lower)
	f.one(w.form)
	f.two(w.shape, first|uint64(style)<<1)
	f.two(w.class, first)
	for _, s := range w.suffix {
		f.one(s)
	}
	for _, s := range w.prefix {
		f.one(s)
	}
	f.two(w.suffix[2], w.shape)
}

// tag fills UPOS and XPOS of every token.
func (t *tagger) tag(tokens []Token) {
	var wordBuf [64]word
	words, style := t.lexicon.context(tokens, wordBuf[:0])
	var s scores
	var f features
	none := uint64(len(t.labels))
	t1, t2 := none, none
	for i := range tokens {
		taggerFeatures(&f, words, i, style, t1, t2)
		best := t.decide(f.all(), &s)
		tokens[i].UPOS, tokens[i].XPOS = t.upos[best], t.xpos[best]
		t1, t2 = uint64(best), t1
	}
}
