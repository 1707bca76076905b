package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph/identity"
)

// A Document is a text that the graph was read from.
type Document struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"` // ISO 8601, as exact as known
	URL   string `json:"url,omitempty"`
}

// A record is what a store keeps of a document: all that the graph is made
// from, so that the graph can be made anew when documents come or change.
type record struct {
	Document  Document
	Entities  []entity.Entity
	Facts     []extract.Fact
	Symmetric []string // the symmetric ones among the relations of Facts
}

// A head is what is known of a document without its record.
type head struct {
	Origin      source.Origin
	Text        string // hash of all that was read, see hashOf
	Fingerprint string // of what read it, see Options
	Facts       int    // how many the record has
}

// newRecord checks what a document says and makes it fit for the graph.
func newRecord(r *extract.Result, symmetric map[string]bool) (*record, error) {
	if r == nil || r.Document == nil {
		return nil, errors.New("result without a document")
	}
	d := r.Document
	rec := &record{
		Document: Document{ID: cleanText(d.ID), Title: cleanText(d.Title), Date: cleanText(d.Date), URL: cleanText(d.URL)},
		Entities: slices.Clone(r.Entities),
		Facts:    slices.Clone(r.Facts),
	}
	if rec.Document.ID == "" {
		return nil, errors.New("document without an id")
	}
	for i := range rec.Entities {
		if err := cleanEntity(&rec.Entities[i]); err != nil {
			return nil, fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	for i := range rec.Facts {
		if err := rec.cleanFact(&rec.Facts[i]); err != nil {
			return nil, fmt.Errorf("document %s: fact %d: %w", d.ID, i, err)
		}
		if rel := rec.Facts[i].Relation; symmetric[rel] && !slices.Contains(rec.Symmetric, rel) {
			rec.Symmetric = append(rec.Symmetric, rel)
		}
	}
	slices.Sort(rec.Symmetric)
	return rec, nil
}

// told gives what records tell of who is who.
func told(records []*record) []identity.Document {
	docs := make([]identity.Document, len(records))
	for i, rec := range records {
		docs[i] = identity.Document{ID: rec.Document.ID, Entities: rec.Entities, Facts: rec.Facts}
	}
	return docs
}

func cleanEntity(e *entity.Entity) error {
	var err error
	if e.Ref, err = cleanRef(e.Ref); err != nil {
		return err
	}
	e.Aliases = slices.Clone(e.Aliases)
	for i, a := range e.Aliases {
		e.Aliases[i] = cleanText(a)
	}
	e.Aliases = slices.DeleteFunc(e.Aliases, func(a string) bool { return a == "" })
	e.Forms = slices.Clone(e.Forms)
	for i := range e.Forms {
		f := &e.Forms[i]
		f.Text, f.Why = cleanText(f.Text), cleanText(f.Why)
	}
	e.Offices = slices.Clone(e.Offices)
	for i := range e.Offices {
		o := &e.Offices[i]
		o.Title = cleanText(o.Title)
		if o.Span.Start < 0 || o.Span.End < o.Span.Start {
			o.Span = nlp.Span{}
		}
		if err := cleanRefs(&o.Of, &o.To); err != nil {
			return err
		}
	}
	if e.SameAs != "" && (e.SameAs[0] != 'Q' || strings.Trim(e.SameAs[1:], "0123456789") != "") {
		return fmt.Errorf("%s: sameAs is %q, want a Wikidata item such as Q881", e.ID, e.SameAs)
	}
	return cleanRefs(&e.Country)
}

// cleanRefs cleans references that may be missing.
func cleanRefs(refs ...*entity.Ref) error {
	for _, r := range refs {
		if *r == (entity.Ref{}) {
			continue
		}
		var err error
		if *r, err = cleanRef(*r); err != nil {
			return err
		}
	}
	return nil
}

func (rec *record) cleanFact(f *extract.Fact) error {
	f.Doc = rec.Document.ID
	if f.Relation == "" || escape(f.Relation) != f.Relation || strings.ContainsAny(f.Relation, ":/?#") {
		return fmt.Errorf("relation is %q, want a word", f.Relation)
	}
	var err error
	if f.Subject, err = cleanRef(f.Subject); err != nil {
		return fmt.Errorf("subject: %w", err)
	}
	if f.Object, err = cleanRef(f.Object); err != nil {
		return fmt.Errorf("object: %w", err)
	}
	if err := cleanRefs(&f.Place, &f.By, &f.Of, &f.To, &f.Event); err != nil {
		return err
	}
	f.With = slices.Clone(f.With)
	for i := range f.With {
		if f.With[i], err = cleanRef(f.With[i]); err != nil {
			return fmt.Errorf("with: %w", err)
		}
	}
	switch f.Status {
	case extract.Actual, extract.Planned, extract.Proposed, extract.Denied, extract.Conditional, extract.Former:
	default:
		return fmt.Errorf("unknown status %q", f.Status)
	}
	if f.Date != "" && dateForm(f.Date) == "" {
		return fmt.Errorf("date is %q, want YYYY, YYYY-MM or YYYY-MM-DD", f.Date)
	}
	if f.Evidence.Start < 0 || f.Evidence.End < f.Evidence.Start {
		return fmt.Errorf("evidence is [%d, %d)", f.Evidence.Start, f.Evidence.End)
	}
	f.Evidence.Text = strings.ToValidUTF8(f.Evidence.Text, "\uFFFD")
	f.Level, f.Amount, f.Rule = cleanText(f.Level), cleanText(f.Amount), cleanText(f.Rule)
	return nil
}
