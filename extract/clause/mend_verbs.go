package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of verbs that are coordinated with each other, and of nouns that the
// parser coordinated with verbs.

// nounUnderVerb tells whether node i is a noun that the parser coordinated with a
// verb before it though nothing makes it a clause.
func (t *tree) nounUnderVerb(i int) bool {
	n := &t.nodes[i]
	return n.deprel == "conj" && (n.upos == "NOUN" || n.upos == "PROPN") && n.head >= 0 && n.head < i && t.isVerb(n.head) &&
		!t.hasKid(i, "nsubj", "cop", "mark", "obj")
}

// mendNouns makes a noun that was coordinated with a verb one of the noun before
// it, with which it shares the preposition.
func (t *tree) mendNouns() {
	for i := range t.nodes {
		if !t.nounUnderVerb(i) {
			continue
		}
		own, v := t.caseOf(i), t.nodes[i].head
		if a := t.listBefore(i); a > v && own == "" { // "exchanged views on gas, shipping and Gaza"
			t.hang(i, a, "conj")
			continue
		}
		for _, o := range slices.Backward(t.kids(v, "obj", "obl")) {
			if t.nodes[i].upos == "NOUN" && o < i && o > v && t.nodes[o].upos == "NOUN" && !t.isTime(o) && (own == "" || own == t.caseOf(o)) {
				t.hang(i, o, "conj")
				break
			}
		}
	}
}

// listBefore gives the first noun of the list that stands open before the conjunction of node i,
// "gas, shipping" of "gas, shipping and Gaza"; -1 if there is none.
func (t *tree) listBefore(i int) int {
	c := t.kid(i, "cc")
	if c < 1 {
		return -1
	}
	last := &t.nodes[c-1]
	if last.deprel != "conj" || last.head < 0 || !t.isNominal(c-1) || t.hasKid(c-1, "cc") || !t.isNominal(last.head) ||
		t.isActor(last.head) {
		return -1
	}
	return last.head
}

// bareVerb tells whether node i is a verb that hangs on a verb before it and has
// neither subject nor auxiliary nor conjunction.
func (t *tree) bareVerb(i int) bool {
	h := t.nodes[i].head
	return h >= 0 && h < i && t.isVerb(i) && t.isVerb(h) && !t.hasKid(i, "mark", "nsubj", "aux")
}

// mendVerbs coordinates a verb that hangs on a gerund or infinitive with the verb
// above of its own form.
func (t *tree) mendVerbs() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || !t.bareVerb(i) {
			continue
		}
		u := &t.nodes[n.head]
		if !(n.xpos == "VB" && u.xpos == "VBG" || n.xpos == "VBD" && (u.xpos == "VB" || u.xpos == "VBG")) {
			continue
		}
		for h := u.head; h >= 0; h = t.nodes[h].head {
			if t.isVerb(h) && t.nodes[h].xpos == n.xpos && h < i {
				t.hang(i, h, "conj")
				break
			}
		}
	}
}

// mendHeadlineVerbs coordinates the second verb of a headline with its first, and a verb
// with what was done before.
func (t *tree) mendHeadlineVerbs() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "parataxis" && n.deprel != "advcl" || n.head < 0 || n.head > i || !t.isVerb(i) ||
			!t.isVerb(n.head) || n.xpos == "VBG" || t.hasKid(i, "nsubj", "aux", "expl", "mark") {
			continue
		}
		before, v := i-1, &t.nodes[n.head]
		then := world.SequenceAdverb.Has(t.nodes[before].form) && t.nodes[before].head == i
		if then {
			before-- // "opened a school, then met"
		}
		if before <= n.head || t.nodes[before].form != "," || !t.hasKid(n.head, "nsubj") {
			continue
		}
		switch {
		case n.deprel == "parataxis" && n.xpos != "VBN":
			n.deprel = "conj"
		case then && (n.xpos == "VBN" || n.xpos == v.xpos) && v.xpos != "VBN":
			n.deprel, n.xpos = "conj", v.xpos
		}
	}
}

// mendToNouns takes "to" before a noun for a preposition.
func (t *tree) mendToNouns() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "xcomp" || n.upos != "NOUN" || n.head < 0 || n.head > i || !t.isVerb(n.head) {
			continue
		}
		if t.kidLemma(i, "mark", "to") && !t.hasKid(i, "nsubj", "cop") {
			n.deprel = "obl"
			for _, k := range t.kids(i, "mark") {
				t.nodes[k].deprel = "case"
			}
		}
	}
}

// mendBareGerunds makes a gerund without an object behind a bare noun the noun of both:
// "wrap up debt restructuring by June".
func (t *tree) mendBareGerunds() {
	t.retagGerunds()
	for i := 1; i < len(t.nodes); i++ {
		n, k := &t.nodes[i], i-1
		b := &t.nodes[k]
		if n.xpos != "VBG" || n.deprel != "acl" || n.head != k || b.xpos != "NN" || b.mention >= 0 || b.head < 0 ||
			t.hasKid(k, "det", "nmod:poss", "nmod", "amod") || t.hasKid(i, "obj", "xcomp", "ccomp", "nsubj", "mark") ||
			world.ListingParticiple.Has(n.form) || world.ActorNoun.Has(b.lemma) || world.HumanNoun.Has(b.lemma) {
			continue
		}
		n.upos, n.xpos = "NOUN", "NN"
		t.hang(i, b.head, b.deprel)
		for _, o := range slices.Clone(b.kids) {
			if o != i {
				t.hang(o, i, t.nodes[o].deprel)
			}
		}
		t.hang(k, i, "compound")
	}
}

// retagGerunds makes a gerund that stands as a noun does, with a noun or adjective before it
// and nothing that belongs to a verb, a noun: "cooperation in wine labelling and health".
func (t *tree) retagGerunds() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.xpos != "VBG" || n.upos != "VERB" || n.mention >= 0 || n.head < 0 || world.ListingParticiple.Has(n.form) ||
			!t.hasKid(i, "compound", "amod", "det", "nmod:poss") || t.nodes[i-min(i, 1)].head != i ||
			t.hasKid(i, "obj", "xcomp", "ccomp", "nsubj", "aux", "mark", "advmod") {
			continue
		}
		switch rel(n.deprel) {
		case "nmod", "obl", "obj", "nsubj":
			n.upos, n.xpos = "NOUN", "NN"
		case "conj":
			if t.isNominal(n.head) && !t.isActor(n.head) {
				n.upos, n.xpos = "NOUN", "NN"
			}
		}
	}
}

// mendTiedNouns makes a verb right behind several words that dashes tie to one, and that is no
// more than the predicate of them, the noun that they stand before: "and people-to-people
// exchange".
func (t *tree) mendTiedNouns() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.xpos != "VBP" && n.xpos != "VB" && n.xpos != "VBZ" || !t.isTiedWord(i-1) || t.nodes[i-1].head != i ||
			t.hasKid(i, "obj", "xcomp", "ccomp", "aux", "mark", "obl") {
			continue
		}
		number := "NN"
		if n.xpos == "VBZ" {
			number = "NNS"
		}
		n.upos, n.xpos = "NOUN", number
		t.hang(i-1, i, "compound")
	}
}

// mendIncluded makes "include", which the parser takes for an adjective of what comes behind
// it or for what the participle before it says, the verb of the noun before: "sectors
// identified included tourism", "the sectors identified include tourism".
func (t *tree) mendIncluded() {
	for i := 2; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		told := i - 1
		if n.lemma != "include" || n.xpos != "VBD" && n.xpos != "VBP" && n.xpos != "VBZ" || n.head < 0 || t.hasKid(i, "nsubj", "aux", "mark") {
			continue
		}
		object := t.kid(i, "obj")
		if n.deprel == "amod" || n.deprel == "acl" {
			object = n.head
		}
		if object < i || n.head != told && t.nodes[object].head != told {
			continue
		}
		noun, top := t.nodes[told].head, t.nodes[told].head
		if t.nodes[told].deprel != "acl" {
			noun, top = t.kid(told, "nsubj"), told
			if t.nodes[told].xpos != "VBN" && t.nodes[told].xpos != "VBD" || noun < 0 || noun > told || t.hasKid(told, "aux", "aux:pass", "cop") ||
				t.isDiscussedMatter(told, noun) {
				continue
			}
		}
		t.hang(i, t.nodes[top].head, t.nodes[top].deprel)
		t.hang(object, i, "obj")
		t.hang(noun, i, "nsubj")
		t.hang(told, noun, "acl")
	}
}

// mendFurtherGerunds makes a gerund right behind a verb of proposing what is proposed,
// and "further" between them an adverb: "suggested further deepening ties".
func (t *tree) mendFurtherGerunds() {
	for i := 1; i < len(t.nodes); i++ {
		n, f := &t.nodes[i], &t.nodes[i-1]
		v := n.head
		if n.xpos != "VBG" || n.deprel != "advcl" || v < 0 || !t.isVerb(v) {
			continue
		}
		if l := t.nodes[v].lemma; v == i-1 && world.TopicVerb.Has(l) && !t.hasKid(v, "obj", "xcomp", "aux:pass") { // "discussed building a port"
			n.deprel = "xcomp"
			continue
		} else if governed(l) != "proposed" {
			continue
		}
		switch {
		case v == i-2 && f.form == "further" && f.head == i:
			f.upos, f.xpos, f.deprel = "ADV", "RB", "advmod"
			n.deprel = "xcomp"
		case (v == i-1 || v == i-2 && f.deprel == "advmod" && f.head == i) && world.GerundVerb.Has(t.nodes[v].lemma):
			n.deprel = "xcomp"
		}
	}
}
