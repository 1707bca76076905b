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
	Subject  entity.Ref     `json:"subject"` // of a symmetric relation the one with the lesser id
	Object   entity.Ref     `json:"object"`
	Status   extract.Status `json:"status"`
	Date     string         `json:"date,omitempty"` // the most exact that a statement has
	Of       entity.Ref     `json:"of,omitzero"`
	To       entity.Ref     `json:"to,omitzero"`

	Statements []Statement `json:"statements"` // one a document, sorted by document; never empty
}

// A Statement is what one document says of a fact.
type Statement struct {
	Doc      string       `json:"doc"`
	Date     string       `json:"date,omitempty"` // the fact's, or less exact, or ""
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

// Place gives where it happened, by the first document that says so.
func (f *Fact) Place() entity.Ref {
	for _, s := range f.Statements {
		if s.Place.ID != "" {
			return s.Place
		}
	}
	return entity.Ref{}
}

// Involves tells whether the entity with an id has a part in f; who only reports it has none.
func (f *Fact) Involves(id string) bool {
	if f.Subject.ID == id || f.Object.ID == id || f.Of.ID == id || f.To.ID == id {
		return true
	}
	for _, s := range f.Statements {
		with := func(w entity.Ref) bool { return w.ID == id }
		if s.Place.ID == id || s.Event.ID == id || slices.ContainsFunc(s.With, with) {
			return true
		}
	}
	return false
}

// CompareDates orders dates as facts have them, exact or not, "" last.
func CompareDates(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b)
}
