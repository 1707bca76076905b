// Package learned tells by weights what holds of something that features describe.
//
// In come features, as hashes, and weights that were learned from judged examples;
// out come scores, one for each label, and with each label the score that is wanted for
// it to hold. It knows neither what the features mean nor what the labels are.
package learned

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A Label is something that may hold, whatever the others do.
type Label struct {
	Name  string
	Least float64 // score from which on it is taken to hold: the logarithm of the odds; +Inf if it never is
}

// A Model is a log-linear classifier with several labels and sparse binary features
// (logistic regression). It is immutable and safe for concurrent use.
type Model struct {
	labels []Label
	bias   []int32
	shift  uint   // bits of a feature below those that tell its bucket
	starts []byte // where each bucket starts in rows, and the last ends, four bytes each
	rows   []byte
}

// A row is what a bucket holds of one feature: two bytes that tell it from the others
// there, how many weights it has, and for each of these its label and the weight, a byte
// each.
const rowHead = 3

// unit is how many steps of a weight are 1.
const unit = 64

// magic begins the file of a model.
const magic = "relata learned 1\n"

// Scores are those of the labels of a model, in its units; see Model.Add.
type Scores []int32

// Labels are those of the model, in the order of scores.
func (m *Model) Labels() []Label { return m.labels }

// Scores gives the scores of what has no features.
func (m *Model) Scores() Scores { return append(Scores(nil), m.bias...) }

// Add adds what features count for to scores.
func (m *Model) Add(features []uint32, s Scores) {
	for _, f := range features {
		bucket := 4 * (f >> m.shift)
		row := m.rows[binary.LittleEndian.Uint32(m.starts[bucket:]):binary.LittleEndian.Uint32(m.starts[bucket+4:])]
		for len(row) >= rowHead {
			end := rowHead + 2*int(row[2])
			if binary.LittleEndian.Uint16(row) == uint16(f) {
				for cells := row[rowHead:end]; len(cells) > 0; cells = cells[2:] {
					s[cells[0]] += int32(int8(cells[1]))
				}
				break
			}
			row = row[end:]
		}
	}
}

// Of gives the score of a label: the logarithm of the odds that it holds.
func (s Scores) Of(label int) float64 { return float64(s[label]) / unit }

// With gives the sums of both scores.
func (s Scores) With(other Scores) Scores {
	sum := make(Scores, len(s))
	for i := range s {
		sum[i] = s[i] + other[i]
	}
	return sum
}

var errDamaged = errors.New("the file is damaged")

// Blank gives a model that has learned nothing.
func Blank(labels []Label) *Model {
	return &Model{labels: labels, bias: make([]int32, len(labels)), shift: 31, starts: make([]byte, 4*3)}
}

// Parse gives the model of a file, whose bytes must not change after that.
func Parse(data []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("want a file that begins with %q", magic)
	}
	m := &Model{}
	take := func(n int) []byte {
		if n < 0 || n > len(rest) {
			ok, n = false, 0
		}
		out := rest[:n]
		rest = rest[n:]
		return out
	}
	number := func() uint32 {
		b := take(4)
		if !ok {
			return 0
		}
		return binary.LittleEndian.Uint32(b)
	}
	for n := number(); n > 0 && ok; n-- {
		l := Label{Name: string(take(int(number())))}
		l.Least = float64(math.Float32frombits(number()))
		m.labels = append(m.labels, l)
		m.bias = append(m.bias, int32(number()))
	}
	bits := number()
	if !ok || bits == 0 || bits > 24 || len(m.labels) > 255 {
		return nil, errDamaged
	}
	m.shift = uint(32 - bits)
	m.starts = take(4 * (1<<bits + 1))
	if m.rows = rest; !ok || !m.sound() {
		return nil, errDamaged
	}
	return m, nil
}

// sound tells whether all buckets are where they can be.
func (m *Model) sound() bool {
	last := uint32(0)
	for i := 0; i < len(m.starts); i += 4 {
		at := binary.LittleEndian.Uint32(m.starts[i:])
		if at < last || int64(at) > int64(len(m.rows)) {
			return false
		}
		for row := m.rows[last:at]; len(row) > 0; {
			if len(row) < rowHead || len(row) < rowHead+2*int(row[2]) {
				return false
			}
			for k := rowHead; k < rowHead+2*int(row[2]); k += 2 {
				if int(row[k]) >= len(m.labels) {
					return false
				}
			}
			row = row[rowHead+2*int(row[2]):]
		}
		last = at
	}
	return true
}

// Feature is the hash of a feature: what kind it is of, and what of that kind
// (FNV-1a, with the bits mixed).
func Feature(kind string, parts ...string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(kind); i++ {
		h = (h ^ uint32(kind[i])) * 16777619
	}
	for _, p := range parts {
		h = (h ^ '|') * 16777619
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
	}
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}
