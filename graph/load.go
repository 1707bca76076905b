package graph

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/quadfile"
)

// Load reads a graph from N-Quads that relata has written, or any other, into a
// store in memory, for reading only. The base of its IRIs is base, or what the
// file itself has if base is empty.
func Load(r io.Reader, base string) (*Store, error) {
	var quads []quad.Quad
	for q, err := range ReadNQuads(r) {
		if err != nil {
			return nil, fmt.Errorf("reading N-Quads: %w", err)
		}
		quads = append(quads, q)
	}
	if base == "" {
		base = findBase(quads)
	}
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
