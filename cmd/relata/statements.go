package main

import "slices"

// A share is how much was found of statements, which are the required facts that the
// gold has from one passage: one counts by the share of its facts found, so that a
// list of twenty weighs no more than "A met B".
type share struct {
	Found float64 `json:"found"`
	Of    int     `json:"of"`
}

// recall is the found part of all.
func (s share) recall() float64 {
	if s.Of == 0 {
		return 0
	}
	return s.Found / float64(s.Of)
}

// A passage is where the gold of a document has facts from.
type passage struct{ doc, evidence string }

// statements counts the required facts of each passage, in the order of the gold.
type statements struct {
	counts []ratio
	at     map[passage]int
}

func (s *statements) add(p passage, hit bool) {
	if s.at == nil {
		s.at = map[passage]int{}
	}
	i, ok := s.at[p]
	if !ok {
		i = len(s.counts)
		s.at[p] = i
		s.counts = append(s.counts, ratio{})
	}
	s.counts[i].add(hit)
}

// sum adds up the statements.
func (s *statements) sum() share {
	total := share{Of: len(s.counts)}
	for _, count := range s.counts {
		total.Found += count.value()
	}
	return total
}

// byRelation are the statements of core relations, and of all.
type byRelation struct{ core, all statements }

func (b *byRelation) add(doc string, fact goldFact, hit bool) {
	p := passage{doc, foldSpace(fact.Evidence)}
	b.all.add(p, hit)
	if slices.Contains(coreRelations, fact.Relation) {
		b.core.add(p, hit)
	}
}
