package learned

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// An Example is something judged: the labels that hold of it and those that do not, as
// bits, the first label the lowest. Of the others nothing is known.
type Example struct {
	Features     []uint32
	Right, Wrong uint64
	Weight       float32 // how much it counts
}

// How a model is trained: chosen on texts that it did not see.
const (
	runs     = 5 // whose mean the model is: each reads the examples in another order
	epochs   = 3
	rate     = 0.02
	dropout  = 0.3 // share of an example's features that it is read without
	seldom   = 3   // features of fewer examples are left out
	leastBit = 2   // smaller weights, in units, are left out
)

// Train learns a model from examples (stochastic gradient descent with the step sizes of
// AdaGrad, Duchi et al. 2011, and dropout of features). The same examples in the same
// order give the same model. It overwrites the features.
func Train(labels []Label, examples []Example) *Weights {
	features := number(examples)
	w := &Weights{labels, features, make([]float32, len(features)*len(labels)), make([]float32, len(labels))}
	for run := range runs {
		t := newTrainer(len(features), len(labels), uint64(run))
		for range epochs {
			for _, i := range t.rand.Perm(len(examples)) {
				t.learn(&examples[i])
			}
		}
		for i, x := range t.weights {
			w.weights[i] += x / runs
		}
		for i, x := range t.bias {
			w.bias[i] += x / runs
		}
	}
	return w
}

func newTrainer(features, labels int, seed uint64) *trainer {
	return &trainer{
		labels: labels, weights: make([]float32, features*labels), gradients: make([]float32, features*labels),
		bias: slices.Repeat([]float32{-4}, labels), rand: rand.New(rand.NewPCG(seed, seed)),
	}
}

// number gives the features that enough examples have, and puts their numbers in the
// places of theirs.
func number(examples []Example) []uint32 {
	count := map[uint32]int{}
	for i := range examples {
		for _, f := range examples[i].Features {
			count[f]++
		}
	}
	maps.DeleteFunc(count, func(_ uint32, n int) bool { return n < seldom })
	features := slices.Sorted(maps.Keys(count))
	for i, f := range features {
		count[f] = i
	}
	for i := range examples {
		kept := examples[i].Features[:0]
		for _, f := range examples[i].Features {
			if n, ok := count[f]; ok {
				kept = append(kept, uint32(n))
			}
		}
		examples[i].Features = kept
	}
	return features
}

// A trainer is a model while it learns.
type trainer struct {
	labels    int
	weights   []float32 // by feature and label, as the sums of squared gradients
	gradients []float32
	bias      []float32
	rand      *rand.Rand
	here      []int // features of the example
}

func (t *trainer) learn(x *Example) {
	t.here = t.here[:0]
	for _, f := range x.Features {
		if t.rand.Float32() >= dropout {
			t.here = append(t.here, int(f)*t.labels)
		}
	}
	for known := x.Right | x.Wrong; known != 0; known &= known - 1 {
		label := bits.TrailingZeros64(known)
		sum := float32(0)
		for _, i := range t.here {
			sum += t.weights[i+label]
		}
		z := t.bias[label] + sum/(1-dropout)
		miss := float32(1 / (1 + math.Exp(-float64(z))))
		if x.Right>>label&1 == 1 {
			miss--
		}
		miss *= x.Weight
		if miss > -0.001 && miss < 0.001 {
			continue
		}
		t.bias[label] -= float32(rate * 0.01 * miss)
		for _, i := range t.here {
			i += label
			t.gradients[i] += float32(miss * miss)
			t.weights[i] -= float32(rate/(0.1+float32(math.Sqrt(float64(t.gradients[i]))))) * miss
		}
	}
}

// Weights are what was learned.
type Weights struct {
	labels   []Label
	features []uint32 // in ascending order
	weights  []float32
	bias     []float32
}

// Encode gives the file of the model; see Parse. Of features that share a bucket and what
// tells them from others there, the first counts.
func (w *Weights) Encode() []byte {
	var rows []byte
	size := max(1, bits.Len(uint(len(w.features)/4)))
	shift := 32 - size
	starts := make([]uint32, 1<<size+1)
	seen := map[uint64]bool{}
	for i, f := range w.features {
		row := w.row(i)
		if k := uint64(f>>shift)<<16 | uint64(uint16(f)); len(row) > 0 && !seen[k] {
			seen[k] = true
			rows = append(rows, row...)
		}
		starts[f>>shift+1] = uint32(len(rows))
	}
	for i := 1; i < len(starts); i++ { // buckets without features end where those before do
		starts[i] = max(starts[i], starts[i-1])
	}
	var out bytes.Buffer
	number := func(n uint32) { out.Write(binary.LittleEndian.AppendUint32(nil, n)) }
	out.WriteString(magic)
	number(uint32(len(w.labels)))
	for i, l := range w.labels {
		number(uint32(len(l.Name)))
		out.WriteString(l.Name)
		number(math.Float32bits(float32(l.Least)))
		number(uint32(int32(math.Round(float64(w.bias[i]) * unit))))
	}
	number(uint32(size))
	for _, at := range starts {
		number(at)
	}
	out.Write(rows)
	return out.Bytes()
}

// row gives the row of a feature, none if it has no weight that counts.
func (w *Weights) row(i int) []byte {
	at := i * len(w.labels)
	row := binary.LittleEndian.AppendUint16(nil, uint16(w.features[i]))
	row = append(row, 0)
	for label, x := range w.weights[at : at+len(w.labels)] {
		if n := math.Round(float64(x) * unit); math.Abs(n) >= leastBit {
			row = append(row, byte(label), byte(int8(max(-127, min(127, n)))))
			row[2]++
		}
	}
	if row[2] == 0 {
		return nil
	}
	return row
}
