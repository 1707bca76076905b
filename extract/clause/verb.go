package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// finite tells whether a clause has a tense of its own, unlike an infinitive or
// a participle.
func (t *tree) finite(k int) bool {
	switch t.nodes[k].xpos {
	case "VB", "VBG", "VBN":
		return t.hasKid(k, "aux") && !t.kidLemma(k, "mark", "to")
	}
	return t.hasKid(k, "cop", "nsubj") || t.nodes[k].upos == "VERB"
}

// setOff tells whether an infinitive stands behind a comma, where it says what for:
// "deepen cooperation, to keep peace".
func (t *tree) setOff(k int) bool {
	to := slices.IndexFunc(t.nodes, func(n node) bool { return n.head == k && n.deprel == "mark" && n.form == "to" })
	if t.nodes[k].xpos != "VB" || to < 1 || t.nodes[to-1].form != "," {
		return false
	}
	for c := to - 2; c > t.nodes[k].head; c-- {
		if t.nodes[c].form == "," {
			return t.nodes[c+1].form != "with" // "efforts, with the help of Peru, to keep peace"
		}
	}
	return true
}

// inOrder tells whether an infinitive says what for: "in order to keep peace", "so as to",
// "so we can".
func (t *tree) inOrder(k int) bool {
	for _, m := range t.kids(k, "mark") {
		if m > 0 && t.nodes[m].form == "to" && t.nodes[m-1].form == "order" || t.nodes[m].form == "so" && (t.hasKid(m, "fixed") || t.hasKid(k, "nsubj")) {
			return true
		}
	}
	return false
}

// hasPronoun tells whether a pronoun is the object of a verb.
func (t *tree) hasPronoun(i int) bool {
	return slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool { return t.nodes[o].upos == "PRON" })
}

// hasIt tells whether the object of a verb is a pronoun for a thing, which says
// nothing by itself.
func (t *tree) hasIt(i int) bool {
	return slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool { return world.ThingPronoun.Has(t.nodes[o].form) })
}

// slight tells whether a verb says nothing without what follows it.
func (t *tree) slight(i int) bool {
	l := t.nodes[i].lemma
	return !t.isCessation(i) && !t.kidLemma(i, "compound:prt", "back") && // "take back refugees"
		!world.ChangeVerb.Has(l) &&
		(l == "be" || world.LightVerb.Has(l) || governed(l) == "proposed" || governed(l) == "planned")
}

// isCessation tells whether verb i, with its particle, puts an end to something: "stop",
// "give up".
func (t *tree) isCessation(i int) bool {
	l := t.nodes[i].lemma
	return world.CessationVerb.Has(l) || slices.ContainsFunc(t.kids(i, "compound:prt", "advmod"), func(k int) bool {
		return world.CessationVerb.Has(l + " " + t.nodes[k].form)
	})
}

// telephones tells whether somebody is called up rather than called upon: who
// does what follows is the caller.
func (t *tree) telephones(g int) bool {
	o := t.kid(g, "obj")
	return t.nodes[g].lemma == "call" && o >= 0 && t.isPerson(o)
}

// agents returns those who do what the passive verb at node i says.
func (t *tree) agents(i int) []int {
	for _, k := range t.kids(i, "obl") {
		if t.nodes[k].deprel == "obl:agent" || t.caseOf(k) == "by" {
			return t.conjuncts(k)
		}
	}
	near := t.kids(i, "obl", "obj", "xcomp")
	if n := &t.nodes[i]; n.deprel == "acl" { // "doses donated to Peru by Kenya"
		near = append(near, n.head)
	}
	// "received with honours by Kenya", "appointed envoy by Kenya", with Kenya hung
	// on the noun before it
	for _, k := range near {
		for _, x := range t.kids(k, "nmod") {
			if t.caseOf(x) == "by" && t.nodes[x].mention >= 0 {
				return t.conjuncts(x)
			}
		}
	}
	return nil
}

// outcome is what the verb at node g, with its particle or object, says of whether its
// subject comes about, "affirmed|denied"; "" if it says nothing of it.
func (t *tree) outcome(g int) string {
	for _, k := range t.kids(g, "compound", "advmod", "obj") {
		if s := world.OutcomeVerb.Value(t.nodes[g].lemma + " " + t.nodes[k].lemma); s != "" { // "take place"
			return s
		}
	}
	return world.OutcomeVerb.Value(t.nodes[g].lemma)
}

// happens returns what verb g says of how its subject comes about, -1 if nothing:
// "failed to take place", "is expected to resume".
func (t *tree) happens(g int) int {
	for _, x := range t.kids(g, "xcomp") {
		if t.outcome(x) != "" && governed(t.nodes[g].lemma) != "" {
			return x
		}
	}
	return -1
}

// calledOff tells whether a verb with its particle undoes what it governs:
// "called off the visit", "ruled out talks".
func (t *tree) calledOff(g int) bool {
	return slices.ContainsFunc(t.kids(g, "compound", "advmod"), func(k int) bool {
		return governed(t.nodes[g].lemma+" "+t.nodes[k].lemma) == "denied"
	})
}

// untensed tells whether the sentence has no finite verb, as headlines have none.
func (t *tree) untensed() bool {
	return !slices.ContainsFunc(t.nodes, func(n node) bool { return isFinite(n.xpos) })
}

// governed tells what a word that is affirmed makes of what depends on it, "" if it does
// not decide this.
func governed(lemma string) string {
	affirmed, _, _ := strings.Cut(world.Signature.Value(lemma), "|")
	return affirmed
}

// isPast tells whether a verb speaks of what was: "did they meet on Monday?"
func (t *tree) isPast(i int) bool {
	return t.nodes[i].xpos == "VBD" || slices.ContainsFunc(t.kids(i, "aux"), func(k int) bool {
		n := &t.nodes[k]
		return n.lemma == "have" || n.lemma == "do" && n.xpos == "VBD"
	})
}

// occurs tells whether a verb says of its subject when it is or begins.
func (t *tree) occurs(k int) bool {
	return t.nodes[k].lemma == "take" && t.kidLemma(k, "obj", "place") || world.OpeningVerb.Has(t.nodes[k].lemma)
}

// makes tells whether verb i makes its object something that an adjective says.
func (t *tree) makes(i int) bool {
	return slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool { return t.resultOf(i, o) >= 0 })
}

// resultOf returns the adjective that says how verb i makes object o, "keep the ports open"; -1 if
// there is none.
func (t *tree) resultOf(i, o int) int {
	for _, x := range t.kids(i, "xcomp") {
		if t.nodes[x].upos == "ADJ" && t.nodes[x].token == t.extent(o).Last && !world.ShellNoun.Has(t.nodes[o].lemma) {
			return x
		}
	}
	return -1
}
