package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// besides gives an official the country that he is named beside, "thanked Peru
// and President Soto", or that of the greater one whom somebody meets together
// with him: "met Peruvian President Soto and Trade Minister Rey", "met President
// Soto and Trade Minister Rey of Peru".
func (s *sentence) besides() {
	before, previous := -1, -1 // what a preposition or verb has as its object; what is mentioned last
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Inside {
			continue
		}
		p := previous
		previous = i
		if len(m.Entities) != 1 || m.Kind != entity.Named {
			continue
		}
		if before >= 0 && m.Type == entity.Person && s.beside(before, i) {
			s.share(&s.mentions[before], m)
		}
		if p >= 0 && m.Type == entity.Person {
			s.introduced(&s.mentions[p], m)
		}
		if p >= 0 && m.Type == entity.Person && s.owned(&s.mentions[p]) && s.linked(&s.mentions[p], m) && !s.alike(&s.mentions[p], m) {
			s.share(&s.mentions[p], m)
		}
		before = -1
		if s.isObject(m) {
			before = i
		}
	}
}

// beside tells whether a person, mention b, is named beside mention a.
func (s *sentence) beside(a, b int) bool {
	x, y := &s.mentions[a], &s.mentions[b]
	return y.Tokens.First > x.Tokens.Last && (s.joint(x, y) || s.enumerated(a, b))
}

// share gives one of two who are named beside each other the country of the other.
func (s *sentence) share(a, b *entity.Mention) {
	switch first := &s.Entities[a.Entities[0]]; {
	case slices.ContainsFunc(s.profiles[a.Entities[0]].titles, headsMission): // who is met with those of the country
	case a.Type == entity.Country:
		s.settle(b, first.Ref, world.HeadRank, world.StateRank)
	case first.Country.ID != "":
		s.settle(b, first.Country, world.StateRank)
	case !s.heads(b.Entities[0]):
		s.settle(a, s.Entities[b.Entities[0]].Country, world.HeadRank)
	}
}

// isObject tells whether a person or country stands behind a preposition or verb.
func (s *sentence) isObject(m *entity.Mention) bool {
	k := m.Tokens.First
	if k == 0 || m.Type != entity.Person && (m.Type != entity.Country || m.Adjective) {
		return false
	}
	tag := s.tokens[k-1].UPOS
	return tag == "VERB" || tag == "ADP" && !s.wordAt(k-1, "between")
}

// enumerated tells whether mentions a and b of people begin a list, of which the
// next one is the end: "President Soto, Trade Minister Rey and Speaker Luna".
func (s *sentence) enumerated(a, b int) bool {
	x, y := &s.mentions[a], &s.mentions[b]
	if x.Type != entity.Person || y.Tokens.First != x.Tokens.Last+1 || s.tokens[x.Tokens.Last].Form != "," {
		return false
	}
	for i := b + 1; i < len(s.mentions); i++ {
		z := &s.mentions[i]
		if z.Kind == entity.Named && z.Type == entity.Person && !z.Inside && z.Tokens.First >= y.Tokens.Last {
			return s.joint(y, z)
		}
	}
	return false
}

// joint tells whether no more than "and" joins two mentions, and no new clause begins
// with the second.
func (s *sentence) joint(a, b *entity.Mention) bool {
	if k := b.Tokens.Last; k < len(s.tokens) && (s.tokens[k].UPOS == "VERB" || s.tokens[k].UPOS == "AUX") {
		return false
	}
	return s.linked(a, b)
}

// owned tells whether a person is called an official by the possessor of the office, which
// may own what comes after "and", too: "Peru's Trade Minister Rey and Speaker Luna".
func (s *sentence) owned(m *entity.Mention) bool {
	return m.Type == entity.Person && len(m.Entities) == 1 && m.Kind == entity.Named &&
		slices.ContainsFunc(s.tokens[m.Tokens.First:m.Head], func(t nlp.Token) bool { return world.Genitive.Has(strings.ToLower(t.Form)) })
}

// alike tells whether two people have one office, as those of two countries do.
func (s *sentence) alike(a, b *entity.Mention) bool {
	return slices.ContainsFunc(s.profiles[a.Entities[0]].national, func(t title) bool {
		return slices.Contains(s.profiles[b.Entities[0]].national, t)
	})
}

// linked tells whether no more than "and" stands between two mentions.
func (s *sentence) linked(a, b *entity.Mention) bool {
	and := false
	if b.Tokens.First < a.Tokens.Last {
		return false
	}
	for _, t := range s.tokens[a.Tokens.Last:b.Tokens.First] {
		switch l := strings.ToLower(t.Form); {
		case l == "and":
			and = true
		case l != "," && l != "with" && t.UPOS != "ADV":
			return false
		}
	}
	return and
}

// introduced gives an official the country that tells right before of him or of
// what he does: "her Mexican counterpart, Foreign Secretary Rey", "the Kremlin
// said President Orlov".
func (s *sentence) introduced(a, b *entity.Mention) {
	if b.Tokens.First <= a.Tokens.Last {
		return
	}
	between := s.tokens[a.Tokens.Last:b.Tokens.First]
	switch {
	case len(between) == 1 && between[0].Form == "," && isCalling(a):
		if c := a.Offices[0].Of; c.Type == entity.Country {
			s.settle(b, c, world.HeadRank, world.StateRank)
		}
	case names(a, entity.Country) && !a.Adjective && quotes(between):
		s.settle(b, s.Entities[a.Entities[0]].Ref, world.HeadRank, world.StateRank)
	}
}

// isCalling tells whether a mention says what somebody is without its being an
// office: "her Mexican counterpart".
func isCalling(m *entity.Mention) bool {
	return m.Kind == entity.Nominal && m.Type == entity.Person &&
		len(m.Offices) == 1 && m.Offices[0].Status == entity.Calling
}

// quotes tells whether tokens say no more than that somebody is quoted: "said that".
func quotes(tokens []nlp.Token) bool {
	return (len(tokens) == 1 || len(tokens) == 2 && strings.EqualFold(tokens[1].Form, "that")) &&
		world.QuotingVerbForm.Has(strings.ToLower(tokens[0].Form))
}
