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
		if !visit(i) {
			return
		}
		n := &t.nodes[i]
		if n.head < 0 {
			return
		}
		switch rel(n.deprel) {
		case "xcomp", "advcl", "obj", "obl", "conj":
		case "nsubj":
			if n.deprel != "nsubj:pass" && !world.OccurrenceVerb.Has(t.nodes[n.head].lemma) {
				return
			}
		case "acl":
			if n.deprel == "acl:relcl" {
				return
			}
		case "nmod":
			if !world.CarrierPreposition.Has(t.caseOf(i)) {
				return
			}
		default:
			return
		}
		if n.deprel == "conj" && t.hasKid(i, "nsubj") || n.lemma == "invitation" { // "visits Lima at the invitation of"
			return
		}
		if !t.isVerb(n.head) && !t.isVerbal(n.head) {
			return
		}
		i = n.head
	}
}

// arrangements are the participles that tell when and where what a noun names is
// or was to be: "talks held in Lima", "a visit planned for Monday".
func (t *tree) arrangements(i int) []int {
	return slices.DeleteFunc(t.kids(i, "acl"), func(k int) bool { return t.nodes[k].xpos != "VBN" || !world.ArrangingVerb.Has(t.nodes[k].lemma) })
}
