package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A step is a link of a chain.
type step struct {
	from, to entity.Ref
	facts    []graph.Fact // between the two
}

// path gives the shortest chain of facts between two things.
func path(q *question, args []string) ([]Row, error) {
	var types []entity.Type
	if len(q.opts.Relations) == 0 {
		types = []entity.Type{entity.Person}
	}
	a, err := q.find(args[0], types...)
	if err != nil {
		return nil, err
	}
	b, err := q.find(args[1], types...)
	if err != nil {
		return nil, err
	}
	if a.ID == b.ID {
		return nil, fmt.Errorf("%q and %q are one: %s", args[0], args[1], a.Name)
	}
	chain, err := q.chain(a.Ref, b.Ref)
	if err != nil {
		return nil, err
	}
	if chain == nil {
		q.hint("no chain of facts (%s) leads from %s to %s", strings.Join(q.relations(), ", "), a.Name, b.Name)
		q.otherwise, q.outside = nil, 0 // these lie elsewhere
	}
	q.quoted = true
	var rows []Row
	for i, s := range chain {
		f := slices.MaxFunc(s.facts, bySureness)
		first, _ := f.Reported()
		rows = append(rows, row([]graph.Fact{f}, i+1, s.from.Name, f.Relation, s.to.Name, f.Date, first, f.Place().Name,
			documents(s.facts), s.from.ID, s.to.ID, f.ID, f.CAMEO, f.PLOVER))
	}
	return rows, nil
}

// bySureness orders facts: those of which a text says when, as of what it really
// tells, go after others, those that most documents tell last.
func bySureness(a, b graph.Fact) int {
	return cmp.Or(cmp.Compare(min(len(a.Date), 1), min(len(b.Date), 1)), cmp.Compare(len(a.Statements), len(b.Statements)))
}

// chain gives a shortest chain from a to b, of several the one whose last steps
// are the surest; nil if there is none. It goes out from a in breadth.
func (q *question) chain(a, b entity.Ref) ([]step, error) {
	before := map[string][]step{a.ID: nil} // the last steps to each that was reached
	for front := []entity.Ref{a}; len(front) > 0; {
		reached := map[string]entity.Ref{}
		for _, from := range front {
			facts, others, err := q.met(from.ID)
			if err != nil {
				return nil, err
			}
			for id, to := range others {
				if _, known := before[id]; !known || reached[id].ID != "" {
					before[id] = append(before[id], step{from, to, facts[id]})
					reached[id] = to
				}
			}
		}
		if reached[b.ID].ID != "" {
			return back(before, a.ID, b.ID), nil
		}
		front = front[:0]
		for _, r := range reached {
			front = append(front, r)
		}
		slices.SortFunc(front, func(a, b entity.Ref) int { return strings.Compare(a.ID, b.ID) })
	}
	return nil, nil
}

// back goes back from b to a by the surest steps.
func back(before map[string][]step, a, b string) []step {
	var chain []step
	for b != a {
		s := slices.MinFunc(before[b], func(x, y step) int {
			return cmp.Or(bySureness(slices.MaxFunc(y.facts, bySureness), slices.MaxFunc(x.facts, bySureness)),
				strings.Compare(x.from.ID, y.from.ID))
		})
		chain = append(chain, s)
		b = s.from.ID
	}
	slices.Reverse(chain)
	return chain
}
