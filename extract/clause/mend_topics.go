package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of what talks are about.

// mendTopicLists makes things that are coordinated with a word of talk conjuncts of what
// the talk is on: "views on trade, mining and tourism".
func (t *tree) mendTopicLists() {
	for i := range t.nodes {
		n := &t.nodes[i]
		g := n.head
		if n.deprel != "conj" || g < 0 || g > i || !t.isThing(i) || !t.isThing(g) || t.speaks(i) || !t.speaks(g) ||
			t.caseOf(i) != "" || t.hasKid(i, "det", "nmod:poss") {
			continue
		}
		for _, o := range slices.Backward(t.kids(g, "nmod")) {
			if o < i && o > g && world.TopicPreposition.Has(t.caseOf(o)) && !t.isTime(o) {
				t.hang(i, o, "conj")
				break
			}
		}
	}
}

// speaks tells whether node i is a word of talk or of views.
func (t *tree) speaks(i int) bool {
	l := t.nodes[i].lemma
	return world.OccasionNoun.Has(l) || world.OpinionNoun.Has(l)
}

// mendReducedRelatives makes a participle that the parser took for the verb a part of
// its subject, where the verb follows: "Matters discussed at the meeting included".
func (t *tree) mendReducedRelatives() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if !t.isVerb(i) || !world.TopicVerb.Has(n.lemma) || t.hasKid(i, "obj", "aux", "aux:pass", "ccomp") {
			continue
		}
		s := t.kid(i, "nsubj", "nsubj:pass")
		if s < 0 || s != i-1 || !t.isThing(s) || !world.ShellNoun.Has(t.nodes[s].lemma) {
			continue
		}
		for _, k := range t.kids(i, "conj") {
			if t.isVerb(k) && !t.hasKid(k, "cc", "nsubj") && t.nodes[k-1].form != "," {
				head, deprel := n.head, n.deprel
				t.hang(k, head, deprel)
				t.hang(s, k, "nsubj")
				t.hang(i, s, "acl")
				n.xpos = "VBN"
				break
			}
		}
	}
}

// mendAmongOthers makes what follows "among other things" the object of the verb.
func (t *tree) mendAmongOthers() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.head > i || !t.isVerb(n.head) || t.caseOf(i) != "among" ||
			!world.ShellNoun.Has(n.lemma) && !world.ActorNoun.Has(n.lemma) || t.hasKid(n.head, "obj") || !t.hasKid(i, "amod") {
			continue
		}
		first := -1
		for _, k := range t.kids(i, "conj", "appos") {
			if first < 0 {
				first = k
				t.hang(k, n.head, "obj")
			} else {
				t.hang(k, first, "conj")
			}
		}
	}
}

// mendListedTopics makes what is listed behind a topic, but was taken to explain it or a
// part of it, a conjunct of the topic: "their response to the war in Chad, the law of the
// sea and trade". Only a list that "and" closes is one.
func (t *tree) mendListedTopics() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "appos" || n.head < 0 || n.head > i || !t.isThing(i) || t.isTime(i) || !t.followsComma(i) || !t.closes(i) {
			continue
		}
		if r := t.talkedOf(n.head); r >= 0 {
			t.hang(i, r, "conj")
		}
	}
}

// closes tells whether "and" stands before one of those coordinated with node i or with
// what hangs on that.
func (t *tree) closes(i int) bool {
	tokens := t.sentence.Tokens
	return slices.ContainsFunc(t.subtree(i, nil), func(k int) bool {
		if k <= i || t.nodes[k].deprel != "conj" || t.nodes[k].upos == "CCONJ" {
			return false
		}
		first := t.first(k)
		return t.hasKid(k, "cc") || first > 0 && tokens[first-1].UPOS == "CCONJ"
	})
}

// talkedOf gives the topic of a talk that node i is or is part of: what a verb of talk has
// as its object, what is singled out of that, what a noun of talk is on. It is -1 if there
// is none.
func (t *tree) talkedOf(i int) int {
	for k := i; k >= 0 && t.isNominal(k) && !t.isPerson(k); k = t.nodes[k].head {
		n := &t.nodes[k]
		h := n.head
		switch {
		case h < 0 || h > k:
			return -1
		case !t.isThing(k):
		case t.lists(k), rel(n.deprel) == "obj" && world.TopicVerb.Has(t.nodes[h].lemma):
			return k
		case rel(n.deprel) == "nmod" && t.speaks(h) && world.TopicPreposition.Has(t.caseOf(k)):
			return k
		}
		switch rel(n.deprel) {
		case "nmod", "appos", "conj":
		default:
			return -1
		}
	}
	return -1
}

// mendSeveralDone makes what is done next in a series, but was read as a part of the
// object before it, a conjunct of the verb: "discussed trade, addressed piracy, and
// praised Peru".
func (t *tree) mendSeveralDone() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "acl" && n.deprel != "advcl" || n.head < 0 || n.head > i || n.xpos != "VBD" && n.xpos != "VBN" ||
			!t.hasKid(i, "obj") || t.hasKid(i, "nsubj", "mark", "aux", "aux:pass") || t.nodes[i-1].form != "," {
			continue
		}
		v := n.head
		for v >= 0 && !t.isVerb(v) && v < i {
			v = t.nodes[v].head
		}
		if v < 0 || v > i || t.nodes[v].xpos != "VBD" {
			continue
		}
		for _, k := range t.kids(v, "conj") {
			if k > i && t.nodes[k].xpos == "VBD" && t.hasKid(k, "cc") {
				n.xpos = "VBD"
				t.hang(i, v, "conj")
				break
			}
		}
	}
}
