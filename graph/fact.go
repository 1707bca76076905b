package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// A Fact is one statement about the world, with everybody who makes it.
type Fact struct {
	ID       string         `json:"id"` // "fact:7c1e…", from the fields down to To and Date
	Relation string         `json:"relation"`
	CAMEO    string         `json:"cameo,omitempty"`  // event code of the relation; "" if it has none
	PLOVER   string         `json:"plover,omitempty"` // event type of the relation; "" if it has none
	Subject  entity.Ref     `json:"subject"`
	Object   entity.Ref     `json:"object"`
	Status   extract.Status `json:"status"`
	Date     string         `json:"date,omitempty"` // the most exact that a statement has
	Of       entity.Ref     `json:"of,omitzero"`
	To       entity.Ref     `json:"to,omitzero"`

	// Symmetric tells that the relation holds both ways; the subject is then the
	// one with the lesser id.
	Symmetric bool `json:"symmetric,omitempty"`

	Statements []Statement `json:"statements"` // one a document, sorted by document; never empty
}

// A Statement is what one document says of a fact.
type Statement struct {
	Doc      string       `json:"doc"`
	Reported string       `json:"reported,omitempty"` // the document's date
	Date     string       `json:"date,omitempty"`     // the fact's, or less exact, or ""
	Place    entity.Ref   `json:"place,omitzero"`
	By       entity.Ref   `json:"by,omitzero"`
	With     []entity.Ref `json:"with,omitempty"` // sorted by id
	Level    string       `json:"level,omitempty"`
	Amount   string       `json:"amount,omitempty"`
	Event    entity.Ref   `json:"event,omitzero"`
	Evidence []Evidence   `json:"evidence"` // in text order; never empty
}

// Evidence is a sentence that says a fact.
type Evidence struct {
	extract.Evidence
	Rule string `json:"rule,omitempty"`
}

// ComparePosts puts, of two facts that tell offices of one person, the one by which readers
// know the person first: an office held before one once held, one of a country or body
// before one of nobody, the one that more documents tell, the one told last.
func ComparePosts(a, b *Fact) int {
	ofNobody := func(f *Fact) int {
		if f.Of.ID == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(
		strings.Compare(string(a.Status), string(b.Status)), // actual goes before former
		cmp.Compare(ofNobody(a), ofNobody(b)),
		cmp.Compare(len(b.Statements), len(a.Statements)),
		strings.Compare(b.lastTold(), a.lastTold()),
		strings.Compare(a.ID, b.ID))
}

// lastTold gives the last date at which a fact was true or reported, "" if none is known.
func (f *Fact) lastTold() string {
	last := f.Date
	for i := range f.Statements {
		last = max(last, f.Statements[i].Reported)
	}
	return last
}

// Place gives where it happened, by the first document that says so; a city goes
// before its country.
func (f *Fact) Place() entity.Ref {
	var place entity.Ref
	for _, s := range f.Statements {
		if place.ID == "" || isAround(place, s.Place) {
			place = s.Place
		}
	}
	return place
}

// Reported gives the first and the last date of the documents that say so, ""
// where none has a date.
func (f *Fact) Reported() (first, last string) {
	for _, s := range f.Statements {
		switch {
		case s.Reported == "":
		case first == "":
			first, last = s.Reported, s.Reported
		default:
			first, last = min(first, s.Reported), max(last, s.Reported)
		}
	}
	return first, last
}

// Reported gives the first and the last date of the documents that tell any of
// facts, "" where none has a date.
func Reported(facts []Fact) (first, last string) {
	for i := range facts {
		f, l := facts[i].Reported()
		if first == "" || f != "" && f < first {
			first = f
		}
		last = max(last, l)
	}
	return first, last
}

// When gives the date by which the fact is put in order: its own, else that of
// the first report.
func (f *Fact) When() string {
	first, _ := f.Reported()
	return cmp.Or(f.Date, first)
}

// Involves tells whether the entity with an id has a part in f; who only reports it has none.
func (f *Fact) Involves(id string) bool { return slices.Contains(f.involved(), id) }

// involved gives the ids of all that have a part in f, each once.
func (f *Fact) involved() []string {
	var ids []string
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, r := range []entity.Ref{f.Subject, f.Object, f.Of, f.To} {
		add(r.ID)
	}
	for _, s := range f.Statements {
		add(s.Place.ID)
		add(s.Event.ID)
		for _, w := range s.With {
			add(w.ID)
		}
	}
	return ids
}

// CompareDates orders dates as facts have them, exact or not, "" last.
func CompareDates(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b)
}
