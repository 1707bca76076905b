package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// What a sentence goes on to say of what it told: whether it asks for it, calls it true or
// false, or says that nothing came of it. Status asks these.

// asked tells whether node i is the verb of a question that leaves open whether it
// is so: "did they meet?", but not "why did they meet?".
func (t *tree) asked(i int) bool {
	if !t.asks || !t.isVerb(i) && !t.hasKid(i, "cop") {
		return false
	}
	inverted := t.inverted(i)
	for _, k := range t.nodes[i].kids {
		if k < i && world.InterrogativeWord.Has(t.nodes[k].form) {
			return false
		}
	}
	if !inverted && (t.nodes[i].head >= 0 || world.SpeechVerb.Has(t.nodes[i].lemma)) {
		return false
	}
	for _, n := range t.nodes[i+1:] {
		switch {
		case n.form == "?":
			return true
		case world.SentenceEnd.Has(n.form), !inverted && world.OpeningQuoteMark.Has(n.form):
			return false
		}
	}
	return false
}

// inverted tells whether the auxiliary of node i stands before its subject: "did they
// meet", "had they met".
func (t *tree) inverted(i int) bool {
	subject := t.kid(i, "nsubj", "nsubj:pass")
	return slices.ContainsFunc(t.kids(i, "aux", "cop"), func(k int) bool { return k < subject })
}

// hadBegun tells whether "had" opens the clause of node i, which was not done then: "had
// they met", but not "never had they met".
func (t *tree) hadBegun(i int) bool {
	first := slices.IndexFunc(t.nodes[i].kids, func(k int) bool { return t.nodes[k].upos != "PUNCT" })
	if first < 0 {
		return false
	}
	k := t.nodes[i].kids[first]
	return t.nodes[k].form == "had" && t.nodes[k].deprel == "aux" && t.inverted(i)
}

// cleft tells whether the clause at node i is what a sentence says in two parts: "it was
// not Delgado who met Kimani".
func (t *tree) cleft(i int) bool {
	n := &t.nodes[i]
	return n.deprel == "acl:relcl" && t.nodes[n.head].mention >= 0 && t.hasKid(n.head, "cop") &&
		(t.kidLemma(n.head, "expl", "it") || t.kidLemma(n.head, "nsubj", "it"))
}

// tentative tells whether the participle at node i is what is talked about doing:
// "discussed signing", "the prospect of signing".
func (t *tree) tentative(i int) bool {
	n := &t.nodes[i]
	if n.xpos != "VBG" {
		return false
	}
	above := t.nodes[n.head].lemma
	switch n.deprel {
	case "xcomp", "ccomp":
		return world.TopicVerb.Has(above)
	case "advcl":
		return world.TalkVerb.Has(above) && t.kidLemma(i, "mark", "about")
	case "acl":
		of := func(k int) bool { return k < i && t.caseOf(k) == "of" } // "the prospect of Peru signing"
		if of(n.head) && t.nodes[n.head].deprel == "nmod" {
			above = t.nodes[t.nodes[n.head].head].lemma
		}
		said := t.kidLemma(i, "mark", "of") || of(n.head) || slices.ContainsFunc(t.kids(n.head, "nmod"), of)
		return said && world.ProspectNoun.Has(above)
	}
	return false
}

// judge returns the word that says how true the clause at node i is, -1 if there is none:
// "it is false that they met", "reports that they met turned out to be untrue".
func (t *tree) judge(i int) int {
	g := t.nodes[i].head
	if g < 0 || !t.isContent(i) {
		return -1
	}
	said := g
	if n := &t.nodes[g]; world.ReportNoun.Has(n.lemma) && n.head >= 0 && (n.deprel == "nsubj" || n.deprel == "obj") {
		g = n.head
	}
	for _, x := range append(append([]int{g}, t.kids(g, "xcomp")...), said) {
		if world.VerdictWord.Has(t.nodes[x].lemma) {
			return x
		}
	}
	return -1
}

// isContent tells whether the clause at node i is what is said, thought or true:
// "that they met".
func (t *tree) isContent(i int) bool {
	switch rel(t.nodes[i].deprel) {
	case "csubj":
		return true
	case "ccomp":
		if t.isVerb(t.nodes[i].head) {
			return true
		}
		fallthrough
	case "acl", "advcl":
		return slices.ContainsFunc(t.nodes[i].kids, func(k int) bool { return t.nodes[k].form == "that" })
	}
	return false
}

// standsForPlan tells whether a noun or pronoun stands for what had been planned,
// as "the trip" does and "the trip of Ito" does not.
func (t *tree) standsForPlan(o int) bool {
	if slices.ContainsFunc(t.kids(o, "nmod"), func(k int) bool {
		return t.nodes[k].mention >= 0 && t.nodes[k].deprel != "nmod:poss"
	}) {
		return false
	}
	l := t.nodes[o].lemma
	return world.TripNoun.Has(l) || world.GatheringNoun.Has(l) || world.PlanWord.Has(l)
}

// askedBy tells whether node i is what somebody with a name asks for or offers, which he
// does whatever comes of it: "Peru's demand", "the proposal of Peru".
func (t *tree) askedBy(i int) bool {
	if !world.AskingNoun.Has(t.nodes[i].lemma) {
		return false
	}
	for _, k := range t.kids(i, "nmod:poss", "nmod") {
		c := t.caseOf(k)
		named := t.nodes[k].mention >= 0 && t.nodes[k].upos != "PRON"
		if named && (t.nodes[k].deprel == "nmod:poss" || c == "of" || c == "by" || c == "from") {
			return true
		}
	}
	return false
}

// sharedStand tells whether node i is a stand that several are told to share, which they do
// before they speak of it: "their shared commitment".
func (t *tree) sharedStand(i int) bool {
	return world.AttitudeNoun.Has(t.nodes[i].lemma) && t.hasKid(i, "nmod:poss") && t.kidOf(i, "amod", world.SharingAdjective)
}

// everSo tells whether node i says what always holds: "will always remain a friend".
func (t *tree) everSo(i int) bool {
	return t.kidLemma(i, "advmod", "always") && t.kidLemma(i, "aux", "will") && !t.hasKid(i, "obj")
}

// felt tells whether what node i is said to be is what somebody feels about: "is proud to
// be a partner" is one, "is to be a partner" is none yet.
func (t *tree) felt(i int) bool {
	g := t.nodes[i].head
	return rel(t.nodes[i].deprel) == "xcomp" && t.nodes[g].upos == "ADJ" && world.FeelingAdjective.Has(t.nodes[g].lemma)
}

// overflows tells whether what node i says is denied only to say how much it is so: "cannot
// thank them enough".
func (t *tree) overflows(i int) bool {
	return t.isVerb(i) && t.kidLemma(i, "advmod", "enough") && t.kidLemma(i, "aux", "can", "could")
}
