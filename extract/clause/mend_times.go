package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of phrases of time, place and occasion.

// mendTimes parts a name from the word for a day or month that follows it.
func (t *tree) mendTimes() {
	for i := range t.nodes {
		h := t.nodes[i].head
		if t.nodes[i].mention < 0 || !t.opens(i+1, h) || !t.isTime(h) || t.nodes[h].mention >= 0 || t.nodes[h].head < 0 {
			continue
		}
		switch rel(t.nodes[i].deprel) {
		case "compound", "nmod", "flat", "amod":
		default:
			continue
		}
		g, deprel := t.nodes[h].head, t.nodes[h].deprel
		t.hang(i, g, deprel)
		for _, k := range slices.Clone(t.nodes[h].kids) {
			if k < i {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		if i > 0 && t.nodes[i-1].upos == "ADP" {
			t.hang(i-1, i, "case")
			if t.nodes[i].deprel = "nmod"; t.isVerb(g) {
				t.nodes[i].deprel = "obl"
			}
		}
		t.nodes[h].deprel = "obl:unmarked"
	}
}

// mendCircumstances hangs phrases of time, place, subject and occasion that hang
// on a person or country on what they take part in.
func (t *tree) mendCircumstances() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || !t.isNominal(i) && n.upos != "NUM" || !t.lacksCircumstances(n.head) ||
			t.isTime(i) && t.isTime(n.head) || t.isPerson(i) && !t.isTime(n.head) {
			continue
		}
		c := t.kid(i, "case")
		if c < 0 || !world.CircumstancePreposition.Has(t.nodes[c].form) {
			continue
		}
		a := t.nodes[n.head].head
		for a >= 0 && !t.isVerb(a) && !t.isVerbal(a) {
			a = t.nodes[a].head
		}
		switch {
		case a < 0:
		case t.isVerb(a):
			t.hang(i, a, "obl")
		default:
			t.hang(i, a, "nmod")
		}
	}
}

// lacksCircumstances tells whether node h is of a kind that has no time, place or
// occasion of its own: people, countries, times, adverbs.
func (t *tree) lacksCircumstances(h int) bool {
	return t.isPerson(h) || t.isCountry(h) || t.nodes[h].mention < 0 && t.isTime(h) ||
		rel(t.nodes[h].deprel) == "advmod" && world.LooseAdverb.Has(t.nodes[h].form)
}

// mendOpening hangs the place that opens a sentence on its main verb.
func (t *tree) mendOpening() {
	if len(t.nodes) < 4 || t.nodes[0].upos != "ADP" || t.nodes[1].mention < 0 {
		return
	}
	root, m := t.root(), t.mentionAt(1)
	if root <= 1 || !t.isVerb(root) || m.Type != entity.Place && m.Type != entity.Country || t.nodes[1].head == root {
		return
	}
	t.hang(1, root, "obl")
	t.hang(0, 1, "case")
}
