package quadfile

import (
	"bytes"
	"encoding/binary"

	"github.com/cayleygraph/quad"
)

// A dict is the terms of a file, sorted; the id of a term is its place, from 1.
type dict struct {
	b       *blocks
	symbols *symbols
	off     int
	n       int
	groups  packed // offsets from off
}

// group gives the bytes of a group.
func (d *dict) group(g int) []byte {
	return d.b.bytes(d.off+d.groups.at(g), d.off+d.groups.at(g+1))
}

// first reads the first term of a group, in the place of buf, and gives the rest
// of the group.
func (d *dict) first(group, buf []byte) (term, rest []byte, ok bool) {
	return d.suffix(group, buf[:0])
}

// next reads the term at the head of a group's rest, in the place of prev, which
// is the term before.
func (d *dict) next(rest, prev []byte) (term, tail []byte, ok bool) {
	same, n := binary.Uvarint(rest)
	if n <= 0 || same > uint64(len(prev)) {
		return prev, nil, false
	}
	return d.suffix(rest[n:], prev[:same])
}

// suffix reads what a term has behind what it shares with the one before.
func (d *dict) suffix(rest, shared []byte) (term, tail []byte, ok bool) {
	size, n := binary.Uvarint(rest)
	if n <= 0 || size > uint64(len(rest)-n) {
		return shared, nil, false
	}
	rest = rest[n:]
	term, ok = d.symbols.decode(shared, rest[:size])
	return term, rest[size:], ok
}

// term puts the bytes of a term in the place of buf.
func (d *dict) term(id int, buf []byte) ([]byte, bool) {
	if id < 1 || id > d.n {
		d.b.fail("term %d of %d is not there", id, d.n)
		return buf, false
	}
	term, rest, ok := d.first(d.group((id-1)/groupTerms), buf)
	for i := (id - 1) % groupTerms; i > 0 && ok; i-- {
		term, rest, ok = d.next(rest, term)
	}
	if !ok {
		d.b.fail("term %d is written wrongly", id)
	}
	return term, ok
}

// name gives a term, nil with an error in blocks if it is not there.
func (d *dict) name(id int) quad.Value {
	term, ok := d.term(id, make([]byte, 0, 128))
	if !ok {
		return nil
	}
	v, err := parseTerm(term)
	if err != nil {
		d.b.fail("term %d is written wrongly", id)
	}
	return v
}

// find gives the id of a term, 0 if there is none.
func (d *dict) find(v quad.Value) int {
	key, err := appendTerm(make([]byte, 0, 128), v)
	if err != nil || d.n == 0 {
		return 0
	}
	buf := make([]byte, 0, 256)
	// The group before the first that begins behind the key.
	g := search(0, d.groups.n-1, func(g int) bool {
		var ok bool
		buf, _, ok = d.first(d.group(g), buf)
		return !ok || bytes.Compare(buf, key) > 0
	}) - 1
	if g < 0 {
		return 0
	}
	term, rest, ok := d.first(d.group(g), buf)
	for id := g*groupTerms + 1; ok; id++ {
		if c := bytes.Compare(term, key); c == 0 {
			return id
		} else if c > 0 || id == min((g+1)*groupTerms, d.n) {
			return 0
		}
		term, rest, ok = d.next(rest, term)
	}
	d.b.fail("the terms of group %d are written wrongly", g)
	return 0
}
