package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// officeAt tells whether node i is an office without a name: "head of the bank".
func (t *tree) officeAt(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Kind == entity.Nominal && m.Type == entity.Person && len(m.Offices) > 0
}

// office returns the mention at node i if it says an office of somebody else
// than itself names, -1 if not.
func (t *tree) office(i int) int {
	if !t.officeAt(i) {
		return -1
	}
	g, deprel := t.nodes[i].head, t.nodes[i].deprel
	switch {
	case t.hasKid(i, "cop", "nsubj"), t.caseOf(i) == "as", deprel == "xcomp" && g >= 0,
		deprel == "obj" && world.CopularVerb.Has(t.nodes[g].lemma), t.postOf(i) >= 0, deprel == "conj" && t.office(g) >= 0:
		return t.nodes[i].mention
	}
	return -1
}

// postOf returns the verb whose subject has the post that the office at node i
// names, -1 if there is none: "held the post of director".
func (t *tree) postOf(i int) int {
	post := t.nodes[i].head
	if post < 0 || t.caseOf(i) != "of" || !world.PostNoun.Has(t.nodes[post].lemma) || t.nodes[post].mention >= 0 {
		return -1
	}
	v := t.nodes[post].head
	if v < 0 || !t.isVerb(v) || t.passive(v) {
		return -1
	}
	if d := t.nodes[post].deprel; d == "obj" && world.TenureVerb.Has(t.nodes[v].lemma) ||
		d == "obl" && (t.caseOf(post) == "from" && t.quits(v) || t.caseOf(post) == "into") {
		return v
	}
	return -1
}

// Post tells whether a noun means an office that "of" names: "the post of head".
func Post(lemma string) bool { return world.PostNoun.Has(lemma) }

// quits tells whether the verb at node v says that an office ends: "resigns",
// "steps down".
func (t *tree) quits(v int) bool {
	l := t.nodes[v].lemma
	return world.TenureEndVerb.Has(l) || world.SteppingVerb.Has(l) &&
		slices.ContainsFunc(t.nodes[v].kids, func(k int) bool { return world.SteppingParticle.Has(t.nodes[k].form) })
}

// replaced returns those whose office at node i another takes: Sato in "Ito
// succeeded Sato as minister".
func (t *tree) replaced(i int) []int {
	g := t.nodes[i].head
	if g < 0 || t.caseOf(i) != "as" || !world.SuccessionVerb.Has(t.nodes[g].lemma) || t.passive(g) {
		return nil
	}
	if o := t.kid(g, "obj"); o >= 0 && t.isActor(o) {
		return t.conjuncts(o)
	}
	return nil
}
