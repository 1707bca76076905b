package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// upward walks from a predicate to the clauses whose time, place and occasion
// it shares: the verb that carries a noun of action, the verb above an
// infinitive or participle. It stops when visit returns false.
func (t *tree) upward(i int, visit func(i int) bool) {
	for hops := 0; hops < 5 && i >= 0; hops++ {
		if !visit(i) || !t.shares(i) {
			return
		}
		i = t.nodes[i].head
	}
}

// shares tells whether node i has its circumstances in common with what it depends
// on.
func (t *tree) shares(i int) bool {
	n := &t.nodes[i]
	if n.head < 0 {
		return false
	}
	switch rel(n.deprel) {
	case "xcomp", "advcl", "obj", "obl", "conj":
	case "nsubj":
		if n.deprel != "nsubj:pass" && !world.OccurrenceVerb.Has(t.nodes[n.head].lemma) {
			return false
		}
	case "acl":
		if n.deprel == "acl:relcl" {
			return false
		}
	case "nmod":
		if !world.CarrierPreposition.Has(t.caseOf(i)) {
			return false
		}
	default:
		return false
	}
	if n.deprel == "conj" && t.hasKid(i, "nsubj") || n.lemma == "invitation" { // "visits Lima at the invitation of"
		return false
	}
	return t.isVerb(n.head) || t.isVerbal(n.head)
}

// arrangements are the participles that tell when and where what a noun names is
// or was to be: "talks held in Lima", "a visit planned for Monday".
func (t *tree) arrangements(i int) []int {
	return slices.DeleteFunc(t.kids(i, "acl"), func(k int) bool {
		return t.nodes[k].xpos != "VBN" || !world.ArrangingVerb.Has(t.nodes[k].lemma)
	})
}
