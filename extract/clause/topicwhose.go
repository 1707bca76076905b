package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// What belongs to an area though a noun that says little, or a verb, stands at its head.

// borne writes noun k with the participle right behind it that says who has or makes what it
// calls, "the role played by nurses", "challenges faced by both countries"; "" if none does.
func (t *tree) borne(k int) string {
	const long = 12 // words
	n := &t.nodes[k]
	for _, a := range t.kids(k, "acl") {
		if t.nodes[a].xpos != "VBN" || t.first(a) != n.tokens.Last {
			continue
		}
		for _, o := range t.kids(a, "obl:agent", "obl") {
			if p := t.caseOf(o); p != "by" && p != "to" && p != "for" || o < a || t.isTime(o) || t.nodes[o].upos == "PRON" {
				continue
			}
			text := t.phraseBefore(k)
			end := t.wholeEnd(o)
			if text == "" || end-n.tokens.Last > long {
				continue
			}
			return text + " " + t.written(n.tokens.Last, end)
		}
	}
	return ""
}

// phraseBefore writes noun k with what stands before it alone.
func (t *tree) phraseBefore(k int) string {
	return t.text(k, func(c int) bool { return c > k || t.outside(c) }, nil)
}

// plannedFor tells whether noun k, of which a word before it says what it is about, is for a place:
// "development plans for Mali".
func (t *tree) plannedFor(k int) bool {
	return t.isSpecific(k) && slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		m := t.mentionAt(o)
		return o > k && t.caseOf(o) == "for" && m != nil && namesPlace(m)
	})
}

// grounded tells whether noun k says on which grounds there is cooperation: "long-term cooperation
// on mutually beneficial grounds".
func (t *tree) grounded(k int) bool {
	return world.CooperationNoun.Has(t.nodes[k].lemma) && slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		return o > k && t.caseOf(o) == "on" && world.BasisNoun.Has(t.nodes[o].lemma) && !t.isManner(o)
	})
}

// asksHow tells whether node k is "best" of "how best to boost trade", which the parser took for an
// object.
func (t *tree) asksHow(k int) bool {
	return k > 0 && t.nodes[k].form == "best" && world.ContentQuestion.Has(t.nodes[k-1].form)
}

// takesText adds text as the area of node k, and tells whether it names one.
func (c *topics) takesText(k int, text string) bool {
	before := len(c.out)
	c.add(k, text)
	return len(c.out) > before
}
