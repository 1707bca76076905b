package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// countries resolves "both sides", "the two countries", "the three neighbours":
// those of the people who meet, those named together last, or the two that the
// document is about.
func (t *thread) countries(i int) []int {
	m := &t.Mentions[i]
	if m.Count > 2 {
		lists := t.focus.byLands()
		for _, list := range append(slices.Clip(lists[:min(len(lists), 4)]), t.landsOf(t.meeting.people), t.meeting.landsWithin(m.Sentence, 12)) {
			if counts(m, list) {
				return slices.Clone(list)
			}
		}
		return nil
	}
	word := strings.ToLower(t.tokens(m)[m.Head].Form)
	if strings.HasPrefix(word, "neighb") || word == "allies" {
		if lands, clear := t.neighbours(m); clear {
			return lands
		}
	}
	if lands := t.landsOf(t.meeting.people); len(lands) == 2 {
		if world.SidePlural.Has(word) {
			return t.talkers(m, lands)
		}
		return lands
	}
	if lands := t.meeting.landsWithin(m.Sentence, 12); m.Count == 0 && len(lands) > 2 {
		return lands
	}
	return t.pairOfCountries(m)
}

// participants resolves "the participants": the people who met last, else the countries;
// "the Participants", who conclude something, are the countries that the document is about.
func (t *thread) participants(i int) []int {
	m := &t.Mentions[i]
	if len(t.meeting.people) > 1 && t.meeting.within(m.Sentence, 6) {
		return slices.Clone(t.meeting.people)
	}
	if lands := t.meeting.landsWithin(m.Sentence, 12); len(lands) > 1 {
		return slices.Clone(lands)
	}
	if strings.HasPrefix(t.tokens(m)[m.Head].Form, "P") {
		return t.pairOfCountries(m)
	}
	return nil
}

// counts tells whether a list has as many as a mention says, two or more if it
// does not say.
func counts(m *entity.Mention, list []int) bool {
	return len(list) > 1 && (m.Count == 0 || m.Count == len(list))
}

// neighbours gives the countries named last that are others than whoever acts;
// clear tells that no others can be meant.
func (t *thread) neighbours(m *entity.Mention) (lands []int, clear bool) {
	var own []int
	if !t.isSubject(m) {
		own = t.landsOf(t.subjects.of[m.Sentence])
	}
	for n, list := range t.focus.byLands() {
		list = slices.DeleteFunc(slices.Clone(list), func(e int) bool { return slices.Contains(own, e) })
		if counts(m, list) {
			return list, true
		}
		if n > 3 || len(list) > 2 {
			break
		}
	}
	return nil, len(own) > 0
}

// withOurs gives "our two countries" only where whoever writes or speaks is of
// one of them.
func (t *thread) withOurs(i int, lands []int) []int {
	who := t.voice(i)
	if who < 0 {
		if t.quoted[i] {
			return nil
		}
		return lands // a joint statement
	}
	own := t.landOf(who)
	switch {
	case own == nil:
		return nil
	case contains(lands, own):
		return lands
	}
	others := t.focus.lands
	if len(others) == 0 {
		others = t.focus.lastLands()
	}
	if len(others) == 1 && t.Mentions[i].Count <= 2 && !contains(own, others) {
		return append(own, others[0])
	}
	return nil
}

// talkers gives the two people who meet in place of their countries where a
// mention of these is the subject of what only people do.
func (t *thread) talkers(m *entity.Mention, lands []int) []int {
	tokens := t.tokens(m)
	next := tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+2)]
	if !anyWord(next, world.PersonTalkVerbForm) || len(t.meeting.people) != 2 || !t.meeting.within(m.Sentence, 12) {
		return lands
	}
	if contains(t.landsOf(t.meeting.people), lands) {
		return slices.Clone(t.meeting.people)
	}
	return lands
}

// pairOfCountries gives the two countries that a document is about, else those
// that are named together.
func (t *thread) pairOfCountries(m *entity.Mention) []int {
	type counted struct{ e, n int }
	var list []counted
	for e := range t.Entities {
		if t.Entities[e].Type == entity.Country || t.union(e) {
			list = append(list, counted{e, t.profiles[e].count})
		}
	}
	slices.SortStableFunc(list, func(a, b counted) int { return b.n - a.n })
	third := len(list) > 2 && (list[1].n < 3 || list[2].n*3 > list[1].n*2) // there are others
	if len(list) >= 2 && !third && !t.others(list[0].e, list[1].e) && t.named(list[0].e, m) && t.named(list[1].e, m) {
		pair := []int{list[0].e, list[1].e}
		slices.Sort(pair)
		return pair
	}
	lands, bodies := t.focus.byLands(), t.focus.byBodies()
	for n := range lands[:min(len(lands), 2)] {
		pair := slices.Clone(lands[n])
		for _, e := range bodies[n] {
			if t.union(e) {
				pair = append(pair, e)
			}
		}
		if len(pair) == 2 {
			return pair
		}
	}
	return nil
}

// named tells whether a country, or somebody of it, is mentioned before a mention, or in its
// sentence.
func (r *roster) named(e int, before *entity.Mention) bool {
	for k := range r.Mentions {
		o := &r.Mentions[k]
		if o.Sentence > before.Sentence {
			return false
		}
		for _, who := range o.Entities {
			if who == e || r.Entities[who].Country.ID == r.Entities[e].ID {
				return true
			}
		}
	}
	return false
}

// others tells that somebody is known to be of neither of two countries.
func (r *roster) others(a, b int) bool {
	return slices.ContainsFunc(r.Entities, func(e entity.Entity) bool {
		c := e.Country.ID
		return e.Type == entity.Person && c != "" && c != r.Entities[a].ID && c != r.Entities[b].ID
	})
}
