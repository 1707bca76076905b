package clause

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of names beside nouns.

// mendNamee makes a name before what its bearer is named the object.
func (t *tree) mendNamee() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if rel(n.deprel) != "obj" && n.deprel != "xcomp" || n.head < 0 || n.upos != "NOUN" ||
			!world.ObjectControlVerb.Has(t.nodes[n.head].lemma) {
			continue
		}
		for _, k := range t.kids(i, "compound", "amod", "flat") {
			if k < i && k > n.head && t.isPerson(k) {
				t.hang(k, n.head, "obj")
				n.deprel = "xcomp"
				break
			}
		}
	}
}

// mendNameBehind makes the name of a body right behind a noun its apposition.
func (t *tree) mendNameBehind() {
	for i := 1; i < len(t.nodes); i++ {
		n, noun := &t.nodes[i], &t.nodes[i-1]
		if n.head < 0 || n.deprel != "nsubj" && n.deprel != "nsubj:pass" && n.deprel != "obj" ||
			noun.xpos != "NN" || noun.mention >= 0 || noun.tokens.Last != n.tokens.First {
			continue
		}
		if m := t.mentionAt(i); m == nil || m.Kind != entity.Named || m.Type != entity.Organization {
			continue
		}
		if first := t.kid(n.head, n.deprel); first < i {
			t.hang(i, i-1, "appos")
		}
	}
}
