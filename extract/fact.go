package extract

import (
	"iter"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
)

// A Status tells how real a fact is according to its document.
type Status string

// The statuses of facts.
const (
	Actual      Status = "actual"
	Planned     Status = "planned"
	Proposed    Status = "proposed"
	Denied      Status = "denied"
	Conditional Status = "conditional"
	Former      Status = "former"
)

// Evidence is the sentence that says a fact: bytes [Start, End) of the
// document's text.
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// A Fact is one statement that a document makes. Its JSON is one line of a
// facts file.
type Fact struct {
	Doc      string       `json:"doc"` // source.Document.ID
	Relation string       `json:"relation"`
	Subject  entity.Ref   `json:"subject"`
	Object   entity.Ref   `json:"object"`
	Date     string       `json:"date,omitempty"` // ISO 8601, as exact as the text: "2025-06-06", "2025-04", "2023"
	Place    entity.Ref   `json:"place,omitzero"`
	Status   Status       `json:"status"`
	By       entity.Ref   `json:"by,omitzero"` // who says so
	Of       entity.Ref   `json:"of,omitzero"` // whose office
	To       entity.Ref   `json:"to,omitzero"`
	With     []entity.Ref `json:"with,omitempty"`
	Level    string       `json:"level,omitempty"`
	Amount   string       `json:"amount,omitempty"`
	Event    entity.Ref   `json:"event,omitzero"` // the occasion
	Evidence Evidence     `json:"evidence"`
	Rule     string       `json:"rule"` // "diplomacy.met-talks"
}

// Refs gives all references of f that are set, to be read or changed in place.
func (f *Fact) Refs() iter.Seq[*entity.Ref] {
	return func(yield func(*entity.Ref) bool) {
		for _, r := range []*entity.Ref{&f.Subject, &f.Object, &f.Place, &f.By, &f.Of, &f.To, &f.Event} {
			if r.ID != "" && !yield(r) {
				return
			}
		}
		for i := range f.With {
			if !yield(&f.With[i]) {
				return
			}
		}
	}
}

// A Result is what one document yields: its entities and the facts that use
// them, both in text order.
type Result struct {
	Document *source.Document
	Entities []entity.Entity
	Facts    []Fact
}
