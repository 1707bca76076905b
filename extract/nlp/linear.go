package nlp

import (
	"encoding/binary"
	"math/bits"
)

// A linear model scores labels by sparse binary features. Features are odd 32-bit
// hashes; each has a row of weights. All stays as it is in the file of the model:
// nothing is unpacked.
//
// Scoring waits for memory. So the features that are met most often stand apart,
// in a table that fits in a cache.
type linear struct {
	labels      []string
	often, rest table
	rows        []byte // the buckets of both tables
	dense       []byte
	stride      int // bytes of a dense row

	sketch  *sketch  // decides what is plain; may be nil
	lessons *lessons // takes down what is not; nil but in training
}

// A table tells for each bucket where it starts in the rows of a linear model, in 24
// bits, and how many features it has, in 8. A bucket of n features has, for all of
// them in the same order,
//
//	a tag of two bytes, which tells it from others
//	the number of the cell at which its row starts, a byte, and after the last that of the end
//	the cells of its row: label and weight, a byte each
//
// So what a look-up needs stands together. A row with many weights has two cells
// instead: the label denseRow, and in the three other bytes its number among the
// dense rows. These have a byte for each label: the weight and 128.
type table []byte

const (
	maxLabels   = 255
	denseRow    = maxLabels
	maxFeatures = 256 // of one sum: as many weights of 8 bits fit in 16
	minBuckets  = 1 << 15
)

// scores are those of the labels of a model.
type scores [maxLabels + 1]int32

// bucketOf gives which of n buckets a feature is in. Features in ascending order
// are in ascending buckets; with minBuckets or more, those of one differ in tagOf.
func bucketOf(feature uint32, n int) int { return int(uint64(feature) * uint64(n) >> 32) }

func tagOf(feature uint32) uint16 { return uint16(feature >> 1) }

// score adds the weights of features to the scores of the labels. It overwrites
// the features.
func (m *linear) score(features []uint32, s *scores) {
	m.add(m.rest, m.add(m.often, features, s), s)
}

// decide gives the label of the highest score. It overwrites the features.
func (m *linear) decide(features []uint32, s *scores) int {
	if m.sketch != nil {
		if label, plain := m.sketch.decide(features); plain {
			return label
		}
	}
	if m.lessons != nil {
		m.lessons.see(features)
	}
	*s = scores{}
	m.score(features, s)
	best := m.best(s)
	if m.lessons != nil {
		m.lessons.hear(best, s[:])
	}
	return best
}

// exact gives the model without a sketch.
func (m *linear) exact() *linear {
	exact := *m
	exact.sketch = nil
	return &exact
}

func (m *linear) best(s *scores) int {
	best := 0
	for i := range m.labels {
		if s[i] > s[best] {
			best = i
		}
	}
	return best
}

// add adds the weights of the features that are in a table to the scores, and
// gives the other features. It overwrites the features.
//
// Each kind of look-up is made for all features at once: that lets the waits for
// memory overlap.
func (m *linear) add(t table, features []uint32, s *scores) (others []uint32) {
	var starts [maxFeatures]uint32
	n := len(t) / 4
	for i, f := range features {
		starts[i] = binary.LittleEndian.Uint32(t[bucketOf(f, n)*4:])
	}
	var heads [maxFeatures]uint64
	for i := range features {
		heads[i] = binary.LittleEndian.Uint64(m.rows[starts[i]>>8:])
	}
	others = features[:0]
	var sparse, dense [maxFeatures]uint32
	nSparse, nDense := 0, 0
	for i, f := range features {
		at, n := starts[i]>>8, starts[i]&0xff
		k := among(heads[i], f)
		for j := uint32(4); j < n && k == j; j += 4 {
			k += among(binary.LittleEndian.Uint64(m.rows[at+2*j:]), f)
		}
		if k >= n {
			others = append(others, f)
			continue
		}
		bounds := m.rows[at+2*n+k:]
		row := at + 3*n + 1 + 2*uint32(bounds[0])
		if cell := binary.LittleEndian.Uint32(m.rows[row:]); cell&0xff == denseRow {
			dense[nDense] = cell >> 8 * uint32(m.stride)
			nDense++
		} else {
			sparse[nSparse] = row<<8 | uint32(bounds[1]-bounds[0])
			nSparse++
		}
	}
	m.addCells(sparse[:nSparse], s)
	m.addDense(dense[:nDense], s)
	return others
}

// among gives the place of the tag of a feature among the four in a word, or 4.
func among(word uint64, feature uint32) uint32 {
	const ones, highs = 0x0001000100010001, 0x8000800080008000
	x := word ^ uint64(tagOf(feature))*ones
	// The lowest part that is 0 is also the lowest with its highest bit set here.
	return uint32(bits.TrailingZeros64((x-ones)&^x&highs)) / 16
}

// addCells adds rows of cells to scores: each is where it starts, in 24 bits, and
// the number of cells, in 8.
func (m *linear) addCells(rows []uint32, s *scores) {
	for _, r := range rows {
		row := m.rows[r>>8:][:r&0xff*2]
		for i := 0; i < len(row)-1; i += 2 {
			s[row[i]] += int32(int8(row[i+1]))
		}
	}
}

// addDense adds dense rows to scores.
func (m *linear) addDense(rows []uint32, scores *scores) {
	const even = 0x00ff00ff00ff00ff
	zero := int32(len(rows)) * 128
	for i := 0; i < m.stride; i += 8 {
		var a, b uint64
		for _, r := range rows {
			v := binary.LittleEndian.Uint64(m.dense[int(r)+i:])
			a += v & even
			b += v >> 8 & even
		}
		s := scores[i:][:8]
		for k := 0; k < 8; k += 2 {
			s[k] += int32(a&0xffff) - zero
			s[k+1] += int32(b&0xffff) - zero
			a >>= 16
			b >>= 16
		}
	}
}
