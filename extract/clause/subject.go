package clause

import (
	"github.com/relata-graph/relata/extract/world"
)

// surfaceSubjects returns the nodes that are the grammatical subject of a
// predicate, coordination distributed: its own, or the one it shares with the
// clause it belongs to ("agreed to meet", "who visited", "A came and spoke").
func (t *tree) surfaceSubjects(i int) []int {
	if s, ok := t.surface[i]; ok {
		return s
	}
	t.surface[i] = nil // a cycle ends here
	s := t.findSurface(i)
	t.surface[i] = s
	return s
}

func (t *tree) findSurface(i int) []int {
	if own := t.kids(i, "nsubj", "csubj"); len(own) > 0 {
		var out []int
		for _, k := range own {
			if a := t.antecedent(i, k); a >= 0 {
				out = append(out, t.conjuncts(a)...)
			} else {
				out = append(out, t.conjuncts(k)...)
			}
		}
		return out
	}
	n := &t.nodes[i]
	if n.head < 0 {
		return nil
	}
	g := n.head
	switch n.deprel {
	case "conj":
		return t.surfaceSubjects(g)
	case "xcomp", "ccomp":
		if n.deprel == "ccomp" && !t.kidLemma(i, "aux", "having") && (n.xpos == "VBD" || n.xpos == "VBZ" || n.xpos == "VBP") {
			return nil
		}
		if world.ObjectControlVerb.Has(t.nodes[g].lemma) && !t.telephones(g) {
			if t.passive(g) {
				return t.surfaceSubjects(g)
			}
			if o := t.kid(g, "iobj", "obj"); o >= 0 {
				return t.conjuncts(o)
			}
			for _, o := range t.kids(g, "obl") {
				if c := t.caseOf(o); c == "on" || c == "upon" || c == "to" || c == "for" {
					return t.conjuncts(o)
				}
			}
		}
		return t.surfaceSubjects(g)
	case "advcl":
		if n.xpos == "VBG" && world.JudgementVerb.Has(t.nodes[g].lemma) && t.kidLemma(i, "mark", "for", "of", "on", "over") {
			if o := t.kid(g, "obj"); o >= 0 { // "thanked Kenya for hosting"
				return t.conjuncts(o)
			}
		}
		if n.lemma == "replace" || n.lemma == "succeed" {
			if o := t.kid(g, "obj"); o >= 0 && world.ObjectControlVerb.Has(t.nodes[g].lemma) { // "appointed Ito, replacing Sato"
				return t.conjuncts(o)
			}
		}
		if n.xpos == "VB" {
			for _, o := range t.kids(g, "obl") { // "called on Japan to help"
				if c := t.caseOf(o); world.ObjectControlVerb.Has(t.nodes[g].lemma) && (c == "on" || c == "upon") {
					return t.conjuncts(o)
				}
			}
			for _, o := range t.kids(g, "obj") { // "announced the designation of a delegation to attend"
				if world.NominationNoun.Has(t.nodes[o].lemma) {
					return t.named(o)
				}
			}
		}
		return t.surfaceSubjects(g)
	case "acl":
		if n.xpos == "VBG" || n.xpos == "VBN" {
			if n.xpos == "VBN" || !t.eventNoun(g) { // "doses donated to Peru" are donated
				return t.conjuncts(g)
			}
			return nil
		}
		if world.NominationNoun.Has(t.nodes[g].lemma) {
			return t.named(g)
		}
		if t.nodes[g].lemma == "invitation" {
			return t.invited(g)
		}
		for _, k := range t.kids(g, "nmod") { // "an opportunity for Japan to accept"
			if n.xpos == "VB" && k < i && t.caseOf(k) == "for" {
				return t.conjuncts(k)
			}
		}
		return t.nounSubjects(g) // "Japan's commitment to accept"
	case "acl:relcl":
		return t.conjuncts(g)
	}
	return nil
}

// invited returns whom the invitation at node g is for: who it goes "to", or who
// has accepted or received it.
func (t *tree) invited(g int) []int {
	h := t.nodes[g].head
	under := t.kids(g, "nmod")
	if h >= 0 && rel(t.nodes[g].deprel) == "obj" {
		under = append(under, t.kids(h, "obl")...)
	}
	for _, k := range under {
		if c := t.caseOf(k); (c == "to" || c == "for") && t.personAt(k) >= 0 {
			return t.conjuncts(k)
		}
	}
	if h >= 0 && (rel(t.nodes[g].deprel) == "obj" && world.RecipientVerb.Has(t.nodes[h].lemma) || rel(t.nodes[g].deprel) == "obl" && world.JudgementVerb.Has(t.nodes[h].lemma)) { // "thanked her for the invitation"
		return t.surfaceSubjects(h)
	}
	return nil
}

// nounSubjects returns who does what a noun of action says: its possessor, or
// the subject of the verb that carries it.
func (t *tree) nounSubjects(i int) []int {
	if t.oneOf(i) {
		return t.nounSubjects(t.nodes[i].head)
	}
	if t.hasKid(i, "cop") || t.hasKid(i, "nsubj") {
		return t.surfaceSubjects(i)
	}
	if p := t.kids(i, "nmod:poss"); len(p) > 0 && t.office(i) < 0 { // "named Ito as his deputy"
		var out []int
		for _, k := range p {
			out = append(out, t.conjuncts(k)...)
		}
		return out
	}
	if c := t.container(i); c != i {
		return t.nounSubjects(c)
	}
	for _, v := range t.relativeVerbs(i) {
		if world.LightVerb.Has(t.nodes[v].lemma) { // "the visit that he paid"
			if t.passive(v) {
				return t.agents(v)
			}
			return t.surfaceSubjects(v)
		}
	}
	for _, k := range t.kids(i, "nmod") { // "the announcement by Peru"
		if t.caseOf(k) == "by" && t.isActor(k) {
			return t.conjuncts(k)
		}
	}
	n := &t.nodes[i]
	if n.head < 0 {
		return nil
	}
	g := n.head
	switch rel(n.deprel) {
	case "conj":
		return t.nounSubjects(g)
	case "obj":
		if (world.LightVerb.Has(t.nodes[g].lemma) || world.RefusalWord.Has(t.nodes[g].lemma) || t.calledOff(g) || t.nodes[g].lemma == "become" || t.nodes[g].lemma == "remain") && !t.passive(g) {
			return t.surfaceSubjects(g)
		}
	case "nsubj":
		if n.deprel == "nsubj:pass" && world.LightVerb.Has(t.nodes[g].lemma) {
			return t.agents(g)
		}
	case "obl":
		if c := t.caseOf(i); (world.CarrierPreposition.Has(c) || c == "from" && world.ReturnVerb.Has(t.nodes[g].lemma)) && (t.isVerb(g) || t.hasKid(g, "cop")) {
			return t.surfaceSubjects(g)
		} else if c == "as" { // "consider X as a partner", "serves as minister"
			if t.replaced(i) != nil {
				return t.surfaceSubjects(g)
			}
			return t.predicated(g)
		}
	case "xcomp", "advcl":
		if o := t.kids(g, "obj"); len(o) > 0 && world.ObjectControlVerb.Has(t.nodes[g].lemma) {
			return t.conjuncts(o[0])
		}
		return t.surfaceSubjects(g)
	case "nmod":
		if v := t.postOf(i); v >= 0 {
			return t.surfaceSubjects(v)
		}
		if world.ExamplePreposition.Has(t.caseOf(i)) { // "share a number of goals, including a commitment"
			if up := t.nodes[g].head; up >= 0 && world.AmountNoun.Has(t.nodes[up].lemma) && t.caseOf(g) == "of" {
				g = up
			}
			if t.nodes[g].deprel == "obj" {
				return t.nounSubjects(g)
			}
		}
		if t.caseOf(i) == "as" { // "the appointment of Ito as envoy"
			if world.NominationNoun.Has(t.nodes[g].lemma) {
				return t.named(g)
			}
			if up := t.nodes[g].head; up >= 0 && world.NominationNoun.Has(t.nodes[up].lemma) {
				return t.conjuncts(g)
			}
			return nil
		}
		// "on the sidelines of talks", "the outcome of his talks": the larger noun's
		if world.CarrierPreposition.Has(t.caseOf(i)) && t.isVerbal(g) {
			return t.nounSubjects(g)
		}
	case "appos":
		if t.nodes[g].mention >= 0 {
			return []int{g}
		}
	}
	return nil
}

// predicated returns of what "as N" speaks: the object of the verb if it has
// one, else its subject.
func (t *tree) predicated(g int) []int {
	if o := t.kid(g, "obj"); o >= 0 {
		if world.NominationNoun.Has(t.nodes[o].lemma) { // "welcomed the election of Ito as chair"
			return t.named(o)
		}
		return t.conjuncts(o)
	}
	return t.surfaceSubjects(g)
}
