package nlp

import (
	_ "embed"
	"fmt"
	"sync"
)

// A NameModel finds names of persons, organisations and locations. It is
// immutable and safe for concurrent use.
type NameModel struct {
	*linear
	lexicon *lexicon // of words and of listed names
	// next is the score of a label after another; only legal ones count.
	next   [nameLabels][nameLabels]int32
	margin int // what a Margin of 100 is
}

//go:embed model/names.bin
var namesFile []byte

// LoadNames gives the model of names that is built into the program. The first
// call loads it; later ones return the same model at once.
var LoadNames = sync.OnceValues(func() (*NameModel, error) {
	d := &decoder{data: namesFile}
	margin := d.uint()
	lexicon, err := d.lexicon()
	if err != nil {
		return nil, fmt.Errorf("loading names: %w", err)
	}
	m, err := d.linear()
	if err == nil && (len(m.labels) != nameLabels || margin == 0) {
		err = errModel
	}
	if err != nil {
		return nil, fmt.Errorf("loading names: %w", err)
	}
	sketches, err := loadSketches()
	if err != nil {
		return nil, err
	}
	n := newNameModel(m, lexicon, margin)
	n.sketch = sketches.all[namesSketch]
	return n, nil
})

func newNameModel(m *linear, lexicon *lexicon, margin int) *NameModel {
	n := &NameModel{linear: m, lexicon: lexicon, margin: margin}
	for a := range nameLabels {
		var s scores
		m.score([]uint32{nameTransition(a)}, &s)
		copy(n.next[a][:], s[:])
	}
	return n
}

// Names gives the names of a sentence, in order. The tokens must be tagged;
// clues are those of the tokens, or nil.
func (m *NameModel) Names(tokens []Token, clues []Clues) []Name {
	if len(tokens) == 0 {
		return nil
	}
	var wordBuf [64]nameWord
	words, style := m.lexicon.nameWords(tokens, clues, wordBuf[:0])
	var emissionBuf [64][nameLabels]int32
	emissions := emissionBuf[:0]
	var f nameFeatures
	for i := range tokens {
		f.token(words, i, style, 0)
		emissions = append(emissions, m.emission(f.all(), words[i:][:2*nameMargin+1]))
	}
	var stepBuf [64]nameStep
	steps := namePaths(emissions, &m.next, stepBuf[:0])
	var labelBuf [64]uint8
	labels := bestNames(steps, labelBuf[:0])
	if m.lessons != nil {
		for i, l := range labels {
			if !words[i+nameMargin].caps {
				m.lessons.hear(int(l), nil)
			}
		}
	}
	names := namesOf(labels)
	if len(names) > 0 {
		margins(names, labels, steps, emissions, &m.next, m.margin)
	}
	return names
}

// emission gives the scores of the labels of a token. Where it is plain that the token is of no
// name, all others are out of the question. With a capital, or between capitals, it never is, since
// texts of other kinds have other names. It overwrites the features; around are the words from
// nameMargin before the token to as many after.
func (m *NameModel) emission(features []uint32, around []nameWord) [nameLabels]int32 {
	caps := around[nameMargin].caps
	between := (around[0].caps || around[1].caps) && (around[3].caps || around[4].caps)
	if m.sketch != nil && !caps && !between {
		if label, plain := m.sketch.decide(features); plain && label == outsideName {
			return outsideOnly
		}
	}
	if m.lessons != nil && !caps {
		m.lessons.see(features[:alwaysNameFeatures])
	}
	var s scores
	m.score(features, &s)
	return [nameLabels]int32(s[:])
}

// outsideOnly is the emission of a token that is of no name.
var outsideOnly = func() (e [nameLabels]int32) {
	for l := range e {
		if l != outsideName {
			e[l] = noPath
		}
	}
	return e
}()

// exact gives the model without its sketch.
func (m *NameModel) exact() *NameModel {
	exact := *m
	exact.linear = m.linear.exact()
	return &exact
}
