package nlp

import (
	"bufio"
	"cmp"
	"io"
	"math/bits"
	"slices"
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
