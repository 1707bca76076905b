package record

import (
	"slices"
	"time"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/world"
)

// noteSpeech keeps who a sentence says spoke on which day.
func (r *Records) noteSpeech(sentence int) {
	today := r.doc.Date(sentence)
	said, ok := clause.Spoken(r.doc.Document, sentence, r.doc.MentionsIn(sentence), today)
	if !ok || !r.doc.IsNear(said.Date) || today != "" && said.Date > today {
		return
	}
	s := speech{date: said.Date, back: said.Back, told: r.doc.Sentence(sentence).Start}
	if said.Speaker >= 0 {
		s.of = r.doc.Standing(r.doc.Mentioned(said.Speaker))
	}
	r.speeches = append(r.speeches, s)
}

// isUndated tells whether a fact without a date is what its subject says when speaking:
// "urged Kenya to open the border".
func isUndated(rel *program.Relation, f *fact.Fact) bool {
	return rel.Said && f.Date == "" && f.Status == fact.Actual
}

// isSaidBy tells whether a speech is that of the subject of a fact, or of somebody of the
// subject's who says it.
func (s *speech) isSaidBy(f *fact.Fact) bool {
	if len(s.of) == 0 || !slices.Contains(s.of, f.Subject.ID) {
		return false
	}
	return f.By.ID == "" && s.of[0] == f.Subject.ID || s.of[0] == f.By.ID
}

// isFormerly tells whether an adverb says that something was before the rest: "previously".
func isFormerly(word string) bool { return world.IncumbentAdverb.Value(word) == "former" }

// settleSpeech gives what somebody says the day on which he is last told to have spoken.
func (r *Records) settleSpeech(rel *program.Relation, f *fact.Fact, now scene) {
	if !isUndated(rel, f) || now.p == nil || now.p.Kind != clause.Verb || r.looksBack(now.p) ||
		slices.ContainsFunc(now.p.Words, isFormerly) {
		return
	}
	for _, s := range slices.Backward(r.speeches) {
		if s.isSaidBy(f) && (len(s.date) == len(time.DateOnly) || s.told == f.Evidence.Start) {
			f.Date = s.date
			return
		}
	}
}

// dateSpeeches gives what somebody says the day that is told only after it: "called for talks.
// He made the remarks on Monday", and at the head of a text "has called for talks. ... he said on Monday".
func (r *Records) dateSpeeches() {
	const (
		after = 2 // sentences
		leads = 2
	)
	for i := range r.ledger.facts {
		f := &r.ledger.facts[i]
		if !isUndated(r.program.Relation(f.Relation), f) {
			continue
		}
		told := r.sentenceOf(f)
		for _, s := range r.speeches {
			if s.told <= f.Evidence.Start {
				continue
			}
			at := r.sentenceAt(s.told)
			if at-told > after {
				break
			}
			if s.isSaidBy(f) && (s.back || told < leads) || s.back && len(s.of) == 0 && at == told+1 {
				f.Date = s.date
				break
			}
		}
	}
}
