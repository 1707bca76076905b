package clause

import "slices"

// Mends of verbs that something between them and their subject parts from it.

// mendParted gives somebody whose sentence the parser took for his name the verb that stands
// behind the clause about him: "Kimani, whose party won, greeted Bauer", "Kimani — who won —
// greeted Bauer".
func (t *tree) mendParted() {
	s := t.root()
	if s < 0 || !t.isActor(s) || t.hasKid(s, "cop", "cc") {
		return
	}
	for _, r := range t.kids(s, "acl") {
		if r < s+3 || !isMark(t.nodes[s+1].form) || !t.hasKid(r, "nsubj", "nsubj:pass") {
			continue
		}
		for _, v := range t.subtree(r, nil) {
			n := &t.nodes[v]
			if v <= r || n.deprel != "acl" && n.deprel != "advcl" && n.deprel != "parataxis" || n.xpos != "VBN" && n.xpos != "VBD" ||
				!isMark(t.nodes[v-1].form) || !t.hasKid(v, "obj", "obl") || t.hasKid(v, "nsubj", "mark", "cc", "aux:pass", "obl:agent") {
				continue
			}
			t.hang(v, -1, "root")
			t.hang(s, v, "nsubj")
			n.xpos = "VBD"
			return
		}
	}
}

// isMark tells whether a form parts what is put in from the sentence around it.
func isMark(form string) bool {
	switch form {
	case ",", "—", "–", "-", ")":
		return true
	}
	return false
}

// mendPartedPassives makes what was done to somebody, told between commas, a part of his name,
// and him the subject of the verb behind: "Kimani, greeted by Bauer on Monday, promised help".
func (t *tree) mendPartedPassives() {
	for v := range t.nodes {
		n := &t.nodes[v]
		s := t.kid(v, "nsubj", "nsubj:pass")
		if n.xpos != "VBN" && n.xpos != "VBD" || s < 0 || v != s+2 || !t.isActor(s) || t.nodes[s+1].form != "," ||
			t.hasKid(v, "aux", "aux:pass") {
			continue
		}
		by := slices.IndexFunc(t.nodes, func(k node) bool { return k.form == "by" && k.deprel == "case" })
		for _, w := range t.kids(v, "advcl", "parataxis", "conj", "ccomp") {
			if by < v || by > w || !t.isActor(t.nodes[by].head) || t.nodes[w-1].form != "," ||
				!isFinite(t.nodes[w].xpos) && (t.nodes[w].xpos != "VBN" || !t.hasKid(w, "obj")) || t.hasKid(w, "nsubj", "mark", "cc", "aux:pass") {
				continue
			}
			if t.nodes[w].xpos == "VBN" {
				t.nodes[w].xpos = "VBD"
			}
			t.hang(w, n.head, n.deprel)
			t.hang(s, w, "nsubj")
			t.hang(v, s, "acl")
			n.xpos = "VBN"
			t.hang(t.nodes[by].head, v, "obl:agent")
			break
		}
	}
}

// mendClefts makes the clause behind "it was Kenya" one about Kenya.
func (t *tree) mendClefts() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "advcl:relcl" || n.head < 0 || n.head > i || !t.isNominal(n.head) || !t.hasKid(n.head, "cop") {
			continue
		}
		if k := t.kid(n.head, "expl", "nsubj"); k >= 0 && t.nodes[k].form == "it" {
			n.deprel = "acl:relcl"
		}
	}
}
