package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// An embassy is one that a document names, with the country that sends it and the one in
// which it is, as far as the words around it tell.
type embassy struct{ of, in entity.Ref }

// embassies gives those that the document names: "the Peruvian Embassy in Oslo".
func (r *roster) embassies() []embassy {
	var all []embassy
	for s := range r.sentences() {
		for k := range s.tokens {
			if first := s.embassyEnding(k); first >= 0 {
				all = append(all, s.embassyAt(first, k))
			}
		}
	}
	return all
}

// embassyEnding gives where the words begin that end at token k and mean an embassy,
// "embassy" or "high commission"; -1 if they do not.
func (s *sentence) embassyEnding(k int) int {
	word := strings.ToLower(s.tokens[k].Form)
	if world.EmbassyNoun.Has(word) {
		return k
	}
	if k > 0 && world.EmbassyNoun.Has(strings.ToLower(s.tokens[k-1].Form)+" "+word) {
		return k - 1
	}
	return -1
}

// embassyAt reads whose the embassy at tokens [first, k] is, and where it is.
func (s *sentence) embassyAt(first, k int) (e embassy) {
	end := k + 1
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Type != entity.Country && m.Type != entity.Place || m.Kind != entity.Named || len(m.Entities) != 1 {
			continue
		}
		from, to := m.Tokens.First, m.Tokens.Last
		land := s.Entities[m.Entities[0]].Ref
		switch {
		case land.Type == entity.Country && from < first && to >= first-1 && (to == first || to == first-1 && world.Genitive.Has(s.tokens[to].Form) || to > first):
			e.of = land
		case land.Type == entity.Country && s.wordAt(k+1, "of") && (from == k+2 || from == k+3 && s.wordAt(k+2, "the")):
			e.of, end = land, to
		case from > k && s.wordAt(end, "in") && (from == end+1 || from == end+2 && s.wordAt(end+1, "the")):
			if land.Type == entity.Place {
				land = countryOfPlace(m.Name)
			}
			e.in = land
		}
	}
	return e
}

// sender gives the one country whose embassies the document names.
func (r *roster) sender() entity.Ref {
	var one entity.Ref
	for _, e := range r.embassies() {
		if e.of.ID == "" {
			continue
		}
		if one.ID != "" && one != e.of {
			return entity.Ref{}
		}
		one = e.of
	}
	return one
}

// host gives the one country in which the embassies and to which the ambassadors are that
// the document names: such news is written there, as a rule.
func (r *roster) host() entity.Ref {
	var one entity.Ref
	many := false
	note := func(country entity.Ref) {
		if country.Type == entity.Country {
			many = many || one.ID != "" && one != country
			one = country
		}
	}
	for _, e := range r.embassies() {
		if e.of.ID != e.in.ID {
			note(e.in)
		}
	}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; names(m, entity.Person) {
			for _, o := range m.Offices {
				if o.Status == "actual" && headsMission(titleWords(o.Title)) {
					note(o.To)
				}
			}
		}
	}
	if many {
		return entity.Ref{}
	}
	return one
}

// leftOver gives the one of two countries that a document is about of which it tells
// no officials, while it tells some of the other.
func (r *roster) leftOver() entity.Ref {
	counts := r.countryCounts()
	told := map[string]bool{}
	for e := range r.Entities {
		if c := r.Entities[e].Country.ID; c != "" && r.Entities[e].Type == entity.Person && r.profiles[e].official {
			told[c] = true
		}
	}
	var parties []entity.Ref
	for e := range r.Entities {
		if counts[e] >= 2 && !inPassing(counts, e) {
			parties = append(parties, r.Entities[e].Ref)
		}
	}
	if len(parties) != 2 || told[parties[0].ID] == told[parties[1].ID] {
		return entity.Ref{}
	}
	if told[parties[0].ID] {
		return parties[1]
	}
	return parties[0]
}

// amongHosts gives officials of whom nothing else tells it the country to which foreign
// ambassadors are sent, or that is left over. It only tells whose their offices are.
func (r *roster) amongHosts() {
	delegates := r.delegates()
	for _, tells := range [...]func() entity.Ref{r.host, r.leftOver} {
		country := tells()
		if country.ID == "" || r.foreign(country) {
			continue
		}
		for e := range r.Entities {
			if !delegates[e] {
				r.suppose(e, country)
			}
		}
	}
}

// suppose takes the offices of somebody of whom nothing tells it to be of a country, if
// they are of those who govern, and others than its head.
func (r *roster) suppose(e int, country entity.Ref) {
	p := &r.profiles[e]
	if p.home.ID != "" || r.heads(e) || r.posted(e) || !r.governs(e) || !r.suits(e, country) {
		return
	}
	p.home, r.Entities[e].Supposed = country, country
}

// delegates gives who is named in sentences that tell of a delegation.
func (r *roster) delegates() map[int]bool {
	named := map[int]bool{}
	for s := range r.sentences() {
		if !slices.ContainsFunc(s.tokens, func(t nlp.Token) bool { return world.RetinueNoun.Has(strings.ToLower(t.Form)) }) {
			continue
		}
		for i := range s.mentions {
			if m := &s.mentions[i]; names(m, entity.Person) {
				named[m.Entities[0]] = true
			}
		}
	}
	return named
}
