package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// land resolves "the country", "the Southeast Asian nation", "our country", "his government".
func (t *thread) land(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)[m.Tokens.First:m.Tokens.Last]
	last := len(tokens) - 1
	determiner := strings.ToLower(tokens[0].Form)
	if world.SingularPossessive.Has(determiner) {
		if who := t.singular(i + 1); len(who) == 1 { // the pronoun inside
			return t.landOf(who[0])
		}
		return nil
	}
	if noun := strings.ToLower(tokens[last].Form); determiner != "its" && (world.RulingNoun.Has(noun) || world.MinistryNoun.Has(noun)) {
		return t.government(i)
	}
	switch {
	case determiner == "our":
		if who := t.voice(i); who >= 0 {
			return t.landOf(who)
		}
		return nil
	case determiner == "its":
		return t.landAtHand(i)
	case world.PossessiveDeterminer.Has(determiner):
		return nil
	}
	region := strings.ToLower(plainSpaces(t.text(nlp.Span{Start: tokens[min(1, last)].Start, End: tokens[last].Start})))
	region = strings.ReplaceAll(region, "-", " ")
	if region == "" && strings.EqualFold(tokens[last].Form, "island") {
		region = "island" // "the island"
	}
	switch lands := t.focus.lands; {
	case region == "host":
		return t.landOf(t.visit.host)
	case region != "":
		return one(t.landIn(region))
	case len(lands) > 0:
		return one(lands[len(lands)-1])
	}
	if lands := t.focus.lastLands(); len(lands) == 1 {
		return slices.Clone(lands)
	}
	return nil
}

// government resolves "the Government": that of whoever writes or speaks, or of
// the one country of which officials are named.
func (t *thread) government(i int) []int {
	who := t.voice(i)
	if who < 0 {
		who = t.Author
	}
	if who >= 0 {
		return t.landOf(who)
	}
	if land := t.landAtHand(i); land != nil {
		return land
	}
	found := ""
	for e := range t.Entities {
		c := t.Entities[e].Country.ID
		if t.Entities[e].Type != entity.Person || c == "" || len(t.profiles[e].titles) == 0 {
			continue
		}
		if found != "" && found != c {
			return nil
		}
		found = c
	}
	if e, ok := t.byID[found]; ok && t.profiles[e].count > 1 {
		return one(e)
	}
	if strings.EqualFold(t.tokens(&t.Mentions[i])[t.Mentions[i].Head].Form, "government") {
		return one(t.mainLand())
	}
	return nil
}

// mainLand gives the country that the document names often, and any other far less.
func (r *roster) mainLand() int {
	most, n, next := nobody, 0, 0
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Country {
			continue
		}
		switch c := r.profiles[e].count; {
		case c > n:
			most, n, next = e, c, n
		case c > next:
			next = c
		}
	}
	if n < 3 || n < 3*next {
		return nobody
	}
	return most
}

// landAtHand gives the country that the clauses before mention i are about, in its sentence
// and the one before: as their subject, or as the only one that is named. Of somebody who
// speaks in its sentence it is the country where the mention is a subject: "he said the
// government would help", but not "he praised the government".
func (t *thread) landAtHand(i int) []int {
	m := &t.Mentions[i]
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		switch o := &t.Mentions[k]; {
		case o.Inside || o.End > m.Start || !t.clauseSubject(o):
		case o.Type == entity.Person && len(o.Entities) == 1 && t.clauseSubject(m):
			return t.landOf(o.Entities[0])
		case o.Type == entity.Person:
			return nil
		case names(o, entity.Country) && t.body(o):
			return slices.Clone(o.Entities)
		}
	}
	if len(t.focus.lands) > 0 {
		if len(t.focus.lands) == 1 {
			return slices.Clone(t.focus.lands)
		}
		return nil
	}
	if s := t.subjects.of[m.Sentence-1]; len(s) == 1 {
		switch e := &t.Entities[s[0]]; e.Type {
		case entity.Country:
			return slices.Clone(s)
		case entity.Person:
			return t.landOf(s[0])
		}
	}
	if lands := t.focus.lastLands(); len(lands) == 1 {
		return slices.Clone(lands)
	}
	return nil
}

// ownOfficials gives offices that words inside say to be of a country, "the country's
// president", "its foreign minister", what these words mean.
func (r *roster) ownOfficials() {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if !names(m, entity.Person) || len(m.Offices) == 0 || m.Offices[0].Of.ID != "" {
			continue
		}
		for k := i + 1; k < len(r.Mentions) && r.Mentions[k].Start < m.End; k++ {
			o := &r.Mentions[k]
			if !o.Inside || o.Kind == entity.Named || len(o.Entities) != 1 {
				continue
			}
			switch of := &r.Entities[o.Entities[0]]; of.Type {
			case entity.Country:
				r.holdsIn(m, of.Ref)
			case entity.Organization:
				r.holdsAt(m, of.Ref)
			default:
				continue
			}
			break
		}
	}
}

// landIn gives the one country of the document in a part of the world.
func (r *roster) landIn(region string) int {
	found := nobody
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Country || r.profiles[e].count == 0 {
			continue
		}
		if c, _, _ := world.FindCountry(strings.Fields(r.Entities[e].Name)); c == nil || !world.InRegion(c, region) {
			continue
		}
		if found >= 0 {
			return nobody
		}
		found = e
	}
	return found
}
