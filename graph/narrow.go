package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/graph/quadfile"
)

// A narrow reads of a graph only the things that are asked for. It is not safe for
// concurrent use.
type narrow struct {
	file   quadSet
	reader *quadReader
	facts  map[quad.IRI]Fact // read so far
	names  []namedEntity     // of all entities; nil until they are asked for
	err    error             // the first one of the file
}

// enough is after how many facts, read one by one, it is quicker to read all.
const enough = 4000

// parts are the predicates by which a fact involves an entity.
var parts = []quad.IRI{relSubject, relObject, relOf, relTo, relPlace, relEvent, relWith}

func newNarrow(f quadSet) *narrow {
	n := &narrow{file: f, facts: map[quad.IRI]Fact{}}
	n.reader = &quadReader{
		subjects: map[quad.IRI][]quad.Quad{}, names: map[quad.IRI]entity.Ref{}, dates: map[string]string{},
		more: func(subject quad.IRI) []quad.Quad { return n.match(quad.Quad{Subject: subject}) },
	}
	return n
}

// match gives the quads that have the terms of a pattern.
func (n *narrow) match(pattern quad.Quad) []quad.Quad {
	var quads []quad.Quad
	err := quadfile.Guard(func() error {
		for q, err := range n.file.Match(pattern) {
			if err != nil {
				return err
			}
			quads = append(quads, q)
		}
		return nil
	})
	if n.err == nil {
		n.err = err
	}
	return quads
}

// nodesOf gives the ids of the facts in which an entity has a part, sorted.
func (n *narrow) nodesOf(id string) []quad.IRI {
	var nodes []quad.IRI
	for _, part := range parts {
		for _, q := range n.match(quad.Quad{Predicate: part, Object: quad.IRI(id)}) {
			if node, ok := q.Subject.(quad.IRI); ok {
				nodes = append(nodes, node)
			}
		}
	}
	slices.Sort(nodes)
	return slices.Compact(nodes)
}

// factsOf gives the facts in which an entity has a part, sorted by id, those of
// some relations if any are given.
func (n *narrow) factsOf(id string, relations []string) ([]Fact, error) {
	var facts []Fact
	for _, node := range n.nodesOf(id) {
		f, known := n.facts[node]
		if !known && !n.among(node, relations) {
			continue
		}
		if !known {
			var err error
			if f, err = n.reader.fact(node, n.reader.of(node)); err != nil {
				return nil, fmt.Errorf("%s: %w", node, err)
			}
			n.facts[node] = f
		}
		if len(relations) == 0 || slices.Contains(relations, f.Relation) {
			facts = append(facts, f)
		}
	}
	return facts, n.err
}

// among tells whether a fact that has not been read may be of one of relations.
func (n *narrow) among(fact quad.IRI, relations []string) bool {
	if len(relations) == 0 {
		return true
	}
	of := n.match(quad.Quad{Subject: fact, Predicate: relRelation})
	return len(of) == 0 || slices.ContainsFunc(relations, func(r string) bool { return of[0].Object == quad.IRI("rel:"+r) })
}

// entities reads all entities, sorted by id.
func (n *narrow) entities() ([]identity.Entity, error) {
	var found []identity.Entity
	at := map[quad.IRI]int{}
	for _, q := range n.match(quad.Quad{Predicate: rdfType}) {
		s, isIRI := q.Subject.(quad.IRI)
		class, _ := q.Object.(quad.IRI)
		if t := typeOfClass(class); isIRI && t != "" {
			if _, twice := at[s]; !twice {
				at[s] = len(found)
				found = append(found, identity.Entity{Ref: entity.Ref{ID: string(s), Type: t, Name: string(s)}})
			}
		}
	}
	for _, predicate := range []quad.IRI{rdfsLabel, alternateName, sameAs} {
		for _, q := range n.match(quad.Quad{Predicate: predicate}) {
			if s, ok := q.Subject.(quad.IRI); ok {
				if i, ok := at[s]; ok {
					describe(&found[i], q)
				}
			}
		}
	}
	for i := range found {
		slices.Sort(found[i].Aliases)
		found[i].Aliases = slices.Compact(found[i].Aliases)
	}
	slices.SortFunc(found, func(a, b identity.Entity) int { return strings.Compare(a.ID, b.ID) })
	return found, n.err
}
