package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// hasSides tells whether a noun says who it is between or with: "the pact between
// A and B", "A's cooperation with B".
func (t *tree) hasSides(i int) bool {
	return slices.ContainsFunc(t.kids(i, "nmod"), func(k int) bool { p := t.caseOf(k); return p == "between" || p == "with" })
}

// told tells whether a word before a noun says what it is about, unlike that in
// "other areas", "its vital role", "deepened cooperation".
func (t *tree) told(k int) bool {
	return slices.ContainsFunc(t.kids(k, "amod", "compound"), func(x int) bool {
		n := &t.nodes[x]
		return n.mention < 0 && !world.WeighingAdjective.Has(n.lemma) && (n.xpos != "VBN" && n.xpos != "VBG" || rel(n.deprel) == "compound")
	})
}

// points tells whether a noun stands for what was told before: "this challenge".
func (t *tree) points(k int) bool {
	return t.kidLemma(k, "det", "this", "that", "these", "those") && !t.told(k) && !t.hasKid(k, "nmod", "acl")
}

// placed writes "the situation in Sudan": what is no subject of its own but with
// its place.
func (t *tree) placed(k int) string {
	for _, x := range t.kids(k, "nmod") {
		if t.caseOf(x) == "in" && t.isPlace(x) {
			return t.phraseText(k)
		}
	}
	return ""
}
