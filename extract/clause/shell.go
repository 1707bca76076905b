package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// told tells whether a word before a noun says what it is about, unlike that in
// "other areas", "its vital role", "deepened cooperation".
func (t *tree) told(k int) bool {
	return slices.ContainsFunc(t.kids(k, "amod", "compound"), func(x int) bool {
		n := &t.nodes[x]
		participle := n.xpos == "VBN" || n.xpos == "VBG"
		return n.mention < 0 && !world.WeighingAdjective.Has(n.lemma) && (!participle || rel(n.deprel) == "compound")
	})
}

// points tells whether a noun stands for what was told before: "this challenge".
func (t *tree) points(k int) bool {
	return t.kidOf(k, "det", world.Demonstrative) && !t.told(k) && !t.hasKid(k, "nmod", "acl")
}
