package nlp

import (
	"fmt"
	"slices"
)

// Train builds a model. The same data give the same model, bit for bit.
func Train(d TrainingData) (*Model, error) {
	if len(d.Treebank) == 0 {
		return nil, fmt.Errorf("training: no sentences")
	}
	if d.Progress == nil {
		d.Progress = func(string, ...any) {}
	}
	m := &Model{}
	labels := tagLabels(d.Treebank)
	m.lexicon = makeLexicon(d, labels)
	m.irregulars = learnIrregulars(d, m.lexicon)
	m.lemmatizer = newLemmatizer(m.lexicon, m.irregulars)
	d.Progress("lemmas: %d irregular forms", len(m.irregulars))
	m.tagger = trainTagger(d, d.Treebank, labels, m.lexicon, 8)
	d.Progress("tagger: %d labels", len(labels))

	// The parser must learn from tags as wrong as those it will see: each part of the treebank is
	// tagged by a tagger that was trained on the others.
	tagged := make([]Sentence, len(d.Treebank))
	eachPart(func(part int) {
		var rest []Sentence
		for i, s := range d.Treebank {
			if PartOf(i) != part {
				rest = append(rest, s)
			}
		}
		t := trainTagger(d, rest, labels, m.lexicon, 3)
		for i, s := range d.Treebank {
			if PartOf(i) != part {
				continue
			}
			s.Tokens = slices.Clone(s.Tokens)
			t.tag(s.Tokens)
			for j := range s.Tokens {
				s.Tokens[j].Lemma = m.lemmatizer.lemma(s.Tokens[j].Form, s.Tokens[j].XPOS, j == 0, ordinaryCase)
			}
			tagged[i] = s
		}
	})
	d.Progress("parts of the treebank tagged")
	var err error
	text := sample(d.Text, d.Silver)
	for i := range text {
		m.Tag(&text[i])
	}
	if err = teach(d, tagged, text, m.lexicon); err != nil {
		return nil, fmt.Errorf("training parsers as teachers: %w", err)
	}
	if m.parser, err = trainParser(d, tagged, text, m.lexicon); err != nil {
		return nil, fmt.Errorf("training the parser: %w", err)
	}
	return m, nil
}

// sample gives n sentences or fewer of usual length, evenly from all of text.
func sample(text []Sentence, n int) []Sentence {
	var all, some []Sentence
	for _, s := range text {
		if len(s.Tokens) > 5 && len(s.Tokens) <= 60 {
			all = append(all, s)
		}
	}
	n = min(n, len(all))
	for i := range n {
		s := all[i*len(all)/n]
		s.Tokens = slices.Clone(s.Tokens)
		some = append(some, s)
	}
	return some
}
