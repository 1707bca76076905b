package match

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
)

// lessons tells of each two arguments of the predicates of a sentence.
func (e *engine) lessons(predicates []clause.Predicate) {
	if len(predicates) == 0 {
		return
	}
	d := e.describe(predicates[0].Sentence)
	around := d.around()
	for i := range predicates {
		p := &predicates[i]
		subjects, objects := e.sides(p)
		if len(subjects) == 0 {
			continue
		}
		base := d.predicate(p)
		for _, subject := range subjects {
			s := d.argument("S", subject)
			for _, object := range objects {
				facts := e.candidates(p, subject, object)
				if len(facts) > 0 {
					e.opts.Lesson(Lesson{slices.Concat(base, around, s, d.argument("O", object), d.both(subject, object)), facts})
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
		for _, t := range c.told(c.Fill(&c.Rule.Subject, nil)) {
			out[label.Name] = append(out[label.Name], t.fact)
		}
	}
	return out
}
