package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// abandoned tells whether the sentence goes on to say that what had been planned
// was given up: "was due to visit Peru but called off the trip", "would meet Ito, but the
// talks never took place".
func (t *tree) abandoned(i int) bool {
	var chain []int
	past, wouldBe := false, false
	for hops := 0; i >= 0 && hops < 6; hops++ {
		chain = append(chain, i)
		past = past || t.nodes[i].xpos == "VBD" && governed(t.nodes[i].lemma) != ""
		for _, k := range t.kids(i, "aux", "cop") {
			past = past || t.nodes[k].xpos == "VBD" && (t.nodes[k].lemma == "be" || t.nodes[k].lemma == "have")
			wouldBe = wouldBe || t.nodes[k].form == "would"
		}
		i = t.nodes[i].head
	}
	if !past && !wouldBe {
		return false
	}
	for v := range t.nodes {
		contrasted := t.nodes[v].deprel == "conj" && slices.Contains(chain, t.nodes[v].head) && t.kidLemma(v, "cc", "but")
		if (past || contrasted) && t.comesToNothing(v, chain, contrasted) {
			return true
		}
	}
	return false
}

// comesToNothing tells whether verb v says that a plan was given up or did not come about, one
// that the words of a chain tell and with which v may be contrasted.
func (t *tree) comesToNothing(v int, chain []int, contrasted bool) bool {
	if t.kidLemma(v, "mark", "after") { // "was due in Lima after a trip was cancelled"
		return false
	}
	meant := func(o int) bool { return t.standsForPlan(o) || slices.Contains(chain, o) }
	if x := t.nodes[v].xpos; (x == "VBD" || x == "VBN") && (world.AbandoningVerb.Has(t.nodes[v].lemma) || t.calledOff(v)) {
		plans := t.kids(v, "obj", "nsubj:pass")
		there := func(c int) bool { // "cancelled a trip to Peru, where she was to meet Ito"
			return t.nodes[c].head == v && t.nodes[c].deprel == "advcl" && t.kidLemma(c, "advmod", "where")
		}
		return slices.ContainsFunc(plans, meant) || slices.ContainsFunc(chain, there) || contrasted && len(plans) == 0 // "but pulled out"
	}
	told, failed := v, t.negated(v)
	if x := t.happens(v); x >= 0 { // "failed to take place"
		told, failed = x, failed != (governed(t.nodes[v].lemma) == "denied")
	}
	status, denied, _ := strings.Cut(t.outcome(told), "|")
	if failed {
		status = denied
	}
	return status == "denied" && slices.ContainsFunc(t.kids(v, "nsubj"), meant)
}
