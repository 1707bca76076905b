package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// upward walks from a predicate to the clauses whose time, place and occasion
// it shares: the verb that carries a noun of action, the verb above an
// infinitive or participle. It stops when visit returns false.
func (t *tree) upward(i int, visit func(i int) bool) {
	for hops := 0; hops < 5 && i >= 0; hops++ {
		if !visit(i) || !t.shares(i) {
			return
		}
		i = t.nodes[i].head
	}
}

// shares tells whether node i has its circumstances in common with what it depends
// on.
func (t *tree) shares(i int) bool {
	n := &t.nodes[i]
	if n.head < 0 {
		return false
	}
	switch rel(n.deprel) {
	case "xcomp", "advcl":
		if t.kidLemma(i, "mark", "before", "until", "till", "after") && t.finite(i) {
			return false // "on Monday, a day before he flies on"
		}
		if n.xpos == "VBG" && world.RecollectionVerb.Has(t.nodes[n.head].lemma) {
			return false // "admitted on Monday to having met"
		}
	case "obj", "obl", "conj":
	case "nsubj":
		if n.deprel != "nsubj:pass" && !world.OccurrenceVerb.Has(t.nodes[n.head].lemma) && t.happens(n.head) < 0 {
			return false
		}
	case "acl":
		if n.deprel == "acl:relcl" {
			return false
		}
	case "nmod":
		if !world.CarrierPreposition.Has(t.caseOf(i)) {
			return false
		}
	default:
		return false
	}
	if n.deprel == "conj" && t.hasKid(i, "nsubj") || n.lemma == "invitation" { // "visits Lima at the invitation of"
		return false
	}
	return t.isVerb(n.head) || t.isVerbal(n.head)
}

// arrangements are the clauses that tell when and where what a noun names is or was
// to be: "talks held in Lima", "a visit planned for Monday", "the forum, which opens
// on Sunday".
func (t *tree) arrangements(i int) []int {
	out := slices.DeleteFunc(t.kids(i, "acl"), func(k int) bool { return !t.arranges(k) })
	if !t.isVerb(i) || !slices.ContainsFunc(t.kids(i, "obj"), t.isGathering) {
		return out
	}
	for _, k := range t.kids(i, "advcl") { // "attended the ceremony, held in Lima on Monday"
		n := &t.nodes[k]
		if n.xpos == "VBN" && k > 0 && t.nodes[k-1].form == "," && world.ArrangingVerb.Has(n.lemma) && !t.hasKid(k, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") {
			out = append(out, k)
		}
	}
	return out
}

// arranges tells whether a clause about a noun tells when and where it is.
func (t *tree) arranges(k int) bool {
	if !t.aboutNoun(k) {
		return false
	}
	if world.ArrangingVerb.Has(t.nodes[k].lemma) && (t.nodes[k].xpos == "VBN" || t.passive(k)) {
		return t.nodes[k].deprel == "acl" || t.hasKid(k, "nsubj", "nsubj:pass")
	}
	return t.occurs(k)
}

// occasions are the gatherings at which the predicate at node k happens: "at a
// dinner", "on the sidelines of the summit".
func (t *tree) occasions(k int) []int {
	var out []int
	for _, o := range t.kids(k, "obl", "nmod") {
		if !isOccasion(t.caseOf(o)) {
			continue
		}
		if world.VenueNoun.Has(t.nodes[o].lemma) && t.nodes[o].mention < 0 { // "sidelines"
			of := t.kids(o, "nmod")
			if len(of) == 0 || t.caseOf(of[0]) != "of" {
				continue
			}
			o = of[0]
		}
		if t.isGathering(o) {
			out = append(out, o)
		}
	}
	return out
}

// isOccasion tells whether what stands behind preposition c may be that at which something
// happens: "at the summit", "on the sidelines of the summit".
func isOccasion(c string) bool {
	return world.OccasionPreposition.Has(c) || strings.HasSuffix(c, " of")
}
