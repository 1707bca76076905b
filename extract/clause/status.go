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
	return combine(s, t.verdict(i))
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
		if slices.ContainsFunc(t.kids(v, "obj", "nsubj:pass"), t.standsForPlan) {
			return true
		}
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

// intended is the status of the predicate at node i as it was meant.
func (t *tree) intended(i int) string {
	s := t.ownStatus(i)
	if n := &t.nodes[i]; s == "planned" && n.head >= 0 && n.deprel == "ccomp" && t.denies(n.head) {
		return combine("denied", t.ownStatus(n.head)) // "denied that it would sign"
	}
	for hops := 0; s == "actual" && hops < 8 && t.nodes[i].head >= 0; hops++ {
		if under := t.statusUnder(i); under != "" {
			return under
		}
		i = t.nodes[i].head
		s = t.ownStatus(i)
	}
	return s
}

// statusUnder is the status that node i, which is actual by itself, has under the
// word above it; "" if it has that of this word.
func (t *tree) statusUnder(i int) string {
	switch n := &t.nodes[i]; rel(n.deprel) {
	case "conj":
		// "was to have met and signed"
		participle := n.xpos == "VBN" || n.xpos == "VBD" && t.kidLemma(n.head, "aux", "have")
		if t.isVerb(i) && n.xpos != "VB" && n.xpos != "VBG" && !participle && !t.bare(i) {
			return "actual"
		}
		return ""
	case "xcomp", "ccomp", "acl", "advcl":
		return t.clauseUnder(i)
	case "obj", "obl", "nsubj", "nmod":
		return t.nounUnder(i)
	}
	return "actual"
}

// bare tells whether a verb that is coordinated with an infinitive is one itself,
// whatever its tag: "will hold talks and also meet".
func (t *tree) bare(i int) bool {
	n := &t.nodes[i]
	return n.xpos == "VBP" && n.form == n.lemma && t.nodes[n.head].xpos == "VB" && !t.hasKid(i, "nsubj", "aux")
}

// clauseUnder is statusUnder for what depends as a clause.
func (t *tree) clauseUnder(i int) string {
	n := &t.nodes[i]
	g := n.head
	above := t.nodes[g].lemma
	switch {
	case t.denies(g) && (n.deprel == "ccomp" || n.deprel == "acl"):
		return combine("denied", t.ownStatus(g))
	case n.xpos == "VBG" && t.kidOf(i, "mark", world.TimeConjunction): // "announced it while meeting"
		return ""
	case t.tentative(i):
		return "conditional"
	case n.deprel == "advcl" && t.isPresent(i) && t.whenMarked(i) && t.open(g):
		return "planned"
	case n.deprel == "ccomp" && t.isPresent(i) && t.isVerb(g) && world.WishWord.Has(above):
		return combine("proposed", t.ownStatus(g))
	case t.independent(i):
		return "actual"
	case n.deprel == "advcl" && t.leaving(g):
		return combine("planned", t.ownStatus(g))
	case world.PerformativeVerb.Has(n.lemma) && world.WishWord.Has(above):
		return combine("actual", t.ownStatus(g)) // "I want to thank" does so
	case t.calledOff(g):
		return "denied"
	case t.accepted(g):
		return combine("planned", t.ownStatus(t.nodes[g].head))
	case above == "have" && t.kidLemma(g, "advmod", "yet"): // "have yet to sign"
		return "denied"
	}
	if w := governed(above); w != "" {
		if !t.isVerb(g) { // "cancelled plans to meet"
			return combine(w, t.status(g))
		}
		return combine(w, t.ownStatus(g))
	}
	if above == "be" && n.xpos == "VB" || above == "go" && t.nodes[g].form == "going" {
		return combine("planned", t.ownStatus(g))
	}
	return ""
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
		return world.ProspectNoun.Has(above) && t.kidLemma(i, "mark", "of")
	}
	return false
}

// whenMarked tells whether a clause tells the time of another: "when he meets".
func (t *tree) whenMarked(i int) bool {
	return t.kidOf(i, "mark", world.TimeConjunction) || t.kidOf(i, "advmod", world.TimeConjunction)
}

// isPresent tells whether the verb at node i is a present tense by itself.
func (t *tree) isPresent(i int) bool {
	x := t.nodes[i].xpos
	return (x == "VBZ" || x == "VBP") && t.isVerb(i) && !t.hasKid(i, "aux", "cop")
}

// open tells whether what node i says is still to come about.
func (t *tree) open(i int) bool {
	switch t.intended(i) {
	case "planned", "proposed", "conditional":
		return true
	}
	return t.isPresent(i) && governed(t.nodes[i].lemma) != "" // "expects progress when they meet"
}

// independent tells whether a dependent clause is told as fact whatever governs it:
// of those that are no relative clause, only an infinitive or participle depends on
// what it hangs on.
func (t *tree) independent(i int) bool {
	n := &t.nodes[i]
	switch {
	case n.deprel == "acl:relcl", rel(n.deprel) == "acl" && n.xpos != "VB": // "treaties ratified by Cuba" were ratified
		return true
	case n.deprel == "advcl" && t.passive(i) && !t.hasKid(i, "aux:pass"): // "invited by Peru, he will"
		return true
	case n.deprel == "advcl", n.deprel == "ccomp":
		return n.xpos != "VB" && n.xpos != "VBG" && n.xpos != "VBN" || !t.isVerb(i) ||
			n.deprel == "ccomp" && t.hasKid(i, "aux")
	}
	return false
}

// nounUnder is statusUnder for what depends as a nominal.
func (t *tree) nounUnder(i int) string {
	n := &t.nodes[i]
	if t.isVerb(i) {
		return "actual"
	}
	g, above, p := n.head, t.nodes[n.head].lemma, t.caseOf(i)
	oblique := rel(n.deprel) == "obl"
	switch {
	case n.deprel == "nsubj" && t.comesAbout(g): // "the talks will resume"
		return ""
	case n.deprel == "nsubj" && t.happens(g) >= 0: // "the talks failed to take place"
		return t.status(t.happens(g))
	case rel(n.deprel) == "nsubj" && t.fails(g):
		return combine("denied", t.ownStatus(g))
	case n.deprel == "nsubj", rel(n.deprel) == "nmod" && !world.CarrierPreposition.Has(p),
		oblique && (p == "after" || p == "following"):
		return "actual"
	case world.RefusalWord.Has(above) || t.calledOff(g):
		return "denied"
	case n.deprel != "obj" && n.deprel != "nsubj:pass" && !oblique:
		return ""
	case world.AnticipationVerb.Has(above) || t.leaving(g) && p == "for":
		return "planned"
	case oblique && p != "for" && p != "to": // "called for trade during a meeting": they met
		return ""
	case world.WishWord.Has(above) && !world.OfferedNoun.Has(n.lemma):
		return "proposed"
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

// ownStatus is the status of the predicate at node i by its own dependents.
func (t *tree) ownStatus(i int) string {
	switch {
	case t.negated(i):
		return "denied"
	case t.conditioned(i):
		return "conditional"
	case t.kidLemma(i, "mark", "to") &&
		(t.kidLemma(i, "cop", "be") || t.kidLemma(i, "aux", "be") || t.nodes[i].head < 0 && t.untensed() ||
			t.heads(i)):
		return "planned" // "is to meet", and in headlines "Delgado to meet"
	}
	if s := t.modality(i); s != "" {
		return s
	}
	x := t.nodes[i].xpos
	if world.MotionVerb.Has(t.nodes[i].lemma) && (x == "VBZ" || x == "VBP") && t.kidOf(i, "advmod", world.SequenceAdverb) {
		return "planned" // "she then flies to Lima"
	}
	if t.kidOf(i, "advmod", world.EpistemicAdverb) {
		return "conditional"
	}
	if s := t.qualified(i); s != "" {
		return s
	}
	if c := t.caseOf(i); c == "ahead of" || strings.HasPrefix(c, "prior to") {
		return "planned"
	}
	return "actual"
}

// heads tells whether the infinitive at node i is the verb of a headline that tells
// its speaker: "Delgado to meet Kimani, Nairobi says".
func (t *tree) heads(i int) bool {
	return t.nodes[i].deprel == "ccomp" && i < t.nodes[i].head && t.hasKid(i, "nsubj") && !t.kidLemma(i, "mark", "for")
}

// conditioned tells whether the predicate at node i is a condition or what happens
// under one: "if they sign", "would meet if".
func (t *tree) conditioned(i int) bool {
	return t.kidOf(i, "mark", world.ConditionalConjunction) || slices.ContainsFunc(t.kids(i, "advcl"), func(k int) bool {
		return t.kidLemma(k, "mark", "if", "unless") && t.hasKid(i, "aux")
	})
}

// modality is the status that a modal verb gives the predicate at node i, "" if
// there is none.
func (t *tree) modality(i int) string {
	for _, k := range t.kids(i, "aux") {
		form := t.nodes[k].form
		if world.CounterfactualModal.Has(form) && t.kidLemma(i, "aux", "have") {
			return "denied" // "would have met", but did not
		}
		if s := world.Modal.Value(form); s != "" {
			return s
		}
	}
	return ""
}

// qualified is the status that adjectives give the noun of action at node i, "" if
// they leave it open: "a planned visit", "the cancelled talks".
func (t *tree) qualified(i int) string {
	for _, k := range t.kids(i, "amod") {
		if world.ComingAdjective.Has(t.nodes[k].form) {
			if t.undone(i) {
				return "denied"
			}
			return "planned"
		}
		if world.CancelledAdjective.Has(t.nodes[k].form) {
			return "denied"
		}
	}
	return ""
}

// undone tells whether the verb above the noun of action at node i says that it does
// not come about: "cancelled a planned visit".
func (t *tree) undone(i int) bool {
	h := t.nodes[i].head
	if h < 0 {
		return false
	}
	refused := world.RefusalWord.Has(t.nodes[h].lemma) || t.calledOff(h)
	return refused && t.nodes[i].deprel != "nsubj" || t.comesAbout(h) && t.ownStatus(h) == "denied"
}
