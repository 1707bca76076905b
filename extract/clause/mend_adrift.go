package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of phrases that the parser hung beside the noun that they belong to.

// mendSplitPreposition makes a preposition that the parser took for the first half of the
// noun behind it the preposition of that noun: "areas for collaboration".
func (t *tree) mendSplitPreposition() {
	for i := 1; i < len(t.nodes); i++ {
		n, p := &t.nodes[i], &t.nodes[i-1]
		half := n.deprel == "goeswith" || n.deprel == "fixed" && t.hasKid(i, "conj") // but "in fact"
		if !half || n.head != i-1 || p.upos != "ADP" || p.head < 0 || n.upos != "NOUN" {
			continue
		}
		deprel := p.deprel
		switch {
		case deprel != "advmod":
		case t.isVerb(p.head):
			deprel = "obl"
		default:
			deprel = "nmod"
		}
		t.hang(i, p.head, deprel)
		for _, k := range slices.Clone(p.kids) {
			t.hang(k, i, t.nodes[k].deprel)
		}
		t.hang(i-1, i, "case")
	}
}

// mendAimed gives a participle that says what something is for to the object of the verb that
// it was hung on: "sign an agreement with Peru aimed at easing visas".
func (t *tree) mendAimed() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.head < 0 || n.head > i || !world.PurposeParticiple.Has(n.form) || !t.isVerb(i) ||
			t.hasKid(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obj") || t.setOff(i) || i+1 >= len(t.nodes) ||
			t.nodes[i+1].form != "at" && t.nodes[i+1].form != "to" && t.nodes[i+1].form != "for" {
			continue
		}
		o := t.kid(n.head, "obj")
		if o < 0 || o > i || t.isActor(o) || t.isVerb(o) {
			continue
		}
		if end := t.subtree(o, nil); end[len(end)-1] != i-1 {
			continue
		}
		t.hang(i, o, "acl")
		n.xpos = "VBN"
	}
}

// mendInCompany gives the verb what says with whom its subject does something: "The embassy,
// in collaboration with the board, has opened a school".
func (t *tree) mendInCompany() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i || t.caseOf(i) != "in" || !world.CooperationNoun.Has(n.lemma) && n.lemma != "association" {
			continue
		}
		s := &t.nodes[n.head]
		if s.head < i || rel(s.deprel) != "nsubj" || !t.isVerb(s.head) || t.hasKid(i, "det", "amod") ||
			!slices.ContainsFunc(t.kids(i, "nmod"), func(k int) bool { return t.caseOf(k) == "with" }) {
			continue
		}
		t.hang(i, s.head, "obl")
	}
}

// mendBareObjects gives the verb the object of an adjective right behind it: "increase
// bilateral trade".
func (t *tree) mendBareObjects() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.xpos != "JJ" || n.deprel != "xcomp" || n.head != i-1 || !t.isVerb(i-1) || t.hasKid(i-1, "obj") || t.hasKid(i, "mark", "cop") {
			continue
		}
		if o := t.kid(i, "obj"); o > i && t.nodes[o].upos == "NOUN" {
			t.hang(o, i-1, "obj")
			for _, k := range slices.Clone(n.kids) {
				if k > o {
					t.hang(k, o, t.nodes[k].deprel)
				}
			}
			t.hang(i, o, "amod")
		}
	}
}

// mendEmphases gives what a phrase says to be the focus of a cooperation, a commitment to it
// or the like to that: "our commitment to cooperation in law, with a focus on training".
func (t *tree) mendEmphases() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.head > i || t.caseOf(i) != "with" || !world.EmphasisNoun.Has(n.lemma) {
			continue
		}
		for _, o := range t.kids(n.head, "obj") {
			if o > i {
				continue
			}
			for _, k := range slices.Backward(t.subtree(o, nil)) {
				if k < i && world.CooperationNoun.Has(t.nodes[k].lemma) && t.nodes[k].upos == "NOUN" {
					t.hang(i, k, "nmod")
					break
				}
			}
		}
	}
}
