package ask

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// agreedOn gives what a country, or a body, agreed on and signed, perhaps only
// with another.
func agreedOn(q *question, args []string) ([]Row, error) {
	var parties []identity.Entity
	for _, name := range args {
		p, err := q.find(name, entity.Country, entity.Organization)
		if err != nil {
			return nil, err
		}
		parties = append(parties, p)
	}
	of := parties[0].ID
	facts, err := q.facts(of, func(f *graph.Fact) bool {
		return f.Subject.ID == of || slices.ContainsFunc(withOf(f), is(of))
	})
	if err != nil {
		return nil, err
	}
	found := map[string]*agreement{}
	var order []*agreement
	for _, f := range facts {
		told, err := q.agreements(&f, of)
		if err != nil {
			return nil, err
		}
		for _, a := range told {
			key := a.key()
			if found[key] == nil {
				found[key] = a
				order = append(order, a)
				continue
			}
			found[key].facts = append(found[key].facts, a.facts...)
		}
	}
	var rows []Row
	for _, a := range order {
		if len(parties) == 1 || slices.ContainsFunc(a.others, is(parties[1].ID)) {
			rows = append(rows, a.row())
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return graph.CompareDates(mostExact(a.Facts).When(), mostExact(b.Facts).When())
	})
	return rows, nil
}

func is(id string) func(entity.Ref) bool { return func(r entity.Ref) bool { return r.ID == id } }

// withOf gives those with whom a fact is told to be, by any document.
func withOf(f *graph.Fact) []entity.Ref {
	var with []entity.Ref
	for _, s := range f.Statements {
		with = append(with, s.With...)
	}
	return with
}

// An agreement is what somebody agreed on or signed with others at one time.
type agreement struct {
	others []entity.Ref // sorted by id
	facts  []graph.Fact // of one relation, object and date; with the statements that name these others
}

// key is equal for tellings of one agreement.
func (a *agreement) key() string {
	f := &a.facts[0]
	parts := []string{f.Relation, f.Object.ID, f.Date, string(f.Status)}
	for _, o := range a.others {
		parts = append(parts, o.ID)
	}
	return strings.Join(parts, "\n")
}

// agreements gives what documents tell by a fact of one that has a part in it: to
// agree on trade with one country is not to agree on it with another. Others are
// also those of whom the same sentence tells the same.
func (q *question) agreements(f *graph.Fact, of string) ([]*agreement, error) {
	var list []*agreement
	for _, s := range f.Statements {
		if f.Subject.ID != of && !slices.ContainsFunc(s.With, is(of)) {
			continue
		}
		one := *f
		one.Statements = []graph.Statement{s}
		others := append([]entity.Ref{f.Subject}, s.With...)
		for g, err := range q.store.FactsOf(f.Object.ID, f.Relation) {
			if err != nil {
				return nil, err
			}
			if g.Relation == f.Relation && g.Status == f.Status && g.Object.ID == f.Object.ID && shareSentence(&one, &g) {
				others = append(others, g.Subject)
			}
		}
		others = slices.DeleteFunc(others, is(of))
		slices.SortFunc(others, func(a, b entity.Ref) int { return strings.Compare(a.ID, b.ID) })
		list = append(list, &agreement{slices.Compact(others), []graph.Fact{one}})
	}
	return list, nil
}

// row shows the agreement.
func (a *agreement) row() Row {
	var names, ids []string
	for _, p := range a.others {
		names, ids = append(names, p.Name), append(ids, p.ID)
	}
	f := &a.facts[0]
	first, _ := graph.Reported(a.facts)
	return row(a.facts, f.Date, first, f.Relation, f.Object.Name, strings.Join(names, ", "), f.Place().Name,
		documents(a.facts), f.Object.ID, strings.Join(ids, " "), string(f.Status), f.CAMEO, f.PLOVER)
}

// shareSentence tells whether one sentence tells both facts.
func shareSentence(f, g *graph.Fact) bool {
	for _, s := range f.Statements {
		for _, t := range g.Statements {
			if s.Doc != t.Doc {
				continue
			}
			for _, e := range s.Evidence {
				same := func(o graph.Evidence) bool { return o.Start == e.Start && o.End == e.End }
				if slices.ContainsFunc(t.Evidence, same) {
					return true
				}
			}
		}
	}
	return false
}
