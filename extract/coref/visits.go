package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// reception reads which country receives whom where token k tells it.
func (s *sentence) reception(k int) {
	switch w := strings.ToLower(s.tokens[k].Form); {
	case world.VisitForm.Has(w):
		s.visit(k)
	case world.CredentialNoun.Has(w):
		s.credentials(k)
	case w == "invitation" && s.wordAt(k+1, "of"):
		s.invitation(k)
	}
}

// visit reads "was in Chile for a visit to strengthen ties between Kenya and
// Chile" and "visit to Chile, where she was received by President B", with the
// visit at token k.
func (s *sentence) visit(k int) {
	visitor, target := s.visitor(k)
	if target < 0 {
		return
	}
	at := s.mentions[target].Entities[0]
	for i := target + 1; i < len(s.mentions); i++ {
		m := &s.mentions[i]
		if m.Inside || len(m.Entities) != 1 {
			continue
		}
		if names(m, entity.Country) && i+1 < len(s.mentions) && visitor != nil {
			if other := &s.mentions[i+1]; s.between(m, other) {
				switch at {
				case m.Entities[0]:
					s.settle(visitor, s.Entities[other.Entities[0]].Ref, world.HeadRank, world.StateRank)
				case other.Entities[0]:
					s.settle(visitor, s.Entities[m.Entities[0]].Ref, world.HeadRank, world.StateRank)
				}
			}
		}
		if first := m.Tokens.First; names(m, entity.Person) && first > 1 && s.wordAt(first-1, "by") &&
			world.HostVerbForm.Has(strings.ToLower(s.tokens[first-2].Form)) {
			s.settle(m, s.Entities[at].Ref, world.HeadRank, world.StateRank)
		}
	}
}

// visitor gives the first person named before the visit at token k, nil if there
// is none, and the mention of the country that is visited, -1 if there is none.
func (s *sentence) visitor(k int) (visitor *entity.Mention, target int) {
	target = -1
	for i := range s.mentions {
		m := &s.mentions[i]
		switch {
		case names(m, entity.Person) && !m.Inside && visitor == nil && m.Tokens.Last <= k:
			visitor = m
		case names(m, entity.Country) && !m.Adjective && target < 0:
			switch l := strings.ToLower(s.tokens[max(m.Tokens.First-1, 0)].Form); {
			case l == "to" && m.Tokens.First > k, l == "in" && m.Tokens.First < k, strings.HasPrefix(l, "visit"):
				target = i
			}
		}
	}
	return visitor, target
}

// between tells whether two countries stand in "ties between Kenya and Chile".
func (s *sentence) between(a, b *entity.Mention) bool {
	return names(b, entity.Country) && a.Entities[0] != b.Entities[0] &&
		s.tokens[max(a.Tokens.First-1, 0)].Form == "between" && listed(s.tokens[a.Tokens.Last:b.Tokens.First])
}

// credentials gives who receives those of an ambassador, at token k, the country
// that he is sent to.
func (s *sentence) credentials(k int) {
	var to entity.Ref
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Type != entity.Person || m.Inside {
			continue
		}
		for _, o := range m.Offices {
			if m.Tokens.First < k && o.To.Type == entity.Country {
				to = o.To
			}
		}
		if m.Tokens.First > k && names(m, entity.Person) && to.ID != "" {
			s.settle(m, to, world.HeadRank, world.StateRank)
			return
		}
	}
}

// invitation reads "visit to Peru at the invitation of President A", with the
// invitation at token k.
func (s *sentence) invitation(k int) {
	var country entity.Ref
	for i := range s.mentions {
		m := &s.mentions[i]
		switch first := m.Tokens.First; {
		case m.Tokens.Last <= k && names(m, entity.Country) && !m.Adjective && !m.Inside:
			if anyWord(s.tokens[max(0, first-4):first], world.VisitNounForm) {
				country = s.Entities[m.Entities[0]].Ref
			}
		case first > k && m.Kind == entity.Named && m.Type == entity.Person && !m.Inside:
			if country.ID != "" && len(m.Entities) == 1 && first <= k+4 {
				s.settle(m, country, world.HeadRank, world.StateRank)
			}
			return
		}
	}
}

// journeys notes to which countries the text tells that people go: they are not those
// of officials who do.
func (r *roster) journeys() {
	for s := range r.sentences() {
		for k := range s.tokens {
			t := &s.tokens[k]
			form := strings.ToLower(t.Form)
			if !world.VisitForm.Has(form) && !world.GuestVerbForm.Has(form) && !(t.UPOS == "VERB" && world.MotionVerb.Has(t.Lemma) && !world.ReturnVerb.Has(t.Lemma)) {
				continue
			}
			if visitor, country := s.journey(k); visitor >= 0 && country >= 0 {
				p := &r.profiles[visitor]
				p.guestOf = append(p.guestOf, r.Entities[country].ID)
			}
		}
	}
}

// journey gives the only person named before a journey at token k and the country to
// which it leads, nobody where they are not told.
func (s *sentence) journey(k int) (visitor, country int) {
	visitor, country = nobody, nobody
	for i := range s.mentions {
		m := &s.mentions[i]
		switch {
		case visitor == nobody && m.Kind == entity.Pronoun && m.Tokens.Last <= k && s.tokens[m.Tokens.First].Form == "I" &&
			!s.quoted[s.first+i]:
			visitor = s.Author // "I will visit Peru"
		case m.Inside || len(m.Entities) != 1:
		case names(m, entity.Person) && m.Tokens.Last <= k:
			if visitor != nobody && visitor != m.Entities[0] {
				return nobody, nobody
			}
			visitor = m.Entities[0]
		case names(m, entity.Country) && !m.Adjective && m.Tokens.First > k && country == nobody:
			before := strings.ToLower(s.tokens[m.Tokens.First-1].Form)
			if m.Tokens.First == k+1 || m.Tokens.First < k+5 && (before == "to" || before == "in") ||
				m.Tokens.First == k+2 && before == "the" {
				country = m.Entities[0]
			}
		}
	}
	return visitor, country
}
