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

// A FileError tells which of several files cannot be loaded.
type FileError struct {
	File int // from 0
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("reading N-Quads: %v", e.Err) }

func (e *FileError) Unwrap() error { return e.Err }

// Load reads a graph from files of N-Quads that relata has written, or any others,
// into a store in memory, for reading only. The base of its IRIs is what the files
// have. Blank nodes of one label in two files are two. The error is a *FileError.
func Load(files ...io.Reader) (*Store, error) {
	s := newStore(Options{ReadOnly: true})
	data, err := inMemory(contracted(quadsIn(files)))
	if err == nil {
		s.graph, err = quadfile.Open(data)
	}
	return s, err
}

// quadsIn gives the quads of files.
func quadsIn(files []io.Reader) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for i, r := range files {
			for q, err := range ReadNQuads(r) {
				if err != nil {
					yield(quad.Quad{}, &FileError{i, err})
					return
				}
				if len(files) > 1 {
					q = apart(q, i)
				}
				if !yield(q, nil) {
					return
				}
			}
		}
	}
}

// apart gives the blank nodes of a quad labels that no other file has.
func apart(q quad.Quad, file int) quad.Quad {
	for _, d := range quad.Directions {
		if b, ok := q.Get(d).(quad.BNode); ok {
			q.Set(d, quad.BNode(fmt.Sprintf("f%d-%s", file+1, b)))
		}
	}
	return q
}

// contracted gives quads of files as the store has them. They wait until one tells the base.
func contracted(quads iter.Seq2[quad.Quad, error]) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		var waiting []quad.Quad
		c := contraction{iris: map[quad.IRI]quad.IRI{}}
		for q, err := range quads {
			if err != nil {
				yield(quad.Quad{}, err)
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
