package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// addNoun adds the arguments of a noun of action or an adjective.
func (a *arguments) addNoun() {
	i := a.of
	for _, k := range a.kids(i, "nmod:poss") {
		a.add("possessor", a.conjuncts(k)...)
	}
	if !a.hasKid(i, "nmod:poss") || a.hasKid(i, "nsubj") || a.oneOf(i) || a.office(i) >= 0 {
		a.add("subject", a.nounSubjects(i)...)
	}
	a.addPhrases(i)
	a.add("modifier", a.modifiers(i)...)
	a.addNamed(i)
	for _, k := range a.kids(i, "appos") {
		a.add("apposition", a.conjuncts(k)...)
	}
	for _, k := range a.kids(i, "acl", "xcomp", "ccomp", "advcl") {
		if a.nodes[k].deprel != "acl:relcl" {
			a.add("complement", a.conjuncts(k)...)
		}
	}
	if c := a.container(i); c != i { // "sent a letter of thanks to"
		a.addModifiersAfter(c, i)
		i = c
	}
	for _, v := range a.relativeVerbs(i) {
		if world.LightVerb.Has(a.nodes[v].lemma) { // "ties, which were raised to", "the visit that he paid to"
			a.addOblique(v)
		}
	}
	a.addCarried(i)
}

// addPhrases adds the prepositional phrases of noun i, and those that the parser
// hung on what it is about or who has a part in it.
func (a *arguments) addPhrases(i int) {
	for _, k := range a.kids(i, "nmod", "obl") {
		if a.nodes[k].deprel == "nmod:poss" {
			continue
		}
		a.addCase(k)
		if a.caseOf(k) == "of" { // "the signing of a treaty by A and B"
			for _, x := range a.kids(k, "nmod") {
				if c := a.caseOf(x); c == "by" || c == "between" {
					a.addCase(x)
				}
			}
		}
	}
	if l := a.nodes[i].lemma; world.ActNoun.Has(l) || l == "signing" { // "a treaty on railways between A and B"
		a.addSides(i, 0)
	}
	for _, k := range a.kids(i, "nmod") { // "the support of Kenya for Peru", where the parser hangs Peru on Kenya
		if m := a.mentionAt(k); m == nil || m.Kind != entity.Named || a.nodes[k].deprel == "nmod:poss" {
			continue
		}
		for _, x := range a.kids(k, "nmod") {
			if world.ActPreposition.Has(a.caseOf(x)) {
				a.addCase(x)
			}
		}
	}
}

// addNamed adds the countries in the name of the agreement at node i: "the
// Chile-Ghana Comprehensive Partnership".
func (a *arguments) addNamed(i int) {
	m := a.mentionAt(i)
	if m == nil || m.Kind != entity.Named || m.Type != entity.Agreement {
		return
	}
	for _, k := range a.inner {
		c := &a.doc.Mentions[k]
		if c.Type == entity.Country && m.Tokens.First <= c.Tokens.First && c.Tokens.Last <= m.Head {
			text := a.doc.NLP.Text[c.Start:c.End]
			country := Arg{Function: "modifier", Mention: k, Tokens: c.Tokens, Head: strings.ToLower(text), Text: text}
			a.list = append(a.list, country)
		}
	}
}

// addSides adds the sides of an agreement or meeting that the parser hung on what
// it is about.
func (a *arguments) addSides(i, depth int) {
	for _, k := range a.kids(i, "nmod") {
		if a.caseOf(k) == "between" {
			if depth > 0 && len(a.conjuncts(k)) > 1 && a.nodes[k].mention >= 0 {
				a.addCase(k)
			}
		} else if depth < 4 && a.nodes[k].mention < 0 {
			a.addSides(k, depth+1)
		}
	}
}

// addCarried adds what the clause around noun i says of it: "held talks on Monday
// with", "paid a visit to", "talks and a working lunch with".
func (a *arguments) addCarried(i int) {
	n := &a.nodes[i]
	g := n.head
	if g < 0 {
		return
	}
	if a.carries(g, i) {
		a.addOblique(g)
		if n.deprel == "obj" && a.nodes[g].lemma == "have" {
			return
		}
	} else if n.deprel == "obj" && n.mention < 0 { // what follows the object directly may be its own
		end := a.extent(i).Last
		for _, k := range a.kids(g, "obl") {
			if world.ObjectPreposition.Has(a.caseOf(k)) && a.first(k) == end && !a.isTime(k) {
				a.addCase(k)
			}
		}
	}
	if n.deprel == "conj" && a.isNominal(g) { // "talks and a working lunch with"
		a.addModifiersAfter(g, -1)
	}
	for _, k := range a.kids(i, "conj") { // "a visit and talks with", the last carries the phrase
		if !a.hasKid(i, "nmod") && a.nodes[k].upos == "NOUN" {
			a.addModifiersAfter(k, -1)
		}
	}
}

// carries tells whether node g is the verb of a clause that says no more than that
// what noun i names happens.
func (t *tree) carries(g, i int) bool {
	if !t.isVerb(g) {
		return false
	}
	light := world.LightVerb.Has(t.nodes[g].lemma)
	switch n := &t.nodes[i]; n.deprel {
	case "obj", "nsubj:pass":
		return light
	case "nsubj":
		return world.OccurrenceVerb.Has(t.nodes[g].lemma)
	default:
		c := t.caseOf(i)
		return light && rel(n.deprel) == "obl" && (c == "in" || c == "into")
	}
}

// addModifiersAfter adds the prepositional phrases of noun k that stand after node i.
func (a *arguments) addModifiersAfter(k, i int) {
	for _, x := range a.kids(k, "nmod") {
		if x > i && a.nodes[x].deprel != "nmod:poss" {
			a.addCase(x)
		}
	}
}
