package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// retinues gives officials whose country is not told that of those with whom
// the text puts them: who accompanies a president, leads a country's
// delegation, or invites a guest to a country, is of that country.
func (r *roster) retinues() {
	for s := range r.sentences() {
		s.besides()
		for k := range s.tokens {
			s.retinue(k)
			s.reception(k)
		}
	}
}

// retinue reads who comes with whom where token k tells it.
func (s *sentence) retinue(k int) {
	switch w := strings.ToLower(s.tokens[k].Form); {
	case world.EscortParticiple.Has(w):
		if by := wordAfter(s.tokens[k+1:], "by", 6); by >= 0 {
			s.follow(s.countryOfPerson(s.before(k)), k+1+by)
		}
	case w == "representing", w == "behalf" && s.wordAt(k+1, "of"):
		s.represented(k)
		if be := slices.IndexFunc(s.tokens, func(t nlp.Token) bool { return world.FiniteBeForm.Has(strings.ToLower(t.Form)) }); k < 3 && be > k {
			country, _ := s.countryBefore(be) // "Representing Peru were Delgado and Soto"
			s.follow(country, be)
		}
	case w == "represented" && s.wordAt(k+1, "by"):
		country, _ := s.countryBefore(k)
		s.follow(country, k+1)
	case w == "from", w == "on":
		s.fromSide(k)
	case world.TravelVerbForm.Has(w) && s.wordAt(k+1, "with"):
		s.companion(k)
	case w == "accompanying" && k == 0:
		for be := range world.FiniteBeForm.All() {
			if at := wordAfter(s.tokens[k+1:], be, 10); at >= 0 {
				s.follow(s.countryOfPerson(s.after(k)), k+1+at)
			}
		}
	case world.RetinueNoun.Has(w):
		for at, has := range s.tokens[k+1 : min(k+6, len(s.tokens))] {
			if strings.HasPrefix(has.Lemma, "includ") || strings.HasPrefix(has.Lemma, "compris") {
				of := s.countryOfPerson(s.before(k))
				if of.ID == "" {
					of, _ = s.countryBefore(k)
				}
				s.follow(of, k+1+at)
			}
		}
		s.delegation(k)
	}
}

// represented gives an official named behind a country, for which he acts by the words
// at token k, that country: "representing Peru, Trade Minister Rey signed".
func (s *sentence) represented(k int) {
	for i := 0; i+1 < len(s.mentions); i++ {
		land, who := &s.mentions[i], &s.mentions[i+1]
		if first := land.Tokens.First; first > k && first < k+4 && names(land, entity.Country) && !land.Adjective &&
			s.wordAt(land.Tokens.Last, ",") && who.Tokens.First == land.Tokens.Last+1 && names(who, entity.Person) {
			s.settle(who, s.Entities[land.Entities[0]].Ref, world.HeadRank, world.StateRank)
			return
		}
	}
}

// fromSide gives officials listed behind "from the Peruvian side,", the preposition of which
// is token k, that country.
func (s *sentence) fromSide(k int) {
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Tokens.First < k+1 || !names(m, entity.Country) || m.Tokens.First > k+2 {
			continue
		}
		end := m.Tokens.Last
		for s.wordAt(end, "side") || s.wordAt(end, "delegation") {
			end++
		}
		if s.wordAt(end, ",") || s.wordAt(end, ":") {
			s.follow(s.Entities[m.Entities[0]].Ref, end)
		}
		return
	}
}

// companion gives an official who travels, by the verb at token k, with somebody
// the country of whom he travels with.
func (s *sentence) companion(k int) {
	leader := s.after(k)
	if leader < 0 || s.Entities[leader].Country.ID == "" {
		return
	}
	for i := len(s.mentions) - 1; i >= 0; i-- {
		if m := &s.mentions[i]; m.Tokens.Last <= k && names(m, entity.Person) && !m.Inside {
			s.settle(m, s.Entities[leader].Country, world.StateRank)
			return
		}
	}
}

// follow gives the officials listed after token k the country of their leader
// or delegation.
func (s *sentence) follow(country entity.Ref, k int) {
	if country.ID == "" {
		return
	}
	end := k + 1
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Tokens.First <= k || m.Inside {
			continue
		}
		if m.Type != entity.Person || m.Tokens.First > end && !listed(s.tokens[end:m.Tokens.First]) {
			return
		}
		end = m.Tokens.Last
		if names(m, entity.Person) {
			s.settle(m, country, world.StateRank)
		}
	}
}

// delegation reads "together with a Peruvian delegation" and "a Peruvian
// delegation led by", with the delegation at token k.
func (s *sentence) delegation(k int) {
	country, start := s.countryBefore(k)
	if country.ID == "" {
		return
	}
	led := wordAfter(s.tokens[k+1:], "by", 3) >= 0
	with := anyWord(s.tokens[max(0, start-4):start], world.RetinueVerbForm)
	for i := range s.mentions {
		m := &s.mentions[i]
		if !names(m, entity.Person) || m.Inside {
			continue
		}
		if led && m.Tokens.First > k || !led && with && m.Tokens.Last <= start {
			s.settle(m, country, world.HeadRank, world.StateRank)
			return
		}
	}
}
