package clause

import (
	"slices"
)

// Mends of "be" with what it says of its subject.

// mendCopulas makes the phrase with a preposition behind "be" the predicate, of which what
// stands before is the subject: "fishing was on the agenda".
func (t *tree) mendCopulas() {
	for b := range t.nodes {
		if t.nodes[b].lemma != "be" || t.nodes[b].mention >= 0 {
			continue
		}
		switch h := t.nodes[b].head; {
		case rel(t.nodes[b].deprel) == "cop" && h >= 0 && h < b:
			for _, p := range t.kids(h, "obl", "nmod") {
				if t.saidOf(b, p) {
					t.mendCopula(h, p)
					break
				}
			}
		case rel(t.nodes[b].deprel) == "cop" && h >= 0 && t.saidOf(b, h) && t.nodes[h].head >= 0 && t.nodes[h].head < b &&
			(t.nodes[h].deprel == "obl" || t.nodes[h].deprel == "nmod") && !t.hasKid(h, "nsubj", "csubj", "expl", "mark"):
			t.mendCopula(t.nodes[h].head, h)
		case t.isVerb(b):
			t.mendBe(b)
		}
	}
}

// mendCopula makes node s, which was taken for the predicate, the subject of the phrase at node
// p behind it.
func (t *tree) mendCopula(s, p int) {
	if t.isNominal(s) && t.nodes[s].upos != "PRON" && t.caseOf(s) == "" && t.nodes[s].deprel != "acl:relcl" &&
		!t.hasKid(s, "nsubj", "csubj", "expl", "mark", "obj", "ccomp", "xcomp") {
		t.predicate(p, s)
		t.hang(s, p, "nsubj")
	}
}

// mendBe makes the verb "be" at node b, where it only joins a subject and a phrase, the copula
// of the phrase.
func (t *tree) mendBe(b int) {
	s := t.kids(b, "nsubj")
	if len(s) != 1 || s[0] > b || t.hasKid(b, "obj", "iobj", "ccomp", "xcomp", "expl", "csubj", "aux:pass") {
		return
	}
	for _, p := range t.kids(b, "obl") {
		if t.saidOf(b, p) {
			t.predicate(p, b)
			t.hang(b, p, "cop")
			return
		}
	}
}

// saidOf tells whether node p is a phrase with a preposition right behind "be" at node b, that can
// be said of something.
func (t *tree) saidOf(b, p int) bool {
	c := t.kid(p, "case")
	return p > b && c > b && t.isNominal(p) && t.caseOf(p) != "by" && !t.isTime(p) && t.behindAdverbs(b+1) == c
}

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
