package record

import (
	"slices"
	"time"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/world"
)

// isBackground tells whether the clause at hand tells what is no occasion for
// what comes: as past already, unless somebody "has arrived", or as the time of
// something else.
func (r *Records) isBackground(rel *program.Relation, now scene) bool {
	if now.p == nil {
		return false
	}
	return now.p.When && !r.isNews(now.p) || r.looksBack(now.p) && !(rel.Tie == journey && world.ArrivalVerb.Has(now.p.Lemma))
}

// isNews tells whether a clause tells what happened on a day of the document's week: "urged
// restraint when he met her in Lima on Monday".
func (r *Records) isNews(p *clause.Predicate) bool {
	const week = 7 * 24 * time.Hour
	day, err := time.Parse(time.DateOnly, p.Date)
	today, err2 := time.Parse(time.DateOnly, r.doc.Date(p.Sentence))
	return err == nil && err2 == nil && p.Status == string(fact.Actual) && today.Sub(day).Abs() <= week
}

// looksBack tells whether a clause speaks of what was before the rest happens: "has
// met her in Lima". Where nothing else is told before, "has met" is the news.
func (r *Records) looksBack(p *clause.Predicate) bool {
	if p == nil || !p.Perfect {
		return false
	}
	start := r.doc.Sentence(p.Sentence).Start
	return !p.Recent || slices.ContainsFunc(r.told, func(o *telling) bool {
		return o.told < start && !r.isHeadline(o.told)
	})
}

// isHeadline tells whether the sentence that starts at a byte is one of the first and has no stop.
func (r *Records) isHeadline(start int) bool { return slices.Contains(r.headlines, start) }

// findHeadlines notes where those of the document start.
func (r *Records) findHeadlines() {
	const leads = 3 // sentences
	first := r.doc.NLP.Sentences[:min(leads, len(r.doc.NLP.Sentences))]
	for i := range first {
		if s := &first[i]; s.Tokens[len(s.Tokens)-1].UPOS != "PUNCT" {
			r.headlines = append(r.headlines, s.Start)
		}
	}
}
