package quadfile

import (
	"bytes"
	"fmt"
	"iter"

	"github.com/cayleygraph/quad"
)

// Quads gives all quads in their order: by subject, predicate, object and label,
// IRIs before blank nodes, these before integers by size, and these before texts.
func (f *File) Quads() iter.Seq2[quad.Quad, error] { return f.Match(quad.Quad{}) }

// Match gives the quads that have the terms that q has; nil fits any. They come
// in the order of Quads if q has a subject or a label or nothing.
func (f *File) Match(q quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		r := reader{f: f, names: map[int]quad.Value{}}
		var c cursor
		err := Guard(func() error {
			c = f.matching(q)
			return f.Err()
		})
		for more := true; err == nil && more; {
			err = Guard(func() error {
				row, ok := c.next()
				if more = ok; ok {
					q = r.quad(row)
				}
				return f.Err()
			})
			if err == nil && more && !yield(q, nil) {
				return
			}
		}
		if err != nil {
			yield(quad.Quad{}, err)
		}
	}
}

// matching gives a cursor to the quads that Match gives.
func (f *File) matching(q quad.Quad) cursor {
	p := anyQuad
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue
		}
		dir, _ := index(d)
		place, ok := f.place(dir, f.dict.find(v))
		if !ok {
			return cursor{}
		}
		p[dir] = place
	}
	return cursor{f, f.span(p)}
}

// A reader reads quads and remembers the terms that come often.
type reader struct {
	f     *File
	names map[int]quad.Value // of predicates and labels
	last  int                // id of the subject before
	name  quad.Value         // its
}

func (r *reader) quad(row int) quad.Quad {
	if s := r.f.id(row, subject); s != r.last {
		r.last, r.name = s, r.f.dict.name(s)
	}
	q := quad.Quad{Subject: r.name, Predicate: r.often(r.f.id(row, predicate))}
	q.Object = r.f.dict.name(r.f.id(row, object))
	if id := r.f.id(row, label); id != 0 {
		q.Label = r.often(id)
	}
	return q
}

func (r *reader) often(id int) quad.Value {
	v, ok := r.names[id]
	if !ok {
		v = r.f.dict.name(id)
		r.names[id] = v
	}
	return v
}

// Check reads everything and says whether it is sound: checksums, the order of
// terms and quads, and that the lists have each quad in its place.
func (f *File) Check() error {
	return Guard(func() error {
		f.blocks.bytes(0, len(f.blocks.data))
		for _, check := range []func(){f.checkTerms, f.checkRows, f.checkColumns} {
			if f.Err() != nil {
				break
			}
			check()
		}
		return f.Err()
	})
}

func (f *File) checkTerms() {
	var last, term []byte
	for g := range f.layout.groups() {
		rest := f.dict.group(g)
		for id := g*groupTerms + 1; id <= min((g+1)*groupTerms, f.dict.n); id++ {
			var ok bool
			if id == g*groupTerms+1 {
				term, rest, ok = f.dict.first(rest, term)
			} else {
				term, rest, ok = f.dict.next(rest, term)
			}
			if _, err := parseTerm(term); err != nil || !ok || id > 1 && bytes.Compare(last, term) >= 0 {
				f.blocks.fail("term %d is written wrongly or out of order", id)
				return
			}
			last = append(last[:0], term...)
		}
		if len(rest) > 0 {
			f.blocks.fail("there is something behind the terms of group %d", g)
			return
		}
	}
}

func (f *File) checkRows() {
	var last [4]int
	for row := range f.layout.quads {
		var parts [4]int
		for dir := range parts {
			parts[dir] = f.part(row, dir)
			if parts[dir] >= f.dirs[dir].ids.n {
				f.blocks.fail("quad %d has a term that is not there", row)
				return
			}
		}
		if row > 0 && compareParts(last, parts) >= 0 {
			f.blocks.fail("quad %d is out of order", row)
			return
		}
		last = parts
	}
}

func compareParts(a, b [4]int) int {
	for i := range a {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return 0
}

func (f *File) checkColumns() {
	for dir := range f.dirs {
		if err := f.checkColumn(dir); err != nil {
			f.blocks.fail("%v: %v", quad.Directions[dir], err)
		}
	}
}

func (f *File) checkColumn(dir int) error {
	c := &f.dirs[dir]
	for i, last := 0, -1; i < c.ids.n; i++ {
		id := c.ids.at(i)
		if id <= last || id > f.dict.n || id == 0 && dir != label {
			return fmt.Errorf("id %d is out of order", i)
		}
		last = id
	}
	if c.starts.at(0) != 0 || c.starts.at(c.ids.n) != f.layout.quads {
		return fmt.Errorf("the list is not whole")
	}
	for i := range c.ids.n {
		from, to := c.starts.at(i), c.starts.at(i+1)
		if from >= to || to > f.layout.quads {
			return fmt.Errorf("the list of term %d is not there", i)
		}
		last, lastRow := -1, -1
		for j := from; j < to; j++ {
			row := f.row(dir, j)
			if row >= f.layout.quads || f.part(row, dir) != i {
				return fmt.Errorf("a quad of term %d is another's", i)
			}
			second := 0
			if dir == object {
				second = f.part(row, predicate)
			}
			if second < last || second == last && row <= lastRow {
				return fmt.Errorf("a quad of term %d is out of order", i)
			}
			last, lastRow = second, row
		}
	}
	return nil
}
