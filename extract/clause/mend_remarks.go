package clause

import "github.com/relata-graph/relata/extract/world"

// Mends of what somebody says besides, of when something was, and of whom headlines urge.

// mendRemarks gives the participle of what somebody says besides to the verb that tells what he
// does, where the parser hung it on something within that: "reaffirmed her will to help Peru,
// while underscoring", "spoke of the row, which hurts trade, calling for".
func (t *tree) mendRemarks() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.xpos != "VBG" || n.head < 0 || n.head > i || !remarks(n.lemma) ||
			t.hasKid(i, "nsubj", "aux", "aux:pass") {
			continue
		}
		g, inner := n.head, (*tree).infinite
		switch {
		case t.kidLemma(i, "mark", "while"):
		case i > 0 && t.nodes[i-1].form == "," && !t.hasKid(i, "mark") && t.nodes[g].deprel == "acl:relcl" && t.kidLemma(g, "nsubj", "which"):
			inner = (*tree).relates
		default:
			continue
		}
		for g >= 0 && (!t.isVerb(g) || inner(t, g)) {
			g = t.nodes[g].head
		}
		if g >= 0 && g != n.head && t.hasKid(g, "nsubj") {
			t.hang(i, g, "advcl")
		}
	}
}

// remarks tells whether a verb says what somebody says or asks for.
func remarks(lemma string) bool {
	return world.SpeechVerb.Has(lemma) || world.RequestVerb.Has(lemma) || world.VoicingVerb.Has(lemma) || world.PraiseVerb.Has(lemma)
}

// infinite tells whether a verb has neither tense nor subject.
func (t *tree) infinite(k int) bool { return !t.finite(k) && !t.hasKid(k, "nsubj") }

// relates tells whether the verb at node k is that of a relative clause.
func (t *tree) relates(k int) bool { return t.nodes[k].deprel == "acl:relcl" }

// mendWhens gives a clause that opens with "when" to the verb right before it whose time it
// tells: of which a time stands behind, or the only past one: "completes a journey that began
// in 1997, when Peru and Chile met".
func (t *tree) mendWhens() {
	for w := 2; w < len(t.nodes); w++ {
		v := t.nodes[w].head
		if t.nodes[w].form != "when" || v < w || t.nodes[v].deprel != "advcl" || t.nodes[v].head > w || t.nodes[v].head < 0 {
			continue
		}
		k := w - 1
		if t.nodes[k].form == "," {
			k--
		}
		if h := t.nodes[v].head; t.nodes[v].xpos == "VBD" && t.isPresent(h) {
			for k > h && t.nodes[k].xpos != "VBD" {
				k--
			}
		} else if t.isTime(k) {
			for k >= 0 && !t.isVerb(k) {
				k = t.nodes[k].head
			}
		}
		if k > t.nodes[v].head && k < w && t.isVerb(k) {
			t.hang(v, k, "advcl")
		}
	}
}

// mendUrged makes who seems to urge to do something, without anybody who is urged, that one:
// "Shops urged to close early" in a headline.
func (t *tree) mendUrged() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.xpos != "VBD" && n.xpos != "VBN" || n.form == n.lemma || !world.UrgedVerb.Has(n.lemma) || t.hasKid(i, "obj", "iobj", "obl", "aux", "aux:pass", "nsubj:pass", "ccomp") {
			continue
		}
		s, x := t.kid(i, "nsubj"), t.kid(i, "xcomp")
		if s >= 0 && s < i && x > i && t.nodes[x].xpos == "VB" && t.kid(x, "mark") == i+1 {
			n.xpos = "VBN"
			t.hang(s, i, "nsubj:pass")
		}
	}
}
