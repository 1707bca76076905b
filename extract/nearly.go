package extract

import (
	"slices"

	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/reading"
)

// misses gathers the rules that started and stated nothing.
type misses struct {
	attempts map[int][]attempt // by sentence
	stated   map[int]bool      // sentences of which a rule told a fact
}

func newMisses() *misses { return &misses{attempts: map[int][]attempt{}, stated: map[int]bool{}} }

func (n *misses) note(m match.Match, o match.Outcome) {
	s := m.Predicate.Sentence
	switch {
	case n.stated[s], o.Verdict == match.Same && m.Rule.Object.Across: // who is at home is no near miss
	case o.Verdict == match.Stated:
		n.stated[s] = true
	default:
		n.attempts[s] = append(n.attempts[s], attemptOf(&m))
	}
}

// weighed notes what the reader stated.
func (n *misses) weighed(c match.Candidate) {
	if c.Told {
		n.stated[c.Predicate.Sentence] = true
	}
}

// nearly gives the sentences of a document in which rules started and none stated a fact, in
// text order. Offices that names carry do not count: most sentences have such.
func (n *misses) nearly(doc *reading.Document) []fact.Nearly {
	var out []fact.Nearly
	for i := range doc.NLP.Sentences {
		attempts := n.attempts[i]
		s := doc.Sentence(i)
		if len(attempts) == 0 || n.stated[i] {
			continue
		}
		sortAttempts(attempts)
		best := &attempts[0]
		near := fact.Nearly{
			Doc: doc.Source.ID, Rule: best.name(), Relation: best.rule.Relation, Word: best.word, Lacks: best.lacks(),
			Evidence: fact.Evidence{Start: s.Start, End: s.End, Text: doc.Source.Text[s.Start:s.End]},
		}
		for k := range attempts {
			if name := attempts[k].name(); name != near.Rule && !slices.Contains(near.Also, name) {
				near.Also = append(near.Also, name)
			}
		}
		out = append(out, near)
	}
	return out
}
