package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// Mends within noun phrases: modifiers that are listed, what is set off by a dash,
// and the fields of what is done.

// mendOuterVerbs coordinates a verb behind ", and" with the verb that has the purpose
// before it, where that purpose is of two verbs already.
func (t *tree) mendOuterVerbs() {
	for i := range t.nodes {
		n := &t.nodes[i]
		h := n.head
		if n.deprel != "conj" || n.xpos != "VB" || h < 0 || !t.bareVerb(i) ||
			t.nodes[h].deprel != "advcl" && t.nodes[h].deprel != "xcomp" ||
			t.nodes[h].xpos != "VB" || !t.kidLemma(i, "cc", "and") || !t.followsComma(i) {
			continue
		}
		joined := func(k int) bool { return k < i && t.isVerb(k) && t.kidLemma(k, "cc", "and") }
		if u := t.nodes[h].head; u >= 0 && t.nodes[u].xpos == "VB" && t.hasKid(u, "obj") &&
			slices.ContainsFunc(t.kids(h, "conj"), joined) {
			t.hang(i, u, "conj")
		}
	}
}

// mendTwoModifiers coordinates two modifiers of a noun that "and" joins, and gives the
// noun the place in the clause that the parser gave the first.
func (t *tree) mendTwoModifiers() {
	for i := 1; i+1 < len(t.nodes); i++ {
		a, b := &t.nodes[i-1], &t.nodes[i+1]
		e := b.head
		if t.nodes[i].form != "and" || a.upos != "ADJ" || a.mention >= 0 || b.mention >= 0 || e <= i || a.head < 0 ||
			b.deprel != "compound" && b.deprel != "amod" {
			continue
		}
		switch {
		case a.head == e && a.deprel == "amod":
		case t.nodes[e].head == i-1 && t.nodes[e].deprel == "conj" && t.isThing(e) && a.deprel != "amod" &&
			a.deprel != "root" && !t.hasKid(i-1, "cop", "nsubj", "nmod", "advmod") && !t.hasKid(e, "det", "case"):
			t.hang(e, a.head, a.deprel)
			for _, k := range append(t.kids(i-1, "case", "det"), t.kids(i-1, "nmod:poss", "conj")...) {
				t.hang(k, e, t.nodes[k].deprel)
			}
			t.hang(i-1, e, "amod")
		default:
			continue
		}
		t.hang(i+1, i-1, "conj")
		t.hang(i, i+1, "cc")
	}
}

// mendFields hangs the fields in which something is done on that rather than on those
// who do it: "the accords that leaders of the two countries reached in the areas of".
func (t *tree) mendFields() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || !t.isActor(n.head) || !world.DomainNoun.Has(n.lemma) || t.caseOf(i) != "in" {
			continue
		}
		up, done := n.head, false
		for up >= 0 && (t.isActor(up) || world.ActorNoun.Has(t.nodes[up].lemma) || t.nodes[up].xpos == "VBN") {
			done = done || t.nodes[up].xpos == "VBN"
			up = t.nodes[up].head
		}
		for done && up >= 0 && (t.nodes[up].deprel == "conj" || t.nodes[up].deprel == "obj") { // "reached by leaders"
			up = t.nodes[up].head
		}
		if up < 0 || up > i {
			continue
		}
		if t.isVerb(up) {
			t.hang(i, up, "obl")
		} else {
			t.hang(i, up, "nmod")
		}
	}
}

// mendModifierLists gives the noun at the end of a list of modifiers all of them, with
// the place in the clause that the parser gave one of those: "promote cultural,
// sporting, and scientific exchanges".
func (t *tree) mendModifierLists() {
	for e := range t.nodes {
		if t.nodes[e].xpos != "NNS" && t.nodes[e].upos != "NOUN" || t.nodes[e].mention >= 0 {
			continue
		}
		items := t.modifiersBefore(e)
		lost := func(k int) bool { return t.nodes[k].upos == "ADJ" && !slices.Contains(t.subtree(e, nil), k) }
		if len(items) < 3 || !slices.ContainsFunc(items, lost) {
			continue
		}
		first := items[0]
		if t.nodes[first].upos != "ADJ" && t.nodes[first].deprel != "amod" && !t.isTiedWord(first) {
			continue // "discussed tourism, regional"
		}
		p := slices.Min(t.subtree(first, func(k int) bool { return k > first })) - 1
		up, deprel := t.placeOf(p, append(items, e))
		if up < 0 {
			continue
		}
		t.hang(e, up, deprel)
		t.hang(first, e, "amod")
		for _, k := range items[1:] {
			t.hang(k, first, "conj")
		}
		if t.nodes[p].upos == "ADP" {
			t.hang(p, e, "case")
		}
	}
}

// placeOf gives the head and the relation of the phrase that some words make, before which node
// p stands: those of the object of a verb, or behind a preposition those that the parser gave one
// of the words. The head is -1 where they can be no phrase.
func (t *tree) placeOf(p int, words []int) (up int, deprel string) {
	if p < 0 {
		return -1, ""
	}
	if t.isVerb(p) {
		isObject := func(k int) bool { return t.nodes[k].deprel == "obj" }
		if !world.FurtheringVerb.Has(t.nodes[p].lemma) || t.hasKid(p, "obj") && !slices.ContainsFunc(words, isObject) {
			return -1, ""
		}
		return p, "obj"
	}
	if t.nodes[p].upos != "ADP" {
		return -1, ""
	}
	for _, k := range words {
		if h := t.nodes[k].head; h >= 0 && h < p {
			return h, t.nodes[k].deprel
		}
	}
	return -1, ""
}

// mendPartedCompounds makes a noun with a preposition right before the noun that it modifies a
// part of the name of that, which the preposition introduces: "including people smuggling".
func (t *tree) mendPartedCompounds() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head != i+1 || n.mention >= 0 || n.upos != "NOUN" || t.nodes[i+1].upos != "NOUN" ||
			t.hasKid(i+1, "case") {
			continue
		}
		for _, c := range t.kids(i, "case") {
			if c < i {
				t.hang(c, i+1, "case")
			}
		}
		n.deprel = "compound"
	}
}

// mendCutCompounds gives a noun that the parser joins with one behind a preposition or a
// semicolon, as no compound has them, the place of that, of which it is told: "supports reform
// through a process", "visited Lima; Quito was not on her way".
func (t *tree) mendCutCompounds() {
	for i := range t.nodes {
		n := &t.nodes[i]
		h := n.head
		if n.deprel != "compound" || h < i || !t.isNominal(i) || t.nodes[h].head < 0 {
			continue
		}
		cut := slices.ContainsFunc(t.nodes[i+1:h], func(n node) bool { return n.form == ";" }) ||
			slices.ContainsFunc(t.kids(h, "case"), func(c int) bool { return c > i && t.nodes[c].upos == "ADP" })
		if !cut {
			continue
		}
		above, deprel := t.nodes[h].head, t.nodes[h].deprel
		t.hang(i, above, deprel)
		for _, k := range t.kids(h, "det", "amod", "nmod:poss", "case", "compound") {
			if k < i {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		if t.isVerb(above) {
			t.hang(h, above, "obl")
		} else {
			t.hang(h, i, "nmod")
		}
	}
}

// mendParts hangs a phrase behind "some of the models" on the models.
func (t *tree) mendParts() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i || t.nodes[n.head].upos != "PRON" && t.nodes[n.head].upos != "DET" {
			continue
		}
		for _, o := range t.kids(n.head, "nmod") {
			if o < i && t.caseOf(o) == "of" && t.extent(o).Last == t.first(i) {
				t.hang(i, o, "nmod")
			}
		}
	}
}

// modifiersBefore returns the single words that "and" and commas list before noun e,
// the last of them its own modifier; nil if there are none.
func (t *tree) modifiersBefore(e int) []int {
	last := e - 1
	if last < 0 || t.nodes[last].head != e || t.nodes[last].deprel != "amod" && t.nodes[last].deprel != "compound" {
		return nil
	}
	items := []int{last}
	k := slices.Min(t.subtree(last, nil)) - 1
	if k < 1 || t.nodes[k].form != "and" {
		return nil
	}
	if k--; t.nodes[k].form == "," {
		k--
	}
	for k >= 0 && (t.nodes[k].upos == "ADJ" || t.isThing(k) && t.nodes[k].xpos == "NN") {
		items = append(items, k)
		own := func(x int) bool { return x > k || t.nodes[x].upos != "PUNCT" && t.nodes[x].deprel != "punct" }
		k = slices.Min(t.subtree(k, own)) - 1
		if k < 1 || t.nodes[k].form != "," {
			break
		}
		k--
	}
	slices.Sort(items)
	return items
}

// mendDetermined makes what stands behind a determiner and an adjective, and before an
// infinitive, the noun that they need: "the critical need to invest".
func (t *tree) mendDetermined() {
	for a := 0; a+2 < len(t.nodes); a++ {
		n := &t.nodes[a+1]
		if r := rel(t.nodes[a].deprel); r != "obj" && r != "obl" || t.nodes[a].upos != "ADJ" || !t.hasKid(a, "det") ||
			n.xpos != "VBP" && n.xpos != "VB" || !takesInfinitive(n.lemma) || t.nodes[a+2].form != "to" || n.head < 0 {
			continue
		}
		t.hang(a+1, t.nodes[a].head, t.nodes[a].deprel)
		n.upos, n.xpos = "NOUN", "NN"
		t.modify(a, "amod")
		for _, c := range t.kids(a+1, "xcomp", "advcl") {
			t.nodes[c].deprel = "acl"
		}
	}
}

// mendBetween hangs those between whom a meeting was on it, where the parser hung them on what
// stands behind it: "a meeting held at the palace between A and B".
func (t *tree) mendBetween() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if h < 0 || h > i || t.caseOf(i) != "between" || !t.hasKid(i, "conj") || !t.isPerson(i) && !t.isCountry(i) ||
			!t.isVerb(h) && !t.isTime(h) && t.nodes[h].mention < 0 {
			continue
		}
		for k := t.subtree(i, nil)[0] - 1; k >= 0; k-- {
			n := &t.nodes[k]
			if n.upos == "NOUN" && (world.MeetingForm.Has(n.lemma) || world.MeetingNoun.Has(strings.ToLower(n.form))) {
				if k != h && !t.isBetween(k) {
					t.hang(i, k, "nmod")
				}
				break
			}
			if t.isVerb(k) && n.lemma != "hold" && n.lemma != "take" && n.lemma != "occur" {
				break
			}
		}
	}
}

// isBetween tells whether a noun has somebody between whom it is.
func (t *tree) isBetween(k int) bool {
	return slices.ContainsFunc(t.kids(k, "nmod", "obl"), func(o int) bool { return t.caseOf(o) == "between" })
}

// mendParticularly hangs what "particularly in" singles out on the object that ends before the
// comma, where the parser hung it on the verb or coordinated it: "ties, particularly in tea".
func (t *tree) mendParticularly() {
	for i := range t.nodes {
		n := &t.nodes[i]
		a := t.kid(i, "advmod")
		if n.head < 0 || n.head > i || n.upos != "NOUN" && n.upos != "PROPN" || t.caseOf(i) != "in" || t.isTime(i) ||
			a < 2 || a > i || !world.Particularizer.Has(t.nodes[a].form) || t.nodes[a-1].form != "," {
			continue
		}
		switch n.deprel {
		case "conj":
			if t.isNominal(n.head) && !t.hasKid(i, "cc") && n.head == a-2 {
				t.hang(i, n.head, "nmod")
			}
		case "obl":
			if o := t.kid(n.head, "obj"); o == a-2 && t.nodes[o].mention < 0 && t.nodes[n.head].xpos == "VBG" {
				t.hang(i, o, "nmod")
			}
		}
	}
}

// mendFreeTrade makes a preposition of "to" before an adjective that the parser took for the
// verb of the noun behind it: "a commitment to free trade".
func (t *tree) mendFreeTrade() {
	for i := 1; i+1 < len(t.nodes); i++ {
		n, o := &t.nodes[i], t.kid(i, "obj")
		if n.upos != "ADJ" || n.xpos != "JJ" || n.deprel != "acl" || n.head < 0 || n.head > i || o != i+1 ||
			t.nodes[i-1].form != "to" || t.nodes[i-1].head != i {
			continue
		}
		t.hang(o, n.head, "nmod")
		t.hang(i, o, "amod")
		t.hang(i-1, o, "case")
		t.nodes[i-1].upos = "ADP"
	}
}
