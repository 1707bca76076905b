package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// ourselves resolves we, us, our: whoever writes or speaks and those he has
// just met where they do something together, his country otherwise.
func (t *thread) ourselves(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)
	if next := m.Tokens.Last; next < len(tokens) && world.SharingAdjective.Has(strings.ToLower(tokens[next].Form)) {
		if lands := t.withOurs(i, t.countries(i)); len(lands) > 1 { // "our shared commitment"
			return lands
		}
	}
	who := t.voice(i)
	if who < 0 {
		return nil
	}
	if strings.EqualFold(t.text(m.Span), "we") &&
		anyWord(tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+4)], world.JointVerbForm) &&
		wordAfter(tokens[m.Tokens.Last:], "with", 10) < 0 {
		if met := t.metBy(who, i); met != nil {
			return met
		}
	}
	if t.talksTo(i) {
		return []int{who}
	}
	if land := t.landOf(who); land != nil || t.Entities[who].Country.ID != "" {
		return land
	}
	return t.houseOf(who)
}

// houseOf gives the one organisation for which somebody of no known country speaks by an
// office there, "chief executive of Lake Bank"; nil if there is none, or several.
func (r *roster) houseOf(who int) []int {
	var house []int
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if !names(m, entity.Person) || m.Entities[0] != who {
			continue
		}
		for _, o := range m.Offices {
			if e, ok := r.byID[o.Of.ID]; ok && o.Of.Type == entity.Organization && o.Status == "actual" && r.speaksFor(o.Title, e) &&
				!slices.Contains(house, e) {
				house = append(house, e)
			}
		}
	}
	if len(house) != 1 {
		return nil
	}
	return house
}

// speaksFor tells whether who has an office in organisation e says "we" of all of it: not a mere
// member, nor a "Head of Card Sales", which is told of nowhere else.
func (r *roster) speaksFor(office string, e int) bool {
	t := titleWords(office)
	if t.rank != world.OrgRank && t.rank != world.HeadRank || t.noun == "member" || strings.HasSuffix(t.noun, "fellow") {
		return false
	}
	return world.FirmOffice.Has(t.noun) || slices.ContainsFunc(r.Mentions, func(m entity.Mention) bool {
		return names(&m, entity.Organization) && m.Entities[0] == e && !m.Inside
	})
}

// talksTo tells whether we in mention i meet or speak with somebody who is named, as people do
// and countries do not: "We had a good meeting with Minister Kimani".
func (t *thread) talksTo(i int) bool {
	m := &t.Mentions[i]
	if !strings.EqualFold(t.text(m.Span), "we") {
		return false
	}
	tokens := t.tokens(m)
	for k := i + 1; k < len(t.Mentions) && t.Mentions[k].Sentence == m.Sentence; k++ {
		o := &t.Mentions[k]
		f := o.Tokens.First
		if f-m.Tokens.Last > 9 {
			return false
		}
		if !names(o, entity.Person) || o.Inside || f < 2 {
			continue
		}
		if tokens[f-1].Form == "with" {
			return world.MeetingForm.Has(strings.ToLower(tokens[f-2].Form))
		}
		return tokens[f-1].Lemma == "meet"
	}
	return false
}

// metBy gives somebody who speaks in mention i and those whom he has just met, as far as the
// text before tells, or goes on: "We agreed," he said after talks with B.
func (t *thread) metBy(who, i int) []int {
	m := &t.Mentions[i]
	switch {
	case slices.Contains(t.meeting.own, who) && m.Sentence-t.meeting.ownAt <= 4:
		return slices.Clone(t.meeting.own)
	case t.quoted[i] && len(t.meeting.people) == 2 && slices.Contains(t.meeting.people, who) && t.meeting.within(m.Sentence, 4):
		return slices.Clone(t.meeting.people)
	}
	tokens := t.tokens(m)
	for k := i + 1; k < len(t.Mentions) && t.Mentions[k].Sentence == m.Sentence; k++ {
		o := &t.Mentions[k]
		f := o.Tokens.First
		if names(o, entity.Person) && !o.Inside && o.Entities[0] != who && f > 1 && (tokens[f-1].Lemma == "meet" ||
			tokens[f-1].Form == "with" && (tokens[f-2].Lemma == "meet" || world.MeetingNoun.Has(strings.ToLower(tokens[f-2].Form)))) {
			return []int{who, o.Entities[0]}
		}
	}
	return nil
}
