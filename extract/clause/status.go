package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// How real a predicate is, told as FactBank does (Saurí and Pustejovsky 2009) by what
// stands on the path from it to the root of its sentence. Each word gives its own share,
// ownStatus; each word above it gives what its signature makes of that where it is
// affirmed itself and where it is denied, as Karttunen's implicatives do, so that "did
// not refuse to cancel the visit" needs no rule. What the words do stands in the classes
// signature (acts: "plans to", "called off"), verdict-word (clauses and reports: "it is
// false that") and outcome-verb (subjects: "the talks fell through").

// status tells how real the predicate at node i is, from its auxiliaries, negation,
// conditions and the words that govern it, and from what became of it.
func (t *tree) status(i int) string {
	s := t.factuality(i)
	if (s == "planned" || s == "proposed") && t.abandoned(i) {
		return "denied"
	}
	return s
}

// factuality is how real the predicate at node i is as it was meant.
func (t *tree) factuality(i int) string { return under(t.ownStatus(i), t.context(i)) }

// under is the status of what is told with one status in a context of another.
func under(own, context string) string {
	switch {
	case own == "actual" || context == "conditional":
		return context
	case own == "denied" && context == "denied":
		return "actual" // "denied that they had not met"
	case context == "denied":
		return "denied"
	}
	return own
}

// implied is what a word of a signature, "affirmed|denied", that has itself a status
// makes of what depends on it.
func implied(signature, status string) string {
	affirmed, denied, _ := strings.Cut(signature, "|")
	switch {
	case status == "denied":
		return denied
	case affirmed == "planned" && status == "proposed": // "hopes to agree to"
		return affirmed
	}
	return under(affirmed, status)
}

// context is the status that what stands above node i gives it, "actual" if nothing.
func (t *tree) context(i int) string {
	n := &t.nodes[i]
	if n.head < 0 {
		return "actual"
	}
	switch rel(n.deprel) {
	case "conj":
		return t.besideContext(i)
	case "xcomp", "ccomp", "csubj", "acl", "advcl":
		return t.clauseContext(i)
	case "obj", "obl", "nsubj", "nmod":
		return t.nounContext(i)
	}
	return "actual"
}

// besideContext is the context of what is coordinated. Only what has no tense of its own
// shares that of what stands before it: "did not resign but met", "will fly and meet".
func (t *tree) besideContext(i int) string {
	n := &t.nodes[i]
	participle := n.xpos == "VBN" || n.xpos == "VBD" && t.kidLemma(n.head, "aux", "have") // "was to have met and signed"
	switch {
	case t.hasKid(i, "nsubj"):
		return "actual"
	case !t.isVerb(i) || n.xpos == "VBG" || participle || t.bare(i):
		return t.factuality(n.head)
	case n.xpos != "VB":
		if t.judge(n.head) >= 0 || t.asked(n.head) { // "it is false that they met and signed"
			return t.factuality(n.head)
		}
		return "actual"
	case t.kidLemma(i, "mark", "to") && t.kidLemma(n.head, "mark", "to") && t.negated(n.head):
		return t.context(n.head) // "told them not to leave and to meet"
	}
	return t.factuality(n.head)
}

// bare tells whether a verb that is coordinated with an infinitive is one itself,
// whatever its tag: "will hold talks and also meet".
func (t *tree) bare(i int) bool {
	n := &t.nodes[i]
	return n.xpos == "VBP" && n.form == n.lemma && t.nodes[n.head].xpos == "VB" && !t.hasKid(i, "nsubj", "aux")
}

// clauseContext is the context of a clause.
func (t *tree) clauseContext(i int) string {
	n := &t.nodes[i]
	g, signature := n.head, t.signature(i)
	wished := strings.HasPrefix(signature, "proposed")
	if j := t.judge(i); j >= 0 {
		return implied(world.VerdictWord.Value(t.nodes[j].lemma), t.factuality(j))
	}
	switch {
	case t.nodes[g].form == "had" && t.kid(i, "nsubj") > g && !t.hasKid(g, "nsubj"): // "had they met"
		return "denied"
	case n.xpos == "VB" && t.nodes[g].upos == "ADJ" && t.kidLemma(g, "advmod", "too"): // "too ill to meet"
		return implied("denied|actual", t.factuality(g))
	case t.cleft(i):
		return t.factuality(g)
	case t.asked(g) && t.isContent(i), t.tentative(i):
		return "conditional"
	case n.deprel == "advcl" && t.isPresent(i) && t.whenMarked(i) && t.open(g):
		return "planned"
	case wished && t.isPresent(i) && (n.deprel == "ccomp" && t.isVerb(g) || t.isContent(i) && t.nodes[g].upos == "ADJ"):
		return implied(signature, t.factuality(g))
	case t.independent(i):
		return "actual"
	case t.adjunct(i):
		return presupposed(t.circumstances(g, i > 0 && t.nodes[i-1].form == ","))
	case signature == "", // "I want to thank" does so, "asked her to thank" does not
		wished && world.PerformativeVerb.Has(n.lemma) && n.xpos != "VBG" && t.avows(g):
		return t.factuality(g)
	}
	return implied(signature, t.factuality(g))
}

// avows tells whether who does what node g says thereby does what depends on it: "wishes
// to thank", "took the opportunity to thank", but not "hopes to praise", "was asked to thank".
func (t *tree) avows(g int) bool {
	if t.telephones(g) || t.nodes[g].upos == "NOUN" {
		return true
	}
	return world.AvowalVerb.Has(t.nodes[g].lemma) && !t.passive(g) && !t.hasKid(g, "obj", "iobj")
}

// presupposed is the status of a circumstance of what has a status: it does not share
// that it was not done, as "did not sign during the visit" was one.
func presupposed(status string) string {
	if status == "denied" {
		return "actual"
	}
	return status
}

// adjunct tells whether the participle at node i tells a circumstance, not what a word
// above it asks for: "cancelled the visit, citing", but not "prevented from meeting".
func (t *tree) adjunct(i int) bool {
	n := &t.nodes[i]
	return n.deprel == "advcl" && n.xpos == "VBG" && !t.kidOf(i, "mark", world.GovernedPreposition) && !t.complements(i)
}

// complements tells whether the participle at node i stands right behind a verb that
// decides whether it is done: "denied supporting", "ruled out paying".
func (t *tree) complements(i int) bool {
	g, before := t.nodes[i].head, i-1
	if before > g && t.nodes[before].head == g && rel(t.nodes[before].deprel) == "compound" {
		before--
	}
	return before == g && t.signature(i) != ""
}

// signature is what the word above node i makes of what depends on it, "" if it is no
// word that decides this.
func (t *tree) signature(i int) string {
	g := t.nodes[i].head
	lemma := t.nodes[g].lemma
	if t.telephones(g) && t.nodes[i].xpos == "VB" { // "called Kimani to discuss trade"
		return ""
	}
	var phrases []string
	for _, k := range t.kids(i, "mark", "case", "advmod") {
		// "decide against", "going to"
		phrases = append(phrases, lemma+" "+t.nodes[k].form, t.nodes[g].form+" "+t.nodes[k].form)
	}
	for _, k := range t.kids(g, "compound", "advmod", "xcomp", "obj") {
		if k != i {
			phrases = append(phrases, lemma+" "+t.nodes[k].lemma) // "call off", "have yet", "come close", "take opportunity"
		}
	}
	if h := t.nodes[g].head; h >= 0 && !t.isVerb(g) {
		phrases = append(phrases, t.nodes[h].lemma+" "+lemma) // "take opportunity"
	}
	if t.nodes[i].xpos == "VBG" {
		phrases = append(phrases, lemma+" doing") // "stopped supporting", not "stopped to support"
	}
	for _, p := range phrases {
		if s := world.Signature.Value(p); s != "" {
			return s
		}
	}
	made := rel(t.nodes[i].deprel) == "obl" && t.caseOf(i) == "for" && world.LightVerb.Has(lemma) // "made plans for talks"
	if s := world.Signature.Value(lemma); s != "" || t.nodes[i].xpos != "VB" && !made {
		return s
	}
	for _, o := range t.kids(g, "obj") { // "voiced the hope to meet", with "meet" hung on the verb
		if o < i && t.isVerbal(o) && !t.inOrder(i) && !t.setOff(i) {
			return world.Signature.Value(t.nodes[o].lemma)
		}
	}
	return ""
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
	switch t.factuality(i) {
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
	asked := n.xpos == "VB" || // "hopes of meeting"
		n.xpos == "VBG" && t.kidOf(i, "mark", world.GovernedPreposition) && !t.kidLemma(i, "mark", "to")
	switch {
	case n.deprel == "acl:relcl", rel(n.deprel) == "acl" && !asked: // "treaties ratified by Cuba" were ratified
		return true
	case n.deprel == "advcl" && t.passive(i) && !t.hasKid(i, "aux:pass"): // "invited by Peru, he will"
		return true
	case n.deprel == "advcl", n.deprel == "ccomp", n.deprel == "csubj":
		return n.xpos != "VB" && n.xpos != "VBG" && n.xpos != "VBN" || !t.isVerb(i) || t.hasKid(i, "aux")
	}
	return false
}

// nounContext is the context of a nominal.
func (t *tree) nounContext(i int) string {
	n := &t.nodes[i]
	g, p, d := n.head, t.caseOf(i), rel(n.deprel)
	switch {
	case (d == "nsubj" || d == "obj") && t.isVerb(g) && t.nobody(i): // the "no" that denies the verb is its own
		return t.context(g)
	case t.isVerb(i):
		return "actual"
	}
	if (n.deprel == "obj" || n.deprel == "nsubj:pass") && t.askedBy(i) && t.factuality(g) == "denied" || n.deprel == "obj" && t.askedBy(i) && strings.HasPrefix(t.signature(i), "denied") {
		return "actual" // "rejected the call of Peru for talks"
	}
	if n.deprel == "obj" && t.sharedStand(i) && t.factuality(g) == "planned" {
		return "actual" // "will reaffirm their shared commitment"
	}
	if d == "nsubj" {
		if t.nodes[g].lemma == "be" && t.hasKid(g, "expl") || t.nodes[g].xpos == "MD" { // "will there be a meeting"
			return t.factuality(g)
		}
		if h := t.happens(g); h >= 0 { // "the talks failed to take place"
			return implied(t.outcome(h), t.factuality(h))
		}
		if o := t.outcome(g); o != "" { // "the talks fell through"
			return implied(o, t.factuality(g))
		}
	}
	anticipated := world.AnticipationVerb.Has(t.nodes[g].lemma)
	phrase := world.Signature.Has(t.nodes[g].lemma + " " + p) // "insisted on talks"
	asked := phrase && d == "obl" || n.deprel == "obj" || n.deprel == "nsubj:pass" || d == "obl" && (governs(p) || p == "as" && anticipated)
	signature := t.signature(i)
	switch affirmed, _, _ := strings.Cut(signature, "|"); {
	case d == "nmod" && p == "of" && world.ConclusionNoun.Has(t.nodes[g].lemma): // "the signing of a pact between A and B"
		return t.factuality(g)
	case d == "nmod" && world.ApproachNoun.Has(t.nodes[g].lemma) && (p == "to" || p == "for"): // "the run-up to a summit"
		return "planned"
	case d == "nmod" && t.decides(i, signature): // "the hope for a visit", "the lack of talks"
		return implied(signature, t.factuality(g))
	case d == "nmod" && (p == "of" || p == "for") && world.VerdictWord.Value(t.nodes[g].lemma) != "": // "the chance of talks"
		return implied(world.VerdictWord.Value(t.nodes[g].lemma), t.factuality(g))
	case n.deprel == "nsubj", d == "nmod" && (!world.CarrierPreposition.Has(p) || n.mention >= 0 || world.ActorNoun.Has(n.lemma)),
		d == "obl" && (p == "after" || p == "following"):
		return "actual"
	case d == "obl" && (t.slated(g) || world.FactivePreposition.Has(p)):
		return presupposed(t.circumstances(g, false))
	case !asked, affirmed == "",
		affirmed == "planned" && d != "obl" && !anticipated, // "agreed a visit"
		affirmed == "proposed" && world.OfferedNoun.Has(n.lemma):
		return t.factuality(g)
	}
	return implied(signature, t.factuality(g))
}

// decides tells whether the noun above nominal i, with a signature, says of it whether it
// comes about: "plans for a visit", "the lack of talks", but not "the need of cooperation",
// which there may be, "his offer of support", which is some.
func (t *tree) decides(i int, signature string) bool {
	affirmed, _, _ := strings.Cut(signature, "|")
	open := affirmed == "denied" || affirmed == "conditional"
	switch t.caseOf(i) {
	case "for":
		return affirmed != ""
	case "of":
		return open || affirmed != "" && !world.ShellNoun.Has(t.nodes[t.nodes[i].head].lemma) && !world.OfferedNoun.Has(t.nodes[i].lemma)
	case "to", "on", "against", "in":
		return open
	}
	return false
}

// circumstances is the status of what goes along with node g: that of what is to be done
// where g says so, "during the trip he is expected to meet". What is set off goes along
// with the whole clause: "wants to deepen ties, expressing thanks".
func (t *tree) circumstances(g int, setOff bool) string {
	for setOff && t.nodes[g].head >= 0 && !t.finite(g) {
		g = t.nodes[g].head
	}
	if t.slated(g) {
		return implied(world.Signature.Value(t.nodes[g].lemma), t.factuality(g))
	}
	return t.factuality(g)
}

// slated tells whether node g says that something is to be done: "is due to meet", "talks
// are planned".
func (t *tree) slated(g int) bool {
	n := &t.nodes[g]
	x := t.kid(g, "xcomp")
	return governed(n.lemma) == "planned" && (n.upos == "ADJ" || t.passive(g)) &&
		(x >= 0 && t.nodes[x].xpos == "VB" || world.ComingAdjective.Has(n.form))
}

// governs tells whether what stands behind a preposition is what a word asks for: "called
// for talks", but not "resigned in talks".
func governs(preposition string) bool {
	return world.GovernedPreposition.Has(preposition) && world.GovernedPreposition.Value(preposition) == ""
}

// ownStatus is the status of the predicate at node i by its own dependents.
func (t *tree) ownStatus(i int) string {
	switch {
	case t.overflows(i):
		return "actual"
	case t.asked(i):
		return "conditional"
	case t.conditioned(i):
		return t.counterfactual(i)
	case t.hadBegun(i):
		return "denied"
	case t.negated(i), t.ofNobody(i), t.missed(i), t.wasToHave(i):
		return "denied"
	case t.kidLemma(i, "mark", "to") &&
		((t.kidLemma(i, "cop", "be") || t.kidLemma(i, "aux", "be")) && !t.felt(i) || t.nodes[i].head < 0 && t.untensed() ||
			t.heads(i)):
		return "planned" // "is to meet", and in headlines "Delgado to meet"
	}
	if s := t.modality(i); s != "" && !t.everSo(i) {
		return s
	}
	x := t.nodes[i].xpos
	if world.MotionVerb.Has(t.nodes[i].lemma) && (x == "VBZ" || x == "VBP") && t.kidOf(i, "advmod", world.SequenceAdverb) {
		return "planned" // "she then flies to Lima"
	}
	if t.kidOf(i, "advmod", world.EpistemicAdverb) || t.kidLemma(i, "mark", "against") && t.hasKid(i, "cop", "aux") {
		return "conditional" // "was against meeting"
	}
	if t.kidLemma(i, "mark", "until", "till", "before") && t.isPresent(i) {
		return "planned"
	}
	if s := t.qualified(i); s != "" {
		return s
	}
	c, h := t.caseOf(i), t.nodes[i].head
	if c == "ahead of" || strings.HasPrefix(c, "prior to") || c == "of" && (h >= 0 && t.nodes[h].form == "ahead" || t.isAhead(i)) {
		return "planned"
	}
	return "actual"
}

// wasToHave tells whether the verb at node i is what was to be done and was not: "was to have
// met".
func (t *tree) wasToHave(i int) bool {
	return t.kidLemma(i, "mark", "to") && t.kidLemma(i, "aux", "have") && slices.ContainsFunc(t.kids(i, "aux", "cop"), func(k int) bool {
		return t.nodes[k].lemma == "be" && t.nodes[k].xpos == "VBD"
	})
}

// isAhead tells whether "ahead of" stands before node i, wherever the parser hangs "ahead".
func (t *tree) isAhead(i int) bool {
	k := t.kid(i, "case")
	return k > 0 && t.nodes[k].form == "of" && t.nodes[k-1].form == "ahead"
}

// heads tells whether the infinitive at node i is the verb of a headline that tells
// its speaker: "Delgado to meet Kimani, Nairobi says".
func (t *tree) heads(i int) bool {
	return t.nodes[i].deprel == "ccomp" && i < t.nodes[i].head && t.hasKid(i, "nsubj") && !t.kidLemma(i, "mark", "for")
}

// conditioned tells whether the predicate at node i is a condition or what happens
// under one: "if they sign", "would meet if", "had they met".
func (t *tree) conditioned(i int) bool {
	return t.kidOf(i, "mark", world.ConditionalConjunction) || slices.ContainsFunc(t.kids(i, "mark"), func(k int) bool {
		return world.ConditionalConjunction.Has(t.fixed(k))
	}) || t.inverted(i) && t.nodes[i].deprel == "advcl" ||
		t.hasKid(i, "aux") && !t.isPast(i) && slices.ContainsFunc(t.kids(i, "advcl", "obl"), func(k int) bool {
			return t.kidLemma(k, "mark", "if", "unless") || t.kidLemma(k, "case", "unless") ||
				world.ConditionalConjunction.Has(t.nodes[k].form+" that") && t.hasKid(k, "ccomp")
		})
}

// counterfactual is the status of a condition or of what happens under one: "denied" in
// a perfect, as "had they met", "conditional" in other tenses.
func (t *tree) counterfactual(i int) string {
	condition := t.nodes[i].deprel == "advcl" && slices.ContainsFunc(t.kids(i, "aux"), func(k int) bool {
		return t.nodes[k].form == "had"
	})
	if condition || t.modality(i) == "denied" {
		return "denied"
	}
	return "conditional"
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
		switch {
		case world.ComingAdjective.Has(t.nodes[k].form):
			return "planned"
		case world.PossibleAdjective.Has(t.nodes[k].form):
			return "conditional"
		case world.CancelledAdjective.Has(t.nodes[k].form):
			return "denied"
		}
	}
	return ""
}
