package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of what talks are about.

// mendTopicLists makes things that are coordinated with a word of talk conjuncts of what
// the talk is on: "views on trade, mining and tourism".
func (t *tree) mendTopicLists() {
	for i := range t.nodes {
		n := &t.nodes[i]
		g := n.head
		if n.deprel != "conj" || g < 0 || g > i || !t.isThing(i) || !t.isThing(g) || t.speaks(i) || !t.speaks(g) ||
			t.caseOf(i) != "" || t.hasKid(i, "det", "nmod:poss") {
			continue
		}
		for _, o := range slices.Backward(t.kids(g, "nmod")) {
			if o < i && o > g && world.TopicPreposition.Has(t.caseOf(o)) && !t.isTime(o) {
				t.hang(i, o, "conj")
				break
			}
		}
	}
}

// speaks tells whether node i is a word of talk or of views.
func (t *tree) speaks(i int) bool {
	l := t.nodes[i].lemma
	return world.OccasionNoun.Has(l) || world.OpinionNoun.Has(l)
}

// mendReducedRelatives makes a participle that the parser took for the verb a part of
// its subject, where the verb follows: "Matters discussed at the meeting included".
func (t *tree) mendReducedRelatives() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if !t.isVerb(i) || !world.TopicVerb.Has(n.lemma) || t.hasKid(i, "obj", "aux", "aux:pass", "ccomp") {
			continue
		}
		s := t.kid(i, "nsubj", "nsubj:pass")
		if s < 0 || s != i-1 || !t.isThing(s) || !world.ShellNoun.Has(t.nodes[s].lemma) {
			continue
		}
		for _, k := range t.kids(i, "conj") {
			if t.isVerb(k) && !t.hasKid(k, "cc", "nsubj") && t.nodes[k-1].form != "," {
				head, deprel := n.head, n.deprel
				t.hang(k, head, deprel)
				t.hang(s, k, "nsubj")
				t.hang(i, s, "acl")
				n.xpos = "VBN"
				break
			}
		}
	}
}

// mendAmongOthers makes what follows "among other things" the object of the verb.
func (t *tree) mendAmongOthers() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.head > i || !t.isVerb(n.head) || t.caseOf(i) != "among" ||
			!world.ShellNoun.Has(n.lemma) && !world.ActorNoun.Has(n.lemma) || t.hasKid(n.head, "obj") || !t.hasKid(i, "amod") {
			continue
		}
		first := -1
		for _, k := range t.kids(i, "conj", "appos") {
			if first < 0 {
				first = k
				t.hang(k, n.head, "obj")
			} else {
				t.hang(k, first, "conj")
			}
		}
	}
}
