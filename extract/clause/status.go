package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// status tells how real the predicate at node i is, from its auxiliaries,
// negation, conditions and the words that govern it, and from what became of it.
func (t *tree) status(i int) string {
	s := t.intended(i)
	if (s == "planned" || s == "proposed") && t.abandoned(i) {
		return "denied"
	}
	return s
}

// abandoned tells whether the sentence goes on to say that what had been planned
// was given up: "was due to visit Peru but called off the trip".
func (t *tree) abandoned(i int) bool {
	past := false
	for hops := 0; i >= 0 && hops < 6 && !past; hops++ {
		past = t.nodes[i].xpos == "VBD" && governed(t.nodes[i].lemma) != ""
		for _, k := range t.kids(i, "aux", "cop") {
			past = past || t.nodes[k].xpos == "VBD" && (t.nodes[k].lemma == "be" || t.nodes[k].lemma == "have")
		}
		i = t.nodes[i].head
	}
	if !past {
		return false
	}
	for v := range t.nodes {
		if x := t.nodes[v].xpos; x != "VBD" && x != "VBN" || !world.AbandoningVerb.Has(t.nodes[v].lemma) && !t.calledOff(v) {
			continue
		}
		for _, o := range t.kids(v, "obj", "nsubj:pass") {
			other := slices.ContainsFunc(t.kids(o, "nmod"), func(k int) bool { return t.nodes[k].mention >= 0 && t.nodes[k].deprel != "nmod:poss" })
			if l := t.nodes[o].lemma; !other && (world.TripNoun.Has(l) || world.GatheringNoun.Has(l) || l == "plan" || l == "stop" || l == "it" || l == "event") {
				return true
			}
		}
	}
	return false
}

// intended is the status of the predicate at node i as it was meant.
func (t *tree) intended(i int) string {
	s := t.ownStatus(i)
	if n := &t.nodes[i]; s == "planned" && n.head >= 0 && n.deprel == "ccomp" && t.denies(n.head) { // "denied that it would sign"
		return combine("denied", t.ownStatus(n.head))
	}
	for hops := 0; s == "actual" && hops < 8; hops++ {
		n := &t.nodes[i]
		g := n.head
		if g < 0 {
			break
		}
		gl := t.nodes[g].lemma
		nominal := !t.isVerb(i)
		switch rel(n.deprel) {
		case "conj":
			participle := n.xpos == "VBN" || n.xpos == "VBD" && t.kidLemma(g, "aux", "have") // "was to have met and signed"
			if t.isVerb(i) && n.xpos != "VB" && n.xpos != "VBG" && !participle {
				return s
			}
		case "xcomp", "ccomp", "acl", "advcl":
			if t.denies(g) && (n.deprel == "ccomp" || n.deprel == "acl") {
				return combine("denied", t.ownStatus(g))
			}
			if n.deprel == "acl:relcl" || rel(n.deprel) == "acl" && n.xpos != "VB" { // "treaties ratified by Cuba" were ratified
				return s
			}
			if n.deprel == "advcl" && t.passive(i) && !t.hasKid(i, "aux:pass") { // "invited by Peru, he will"
				return s
			}
			if n.deprel == "advcl" || n.deprel == "ccomp" {
				// A clause of its own: only an infinitive or participle depends on what governs it.
				if n.xpos != "VB" && n.xpos != "VBG" && n.xpos != "VBN" || t.hasKid(i, "aux") && n.deprel == "ccomp" || nominal {
					return s
				}
				if n.deprel == "advcl" && t.leaving(g) {
					return combine("planned", t.ownStatus(g))
				}
			}
			if world.PerformativeVerb.Has(t.nodes[i].lemma) && world.WishWord.Has(gl) {
				return combine("actual", t.ownStatus(g)) // "I want to thank" does so
			}
			if t.calledOff(g) {
				return "denied"
			}
			if t.accepted(g) {
				return combine("planned", t.ownStatus(t.nodes[g].head))
			}
			if gl == "have" && t.kidLemma(g, "advmod", "yet") { // "have yet to sign"
				return "denied"
			}
			if w := governed(gl); w != "" {
				if !t.isVerb(g) { // "cancelled plans to meet"
					return combine(w, t.status(g))
				}
				return combine(w, t.ownStatus(g))
			}
			if gl == "be" && n.xpos == "VB" || gl == "go" && t.nodes[g].form == "going" {
				return combine("planned", t.ownStatus(g))
			}
		case "obj", "obl", "nsubj", "nmod":
			if !nominal {
				return s
			}
			if n.deprel == "nsubj" && t.comesAbout(g) { // "the talks will resume"
				break
			}
			if n.deprel == "nsubj" || rel(n.deprel) == "nmod" && !world.CarrierPreposition.Has(t.caseOf(i)) {
				return s
			}
			if rel(n.deprel) == "obl" && (t.caseOf(i) == "after" || t.caseOf(i) == "following") {
				return s
			}
			if world.RefusalWord.Has(gl) || t.calledOff(g) {
				return "denied"
			}
			if n.deprel == "obj" || n.deprel == "nsubj:pass" || rel(n.deprel) == "obl" {
				if gl == "plan" || gl == "schedule" || gl == "announce" || gl == "expect" || gl == "await" || gl == "look" || t.leaving(g) && t.caseOf(i) == "for" {
					return "planned"
				}
				if rel(n.deprel) == "obl" && t.caseOf(i) != "for" && t.caseOf(i) != "to" {
					break // "called for trade during a meeting": they met
				}
				if world.WishWord.Has(gl) && !world.OfferedNoun.Has(t.nodes[i].lemma) {
					return "proposed"
				}
			}
		default:
			return s
		}
		i = g
		s = t.ownStatus(i)
	}
	return s
}

// governed tells what a governing word makes of its complement.
func governed(lemma string) string {
	switch {
	case world.RefusalWord.Has(lemma):
		return "denied"
	case world.IntentionWord.Has(lemma):
		return "planned"
	case world.WishWord.Has(lemma):
		return "proposed"
	case lemma == "unlikely":
		return "conditional"
	}
	return ""
}

// combine is the status of a complement under a word that itself has status outer.
func combine(inner, outer string) string {
	switch outer {
	case "denied":
		if inner == "denied" {
			return "actual" // "did not refuse to meet"
		}
		return "denied"
	case "conditional":
		return "conditional"
	}
	return inner
}

func (t *tree) ownStatus(i int) string {
	if t.kidLemma(i, "advmod", "not", "n't", "n’t", "never", "neither", "nor", "hardly") || t.kidLemma(i, "det", "no") || t.kidLemma(i, "case", "without") || t.kidLemma(i, "mark", "without") {
		return "denied"
	}
	for _, s := range t.kids(i, "nsubj", "nsubj:pass") { // "neither A nor B met"
		if slices.ContainsFunc(t.conjuncts(s), func(c int) bool { return t.kidLemma(c, "cc", "nor") }) {
			return "denied"
		}
	}
	if t.kidLemma(i, "mark", "if", "unless", "whether") {
		return "conditional"
	}
	for _, k := range t.kids(i, "advcl") {
		if t.kidLemma(k, "mark", "if", "unless") && t.hasKid(i, "aux") {
			return "conditional"
		}
	}
	if t.kidLemma(i, "mark", "to") && (t.kidLemma(i, "cop", "be") || t.kidLemma(i, "aux", "be") || t.nodes[i].head < 0 && t.untensed()) {
		return "planned" // "is to meet", and in headlines "Delgado to meet"
	}
	for _, k := range t.kids(i, "aux") {
		switch t.nodes[k].form {
		case "would", "should":
			if t.kidLemma(i, "aux", "have") {
				return "denied" // "would have met", but did not
			}
			if t.nodes[k].form == "should" {
				return "proposed"
			}
			return "planned"
		case "will", "shall", "'ll", "’ll", "wo", "'d", "’d":
			return "planned"
		case "may", "might", "could", "can", "ca":
			return "conditional"
		case "must", "ought":
			return "proposed"
		}
	}
	if x := t.nodes[i].xpos; world.MotionVerb.Has(t.nodes[i].lemma) && (x == "VBZ" || x == "VBP") && t.kidLemma(i, "advmod", "then", "next", "later") {
		return "planned" // "she then flies to Lima"
	}
	if t.kidLemma(i, "advmod", "possibly", "perhaps", "maybe") {
		return "conditional"
	}
	for _, k := range t.kids(i, "amod") {
		if world.ComingAdjective.Has(t.nodes[k].form) {
			switch h := t.nodes[i].head; {
			case h < 0:
			case (world.RefusalWord.Has(t.nodes[h].lemma) || t.calledOff(h)) && t.nodes[i].deprel != "nsubj", // "cancelled a planned visit"
				t.comesAbout(h) && t.ownStatus(h) == "denied":
				return "denied"
			}
			return "planned"
		}
		if f := t.nodes[k].form; f == "cancelled" || f == "canceled" || f == "postponed" || f == "aborted" {
			return "denied"
		}
	}
	if c := t.caseOf(i); c == "ahead of" || strings.HasPrefix(c, "prior to") {
		return "planned"
	}
	return "actual"
}
