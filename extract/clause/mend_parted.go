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

// mendPartedThings gives a thing that was taken for its sentence, for all that is told of it between
// commas, the verb behind these: "the alliance, already damaged by talks with others, collapsed".
func (t *tree) mendPartedThings() {
	s := t.root()
	if s < 0 || !t.isNominal(s) || t.hasKid(s, "cop", "nsubj", "case") {
		return
	}
	for _, r := range t.kids(s, "acl", "parataxis") {
		if r < s+2 || t.nodes[r].xpos != "VBN" || !t.hasKid(r, "obl") {
			continue
		}
		for _, v := range append(t.kids(r, "conj", "advcl", "parataxis"), t.kids(s, "acl", "conj")...) {
			before := v - 1
			for before > r && t.nodes[before].deprel == "advmod" {
				before--
			}
			x := t.nodes[v].xpos
			if before <= r || t.nodes[before].form != "," || !isFinite(x) && (x != "VBN" || !t.isActor(s)) || !t.isVerb(v) ||
				t.hasKid(v, "nsubj", "mark", "cc", "aux:pass", "obl:agent") {
				continue
			}
			t.hang(v, -1, "root")
			t.hang(s, v, "nsubj")
			if x == "VBN" {
				t.nodes[v].xpos = "VBD"
			}
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

// mendFronted gives the verb behind a phrase that opens a sentence those who stand between
// both, whom the parser took for a part of the phrase: "At a meeting held on Monday, Chile and
// Ghana agreed", "On the sidelines of the summit, President Bauer, who came by ship, met Kimani".
func (t *tree) mendFronted() {
	for k := 2; k < len(t.nodes); k++ {
		n := &t.nodes[k]
		if n.deprel != "conj" && n.deprel != "appos" || !t.isActor(k) || n.head > k || t.nodes[k-1].form != "," || t.isActor(n.head) {
			continue
		}
		h := n.head
		p, v := t.frontedBefore(h, k)
		if v < 0 || t.subjectBetween(v, k) {
			continue
		}
		if rel(t.nodes[p].deprel) == "nsubj" {
			t.nodes[p].deprel = "obl"
		}
		t.hang(k, v, "nsubj")
		for _, x := range t.kids(h, "conj", "acl:relcl", "appos") {
			if x > k && x < v {
				t.hang(x, k, t.nodes[x].deprel)
			}
		}
	}
}

// frontedBefore returns the head of the phrase in which node h stands, and the verb behind
// node k on which that phrase hangs as one that opens the clause; the verb is -1 if there is
// none.
func (t *tree) frontedBefore(h, k int) (phrase, verb int) {
	p := h
	for hops := 0; hops < 8; hops++ {
		v := t.nodes[p].head
		if v < 0 {
			return p, -1
		}
		if v > k {
			if d := rel(t.nodes[p].deprel); t.isVerb(v) && (d == "obl" || d == "advcl" || d == "nsubj" && t.caseOf(p) != "") {
				return p, v
			}
			return p, -1
		}
		p = v
	}
	return p, -1
}

// subjectBetween tells whether verb v has a subject that stands behind node k, or one before
// it without a preposition.
func (t *tree) subjectBetween(v, k int) bool {
	return slices.ContainsFunc(t.kids(v, "nsubj", "csubj", "expl"), func(s int) bool {
		return s > k || t.caseOf(s) == ""
	})
}

// mendBehindRelative coordinates somebody who follows a clause about somebody else with him:
// "Bauer, who came on Sunday, and Kimani met".
func (t *tree) mendBehindRelative() {
	for k := 2; k < len(t.nodes); k++ {
		n := &t.nodes[k]
		if n.deprel != "conj" || !t.isActor(k) || n.head < 0 || n.head > k || !t.hasKid(k, "cc") || t.isActor(n.head) {
			continue
		}
		for r := n.head; r >= 0 && r < k; r = t.nodes[r].head {
			a := t.nodes[r].head
			if t.nodes[r].deprel != "acl:relcl" || a < 0 {
				continue
			}
			if t.isActor(a) && t.mentionAt(a).Type == t.mentionAt(k).Type && a+1 < len(t.nodes) && t.nodes[a+1].form == "," {
				t.hang(k, a, "conj")
			}
			break
		}
	}
}
