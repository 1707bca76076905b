package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// holder resolves an office or calling without a name: "the President", "the
// Vietnamese State leader", "his Japanese counterpart", "the diplomat".
func (t *thread) holder(i int) []int {
	m := &t.Mentions[i]
	if len(m.Offices) == 0 {
		return nil
	}
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	det := strings.ToLower(tokens[m.Tokens.First].Form)
	if det == "a" || det == "an" {
		return nil
	}
	o := m.Offices[0]
	if o.Status == "former" || o.Status == "planned" {
		return nil
	}
	bare := det != "the" && !world.PossessiveDeterminer.Has(det)
	if bare && m.Tokens.First > 0 {
		// "as Foreign Minister", "Foreign Minister of"
		switch strings.ToLower(tokens[m.Tokens.First-1].Form) {
		case "as", "of", "for", "new", "become", "became":
			return nil
		}
	}
	if bare && o.Of.ID == "" && m.Tokens.First > 0 && !t.headingAt(m.Sentence) {
		return nil
	}
	ti := titleWords(o.Title)
	country := entity.Ref{}
	if o.Of.Type == entity.Country {
		country = o.Of
	}
	if o.Status == entity.Calling {
		return t.called(i, o, country)
	}
	var found []int
	for e := range t.Entities {
		if t.Entities[e].Type != entity.Person || t.persons[e].count == 0 || !t.fits(e, m.Gender) {
			continue
		}
		if country.ID != "" && t.Entities[e].Country.ID != country.ID && (t.Entities[e].Country.ID != "" || !t.headOfOne(e, country)) {
			continue
		}
		for _, u := range t.persons[e].titles {
			if ti.within(u) || leads(ti, u) {
				found = append(found, e)
				break
			}
		}
	}
	if len(found) > 1 {
		// The same title in full comes first.
		var same []int
		for _, e := range found {
			if slices.Contains(t.persons[e].titles, ti) {
				same = append(same, e)
			}
		}
		if len(same) == 1 && ti.lower != "" {
			return same
		}
	}
	if len(found) == 1 {
		if country.ID != "" && t.Entities[found[0]].Country.ID == "" {
			t.Entities[found[0]].Country = country
		}
		return found
	}
	if len(found) == 0 {
		if det == "the" && tokens[m.Head].Form != strings.ToLower(tokens[m.Head].Form) && (ti.rank == world.HeadRank || ti.rank == world.StateRank) {
			return t.byline(m)
		}
		return nil
	}
	if slices.Contains(found, t.guest) && m.Tokens.First > 0 && world.CompanionWord.Has(strings.ToLower(tokens[m.Tokens.First-1].Form)) {
		return one(t.guest) // "accompanying the President"
	}
	return t.latest(found)
}

// byline ties a title without a name ("the Foreign Secretary") to the one
// person without a title who stands alone in a line near the start.
func (t *thread) byline(m *entity.Mention) []int {
	found := -1
	for k := range t.Mentions {
		o := &t.Mentions[k]
		if o.Sentence > 7 {
			break
		}
		s := t.NLP.Sentences[o.Sentence]
		if o.Kind != entity.Named || o.Type != entity.Person || len(o.Entities) != 1 || o.Tokens.Last-o.Tokens.First != len(s.Tokens) || len(t.persons[o.Entities[0]].titles) > 0 {
			continue
		}
		if found >= 0 && found != o.Entities[0] {
			return nil
		}
		found = o.Entities[0]
	}
	if found < 0 || !t.fits(found, m.Gender) {
		return nil
	}
	t.holds(found, m)
	return one(found)
}

// headOfOne tells whether a person whose country is not known can be an
// official of a country: nobody else of that kind is.
func (t *thread) headOfOne(e int, country entity.Ref) bool {
	for _, u := range t.persons[e].titles {
		if u.rank == world.HeadRank || u.rank == world.StateRank || u.rank == world.OrgRank && u.noun == "general secretary" {
			for o := range t.Entities {
				if o != e && t.Entities[o].Type == entity.Person && t.Entities[o].Country.ID == "" && slices.ContainsFunc(t.persons[o].titles, func(v title) bool { return v.rank == u.rank && v.noun == u.noun }) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// leads tells whether "leader" can mean the holder of an office.
func leads(a, b title) bool {
	return a.noun == "leader" && a.lower == "" && !b.vice && (b.rank == world.HeadRank || b.noun == "general secretary")
}

// latest gives the one of several who was named last, if that is clear: in this
// sentence alone, or in the sentences before.
func (t *thread) latest(found []int) []int {
	lists := append([][]int{t.people}, t.recent...)
	for n, list := range lists {
		if n > 3 {
			break
		}
		hit, many := -1, false
		for _, e := range list {
			if slices.Contains(found, e) {
				many = many || hit >= 0
				hit = e
			}
		}
		if many {
			return nil
		}
		if hit >= 0 {
			return one(hit)
		}
	}
	return nil
}

// known gives a person if there is one who fits.
func (t *thread) known(e int, g world.Gender) []int {
	if e < 0 || !t.fits(e, g) {
		return nil
	}
	return one(e)
}

// called resolves what someone is called without its being an office.
func (t *thread) called(i int, o entity.Office, country entity.Ref) []int {
	m := &t.Mentions[i]
	words := strings.Fields(o.Title)
	if len(words) == 0 {
		return nil
	}
	noun := words[len(words)-1]
	var found []int
	for e := range t.Entities {
		if t.Entities[e].Type != entity.Person || t.persons[e].count == 0 || !t.fits(e, m.Gender) {
			continue
		}
		if country.ID != "" && t.Entities[e].Country.ID != country.ID {
			continue
		}
		suits := false
		for _, u := range t.persons[e].titles {
			switch noun {
			case "diplomat":
				suits = suits || u.noun == "ambassador" || u.noun == "envoy" || u.noun == "consul" || u.noun == "consul general" || u.noun == "special envoy" || u.noun == "high commissioner" ||
					strings.HasPrefix(u.noun, "charg") || u.noun == "permanent representative" || strings.Contains(o.Title, "top") && u.lower == "foreign"
			case "counterpart", "colleague":
				suits = suits || country.ID != ""
			case "official":
				suits = suits || country.ID != "" && u.rank != world.HeadRank
			case "guest", "host", "visitor", "interlocutor":
				suits = true
			case "politician", "lawmaker", "legislator", "statesman", "stateswoman":
				suits = suits || u.rank == world.HeadRank || u.rank == world.StateRank
			}
		}
		if suits {
			found = append(found, e)
		}
	}
	switch noun {
	case "host":
		return t.known(t.host, m.Gender)
	case "guest", "visitor":
		s := t.subject[m.Sentence]
		owned := world.PossessiveDeterminer.Has(strings.ToLower(t.NLP.Sentences[m.Sentence].Tokens[m.Tokens.First].Form))
		if e := t.known(t.guest, m.Gender); e != nil && !(owned && slices.Contains(s, t.guest)) { // nobody is his own guest
			return e
		}
	}
	switch noun {
	case "guest", "visitor", "counterpart", "interlocutor", "colleague", "opposite":
		// Whoever of the two who meet is not the subject.
		pair := t.people
		if len(pair) < 2 && m.Sentence-t.gathered <= 3 && contains(t.gathering, pair) {
			pair = t.gathering
		}
		s := t.subject[m.Sentence]
		if len(pair) == 2 && len(s) == 1 && slices.Contains(pair, s[0]) {
			other := pair[0] + pair[1] - s[0]
			if t.fits(other, m.Gender) && (country.ID == "" || slices.Contains(found, other)) {
				return one(other)
			}
		}
		if country.ID == "" {
			return nil
		}
	}
	if len(found) == 1 {
		return found
	}
	if len(found) == 0 || noun == "official" {
		return nil
	}
	return t.latest(found)
}
