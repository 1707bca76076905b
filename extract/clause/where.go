package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// where returns the mention of the place where the predicate at i happens: what
// stands after "in" before what stands after "at", and a place before a country;
// -1 if the text does not tell.
func (t *tree) where(i int) int {
	v := venue{tree: t, of: i, mention: -1}
	if world.PlacePreposition.Has(t.caseOf(i)) { // "was in Lima"
		v.look(i, 2)
	}
	for _, h := range t.arrangements(i) {
		v.scan(h, 1)
	}
	t.upward(i, func(k int) bool {
		for _, w := range t.kids(k, "advmod") { // "to Lima, where she will meet"
			for p := w - 1; p >= 0 && t.nodes[w].form == "where" && v.mention < 0; p-- {
				v.look(p, 1)
			}
		}
		v.scan(k, 0)
		for _, o := range t.kids(k, "obj", "nsubj:pass") { // "met Sato in Lima", with Lima hung on Sato
			for _, x := range t.conjuncts(o) {
				if t.isPerson(x) || t.isEvent(x) || x == i ||
					world.LightVerb.Has(t.nodes[k].lemma) && world.GatheringNoun.Has(t.nodes[x].lemma) {
					v.scan(x, 1)
					if t.isEvent(x) {
						for _, h := range t.arrangements(x) {
							v.scan(h, 1)
						}
					}
				}
			}
		}
		return v.mention < 0
	})
	return t.cityIn(v.mention)
}

// A venue is the best place found so far for the predicate at a node.
type venue struct {
	*tree
	of      int
	mention int // -1 if there is none yet
	rank    int
}

// look takes the place that nominal o names if it ranks higher than the best.
func (v *venue) look(o, rank int) {
	for _, x := range v.conjuncts(o) {
		if k := v.kid(x, "appos"); k == x+1 && v.nodes[x].mention < 0 && v.isCity(k) { // "the capital Lima"
			x = k
		}
		if c := v.kid(x, "compound"); c >= 0 && v.nodes[x].mention < 0 && world.SeatNoun.Has(v.nodes[x].lemma) && v.isCity(c) {
			x = c // "at its Lima office"
		}
		m := v.mentionAt(x)
		if m == nil || !namesPlace(m) {
			continue
		}
		if m.Type == entity.Place {
			rank += 2
			x = v.city(x)
		}
		v.take(x, rank)
		return
	}
}

// city is the city behind the name of a place in it: "Elm Palace, Lima", "Elm Palace
// in Lima". It is the place itself where there is none.
func (t *tree) city(x int) int {
	if in := x + 2; in < len(t.nodes) && t.nodes[x+1].form == "in" && t.isCity(in) && !t.isCity(x) {
		return in
	}
	for _, k := range t.kids(x, "appos", "nmod:unmarked", "conj", "list") {
		if k > x && t.nodes[k-1].form == "," && t.isCity(k) && !t.isCity(x) {
			return k
		}
	}
	return x
}

// cityIn is the mention of the city that stands right before that of its country, "Tokyo,
// Japan", "Manila, the Philippines"; the mention given where none does.
func (t *tree) cityIn(mention int) int {
	if mention < 0 || t.doc.Mentions[mention].Type != entity.Country {
		return mention
	}
	end := t.doc.Mentions[mention].Tokens.First
	for ; end > 0; end-- {
		if f := t.sentence.Tokens[end-1].Form; f != "," && f != "the" {
			break
		}
	}
	for i := range t.nodes {
		if m := t.mentionAt(i); m != nil && m.Tokens.Last == end && t.isCity(i) {
			return t.nodes[i].mention
		}
	}
	return mention
}

// isCity tells whether node k is the name of a city that the lists know.
func (t *tree) isCity(k int) bool {
	m := t.mentionAt(k)
	if m == nil || m.Type != entity.Place || !namesPlace(m) {
		return false
	}
	words := strings.Fields(m.Name)
	p, n := world.FindPlace(words)
	return p != nil && p.Kind == "city" && n == len(words)
}

// take takes the place that node x names if it ranks higher than the best.
func (v *venue) take(x, rank int) {
	if rank > v.rank {
		v.mention, v.rank = v.nodes[x].mention, rank
	}
}

// seat tells whether nominal o names a body by the house in which it sits: "at the
// Presidential Secretariat".
func (v *venue) seat(o int) bool {
	m := v.mentionAt(o)
	return m != nil && m.Kind == entity.Named && m.Type == entity.Organization && world.SeatNoun.Has(v.nodes[o].lemma)
}

// scan looks at the phrases of place of node k, which lies depth phrases below a
// clause.
func (v *venue) scan(k, depth int) {
	above := v.nodes[k].lemma
	for _, o := range v.kids(k, "obl", "nmod", "advmod") {
		c := v.caseOf(o)
		switch {
		case world.InnerPreposition.Has(c):
			v.look(o, 2)
		case c == "at" && v.seat(o):
			v.take(o, 2)
		case c == "on" && v.isAbout(k): // "talks on Cyprus", "touched on Cyprus"
		case world.PlacePreposition.Has(c):
			v.look(o, 1)
		case c == "to" && k != v.of && world.TripNoun.Has(above):
			v.look(o, 1)
		case c == "to" && depth == 0 && (k != v.of && world.MotionVerb.Has(above) || world.HostingVerb.Has(above)):
			v.look(o, 1)
		}
		if depth < 2 && v.hasPlace(o, c) {
			v.scan(o, depth+1)
			for _, x := range v.conjuncts(o)[1:] { // "for a meeting and a dinner at the palace"
				if world.GatheringNoun.Has(v.nodes[o].lemma) && v.nodes[x].mention < 0 {
					v.scan(x, depth+1)
				}
			}
			if !isOccasion(c) && (depth == 0 || c != "of") {
				continue
			}
			for _, h := range v.arrangements(o) { // "at a dinner held in Lima"
				v.scan(h, depth+1)
			}
		}
	}
}

// isAbout tells whether what stands behind "on" at node k is what that is about: at a noun, a word of
// talk, and a verb that has something other than people as its object, "held talks on Cyprus".
func (t *tree) isAbout(k int) bool {
	return !t.isVerb(k) || world.TalkingWord.Has(t.nodes[k].lemma) ||
		slices.ContainsFunc(t.kids(k, "obj", "nsubj:pass"), func(o int) bool { return !t.isPerson(o) && t.nodes[o].upos != "PRON" })
}

// hasPlace tells whether the place of nominal o behind preposition c is that of what
// it hangs on, too: "at the airport in Lima", "on the sidelines of the summit in
// Peru".
func (t *tree) hasPlace(o int, c string) bool {
	l, named := t.nodes[o].lemma, t.nodes[o].mention >= 0
	return t.isPerson(o) || t.isEvent(o) || c == "at" && !named || world.VenueNoun.Has(l) || world.GatheringNoun.Has(l) ||
		world.ActNoun.Has(l) && !named || world.PlacePreposition.Has(c) && named
}

// occasion returns the mention of the event during which the predicate at i
// happens, -1 if none.
func (t *tree) occasion(i int) int {
	event := -1
	t.upward(i, func(k int) bool {
		for _, o := range t.kids(k, "obl", "nmod") {
			if !isOccasion(t.caseOf(o)) {
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
