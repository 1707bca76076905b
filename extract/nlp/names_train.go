package nlp

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

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
	Text      []Sentence // sentences without analysis, for clusters of words
	Seed      uint64
	Progress  func(format string, args ...any)
}

// TrainNames trains a model of names as a structured perceptron (Collins 2002)
// with margin. The same data give the same model, bit for bit.
func TrainNames(d NameData) (*NameModel, error) {
	if len(d.Sentences) == 0 {
		return nil, fmt.Errorf("training names: no sentences")
	}
	if d.Progress == nil {
		d.Progress = func(string, ...any) {}
	}
	m := &NameModel{clusters: nameClusters(d)}
	d.Progress("names: clusters")
	const epochs, margin, keep = 10, 6, 700_000
	random := rand.New(rand.NewPCG(d.Seed, 3))
	w := newWeights(nameLabelNames())
	var words []nameWord
	features := func(s *NamedSentence, out [][]uint32) [][]uint32 {
		var style caseStyle
		words, style = m.words(s.Tokens, s.Clues, words)
		out = out[:0]
		for i := range s.Tokens {
			if i < cap(out) {
				out = out[:i+1]
			} else {
				out = append(out, nil)
			}
			out[i] = nameFeatures(out[i][:0], words, i, style, uint64(s.Source))
		}
		return out
	}
	var fs [][]uint32
	order := make([]int, len(d.Sentences))
	for i := range d.Sentences {
		order[i] = i
		fs = features(&d.Sentences[i], fs)
		for _, f := range fs {
			w.count(f)
		}
	}
	scores := make([]float32, nameLabels)
	var emissions [][nameLabels]int32
	var steps []nameStep
	var labels []uint8
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, k := range order {
			s := &d.Sentences[k]
			fs = features(s, fs)
			gold := goldLabels(s)
			emissions = emissions[:0]
			for i := range s.Tokens {
				w.score(fs[i], scores)
				var e [nameLabels]int32
				for l, v := range scores {
					e[l] = int32(v)
					if l != int(gold[i]) {
						e[l] += margin
					}
				}
				emissions = append(emissions, e)
			}
			var next [nameLabels][nameLabels]int32
			for a := range nameLabels {
				w.score([]uint32{nameTransition(a)}, scores)
				for b, v := range scores {
					next[a][b] = int32(v)
				}
			}
			steps = namePaths(emissions, &next, steps[:0])
			labels = bestNames(steps, labels[:0])
			w.step++
			if slices.Equal(labels, gold) {
				continue
			}
			wrong++
			before, goldBefore := outsideName, outsideName
			for i := range labels {
				l, g := int(labels[i]), int(gold[i])
				if l != g {
					w.update(fs[i], g, 1)
					w.update(fs[i], l, -1)
				}
				if l != g || before != goldBefore {
					w.updateAlways(nameTransition(goldBefore), g, 1)
					w.updateAlways(nameTransition(before), l, -1)
				}
				before, goldBefore = l, g
			}
		}
		d.Progress("names: epoch %d, %.2f%% of sentences right", epoch+1, 100-100*float64(wrong)/float64(len(order)))
	}
	w.average()
	m.linear = w.model(keep)
	m = newNameModel(m.linear, m.clusters, 100)
	sum, n := 0, 0
	for i := range d.Sentences {
		for _, name := range m.Names(d.Sentences[i].Tokens, d.Sentences[i].Clues) {
			sum += name.Margin
			n++
		}
	}
	m.margin = max(sum/max(n, 1), 1)
	return m, nil
}

// updateAlways is update for a feature that is never too rare.
func (w *weights) updateAlways(feature uint32, label int, delta float32) {
	seen := w.seen
	w.seen = nil
	w.update([]uint32{feature}, label, delta)
	w.seen = seen
}

func goldLabels(s *NamedSentence) []uint8 {
	labels := make([]uint8, len(s.Tokens))
	for _, n := range s.Names {
		for i := n.First; i < n.Last; i++ {
			place := nameInside
			switch {
			case n.Last-n.First == 1:
				place = nameAlone
			case i == n.First:
				place = nameFirst
			case i == n.Last-1:
				place = nameLast
			}
			labels[i] = uint8(nameLabel(n.Type, place))
		}
	}
	return labels
}

// nameClusters groups words by their neighbours, those with a capital inside a
// sentence apart from others.
func nameClusters(d NameData) *lexicon {
	text := make([]Sentence, 0, len(d.Text)+len(d.Sentences))
	add := func(tokens []Token) {
		s := Sentence{Tokens: make([]Token, len(tokens))}
		for i, t := range tokens {
			r, _ := firstRune(t.Form)
			s.Tokens[i].Form = clusterForm(t.Form, i > 0 && isUpper(r))
		}
		text = append(text, s)
	}
	for _, s := range d.Text {
		add(s.Tokens)
	}
	for _, s := range d.Sentences {
		add(s.Tokens)
	}
	words := make(map[string]lexiconEntry)
	for w, c := range clusters(text, 400, 4, 2500, 8) {
		words[w] = lexiconEntry{cluster: uint32(c)}
	}
	return newLexicon(words)
}

// Write stores the model's file in a directory, as this package embeds it.
func (m *NameModel) Write(dir string) error {
	f, err := os.Create(filepath.Join(dir, "names.bin"))
	if err != nil {
		return fmt.Errorf("writing model of names: %w", err)
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	writeUint(out, uint64(m.margin))
	if err := m.clusters.write(out); err != nil {
		return err
	}
	if err := m.linear.write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing model of names: %w", err)
	}
	return f.Close()
}
