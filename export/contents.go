package export

import (
	"slices"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// contents is what a graph holds, as things. Nothing in it is changed.
type contents struct {
	facts    []graph.Fact // by id; the store's own
	entities map[string]identity.Entity
	docs     map[string]graph.Document
	dates    map[string]string // of documents
	people   *people
}

func readGraph(s *graph.Store) (*contents, error) {
	g := &contents{
		entities: map[string]identity.Entity{}, docs: map[string]graph.Document{}, dates: map[string]string{},
	}
	for d, err := range s.Documents() {
		if err != nil {
			return nil, err
		}
		g.docs[d.ID] = d
		g.dates[d.ID] = d.Date
	}
	for e, err := range s.Entities() {
		if err != nil {
			return nil, err
		}
		g.entities[e.ID] = e
	}
	var err error
	if g.facts, err = s.AllFacts(); err != nil {
		return nil, err
	}
	g.people = newPeople(g.facts)
	return g, nil
}

// kindOf names the kind of edge that a fact makes: "met", "met (planned)".
func kindOf(f *graph.Fact) string {
	if f.Status == extract.Actual {
		return f.Relation
	}
	return f.Relation + " (" + string(f.Status) + ")"
}

// wantsType tells whether nodes of a type are wanted.
func wantsType(opts Options, t entity.Type) bool {
	return len(opts.Types) == 0 || slices.Contains(opts.Types, t)
}
