package quadfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"math/bits"

	"github.com/cayleygraph/quad"
)

// Options of Write. The zero value is the default.
type Options struct {
	// Memory is about how many bytes may be used besides some ten for each
	// term; quads that need more wait in temporary files. 0 means 512 MiB.
	Memory int
	Dir    string // of temporary files; empty means the system's
}

const defaultMemory = 512 << 20

// Write writes a file of quads, which may come in any order and more than once;
// the same set gives the same bytes. The error is that of quads, of w or of a
// temporary file, or says that a quad has no subject, predicate or object, or a
// term of an unknown type.
func Write(w io.Writer, quads iter.Seq2[quad.Quad, error], opts Options) (err error) {
	if opts.Memory <= 0 {
		opts.Memory = defaultMemory
	}
	wr := &writer{out: newOut(w), intake: intake{dir: opts.Dir, limit: opts.Memory / 2}}
	defer func() { err = errors.Join(err, wr.remove()) }()
	for q, err := range quads {
		if err == nil {
			err = wr.intake.add(q)
		}
		if err != nil {
			return fmt.Errorf("writing a graph file: %w", err)
		}
	}
	for i := range wr.sorters {
		limit := max(opts.Memory/8/keySize, 1)
		wr.sorters[i] = &sorter{dir: opts.Dir, limit: limit, room: min(limit, wr.intake.count)}
	}
	if err := wr.write(); err != nil {
		return fmt.Errorf("writing a graph file: %w", err)
	}
	return nil
}

type writer struct {
	*out
	intake  intake
	layout  layout
	used    [4]*idSet   // the ids that stand in each direction
	counts  [4][]uint32 // of the quads of each of them
	sorters [4]*sorter  // of the rows, by the column whose list is made
}

func (w *writer) remove() error {
	err := errors.Join(w.intake.terms.remove(), w.intake.quads.remove())
	for _, s := range w.sorters {
		err = errors.Join(err, s.close())
	}
	return err
}

func (w *writer) write() error {
	w.out.write(header())
	if err := w.terms(); err != nil {
		return err
	}
	if err := w.ids(); err != nil {
		return err
	}
	if err := w.rows(); err != nil {
		return err
	}
	for dir := range w.used {
		if err := w.column(dir); err != nil {
			return err
		}
	}
	return w.finish(&w.layout)
}

// terms writes the dictionary.
func (w *writer) terms() error {
	l := &w.layout
	symbols := train(w.intake.sample.rests())
	l.symbolsOff = w.off
	w.out.write(symbols.append(nil))
	l.symbolsSize = w.off - l.symbolsOff
	l.termsOff = w.off
	var groups []int
	var last, buf, code []byte
	n := 0
	terms, err := w.intake.eachTerm(func(term []byte) error {
		buf = buf[:0]
		same := 0
		if n%groupTerms == 0 {
			groups = append(groups, w.off-l.termsOff)
		} else {
			for same < len(last) && same < len(term) && last[same] == term[same] {
				same++
			}
			buf = binary.AppendUvarint(buf, uint64(same))
		}
		n++
		code = symbols.encode(code[:0], term[same:])
		buf = append(binary.AppendUvarint(buf, uint64(len(code))), code...)
		last = append(last[:0], term...)
		w.out.write(buf)
		return w.err
	})
	if err != nil {
		return err
	}
	if l.terms = terms; terms > math.MaxUint32-1 {
		return errors.New("more terms than a file can have")
	}
	l.termsSize = w.off - l.termsOff
	l.groupsOff = w.off
	for _, off := range append(groups, l.termsSize) {
		w.pack(off, widthOf(l.termsSize))
	}
	w.endList()
	return nil
}

// ids sorts the quads by the ids of their terms and finds which stand where.
func (w *writer) ids() error {
	for dir := range w.used {
		w.used[dir] = newIDSet(w.layout.terms)
	}
	err := w.intake.eachQuad(func(ids [4]uint32) error {
		for dir, id := range ids {
			w.used[dir].add(id)
		}
		return w.sorters[subject].add(uint64(ids[subject])<<32|uint64(ids[predicate]),
			uint64(ids[object])<<32|uint64(ids[label]))
	})
	w.intake.batch, w.intake.written = batch{}, nil
	for dir, ids := range w.used {
		w.layout.dirs[dir].count = ids.index()
		w.counts[dir] = make([]uint32, w.layout.dirs[dir].count)
	}
	return err
}

// rows writes the quads and sorts them for the lists of the columns.
func (w *writer) rows() error {
	l := &w.layout
	l.rowsOff = w.off
	widths, _ := l.rowWidths()
	var last key
	var firsts []uint64
	err := w.sorters[subject].each(func(k key) error {
		if l.quads > 0 && k == last {
			return nil
		}
		if l.quads == math.MaxUint32 {
			return errors.New("more quads than a file can have")
		}
		row := uint64(l.quads)
		l.quads++
		if row%64 == 0 {
			firsts = append(firsts, 0)
		}
		if row == 0 || k.hi>>32 != last.hi>>32 {
			firsts[row/64] |= 1 << (row % 64)
		}
		last = k
		var parts [4]uint64
		for dir, id := range [4]uint32{uint32(k.hi >> 32), uint32(k.hi), uint32(k.lo >> 32), uint32(k.lo)} {
			place := w.used[dir].place(id)
			w.counts[dir][place]++
			if dir != subject {
				w.pack(place, widths[dir])
			}
			parts[dir] = uint64(place)
		}
		return errors.Join(w.err, w.sorters[object].add(parts[object]<<32|parts[predicate], row),
			w.sorters[predicate].add(parts[predicate], row), w.sorters[label].add(parts[label], row))
	})
	w.endList()
	w.firsts(firsts)
	return err
}

// firsts writes the bits that say where a subject begins, and counts them.
func (w *writer) firsts(words []uint64) {
	l := &w.layout
	l.firstsOff = w.off
	for _, word := range words {
		w.out.write(binary.LittleEndian.AppendUint64(nil, word))
	}
	w.endList()
	l.countsOff = w.off
	n := 0
	for _, word := range words {
		w.pack(n, widthOf(l.quads))
		n += bits.OnesCount64(word)
	}
	w.endList()
}

// column writes what a direction has.
func (w *writer) column(dir int) error {
	l := &w.layout
	d := &l.dirs[dir]
	d.idsOff = w.off
	for id := range w.used[dir].all {
		w.pack(id, widthOf(l.terms))
	}
	w.endList()
	d.startsOff = w.off
	sum := 0
	for _, n := range w.counts[dir] {
		w.pack(sum, widthOf(l.quads))
		sum += int(n)
	}
	w.pack(sum, widthOf(l.quads))
	w.endList()
	if dir == subject {
		return w.err
	}
	d.lists = w.off
	err := w.sorters[dir].each(func(k key) error {
		w.pack(int(k.lo), widthOf(l.quads))
		return w.err
	})
	w.endList()
	return err
}

// An idSet is a set of ids that knows the place of each in their order.
type idSet struct {
	words  []uint64
	before []uint32 // how many ids are in the words before each
}

func newIDSet(limit int) *idSet { return &idSet{words: make([]uint64, limit/64+1)} }

func (s *idSet) add(id uint32) { s.words[id/64] |= 1 << (id % 64) }

// index readies the set for place and gives its size.
func (s *idSet) index() int {
	s.before = make([]uint32, len(s.words))
	n := 0
	for i, w := range s.words {
		s.before[i] = uint32(n)
		n += bits.OnesCount64(w)
	}
	return n
}

func (s *idSet) place(id uint32) int {
	return int(s.before[id/64]) + bits.OnesCount64(s.words[id/64]&(1<<(id%64)-1))
}

// all gives the ids in their order.
func (s *idSet) all(yield func(id int) bool) {
	for i, w := range s.words {
		for ; w != 0; w &= w - 1 {
			if !yield(i*64 + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
