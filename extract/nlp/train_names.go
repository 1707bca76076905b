package nlp

import (
	"bufio"
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// TrainNames trains a model of names as a structured perceptron (Collins 2002)
// with margin, the mean of several runs. It reckons in whole numbers: the same
// data give the same model, bit for bit.
func TrainNames(d NameData) (*NameModel, error) {
	if len(d.Sentences) == 0 {
		return nil, fmt.Errorf("training names: no sentences")
	}
	if d.Progress == nil {
		d.Progress = func(string, ...any) {}
	}
	lexicon := nameLexicon(d)
	d.Progress("names: words")
	const runs, epochs, keep = 3, 7, 400_000
	random := rand.New(rand.NewPCG(d.Seed, 3))
	w, features := newNameWeights(lexicon, d.Sentences)
	order := make([]int, len(d.Sentences))
	for i := range order {
		order[i] = i
	}
	for epoch := range runs * epochs {
		if epoch%epochs == 0 {
			w.restart()
		}
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, k := range order {
			if !w.learn(features[k], goldLabels(&d.Sentences[k])) {
				wrong++
			}
		}
		d.Progress("names: epoch %d, %.2f%% of sentences right", epoch+1, 100-100*float64(wrong)/float64(len(order)))
	}
	m := newNameModel(w.average(keep), lexicon, 100)
	m.margin = max(m.meanMargin(d.Sentences), 1)
	return m, nil
}

// meanMargin gives the mean of the margins of the names that the model finds.
func (m *NameModel) meanMargin(sentences []NamedSentence) int {
	sum, n := 0, 0
	for i := range sentences {
		for _, name := range m.Names(sentences[i].Tokens, sentences[i].Clues) {
			sum += name.Margin
			n++
		}
	}
	return sum / max(n, 1)
}

// A nameWeights is a model of names while it is trained. The first rows are
// those of the transitions.
type nameWeights struct {
	keys []uint32
	met  []int // how often the sentences have the features
	rows []nameRow
	step int64

	// Of the sentence that is learned.
	emissions [][nameLabels]int32
	steps     []nameStep
	labels    []uint8
}

// A nameRow is the weights of a feature, and for their means over the steps the
// sum of their moves times the steps at which they were made.
type nameRow struct {
	value [nameLabels]int32
	moved [nameLabels]int64
}

func (w *nameWeights) update(feature uint32, label int, move int32) {
	r := &w.rows[feature]
	r.value[label] += move
	r.moved[label] += int64(move) * w.step
}

// learn moves the weights of a sentence's features, given token by token, towards
// its right labels, unless they win by a margin. It tells whether they do.
func (w *nameWeights) learn(features [][]uint32, gold []uint8) bool {
	labels := w.best(features, gold)
	w.step++
	if slices.Equal(labels, gold) {
		return true
	}
	before, goldBefore := outsideName, outsideName
	for i := range labels {
		l, g := int(labels[i]), int(gold[i])
		if l != g {
			for _, f := range features[i] {
				w.update(f, g, 1)
				w.update(f, l, -1)
			}
		}
		if l != g || before != goldBefore {
			w.update(uint32(goldBefore), g, 1)
			w.update(uint32(before), l, -1)
		}
		before, goldBefore = l, g
	}
	return false
}

// best gives the labels that win when each wrong one is given a margin.
func (w *nameWeights) best(features [][]uint32, gold []uint8) []uint8 {
	const margin = 12
	w.emissions = w.emissions[:0]
	for i := range gold {
		var e [nameLabels]int32
		for l := range e {
			if l != int(gold[i]) {
				e[l] = margin
			}
		}
		for _, f := range features[i] {
			for l, v := range w.rows[f].value {
				e[l] += v
			}
		}
		w.emissions = append(w.emissions, e)
	}
	var next [nameLabels][nameLabels]int32
	for a := range next {
		next[a] = w.rows[a].value
	}
	w.steps = namePaths(w.emissions, &next, w.steps[:0])
	w.labels = bestNames(w.steps, w.labels[:0])
	return w.labels
}

// restart sets all weights to zero, but keeps their sums: the mean is then that
// of several runs, each over the sentences in another order.
func (w *nameWeights) restart() {
	for i := range w.rows {
		for l, v := range w.rows[i].value {
			w.update(uint32(i), l, -v)
		}
	}
}

// newNameWeights gives weights for the features of sentences that are not rare,
// and those features as numbers of rows, by sentence and token.
func newNameWeights(lexicon *lexicon, sentences []NamedSentence) (*nameWeights, [][][]uint32) {
	all := make([][][]uint32, len(sentences))
	count := make(map[uint32]int)
	var words []nameWord
	var f nameFeatures
	for k := range sentences {
		s := &sentences[k]
		var style caseStyle
		words, style = lexicon.nameWords(s.Tokens, s.Clues, words)
		all[k] = make([][]uint32, len(s.Tokens))
		for i := range s.Tokens {
			f.token(words, i, style, uint64(s.Source))
			all[k][i] = slices.Clone(f.all())
			for _, f := range all[k][i] {
				count[f]++
			}
		}
	}
	w := &nameWeights{}
	row := make(map[uint32]uint32)
	for l := range nameLabels {
		w.keys, w.met = append(w.keys, nameTransition(l)), append(w.met, 0)
	}
	for _, features := range all {
		for i, fs := range features {
			var kept []uint32
			for _, f := range fs {
				if count[f] < 2 {
					continue
				}
				if _, ok := row[f]; !ok {
					row[f] = uint32(len(w.keys))
					w.keys, w.met = append(w.keys, f), append(w.met, count[f])
				}
				kept = append(kept, row[f])
			}
			features[i] = kept
		}
	}
	w.rows = make([]nameRow, len(w.keys))
	return w, all
}

// average gives the model of the weights of greatest mean, keep at most, scaled
// to small numbers.
func (w *nameWeights) average(keep int) *linear {
	mean := func(i uint32, l int) int64 { return int64(w.rows[i].value[l])*(w.step+1) - w.rows[i].moved[l] }
	size := func(v int64) int64 { return max(v, -v) }
	sizes := []int64{1}
	order := make([]uint32, len(w.rows))
	for i := range order {
		order[i] = uint32(i)
		for l := range nameLabels {
			if v := size(mean(uint32(i), l)); v > 0 {
				sizes = append(sizes, v)
			}
		}
	}
	slices.Sort(sizes)
	least, most := sizes[max(0, len(sizes)-keep)], sizes[len(sizes)-1]
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(w.keys[a], w.keys[b]) })
	var rows []row
	for _, i := range order {
		var cells []cell
		for l := range nameLabels {
			v := mean(i, l)
			weight := int8((size(v)*math.MaxInt8 + most/2) / most)
			if weight == 0 || size(v) < least {
				continue
			}
			if v < 0 {
				weight = -weight
			}
			cells = append(cells, cell{uint8(l), weight})
		}
		if len(cells) > 0 {
			rows = append(rows, row{w.keys[i], cells, w.met[i]})
		}
	}
	return newLinear(nameLabelNames(), rows)
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

// Write stores the model's file in a directory, as this package embeds it.
func (m *NameModel) Write(dir string) error {
	f, err := os.Create(filepath.Join(dir, "names.bin"))
	if err != nil {
		return fmt.Errorf("writing model of names: %w", err)
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	writeUint(out, uint64(m.margin))
	if err := m.lexicon.write(out); err != nil {
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
