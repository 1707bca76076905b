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

// TrainNames trains a model of names as a structured perceptron (Collins 2002)
// with margin, the mean of several runs. It reckons in whole numbers: the same data give the same model,
// bit for bit.
func TrainNames(d NameData) (*NameModel, error) {
	if len(d.Sentences) == 0 {
		return nil, fmt.Errorf("training names: no sentences")
	}
	if d.Progress == nil {
		d.Progress = func(string, ...any) {}
	}
	m := &NameModel{lexicon: nameLexicon(d)}
	d.Progress("names: words")
	const runs, epochs, margin, keep = 3, 7, 12, 400_000
	random := rand.New(rand.NewPCG(d.Seed, 3))
	w, features := m.newNameWeights(d.Sentences)
	order := make([]int, len(d.Sentences))
	for i := range order {
		order[i] = i
	}
	var emissions [][nameLabels]int32
	var steps []nameStep
	var labels []uint8
	for epoch := range runs * epochs {
		if epoch%epochs == 0 {
			w.restart()
		}
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, k := range order {
			fs, gold := features[k], goldLabels(&d.Sentences[k])
			emissions = emissions[:0]
			for i := range gold {
				var e [nameLabels]int32
				for l := range e {
					if l != int(gold[i]) {
						e[l] = margin
					}
				}
				for _, f := range fs[i] {
					for l, v := range w.rows[f].value {
						e[l] += v
					}
				}
				emissions = append(emissions, e)
			}
			var next [nameLabels][nameLabels]int32
			for a := range next {
				next[a] = w.rows[a].value
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
					for _, f := range fs[i] {
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
		}
		d.Progress("names: epoch %d, %.2f%% of sentences right", epoch+1, 100-100*float64(wrong)/float64(len(order)))
	}
	m = newNameModel(w.average(keep), m.lexicon, 100)
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

// A nameWeights is a model of names while it is trained. The first rows are
// those of the transitions.
type nameWeights struct {
	keys []uint32
	rows []nameRow
	step int64
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
func (m *NameModel) newNameWeights(sentences []NamedSentence) (*nameWeights, [][][]uint32) {
	all := make([][][]uint32, len(sentences))
	count := make(map[uint32]int)
	var words []nameWord
	for k := range sentences {
		s := &sentences[k]
		var style caseStyle
		words, style = m.words(s.Tokens, s.Clues, words)
		all[k] = make([][]uint32, len(s.Tokens))
		for i := range s.Tokens {
			all[k][i] = nameFeatures(nil, words, i, style, uint64(s.Source))
			for _, f := range all[k][i] {
				count[f]++
			}
		}
	}
	w := &nameWeights{}
	row := make(map[uint32]uint32)
	for l := range nameLabels {
		w.keys = append(w.keys, nameTransition(l))
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
					w.keys = append(w.keys, f)
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
	m := newLinear(nameLabelNames(), len(order))
	var cells []cell
	for _, i := range order {
		cells = cells[:0]
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
			m.add(w.keys[i], cells)
		}
	}
	return m
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

// nameLexicon tells of words what lists and texts do: the group of words with
// the same neighbours, those with a capital inside a sentence apart from
// others; how often they have a capital; the lists that have them, also as
// beginnings of longer names.
func nameLexicon(d NameData) *lexicon {
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
	know := func(name string, c class) {
		e := words[name]
		e.class |= c
		words[name] = e
	}
	for w, n := range countCapitals(d.Text) {
		if c := n.class(); c > 0 {
			know(w, c)
		}
	}
	for name, lists := range d.Lists {
		know(name, class(lists)&(nameLists|nameParts))
		for i := range name {
			if name[i] == ' ' {
				know(name[:i], startsName)
			}
		}
	}
	return newLexicon(words)
}

// A capitals is how often a word was seen inside sentences, without and with a
// capital.
type capitals struct{ low, high int }

func countCapitals(text []Sentence) map[string]capitals {
	counts := make(map[string]capitals)
	for _, s := range text {
		if styleOf(s.Tokens) != ordinaryCase {
			continue
		}
		for i := 1; i < len(s.Tokens); i++ {
			r, _ := firstRune(s.Tokens[i].Form)
			before, _ := firstRune(s.Tokens[i-1].Form)
			if !isLetter(r) || !isLetter(before) && before != ',' {
				continue
			}
			w := string(appendLower(nil, s.Tokens[i].Form))
			n := counts[w]
			if isUpper(r) {
				n.high++
			} else {
				n.low++
			}
			counts[w] = n
		}
	}
	return counts
}

// class gives the capital bits of a class: none for a rare word, else from
// never to always.
func (n capitals) class() class {
	all := n.low + n.high
	step := class(0)
	switch {
	case all < 3:
	case n.high == 0:
		step = 1
	case n.high*20 < all:
		step = 2
	case n.high*2 < all:
		step = 3
	case n.high*20 < all*19:
		step = 4
	case n.low > 0:
		step = 5
	case all < 20:
		step = 6
	default:
		step = 7
	}
	return step << firstCapital
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
