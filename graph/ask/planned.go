package ask

import (
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
