package coref

import (
	"iter"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// A sentence is one of a document with its mentions.
type sentence struct {
	*roster
	tokens   []nlp.Token
	mentions []entity.Mention // of the document's, in order
	first    int              // the place of these among the document's
}

// sentences yields those in which something is mentioned.
func (r *roster) sentences() iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		for first := 0; first < len(r.Mentions); {
			last := first
			for last < len(r.Mentions) && r.Mentions[last].Sentence == r.Mentions[first].Sentence {
				last++
			}
			tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
			if !yield(sentence{r, tokens, r.Mentions[first:last], first}) {
				return
			}
			first = last
		}
	}
}

// wordAt tells whether a word is token k.
func (s *sentence) wordAt(k int, word string) bool {
	return k >= 0 && k < len(s.tokens) && strings.EqualFold(s.tokens[k].Form, word)
}

// before gives the person mentioned last before token k.
func (s *sentence) before(k int) int {
	found := nobody
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Tokens.Last > k {
			break
		}
		if s.isPerson(m) {
			found = m.Entities[0]
		}
	}
	return found
}

// after gives the person mentioned next after token k.
func (s *sentence) after(k int) int {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.Tokens.First > k && s.isPerson(m) {
			return m.Entities[0]
		}
	}
	return nobody
}

// isPerson tells whether a mention, which is not part of another, means one person.
func (s *sentence) isPerson(m *entity.Mention) bool {
	return !m.Inside && len(m.Entities) == 1 && s.Entities[m.Entities[0]].Type == entity.Person
}

// countryBefore gives the country named right before token k, and its token.
func (s *sentence) countryBefore(k int) (country entity.Ref, start int) {
	for i := range s.mentions {
		if m := &s.mentions[i]; names(m, entity.Country) && m.Tokens.Last > k-3 && m.Tokens.First <= k {
			country, start = s.Entities[m.Entities[0]].Ref, m.Tokens.First
		}
	}
	return country, start
}
