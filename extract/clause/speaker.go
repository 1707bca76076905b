package clause

import (
	"github.com/relata-graph/relata/extract/world"
)

// speaker returns the mention of who says what node i states, -1 if the text
// tells it itself.
func (t *tree) speaker(i int) int {
	for hops := 0; hops < 12; hops++ {
		n := &t.nodes[i]
		for _, k := range t.kids(i, "obl") {
			if t.caseOf(k) == "according to" && t.nodes[k].mention >= 0 {
				return t.nodes[k].mention
			}
		}
		for _, k := range t.kids(i, "parataxis") { // "Japan is ready, Ito noted"
			if world.SpeechVerb.Has(t.nodes[k].lemma) {
				if m := t.firstMention(t.surfaceSubjects(k)); m >= 0 {
					return m
				}
			}
		}
		if n.head < 0 {
			return -1
		}
		if (n.deprel == "ccomp" || n.deprel == "xcomp" || n.deprel == "parataxis") && world.SpeechVerb.Has(t.nodes[n.head].lemma) && !t.hasKid(n.head, "aux:pass") { // who "is expected to come" says nothing
			if m := t.firstMention(t.surfaceSubjects(n.head)); m >= 0 {
				return m
			}
		}
		i = n.head
	}
	return -1
}

func (t *tree) firstMention(nodes []int) int {
	for _, k := range nodes {
		if t.nodes[k].mention >= 0 {
			return t.nodes[k].mention
		}
	}
	return -1
}
