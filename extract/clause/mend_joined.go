package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// mendCompanions coordinates somebody with whom he stands by a conjunction of several words:
// "A, along with B, met C", "met A as well as B".
func (t *tree) mendCompanions() {
	for k := range t.nodes {
		if !t.isActor(k) {
			continue
		}
		words := t.joinedBy(k)
		if words == 0 {
			continue
		}
		j := k - words - 1
		apart := j > 0 && t.nodes[j].form == ","
		if apart {
			j--
		}
		if j < 0 || !t.isActor(j) || t.mentionAt(j).Type != t.mentionAt(k).Type {
			continue
		}
		before := apart && k+1 < len(t.nodes) && t.nodes[k+1].form == "," && t.isSubjectOfLater(j, k)
		behind := t.hasKid(k, "cc") && (rel(t.nodes[j].deprel) == "obj" || t.caseOf(j) != "" && t.caseOf(k) == "")
		if !before && !behind {
			continue
		}
		t.hang(k, j, "conj")
		for c := k - words; c < k; c++ {
			t.hang(c, k, "cc")
		}
	}
}

// joinedBy counts the words of the conjunction of several that stands before node k, 0 if
// there is none.
func (t *tree) joinedBy(k int) int {
	phrase := ""
	for words := 1; words <= 3 && words < k; words++ {
		if phrase = t.nodes[k-words].form + phrase; words > 1 && world.ListConjunction.Has(phrase) {
			return words
		}
		phrase = " " + phrase
	}
	return 0
}

// isSubjectOfLater tells whether node j is the subject of a verb that stands after node k.
func (t *tree) isSubjectOfLater(j, k int) bool {
	n := &t.nodes[j]
	return rel(n.deprel) == "nsubj" && n.head > k
}

// mendMeans makes a phrase with "by" no agent of a verb that is active: "has spoken by phone
// with", and gives the verb whom the parser hung on the phrase.
func (t *tree) mendMeans() {
	for k := range t.nodes {
		n := &t.nodes[k]
		if n.deprel != "obl:agent" || t.isActor(k) || t.passive(n.head) || !t.hasKid(n.head, "nsubj") {
			continue
		}
		n.deprel = "obl"
		for _, x := range t.kids(k, "nmod") {
			if t.caseOf(x) == "with" {
				t.hang(x, n.head, "obl")
			}
		}
	}
}

// mendAs makes who stands between "as" and a verb without a subject the subject of it.
func (t *tree) mendAs() {
	for k := range t.nodes {
		v := k + 1
		if v >= len(t.nodes) || !t.isActor(k) || t.caseOf(k) != "as" || !isFinite(t.nodes[v].xpos) ||
			t.nodes[v].deprel != "advcl" || t.nodes[v].head != t.nodes[k].head || t.hasKid(v, "nsubj", "nsubj:pass") {
			continue
		}
		t.hang(k, v, "nsubj")
		for _, c := range t.kids(k, "case") {
			t.hang(c, v, "mark")
		}
	}
}

// mendHaving hangs a participle with "having" on the verb behind it that has the subject.
func (t *tree) mendHaving() {
	for i := range t.nodes {
		if t.nodes[i].head >= 0 || !t.isVerb(i) || t.hasKid(i, "nsubj", "nsubj:pass") {
			continue
		}
		if a := t.kid(i, "aux"); a < 0 || t.nodes[a].form != "having" {
			continue
		}
		for _, v := range t.kids(i, "parataxis", "conj", "ccomp", "advcl") {
			if v > i && t.isVerb(v) && t.hasKid(v, "nsubj", "nsubj:pass") && !t.hasKid(v, "mark") {
				t.hang(v, -1, "root")
				t.hang(i, v, "advcl")
				t.nodes[i].xpos = "VBN"
				break
			}
		}
	}
}

// mendWhile hangs what "while" opens without a verb on the verb of the clause: "opened a
// school while on a visit".
func (t *tree) mendWhile() {
	for w := range t.nodes {
		n := &t.nodes[w]
		if n.upos != "SCONJ" || n.deprel == "mark" || !world.TimeConjunction.Has(n.form) {
			continue
		}
		v := n.head
		for v >= 0 && !t.isVerb(v) {
			v = t.nodes[v].head
		}
		for _, k := range t.kids(w, "obl", "nmod") {
			if v >= 0 && v < w && k > w && t.isNominal(k) {
				t.hang(k, v, "obl")
				t.hang(w, k, "mark")
				break
			}
		}
	}
}

// mendOpenedSubjects makes who stands between the comma behind a participle that opens a
// sentence and the verb the subject of the verb, if it has none.
func (t *tree) mendOpenedSubjects() {
	for i := 2; i < len(t.nodes); i++ {
		who := i - 1
		if x := t.nodes[i].xpos; x != "VBD" && x != "VBZ" && x != "VBP" || t.nodes[who].deprel != "appos" || !t.isActor(who) ||
			t.nodes[who-1].form != "," || t.hasKid(i, "nsubj", "nsubj:pass", "aux", "cop") {
			continue
		}
		v := slices.IndexFunc(t.nodes[:2], func(n node) bool { return n.xpos == "VBG" && n.upos == "VERB" })
		if v < 0 || v > who || t.hasKid(v, "nsubj", "aux") || t.hasKid(i, "mark") || !slices.Contains(t.subtree(v, nil), who) {
			continue
		}
		if t.nodes[i].head == v { // as if "meeting them, Kimani" were what is told
			t.hang(i, t.nodes[v].head, t.nodes[v].deprel)
		}
		t.hang(v, i, "advcl")
		t.hang(who, i, "nsubj")
	}
}

// mendTwoSubjects coordinates a noun that was taken for the sentence with the subject behind
// "and" of the verb that follows: "tariffs and trade were discussed".
func (t *tree) mendTwoSubjects() {
	a := t.root()
	if a < 0 || !t.isNominal(a) || t.hasKid(a, "cop", "nsubj", "case") {
		return
	}
	for _, v := range t.kids(a, "conj") {
		s, c := t.kid(v, "nsubj"), t.kid(v, "cc")
		if v < a || !t.isVerb(v) || s < 0 || c < 0 || t.subtree(s, nil)[0] != c+1 || t.extent(a).Last != t.nodes[c].tokens.First {
			continue
		}
		deprel := t.nodes[s].deprel
		t.hang(v, -1, "root")
		t.hang(a, v, deprel)
		t.hang(s, a, "conj")
		t.hang(c, s, "cc")
		return
	}
}
