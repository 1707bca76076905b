package graph

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// A model is a graph as things instead of quads, each kind sorted by id.
type model struct {
	documents []Document
	entities  []identity.Entity
	facts     []Fact

	// involving gives the indexes of the facts in which an entity has a part, by its id.
	involving func() map[string][]int
}

// newModel reads things from quads that come sorted as Quads gives them; facts is about
// how many facts they tell, so that these need not move in memory.
func newModel(quads iter.Seq2[quad.Quad, error], facts int) (*model, error) {
	m := &model{facts: make([]Fact, 0, facts)}
	m.involving = sync.OnceValue(m.index)
	r := &quadReader{
		subjects: map[quad.IRI][]quad.Quad{}, sentences: map[quad.IRI]sentence{},
		names: map[quad.IRI]entity.Ref{}, dates: map[string]string{},
	}
	var waiting subjects
	var group []quad.Quad // of one subject
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		if len(group) > 0 && q.Subject != group[0].Subject {
			m.take(r, &waiting, group)
			group = group[:0]
		}
		group = append(group, q)
	}
	if len(group) > 0 {
		m.take(r, &waiting, group)
	}
	slices.SortFunc(m.documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(m.entities, func(a, b identity.Entity) int { return strings.Compare(a.ID, b.ID) })
	for _, quads := range waiting.lists {
		f, err := r.fact(quads[0].Subject.(quad.IRI), quads)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.ID, err)
		}
		m.facts = append(m.facts, f)
	}
	if len(waiting.lists) > 0 {
		slices.SortFunc(m.facts, func(a, b Fact) int { return strings.Compare(a.ID, b.ID) })
	}
	for i := range m.facts {
		r.complete(&m.facts[i])
	}
	return m, nil
}

// take takes what the quads of one subject tell. Facts lack the names and relations that
// come later; those whose documents or sentences come later wait as quads, which are
// larger.
func (m *model) take(r *quadReader, waiting *subjects, quads []quad.Quad) {
	s, ok := quads[0].Subject.(quad.IRI)
	if !ok {
		return
	}
	var t entity.Type
	isFact, isDocument := false, false
	for _, q := range quads {
		if q.Predicate != rdfType {
			continue
		}
		class, _ := q.Object.(quad.IRI)
		if known := typeOfClass(class); known != "" {
			t = known
		}
		isFact, isDocument = isFact || class == relFact, isDocument || class == newsArticle
	}
	if isFact {
		f, err := Fact{}, error(nil)
		known := r.hasSaid(quads)
		if known {
			f, err = r.fact(s, quads)
		}
		if known && err == nil {
			m.facts = append(m.facts, f)
		} else {
			waiting.add(quads)
		}
	}
	if isDocument {
		d := readDocument(s, quads)
		r.dates[d.ID] = d.Date
		m.documents = append(m.documents, d)
	}
	if t != "" {
		e := readEntity(s, t, quads)
		r.names[s] = e.Ref
		m.entities = append(m.entities, e)
	}
	switch {
	case isFact || isDocument || t != "":
	case slices.ContainsFunc(quads, func(q quad.Quad) bool { return q.Predicate == relText }):
		r.sentences[s] = r.sentence(quads)
	default:
		r.subjects[s] = slices.Clone(quads)
	}
}

// subjects are lists of quads in few pieces of memory.
type subjects struct {
	lists [][]quad.Quad
	free  []quad.Quad
}

func (s *subjects) add(quads []quad.Quad) {
	if len(s.free)+len(quads) > cap(s.free) {
		s.free = make([]quad.Quad, 0, max(batchSize, len(quads)))
	}
	start := len(s.free)
	s.free = append(s.free, quads...)
	s.lists = append(s.lists, s.free[start:len(s.free):len(s.free)])
}

// index notes who has a part in which facts.
func (m *model) index() map[string][]int {
	involving := map[string][]int{}
	for i := range m.facts {
		for _, id := range m.facts[i].involved() {
			involving[id] = append(involving[id], i)
		}
	}
	return involving
}
