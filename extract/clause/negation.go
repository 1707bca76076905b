package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// negated tells whether the predicate at node i, or what it is said of, is negated:
// "neither A nor B met", "met neither A nor B".
func (t *tree) negated(i int) bool {
	if t.kidLemma(i, "det", "no") || t.kidLemma(i, "cc", "nor", "neither") || t.kidLemma(i, "cc:preconj", "neither") ||
		slices.ContainsFunc(t.kids(i, "advmod"), t.negates) || t.excluded(i) || t.atNoTime(i) {
		return true
	}
	return slices.ContainsFunc(t.kids(i, "nsubj", "nsubj:pass", "obj", "obl", "nmod"), func(s int) bool {
		return slices.ContainsFunc(t.conjuncts(s), func(c int) bool { return t.kidLemma(c, "cc", "nor") })
	})
}

// excluded tells whether the words before the predicate at node i say that it is not
// done: "rather than meet", "far from meeting", where "far" hangs on the verb above; in "is
// far from meeting" it is a word of a signature.
func (t *tree) excluded(i int) bool {
	return i > 1 && t.isVerb(i) && t.nodes[i].head != i-2 && world.NegativePreposition.Has(t.nodes[i-2].form+" "+t.nodes[i-1].form) ||
		slices.ContainsFunc(t.kids(i, "mark", "case", "cc"), func(k int) bool {
			return world.NegativePreposition.Has(t.fixed(k))
		})
}

// atNoTime tells whether a phrase before the verb at node i negates it, which turns
// subject and auxiliary round: "at no time did they meet".
func (t *tree) atNoTime(i int) bool {
	return t.inverted(i) && slices.ContainsFunc(t.kids(i, "obl"), func(k int) bool { return k < i && t.kidLemma(k, "det", "no") })
}

// ofNobody tells whether a verb is said of nobody or nothing: "no pact was signed", "they
// signed nothing".
func (t *tree) ofNobody(i int) bool {
	return t.isVerb(i) && slices.ContainsFunc(t.kids(i, "nsubj", "nsubj:pass", "obj"), t.nobody)
}

// nobody tells whether node k says that there is none of it: "no agreement", "neither
// side", "nothing".
func (t *tree) nobody(k int) bool {
	if world.NegativePronoun.Has(t.nodes[k].form) {
		return true
	}
	d := t.kid(k, "det")
	return d >= 0 && (t.nodes[d].form == "no" || world.NegativePronoun.Has(t.nodes[d].form)) && !world.NoNegation.Has(t.nodes[k].lemma)
}

// missed tells whether the verb at node i did not quite happen, or might have: "almost met",
// "could have met but stayed at home".
func (t *tree) missed(i int) bool {
	could := t.kidLemma(i, "aux", "could") && t.kidLemma(i, "aux", "have")
	return t.isVerb(i) && (slices.ContainsFunc(t.kids(i, "advmod"), func(k int) bool {
		return k < i && world.NearMissAdverb.Has(t.nodes[k].form)
	}) || could && slices.ContainsFunc(t.kids(i, "conj"), func(c int) bool { return t.kidLemma(c, "cc", "but") }))
}
