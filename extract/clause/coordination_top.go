package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// findTop finds with which noun of its first item the others of a list are listed:
// "cooperation in trade, health and mining", "the fight against piracy, the law of the
// sea and ports". It is the first, if the others have a determiner or a phrase of their
// own and the last has none, else the one that the parser took one of them for a conjunct
// of. Where that tells nothing, bare nouns are listed with the last noun, as in
// treebanks, unless they are unlike it.
func (t *tree) findTop(l *coordination) bool {
	able := t.listables(l)
	if len(able) == 0 {
		return false
	}
	l.top = able[0]
	low, rich := able[len(able)-1], t.isRich(l)
	chunks := l.items[0].chunks
	if len(able) == 1 || rich && t.nodes[chunks[low].first].upos != "DET" {
		return true
	}
	if of := chunks[low].preposition; !rich && !t.isListable(chunks[low].noun) && len(able) > 1 && of >= 0 && t.nodes[of].form == "of" &&
		world.IncompleteNoun.Has(t.nodes[chunks[able[len(able)-2]].noun].lemma) {
		l.top = low
		return true
	}
	unlike := !slices.ContainsFunc(l.items[1:], func(x item) bool { return t.isAlike(chunks[low], x.chunks[0]) })
	if k := t.parsedTop(l, able); k >= 0 && !(k == low && unlike) {
		l.top = k
		return true
	}
	if !rich && t.isAlike(chunks[low], l.items[1].chunks[0]) {
		l.top = low
	}
	return true
}

// parsedTop tells with which chunk of the first item the parser listed others, the first
// of several, -1 if with none.
func (t *tree) parsedTop(l *coordination, able []int) int {
	top := -1
	for i := range l.items[1:] {
		h := l.head(i + 1)
		for hops := 0; t.nodes[h].deprel == "conj" && t.nodes[h].head >= 0 && hops < len(l.items); hops++ {
			h = t.nodes[h].head
			k := slices.IndexFunc(l.items[0].chunks, func(c chunk) bool { return c.noun == h })
			if slices.Contains(able, k) && (top < 0 || k < top) {
				top = k
			}
		}
	}
	return top
}

// isAlike tells whether two base noun phrases are of one number, both of people or both not,
// and of one word if the first is.
func (t *tree) isAlike(a, b chunk) bool {
	return t.isPlural(a.noun) == t.isPlural(b.noun) && t.isHuman(a.noun) == t.isHuman(b.noun) &&
		(a.first < a.noun || b.first == b.noun)
}

// listables tells which nouns of the first item of a list others may be listed with.
func (t *tree) listables(l *coordination) (able []int) {
	chunks := l.items[0].chunks
	for k, c := range chunks {
		exchanged := k > 0 && world.IncompleteNoun.Has(t.nodes[chunks[k-1].noun].lemma) && t.nodes[c.noun].upos == "NOUN"
		if !t.isListable(c.noun) && !exchanged { // "the exchange of people, goods and data"
			continue
		}
		if n := len(able); n > 0 && t.leads(chunks[able[n-1]].noun) && !t.recurs(l, chunks[able[n-1]].noun) &&
			!t.isDeed(chunks[able[n-1]].noun, c.preposition) && !t.isForSome(l, c) {
			able = nil
		}
		able = append(able, k)
	}
	return able
}

// isDeed tells whether an occasion is rather something done to what "of" joins to it: "the
// exchange of weather data".
func (t *tree) isDeed(k, preposition int) bool {
	return world.OccasionNoun.Has(t.nodes[k].lemma) && !world.ShellNoun.Has(t.nodes[k].lemma) && preposition >= 0 &&
		t.nodes[preposition].form == "of"
}

// isForSome tells whether a base noun phrase is of people, as nothing else is that is listed:
// "support for farmers, shipping and ports".
func (t *tree) isForSome(l *coordination, c chunk) bool {
	return t.isHuman(c.noun) && !slices.ContainsFunc(l.items[1:], func(x item) bool { return t.isHuman(x.chunks[0].noun) })
}

// recurs tells whether a noun that leads to something heads a later item, too, or one
// like it does: "our commitment to peace, trade and our readiness for talks".
func (t *tree) recurs(l *coordination, k int) bool {
	return slices.ContainsFunc(l.items[1:], func(x item) bool {
		c := x.chunks[0]
		like := t.nodes[c.noun].lemma == t.nodes[k].lemma ||
			world.AgreementNoun.Has(t.nodes[c.noun].lemma) && world.AgreementNoun.Has(t.nodes[k].lemma)
		return like || t.nodes[c.first].xpos == "PRP$" && len(x.chunks) > 1 && t.leads(c.noun)
	})
}

// isRich tells whether some of the items behind the first have a determiner, a phrase or
// a semicolon of their own, as only the outer noun of the first has.
func (t *tree) isRich(l *coordination) bool {
	for i, x := range l.items[1:] {
		if t.nodes[x.cc[0]].isStop() || t.nodes[x.chunks[0].first].upos == "DET" {
			return true
		}
		// behind the last one may stand what belongs to none
		if len(x.chunks) > 1 && (i+2 < len(l.items) || t.nodes[x.chunks[1].preposition].form == "of") {
			return true
		}
	}
	return false
}

// leads tells whether a noun only leads to what is listed: "cooperation in", "views
// on", "the fields of".
func (t *tree) leads(k int) bool {
	l := t.nodes[k].lemma
	return world.ShellNoun.Has(l) || world.BondNoun.Has(l) || world.AgreementNoun.Has(l) || world.OpinionNoun.Has(l) ||
		world.OccasionNoun.Has(l) || world.DomainNoun.Has(l) || world.QuantityNoun.Has(l) || world.ContentNoun.Has(l)
}

// explains tells whether what looks like a list is a noun with one in apposition, "the
// pact, a deal on trade and tourism, was", or things told by two clauses, "after talks on
// trade, ports and mines were opened".
func (t *tree) explains(l *coordination) bool {
	end := l.end()
	if end < len(t.nodes) && t.nodes[end].form == "," && end+1 < len(t.nodes) && isFinite(t.nodes[end+1].xpos) {
		return true
	}
	if b := l.first() - 1; end < len(t.nodes) && isFinite(t.nodes[end].xpos) &&
		(l.top > 0 || b >= 0 && t.nodes[b].upos == "ADP") {
		return true
	}
	second := l.items[1].chunks[0]
	h := &t.nodes[second.noun]
	return t.nodes[second.first].lemma == "a" && rel(h.deprel) == "appos" && h.head == l.head(0) &&
		t.nodes[l.items[0].chunks[l.top].first].lemma != "a"
}
