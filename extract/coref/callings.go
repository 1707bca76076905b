package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// called resolves what someone is called without its being an office: "the
// diplomat", "her guest", "his Japanese counterpart" with the country of Japan.
func (t *thread) called(i int, country entity.Ref) []int {
	m := &t.Mentions[i]
	words := strings.Fields(m.Offices[0].Title)
	if len(words) == 0 {
		return nil
	}
	noun := words[len(words)-1]
	if noun == "host" {
		return one(t.known(t.visit.host, m.Gender))
	}
	if world.VisitorNoun.Has(noun) {
		owned := world.PossessiveDeterminer.Has(strings.ToLower(t.tokens(m)[m.Tokens.First].Form))
		own := owned && slices.Contains(t.subjects.of[m.Sentence], t.visit.guest) // nobody is his own guest
		if e := t.known(t.visit.guest, m.Gender); e >= 0 && !own {
			return one(e)
		}
	}
	found := t.callable(m, noun, country)
	if world.OppositeNoun.Has(noun) {
		found = slices.DeleteFunc(found, func(e int) bool { return !t.peer(m, noun, e) })
		other := t.opposite(m)
		if other >= 0 && t.peer(m, noun, other) && t.fits(other, m.Gender) && (country.ID == "" || slices.Contains(found, other)) {
			return one(other)
		}
		if country.ID == "" {
			return nil
		}
	}
	switch {
	case len(found) == 1:
		return found
	case len(found) == 0 || noun == "official":
		return nil
	}
	return one(t.focus.latest(found))
}

// peer tells whether somebody can be the counterpart of the subject of the sentence of a
// mention: nobody is of his own country, and only heads of states are those of one.
func (t *thread) peer(m *entity.Mention, noun string, e int) bool {
	subject := t.subjects.of[m.Sentence]
	if len(subject) != 1 || subject[0] == e || t.Entities[subject[0]].Type != entity.Person {
		return true
	}
	own := t.Entities[subject[0]].Country.ID
	head := func(e int) bool {
		return slices.ContainsFunc(t.profiles[e].titles, func(u title) bool { return u.rank == world.HeadRank && !u.vice || u.noun == "leader" })
	}
	if own != "" && own == t.Entities[e].Country.ID {
		return false
	}
	return !world.PeerNoun.Has(noun) || !head(subject[0]) || len(t.profiles[e].titles) == 0 || head(e)
}

// callable gives the people, of a country if one is given, who can be called by a
// noun.
func (r *roster) callable(m *entity.Mention, noun string, country entity.Ref) []int {
	phrase := m.Offices[0].Title
	var found []int
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.profiles[e].count == 0 || !r.fits(e, m.Gender) {
			continue
		}
		if country.ID != "" && r.Entities[e].Country.ID != country.ID {
			continue
		}
		calls := func(u title) bool { return u.isCalled(noun, phrase, country.ID != "") }
		if slices.ContainsFunc(r.profiles[e].titles, calls) {
			found = append(found, e)
		}
	}
	return found
}

// isCalled tells whether the holder of an office can be called by a noun, as which
// it stands in a phrase, "top diplomat", and of a country told or not.
func (a title) isCalled(noun, phrase string, told bool) bool {
	switch world.CallingNoun.Value(noun) {
	case "diplomat":
		return world.DiplomatTitle.Has(a.noun) || strings.Contains(phrase, "top") && a.lower == "foreign"
	case "peer":
		return told
	case "official":
		return told && a.rank != world.HeadRank
	case "politician":
		return a.rank == world.HeadRank || a.rank == world.StateRank
	case "party":
		return true
	}
	return false
}

// opposite gives whoever of the two who meet is not the subject of the sentence of
// a mention.
func (t *thread) opposite(m *entity.Mention) int {
	pair := t.focus.people
	if len(pair) < 2 && t.meeting.within(m.Sentence, 3) && contains(t.meeting.people, pair) {
		pair = t.meeting.people
	}
	subject := t.subjects.of[m.Sentence]
	if len(pair) != 2 || len(subject) != 1 || !slices.Contains(pair, subject[0]) {
		return nobody
	}
	return pair[0] + pair[1] - subject[0]
}

// known gives a person if there is one who fits.
func (r *roster) known(e int, g world.Gender) int {
	if e < 0 || !r.fits(e, g) {
		return nobody
	}
	return e
}

// counterpart gives "his Chilean counterpart, Rosa Fuentes" the office of the
// one whom "his" means, in Chile.
func (t *thread) counterpart(m *entity.Mention) {
	subject := t.subjects.of[m.Sentence]
	if len(m.Offices) == 0 || len(m.Entities) != 1 || len(subject) != 1 ||
		subject[0] == m.Entities[0] || t.Entities[subject[0]].Type != entity.Person {
		return
	}
	o, office := &m.Offices[0], t.profiles[subject[0]].office
	words := strings.Fields(o.Title)
	if office == "" || o.Status != entity.Calling || len(words) != 1 || !world.PeerNoun.Has(words[0]) {
		return
	}
	if o.Of.Type != entity.Country && (o.Of.ID != "" || words[0] != "counterpart") {
		return
	}
	o.Title, o.Status = office, "actual"
	t.join(m.Entities[0], m)
	t.profiles[m.Entities[0]].forms[plainSpaces(m.Name)]--
	t.profiles[m.Entities[0]].count--
}
