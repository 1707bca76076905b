package nlp

import (
	"bufio"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
)

// A sketch is a small model that decides as a linear model would, where that is
// plain; where it is not, the linear model is asked (a cascade, after Viola and
// Jones 2001). It sees few of the features, whose weights stand in one small table,
// and was trained on what the linear model decided (Hinton, Vinyals and Dean 2015).
// Features that share a row of the table share its weights, too.
type sketch struct {
	picks  []int // the features that it sees, by their places among all
	labels []int // the labels that it knows, as the linear model numbers them
	lead   int32 // by how much the best must lead to be plain
	rows   *sketchTable
}

// A sketchTable has a byte for each label in a row: the weight and 128. It stands apart from the file, in
// memory that begins where a cache line does.
type sketchTable [sketchRows][sketchLabels]byte

const (
	sketchBits   = 16
	sketchRows   = 1 << sketchBits
	sketchLabels = 32 // the last stands for all that a sketch does not know
	sketchPicks  = 64
)

// sketchRow gives the row of a feature.
func sketchRow(feature uint32) uint16 { return uint16(feature * 0x9e3779b1 >> (32 - sketchBits)) }

// decide gives the label that the linear model would give, if that is plain.
func (k *sketch) decide(features []uint32) (label int, plain bool) {
	var at [sketchPicks]uint16
	for i, p := range k.picks {
		at[i] = sketchRow(features[p])
	}
	var sums [sketchLabels]int32
	k.rows.sum(at[:len(k.picks)], &sums)
	best, lead := bestOf(&sums)
	if best >= len(k.labels) || lead < k.lead {
		return 0, false
	}
	return k.labels[best], true
}

// sum adds rows, half of each after the other: a half fits in registers, as sums of 16
// bits of its odd bytes and of all of it, from which those of the even ones follow.
func (t *sketchTable) sum(at []uint16, sums *[sketchLabels]int32) {
	const even = 0x00ff00ff00ff00ff
	for half := 0; half < sketchLabels; half += 16 {
		var a, b, c, d uint64
		for _, row := range at {
			r := t[row][half : half+16]
			v, w := binary.LittleEndian.Uint64(r), binary.LittleEndian.Uint64(r[8:])
			a += v
			b += v >> 8 & even
			c += w
			d += w >> 8 & even
		}
		a -= b << 8
		c -= d << 8
		s := sums[half:][:16]
		for i := 0; i < 8; i += 2 {
			s[i], s[i+1], s[i+8], s[i+9] = int32(a&0xffff), int32(b&0xffff), int32(c&0xffff), int32(d&0xffff)
			a, b, c, d = a>>16, b>>16, c>>16, d>>16
		}
	}
}

// bestOf gives the label of the highest sum and by how much it leads.
func bestOf(sums *[sketchLabels]int32) (best int, lead int32) {
	second := int32(-1)
	for i, v := range sums {
		if v > sums[best] {
			second, best = sums[best], i
		} else if v > second && i != best {
			second = v
		}
	}
	return best, sums[best] - second
}

// Sketches are what models decide by where that is plain.
type Sketches struct{ all [sketchCount]*sketch }

const (
	tagsSketch = iota
	supertagsSketch
	movesSketch
	namesSketch
	sketchCount
)

//go:embed model/sketches.bin
var sketchesFile []byte

// loadSketches gives the sketches of the embedded models; where these have been trained anew and
// sketches have not, the file is empty and there are none.
var loadSketches = sync.OnceValues(func() (*Sketches, error) {
	var s Sketches
	d := &decoder{data: sketchesFile}
	for i := range s.all {
		if len(sketchesFile) == 0 {
			break
		}
		var err error
		if s.all[i], err = d.sketch(); err != nil {
			return nil, fmt.Errorf("loading sketches: %w", err)
		}
	}
	return &s, nil
})

func (k *sketch) write(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, list := range [][]int{k.picks, k.labels} {
		writeUint(out, uint64(len(list)))
		for _, v := range list {
			writeUint(out, uint64(v))
		}
	}
	writeUint(out, uint64(k.lead))
	writeUint(out, sketchRows*sketchLabels)
	for i := range k.rows {
		out.Write(k.rows[i][:])
	}
	return out.Flush()
}

func (d *decoder) ints() []int {
	all := make([]int, d.count())
	for i := range all {
		all[i] = d.uint()
	}
	return all
}

func (d *decoder) sketch() (*sketch, error) {
	k := &sketch{picks: d.ints(), labels: d.ints(), lead: int32(d.uint()), rows: new(sketchTable)}
	rows := d.bytes()
	if d.bad || len(k.picks) > sketchPicks || len(k.labels) >= sketchLabels || len(rows) != sketchRows*sketchLabels {
		return nil, errModel
	}
	for i := range k.rows {
		copy(k.rows[i][:], rows[i*sketchLabels:])
	}
	return k, nil
}
