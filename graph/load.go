package graph

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/quadfile"
)

// Load reads a graph from N-Quads that relata has written, or any other, into a
// store in memory, for reading only. The base of its IRIs is base, or what the
// file itself has if base is empty.
func Load(r io.Reader, base string) (*Store, error) {
	s := newStore(Options{ReadOnly: true})
	data, err := inMemory(contracted(ReadNQuads(r), base))
	if err == nil {
		s.graph, err = quadfile.Open(data)
	}
	return s, err
}

// contracted gives quads of a file as the store has them. If base is empty, quads wait
// until one tells it.
func contracted(quads iter.Seq2[quad.Quad, error], base string) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		var waiting []quad.Quad
		c := contraction{base: base, iris: map[quad.IRI]quad.IRI{}}
		for q, err := range quads {
			if err != nil {
				yield(quad.Quad{}, fmt.Errorf("reading N-Quads: %w", err))
				return
			}
			if c.base != "" {
				if !yield(c.quad(q), nil) {
					return
				}
				continue
			}
			waiting = append(waiting, q)
			if c.base = baseIn(q); c.base != "" && !c.all(waiting, yield) {
				return
			}
		}
		if c.base == "" {
			c.base = DefaultBase
			c.all(waiting, yield)
		}
	}
}

// baseIn gives what IRIs of a graph of relata's begin with, if a quad tells it: every fact
// has the class <BASErel/Fact>, and the predicates of the default base nothing else has.
func baseIn(q quad.Quad) string {
	predicate, _ := q.Predicate.(quad.IRI)
	if strings.HasPrefix(string(predicate), DefaultBase+"rel/") {
		return DefaultBase
	}
	class, ok := q.Object.(quad.IRI)
	if base, found := strings.CutSuffix(string(class), "rel/Fact"); ok && found && predicate == quad.IRI(Expand(rdfType, "")) {
		return base
	}
	return ""
}

// A contraction makes the terms of a file those of a store.
type contraction struct {
	base string
	iris map[quad.IRI]quad.IRI // made so far; not all of them
}

func (c *contraction) all(quads []quad.Quad, yield func(quad.Quad, error) bool) bool {
	for _, q := range quads {
		if !yield(c.quad(q), nil) {
			return false
		}
	}
	return true
}

func (c *contraction) quad(q quad.Quad) quad.Quad {
	for _, d := range quad.Directions {
		switch v := q.Get(d).(type) {
		case quad.IRI:
			q.Set(d, c.iri(v))
		case quad.TypedString:
			v.Type = c.iri(v.Type)
			q.Set(d, plain(q.Predicate, v))
		}
	}
	return q
}

func (c *contraction) iri(iri quad.IRI) quad.IRI {
	s, ok := c.iris[iri]
	if !ok {
		if len(c.iris) >= mostTerms {
			clear(c.iris)
		}
		s = contract(string(iri), c.base)
		c.iris[iri] = s
	}
	return s
}

// plain gives the value that the store has for one of a file: dates and
// strings as plain strings, integers as integers where their text comes back.
func plain(predicate, v quad.Value) quad.Value {
	t, ok := v.(quad.TypedString)
	if !ok {
		return v
	}
	switch {
	case t.Type == "xsd:string":
		return t.Value
	case t.Type == "xsd:integer":
		if n, err := strconv.ParseInt(string(t.Value), 10, 64); err == nil && strconv.FormatInt(n, 10) == string(t.Value) {
			return quad.Int(n)
		}
	case t.Type != "" && t.Type == DateType(predicate, string(t.Value)):
		return t.Value
	}
	return v
}
