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
	return newNameModel(m, lexicon, margin), nil
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
		var s scores
		f.token(words, i, style, 0)
		m.score(f.all(), &s)
		emissions = append(emissions, [nameLabels]int32(s[:]))
	}
	var stepBuf [64]nameStep
	steps := namePaths(emissions, &m.next, stepBuf[:0])
	var labelBuf [64]uint8
	labels := bestNames(steps, labelBuf[:0])
	names := namesOf(labels)
	if len(names) > 0 {
		margins(names, labels, steps, emissions, &m.next, m.margin)
	}
	return names
}
