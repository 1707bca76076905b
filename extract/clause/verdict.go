package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// verdict is what the sentence says of how true it is what node i states: "denied"
// or "conditional", "" if it leaves it as told. "Reports that they met are false",
// "it is unlikely that they will meet", "did they meet?"
func (t *tree) verdict(i int) string {
	for hops := 0; hops < 8; hops++ {
		if t.asked(i) {
			return "conditional"
		}
		if v := t.judged(i); v != "" {
			return v
		}
		n := &t.nodes[i]
		switch rel(n.deprel) {
		case "conj":
			if t.hasKid(i, "nsubj", "nsubj:pass") {
				return ""
			}
		case "xcomp", "ccomp", "csubj", "obj", "obl", "nmod", "nsubj":
		case "acl", "advcl":
			if n.deprel == "acl:relcl" || t.finite(i) {
				return ""
			}
		default:
			return ""
		}
		i = n.head
	}
	return ""
}

// asked tells whether node i is the verb of a question that leaves open whether it
// is so: "did they meet?", but not "why did they meet?".
func (t *tree) asked(i int) bool {
	if !t.asks || !t.isVerb(i) && !t.hasKid(i, "cop") {
		return false
	}
	subject := t.kid(i, "nsubj", "nsubj:pass")
	inverted := false
	for _, k := range t.nodes[i].kids {
		if k < i && world.InterrogativeWord.Has(t.nodes[k].form) {
			return false
		}
		if d := rel(t.nodes[k].deprel); d == "aux" || d == "cop" {
			inverted = inverted || k < subject
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

// judged is what the word above the clause at node i says of its truth, "" if
// nothing.
func (t *tree) judged(i int) string {
	g := t.nodes[i].head
	if g < 0 || !t.isContent(i) {
		return ""
	}
	switch l := t.nodes[g].lemma; {
	case world.DoubtVerb.Has(l):
		if t.isVerb(g) && !t.negated(g) {
			return "conditional"
		}
	case world.ChanceNoun.Has(l):
		if t.kidLemma(g, "det", "no") {
			return world.ChanceNoun.Value(l)
		}
		if world.ChanceNoun.Value(l) == "denied" { // "there is a chance that"
			return "conditional"
		}
	case world.ReportNoun.Has(l):
		if d := rel(t.nodes[g].deprel); d == "nsubj" {
			return t.truth(t.nodes[g].head)
		}
	default:
		return t.truth(g)
	}
	return ""
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

// truth is what the predicate at node p says of a clause or report: "is false",
// "turned out to be untrue".
func (t *tree) truth(p int) string {
	if !world.Veracity.Has(t.nodes[p].lemma) {
		x := slices.IndexFunc(t.nodes, func(n node) bool {
			return n.head == p && rel(n.deprel) == "xcomp" && world.Veracity.Has(n.lemma)
		})
		if x < 0 || t.negated(p) {
			return ""
		}
		p = x
	}
	affirmed, negated, _ := strings.Cut(world.Veracity.Value(t.nodes[p].lemma), "|")
	if t.negated(p) {
		affirmed = negated
	}
	if affirmed == "actual" {
		return ""
	}
	return affirmed
}
