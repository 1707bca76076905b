package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// where returns the mention of the place where the predicate at i happens: what
// stands after "in" before what stands after "at", and a place before a country;
// -1 if the text does not tell.
func (t *tree) where(i int) int {
	best, rank := -1, 0
	look := func(o, r int) {
		for _, x := range t.conjuncts(o) {
			m := t.mentionAt(x)
			if m == nil || m.Kind != entity.Named || m.Adjective {
				continue
			}
			switch {
			case m.Type == entity.Place:
				r += 2
			case m.Type != entity.Country:
				continue
			}
			if r > rank {
				best, rank = t.nodes[x].mention, r
			}
			return
		}
	}
	var scan func(k, depth int)
	scan = func(k, depth int) {
		for _, o := range t.kids(k, "obl", "nmod", "advmod") {
			c := t.caseOf(o)
			switch {
			case c == "in" || c == "across" || c == "throughout":
				look(o, 2)
			case world.PlacePreposition.Has(c):
				look(o, 1)
			case c == "to" && k != i && world.TripNoun.Has(t.nodes[k].lemma):
				look(o, 1)
			case c == "to" && depth == 0 && (k != i && world.MotionVerb.Has(t.nodes[k].lemma) || world.HostingVerb.Has(t.nodes[k].lemma)):
				look(o, 1)
			}
			if depth < 2 && (t.isPerson(o) || t.isEvent(o) || world.VenueNoun.Has(t.nodes[o].lemma) || world.GatheringNoun.Has(t.nodes[o].lemma) || world.ActNoun.Has(t.nodes[o].lemma) && t.nodes[o].mention < 0 || world.PlacePreposition.Has(c) && t.nodes[o].mention >= 0) {
				scan(o, depth+1) // "at the airport in Lima", "on the sidelines of the summit in Peru"
			}
		}
	}
	if world.PlacePreposition.Has(t.caseOf(i)) { // "was in Lima"
		look(i, 2)
	}
	for _, h := range t.arrangements(i) {
		scan(h, 1)
	}
	t.upward(i, func(k int) bool {
		for _, w := range t.kids(k, "advmod") { // "to Lima, where she will meet"
			for p := w - 1; p >= 0 && t.nodes[w].form == "where" && best < 0; p-- {
				look(p, 1)
			}
		}
		scan(k, 0)
		for _, o := range t.kids(k, "obj", "nsubj:pass") { // "met Sato in Lima", with Lima hung on Sato
			for _, x := range t.conjuncts(o) {
				if t.isPerson(x) || t.isEvent(x) || x == i || world.LightVerb.Has(t.nodes[k].lemma) && world.GatheringNoun.Has(t.nodes[x].lemma) {
					scan(x, 1)
				}
			}
		}
		return best < 0
	})
	return best
}

// occasion returns the mention of the event during which the predicate at i
// happens, -1 if none.
func (t *tree) occasion(i int) int {
	event := -1
	t.upward(i, func(k int) bool {
		for _, o := range t.kids(k, "obl", "nmod") {
			c := t.caseOf(o)
			if c != "at" && c != "on" && c != "during" && c != "in" && !strings.HasSuffix(c, " of") {
				continue
			}
			for _, x := range append(t.conjuncts(o), t.kids(o, "nmod")...) {
				if t.isEvent(x) && event < 0 && x != i {
					event = t.nodes[x].mention
				}
			}
		}
		return event < 0
	})
	return event
}
