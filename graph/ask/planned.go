package ask

import (
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// planned gives what was to happen and is nowhere told to have happened.
func planned(q *question, args []string) ([]Row, error) {
	id := ""
	if len(args) > 0 {
		e, err := q.find(args[0])
		if err != nil {
			return nil, err
		}
		id = e.ID
	}
	plans, err := q.facts(id, nil)
	if err != nil {
		return nil, err
	}
	newest := ""
	for d, err := range q.store.Documents() {
		if err != nil {
			return nil, err
		}
		newest = max(newest, d.Date)
	}
	done := 0
	var rows []Row
	for _, plan := range plans {
		state, err := q.outcome(&plan, newest)
		if err != nil {
			return nil, err
		}
		if state == "" {
			done++
			continue
		}
		first, _ := plan.Reported()
		rows = append(rows, row([]graph.Fact{plan}, plan.Date, first, plan.Subject.Name, plan.Relation,
			plan.Object.Name+details(&plan), plan.Place().Name, state, len(plan.Statements),
			plan.ID, plan.Subject.ID, plan.Object.ID, plan.CAMEO, plan.PLOVER))
	}
	if done > 0 {
		q.hint("%s told to have happened: left out", plural(done, "more is", "more are"))
	}
	return rows, nil
}

// outcome tells what became of a plan: "open", "overdue" when its day has
// passed before the newest document, "lapsed" when it had none and was told long
// before that, "called off", "" if it was carried out.
func (q *question) outcome(plan *graph.Fact, newest string) (string, error) {
	state := "open"
	first, _ := plan.Reported()
	switch silent, ok := graph.Days(first, newest); {
	case plan.Date != "" && graph.LastDay(plan.Date) < newest:
		state = "overdue"
	case plan.Date == "" && ok && silent > overdue:
		state = "lapsed"
	}
	for f, err := range q.store.FactsOf(plan.Subject.ID) {
		switch {
		case err != nil:
			return "", err
		case !carries(&f, plan):
		case happened(f.Status):
			return "", nil
		case f.Status == extract.Denied:
			state = "called off"
		}
	}
	return state, nil
}

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
		if g.Status == f.Status || told == "" || told >= now || !succeeds(f, &g) {
			continue
		}
		if told > when || told == when && string(g.Status) < strings.TrimPrefix(was, "was ") {
			was, when = "was "+string(g.Status), told
		}
	}
	return was, nil
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
