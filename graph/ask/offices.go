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
		rows = append(rows, row(t.facts, f.Subject.Name, f.Object.Name+toWhom(f), f.Of.Name, string(status), f.Date,
			held.first, held.last, documents(t.facts), f.Subject.ID, f.Object.ID, f.Of.ID))
	}
	if later > 0 {
		q.hint("%d told only after %s, or by texts without a date", later, q.opts.At)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Cells[7].(int), a.Cells[7].(int)) })
	return rows, nil
}

// tenures puts together what is told of one person in one office, with what was
// known at the end of a period.
func tenures(facts []graph.Fact, known period) []*tenure {
	type key struct{ who, office, of, to string }
	found := map[key]*tenure{}
	var list []*tenure
	for _, f := range facts {
		k := key{f.Subject.ID, f.Object.ID, f.Of.ID, f.To.ID}
		t := found[k]
		if t == nil {
			t = &tenure{told: map[extract.Status]*span{}}
			found[k] = t
			list = append(list, t)
		}
		t.facts = append(t.facts, f)
		for _, s := range f.Statements {
			if known.has(s.Reported) {
				t.tell(f.Status, s.Reported)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *tenure) int {
		return cmp.Or(strings.Compare(b.last(), a.last()), strings.Compare(a.facts[0].Subject.Name, b.facts[0].Subject.Name))
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
		if now != nil && (known == nil || now.last > known.last || now.last == known.last && now.documents > known.documents) {
			best = s
		}
	}
	return best
}
