package clause

import "github.com/relata-graph/relata/extract/world"

// How somebody stands to what he plans: who is committed to supporting a country supports
// it, while who is to sign a pact has not signed it.

// stance is how somebody stands to the planned predicate at node i by what governs it:
// "committed" to it or going on with it, "ready" for it, "" if neither.
func (t *tree) stance(i int) string {
	for t.nodes[i].head >= 0 && t.isVerb(t.nodes[i].head) && // "a commitment to deepen cooperation", "ready to train and support them"
		(t.nodes[i].deprel == "obj" || rel(t.nodes[i].deprel) == "conj" && !t.hasKid(i, "nsubj")) {
		i = t.nodes[i].head
	}
	g := t.nodes[i].head
	switch rel(t.nodes[i].deprel) {
	case "xcomp", "ccomp", "acl", "advcl":
	default:
		return ""
	}
	stance := world.StanceWord.Value(t.nodes[g].lemma)
	if stance == "" || t.kidLemma(i, "mark", "for") || t.factuality(g) != "actual" && !t.lasts(g) {
		return ""
	}
	return stance
}

// lasts tells whether node g says that something will stay as it is: "will continue to
// support", "will remain committed to".
func (t *tree) lasts(g int) bool {
	if h := t.nodes[g].head; h >= 0 && t.nodes[h].lemma == "remain" && rel(t.nodes[g].deprel) == "xcomp" {
		g = h
	}
	lemma := t.nodes[g].lemma
	return (lemma == "continue" || lemma == "remain") && t.kidLemma(g, "aux", "will") && !t.negated(g) && t.context(g) == "actual"
}
