package quadfile

import (
	"bytes"
	"encoding/binary"

	"github.com/cayleygraph/quad"
)

// A dict is the terms of a file, sorted; the id of a term is its place, from 1.
type dict struct {
	b      *blocks
	off    int
	n      int
	groups packed // offsets from off
}

// group gives the bytes of a group.
func (d *dict) group(g int) []byte {
	return d.b.bytes(d.off+d.groups.at(g), d.off+d.groups.at(g+1))
}

// nextTerm reads the term at the head of a group's rest, of which prev is the
// term before, nil for the first, and puts it in the place of prev.
func nextTerm(rest, prev []byte) (term, tail []byte, ok bool) {
	same, n := uint64(0), 0
	if prev != nil {
		if same, n = binary.Uvarint(rest); n <= 0 || same > uint64(len(prev)) {
			return prev, nil, false
		}
		rest = rest[n:]
	}
	size, n := binary.Uvarint(rest)
	if n <= 0 || size > uint64(len(rest)-n) {
		return prev, nil, false
	}
	rest = rest[n:]
	return append(prev[:same], rest[:size]...), rest[size:], true
}

// appendTerm puts the bytes of a term in the place of buf, which is not nil.
func (d *dict) term(id int, buf []byte) ([]byte, bool) {
	if id < 1 || id > d.n {
		d.b.fail("term %d of %d is not there", id, d.n)
		return buf, false
	}
	rest := d.group((id - 1) / groupTerms)
	term, rest, ok := nextTerm(rest, nil)
	term = append(buf[:0], term...)
	for i := (id - 1) % groupTerms; i > 0 && ok; i-- {
		term, rest, ok = nextTerm(rest, term)
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
	// The group before the first that begins behind the key.
	g := search(0, d.groups.n-1, func(g int) bool {
		first, _, ok := nextTerm(d.group(g), nil)
		return !ok || bytes.Compare(first, key) > 0
	}) - 1
	if g < 0 {
		return 0
	}
	rest := d.group(g)
	var term []byte
	for id := g*groupTerms + 1; id <= min((g+1)*groupTerms, d.n); id++ {
		var ok bool
		if term, rest, ok = nextTerm(rest, term); !ok {
			d.b.fail("term %d is written wrongly", id)
			return 0
		}
		if c := bytes.Compare(term, key); c == 0 {
			return id
		} else if c > 0 {
			break
		}
	}
	return 0
}
