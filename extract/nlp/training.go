package nlp

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A WordForm is an inflected or basic form with its Penn tag and dictionary
// form.
type WordForm struct{ Form, XPOS, Lemma string }

// TrainingData is what a model learns from.
type TrainingData struct {
	Treebank []Sentence // analysed sentences
	Forms    []WordForm // a dictionary
	Text     []Sentence // sentences without analysis, for clusters of words
	Silver   int        // of how many of them the parser learns what several others agree on
	Seed     uint64
	// Progress may be called from several goroutines at once.
	Progress func(format string, args ...any)
}

// eachPart calls do for each part of the treebank, side by side.
func eachPart(do func(part int)) {
	var all sync.WaitGroup
	for part := range parts {
		all.Go(func() { do(part) })
	}
	all.Wait()
}

const (
	parts = 4
	run   = 20 // sentences
)

// PartsLength is after how many sentences of a treebank the parts begin anew.
const PartsLength = parts * run

// PartOf gives the part of a treebank that a sentence belongs to: a run of sentences, which
// are often of one text.
func PartOf(sentence int) int { return sentence / run % parts }

func label(t *Token) string { return t.UPOS + " " + t.XPOS }

// tagLabels gives the tags of a treebank by falling frequency. Those seen once
// or twice are annotation faults and left out.
func tagLabels(treebank []Sentence) []string {
	count := make(map[string]int)
	for _, s := range treebank {
		for i := range s.Tokens {
			count[label(&s.Tokens[i])]++
		}
	}
	return frequent(count, 3)
}

// frequent gives the keys counted at least so often by falling count, as many
// as a model may have labels, less one.
func frequent(count map[string]int, least int) []string {
	var all []string
	for k, n := range count {
		if n >= least {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return all[:min(len(all), maxLabels-1)]
}

// A NamedSentence is a tagged sentence whose names are known.
type NamedSentence struct {
	Tokens []Token
	Clues  []Clues
	Names  []Name
	Source int // the data it is from; 0 for those whose habits are to be followed
}

// NameData is what a model of names learns from.
type NameData struct {
	Sentences []NamedSentence
	Text      []Sentence // sentences without analysis, for what words are like
	// Lists tells of names, in small letters with a space between words, which
	// lists have them: a set of bits whose meaning only the caller knows. The
	// first eight bits are for lists of whole names, the next two for lists of
	// given names and surnames.
	Lists    map[string]uint16
	Seed     uint64
	Progress func(format string, args ...any)
}
