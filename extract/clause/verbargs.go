package clause

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

func (t *tree) fillVerb(i int, add func(string, ...int)) {
	surface := t.surfaceSubjects(i)
	if t.passive(i) {
		add("subject", t.agents(i)...)
		add("by", t.agents(i)...)
		if t.hasKid(i, "obj") {
			add("indirect", surface...)
		} else {
			add("object", surface...)
		}
	} else {
		add("subject", surface...)
	}
	for _, k := range t.kids(i, "obj") {
		add("object", t.conjuncts(k)...)
	}
	if !t.hasKid(i, "obj") && !t.passive(i) {
		add("object", t.sharedObject(i)...)
		if t.nodes[i].deprel == "acl:relcl" && t.lacksObject(i) {
			add("object", t.conjuncts(t.nodes[i].head)...)
		}
	}
	for _, k := range t.kids(i, "iobj") {
		add("indirect", t.conjuncts(k)...)
	}
	t.fillOblique(i, add)
	for _, k := range t.kids(i, "obj", "nsubj:pass") {
		t.liftModifiers(k, add)
		for _, x := range t.kids(k, "nmod") { // "two people, including X"
			if world.ExamplePreposition.Has(t.caseOf(x)) {
				add("including", t.conjuncts(x)...)
			}
		}
		for _, x := range t.conjuncts(k) {
			if m := t.mentionAt(x); m == nil || m.Type == entity.Agreement {
				t.shareNames(x, 0, add)
			}
		}
	}
	for _, k := range t.kids(i, "xcomp", "ccomp", "advcl") {
		if t.finite(k) {
			add("clause", t.conjuncts(k)...)
		} else {
			add("complement", t.conjuncts(k)...)
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

// liftModifiers gives a verb the phrases with "with" that the parser hung on its
// object: a matter is discussed with somebody.
func (t *tree) liftModifiers(k int, add func(string, ...int)) {
	for _, x := range t.conjuncts(k) {
		for _, m := range t.kids(x, "nmod") {
			if t.withPerson(m) {
				t.addCase(m, add)
			}
		}
	}
}

// shareNames adds the phrases of k that lead to someone. Whether "sent tents to
// Peru" is read with Peru at the tents or at the sending is a toss-up, so verb
// and object both have it.
func (t *tree) shareNames(k, depth int, add func(string, ...int)) {
	for _, x := range t.kids(k, "nmod") {
		if c := t.caseOf(x); t.nodes[x].mention < 0 && (c == "in" || c == "worth" || c == "of" && world.QuantityNoun.Has(t.nodes[k].lemma)) && depth < 2 { // "$2 million in aid to Peru", "a package of sanctions against Peru"
			t.shareNames(x, depth+1, add)
		}
		if m := t.mentionAt(x); m != nil && (m.Type == entity.Person || m.Type == entity.Country || m.Type == entity.Organization) {
			switch t.caseOf(x) {
			case "to", "for", "on", "against", "from", "with":
				t.addCase(x, add)
			}
		}
	}
}
