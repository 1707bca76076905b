package graph

import (
	"encoding/binary"
	"errors"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A coder writes or reads a value, the same way through its fields for both, so
// that one cannot fall behind the other. The bytes are a table of the value's
// strings, each once, and then its fields, where a string is its place in the
// table and a number a varint. What changes here changes storefile.Version, too.
type coder struct {
	reading bool
	body    []byte // written so far, or still to be read

	strings []string       // the table
	places  map[string]int // of strings, when writing
	err     error          // the first one, when reading
}

var errCoded = errors.New("its bytes do not make sense")

// encode writes what fields goes through.
func encode(fields func(*coder)) []byte {
	c := &coder{places: map[string]int{}}
	fields(c)
	b := binary.AppendUvarint(nil, uint64(len(c.strings)))
	for _, s := range c.strings {
		b = binary.AppendUvarint(b, uint64(len(s)))
	}
	for _, s := range c.strings {
		b = append(b, s...)
	}
	return append(b, c.body...)
}

// decode reads what encode has written with the same fields. It keeps nothing of
// data.
func decode(data []byte, fields func(*coder)) error {
	c := &coder{reading: true, body: data}
	c.readTable()
	fields(c)
	if c.err == nil && len(c.body) > 0 {
		c.err = errCoded
	}
	return c.err
}

// readTable reads the table: the lengths of all strings, and then these.
func (c *coder) readTable() {
	n := c.count(0)
	lengths, size := c.body, 0
	for range n {
		length := c.count(0)
		size += length
	}
	if c.err != nil || size > len(c.body) {
		c.fail()
		return
	}
	all := string(c.body[:size])
	c.strings = make([]string, n)
	for i := range c.strings {
		length, k := binary.Uvarint(lengths)
		lengths = lengths[k:]
		c.strings[i], all = all[:length], all[length:]
	}
	c.body = c.body[size:]
}

func (c *coder) fail() { c.body, c.err = nil, errCoded }

// number is a number that is not negative.
func (c *coder) number(n *int) {
	if !c.reading {
		c.body = binary.AppendUvarint(c.body, uint64(*n))
		return
	}
	v, k := binary.Uvarint(c.body)
	if k <= 0 || int(v) < 0 {
		c.fail()
		return
	}
	c.body = c.body[k:]
	*n = int(v)
}

// count is the length of a list, each of whose elements takes a byte at least.
func (c *coder) count(n int) int {
	c.number(&n)
	if c.reading && n > len(c.body) {
		c.fail()
		return 0
	}
	return n
}

func (c *coder) text(s *string) {
	if c.reading {
		i := 0
		if c.number(&i); i < len(c.strings) {
			*s = c.strings[i]
		} else {
			c.fail()
		}
		return
	}
	i, ok := c.places[*s]
	if !ok {
		i = len(c.strings)
		c.places[*s] = i
		c.strings = append(c.strings, *s)
	}
	c.number(&i)
}

func (c *coder) bool(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.number(&n)
	*b = n == 1
}

// elements writes or reads a list. An empty one is read as nil.
func elements[T any](c *coder, s *[]T, element func(*T)) {
	n := c.count(len(*s))
	if c.reading && n > 0 {
		*s = make([]T, n)
	}
	for i := range *s {
		element(&(*s)[i])
	}
}

func (c *coder) ref(r *entity.Ref) {
	set := *r != (entity.Ref{})
	if c.bool(&set); set {
		c.text(&r.ID)
		typ := string(r.Type)
		c.text(&typ)
		r.Type = entity.Type(typ)
		c.text(&r.Name)
	}
}

// code writes or reads what the record of a document is.
func (rec *record) code(c *coder) {
	d := &rec.Document
	for _, s := range []*string{&d.ID, &d.Title, &d.Date, &d.URL} {
		c.text(s)
	}
	elements(c, &rec.Entities, c.entity)
	elements(c, &rec.Facts, c.fact)
	for i := range rec.Facts {
		if c.reading {
			rec.Facts[i].Doc = d.ID
		}
	}
	elements(c, &rec.Symmetric, c.text)
}

// code writes or reads what is known of a document without its record.
func (h *head) code(c *coder) {
	c.text(&h.Origin.Path)
	c.text(&h.Origin.Hash)
	c.bool(&h.Origin.Own)
	c.text(&h.Text)
	c.text(&h.Fingerprint)
	c.number(&h.Facts)
}

func (c *coder) entity(e *entity.Entity) {
	c.ref(&e.Ref)
	elements(c, &e.Aliases, c.text)
	elements(c, &e.Forms, func(f *entity.Form) {
		c.text(&f.Text)
		c.text(&f.Why)
	})
	elements(c, &e.Offices, func(o *entity.Office) {
		c.text(&o.Title)
		c.ref(&o.Of)
		c.ref(&o.To)
		c.text(&o.Status)
		c.span(&o.Span)
	})
	c.ref(&e.Country)
	c.ref(&e.Supposed)
	gender := int(e.Gender)
	c.number(&gender)
	e.Gender = world.Gender(gender)
	c.bool(&e.Partial)
	c.text(&e.SameAs)
}

// span is a place in a text, as its start and length.
func (c *coder) span(s *nlp.Span) {
	length := s.End - s.Start
	c.number(&s.Start)
	c.number(&length)
	s.End = s.Start + length
}

// fact leaves out the id, which can be made anew.
func (c *coder) fact(f *extract.Fact) {
	c.text(&f.Relation)
	c.ref(&f.Subject)
	c.ref(&f.Object)
	c.text(&f.Date)
	c.ref(&f.Place)
	status := string(f.Status)
	c.text(&status)
	f.Status = extract.Status(status)
	for _, r := range []*entity.Ref{&f.By, &f.Of, &f.To, &f.Event} {
		c.ref(r)
	}
	elements(c, &f.With, c.ref)
	c.text(&f.Level)
	c.text(&f.Amount)
	span := nlp.Span{Start: f.Evidence.Start, End: f.Evidence.End}
	c.span(&span)
	f.Evidence.Start, f.Evidence.End = span.Start, span.End
	c.text(&f.Evidence.Text)
	for _, s := range []*string{&f.Rule, &f.CAMEO, &f.PLOVER} {
		c.text(s)
	}
}
