// Package fact is what comes out of a document: its entities and facts, how real
// the facts are and which sentence says so. It knows nothing of how they are found,
// nor which relations there are; those are of a rule pack.
package fact

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"

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
	Rule     string       `json:"rule"`             // "diplomacy.met-talks"
	CAMEO    string       `json:"cameo,omitempty"`  // event code of the relation, "040", "05x"; "" if it has none
	PLOVER   string       `json:"plover,omitempty"` // event type of the relation, "CONSULT"; "" if it has none
	ID       string       `json:"id,omitempty"`     // see MakeID; the same wherever in the text it is told
}

// MakeID gives the id that the fact has by what it says, relation, subject, object,
// status, date, of and to, wherever and by whatever rule it is told:
// "fact:7c1e0a…". In a symmetric relation subject and object are the same either
// way round.
func (f *Fact) MakeID(symmetric bool) string {
	subject, object := f.Subject.ID, f.Object.ID
	if symmetric && object < subject {
		subject, object = object, subject
	}
	h := sha256.New()
	for _, s := range []string{f.Relation, subject, object, string(f.Status), f.Date, f.Of.ID, f.To.ID} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return "fact:" + hex.EncodeToString(h.Sum(nil)[:8])
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

// String is the fact in the notation of examples: "Lan met Sato | date=2024-11-16 place=Lima".
func (f *Fact) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", f.Subject.Name, f.Relation, f.Object.Name)
	sep := " | "
	for _, q := range qualifierNames {
		if v := f.Qualifier(q); v != "" {
			if strings.ContainsRune(v, ' ') {
				v = `"` + v + `"`
			}
			b.WriteString(sep + q + "=" + v)
			sep = " "
		}
	}
	return b.String()
}

// qualifierNames are in the order in which a fact is written.
var qualifierNames = []string{"date", "place", "status", "by", "of", "to", "with", "level", "amount", "event"}

// Qualifier is the value of a qualifier as an example writes it, "" if the fact
// has none or there is none of that name; the status is left out where it is
// Actual.
func (f *Fact) Qualifier(name string) string {
	switch name {
	case "date":
		return f.Date
	case "place":
		return f.Place.Name
	case "status":
		if f.Status == Actual {
			return ""
		}
		return string(f.Status)
	case "by":
		return f.By.Name
	case "of":
		return f.Of.Name
	case "to":
		return f.To.Name
	case "with":
		names := make([]string, len(f.With))
		for i := range f.With {
			names[i] = f.With[i].Name
		}
		return strings.Join(names, ", ")
	case "level":
		return f.Level
	case "amount":
		return f.Amount
	case "event":
		return f.Event.Name
	}
	return ""
}

// A Nearly is a sentence in which rules started and none stated a fact, for those who write
// rules. Its JSON is one line of a nearly file.
type Nearly struct {
	Doc      string   `json:"doc"`
	Rule     string   `json:"rule"` // that came closest: "diplomacy.meet-verb"
	Relation string   `json:"relation"`
	Word     string   `json:"word"`           // that started it
	Lacks    []string `json:"lacks"`          // a part of the rule each: "object: wants a Person as object; ..."
	Also     []string `json:"also,omitempty"` // other rules that started
	Evidence Evidence `json:"evidence"`
}

// A Result is what one document yields: its entities and the facts that use
// them, both in text order.
type Result struct {
	Document *source.Document
	Entities []entity.Entity
	Facts    []Fact
	Nearly   []Nearly // in text order; nil unless the extractor was asked for them
	Err      error    // a fault of the program at this document, which then yields nothing; see extract.ErrFault
}
