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
	type matter struct{ relation, object, date string }
	found := map[matter]*agreement{}
	var order []*agreement
	for _, f := range facts {
		m := matter{f.Relation, f.Object.ID, f.Date}
		if found[m] == nil {
			found[m] = &agreement{what: f.Object}
			order = append(order, found[m])
		}
		if err := q.take(found[m], f); err != nil {
			return nil, err
		}
	}
	var rows []Row
	for _, a := range order {
		if len(parties) == 2 && !slices.ContainsFunc(a.parties, is(parties[1].ID)) {
			continue
		}
		rows = append(rows, a.row(of))
	}
	return rows, nil
}

func is(id string) func(entity.Ref) bool { return func(r entity.Ref) bool { return r.ID == id } }

// withOf gives those with whom a fact is told to be, by any document.
func withOf(f *graph.Fact) []entity.Ref {
	var with []entity.Ref
	for _, s := range f.Statements {
		for _, w := range s.With {
			if !slices.ContainsFunc(with, is(w.ID)) {
				with = append(with, w)
			}
		}
	}
	return with
}

// An agreement is what several agreed on or signed at one time.
type agreement struct {
	what    entity.Ref
	parties []entity.Ref
	facts   []graph.Fact
}

// take takes in a fact and those in which the same sentences tell others to
// have done the same.
func (q *question) take(a *agreement, f graph.Fact) error {
	a.add(f)
	for g, err := range q.store.FactsOf(f.Object.ID) {
		if err != nil {
			return err
		}
		if g.Relation == f.Relation && g.Status == f.Status && g.Object.ID == f.Object.ID && shareSentence(&f, &g) {
			a.add(g)
		}
	}
	return nil
}

func (a *agreement) add(f graph.Fact) {
	if slices.ContainsFunc(a.facts, func(g graph.Fact) bool { return g.ID == f.ID }) {
		return
	}
	a.facts = append(a.facts, f)
	for _, r := range append([]entity.Ref{f.Subject}, withOf(&f)...) {
		if !slices.ContainsFunc(a.parties, is(r.ID)) {
			a.parties = append(a.parties, r)
		}
	}
}

// row shows the agreement to who is one of its parties.
func (a *agreement) row(of string) Row {
	var names, ids []string
	for _, p := range a.parties {
		if p.ID != of {
			names, ids = append(names, p.Name), append(ids, p.ID)
		}
	}
	f := &a.facts[0]
	first, _ := graph.Reported(a.facts)
	return row(a.facts, f.Date, first, f.Relation, a.what.Name, strings.Join(names, ", "), f.Place().Name,
		documents(a.facts), a.what.ID, strings.Join(ids, " "), string(f.Status), f.CAMEO, f.PLOVER)
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
