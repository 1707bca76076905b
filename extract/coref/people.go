package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// people groups the mentions of people with names. Full names come first, so that
// a part of a name finds its whole anywhere.
func (r *roster) people() {
	type named struct {
		i     int
		words []string
	}
	var list []named
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind == entity.Named && m.Type == entity.Person {
			list = append(list, named{i, nameWords(m.Name)})
			r.recallCalled(list[len(list)-1].words)
			r.noteHead(m, list[len(list)-1].words)
		}
	}
	slices.SortStableFunc(list, func(a, b named) int { return cmp.Compare(len(b.words), len(a.words)) })
	for _, n := range list {
		m := &r.Mentions[n.i]
		e := r.findPerson(n.i, n.words)
		if e == unclear {
			continue
		}
		if e == nobody {
			e = r.addPerson(m.Name, n.words)
		}
		if len(n.words) > len(r.profiles[e].words) { // the parts before know less of the name
			r.call(e, m.Name, n.words)
		}
		m.Entities = []int{e}
		r.join(e, m)
	}
	r.forget()
}

// noteHead notes the surname by which alone the text calls a leader whom the lists know:
// "President Soto".
func (r *roster) noteHead(m *entity.Mention, words []string) {
	if len(words) != 1 || len(world.LeadersCalled(words[0])) == 0 {
		return
	}
	for _, o := range m.Offices {
		if t := titleWords(o.Title); t.rank == world.HeadRank && !t.vice && o.Of.Type != entity.Organization {
			r.surnames[words[0]] = true
		}
	}
}

// recallCalled recalls those whom some words of a name can mean.
func (r *roster) recallCalled(words []string) {
	for _, w := range words {
		for _, k := range r.cast.called(w) {
			r.recall(k)
		}
	}
}

// join adds what a mention says to a person.
func (r *roster) join(e int, m *entity.Mention) {
	who, p := &r.Entities[e], &r.profiles[e]
	p.forms[plainSpaces(m.Name)]++
	p.count++
	if p.royal == "" {
		p.royal = royalTitle(strings.Fields(r.text(nlp.Span{Start: m.Start, End: max(m.Start, m.NameSpan.Start)})))
	}
	if m.Gender != world.UnknownGender && (who.Gender == world.UnknownGender || p.guessed && !m.Guessed) {
		who.Gender, p.guessed = m.Gender, m.Guessed
	}
	for _, o := range m.Offices {
		country := r.nation(o)
		if o.Status == entity.Calling {
			r.belongs(e, country)
			p.official = p.official || world.OfficialNoun.Has(o.Title[strings.LastIndexByte(o.Title, ' ')+1:])
			continue
		}
		p.official = true
		t := p.hold(o)
		if p.office == "" && o.Status == "actual" && (t.rank == world.HeadRank || t.rank == world.StateRank) {
			p.office = o.Title
		}
		if t.rank != world.GradeRank {
			r.belongs(e, country)
		}
	}
}

// royalTitle gives that which ends the words before a name, "" if there is none.
func royalTitle(before []string) string {
	n := len(before)
	if n == 0 || !world.RoyalTitle.Has(before[n-1]) {
		return ""
	}
	if n > 1 && world.RoyalPrefix.Has(before[n-2]) {
		return before[n-2] + " " + before[n-1]
	}
	return before[n-1]
}

// holds ties an office that stands apart to a person.
func (r *roster) holds(e int, m *entity.Mention) {
	m.Entities = []int{e}
	who := &r.Entities[e]
	for _, o := range m.Offices {
		r.profiles[e].hold(o)
		who.Offices = addOffice(who.Offices, o)
		r.belongs(e, r.nation(o))
	}
}

// hold notes an office of a person and gives its words.
func (p *profile) hold(o entity.Office) title {
	t := titleWords(o.Title)
	if !slices.Contains(p.titles, t) {
		p.titles = append(p.titles, t)
	}
	if o.Of.Type != entity.Organization && o.Of.Type != entity.Place {
		p.national = append(p.national, t)
		if head, ok := servedHead(o.Title); ok {
			p.served = append(p.served, head)
		}
	}
	return t
}
