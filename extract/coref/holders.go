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
	o := &m.Offices[0]
	if o.Status == "former" || o.Status == "planned" || !t.definite(m, o) {
		return nil
	}
	country := entity.Ref{}
	if o.Of.Type == entity.Country {
		country = o.Of
	}
	if o.Status == entity.Calling {
		return t.called(i, country)
	}
	office := titleWords(o.Title)
	found := t.holding(m, office, country)
	switch len(found) {
	case 0:
		if e := t.known(t.lent(office, country), m.Gender); e != nobody {
			return one(e)
		}
		return one(t.byline(m, office))
	case 1:
		if who := &t.Entities[found[0]]; country.ID != "" && who.Country.ID == "" {
			if !t.takesCountry(i, found[0], office) {
				return nil
			}
			t.belongs(found[0], country)
		}
		return found
	}
	if same := t.inFull(found, office); len(same) == 1 && office.lower != "" {
		return same
	}
	if k := m.Tokens.First; slices.Contains(found, t.visit.guest) && k > 0 &&
		world.CompanionWord.Has(strings.ToLower(t.tokens(m)[k-1].Form)) {
		return one(t.visit.guest) // "accompanying the President"
	}
	if office.rank != world.HeadRank {
		return one(t.focus.latest(found))
	}
	found = t.notBeside(m, found)
	if o.Of.ID == "" {
		found = t.ofStates(found)
	}
	if len(found) == 1 {
		return found
	}
	if e := t.focus.latest(found); e != nobody || country.ID != "" || !strings.EqualFold(t.tokens(m)[m.Tokens.First].Form, "the") {
		return one(e)
	}
	return one(t.oursAlone(found))
}

// ofStates leaves out those who are told to head a body, "European Council President
// Soto", where others head states.
func (r *roster) ofStates(found []int) []int {
	body := func(e int) bool {
		return slices.ContainsFunc(r.Mentions, func(m entity.Mention) bool {
			return names(&m, entity.Person) && m.Entities[0] == e && slices.ContainsFunc(m.Offices, func(o entity.Office) bool {
				return o.Of.Type == entity.Organization && titleWords(o.Title).rank == world.HeadRank
			})
		})
	}
	states := slices.DeleteFunc(slices.Clone(found), body)
	if len(states) == 0 {
		return found
	}
	return states
}

// takesCountry tells whether somebody whose country is not told may be the official of
// one whom mention i calls by an office alone: "the Israeli prime minister" behind "Prime
// Minister Netanyahu". It is somebody else where the words are quoted, perhaps from the
// very person; where the name behind them was not read as one; where the person had the
// office once, or is sent to that country or goes there.
func (t *thread) takesCountry(i, e int, office title) bool {
	m := &t.Mentions[i]
	country := m.Offices[0].Of.ID
	if office == (title{noun: "minister", rank: world.StateRank}) || t.quoted[i] || t.namedBehind(m, e) ||
		slices.Contains(t.profiles[e].guestOf, country) {
		return false
	}
	holds := false
	for k := range t.Mentions {
		if !names(&t.Mentions[k], entity.Person) || t.Mentions[k].Entities[0] != e {
			continue
		}
		for _, o := range t.Mentions[k].Offices {
			if o.To.ID == country {
				return false
			}
			u := titleWords(o.Title)
			same := office.within(u) && (office.lower == "" || office == u) || leads(office, u)
			holds = holds || same && o.Status != "former"
		}
	}
	return holds
}

// namedBehind tells whether a name that is not known as person e's stands behind a mention,
// perhaps after a comma.
func (r *roster) namedBehind(m *entity.Mention, e int) bool {
	tokens, k := r.tokens(m), m.Tokens.Last
	if k < len(tokens) && tokens[k].Form == "," {
		k++
	}
	if k >= len(tokens) || tokens[k].UPOS != "PROPN" {
		return false
	}
	return !slices.ContainsFunc(r.inSentence(m.Sentence), func(n entity.Mention) bool {
		return n.Tokens.First == k && names(&n, entity.Person) && n.Entities[0] == e
	})
}

// definite tells whether an office stands for somebody known: with a definite
// article or possessive, or without any but not as what somebody becomes.
func (r *roster) definite(m *entity.Mention, o *entity.Office) bool {
	tokens, k := r.tokens(m), m.Tokens.First
	switch determiner := strings.ToLower(tokens[k].Form); {
	case determiner == "a" || determiner == "an":
		return false
	case determiner == "the" || world.PossessiveDeterminer.Has(determiner) || k == 0:
		return true
	case world.UnfilledOfficeCue.Has(strings.ToLower(tokens[k-1].Form)):
		return false // "as Foreign Minister", "Foreign Minister of"
	}
	if r.sharesArticle(m) {
		return true
	}
	return o.Of.ID != "" || r.isHeading(m.Sentence)
}

// sharesArticle tells whether an office is joined by "and" to one with an article that is known to be
// somebody's: "the President and Prime Minister met".
func (r *roster) sharesArticle(m *entity.Mention) bool {
	k := m.Tokens.First - 1
	if tokens := r.tokens(m); k < 1 || !strings.EqualFold(tokens[k].Form, "and") {
		return false
	}
	return slices.ContainsFunc(r.inSentence(m.Sentence), func(n entity.Mention) bool {
		return n.Tokens.Last == k && n.Kind == entity.Nominal && len(n.Offices) > 0 && len(n.Entities) == 1 &&
			strings.EqualFold(r.tokens(&n)[n.Tokens.First].Form, "the")
	})
}

// holding gives the people who can hold an office, in a country if one is given.
func (r *roster) holding(m *entity.Mention, office title, country entity.Ref) []int {
	var found []int
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.profiles[e].count == 0 || !r.fits(e, m.Gender) {
			continue
		}
		own := r.Entities[e].Country.ID
		if country.ID != "" && own != country.ID && (own != "" || !r.headOfOne(e) || !r.namedAgain(country)) {
			continue
		}
		holds := func(u title) bool { return office.within(u) || leads(office, u) }
		if slices.ContainsFunc(r.profiles[e].titles, holds) {
			found = append(found, e)
		}
	}
	for e := range r.Entities {
		p := &r.profiles[e]
		if len(found) > 0 || country.ID == "" || p.count == 0 || p.leadsIn != country || !r.fits(e, m.Gender) {
			continue
		}
		if office.within(p.known) || leads(office, p.known) {
			return []int{e} // "Vladimir Putin ... the Russian president"
		}
	}
	return found
}

// inFull gives those who hold an office by just its title.
func (r *roster) inFull(people []int, office title) []int {
	var same []int
	for _, e := range people {
		if slices.Contains(r.profiles[e].titles, office) {
			same = append(same, e)
		}
	}
	return same
}

// byline ties a title of a state without a name ("the Foreign Secretary") to the
// one person without a title who stands alone in a line near the start, if there
// is one.
func (r *roster) byline(m *entity.Mention, office title) int {
	tokens := r.tokens(m)
	head := tokens[m.Head].Form
	if r.cast.goesOn() || !strings.EqualFold(tokens[m.Tokens.First].Form, "the") || head == strings.ToLower(head) ||
		office.rank != world.HeadRank && office.rank != world.StateRank {
		return nobody
	}
	found := nobody
	for k := range r.Mentions {
		o := &r.Mentions[k]
		if o.Sentence > 7 {
			break
		}
		alone := names(o, entity.Person) && fills(o, &r.NLP.Sentences[o.Sentence])
		if !alone || len(r.profiles[o.Entities[0]].titles) > 0 {
			continue
		}
		if found >= 0 && found != o.Entities[0] {
			return nobody
		}
		found = o.Entities[0]
	}
	if found < 0 || !r.fits(found, m.Gender) {
		return nobody
	}
	r.holds(found, m)
	return found
}

// namedAgain tells whether a document names a country more than once: of one that it
// names in passing nobody is taken to be.
func (r *roster) namedAgain(country entity.Ref) bool {
	e, ok := r.byID[country.ID]
	return ok && r.profiles[e].count > 1
}

// headOfOne tells whether a person whose country is not known can be an official
// of a country that is named: nobody else of that kind is without one.
func (r *roster) headOfOne(e int) bool {
	i := slices.IndexFunc(r.profiles[e].titles, func(u title) bool {
		return u.rank == world.HeadRank || u.rank == world.StateRank ||
			u.rank == world.OrgRank && u.noun == "general secretary"
	})
	if i < 0 {
		return false
	}
	office := r.profiles[e].titles[i]
	like := func(u title) bool { return u.rank == office.rank && u.noun == office.noun }
	for o := range r.Entities {
		if o != e && r.Entities[o].Type == entity.Person && r.Entities[o].Country.ID == "" &&
			slices.ContainsFunc(r.profiles[o].titles, like) {
			return false
		}
	}
	return true
}
