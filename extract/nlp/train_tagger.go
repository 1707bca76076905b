package nlp

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withHeadlines adds copies of some sentences in the capitals of headlines.
func withHeadlines(treebank []Sentence, random *rand.Rand) []Sentence {
	out := slices.Clone(treebank)
	for _, s := range treebank {
		var change func(string) string
		switch n := random.IntN(100); {
		case n < 5:
			change = strings.ToUpper
		case n < 12:
			change = func(form string) string {
				r, size := utf8.DecodeRuneInString(form)
				if len(form) > 3 {
					return string(unicode.ToUpper(r)) + form[size:]
				}
				return form
			}
		default:
			continue
		}
		if len(s.Tokens) < 4 {
			continue
		}
		s.Tokens = slices.Clone(s.Tokens)
		for i := range s.Tokens {
			s.Tokens[i].Form = change(s.Tokens[i].Form)
		}
		out = append(out, s)
	}
	return out
}

func trainTagger(d TrainingData, treebank []Sentence, labels []string, l *lexicon, epochs int) *tagger {
	const margin = 4
	random := rand.New(rand.NewPCG(d.Seed, 1))
	treebank = withHeadlines(treebank, random)
	w := newWeights(labels, 0)
	var f features
	var words []word
	for epoch := range epochs {
		random.Shuffle(len(treebank), func(i, j int) { treebank[i], treebank[j] = treebank[j], treebank[i] })
		for _, s := range treebank {
			var style caseStyle
			words, style = l.context(s.Tokens, words)
			t1, t2 := uint64(len(labels)), uint64(len(labels))
			for i := range s.Tokens {
				taggerFeatures(&f, words, i, style, t1, t2)
				if epoch == 0 {
					w.count(f.all())
				}
				best := w.learn(f.all(), slices.Index(labels, label(&s.Tokens[i])), margin)
				t1, t2 = uint64(best), t1
			}
		}
	}
	w.average()
	return newTagger(w.model(600_000), l)
}
