package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of what is told to have been discussed, by nobody in particular.

// mendDiscussedMatters makes what was done to a matter that can do nothing itself a
// participle of it: "the issues discussed included trade", "trade was among the issues
// raised".
func (t *tree) mendDiscussedMatters() {
	for i := 1; i < len(t.nodes); i++ {
		n, s := &t.nodes[i], i-1
		if n.xpos != "VBD" && n.xpos != "VBN" || t.hasKid(i, "aux", "aux:pass", "ccomp") || !t.isDiscussedMatter(i, s) {
			continue
		}
		switch own := t.nodes[s].head == i; {
		case t.hasKid(s, "case") && (t.hasKid(s, "cop") || own && t.hasKid(i, "cop")):
			t.mendAmongMatters(i, s)
		case own:
			t.mendMattersVerb(i, s)
		}
	}
}

// isDiscussedMatter tells whether verb i is one of talks and noun s before it a matter of
// them, which says nothing itself.
func (t *tree) isDiscussedMatter(i, s int) bool {
	l := t.nodes[i].lemma
	return (world.TopicVerb.Has(l) || world.AiringVerb.Has(l)) && t.isThing(s) && world.ShellNoun.Has(t.nodes[s].lemma)
}

// mendMattersVerb makes the verb behind participle i of its subject s the verb of both,
// where the parser took the participle for it.
func (t *tree) mendMattersVerb(i, s int) {
	v := i + 1
	if v >= len(t.nodes) || !world.CoverageVerb.Has(t.nodes[v].lemma) ||
		t.nodes[v].xpos != "VBD" && t.nodes[v].xpos != "VBN" {
		return
	}
	n, verb := &t.nodes[i], &t.nodes[v]
	verb.upos, verb.xpos = "VERB", "VBD"
	t.hang(v, n.head, n.deprel)
	t.hang(s, v, "nsubj")
	t.hang(i, s, "acl")
	n.upos, n.xpos = "VERB", "VBN"
	for _, k := range slices.Clone(n.kids) {
		if k > v {
			t.hang(k, v, t.nodes[k].deprel)
		}
	}
}

// mendAmongMatters makes matters s, among which something is said to be, the predicate of
// what the parser took for the subject of participle i behind them.
func (t *tree) mendAmongMatters(i, s int) {
	x := t.kid(i, "nsubj", "nsubj:pass")
	if h := t.nodes[s].head; x < 0 || x >= s || h < 0 || h > s && h != i {
		return
	}
	n := &t.nodes[i]
	t.hang(s, n.head, n.deprel)
	t.hang(x, s, "nsubj")
	for _, k := range slices.Clone(n.kids) {
		t.hang(k, s, t.nodes[k].deprel)
	}
	t.hang(i, s, "acl")
	n.upos, n.xpos = "VERB", "VBN"
}

// mendPassiveRoot makes the only finite verb of a sentence, a passive without a subject of
// its own, the verb of the noun that the parser took for all of it: "Avenues for
// finding work were also discussed".
func (t *tree) mendPassiveRoot() {
	r := t.root()
	if r < 0 || t.nodes[r].upos != "NOUN" || t.hasKid(r, "cop", "aux", "nsubj", "nsubj:pass", "expl") {
		return
	}
	v := -1
	for i := range t.nodes {
		switch n := &t.nodes[i]; {
		case n.xpos == "WDT" || n.xpos == "WP" || n.xpos == "WRB" || n.form == "that":
			return
		case n.xpos == "VBN" && t.hasKid(i, "aux:pass"):
			if v >= 0 {
				return
			}
			v = i
		case n.deprel == "aux:pass", n.deprel == "aux" && n.xpos != "MD":
		case n.xpos == "MD", n.xpos == "VBD", n.xpos == "VBZ", n.xpos == "VBP":
			return
		}
	}
	if v < r || t.hasKid(v, "nsubj", "nsubj:pass", "mark") {
		return
	}
	for _, k := range t.kids(r, "punct") {
		t.hang(k, v, "punct")
	}
	t.hang(v, -1, "root")
	if k := t.kid(r, "conj", "appos"); k >= 0 && t.caseOf(r) != "" && !t.hasKid(k, "cc") {
		t.hang(k, v, "nsubj:pass") // "In this respect, avenues for trade were discussed"
		t.hang(r, v, "obl")
		return
	}
	t.hang(r, v, "nsubj:pass")
}

// mendLabels takes those who stand before a colon and a quote from the verb of the quote
// that has a subject of its own.
func (t *tree) mendLabels() {
	for i := 1; i+1 < len(t.nodes); i++ {
		if t.nodes[i].form != ":" || t.nodes[i+1].xpos != "``" {
			continue
		}
		for s := range i {
			n := &t.nodes[s]
			own := func(k int) bool { // the quote's own subject, but not "I", who is the speaker
				f := t.nodes[k].form
				return k > i && k < n.head && f != "i" && f != "we"
			}
			if n.deprel == "nsubj" && n.head > i && slices.ContainsFunc(t.kids(n.head, "nsubj", "nsubj:pass", "expl"), own) {
				t.hang(s, n.head, "dislocated")
			}
		}
		return
	}
}
