package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// told tells whether a word before a noun says what it is about, unlike that in
// "other areas", "its vital role", "deepened cooperation".
func (t *tree) told(k int) bool {
	return slices.ContainsFunc(t.kids(k, "amod", "compound"), func(x int) bool {
		n := &t.nodes[x]
		participle := n.xpos == "VBN" || n.xpos == "VBG"
		if n.mention >= 0 && t.nodes[k].lemma == "state" {
			return true // "a Palestinian state"
		}
		return n.mention < 0 && n.xpos != "VB" && !world.WeighingAdjective.Has(n.lemma) && (!participle || rel(n.deprel) == "compound")
	})
}

// isForPeople tells whether a noun says what is done for people: "support for farmers".
func (t *tree) isForPeople(k int) bool {
	return slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		return o > k && t.caseOf(o) == "for" && t.isHuman(o) && !t.hasKid(o, "acl")
	})
}

// isAimOf tells whether a noun is what something is done for: "with the aim of ending the
// war", "with the goal of peace".
func (t *tree) isAimOf(k int) bool {
	return world.AimNoun.Has(t.nodes[k].lemma) && t.caseOf(k) == "with" && t.hasKid(k, "nmod", "acl")
}

// isKnown tells whether a noun that says little by itself stands for what the reader knows:
// "aid the process".
func (t *tree) isKnown(k int) bool {
	n := &t.nodes[k]
	return n.mention < 0 && (world.ShellNoun.Has(n.lemma) || world.VagueNoun.Has(n.lemma)) &&
		t.kidLemma(k, "det", "the") && !t.hasKid(k, "amod", "compound", "nmod", "acl", "nummod", "conj")
}

// hasThing tells whether verb i has an object that is no shell: what is done to a thing may
// be for another, "cut tariffs to win votes".
func (t *tree) hasThing(i int) bool {
	return slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool {
		l := t.nodes[o].lemma
		return !world.ShellNoun.Has(l) && !world.ContentNoun.Has(l) && !world.AudienceNoun.Has(l) &&
			t.nodes[o].upos != "PRON" && !t.isSum(o) && !t.idiomatic(i, o)
	})
}

// idiomatic tells whether verb i says nothing but with its object o: "took part", "joined hands".
func (t *tree) idiomatic(i, o int) bool {
	object, l := world.IdiomVerb.Value(t.nodes[i].lemma), t.nodes[o].lemma
	return object != "" && (object == l || world.JoinedNoun.Has(object) && world.JoinedNoun.Has(l))
}

// onlyWith tells whether nothing but "with somebody" is told of a noun.
func (t *tree) onlyWith(o int) bool {
	return !slices.ContainsFunc(t.kids(o, "nmod"), func(k int) bool { return t.caseOf(k) != "with" })
}

// isAgainst tells whether a noun says what is done against something.
func (t *tree) isAgainst(k int) bool {
	l := t.nodes[k].lemma
	if !world.StepNoun.Has(l) || world.InfinitiveNoun.Has(l) {
		return false
	}
	return slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		return o > k && t.caseOf(o) == "against" && t.nodes[o].upos != "PRON"
	})
}

// points tells whether a noun stands for what was told before: "this challenge".
func (t *tree) points(k int) bool {
	such := slices.ContainsFunc(t.kids(k, "det", "amod"), func(d int) bool {
		return t.nodes[d].form == "such" && !t.hasKid(d, "fixed")
	})
	says := func(a int) bool { return !t.followsComma(a) } // not "those rules, which are new"
	return (such || t.kidOf(k, "det", world.Demonstrative) && !t.told(k)) && !t.hasKid(k, "nmod") &&
		!slices.ContainsFunc(t.kids(k, "acl"), says)
}

// leadsTo tells whether a phrase or participle begins with a preposition.
func (t *tree) leadsTo(o int, want string) bool {
	if t.caseOf(o) == want {
		return true
	}
	return t.isVerb(o) && t.kidLemma(o, "mark", want) && (want != "to" || t.nodes[o].xpos == "VBG")
}

// isHuman tells whether node k calls people by a common noun: "the workers".
func (t *tree) isHuman(k int) bool {
	n := &t.nodes[k]
	return !t.isNamed(k) && n.upos == "NOUN" && (world.HumanNoun.Has(n.lemma) || world.HumanNoun.Has(n.form))
}

// takesInfinitive tells whether an infinitive may say what a noun is about: "the need to act".
func takesInfinitive(noun string) bool {
	return world.InfinitiveNoun.Has(noun) || world.InfinitiveNounOrVerb.Has(noun) || world.IntentionNoun.Has(noun) ||
		world.ContentNoun.Has(noun)
}
