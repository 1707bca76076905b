package ask

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// changes gives what was first told in a time, and what it changes.
func changes(q *question, args []string) ([]Row, error) {
	during, err := newPeriod(args[0], args[1])
	if err != nil {
		return nil, err
	}
	id := ""
	if len(args) > 2 {
		e, err := q.find(args[2])
		if err != nil {
			return nil, err
		}
		id = e.ID
	}
	facts, err := q.facts(id, func(f *graph.Fact) bool {
		first, _ := f.Reported()
		return first != "" && during.has(first)
	})
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, f := range facts {
		was, err := q.before(&f)
		if err != nil {
			return nil, err
		}
		first, _ := f.Reported()
		f.Statements = slices.DeleteFunc(slices.Clone(f.Statements), func(s graph.Statement) bool {
			return !during.has(s.Reported)
		})
		rows = append(rows, row([]graph.Fact{f}, first, was, f.Subject.Name, f.Relation, f.Object.Name+details(&f),
			string(f.Status), f.Date, f.Place().Name, len(f.Statements), f.ID, f.Subject.ID, f.Object.ID, f.CAMEO, f.PLOVER))
	}
	sortRows(rows, 0)
	return rows, nil
}

// before tells what documents told of a fact before the first that tells it so:
// "new", or "planned", "actual" and the like.
func (q *question) before(f *graph.Fact) (string, error) {
	now, _ := f.Reported()
	was, when := "new", ""
	for g, err := range q.store.FactsOf(f.Subject.ID) {
		if err != nil {
			return "", err
		}
		told, _ := g.Reported()
		if told == "" || told >= now || !follows[f.Status][g.Status] || !succeeds(f, &g) {
			continue
		}
		if told > when || told == when && string(g.Status) < strings.TrimPrefix(was, "was ") {
			was, when = "was "+string(g.Status), told
		}
	}
	return was, nil
}

// follows are the statuses after which another tells something new.
var follows = map[extract.Status]map[extract.Status]bool{
	extract.Actual: {extract.Planned: true, extract.Proposed: true, extract.Conditional: true},
	extract.Former: {extract.Actual: true, extract.Planned: true},
	extract.Denied: {extract.Planned: true, extract.Proposed: true, extract.Conditional: true, extract.Actual: true},
}

// succeeds tells whether f can be the same thing as g, told later with another
// status: an office that is no longer held, a plan that was carried out.
func succeeds(f, g *graph.Fact) bool {
	if f.Relation == holds {
		return g.Relation == holds && f.Subject.ID == g.Subject.ID && f.Object.ID == g.Object.ID && f.Of.ID == g.Of.ID &&
			f.To.ID == g.To.ID
	}
	return carries(f, g)
}
