// Package diff compares what documents say with what they said before: which
// facts came, went and changed.
//
// In come two lists of facts, as documents tell them; out goes a Diff. Where in
// its text a document tells a fact, and by which rule, makes no difference. The
// package knows nothing of graphs, files or the command line.
package diff

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
)

// A Diff is what became of the facts of documents, each list by relation, document
// and place in the text.
type Diff struct {
	Added     []fact.Fact `json:"added"`
	Removed   []fact.Fact `json:"removed"`
	Changed   []Change    `json:"changed"`
	Unchanged int         `json:"unchanged"`
}

// A Change is a fact that a document tells otherwise than before: between the same
// two, but with another status, date, place or the like.
type Change struct {
	Before fact.Fact `json:"before"`
	After  fact.Fact `json:"after"`
	Fields []Field   `json:"fields"` // never empty
}

// A Field is a part of a fact that has changed.
type Field struct {
	Name   string `json:"name"` // "date"
	Before string `json:"before"`
	After  string `json:"after"`
}

// Same tells whether there is no difference.
func (d *Diff) Same() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

// Compare tells what became of the facts before. A fact that a document tells
// several times counts once.
func Compare(before, after []fact.Fact) *Diff {
	old, now := byDocument(before), byDocument(after)
	d := &Diff{Added: []fact.Fact{}, Removed: []fact.Fact{}, Changed: []Change{}}
	docs := maps.Clone(old)
	maps.Copy(docs, now)
	for _, doc := range slices.Sorted(maps.Keys(docs)) {
		d.document(old[doc], now[doc])
	}
	slices.SortStableFunc(d.Added, compare)
	slices.SortStableFunc(d.Removed, compare)
	slices.SortStableFunc(d.Changed, func(a, b Change) int { return compare(a.After, b.After) })
	return d
}

// compare orders facts by relation, document, place in the text and id.
func compare(a, b fact.Fact) int {
	return cmp.Or(strings.Compare(a.Relation, b.Relation), strings.Compare(a.Doc, b.Doc),
		cmp.Compare(a.Evidence.Start, b.Evidence.Start), strings.Compare(a.ID, b.ID))
}

// byDocument gives the facts of each document, told twice in one, in order.
func byDocument(facts []fact.Fact) map[string][]fact.Fact {
	docs := map[string][]fact.Fact{}
	at := map[[2]string]int{}
	for _, f := range facts {
		if f.ID == "" {
			f.ID = f.MakeID(false)
		}
		key := [2]string{f.Doc, f.ID}
		if i, told := at[key]; told {
			join(&docs[f.Doc][i], &f)
			continue
		}
		at[key] = len(docs[f.Doc])
		f.With = sorted(f.With)
		docs[f.Doc] = append(docs[f.Doc], f)
	}
	for _, list := range docs {
		slices.SortStableFunc(list, compare)
	}
	return docs
}

// join adds to a fact what another telling of it says besides.
func join(f, other *fact.Fact) {
	f.Place, f.By, f.Event = f.Place.Or(other.Place), f.By.Or(other.By), f.Event.Or(other.Event)
	f.Level, f.Amount = cmp.Or(f.Level, other.Level), cmp.Or(f.Amount, other.Amount)
	f.With = sorted(slices.Concat(f.With, other.With))
}

// sorted gives each once, by id.
func sorted(refs []entity.Ref) []entity.Ref {
	refs = slices.SortedFunc(slices.Values(refs), func(a, b entity.Ref) int { return strings.Compare(a.ID, b.ID) })
	return slices.CompactFunc(refs, func(a, b entity.Ref) bool { return a.ID == b.ID })
}

// document compares what one document says.
func (d *Diff) document(old, now []fact.Fact) {
	for _, alike := range []func(a, b *fact.Fact) bool{
		func(a, b *fact.Fact) bool { return a.ID == b.ID },
		sameParties,
	} {
		now = slices.DeleteFunc(slices.Clone(now), func(f fact.Fact) bool {
			i := slices.IndexFunc(old, func(o fact.Fact) bool { return alike(&o, &f) })
			if i < 0 {
				return false
			}
			if fields := fieldsOf(&old[i], &f); len(fields) > 0 {
				d.Changed = append(d.Changed, Change{old[i], f, fields})
			} else {
				d.Unchanged++
			}
			old = slices.Delete(slices.Clone(old), i, i+1)
			return true
		})
	}
	d.Added = append(d.Added, now...)
	d.Removed = append(d.Removed, old...)
}

// sameParties tells whether two facts are of one relation between the same two,
// either way round.
func sameParties(a, b *fact.Fact) bool {
	straight := a.Subject.ID == b.Subject.ID && a.Object.ID == b.Object.ID
	turned := a.Subject.ID == b.Object.ID && a.Object.ID == b.Subject.ID
	return a.Relation == b.Relation && (straight || turned)
}

// fieldsOf tells in what two facts of the same parties differ.
func fieldsOf(a, b *fact.Fact) []Field {
	var fields []Field
	differ := func(name, before, after, showBefore, showAfter string) {
		if before != after {
			fields = append(fields, Field{name, showBefore, showAfter})
		}
	}
	text := func(name, before, after string) { differ(name, before, after, before, after) }
	ref := func(name string, before, after entity.Ref) {
		differ(name, before.ID, after.ID, before.Name, after.Name)
	}
	if a.ID != b.ID && a.Status == b.Status && a.Date == b.Date { // turned, or of other offices
		ref("subject", a.Subject, b.Subject)
		ref("object", a.Object, b.Object)
	}
	text("status", string(a.Status), string(b.Status))
	text("date", a.Date, b.Date)
	ref("place", a.Place, b.Place)
	ref("by", a.By, b.By)
	ref("of", a.Of, b.Of)
	ref("to", a.To, b.To)
	with := func(f *fact.Fact) (ids, names string) {
		for _, w := range f.With {
			ids, names = ids+w.ID+"\n", names+", "+w.Name
		}
		return ids, strings.TrimPrefix(names, ", ")
	}
	before, showBefore := with(a)
	after, showAfter := with(b)
	differ("with", before, after, showBefore, showAfter)
	text("level", a.Level, b.Level)
	text("amount", a.Amount, b.Amount)
	ref("event", a.Event, b.Event)
	return fields
}
