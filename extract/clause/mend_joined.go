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
		if apart { // "A, who leads B, along with C met D"
			for hops := 0; hops < 4 && j >= 0 && !(t.isActor(j) && t.isSubjectOfLater(j, k)); hops++ {
				j = t.nodes[j].head
			}
		}
		if j < 0 || j > k || !t.isActor(j) || t.mentionAt(j).Type != t.mentionAt(k).Type {
			continue
		}
		before := t.isSubjectOfLater(j, k) && t.precedesVerb(k, t.nodes[j].head)
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

// precedesVerb tells whether no more than a comma stands between node k and the verb at node v,
// with its auxiliaries.
func (t *tree) precedesVerb(k, v int) bool {
	for _, x := range t.conjuncts(k) { // "along with B, C and D"
		k = max(k, x)
	}
	for k++; k < v; k++ {
		if n := &t.nodes[k]; n.form != "," && n.head != v {
			return false
		}
	}
	return true
}

// isSubjectOfLater tells whether node j is the subject of a verb that stands after node k.
func (t *tree) isSubjectOfLater(j, k int) bool {
	n := &t.nodes[j]
	return rel(n.deprel) == "nsubj" && n.head > k
}

// mendPresence hangs "with the participation of" and "in the presence of" on the verb of the
// clause, and who is there as a guest: "opened the forum with the king as guest of honour".
func (t *tree) mendPresence() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i {
			continue
		}
		v := t.nodes[n.head].head
		for v >= 0 && !t.isVerb(v) {
			v = t.nodes[v].head
		}
		if v < 0 || v > i {
			continue
		}
		switch c := t.caseOf(i); {
		case world.PresenceNoun.Has(n.lemma) && t.hasKid(i, "nmod") && (c == "with" || c == "in"),
			t.isPerson(i) && c == "with" && t.asFollows(i, v):
			t.hang(i, v, "obl")
		}
	}
}

// asFollows tells whether the verb at node v has a phrase with "as" right behind that of node i.
func (t *tree) asFollows(i, v int) bool {
	end := t.extent(slices.Max(t.conjuncts(i))).Last
	for _, k := range t.kids(v, "obl") {
		if t.caseOf(k) == "as" && t.first(k) == end {
			return true
		}
	}
	return false
}

// mendLed hangs "led by" on the party before it: "received a delegation of officials from Ghana
// led by Ada Bauer".
func (t *tree) mendLed() {
	for i := range t.nodes {
		n := &t.nodes[i]
		v := n.head
		if !among([]string{"advcl", "ccomp", "conj", "parataxis"}, n.deprel) || v < 0 || v > i || !world.LeadingVerb.Has(n.lemma) ||
			n.xpos != "VBN" && n.xpos != "VBD" || !t.agentFollows(i) || t.hasKid(i, "aux", "aux:pass", "cc") {
			continue
		}
		if s := t.kid(i, "nsubj"); s > v && world.TravellingParty.Has(t.nodes[s].lemma) && !t.hasKid(v, "obj") { // as if it led
			t.hang(s, v, "obj")
			t.hang(i, s, "acl")
			n.xpos = "VBN"
			continue
		}
		for _, k := range t.kids(v, "obj", "obl", "nsubj:pass") {
			if k > v && k < i && world.TravellingParty.Has(t.nodes[k].lemma) {
				t.hang(i, k, "acl")
				n.xpos = "VBN"
				break
			}
		}
	}
}

// mendLedBody makes a body the noun of what is said of who leads it, where the parser took it for
// the measure of that: "a Kenyan delegation led by Kimani arrived".
func (t *tree) mendLedBody() {
	for d := range t.nodes {
		v := t.nodes[d].head
		if t.nodes[d].deprel != "obl:unmarked" || v != d+1 || t.nodes[v].xpos != "VBN" || !t.hasKid(v, "obl:agent") {
			continue
		}
		top := v
		if a := t.nodes[v].head; t.nodes[v].deprel == "acl" && a >= 0 && a < d && t.nodes[a].upos == "DET" {
			top = a
		}
		switch r := rel(t.nodes[top].deprel); r {
		case "nsubj", "obj", "obl", "nmod":
			t.hang(d, t.nodes[top].head, t.nodes[top].deprel)
			t.hang(v, d, "acl")
			if top != v {
				t.hang(top, d, "det")
			}
		}
	}
}

// agentFollows tells whether "by" stands right behind node i.
func (t *tree) agentFollows(i int) bool { return i+1 < len(t.nodes) && t.nodes[i+1].form == "by" }

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

// mendVisiting makes a participle between commas behind somebody, with where that one is or goes,
// what that one does: "Kimani, visiting Lima, praised".
func (t *tree) mendVisiting() {
	for i := 2; i+1 < len(t.nodes); i++ {
		n, o := &t.nodes[i], t.nodes[i].head
		if n.xpos != "VBG" || n.deprel != "amod" || o < i || t.nodes[o].deprel != "appos" || t.nodes[i-1].form != "," ||
			!t.isLand(o) && !world.JourneyNoun.Has(n.lemma) {
			continue
		}
		if p := t.nodes[o].head; p >= 0 && p < i && t.isPerson(p) {
			t.hang(i, p, "acl")
			t.hang(o, i, "obj")
		}
	}
}

// mendOpened makes a noun behind an opening participle with its agent the subject of the verb
// that follows it, where the parser took it for another name of the agent.
func (t *tree) mendOpened() {
	if len(t.nodes) == 0 || t.nodes[0].head >= 0 || t.nodes[0].xpos != "VBN" || t.hasKid(0, "nsubj", "aux", "aux:pass") {
		return
	}
	for _, a := range t.kids(0, "obl") {
		for _, s := range t.kids(a, "appos") {
			v := t.kid(s, "acl")
			if v != s+1 || t.nodes[v].xpos != "VBN" && t.nodes[v].xpos != "VBD" || t.agentFollows(v) || t.caseOf(a) != "by" {
				continue
			}
			t.hang(v, -1, "root")
			t.hang(s, v, "nsubj")
			t.hang(0, v, "advcl")
			t.nodes[v].xpos = "VBD"
			return
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
