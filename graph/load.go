package graph

import (
	"fmt"
	"io"
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
	var quads []quad.Quad
	for i, r := range files {
		for q, err := range ReadNQuads(r) {
			if err != nil {
				return nil, &FileError{i, err}
			}
			if len(files) > 1 {
				q = apart(q, i)
			}
			quads = append(quads, q)
		}
	}
	base := findBase(quads)
	iris := map[quad.IRI]quad.IRI{}
	short := func(iri quad.IRI) quad.IRI {
		s, ok := iris[iri]
		if !ok {
			s = contract(string(iri), base)
			iris[iri] = s
		}
		return s
	}
	for i := range quads {
		for _, d := range quad.Directions {
			switch v := quads[i].Get(d).(type) {
			case quad.IRI:
				quads[i].Set(d, short(v))
			case quad.TypedString:
				v.Type = short(v.Type)
				quads[i].Set(d, plain(quads[i].Predicate, v))
			}
		}
	}
	s := newStore(Options{ReadOnly: true})
	data, err := inMemory(sequence(quads, nil))
	if err == nil {
		s.graph, err = quadfile.Open(data)
	}
	return s, err
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

// findBase finds what IRIs begin with in a graph of relata's: every fact there
// has the class <BASErel/Fact>.
func findBase(quads []quad.Quad) string {
	for _, q := range quads {
		class, ok := q.Object.(quad.IRI)
		base, found := strings.CutSuffix(string(class), "rel/Fact")
		if ok && found && q.Predicate == quad.IRI(Expand(rdfType, "")) {
			return base
		}
	}
	return DefaultBase
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
