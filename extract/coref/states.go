package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// canHave tells whether a country can have an office, as far as the lists of
// heads of state and government tell.
func canHave(country entity.Ref, t title) bool {
	c, _, _ := world.FindCountry(strings.Fields(country.Name))
	if c == nil || c.ID != country.ID || c.ISO2 == "" {
		return true
	}
	if t.rank != world.HeadRank {
		return !world.WithoutMinisters.Has(c.ISO2) || !strings.HasPrefix(t.noun, "minister")
	}
	switch t.noun {
	case "president":
		return !world.WithoutPresident.Has(c.ISO2)
	case "prime minister":
		return !world.WithoutPremier.Has(c.ISO2)
	case "chancellor":
		return world.WithChancellor.Has(c.ISO2)
	case "pope", "pontiff":
		return c.ISO2 == "VA"
	case "king", "queen", "emperor", "empress", "sultan", "emir", "amir", "grand duke", "duke", "duchess", "crown prince", "crown princess", "monarch":
		return world.WithoutPresident.Has(c.ISO2) || c.ISO2 == "AE"
	}
	return true
}

// homeCountries gives officials whose country is not told the one that the
// document leaves for them: who meets officials of other countries, or writes
// of such meetings, is of the one that remains.
func (r *resolver) homeCountries() {
	counts := map[int]int{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Type == entity.Country && m.Kind == entity.Named && len(m.Entities) == 1 {
			counts[m.Entities[0]]++
		}
	}
	taken := map[string]bool{}
	for e := range r.Entities {
		if c := r.Entities[e].Country.ID; c != "" && r.persons[e].official {
			taken[c] = true
		}
	}
	shown := r.parties(taken)
	var parties []int
	free, one := -1, true       // the only party of which no official is known
	for e := range r.Entities { // in order of appearance
		if counts[e] < 2 || !shown[e] {
			continue
		}
		parties = append(parties, e)
		if !taken[r.Entities[e].ID] {
			one = free < 0
			free = e
		}
	}
	if free >= 0 && one {
		met := r.meetOthers()
		for e := range r.Entities {
			if met[e] && r.suits(e, r.Entities[free].Ref) {
				r.Entities[e].Country = r.Entities[free].Ref
			}
		}
	}
	r.acrossTable(parties)
	r.onlyOffice(parties, counts)
}

// suits tells whether an official whose country is not known can be of a
// country: it can have such an office, and nobody else is told to hold it there.
func (r *resolver) suits(e int, country entity.Ref) bool {
	if r.Entities[e].Type != entity.Person || r.Entities[e].Country.ID != "" {
		return false
	}
	state := false
	for _, t := range r.persons[e].national {
		state = state || t.rank == world.HeadRank || t.rank == world.StateRank
		if !canHave(country, t) || t.rank == world.HeadRank && !t.vice && r.headed(country, t, e) {
			return false
		}
	}
	return state
}

// headed tells whether the text calls another than e the holder of an office.
func (r *resolver) headed(country entity.Ref, t title, e int) bool {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Type != entity.Person || len(m.Entities) != 1 || m.Entities[0] == e || r.Entities[m.Entities[0]].Country.ID != country.ID {
			continue
		}
		for _, o := range m.Offices {
			if u := titleWords(o.Title); o.Status == "actual" && u.noun == t.noun && u.vice == t.vice {
				return true
			}
		}
	}
	return false
}

// acrossTable gives who meets officials of all parties but one the country of
// the one that is left.
func (r *resolver) acrossTable(parties []int) {
	against := map[int]map[string]bool{}
	for first := 0; first < len(r.Mentions); {
		last := first
		for last < len(r.Mentions) && r.Mentions[last].Sentence == r.Mentions[first].Sentence {
			last++
		}
		tokens := r.NLP.Sentences[r.Mentions[first].Sentence].Tokens
		if meets(tokens) || anyWord(tokens, world.JointVerbForm) {
			for i := first; i < last; i++ {
				for k := i + 1; k < last; k++ {
					a, b := &r.Mentions[i], &r.Mentions[k]
					if a.Type != entity.Person || b.Type != entity.Person || a.Inside || b.Inside || len(a.Entities) != 1 || len(b.Entities) != 1 || b.Tokens.First <= a.Tokens.Last {
						continue
					}
					if between := tokens[a.Tokens.Last:b.Tokens.First]; anyWord(between, world.CompanionWord) || !anyWord(between, world.MeetingForm) && !anyWord(between, world.SidePreposition) {
						continue
					}
					for _, pair := range [][2]int{{a.Entities[0], b.Entities[0]}, {b.Entities[0], a.Entities[0]}} {
						if c := r.Entities[pair[1]].Country.ID; c != "" && r.persons[pair[1]].official {
							if against[pair[0]] == nil {
								against[pair[0]] = map[string]bool{}
							}
							against[pair[0]][c] = true
						}
					}
				}
			}
		}
		first = last
	}
	for e := range r.Entities {
		if against[e] == nil {
			continue
		}
		left, many := entity.Ref{}, false
		for _, p := range parties {
			if c := r.Entities[p].Ref; !against[e][c.ID] && r.suits(e, c) {
				many = many || left.ID != ""
				left = c
			}
		}
		if left.ID != "" && !many {
			r.Entities[e].Country = left
		}
	}
}

// onlyOffice gives a head of state or government the country, of two that a
// document is about, that alone can have one, and a chancellor the only country
// named that has one.
func (r *resolver) onlyOffice(parties []int, counts map[int]int) {
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.Entities[e].Country.ID != "" {
			continue
		}
		i := slices.IndexFunc(r.persons[e].national, func(t title) bool { return t.rank == world.HeadRank })
		if i < 0 {
			continue
		}
		among := parties
		if t := r.persons[e].national[i]; t.noun == "chancellor" {
			among = nil
			for c := range r.Entities {
				if counts[c] > 0 {
					among = append(among, c)
				}
			}
		} else if len(parties) != 2 {
			continue
		}
		left, many := entity.Ref{}, false
		for _, c := range among {
			if r.suits(e, r.Entities[c].Ref) {
				many = many || left.ID != ""
				left = r.Entities[c].Ref
			}
		}
		if left.ID != "" && !many {
			r.Entities[e].Country = left
		}
	}
}

// parties tells which countries act in the document: as a government, with an
// interest, or side by side with a country of which an official is named.
func (r *resolver) parties(taken map[string]bool) map[int]bool {
	shown := map[int]bool{}
	var list []int // countries side by side
	listEnd, sentence := 0, -1
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Type != entity.Country || m.Kind != entity.Named || len(m.Entities) != 1 {
			continue
		}
		e := m.Entities[0]
		tokens := r.NLP.Sentences[m.Sentence].Tokens
		if world.GovernmentNoun.Has(strings.ToLower(tokens[m.Head].Form)) || m.Tokens.Last < len(tokens) && world.PartyNoun.Has(strings.ToLower(tokens[m.Tokens.Last].Form)) || r.partyOf(m) {
			shown[e] = true
		}
		beside := sentence == m.Sentence && m.Tokens.First > listEnd && m.Tokens.First-listEnd < 7 &&
			(listed(outsideBrackets(tokens[listEnd:m.Tokens.First])) || m.Tokens.First == listEnd+1 && world.Hyphen.Has(tokens[listEnd].Form))
		if !beside {
			list = list[:0]
		}
		list = append(list, e)
		listEnd, sentence = m.Tokens.Last, m.Sentence
		if len(list) > 1 && slices.ContainsFunc(list, func(c int) bool { return taken[r.Entities[c].ID] }) {
			for _, c := range list {
				shown[c] = true
			}
		}
	}
	return shown
}

// outsideBrackets leaves out what stands in brackets: "(ROK)".
func outsideBrackets(tokens []nlp.Token) []nlp.Token {
	i := slices.IndexFunc(tokens, func(t nlp.Token) bool { return t.Form == "(" })
	j := slices.IndexFunc(tokens, func(t nlp.Token) bool { return t.Form == ")" })
	if i < 0 || j < i {
		return tokens
	}
	return slices.Concat(tokens[:i], tokens[j+1:])
}

// partyOf tells whether a country comes after "support of", "commitment of".
func (r *resolver) partyOf(m *entity.Mention) bool {
	tokens := r.NLP.Sentences[m.Sentence].Tokens
	k := m.Tokens.First
	if k < len(tokens) && strings.EqualFold(tokens[k].Form, "the") {
		k++
	}
	for k--; k > 0 && strings.EqualFold(tokens[k].Form, "the"); k-- {
	}
	return k > 0 && strings.EqualFold(tokens[k].Form, "of") && world.PartyNoun.Has(strings.ToLower(tokens[k-1].Form))
}

// meetOthers tells who meets somebody whose country is known.
func (r *resolver) meetOthers() map[int]bool {
	met := map[int]bool{}
	for i := 0; i < len(r.Mentions); {
		sentence := r.Mentions[i].Sentence
		var people []int
		known := false
		for ; i < len(r.Mentions) && r.Mentions[i].Sentence == sentence; i++ {
			for _, e := range r.Mentions[i].Entities {
				if r.Entities[e].Type == entity.Person {
					people = append(people, e)
					known = known || r.Entities[e].Country.ID != ""
				}
			}
		}
		if !known || !meets(r.NLP.Sentences[sentence].Tokens) {
			continue
		}
		for _, e := range people {
			met[e] = true
		}
	}
	return met
}
