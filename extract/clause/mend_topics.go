package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of what talks are about.

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

// mendSeveralDone makes what is done next in a series, but was read as a part of the
// object before it, a conjunct of the verb: "discussed trade, addressed piracy, and
// praised Peru".
func (t *tree) mendSeveralDone() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl" && n.deprel != "advcl" || n.head < 0 || n.head > i || n.xpos != "VBD" && n.xpos != "VBN" ||
			!t.hasKid(i, "obj") || t.hasKid(i, "nsubj", "mark", "aux", "aux:pass") || t.nodes[i-1].form != "," {
			continue
		}
		v := n.head
		for v >= 0 && !t.isVerb(v) && v < i {
			v = t.nodes[v].head
		}
		if v < 0 || v > i || t.nodes[v].xpos != "VBD" {
			continue
		}
		for _, k := range t.kids(v, "conj") {
			if k > i && t.nodes[k].xpos == "VBD" && t.hasKid(k, "cc") {
				n.xpos = "VBD"
				t.hang(i, v, "conj")
				break
			}
		}
	}
}

// mendDetermined makes what stands behind a determiner and an adjective, and before an
// infinitive, the noun that they need: "the critical need to invest".
func (t *tree) mendDetermined() {
	for a := 0; a+2 < len(t.nodes); a++ {
		n := &t.nodes[a+1]
		if r := rel(t.nodes[a].deprel); r != "obj" && r != "obl" || t.nodes[a].upos != "ADJ" || !t.hasKid(a, "det") ||
			n.xpos != "VBP" && n.xpos != "VB" || !takesInfinitive(n.lemma) || t.nodes[a+2].form != "to" || n.head < 0 {
			continue
		}
		t.hang(a+1, t.nodes[a].head, t.nodes[a].deprel)
		n.upos, n.xpos = "NOUN", "NN"
		for _, d := range slices.Clone(t.nodes[a].kids) {
			if d != a+1 {
				t.hang(d, a+1, t.nodes[d].deprel)
			}
		}
		t.hang(a, a+1, "amod")
		for _, c := range t.kids(a+1, "xcomp", "advcl") {
			t.nodes[c].deprel = "acl"
		}
	}
}
