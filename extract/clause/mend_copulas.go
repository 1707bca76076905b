package clause

import (
	"slices"
)

// Mends of "be" with what it says of its subject.

// behindAdverbs gives the first node from node i on that is no adverb.
func (t *tree) behindAdverbs(i int) int {
	for i < len(t.nodes) && t.nodes[i].upos == "ADV" {
		i++
	}
	return i
}

// predicate puts node p in the place of node h, and gives it what hung there of the clause.
func (t *tree) predicate(p, h int) {
	if p == h {
		return
	}
	kids := slices.Clone(t.nodes[h].kids)
	t.hang(p, t.nodes[h].head, t.nodes[h].deprel)
	for _, k := range kids {
		switch r := rel(t.nodes[k].deprel); {
		case k == p:
		case t.isVerb(h), r == "cop", r == "aux", r == "punct", r == "advcl", r == "ccomp", r == "parataxis", r == "advmod",
			r == "mark", r == "obl", r == "nsubj", r == "conj" && (t.isVerb(k) || t.hasKid(k, "cop")):
			t.hang(k, p, t.nodes[k].deprel)
		}
	}
}

// mendPerfects takes a form of "have" before a participle for its auxiliary: "denied having met
// Kimani", "has so far provided loans".
func (t *tree) mendPerfects() {
	for a := 0; a+1 < len(t.nodes); a++ {
		n, v := &t.nodes[a], a+1
		for v+1 < len(t.nodes) && t.nodes[v].upos == "ADV" {
			v++
		}
		p := &t.nodes[v]
		if g := a - 1; n.form == "having" && n.head == v && p.deprel == "conj" && p.head == g && t.isVerb(g) {
			p.deprel, p.xpos = "xcomp", "VBN"
			continue
		}
		if n.lemma != "have" || rel(n.deprel) == "aux" || p.xpos != "VBN" && (p.xpos != "VBD" || n.form != "having") || n.form != "having" && p.head != a {
			continue
		}
		o := p.head
		switch {
		case o == a && p.deprel != "conj":
			o = -1
		case (p.deprel == "amod" || p.deprel == "nmod:desc") && o > v && t.nodes[o].head == a && t.isActor(o) && t.isNamed(o): // "having visited Peru"
		default:
			continue
		}
		t.hang(v, n.head, n.deprel)
		for _, k := range slices.Clone(n.kids) {
			if k != v {
				t.hang(k, v, t.nodes[k].deprel)
			}
		}
		t.hang(a, v, "aux")
		p.upos, p.xpos = "VERB", "VBN"
		if p.deprel == "csubj" && p.head >= 0 && p.head < v {
			p.deprel = "xcomp"
		}
		if o >= 0 {
			t.hang(o, v, "obj")
		}
	}
}
