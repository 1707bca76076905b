package ask

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A tenure is all that is told of a person in an office.
type tenure struct {
	who   string
	facts []graph.Fact
	// When it was told first and last that he holds it (actual), no longer does
	// (former), or will (planned), and by how many documents.
	told map[extract.Status]*span
}

type span struct {
	first, last string
	documents   int
}

// holdings gives who held which offices: those of a person, or of a country or
// body.
func holdings(q *question, args []string) ([]Row, error) {
	e, err := q.find(args[0], entity.Person, entity.Country, entity.Organization, entity.Position)
	if err != nil {
		return nil, err
	}
	on, err := newPeriod("", q.opts.At)
	if err != nil {
		return nil, err
	}
	facts, err := q.facts(e.ID, func(f *graph.Fact) bool {
		return f.Subject.ID == e.ID || f.Of.ID == e.ID || f.Object.ID == e.ID
	})
	if err != nil {
		return nil, err
	}
	later := 0
	var rows []Row
	for _, t := range tenures(facts, on) {
		status := t.status()
		switch {
		case len(t.told) == 0:
			later++
			continue
		case q.opts.At != "" && status != extract.Actual:
			continue
		}
		f := mostExact(t.facts)
		held := cmp.Or(t.told[extract.Actual], t.told[status])
		then, err := q.successor(f, held, on)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row(t.facts, f.Subject.Name, f.Object.Name+toWhom(f), f.Of.Name, string(status), f.Date,
			held.first, held.last, then.Name, documents(t.facts), f.Subject.ID, f.Object.ID, f.Of.ID, then.ID))
	}
	if later > 0 {
		q.hint("%d told only after %s, or by texts without a date", later, q.opts.At)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(q.doubt(a)-q.doubt(b), cmp.Compare(documents(b.Facts), documents(a.Facts)))
	})
	return rows, nil
}

// doubt tells how doubtful it is that somebody was in office at the date asked
// about: another was told in the office since, or he was not for two months.
func (q *question) doubt(r Row) int {
	if q.opts.At == "" {
		return 0
	}
	n := 0
	if r.Cells[7] != nil {
		n++
	}
	if last, ok := r.Cells[6].(string); ok {
		if d, ok := graph.Days(last, q.opts.At); ok && d > 60 {
			n++
		}
	}
	return n
}

// successor gives the one of whom most documents of a period tell, and several do,
// that he holds the office of a fact: he was told so first and last after its
// holder, who was from first to last.
func (q *question) successor(f *graph.Fact, held *span, known period) (entity.Ref, error) {
	var who entity.Ref
	if f.Of.ID == "" || held.last == "" {
		return who, nil
	}
	var same []graph.Fact
	for g, err := range q.store.FactsOf(f.Object.ID, holds) {
		if err != nil {
			return who, err
		}
		if g.Relation == holds && g.Status == extract.Actual && g.Subject.ID != f.Subject.ID &&
			g.Object.ID == f.Object.ID && g.Of.ID == f.Of.ID && g.To.ID == f.To.ID {
			same = append(same, g)
		}
	}
	most := 1
	for _, t := range tenures(same, known) {
		told := t.told[extract.Actual]
		if told != nil && told.first > held.first && told.last > held.last && told.documents > most {
			most, who = told.documents, t.facts[0].Subject
		}
	}
	return who, nil
}

// tenures puts together what documents of a period tell of one person in one
// office; those of which they tell nothing have no facts.
func tenures(facts []graph.Fact, known period) []*tenure {
	type key struct{ who, office, of, to string }
	found := map[key]*tenure{}
	var list []*tenure
	for _, f := range facts {
		k := key{f.Subject.ID, f.Object.ID, f.Of.ID, f.To.ID}
		t := found[k]
		if t == nil {
			t = &tenure{who: f.Subject.Name, told: map[extract.Status]*span{}}
			found[k] = t
			list = append(list, t)
		}
		f.Statements = slices.DeleteFunc(slices.Clone(f.Statements), func(s graph.Statement) bool {
			return !known.has(s.Reported)
		})
		f.Date = ""
		for _, s := range f.Statements {
			t.tell(f.Status, s.Reported)
			if len(s.Date) > len(f.Date) {
				f.Date = s.Date
			}
		}
		if len(f.Statements) > 0 {
			t.facts = append(t.facts, f)
		}
	}
	slices.SortStableFunc(list, func(a, b *tenure) int {
		return cmp.Or(strings.Compare(b.last(), a.last()), strings.Compare(a.who, b.who))
	})
	return list
}

func (t *tenure) tell(s extract.Status, date string) {
	if t.told[s] == nil {
		t.told[s] = &span{first: date, last: date}
	}
	now := t.told[s]
	now.documents++
	if date != "" && (now.first == "" || date < now.first) {
		now.first = date
	}
	now.last = max(now.last, date)
}

func (t *tenure) last() string {
	last := ""
	for _, s := range t.told {
		last = max(last, s.last)
	}
	return last
}

// status is what was told last, of several then what most documents tell.
func (t *tenure) status() extract.Status {
	best := extract.Status("")
	for _, s := range []extract.Status{extract.Actual, extract.Former, extract.Planned} {
		now, known := t.told[s], t.told[best]
		if now != nil && (known == nil ||
			cmp.Or(strings.Compare(now.last, known.last), cmp.Compare(now.documents, known.documents)) > 0) {
			best = s
		}
	}
	return best
}
