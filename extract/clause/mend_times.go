package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of phrases of time, place and occasion.

// mendTimes parts a name from the word for a day or month that follows it.
func (t *tree) mendTimes() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if t.nodes[i].mention < 0 || !t.opens(i+1, h) || !t.isTime(h) || t.nodes[h].mention >= 0 || t.nodes[h].head < 0 {
			continue
		}
		switch rel(t.nodes[i].deprel) {
		case "compound", "nmod", "flat", "amod":
		default:
			continue
		}
		g, deprel := t.nodes[h].head, t.nodes[h].deprel
		t.hang(i, g, deprel)
		for _, k := range slices.Clone(t.nodes[h].kids) {
			if k < i {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		if i > 0 && t.nodes[i-1].upos == "ADP" {
			t.hang(i-1, i, "case")
			if t.nodes[i].deprel = "nmod"; t.isVerb(g) {
				t.nodes[i].deprel = "obl"
			}
		}
		t.nodes[h].deprel = "obl:unmarked"
	}
}

// mendTimeSubjects makes somebody the subject of a verb where the parser took the day that
// stands between them for it: "Kimani, yesterday had talks".
func (t *tree) mendTimeSubjects() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nsubj" || n.head < i || !world.DeicticDay.Has(n.form) {
			continue
		}
		for _, k := range t.kids(n.head, "vocative", "dislocated", "obl:unmarked") {
			if k < i && t.isActor(k) {
				t.hang(k, n.head, "nsubj")
				n.deprel = "obl:unmarked"
				break
			}
		}
	}
}

// mendCircumstances hangs phrases of time, place, subject and occasion that hang
// on a person or country on what they take part in.
func (t *tree) mendCircumstances() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || !t.isNominal(i) && n.upos != "NUM" || !t.lacksCircumstances(n.head) && !t.isGoalYear(i) ||
			t.isTime(i) && t.isTime(n.head) || t.isPerson(i) && !t.isTime(n.head) {
			continue
		}
		c := t.kid(i, "case")
		if n.deprel == "acl:relcl" && t.hasKid(i, "cop") { // "who was in Lima"
			continue
		}
		if c < 0 || !world.CircumstancePreposition.Has(t.nodes[c].form) && !t.isGoalYear(i) {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) && !t.isVerbal(a) {
			a = t.nodes[a].head
		}
		switch {
		case a < 0:
		case t.isVerb(a):
			t.hang(i, a, "obl")
		default:
			t.hang(i, a, "nmod")
		}
	}
}

// lacksCircumstances tells whether node h is of a kind that has no time, place or
// occasion of its own: people, countries, times, adverbs.
func (t *tree) lacksCircumstances(h int) bool {
	return t.isPerson(h) || t.isCountry(h) || t.nodes[h].mention < 0 && t.isTime(h) ||
		rel(t.nodes[h].deprel) == "advmod" && world.LooseAdverb.Has(t.nodes[h].form)
}

// isGoalYear tells whether node i is a year until which something is done that hangs on its
// object: "double trade by 2030".
func (t *tree) isGoalYear(i int) bool {
	n := &t.nodes[i]
	return n.deprel == "nmod" && isYear(n.form) && t.caseOf(i) == "by" && t.nodes[n.head].deprel == "obj"
}

// mendArranged hangs what tells when and where a gathering is, right behind it, on
// the gathering.
func (t *tree) mendArranged() {
	for k := range t.nodes {
		n := &t.nodes[k]
		switch rel(n.deprel) {
		case "acl", "advcl", "xcomp", "parataxis", "dep":
		default:
			continue
		}
		if !t.aboutNoun(k) {
			continue
		}
		arranged := world.ArrangingVerb.Has(n.lemma) && (n.xpos == "VBN" || n.xpos == "VBD")
		if !arranged && !t.occurs(k) || t.hasKid(k, "obj") && arranged {
			continue
		}
		g := k - 1
		for g >= 0 && t.nodes[g].head == k && world.ArrangedOpener.Has(t.nodes[g].form) {
			g--
		}
		if g < 0 || !t.isGathering(g) || n.head == g && rel(n.deprel) == "acl" {
			continue
		}
		if n.deprel != "acl:relcl" {
			n.deprel = "acl"
		}
		if arranged {
			n.xpos = "VBN"
		}
		t.hang(k, g, n.deprel)
	}
}

// mendEventTimes hangs the time right behind a journey or gathering, and whoever
// stands behind that, on the noun.
func (t *tree) mendEventTimes() {
	for g := range t.nodes {
		if l := t.nodes[g].lemma; t.nodes[g].mention >= 0 || !world.TripNoun.Has(l) && !world.GatheringNoun.Has(l) {
			continue
		}
		timed := -1
		for k := g + 1; k < len(t.nodes); {
			h, last := t.phraseAt(k)
			if h < 0 {
				break
			}
			switch up := t.nodes[h].head; {
			case t.isTime(h) && t.nodes[h].mention < 0:
				timed = h
				if up > h && up == t.nodes[g].head && rel(t.nodes[g].deprel) == "nsubj" { // "the talks on Monday were short"
					t.hang(h, g, "nmod")
				}
			case t.nodes[h].mention < 0 || up != g && up != timed && up != t.nodes[g].head:
				last = len(t.nodes)
			case timed >= 0 && up != g:
				t.hang(timed, g, "nmod")
				t.hang(h, g, "nmod")
			}
			k = last + 1
		}
	}
}

// phraseAt returns the head and the last node of the phrase that starts at node k
// with a preposition or is a time without one; -1 if there is none.
func (t *tree) phraseAt(k int) (head, last int) {
	h := t.nodes[k].head
	if h <= k || !t.opens(k, h) || !t.isNominal(h) {
		return -1, -1
	}
	if t.nodes[k].deprel != "case" && !t.isTime(h) {
		return -1, -1
	}
	below := t.subtree(h, func(c int) bool { return c > h && t.nodes[c].deprel != "conj" })
	return h, below[len(below)-1]
}

// mendPlaceAndDay hangs a place before a day on the verb: "signed an agreement on the
// import of beef in Lima on Monday".
func (t *tree) mendPlaceAndDay() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if rel(n.deprel) != "nmod" || n.head < 0 || n.head > i || !t.isThing(n.head) ||
			!t.isPlace(i) || t.caseOf(i) != "in" || i+2 >= len(t.nodes) || t.nodes[i+1].form != "on" {
			continue
		}
		k := i + 2 // "Monday", "May 13", "13 May"
		if t.nodes[k].upos == "NUM" && k+1 < len(t.nodes) {
			k++
		}
		if v := t.verbAbove(i); v >= 0 && t.isTime(k) {
			t.hang(i, v, "obl")
		}
	}
}

// mendSaidBehind gives what is told, where who tells it stands behind, the times and places
// before the comma: "Kenya signed on Tuesday, officials said".
func (t *tree) mendSaidBehind() {
	for v := range t.nodes {
		c, s := t.kid(v, "ccomp", "parataxis"), t.kid(v, "nsubj")
		if c < 0 || s < c || !world.SpeechVerb.Has(t.nodes[v].lemma) || !t.isVerb(c) || !t.followsComma(s) {
			continue
		}
		for _, k := range t.kids(v, "obl", "obl:unmarked") {
			if k > c && k < s {
				t.hang(k, c, t.nodes[k].deprel)
			}
		}
	}
}

// mendDeeds hangs a gathering at which something is done on the verb rather than on
// what is done.
func (t *tree) mendDeeds() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if t.nodes[i].deprel != "nmod" || h < 0 || !t.isGathering(i) {
			continue
		}
		if c := t.caseOf(i); c != "during" && (c != "at" || t.nodes[h].mention < 0 && !world.ActNoun.Has(t.nodes[h].lemma)) {
			continue
		}
		o := t.container(h)
		for o >= 0 && t.nodes[o].deprel == "nmod" {
			o = t.nodes[o].head
		}
		if o >= 0 && rel(t.nodes[o].deprel) == "obj" && !t.isGathering(o) {
			t.hang(i, t.nodes[o].head, "obl")
		}
	}
}
