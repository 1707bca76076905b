package record

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/reading"
)

// A ledger is the facts that a document has stated so far. What is told twice
// stands in it once.
type ledger struct {
	facts []fact.Fact
	same  map[key][]int // indexes of the facts that may tell the same
}

type key struct{ relation, subject, object, of string }

// add keeps a fact and gives its index. A fact that the document has told already only adds what was not known. before
// tells that its clause speaks of it as past when the rest happens, "has met her
// in Lima": what is known of it already is then the better place, and f loses its
// own.
func (l *ledger) add(f *fact.Fact, symmetric, before bool) int {
	k := keyOf(f, symmetric)
	for _, i := range l.same[k] {
		if old := &l.facts[i]; repeats(f, old) {
			if before && f.Date == "" && old.Date != "" {
				f.Place = entity.Ref{}
			}
			supply(old, f)
			return i
		}
	}
	l.same[k] = append(l.same[k], len(l.facts))
	l.facts = append(l.facts, *f)
	return len(l.facts) - 1
}

func keyOf(f *fact.Fact, symmetric bool) key {
	k := key{f.Relation, f.Subject.ID, f.Object.ID, f.Of.ID}
	if symmetric && k.object < k.subject {
		k.subject, k.object = k.object, k.subject
	}
	return k
}

// rename changes the references of all facts.
func (l *ledger) rename(change func(*entity.Ref), symmetric func(relation string) bool) {
	clear(l.same)
	for i := range l.facts {
		f := &l.facts[i]
		for ref := range f.Refs() {
			change(ref)
		}
		k := keyOf(f, symmetric(f.Relation))
		l.same[k] = append(l.same[k], i)
	}
}

// supply gives a fact what another that tells the same knows better.
func supply(old, f *fact.Fact) {
	if len(f.Date) > len(old.Date) {
		old.Date = f.Date
	}
	old.Place = old.Place.Or(f.Place)
	old.To = old.To.Or(f.To)
	old.Event = old.Event.Or(f.Event)
	if old.Level == "" {
		old.Level = f.Level
	}
	if old.Amount == "" {
		old.Amount = f.Amount
	}
}

// repeats tells whether a fact may be one that the document has told already: of
// the same status, where "agreed to cooperate" tells an agreement and not also a
// plan, and at the same time as far as they tell. Times that agree without being
// the same are of two things where the cities differ.
func repeats(f, old *fact.Fact) bool {
	status := old.Status == f.Status ||
		old.Evidence == f.Evidence && old.Status == fact.Actual && f.Status == fact.Planned
	elsewhere := old.Date != f.Date && f.Date != "" &&
		reading.IsCity(old.Place) && reading.IsCity(f.Place) && old.Place.ID != f.Place.ID
	return status && agree(old.Date, f.Date) && !elsewhere
}

// agree tells whether two dates can be of one occasion: one is not known, or
// says less than the other.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
