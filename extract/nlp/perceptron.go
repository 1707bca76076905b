package nlp

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// A weights is a linear model while it is trained as an averaged perceptron
// (Collins 2002). Averages are kept lazily: sum holds weight times the steps it
// lasted, up to step.
type weights struct {
	labels []string
	shift  uint8
	slots  []slot
	rows   [][]weight
	step   int32
	found  []uint32  // scratch
	scores []float32 // scratch
	// How often each feature was seen, by hash; one is not learned until it was seen
	// so often that it is not rare.
	seen []uint16
	rare uint16
}

// count notes that features were seen.
func (w *weights) count(features []uint32) {
	for _, f := range features {
		if c := w.timesSeen(f); *c < math.MaxUint16 {
			*c++
		}
	}
}

func (w *weights) timesSeen(feature uint32) *uint16 { return &w.seen[feature*0x9e3779b1>>6] }

type weight struct {
	label uint16
	step  int32
	value float32
	sum   float32
}

func newWeights(labels []string, rare uint16) *weights {
	w := &weights{labels: labels, rare: rare, seen: make([]uint16, 1<<26)}
	w.slots, w.shift = newTable(1 << 20)
	return w
}

func (w *weights) row(feature uint32, create bool) *[]weight {
	s := find(w.slots, w.shift, feature)
	if s.key == 0 {
		if !create {
			return nil
		}
		if len(w.rows) > len(w.slots)*2/3 {
			old := w.slots
			w.slots, w.shift = newTable(len(old))
			for _, o := range old {
				if o.key != 0 {
					*find(w.slots, w.shift, o.key) = o
				}
			}
			s = find(w.slots, w.shift, feature)
		}
		*s = slot{key: feature, start: uint32(len(w.rows))}
		w.rows = append(w.rows, nil)
	}
	return &w.rows[s.start]
}

func (w *weights) score(features []uint32, scores []float32) {
	clear(scores)
	w.found = w.found[:0]
	for _, f := range features { // first all look-ups, then all rows: the waits for memory overlap
		if s := find(w.slots, w.shift, f); s.key != 0 {
			w.found = append(w.found, s.start)
		}
	}
	for _, i := range w.found {
		for _, c := range w.rows[i] {
			scores[c.label] += c.value
		}
	}
}

// update moves the weights of a label's features by delta.
func (w *weights) update(features []uint32, label int, delta float32) {
	for _, f := range features {
		if *w.timesSeen(f) < w.rare {
			continue
		}
		c := w.cell(w.row(f, true), label)
		c.sum += c.value * float32(w.step-c.step)
		c.step = w.step
		c.value += delta
	}
}

// cell gives the weight of a label in a row.
func (w *weights) cell(row *[]weight, label int) *weight {
	i := slices.IndexFunc(*row, func(c weight) bool { return int(c.label) == label })
	if i < 0 {
		i = len(*row)
		*row = append(*row, weight{label: uint16(label), step: w.step})
	}
	return &(*row)[i]
}

// learn moves the weights of features towards a label, unless its score is above
// all others by a margin, and gives the best label. The label is -1 if it is no
// label of the model.
func (w *weights) learn(features []uint32, label int, margin float32) (best int) {
	w.scores = slices.Grow(w.scores[:0], len(w.labels))[:len(w.labels)]
	w.score(features, w.scores)
	rival := -1
	for i, v := range w.scores {
		if v > w.scores[best] {
			best = i
		}
		if i != label && (rival < 0 || v > w.scores[rival]) {
			rival = i
		}
	}
	w.step++
	if label >= 0 && rival >= 0 && w.scores[label] <= w.scores[rival]+margin {
		w.update(features, label, 1)
		w.update(features, rival, -1)
	}
	return best
}

// average makes the averages the weights.
func (w *weights) average() {
	for _, row := range w.rows {
		for i := range row {
			c := &row[i]
			c.value = (c.sum + c.value*float32(w.step-c.step)) / float32(w.step)
		}
	}
}

// mixture trains models side by side that see the examples in other orders, and
// adds their averages up (McDonald, Hall and Mann 2010): one model that decides as all
// together.
func mixture(seed uint64, train func(seed uint64) *weights) *weights {
	var all [2]*weights
	var done sync.WaitGroup
	for i := range all {
		done.Go(func() {
			all[i] = train(seed + uint64(i)<<32)
		})
	}
	done.Wait()
	for _, w := range all[1:] {
		all[0].add(w)
	}
	return all[0]
}

// add adds the weights of another model with the same labels.
func (w *weights) add(o *weights) {
	for _, s := range o.slots {
		if s.key == 0 {
			continue
		}
		row := w.row(s.key, true)
		for _, c := range o.rows[s.start] {
			w.cell(row, int(c.label)).value += c.value
		}
	}
}

// model gives the trained model: the greatest weights, keep at most, scaled to
// bytes.
func (w *weights) model(keep int) *linear {
	var used []slot
	var sizes []float32
	for _, s := range w.slots {
		if s.key == 0 {
			continue
		}
		used = append(used, s)
		for _, c := range w.rows[s.start] {
			sizes = append(sizes, max(c.value, -c.value))
		}
	}
	slices.Sort(sizes)
	least, scale := sizes[max(0, len(sizes)-keep)], math.MaxInt8/sizes[len(sizes)-1]
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	var rows []row
	for _, s := range used {
		weights := w.rows[s.start]
		slices.SortFunc(weights, func(a, b weight) int { return cmp.Compare(a.label, b.label) })
		var cells []cell
		for _, c := range weights {
			if v := math.Round(float64(c.value * scale)); v != 0 && max(c.value, -c.value) >= least {
				cells = append(cells, cell{uint8(c.label), int8(v)})
			}
		}
		if len(cells) > 0 {
			rows = append(rows, row{s.key, cells, int(*w.timesSeen(s.key))})
		}
	}
	return newLinear(w.labels, rows)
}
