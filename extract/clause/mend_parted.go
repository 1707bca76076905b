package clause

import "slices"

// Mends of verbs that something between them and their subject parts from it.

// mendFronted gives the verb behind a phrase that opens a sentence those who stand between
// both, whom the parser took for a part of the phrase: "At a meeting held on Monday, Chile and
// Ghana agreed", "On the sidelines of the summit, President Bauer, who came by ship, met Kimani".
func (t *tree) mendFronted() {
	for k := 2; k < len(t.nodes); k++ {
		n := &t.nodes[k]
		if n.deprel != "conj" && n.deprel != "appos" || n.head > k || n.head < 0 || t.isActor(n.head) && !t.opensWithSide(n.head, k) {
			continue
		}
		h := n.head // "In this respect, ways to boost trade were discussed"
		opens := rel(t.nodes[h].deprel) == "nsubj" && t.caseOf(h) != "" && !t.hasKid(k, "cc")
		if !opens && (!t.isActor(k) || t.nodes[k-1].form != ",") {
			continue
		}
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

// opensWithSide tells whether node h is that of a phrase that opens the sentence and tells of
// which country those at node k are: "From the Peruvian side, Delgado and Soto were present."
func (t *tree) opensWithSide(h, k int) bool {
	return t.isCountry(h) && t.isPerson(k) && t.nodes[k-1].form == "," && t.kidLemma(h, "case", "from", "on") && t.opens(0, h)
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
			if d := rel(t.nodes[p].deprel); (t.isVerb(v) || t.opensWithSide(h, k)) && (d == "obl" || d == "advcl" || d == "nsubj" && t.caseOf(p) != "") {
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

// mendPartedObjects gives a verb its object where a phrase about how it is done parts both, of
// which the parser made the object a part: "condemns in the strongest terms the attack".
func (t *tree) mendPartedObjects() {
	for k := 3; k < len(t.nodes); k++ {
		n := &t.nodes[k]
		o := n.head
		if n.deprel != "appos" && n.deprel != "conj" || o < 0 || o > k || t.nodes[o].deprel != "obl" || t.isTime(o) || t.isTime(k) || t.nodes[o].mention >= 0 {
			continue
		}
		v := t.nodes[o].head
		if v < 0 || v > o || !t.isVerb(v) || t.caseOf(o) == "" || t.caseOf(k) != "" || t.hasKid(v, "obj", "xcomp", "ccomp", "aux:pass") || t.hasKid(k, "cop") {
			continue
		}
		first := t.subtree(k, nil)[0] // "both the attack and the arrest", but not "in May and the attack"
		if t.nodes[first].deprel != "cc" && first == o+1 && (t.nodes[first].upos == "DET" || t.nodes[first].deprel == "cc:preconj" || t.hasKid(k, "nmod:poss")) {
			t.hang(k, v, "obj")
		}
	}
}

// mendListedNouns lists a noun that "and" joins to the noun phrase right before it with that
// rather than with the verb above: "gave money in support of schools and the clinics in Peru".
func (t *tree) mendListedNouns() {
	for k := 3; k < len(t.nodes); k++ {
		n := &t.nodes[k]
		v := n.head
		if n.deprel != "conj" || n.upos != "NOUN" || v < 0 || v > k || !t.isVerb(v) || t.caseOf(k) != "" || t.hasKid(k, "nsubj", "nsubj:pass", "cop", "aux", "obj", "mark", "ccomp", "xcomp", "obl", "appos", "acl", "acl:relcl") {
			continue
		}
		first := t.subtree(k, nil)[0]
		h := first - 1
		if t.nodes[first].lemma == "and" && t.nodes[first].head == k && h > v && t.nodes[h].upos == "NOUN" && t.caseOf(h) != "" && !t.isTime(h) {
			t.hang(k, h, "conj")
		}
	}
}
