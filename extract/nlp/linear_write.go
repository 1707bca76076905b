package nlp

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// A row is a feature of a linear model and its weights, while the model is made.
type row struct {
	feature uint32
	cells   []cell
	met     int // how often, in training
}

// A cell is a weight of a label.
type cell struct {
	label  uint8
	weight int8
}

const (
	oftenFeatures = 1 << 15
	bucketSize    = 3 // features of a bucket, on average
)

// newLinear makes a model of rows in ascending order of their features.
func newLinear(labels []string, rows []row) *linear {
	m := &linear{labels: labels, stride: strideOf(labels)}
	met := make([]int, len(rows))
	for i := range rows {
		met[i] = rows[i].met
	}
	slices.Sort(met)
	least := 0
	if len(met) > oftenFeatures {
		least = met[len(met)-oftenFeatures]
	}
	var often, rest []row
	for _, r := range rows {
		if r.met >= least {
			often = append(often, r)
		} else {
			rest = append(rest, r)
		}
	}
	m.often, m.rest = m.table(often), m.table(rest)
	m.rows = append(m.rows, make([]byte, 8)...) // what is read beyond the last bucket
	return m
}

// strideOf gives the size of a dense row: whole words of eight bytes.
func strideOf(labels []string) int { return (len(labels) + 7) / 8 * 8 }

// table puts rows into buckets.
func (m *linear) table(rows []row) table {
	var t table
	n := max(minBuckets, len(rows)/bucketSize)
	for i := range n {
		k := 0
		for k < len(rows) && bucketOf(rows[k].feature, n) == i {
			k++
		}
		t = binary.LittleEndian.AppendUint32(t, uint32(len(m.rows)<<8|k))
		m.moveDense(rows[:k])
		m.rows = appendRows(m.rows, rows[:k])
		rows = rows[k:]
	}
	return t
}

func appendRows(b []byte, rows []row) []byte {
	if len(rows) == 0 {
		return b
	}
	for _, r := range rows {
		b = binary.LittleEndian.AppendUint16(b, tagOf(r.feature))
	}
	n := 0
	for _, r := range rows {
		b = append(b, byte(n))
		n += len(r.cells)
	}
	b = append(b, byte(n))
	for _, r := range rows {
		for _, c := range r.cells {
			b = append(b, c.label, byte(c.weight))
		}
	}
	return b
}

// moveDense puts long rows of a bucket among the dense ones: those that are not
// much shorter where they are, and as many as must go so that a byte counts the
// cells.
func (m *linear) moveDense(rows []row) {
	total := 0
	for _, r := range rows {
		total += len(r.cells)
	}
	for len(rows) > 0 {
		r := &rows[0]
		for k := range rows {
			if len(rows[k].cells) > len(r.cells) {
				r = &rows[k]
			}
		}
		n := len(r.cells)
		if n <= m.stride/4 && total <= 0xff || n <= 2 {
			return
		}
		id := len(m.dense) / m.stride
		dense := make([]byte, m.stride)
		for k := range dense {
			dense[k] = 128
		}
		for _, c := range r.cells {
			dense[c.label] += byte(c.weight)
		}
		m.dense = append(m.dense, dense...)
		r.cells = []cell{{denseRow, int8(id)}, {uint8(id >> 8), int8(id >> 16)}}
		total -= n - 2
	}
}

// write stores the model: labels and parts as they are.
func (m *linear) write(w io.Writer) error {
	if max(len(m.rows), len(m.dense)) >= 1<<24 {
		return errors.New("more features than a model can have")
	}
	out := bufio.NewWriter(w)
	writeStrings(out, m.labels)
	for _, part := range [][]byte{m.often, m.rest, m.rows, m.dense} {
		writeUint(out, uint64(len(part)))
		out.Write(part)
	}
	return out.Flush()
}

func (d *decoder) linear() (*linear, error) {
	m := &linear{labels: d.strings(), often: d.bytes(), rest: d.bytes(), rows: d.bytes(), dense: d.bytes()}
	m.stride = strideOf(m.labels)
	if d.bad || len(m.labels) == 0 || len(m.labels) > maxLabels || min(len(m.often), len(m.rest)) < 4*minBuckets {
		return nil, errModel
	}
	return m, nil
}
