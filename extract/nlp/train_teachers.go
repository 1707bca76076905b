package nlp

import (
	"errors"
	"slices"
	"sync"
)

// A teacher is a parser that votes on trees with others. Some read sentences from
// their end, and so are wrong elsewhere (Sagae and Lavie 2006).
type teacher struct {
	parser   *parser
	backward bool
}

// teach gives the sentences of a tagged text those parts of their trees that most
// teachers, trained on the treebank, agree on; the other heads are unknown. What is
// learned from them is seldom wrong, and is of texts that the treebank is not like
// (Zhou and Li 2005, tri-training).
func teach(d TrainingData, treebank, text []Sentence, l *lexicon) error {
	if len(text) == 0 {
		return nil
	}
	var all []teacher
	for _, backward := range []bool{false, true} {
		some, err := trainTeachers(d, treebank, l, backward)
		if err != nil {
			return err
		}
		all = append(all, some...)
	}
	var done sync.WaitGroup
	for part := range parts {
		done.Go(func() {
			for i := part; i < len(text); i += parts {
				vote(all, text[i].Tokens)
			}
		})
	}
	done.Wait()
	known, words := 0, 0
	for _, s := range text {
		for _, t := range s.Tokens {
			if t.UPOS != "PUNCT" {
				words++
			}
			if t.UPOS != "PUNCT" && t.Head != unknownHead {
				known++
			}
		}
	}
	d.Progress("teachers: agree on %.1f%% of the heads of %d words", 100*float64(known)/float64(words), words)
	return nil
}

// trainTeachers trains parsers that differ in the order in which they saw the treebank.
func trainTeachers(d TrainingData, treebank []Sentence, l *lexicon, backward bool) ([]teacher, error) {
	var examples []example
	for i, s := range treebank {
		tokens := s.Tokens
		if backward {
			tokens = reversed(tokens)
		}
		examples = append(examples, l.example(tokens, PartOf(i)))
	}
	tagger := supertag(examples, d.Seed)
	untrained, err := untrainedParser(examples, tagger, l)
	if err != nil {
		return nil, err
	}
	all := make([]teacher, 2)
	errs := make([]error, len(all))
	var done sync.WaitGroup
	for i := range all {
		done.Go(func() {
			w := untrained.learn(examples, d.Seed+uint64(i)<<32, d.Progress)
			all[i].backward = backward
			all[i].parser, errs[i] = newParser(w.model(3_600_000), tagger, l)
		})
	}
	done.Wait()
	return all, errors.Join(errs...)
}

// vote fills the heads and relations of tokens from what most of the teachers find.
func vote(all []teacher, tokens []Token) {
	type arc struct {
		head   int
		deprel string
	}
	votes := make([][]arc, len(tokens))
	for _, t := range all {
		s := Sentence{Tokens: slices.Clone(tokens)}
		if t.backward {
			s.Tokens = reversed(s.Tokens)
		}
		(&Model{lexicon: t.parser.lexicon, parser: t.parser}).Parse(&s, nil)
		if t.backward {
			s.Tokens = reversed(s.Tokens)
		}
		for i, t := range s.Tokens {
			votes[i] = append(votes[i], arc{t.Head, t.Deprel})
		}
	}
	for i := range tokens {
		tokens[i].Head, tokens[i].Deprel = unknownHead, "dep"
		for _, a := range votes[i] {
			n := 0
			for _, b := range votes[i] {
				if a == b {
					n++
				}
			}
			if n > len(all)*2/3 {
				tokens[i].Head, tokens[i].Deprel = a.head, a.deprel
			}
		}
	}
}

// reversed gives tokens from the last to the first.
func reversed(tokens []Token) []Token {
	all := slices.Clone(tokens)
	slices.Reverse(all)
	for i := range all {
		if all[i].Head >= 0 {
			all[i].Head = len(all) - 1 - all[i].Head
		}
	}
	return all
}
