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

// felt tells whether what node i is said to be is what somebody feels about: "is proud to
// be a partner" is one, "is to be a partner" is none yet.
func (t *tree) felt(i int) bool {
	g := t.nodes[i].head
	return rel(t.nodes[i].deprel) == "xcomp" && t.nodes[g].upos == "ADJ" && world.FeelingAdjective.Has(t.nodes[g].lemma)
}

// everSo tells whether node i says what always holds: "will always remain a friend".
func (t *tree) everSo(i int) bool {
	return t.kidLemma(i, "advmod", "always") && t.kidLemma(i, "aux", "will") && !t.hasKid(i, "obj")
}

// overflows tells whether what node i says is denied only to say how much it is so: "cannot
// thank them enough".
func (t *tree) overflows(i int) bool {
	return t.isVerb(i) && t.kidLemma(i, "advmod", "enough") && t.kidLemma(i, "aux", "can", "could")
}

// askedBy tells whether node i is what somebody with a name asks for or offers, which he
// does whatever comes of it: "Peru's demand", "the proposal of Peru".
func (t *tree) askedBy(i int) bool {
	if !world.AskingNoun.Has(t.nodes[i].lemma) {
		return false
	}
	for _, k := range t.kids(i, "nmod:poss", "nmod") {
		c := t.caseOf(k)
		named := t.nodes[k].mention >= 0 && t.nodes[k].upos != "PRON"
		if named && (t.nodes[k].deprel == "nmod:poss" || c == "of" || c == "by" || c == "from") {
			return true
		}
	}
	return false
}
