package ask

import (
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// holds is the relation of offices.
const holds = "holdsPosition"

// post gives the office by which readers know a person, nil if there is none.
func (q *question) post(r entity.Ref) (*graph.Fact, error) {
	if r.Type != entity.Person {
		return nil, nil
	}
	if known, ok := q.posts[r.ID]; ok {
		return known, nil
	}
	var best *graph.Fact
	for f, err := range q.store.FactsOf(r.ID, holds) {
		if err != nil {
			return nil, err
		}
		if f.Relation != holds || f.Subject.ID != r.ID || f.Status != extract.Actual && f.Status != extract.Former {
			continue
		}
		if best == nil || graph.ComparePosts(&f, best) < 0 {
			best = &f
		}
	}
	q.posts[r.ID] = best
	return best, nil
}

// office names the office by which readers know a person, "Prime Minister,
// Japan"; "" if there is none.
func (q *question) office(r entity.Ref) (string, error) {
	f, err := q.post(r)
	if f == nil || err != nil {
		return "", err
	}
	if f.Status == extract.Former {
		return "former " + officeName(f), nil
	}
	return officeName(f), nil
}

// officeName names the office that a fact is about: "Ambassador, Japan to Chile".
func officeName(f *graph.Fact) string {
	name := f.Object.Name
	if f.Of.ID != "" {
		name += ", " + f.Of.Name
	}
	return name + toWhom(f)
}

// toWhom tells where who holds an office is accredited: " to Chile".
func toWhom(f *graph.Fact) string {
	if f.To.ID == "" {
		return ""
	}
	return " to " + f.To.Name
}
