package quadfile

import (
	"math/bits"

	"github.com/cayleygraph/quad"
)

// A pattern has for each direction, from subject, the place of a term in the
// column's ids, or free.
type pattern [4]int

const free = -1

var anyQuad = pattern{free, free, free, free}

// place gives the place of a term in the ids of a direction, whether it is there.
func (f *File) place(dir, id int) (int, bool) {
	ids := &f.dirs[dir].ids
	i := ids.search(0, ids.n, id)
	return i, i < ids.n && ids.at(i) == id
}

// part gives the place of the term in a direction of a row.
func (f *File) part(row, dir int) int {
	if uint(row) >= uint(f.layout.quads) {
		f.blocks.fail("quad %d of %d is not there", row, f.layout.quads)
		return 0
	}
	if dir == subject {
		firsts := f.blocks.word(f.layout.firstsOff + row/64*8)
		return f.counts.at(row/64) + bits.OnesCount64(firsts&(2<<(row%64)-1)) - 1
	}
	c := &f.dirs[dir]
	return f.blocks.bits(f.layout.rowsOff, row*f.rowWidth+c.bit, c.width)
}

// id gives the id of the term in a direction of a row, 0 for no label.
func (f *File) id(row, dir int) int { return f.dirs[dir].ids.at(f.part(row, dir)) }

// A span is some of the quads in a column's list, of which those are meant that
// fit the pattern in rest.
type span struct {
	dir    int // of the column
	lo, hi int
	rest   pattern
}

// exact tells whether all quads of a span are meant.
func (s *span) exact() bool { return s.rest == anyQuad }

func (s *span) size() int { return s.hi - s.lo }

// row gives the row of the i-th quad of a column's list.
func (f *File) row(dir, i int) int {
	if dir == subject {
		return i
	}
	return f.dirs[dir].list.at(i)
}

// fits tells whether a row fits a pattern.
func (f *File) fits(row int, p *pattern) bool {
	for dir, want := range p {
		if want != free && f.part(row, dir) != want {
			return false
		}
	}
	return true
}

// span gives the shortest span with all quads of a pattern.
func (f *File) span(p pattern) span {
	best := span{dir: subject, hi: f.layout.quads, rest: p}
	better := func(s span) {
		if s.size() < best.size() || s.size() == best.size() && s.exact() {
			best = s
		}
	}
	rows := best
	if p[subject] != free {
		rows = f.of(subject, p)
		for _, dir := range [...]int{predicate, object} {
			if p[dir] == free {
				break
			}
			f.narrow(&rows, dir)
		}
		better(rows)
	}
	if p[object] != free && best.size() > 1 {
		s := f.of(object, p)
		for _, dir := range [...]int{predicate, subject} {
			if p[dir] == free {
				break
			}
			f.narrow(&s, dir)
		}
		better(s)
	}
	if p[label] != free && best.size() > 1 {
		s := f.of(label, p)
		if p[subject] != free { // the list of a label is in the order of rows
			list := &f.dirs[label].list
			s.lo = list.search(s.lo, s.hi, rows.lo)
			s.hi = list.search(s.lo, s.hi, rows.hi)
			for dir := range rows.rest {
				if rows.rest[dir] == free {
					s.rest[dir] = free
				}
			}
		}
		better(s)
	}
	if p[predicate] != free && p[subject] == free && p[object] == free {
		better(f.of(predicate, p))
	}
	return best
}

// of gives the span of a column's list with the term of a pattern.
func (f *File) of(dir int, p pattern) span {
	starts := &f.dirs[dir].starts
	s := span{dir: dir, lo: starts.at(p[dir]), hi: starts.at(p[dir] + 1), rest: p}
	if s.lo > s.hi || s.hi > f.layout.quads {
		f.blocks.fail("the quads %d to %d of a term are not there", s.lo, s.hi)
		s.hi = s.lo
	}
	s.rest[dir] = free
	return s
}

// narrow narrows a span, which is in the order of a direction, to a term there.
func (f *File) narrow(s *span, dir int) {
	want := s.rest[dir]
	s.lo = search(s.lo, s.hi, func(i int) bool { return f.part(f.row(s.dir, i), dir) >= want })
	s.hi = search(s.lo, s.hi, func(i int) bool { return f.part(f.row(s.dir, i), dir) > want })
	s.rest[dir] = free
}

// A cursor goes through the rows of a span.
type cursor struct {
	f *File
	span
}

// next gives the next row, false when there is none.
func (c *cursor) next() (row int, ok bool) {
	for c.lo < c.hi {
		row = c.f.row(c.dir, c.lo)
		c.lo++
		if c.exact() || c.f.fits(row, &c.rest) {
			return row, true
		}
	}
	return 0, false
}

// index gives the index of one of Cayley's directions.
func index(d quad.Direction) (dir int, ok bool) {
	return int(d) - 1, quad.Subject <= d && d <= quad.Label
}
