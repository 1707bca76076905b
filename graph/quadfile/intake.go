package quadfile

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"github.com/cayleygraph/quad"
)

// An intake takes quads in any order, in batches that fit into memory: of each
// it has the terms, sorted, and the quads with places among them. Batches but
// the last wait in temporary files.
type intake struct {
	dir   string
	limit int // bytes of a batch
	count int // of all quads

	sample  sample
	batch   batch
	written [][]uint32 // of the batches in the files: room for the ids of their terms
	terms   *spill
	quads   *spill
}

// A batch has terms and, by their number from 1 in order of coming, quads.
type batch struct {
	terms   *termSet
	order   []uint32    // numbers of the terms in their order, once sorted
	quads   [][4]uint32 // 0 is no label; places in the order, once sorted
	size    int         // bytes, about
	last    quad.Quad
	scratch []byte
}

// perTerm is about how many bytes a term takes besides its own.
const perTerm = 24

func (in *intake) add(q quad.Quad) error {
	b := &in.batch
	if b.terms == nil || b.size > in.limit {
		if err := in.spill(); err != nil {
			return err
		}
		*b = batch{terms: newTermSet(), scratch: b.scratch}
	}
	var row [4]uint32
	for i, d := range quad.Directions {
		v := q.Get(d)
		switch {
		case v == nil && d == quad.Label:
		case v == nil:
			return fmt.Errorf("a quad without %v", d)
		case len(b.quads) > 0 && d != quad.Object && v == b.last.Get(d):
			row[i] = b.quads[len(b.quads)-1][i]
		default:
			n, err := in.number(v)
			if err != nil {
				return err
			}
			row[i] = n
		}
	}
	b.quads, b.last = append(b.quads, row), q
	in.count++
	b.size += len(row) * 4
	return nil
}

// number gives the number of a term.
func (in *intake) number(v quad.Value) (uint32, error) {
	b := &in.batch
	key, err := appendTerm(b.scratch[:0], v)
	if err != nil {
		return 0, err
	}
	b.scratch = key
	n, added := b.terms.number(key)
	if added {
		b.size += len(key) + perTerm
		in.sample.add(key)
	}
	return n, nil
}

// sort sorts the terms and renumbers the quads.
func (b *batch) sort() {
	if b.terms == nil {
		b.terms = newTermSet()
	}
	b.order = b.terms.sorted()
	places := make([]uint32, len(b.order)+1)
	for i, n := range b.order {
		places[n] = uint32(i + 1)
	}
	for i := range b.quads {
		for j, n := range b.quads[i] {
			b.quads[i][j] = places[n]
		}
	}
}

// spill writes the batch to the temporary files.
func (in *intake) spill() (err error) {
	b := &in.batch
	if len(b.quads) == 0 {
		return nil
	}
	if in.terms == nil {
		if in.terms, err = newSpill(in.dir); err != nil {
			return err
		}
		if in.quads, err = newSpill(in.dir); err != nil {
			return err
		}
	}
	b.sort()
	var buf []byte
	for _, n := range b.order {
		term := b.terms.term(n)
		buf = append(binary.AppendUvarint(buf[:0], uint64(len(term))), term...)
		if _, err := in.terms.Write(buf); err != nil {
			return err
		}
	}
	for _, row := range b.quads {
		buf = buf[:0]
		for _, n := range row {
			buf = binary.LittleEndian.AppendUint32(buf, n)
		}
		if _, err := in.quads.Write(buf); err != nil {
			return err
		}
	}
	in.written = append(in.written, make([]uint32, len(b.order)+1))
	if err := in.terms.endRun(); err != nil {
		return err
	}
	return in.quads.endRun()
}

// eachTerm gives all terms in their order, each once, and remembers that they
// have the ids 1, 2, 3, …
func (in *intake) eachTerm(yield func(term []byte) error) (ids int, err error) {
	in.batch.sort()
	in.written = append(in.written, make([]uint32, len(in.batch.order)+1))
	var runs []func() ([]byte, bool, error)
	places := make([]int, len(in.written))
	for i := range len(in.written) - 1 {
		runs = append(runs, readTerms(in.terms.run(i)))
	}
	rest := in.batch.order
	runs = append(runs, func() (term []byte, ok bool, err error) {
		if len(rest) > 0 {
			term, ok, rest = in.batch.terms.term(rest[0]), true, rest[1:]
		}
		return term, ok, nil
	})
	var last []byte
	err = merge(runs, bytes.Compare, func(term []byte, run int) error {
		if ids == 0 || !bytes.Equal(term, last) {
			ids++
			last = append(last[:0], term...)
			if err := yield(term); err != nil {
				return err
			}
		}
		places[run]++
		in.written[run][places[run]] = uint32(ids)
		return nil
	})
	return ids, err
}

// readTerms gives the terms of a run; each is good until the next is read.
func readTerms(r *bufio.Reader) func() ([]byte, bool, error) {
	var term []byte
	return func() ([]byte, bool, error) {
		size, err := binary.ReadUvarint(r)
		if err == io.EOF {
			return nil, false, nil
		}
		if err != nil {
			return nil, false, err
		}
		term = slices.Grow(term[:0], int(size))[:size]
		_, err = io.ReadFull(r, term)
		return term, true, err
	}
}

// eachQuad gives the quads, in no order, with the ids of their terms. It comes
// after eachTerm.
func (in *intake) eachQuad(yield func(ids [4]uint32) error) error {
	for i, ids := range in.written {
		named := func(row [4]uint32) error {
			for j, n := range row {
				row[j] = ids[n]
			}
			return yield(row)
		}
		if i == len(in.written)-1 {
			for _, row := range in.batch.quads {
				if err := named(row); err != nil {
					return err
				}
			}
			return nil
		}
		r := in.quads.run(i)
		var b [16]byte
		for {
			if _, err := io.ReadFull(r, b[:]); err == io.EOF {
				break
			} else if err != nil {
				return err
			}
			var row [4]uint32
			for j := range row {
				row[j] = binary.LittleEndian.Uint32(b[4*j:])
			}
			if err := named(row); err != nil {
				return err
			}
		}
	}
	return nil
}
