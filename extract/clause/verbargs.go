package clause

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// addVerb adds the arguments of a verb.
func (a *arguments) addVerb() {
	i := a.of
	surface := a.surfaceSubjects(i)
	if a.passive(i) {
		a.add("subject", a.agents(i)...)
		a.add("by", a.agents(i)...)
		if a.hasKid(i, "obj") {
			a.add("indirect", surface...)
		} else {
			a.add("object", surface...)
		}
	} else {
		a.add("subject", surface...)
	}
	a.addObjects()
	for _, k := range a.kids(i, "iobj") {
		a.add("indirect", a.conjuncts(k)...)
	}
	a.addOblique(i)
	for _, k := range a.kids(i, "obj", "nsubj:pass") {
		a.addFromObject(k)
	}
	for _, k := range a.kids(i, "xcomp", "ccomp", "advcl") {
		if a.finite(k) {
			a.add("clause", a.conjuncts(k)...)
		} else {
			a.add("complement", a.conjuncts(k)...)
		}
	}
}

// addObjects adds the objects of a verb: its own, else that of a verb coordinated
// with it and the noun of the relative clause whose verb it is.
func (a *arguments) addObjects() {
	i := a.of
	own := a.kids(i, "obj")
	for _, k := range own {
		a.add("object", a.conjuncts(k)...)
	}
	if len(own) > 0 || a.passive(i) {
		return
	}
	a.add("object", a.sharedObject(i)...)
	if a.nodes[i].deprel == "acl:relcl" && a.lacksObject(i) {
		a.add("object", a.conjuncts(a.nodes[i].head)...)
	}
}

// addFromObject adds what the parser hung on the object at node k and is the
// verb's, too.
func (a *arguments) addFromObject(k int) {
	for _, x := range a.conjuncts(k) { // a matter is discussed with somebody
		for _, m := range a.kids(x, "nmod") {
			if a.withPerson(m) {
				a.addCase(m)
			}
		}
	}
	for _, x := range a.kids(k, "nmod") { // "two people, including X"
		if world.ExamplePreposition.Has(a.caseOf(x)) {
			a.add("including", a.conjuncts(x)...)
		}
	}
	for _, x := range a.conjuncts(k) {
		if m := a.mentionAt(x); m == nil || m.Type == entity.Agreement {
			a.addParties(x, 0)
		}
	}
}

// addParties adds the phrases of node k that lead to someone. Whether "sent tents
// to Peru" is read with Peru at the tents or at the sending is a toss-up, so verb
// and object both have it.
func (a *arguments) addParties(k, depth int) {
	for _, x := range a.kids(k, "nmod") {
		c := a.caseOf(x)
		// "$2 million in aid to Peru", "a package of sanctions against Peru"
		content := c == "in" || c == "worth" || c == "of" && world.QuantityNoun.Has(a.nodes[k].lemma)
		if a.nodes[x].mention < 0 && content && depth < 2 {
			a.addParties(x, depth+1)
		}
		if a.isActor(x) && world.PartyPreposition.Has(c) {
			a.addCase(x)
		}
	}
}

// sharedObject finds the object that stands after the last of several verbs:
// "met and congratulated the winner".
func (t *tree) sharedObject(i int) []int {
	for _, k := range t.kids(i, "conj") {
		if o := t.kid(k, "obj"); o >= 0 && t.isVerb(k) && k-i <= 3 {
			return t.conjuncts(o)
		}
	}
	return nil
}
