package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// mendDeterminedSeries lists with a noun those behind it that begin with a determiner each behind a
// comma, the last behind "and", wherever in what stands between the parser hung them: "the plan to
// lift the ban, the need for Chad to form a cabinet and the rise in prices".
func (t *tree) mendDeterminedSeries() {
	for o := range t.nodes {
		if r := rel(t.nodes[o].deprel); r != "obj" && r != "obl" && r != "nmod" || !t.isListedThing(o) {
			continue
		}
		for _, x := range t.determinedBehind(o, t.within(o)) {
			t.hang(x, o, "conj")
		}
	}
}

// within returns what hangs on noun o, and what stands behind it that tells when, where or how what
// governs it is so: "the work of the fund over three years, the rise in prices and the cuts".
func (t *tree) within(o int) []int {
	out := t.subtree(o, nil)
	for _, k := range t.kids(t.nodes[o].head, "obl") {
		if k > o && t.nodes[o].head < o && t.isVerb(t.nodes[o].head) {
			out = append(out, t.subtree(k, nil)...)
		}
	}
	slices.Sort(out)
	return out
}

// determinedBehind returns the nouns of the list that noun o opens among those below; nil if there is
// no such list.
func (t *tree) determinedBehind(o int, below []int) []int {
	var list []int
	commas := 0
	for _, k := range below {
		opens := t.nodes[k].form == "the" || t.nodes[k].xpos == "PRP$"
		if k <= o || k < 2 || !opens {
			continue
		}
		x := t.nodes[k].head
		joined := t.nodes[k-1].upos == "CCONJ" && t.nodes[k-1].form == "and"
		if x < k || !joined && t.nodes[k-1].form != "," || !slices.Contains(below, x) || !t.isListedThing(x) {
			continue
		}
		if d := t.nodes[x].deprel; d != "conj" && d != "appos" {
			continue
		}
		list = append(list, x)
		if !joined {
			commas++
			continue
		}
		if commas == 0 {
			return nil
		}
		return list
	}
	return nil
}

// isListedThing tells whether node k is a common noun that means nobody and no time, not the best or
// first of its kind, which would tell what something else is.
func (t *tree) isListedThing(k int) bool {
	n := &t.nodes[k]
	return n.upos == "NOUN" && n.mention < 0 && !t.isHuman(k) && !t.isTime(k) && !world.ActorNoun.Has(n.lemma) &&
		!slices.ContainsFunc(t.kids(k, "amod"), func(a int) bool { return t.nodes[a].xpos == "JJS" && t.nodes[a].lemma != "late" })
}
