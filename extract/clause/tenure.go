package clause

import (
	"github.com/relata-graph/relata/extract/world"
)

// held tells whether the office at node i is told as past: "was the envoy", "has
// served as head", "was dismissed as minister", but not "has been ambassador
// since 2005" nor "took over as head".
func (t *tree) held(i int) bool {
	past := func(k int) bool {
		for _, x := range append(t.kids(k, "obl"), t.kids(i, "nmod", "obl")...) {
			if t.caseOf(x) == "since" {
				return false
			}
		}
		return t.nodes[k].xpos == "VBD" || t.nodes[k].xpos == "VBN" && t.kidLemma(k, "aux", "have")
	}
	if k := t.kid(i, "cop"); k >= 0 {
		return past(k) || t.kidLemma(i, "aux", "have") && past(i)
	}
	g := t.nodes[i].head
	if t.nodes[i].deprel == "conj" && t.office(g) >= 0 {
		return t.held(g)
	}
	if v := t.postOf(i); v >= 0 {
		return past(v) && !world.TenureStartVerb.Has(t.nodes[v].lemma) && t.caseOf(t.nodes[i].head) != "into"
	}
	if g < 0 || t.caseOf(i) != "as" || world.TenureStartVerb.Has(t.nodes[g].lemma) {
		return false
	}
	if world.RemovalVerb.Has(t.nodes[g].lemma) {
		return t.replaced(i) == nil && t.status(g) == "actual"
	}
	return !t.passive(g) && !t.hasKid(g, "obj") && past(g) // "elected Ito as envoy" is not past
}

// leaves tells whether the office at node i is one that somebody will leave,
// and so has: "will step down as chair".
func (t *tree) leaves(i int) bool {
	g := t.nodes[i].head
	if v := t.postOf(i); v >= 0 {
		g = v
	}
	return g >= 0 && (t.quits(g) ||
		t.caseOf(i) == "as" && world.RemovalVerb.Has(t.nodes[g].lemma) && t.replaced(i) == nil)
}
