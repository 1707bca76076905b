package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// about tells at a glance what the graph knows of one thing.
func about(q *question, args []string) ([]Row, error) {
	e, err := q.find(args[0])
	if err != nil {
		return nil, err
	}
	facts, err := q.facts(e.ID, nil)
	if err != nil {
		return nil, err
	}
	rows := []Row{aboutRow(nil, "name", e.Name), aboutRow(nil, "is", string(e.Type)), aboutRow(nil, "id", e.ID)}
	if len(e.Aliases) > 0 {
		rows = append(rows, aboutRow(nil, "also", some(e.Aliases, 8)))
	}
	if e.SameAs != "" {
		rows = append(rows, aboutRow(nil, "Wikidata", e.SameAs))
	}
	rows = append(rows, aboutOffices(&e, facts)...)
	rows = append(rows, aboutRelations(&e, facts)...)
	return append(rows, latest(facts)...), nil
}

// aboutRow makes a row whose dates and documents are those of facts.
func aboutRow(facts []graph.Fact, what, value string) Row {
	if len(facts) == 0 {
		return row(nil, what, value, nil, nil, nil, nil)
	}
	first, last := graph.Reported(facts)
	return row(facts, what, value, first, last, len(facts), documents(facts))
}

// kept gives the facts that keep keeps.
func kept(facts []graph.Fact, keep func(*graph.Fact) bool) []graph.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f graph.Fact) bool { return !keep(&f) })
}

// aboutOffices gives a row for each of the offices that most documents tell.
func aboutOffices(e *identity.Entity, facts []graph.Fact) []Row {
	list := tenures(kept(facts, func(f *graph.Fact) bool { return f.Relation == holds && f.Subject.ID == e.ID }), period{})
	slices.SortStableFunc(list, func(a, b *tenure) int { return cmp.Compare(documents(b.facts), documents(a.facts)) })
	var rows []Row
	for _, t := range list[:min(len(list), 4)] {
		says := map[string]string{"former": "held office", "planned": "to take office"}[string(t.status())]
		rows = append(rows, aboutRow(t.facts, cmp.Or(says, "holds office"), officeName(&t.facts[0])))
	}
	return append(rows, holders(e, facts)...)
}

// holders gives a row for each of those that most documents tell in an office of
// a country or body.
func holders(e *identity.Entity, facts []graph.Fact) []Row {
	list := tenures(kept(facts, func(f *graph.Fact) bool { return f.Relation == holds && f.Of.ID == e.ID }), period{})
	list = slices.DeleteFunc(list, func(t *tenure) bool { return t.status() != extract.Actual })
	slices.SortStableFunc(list, func(a, b *tenure) int { return cmp.Compare(documents(b.facts), documents(a.facts)) })
	var rows []Row
	for _, t := range list[:min(len(list), 4)] {
		f := &t.facts[0]
		rows = append(rows, aboutRow(t.facts, "office", f.Object.Name+toWhom(f)+": "+f.Subject.Name))
	}
	return rows
}

// aboutRelations gives a row for each relation that the thing has with others,
// "(by)" where they have it with the thing: with whom most.
func aboutRelations(e *identity.Entity, facts []graph.Fact) []Row {
	groups := map[string][]graph.Fact{}
	var order []string
	for _, f := range facts {
		if f.Relation == holds || !at(e.ID)(&f) || !happened(f.Status) {
			continue
		}
		what := f.Relation
		if f.Object.ID == e.ID && !f.Symmetric {
			what += " (by)"
		}
		if groups[what] == nil {
			order = append(order, what)
		}
		groups[what] = append(groups[what], f)
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(len(groups[b]), len(groups[a])) })
	var rows []Row
	for _, what := range order {
		rows = append(rows, aboutRow(groups[what], what, others(groups[what], e.ID)))
	}
	return rows
}

// others names those at the other ends of facts, the most frequent first, of
// several the latest.
func others(facts []graph.Fact, id string) string {
	times, latest := map[string]int{}, map[string]int{}
	var names []string
	for i, f := range facts {
		name := other(&f, id).Name
		if times[name] == 0 {
			names = append(names, name)
		}
		times[name]++
		latest[name] = i
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(times[b]-times[a], latest[b]-latest[a]) })
	for i, name := range names {
		if times[name] > 1 {
			names[i] = fmt.Sprintf("%s (%d)", name, times[name])
		}
	}
	return some(names, 5)
}

// latest gives a row for each of the last facts with a date.
func latest(facts []graph.Fact) []Row {
	var rows []Row
	for i := len(facts) - 1; i >= 0 && len(rows) < 5; i-- {
		f := facts[i]
		if f.When() == "" || f.Relation == holds || f.Subject.Type == entity.Position {
			continue
		}
		says := fmt.Sprintf("%s %s %s%s (%s)", f.Subject.Name, f.Relation, f.Object.Name, details(&f),
			strings.TrimPrefix(string(f.Status)+", "+f.When(), "actual, "))
		rows = append(rows, aboutRow([]graph.Fact{f}, "latest", says))
	}
	return rows
}
