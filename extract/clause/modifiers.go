package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Modifiers that are coordinated before one noun.

// distributed gives a noun whose modifiers are coordinated as one phrase each:
// "cultural and people-to-people exchanges".
func (t *tree) distributed(k int) []string {
	if t.nodes[k].mention >= 0 {
		return []string{t.phraseText(k)}
	}
	for _, m := range t.kids(k, "amod", "compound") {
		all := t.modifierList(k, m)
		if len(all) > 1 && m <= k && !world.ScopeAdjective.Has(t.nodes[m].lemma) && t.classify(all) {
			var out []string
			for _, keep := range all {
				out = append(out, t.textWith(k, m, keep, all))
			}
			return out
		}
	}
	return []string{t.phraseText(k)}
}

// modifierList returns modifier m of noun k and those that are listed with it, in order,
// among them one that only a comma parts from it: "political, economic and cultural ties".
func (t *tree) modifierList(k, m int) []int {
	all := append([]int{m}, t.kids(m, "conj")...)
	if len(all) == 1 {
		return all
	}
	for m > 1 && t.nodes[m-1].form == "," && t.nodes[m-2].head == k && rel(t.nodes[m-2].deprel) == "amod" {
		m -= 2
		all = append([]int{m}, all...)
	}
	return all
}

// textWith writes the phrase of k with one of the modifiers that are coordinated
// with modifier m, all of which are given. The others hang on the first, which is
// walked through to reach the one that is kept.
func (t *tree) textWith(k, m, keep int, all []int) string {
	skip := func(c int) bool {
		if slices.Contains(all, c) {
			return c != keep && c != m
		}
		return t.nodes[c].head == k && t.outside(c)
	}
	drop := func(c int) bool {
		return c == m && keep != m || slices.Contains(all, t.nodes[c].head) && isJoint(rel(t.nodes[c].deprel))
	}
	return t.text(k, skip, drop)
}

// isJoint tells whether a relation is that of words that only join a modifier to others.
func isJoint(rel string) bool {
	return rel == "cc" || rel == "case" || rel == "punct" || rel == "det"
}

// classify tells whether modifiers say of which kind something is, so that two
// of them mean two things: "cultural and tourism exchanges", but not "an open and
// prosperous region". Such adjectives are made from nouns.
func (t *tree) classify(modifiers []int) bool {
	return !slices.ContainsFunc(modifiers, func(m int) bool {
		n := &t.nodes[m]
		return n.upos == "ADJ" && n.mention < 0 && n.tokens.Last-n.tokens.First == 1 &&
			!world.KindAdjective.Has(n.lemma) && !hasEnding(n.lemma, world.DenominalEnding)
	})
}

// hasEnding tells whether a word ends in one of a class of endings, of two or three
// bytes each.
func hasEnding(word string, endings world.Class) bool {
	n := len(word)
	return n >= 2 && endings.Has(word[n-2:]) || n >= 3 && endings.Has(word[n-3:])
}
