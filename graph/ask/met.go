package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// whoMet gives the meetings of a person.
func whoMet(q *question, args []string) ([]Row, error) {
	p, err := q.find(args[0], entity.Person)
	if err != nil {
		return nil, err
	}
	facts, err := q.facts(p.ID, at(p.ID))
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, f := range facts {
		with := other(&f, p.ID)
		office, err := q.office(with)
		if err != nil {
			return nil, err
		}
		first, _ := f.Reported()
		rows = append(rows, row([]graph.Fact{f}, f.Date, first, with.Name, office, f.Place().Name, len(f.Statements),
			with.ID, f.ID, string(f.Status), f.CAMEO, f.PLOVER))
	}
	return rows, nil
}

// met gives the facts between somebody and others, by the id of the other.
func (q *question) met(id string) (facts map[string][]graph.Fact, others map[string]entity.Ref, err error) {
	all, err := q.facts(id, at(id))
	facts, others = map[string][]graph.Fact{}, map[string]entity.Ref{}
	for _, f := range all {
		o := other(&f, id)
		facts[o.ID] = append(facts[o.ID], f)
		others[o.ID] = o
	}
	return facts, others, err
}

// metBoth gives those who met both of two people.
func metBoth(q *question, args []string) ([]Row, error) {
	var people [2]identity.Entity
	var met [2]map[string][]graph.Fact
	var others map[string]entity.Ref
	for i, name := range args {
		var err error
		if people[i], err = q.find(name, entity.Person); err != nil {
			return nil, err
		}
		if met[i], others, err = q.met(people[i].ID); err != nil {
			return nil, err
		}
	}
	if people[0].ID == people[1].ID {
		return nil, fmt.Errorf("%q and %q are one: %s", args[0], args[1], people[0].Name)
	}
	var rows []Row
	for id, r := range others {
		a, b := met[0][id], met[1][id]
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		office, err := q.office(r)
		if err != nil {
			return nil, err
		}
		both := slices.Concat(a, b)
		rows = append(rows, row(both, r.Name, office, dates(a), dates(b), documents(both), r.ID))
	}
	if len(rows) == 0 {
		q.hint("nobody is told to have met both %s (%d others) and %s (%d)",
			people[0].Name, len(met[0]), people[1].Name, len(met[1]))
		q.otherwise, q.outside = nil, 0 // these need not be of both
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(documents(b.Facts), documents(a.Facts)),
			strings.Compare(a.Cells[5].(string), b.Cells[5].(string)))
	})
	return rows, nil
}

// dates lists when things happened, by the first report where no text says it.
func dates(facts []graph.Fact) string {
	var list []string
	for i := range facts {
		date := facts[i].Date
		if first, _ := facts[i].Reported(); date == "" && first != "" {
			date = "before " + first
		}
		if date = cmp.Or(date, "undated"); !slices.Contains(list, date) {
			list = append(list, date)
		}
	}
	if n := len(list) - 3; n > 0 {
		list = append(list[:3], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(list, ", ")
}
