package record

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/rules"
)

// A Record is one thing that a document is about: some talks, a journey, an
// agreement.
type Record struct {
	Kind   *rules.Record
	Status fact.Status
	Filled [][]Filling // by slot of the kind, in the order told

	sentence int   // that told of it last
	again    int   // that spoke of it last, or of its people together
	spoken   int   // that told of it or spoke of it by its noun last
	shared   bool  // a fact of one is being stated of the others
	travels  bool  // it is a journey, which lasts
	facts    []int // what is told of it, in the ledger
	tellings []*telling
	of       []string // ids of those who have part in it, and of the countries they stand for
}

// A Filling is what fills a slot, and the sentence that told it first.
type Filling struct {
	Ref      entity.Ref
	Sentence int
}

// slot is the index of the slot that a function asks for, -1 if it asks for
// records of another kind.
func (rec *Record) slot(function string) int {
	kind, name, _ := rules.Asked(function)
	if kind != rec.Kind.Name {
		return -1
	}
	return slices.IndexFunc(rec.Kind.Slots, func(s rules.Slot) bool { return s.Name == name })
}

// Awaited tells whether all is known of the record, which is still to come.
func (rec *Record) Awaited() bool {
	return rec.Status == fact.Planned && !slices.ContainsFunc(rec.Filled, func(f []Filling) bool { return len(f) == 0 })
}

// isNear tells whether a sentence comes soon after the one that spoke of the record
// last.
func (rec *Record) isNear(sentence int) bool {
	const near = 3 // sentences
	return sentence-rec.again <= near
}

// told gives what fills a slot, as far as a sentence may mean it.
func (rec *Record) told(slot, sentence int) []entity.Ref {
	if within := rec.Kind.Within; within > 0 && sentence-rec.sentence > within {
		return nil
	}
	var out []entity.Ref
	for _, f := range rec.Filled[slot] {
		out = append(out, f.Ref)
	}
	kind := &rec.Kind.Slots[slot]
	isPerson := func(ref entity.Ref) bool { return ref.Type == entity.Person }
	if kind.Type[0] == string(entity.Person) && !slices.ContainsFunc(out, isPerson) {
		return nil // where people come first, a body alone does not tell who sat with it
	}
	if kind.Alone && len(out) > 1 || kind.Several && len(out) == 1 {
		return nil
	}
	return out
}

// isKnown tells whether any slot says enough for a sentence to mean it.
func (rec *Record) isKnown(sentence int) bool {
	for slot := range rec.Filled {
		if len(rec.told(slot, sentence)) > 0 {
			return true
		}
	}
	return false
}

// Date is when a record was, the most exact of what is told; "" if nothing is.
func (rec *Record) Date() string {
	date := ""
	for _, t := range rec.tellings {
		if len(t.date) > len(date) {
			date = t.date
		}
	}
	return date
}

// Place is where a record was, the first that is told; zero if none is.
func (rec *Record) Place() entity.Ref {
	for _, t := range rec.tellings {
		if t.own && t.place.ID != "" {
			return t.place
		}
	}
	return entity.Ref{}
}

func (rec *Record) has(slot int, ref entity.Ref) bool {
	return slices.ContainsFunc(rec.Filled[slot], func(f Filling) bool { return f.Ref.ID == ref.ID })
}

// Since gives the sentence that told first of somebody's part in a record, -1 if none did.
func (rec *Record) Since(who entity.Ref) int {
	since := -1
	if rec == nil {
		return since
	}
	for _, slot := range rec.Filled {
		for _, f := range slot {
			if f.Ref.ID == who.ID && (since < 0 || f.Sentence < since) {
				since = f.Sentence
			}
		}
	}
	return since
}

// fill puts an entity, and of a person the country where it may stand for it, into
// the slots that take it. side is which of a fact's it is, "" if it is told by none.
func (rec *Record) fill(e, country entity.Ref, sentence int, side string) {
	for i := range rec.Kind.Slots {
		slot := &rec.Kind.Slots[i]
		if slot.Side != "" && slot.Side != side {
			continue
		}
		for _, ref := range [...]entity.Ref{e, country} {
			takes := ref.ID != "" && slices.Contains(slot.Type, string(ref.Type)) && (ref == e || slot.StandsFor)
			if takes && !rec.has(i, ref) {
				rec.Filled[i] = append(rec.Filled[i], Filling{ref, sentence})
			}
		}
	}
}

// named gives the agreement or event that a record is of, if any, and the sentence
// that told it first.
func (rec *Record) named() (name entity.Ref, sentence int) {
	for _, filled := range rec.Filled {
		if len(filled) > 0 && isName(filled[0].Ref) {
			return filled[0].Ref, filled[0].Sentence
		}
	}
	return entity.Ref{}, 0
}

// isName tells whether something is what records are known by, so that two of one
// kind that differ in it are two.
func isName(ref entity.Ref) bool { return ref.Type == entity.Agreement || ref.Type == entity.Event }
