package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/rules"
)

// A weighed pair of arguments, by their functions, at a predicate.
type weighed struct {
	at              *clause.Predicate
	subject, object string
	label           int
	score           float64
}

// learn states what the reader finds in the predicates of a sentence: the likeliest first,
// and nothing that the sentence was found to say in another way, by a rule or by what is
// likelier. said is how many facts were told before the sentence.
func (e *engine) learn(predicates []clause.Predicate, said int) {
	if len(predicates) == 0 {
		return
	}
	labels := e.opts.Reader.Weights.Labels()
	d := e.describe(predicates[0].Sentence)
	var found []weighed
	for i := range predicates {
		d.weigh(&predicates[i], func(subject, object string, s learned.Scores) {
			for k := range labels {
				if z := s.Of(k); z >= min(even, labels[k].Least) {
					found = append(found, weighed{&predicates[i], subject, object, k, z})
				}
			}
		})
	}
	slices.SortStableFunc(found, func(a, b weighed) int { return cmp.Compare(b.score, a.score) })
	taken := slices.Clone(e.records.Facts()[said:])
	for _, w := range found {
		label := labels[w.label]
		c := Candidate{Match: e.learnedMatch(w.at, label.Name, w.subject, w.object), Score: w.score, Least: label.Least}
		if c.Rule == nil {
			continue
		}
		subjects := c.Fill(&c.Rule.Subject, nil)
		if !c.together(subjects) {
			continue
		}
		pairs, others := c.told(subjects), len(taken)
		if len(pairs) > crowd {
			continue
		}
		for _, p := range pairs {
			if slices.ContainsFunc(taken[:others], func(f fact.Fact) bool { return retells(&p.fact, &f) }) {
				continue
			}
			taken = append(taken, p.fact)
			if w.score >= label.Least {
				e.records.State(p.fact, w.at, p.record)
				c.Told = true
			}
		}
		if e.opts.Weighed != nil && len(taken) > others {
			e.opts.Weighed(c)
		}
	}
}

// even is the score of what is as likely to hold as not: it is not stated, yet what is
// less likely is not stated either.
const even = 0

// crowd is how many facts of one candidate are too many to be meant.
const crowd = 100

// learnedMatch is the reader at work on a predicate, as a rule would be that asks for
// arguments of two functions; its rule is nil if the relation is not one with areas.
func (e *engine) learnedMatch(p *clause.Predicate, relation, subject, object string) Match {
	m := Match{Doc: e.doc, Predicate: p, program: e.program, records: e.records}
	if rel := e.program.Relation(relation); rel != nil && slices.Contains(rel.Object, string(entity.Area)) {
		m.Rule = &rules.Rule{
			Name: rules.LearnedRule, Pack: e.opts.Reader.Pack, Relation: relation,
			Subject: rules.Role{Is: []string{subject}, Type: rel.Subject, StandsFor: true, Owner: true},
			Object:  rules.Role{Is: []string{object}, Type: []string{string(entity.Area)}},
		}
	}
	return m
}

// told gives what a candidate would state of its subjects.
func (c *Candidate) told(subjects []Filler) []pair {
	if len(subjects) == 0 {
		return nil
	}
	objects := c.Fill(&c.Rule.Object, subjects)
	if len(objects) == 0 {
		return nil
	}
	f := c.about(subjects[0], objects[0])
	if f.Status == "" || slices.Contains(c.relation().Never, string(f.Status)) {
		return nil
	}
	return c.pairs(f, subjects, objects)
}

// together tells of a relation that holds of all who have part in a record of some kind
// whether the subject is told to have part in one: who speaks to nobody discusses nothing.
func (c *Candidate) together(subjects []Filler) bool {
	alone := true
	for _, kind := range c.program.Records {
		if !slices.Contains(kind.Shares, c.Rule.Relation) {
			continue
		}
		if alone = false; len(subjects) > 0 && subjects[0].Record != nil {
			return true
		}
		for i := range kind.Slots {
			if c.records.HasPart(kind.Name+"."+kind.Slots[i].Name, c.Predicate, true) {
				return true
			}
		}
	}
	return alone
}

// retells tells whether a fact says of its sentence what another says already: of the same
// area, agreement or event, whatever is done about it.
func retells(f, old *fact.Fact) bool {
	return f.Evidence.Start == old.Evidence.Start && described(old.Object.Type) &&
		record.SharesWord(strings.Fields(strings.ToLower(old.Object.Name)), f.Object.Name)
}

// described tells whether things of a type are known by words rather than by name.
func described(t entity.Type) bool {
	return t == entity.Area || t == entity.Agreement || t == entity.Event
}
