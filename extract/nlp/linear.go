package nlp

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/bits"
	"slices"
	"sync"
)

// A linear model scores labels by sparse binary features. Features are 32-bit
// hashes, found in a table with open addressing; each has a row of weights.
// The place of a feature is its first bits, so that a table that is filled in
// the order of features is written from front to back, which is fast.
//
// A score is 16 bits of a word: word i holds labels i, i+width, i+2*width and
// i+3*width. One addition adds four weights: the sums in the end are right in
// all four, because those of up to 258 weights fit in 16 bits.
type linear struct {
	labels []string
	width  int
	shift  uint8
	table  []entry
	cells  []cell   // of rows with few weights
	dense  []uint64 // rows with many, width words each
}

// An entry is a feature and its row: in the lower bits the number of cells and
// above where they start or, if there are none, the number of the dense row.
type entry struct{ key, row uint32 }

// A cell is a weight. In a model, label is the place in the sum: the word and,
// in the lowest two bits, which part of it.
type cell struct {
	label  uint8
	weight int8
}

const (
	rowBits     = 5
	maxLabels   = 256
	maxFeatures = 256 // of one sum
)

// newLinear gives a model without features that has room for n.
func newLinear(labels []string, n int) *linear {
	size := bits.Len(uint(n + n/2 + 1))
	return &linear{labels: labels, width: (len(labels) + 3) / 4, shift: uint8(32 - size), table: make([]entry, 1<<size)}
}

// find gives the entry of a feature: its own, or the empty one where it goes.
func (m *linear) find(feature uint32) *entry {
	mask := uint32(len(m.table) - 1)
	i := feature >> m.shift & mask
	for m.table[i].key != feature && m.table[i].key != 0 {
		i = (i + 1) & mask
	}
	return &m.table[i]
}

// add adds a feature and its weights.
func (m *linear) add(feature uint32, cells []cell) {
	e := m.find(feature)
	e.key = feature
	start := len(m.cells)
	for _, c := range cells {
		m.cells = append(m.cells, cell{c.label%uint8(m.width)<<2 | c.label/uint8(m.width), c.weight})
	}
	e.row = uint32(start)<<rowBits | uint32(len(cells))
	if len(cells) >= 1<<rowBits || len(cells) > m.width {
		e.row = uint32(len(m.dense)/m.width) << rowBits
		row := make([]uint64, m.width)
		sum(row, m.cells[start:])
		m.dense = append(m.dense, row...)
		m.cells = m.cells[:start]
	}
}

func sum(words []uint64, cells []cell) {
	for _, c := range cells {
		words[c.label>>2] += uint64(int64(c.weight)) << (c.label & 3 * 16)
	}
}

// score adds the weights of features to the scores of the labels. It overwrites
// the features.
//
// The table is too large for the caches. So each kind of look-up is made for all
// features at once, without a branch that depends on what is found: that lets
// the waits for memory overlap.
func (m *linear) score(features []uint32, scores []int32) {
	var entries [maxFeatures]entry
	for i, f := range features {
		entries[i] = m.table[f>>m.shift]
	}
	n := 0
	for i, f := range features {
		e := entries[i]
		if e.key != f && e.key != 0 {
			e = *m.find(f)
		}
		if e.key != 0 {
			features[n] = e.row
			n++
		}
	}
	var firsts [maxFeatures]cell
	for i, r := range features[:n] {
		if r&(1<<rowBits-1) > 0 {
			firsts[i] = m.cells[r>>rowBits]
		}
	}
	var sums [maxLabels / 4]uint64
	words := sums[:m.width]
	for i, r := range features[:n] {
		start, n := r>>rowBits, r&(1<<rowBits-1)
		if n > 0 {
			c := firsts[i]
			words[c.label>>2] += uint64(int64(c.weight)) << (c.label & 3 * 16)
			sum(words, m.cells[start+1:start+n])
			continue
		}
		for i, v := range m.dense[int(start)*m.width:][:len(words)] {
			words[i] += v
		}
	}
	for i, w := range words {
		for label := i; label < len(m.labels); label += m.width {
			v := int16(w)
			scores[label] += int32(v)
			w = (w - uint64(int64(v))) >> 16
		}
	}
}

type slot struct{ key, start, n uint32 }

// newTable gives an empty table for n keys and the shift that goes with it.
func newTable(n int) ([]slot, uint8) {
	size := bits.Len(uint(n + n/2 + 1))
	return make([]slot, 1<<size), uint8(32 - size)
}

// find gives the slot of a key: its own, or the empty one where it goes.
func find(slots []slot, shift uint8, key uint32) *slot {
	mask := uint32(len(slots) - 1)
	i := key >> shift
	for slots[i].key != 0 && slots[i].key != key {
		i = (i + 1) & mask
	}
	return &slots[i]
}

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
	// How often each feature was seen, if rare ones are to be left out.
	seen []uint8
}

// rare is the number of times below which a feature is not learned.
const rare = 3

// count notes that features were seen.
func (w *weights) count(features []uint32) {
	if w.seen == nil {
		w.seen = make([]uint8, 1<<26)
	}
	for _, f := range features {
		if c := &w.seen[f*0x9e3779b1>>6]; *c < rare {
			*c++
		}
	}
}

type weight struct {
	label uint16
	step  int32
	value float32
	sum   float32
}

func newWeights(labels []string) *weights {
	w := &weights{labels: labels}
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
		if w.seen != nil && w.seen[f*0x9e3779b1>>6] < rare {
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
// adds them up (McDonald, Hall and Mann 2010): one model that decides as all
// together.
func mixture(seed uint64, train func(seed uint64) *weights) *weights {
	var all [3]*weights
	var done sync.WaitGroup
	for i := range all {
		done.Go(func() {
			all[i] = train(seed + uint64(i)<<32)
			all[i].average()
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
	m := newLinear(w.labels, len(used))
	var cells []cell
	for _, s := range used {
		weights := w.rows[s.start]
		slices.SortFunc(weights, func(a, b weight) int { return cmp.Compare(a.label, b.label) })
		cells = cells[:0]
		for _, c := range weights {
			if v := math.Round(float64(c.value * scale)); v != 0 && max(c.value, -c.value) >= least {
				cells = append(cells, cell{uint8(c.label), int8(v)})
			}
		}
		if len(cells) > 0 {
			m.add(s.key, cells)
		}
	}
	return m
}

// write stores the model: labels, then features by ascending hash, each as the
// distance from the one before, the number of weights, and label and weight of
// each, all as variable-length integers.
func (m *linear) write(w io.Writer) error {
	out := bufio.NewWriter(w)
	writeStrings(out, m.labels)
	used := slices.DeleteFunc(slices.Clone(m.table), func(e entry) bool { return e.key == 0 })
	slices.SortFunc(used, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	writeUint(out, uint64(len(used)))
	scores := make([]int32, len(m.labels))
	last := uint32(0)
	for _, e := range used {
		writeUint(out, uint64(e.key-last))
		last = e.key
		clear(scores)
		m.score([]uint32{e.key}, scores)
		n := 0
		for _, v := range scores {
			if v != 0 {
				n++
			}
		}
		writeUint(out, uint64(n))
		for label, v := range scores {
			if v != 0 {
				out.Write([]byte{byte(label), byte(v)})
			}
		}
	}
	return out.Flush()
}

func writeUint(w *bufio.Writer, v uint64) { w.Write(binary.AppendUvarint(nil, v)) }

func writeStrings(w *bufio.Writer, all []string) {
	writeUint(w, uint64(len(all)))
	for _, s := range all {
		writeUint(w, uint64(len(s)))
		w.WriteString(s)
	}
}

var errModel = errors.New("model file is cut short or damaged")

// A decoder reads what the write functions wrote. After the end it gives zeros
// and remembers the fault.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) uint() int {
	if len(d.data) > 0 && d.data[0] < 0x80 { // most numbers are small
		v := d.data[0]
		d.data = d.data[1:]
		return int(v)
	}
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > math.MaxUint32 {
		d.data, d.bad = nil, true
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

// count reads a number of things that take a byte each at least.
func (d *decoder) count() int {
	n := d.uint()
	if n > len(d.data) {
		d.data, d.bad = nil, true
		return 0
	}
	return n
}

func (d *decoder) string() string {
	n := d.count()
	s := string(d.data[:n])
	d.data = d.data[n:]
	return s
}

func (d *decoder) strings() []string {
	all := make([]string, d.count())
	for i := range all {
		all[i] = d.string()
	}
	return all
}

func (d *decoder) linear() (*linear, error) {
	labels, n := d.strings(), d.count()
	if len(labels) == 0 || len(labels) > maxLabels {
		return nil, errModel
	}
	m := newLinear(labels, n)
	key := uint32(0)
	var cells []cell
	for range n {
		key += uint32(d.uint())
		count := d.count()
		if count == 0 || count > len(labels) || 2*count > len(d.data) {
			return nil, errModel
		}
		cells = cells[:0]
		for range count {
			if int(d.data[0]) >= len(labels) {
				return nil, errModel
			}
			cells = append(cells, cell{d.data[0], int8(d.data[1])})
			d.data = d.data[2:]
		}
		m.add(key, cells)
	}
	if d.bad {
		return nil, errModel
	}
	return m, nil
}

// Hashes of features: a string is hashed once (FNV-1a), then mixed with the
// number of its template and other hashes.

func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9fb21c651e98df25
	return h ^ h>>32
}

// key folds a hash into the key of a feature, which is never 0.
func key(h uint64) uint32 { return uint32(h>>29) | 1 }
