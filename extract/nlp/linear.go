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
)

// A linear model scores labels by sparse binary features. Features are 32-bit
// hashes, found in a table with open addressing; each has a row of weights.
// The place of a feature is its first bits, so that a table that is filled in
// the order of features is written from front to back, which is fast.
type linear struct {
	labels []string
	shift  uint8
	keys   []uint32
	rows   []row // of the key at the same place
	cells  []cell
}

type row struct{ start, n uint32 }

type slot struct{ key, start, n uint32 }

type cell struct {
	label  uint16
	weight int16
}

// find gives the place of a feature in the table: its own, or an empty one.
func (m *linear) find(feature uint32) uint32 {
	mask := uint32(len(m.keys) - 1)
	i := feature >> m.shift & mask
	for m.keys[i] != feature && m.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// add adds the weights of a feature to the scores of the labels.
func (m *linear) add(feature uint32, scores []int32) { m.addRow(m.rows[m.find(feature)], scores) }

func (m *linear) addRow(r row, scores []int32) {
	for _, c := range m.cells[r.start : r.start+r.n] {
		scores[c.label] += int32(c.weight)
	}
}

// addAll adds the weights of features to the scores of the labels. It
// overwrites the features: all are looked up before any row is read, which lets
// the waits for memory overlap.
func (m *linear) addAll(features []uint32, scores []int32) {
	n := 0
	for _, f := range features {
		if i := m.find(f); m.keys[i] != 0 {
			features[n] = i
			n++
		}
	}
	for _, i := range features[:n] {
		m.addRow(m.rows[i], scores)
	}
}

// resize makes room for n features.
func (m *linear) resize(n int) {
	size := bits.Len(uint(n + n/2 + 1))
	m.keys, m.rows, m.shift = make([]uint32, 1<<size), make([]row, 1<<size), uint8(32-size)
}

// put stores where the weights of a new feature are.
func (m *linear) put(key uint32, r row) {
	i := m.find(key)
	m.keys[i], m.rows[i] = key, r
}

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
	found  []uint32 // scratch
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
		row := w.row(f, true)
		i := slices.IndexFunc(*row, func(c weight) bool { return int(c.label) == label })
		if i < 0 {
			i = len(*row)
			*row = append(*row, weight{label: uint16(label), step: w.step})
		}
		c := &(*row)[i]
		c.sum += c.value * float32(w.step-c.step)
		c.step = w.step
		c.value += delta
	}
}

// average gives the trained model: the weights of greatest average, keep at
// most, scaled to small integers.
func (w *weights) average(keep int) *linear {
	var used []slot
	var sizes []float32
	for _, s := range w.slots {
		if s.key == 0 {
			continue
		}
		used = append(used, s)
		for i := range w.rows[s.start] {
			c := &w.rows[s.start][i]
			c.sum = (c.sum + c.value*float32(w.step-c.step)) / float32(w.step)
			sizes = append(sizes, max(c.sum, -c.sum))
		}
	}
	slices.Sort(sizes)
	least := max(sizes[max(0, len(sizes)-keep)], sizes[len(sizes)-1]/math.MaxInt16*6)
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	m := &linear{labels: w.labels}
	m.resize(len(used))
	for _, s := range used {
		weights := w.rows[s.start]
		slices.SortFunc(weights, func(a, b weight) int { return cmp.Compare(a.label, b.label) })
		start := uint32(len(m.cells))
		for _, c := range weights {
			if max(c.sum, -c.sum) >= least {
				m.cells = append(m.cells, cell{c.label, int16(math.Round(float64(c.sum / least * 6)))})
			}
		}
		if n := uint32(len(m.cells)) - start; n > 0 {
			m.put(s.key, row{start, n})
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
	var used []slot
	for i, k := range m.keys {
		if k != 0 {
			used = append(used, slot{k, m.rows[i].start, m.rows[i].n})
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	writeUint(out, uint64(len(used)))
	writeUint(out, uint64(len(m.cells)))
	last := uint32(0)
	for _, s := range used {
		writeUint(out, uint64(s.key-last))
		last = s.key
		writeUint(out, uint64(s.n))
		for _, c := range m.cells[s.start : s.start+s.n] {
			writeUint(out, uint64(c.label))
			out.Write(binary.AppendVarint(nil, int64(c.weight)))
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

// int reads a number with its sign in the last bit.
func (d *decoder) int() int {
	v := d.uint()
	return v>>1 ^ -(v & 1)
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
	m := &linear{labels: d.strings()}
	n, cells := d.count(), d.count()
	m.resize(n)
	m.cells = make([]cell, 0, cells)
	key := uint32(0)
	for range n {
		key += uint32(d.uint())
		r := row{uint32(len(m.cells)), uint32(d.count())}
		for range r.n {
			label, w := d.uint(), d.int()
			if label >= len(m.labels) {
				return nil, errModel
			}
			m.cells = append(m.cells, cell{uint16(label), int16(w)})
		}
		m.put(key, r)
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
