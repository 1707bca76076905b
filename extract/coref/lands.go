package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// land resolves "the country", "the Southeast Asian nation", "our country".
func (t *thread) land(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)[m.Tokens.First:m.Tokens.Last]
	last := len(tokens) - 1
	if world.RulingNoun.Has(strings.ToLower(tokens[last].Form)) {
		return t.government(i)
	}
	switch determiner := strings.ToLower(tokens[0].Form); {
	case world.SingularPossessive.Has(determiner):
		if who := t.singular(i + 1); len(who) == 1 { // the pronoun inside
			return t.landOf(who[0])
		}
		return nil
	case determiner == "our":
		if who := t.voice(i); who >= 0 {
			return t.landOf(who)
		}
		return nil
	case world.PossessiveDeterminer.Has(determiner):
		return nil
	}
	region := strings.ToLower(plainSpaces(t.text(nlp.Span{Start: tokens[min(1, last)].Start, End: tokens[last].Start})))
	region = strings.ReplaceAll(region, "-", " ")
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
	return nil
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
