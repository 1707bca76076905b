package nlp

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLinear compares a model, as written and read again, with plain sums: short rows and long, features
// met often and not, many that differ in few bits, some that the model lacks.
func TestLinear(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	labels := make([]string, 83)
	want := make(map[uint32][]cell)
	for range 60_000 {
		f := random.Uint32() | 1
		for _, f := range []uint32{f, f ^ 2, f ^ 1<<31}[:1+random.IntN(3)] {
			cells := make([]cell, 0, len(labels))
			for l := range labels {
				if random.IntN(len(labels)) <= random.IntN(4)*random.IntN(20) {
					cells = append(cells, cell{uint8(l), int8(random.IntN(254) - 127)})
				}
			}
			if len(cells) > 0 {
				want[f] = cells
			}
		}
	}
	var rows []row
	var features []uint32
	for f, cells := range want {
		rows = append(rows, row{f, cells, int(f >> 20)})
		features = append(features, f, f^1<<17)
	}
	slices.SortFunc(rows, func(a, b row) int { return int(int64(a.feature) - int64(b.feature)) })
	slices.Sort(features)
	var b bytes.Buffer
	if err := newLinear(labels, rows).write(&b); err != nil {
		t.Fatal(err)
	}
	m, err := (&decoder{data: b.Bytes()}).linear()
	if err != nil {
		t.Fatal(err)
	}
	for k := 0; k+100 <= len(features); k += 100 {
		var got, sum scores
		for _, f := range features[k : k+100] {
			for _, c := range want[f] {
				sum[c.label] += int32(c.weight)
			}
		}
		m.score(slices.Clone(features[k:k+100]), &got)
		if got != sum {
			t.Fatalf("scores of %x...: %v, want %v", features[k], got, sum)
		}
		if best := m.decide(slices.Clone(features[k:k+100]), &got); best != m.best(&sum) {
			t.Fatalf("label %d, want %d", best, m.best(&sum))
		}
	}
	for n := range b.Len() {
		if n%1000 == 0 || n > b.Len()-10 {
			if _, err := (&decoder{data: b.Bytes()[:n]}).linear(); err == nil {
				t.Fatalf("no error for a model of %d bytes, cut from %d", n, b.Len())
			}
		}
	}
}
