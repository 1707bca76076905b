package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
)

// Finish gives facts what has been told only after them. It is for the end of the
// document.
func (r *Records) Finish() {
	r.joinHeadlines()
	r.carryBack()
	r.dateHeadlines()
	r.dateSpeeches()
}

// carryBack gives facts of records and events the date and place that later sentences
// have told.
func (r *Records) carryBack() {
	for i := range r.ledger.facts {
		if f := &r.ledger.facts[i]; f.Object.Type == entity.Event {
			r.atEvent(f)
		}
	}
	for _, rec := range r.records {
		for _, i := range rec.facts {
			f := &r.ledger.facts[i]
			rel := r.program.Relation(f.Relation)
			toCome := f.Status == fact.Planned && rel.Tie != outcome && rec.Date() >= r.doc.Source.Date
			if f.Status == fact.Actual || toCome {
				rec.settle(rel, f, scene{})
			}
		}
	}
}

// joinHeadlines gives what a headline tells of countries the date of the sentence
// that tells the same of those who act for them: "Kenya, Peru sign trade pact"
// and "Ministers Kimani and Quiroga signed the pact on Monday".
func (r *Records) joinHeadlines() {
	facts := r.ledger.facts
	for i := range facts {
		f := &facts[i]
		if f.Date != "" || f.Status != fact.Actual || r.program.Relation(f.Relation).Tie != outcome ||
			!r.isHeadline(f.Evidence.Start) {
			continue
		}
		words := strings.Fields(strings.ToLower(f.Object.Name))
		ids := r.doc.Standing(f.Subject)
		same := func(g fact.Fact) bool {
			return g.Relation == f.Relation && g.Status == fact.Actual && g.Date != "" && r.doc.IsNear(g.Date) &&
				SharesWord(words, g.Object.Name) &&
				slices.ContainsFunc(r.doc.Standing(g.Subject), func(id string) bool { return slices.Contains(ids, id) })
		}
		if k := slices.IndexFunc(facts[i:], same); k >= 0 {
			f.Date = facts[i+k].Date
		}
	}
}

// dateHeadlines gives what a headline tells of talks when and where the first talks
// of its subject were that the text tells.
func (r *Records) dateHeadlines() {
	for i := range r.ledger.facts {
		f := &r.ledger.facts[i]
		rel := r.program.Relation(f.Relation)
		if f.Date != "" || f.Status != fact.Actual || rel.Tie != part && rel.Tie != outcome ||
			f.Object.Type == entity.Event || !r.isHeadline(f.Evidence.Start) {
			continue
		}
		for k := range r.ledger.facts {
			g := &r.ledger.facts[k]
			if g.Status == fact.Actual && isTalks(r.program.Relation(g.Relation)) && r.doc.IsNear(g.Date) &&
				(g.Subject.ID == f.Subject.ID || g.Object.ID == f.Subject.ID) {
				f.Date = g.Date
				if rel.Tie != outcome {
					f.Place = f.Place.Or(g.Place)
				}
				break
			}
		}
	}
}

// SharesWord tells whether a name has one of some words, a small one aside.
func SharesWord(words []string, name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool {
		return len(w) > 3 && slices.Contains(words, w)
	})
}
