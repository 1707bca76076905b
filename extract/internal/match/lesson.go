package match

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
)

// lessons tells of each two arguments of the predicates of a sentence.
func (e *engine) lessons(predicates []clause.Predicate) {
	for i := range predicates {
		p := &predicates[i]
		subjects, objects := e.sides(p)
		if len(subjects) == 0 {
			continue
		}
		d := e.describe(p)
		base := d.predicate()
		for _, subject := range subjects {
			s := d.argument("S", subject)
			for _, object := range objects {
				facts := e.candidates(p, subject, object)
				if len(facts) > 0 {
					e.opts.Lesson(Lesson{
						Token: p.Token, Lemma: p.Lemma, Subject: subject, Object: object,
						Features: slices.Concat(base, s, d.argument("O", object), d.both(subject, object)), Facts: facts,
					})
				}
			}
		}
	}
}

// candidates gives what a reader would state of two arguments, by relation.
func (e *engine) candidates(p *clause.Predicate, subject, object string) map[string][]fact.Fact {
	out := map[string][]fact.Fact{}
	for _, label := range e.opts.Reader.Weights.Labels() {
		c := Candidate{Match: e.learnedMatch(p, label.Name, subject, object)}
		if c.Rule == nil {
			continue
		}
		for _, t := range c.told() {
			out[label.Name] = append(out[label.Name], t.fact)
		}
	}
	return out
}
