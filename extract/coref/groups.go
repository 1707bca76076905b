package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// group resolves what means several: "the two leaders", "the ministers", "both",
// "the leaders of Japan and Peru", and by their countries "both sides".
func (t *thread) group(i int) []int {
	m := &t.Mentions[i]
	if len(m.Offices) > 0 && m.Offices[0].Of.ID != "" {
		return t.officials(i)
	}
	tokens := t.tokens(m)
	noun := strings.ToLower(tokens[m.Head].Form)
	first := strings.ToLower(tokens[m.Tokens.First].Form)
	determines := world.GroupOpener.Value(first)
	switch {
	case determines == "":
		return nil
	case m.Type == entity.Person && determines == "possessive":
		return nil
	case m.Type == entity.Person:
		return t.company(i, t.callOf(m, noun))
	case world.PairWord.Has(noun) || world.GroupNumber.Number(noun) > 0:
		return t.company(i, call{max(2, m.Count), func(int) fitness { return suited }})
	case world.ParticipantPlural.Has(noun):
		return t.participants(i)
	case m.Count == 0 && determines == "counting":
		return nil
	case first == "our":
		return t.withOurs(i, t.countries(i))
	}
	return t.countries(i)
}

// A call is for several people: for how many, 0 for two or more, and of what kind.
type call struct {
	count int
	fits  func(e int) fitness
}

// callOf makes one of the words of a group, its noun or its office.
func (t *thread) callOf(m *entity.Mention, noun string) call {
	if len(m.Offices) > 0 {
		office := titleWords(m.Offices[0].Title)
		if !strings.HasPrefix(office.noun, "head of ") {
			return call{m.Count, func(e int) fitness { return t.officeFitness(office, e) }}
		}
		noun = strings.Replace(office.noun, "head", "heads", 1)
	}
	return call{m.Count, func(e int) fitness { return t.groupFitness(noun, e) }}
}

// answer gives those of a list who are of the kind.
func (c *call) answer(list []int, least fitness) []int {
	var found []int
	for _, e := range list {
		if c.fits(e) >= least {
			found = append(found, e)
		}
	}
	return found
}

// complete tells whether people are as many as are called for.
func (c *call) complete(people []int) bool {
	return len(people) > 1 && (c.count == 0 || c.count == len(people))
}

// company gives the people last named together who answer a call.
func (t *thread) company(i int, c call) []int {
	m := &t.Mentions[i]
	lists := t.focus.byPeople()
	actor := t.subjects.of[m.Sentence]
	if len(actor) == 1 && !t.isSubject(m) && t.direct(m) && !world.PairWord.Has(strings.ToLower(t.tokens(m)[m.Head].Form)) {
		// "President A congratulated both leaders": he is neither.
		lists[0] = slices.DeleteFunc(slices.Clone(t.focus.people), func(e int) bool { return e == actor[0] })
	}
	for _, least := range [...]fitness{suited, possible} {
		if found, clear := t.namedTogether(lists, c, least); clear {
			return found
		}
		if found := c.answer(t.meeting.people, least); c.complete(found) && t.meeting.within(m.Sentence, 12) {
			return found
		}
	}
	return nil
}

// direct tells whether a mention depends on a verb, not on a noun as whose that is: "the two
// leaders' talks", "ties between the two leaders".
func (r *roster) direct(m *entity.Mention) bool {
	tokens := r.tokens(m)
	k := r.anchor(m)
	return tokens[k].Deprel == "" || tokens[k].Head >= 0 && tokens[k].Head == r.verbOf(m)
}

// namedTogether gives those of one of the last sentences who answer a call; clear
// tells that it is known who does, or that nobody can.
func (t *thread) namedTogether(lists [][]int, c call, least fitness) (found []int, clear bool) {
	for n, list := range lists {
		if n > 5 && c.count < 3 { // three are not so soon mistaken for others
			break
		}
		found := c.answer(list, least)
		if c.complete(found) {
			if all := c.answer(t.meeting.people, least); c.count == 0 && len(all) > len(found) && contains(all, found) {
				return all, true
			}
			return found, true
		}
		if n <= 1 && c.count > 0 && len(list) == c.count && len(found) > 0 && len(c.answer(list, possible)) == c.count {
			return slices.Clone(list), true
		}
		if c.count == 0 && len(list) > 0 && n <= 1 && contains(t.meeting.people, list) {
			break
		}
		if c.count > 0 && len(found) > c.count {
			if met := c.answer(t.meeting.people, least); c.complete(met) && contains(found, met) {
				return met, true
			}
			return nil, true
		}
	}
	return nil, false
}

// officials resolves "the leaders of Japan, China and Peru": the one who holds
// such an office in each of the countries named.
func (r *roster) officials(i int) []int {
	m := &r.Mentions[i]
	office := titleWords(m.Offices[0].Title)
	suits := func(u title) bool { return office.within(u) && !u.vice }
	if strings.ToLower(r.tokens(m)[m.Head].Form) == "leaders" || strings.HasPrefix(office.noun, "head of ") {
		suits = func(u title) bool { return u.rank == world.HeadRank && !u.vice }
	}
	lands := r.landsListed(i)
	if len(lands) < 2 {
		return nil
	}
	var found []int
	for _, land := range lands {
		who := r.onlyOfficial(r.Entities[land].ID, suits)
		if who < 0 {
			return nil
		}
		found = append(found, who)
	}
	return found
}

// landsListed gives the countries that are listed in a mention and behind it.
func (r *roster) landsListed(i int) []int {
	m := &r.Mentions[i]
	tokens := r.tokens(m)
	var lands []int
	end := -1 // of the last country read
	for k := i + 1; k < len(r.Mentions) && r.Mentions[k].Sentence == m.Sentence; k++ {
		o := &r.Mentions[k]
		if !names(o, entity.Country) || o.Adjective {
			if o.Tokens.First < m.Tokens.Last {
				continue
			}
			break
		}
		if end >= 0 && !listed(tokens[end:o.Tokens.First]) || end < 0 && o.Tokens.First >= m.Tokens.Last {
			break
		}
		lands = append(lands, o.Entities[0])
		end = o.Tokens.Last
	}
	return lands
}

// onlyOfficial gives the one person of a country who holds an office that suits,
// nobody if none or several do.
func (r *roster) onlyOfficial(country string, suits func(title) bool) int {
	who := nobody
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.profiles[e].count == 0 || r.Entities[e].Country.ID != country {
			continue
		}
		if slices.ContainsFunc(r.profiles[e].titles, suits) {
			if who >= 0 {
				return nobody
			}
			who = e
		}
	}
	return who
}
