package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// What somebody asks for or wants: what is to be done, rather than what it is done to or for.

// asksAmid tells whether phrase o behind verb i of asking says of whom or where somebody asks
// for something: "called on the powers to act", "asked her at a hearing", "demanded in a letter".
func (t *tree) asksAmid(i, o int, preposition string) bool {
	l := t.nodes[i].lemma
	switch preposition {
	case "on", "upon":
		return l == "call"
	case "at", "in":
		return t.isVerb(i) && !t.isVerb(o) && (world.RequestVerb.Has(l) || world.ProposalVerb.Has(l))
	}
	return false
}

// brief writes verb i with its one object, for what stands behind that makes it too long: "suspend
// talks on a treaty", "revisit the limit imposed on exports"; "" where that names nothing.
func (c *topics) brief(i int) string {
	o := c.kid(i, "obj")
	const long = 10 // words
	if o < i || len(c.kids(i, "obj")) != 1 || len(c.conjuncts(o)) > 1 || c.nodes[o].upos == "PRON" || c.isActor(o) || c.isVerb(o) || c.slight(i) ||
		c.isKnown(o) || c.points(o) || c.isSum(o) || c.opens(o) || c.nodes[i].xpos != "VB" && c.nodes[i].xpos != "VBG" {
		return ""
	}
	text := tidied(c.completed(o, shorn(c.phraseText(o))))
	if text == "" || strings.Count(text, " ") >= long || !strings.Contains(text, " ") && world.ShellNoun.Has(c.nodes[o].lemma) {
		return ""
	}
	verb := c.nodes[i].form
	for _, k := range c.kids(i, "compound:prt") {
		if k == i+1 {
			verb += " " + c.nodes[k].form
		}
	}
	return verb + " " + text
}

// voicesNeed tells whether verb i says what ought to be: "said that ports should open", "stressed the
// need to dredge", "noted the importance of dredging", "must dredge", "has to dredge".
func (t *tree) voicesNeed(i int) bool {
	if !t.isVerb(i) {
		return false
	}
	h := t.nodes[i].head
	if t.kidLemma(i, "aux", "must", "should", "ought") || t.nodes[i].deprel == "xcomp" && t.nodes[h].lemma == "have" {
		return true
	}
	return slices.ContainsFunc(t.kids(i, "ccomp"), func(k int) bool {
		return t.kidLemma(k, "aux", "must", "should", "ought")
	}) || slices.ContainsFunc(t.kids(i, "obj"), func(o int) bool {
		switch t.nodes[o].lemma {
		case "need", "necessity", "importance", "significance", "urgency":
			return slices.ContainsFunc(t.kids(o, "acl", "nmod"), func(k int) bool { return k > o })
		}
		return false
	})
}
