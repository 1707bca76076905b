package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// date returns when the predicate at i happens: the expression of time that
// belongs to it, or to the clause whose circumstances it shares; days tells
// whether that is the first of several. A date after the document's makes what
// is told as fact a plan.
func (t *tree) date(i int, times []timex, status *string, docDate string) (date string, days bool) {
	date, days = t.circumstance(i, times, status, docDate)
	if g := t.whereabouts(i); date == "" && g >= 0 { // "flew to Lima on Monday, where she met"
		there := t.status(g)
		if w := governed(t.nodes[g].lemma); w != "" {
			there = w // "is expected in Lima"
		}
		if there == *status {
			if date, days = t.circumstance(g, times, &there, docDate); days {
				date = date[:min(len(date), len("2006-01"))]
			}
		}
	}
	if *status == "actual" && len(date) == 10 && docDate != "" && date > docDate && t.nodes[i].xpos != "VBD" {
		*status = "planned"
	}
	return date, days
}

// circumstance is the date told of node i or of what it shares its time with.
func (t *tree) circumstance(i int, times []timex, status *string, docDate string) (date string, days bool) {
	t.upward(i, func(k int) bool {
		x := t.timeOf(k, times)
		for _, h := range t.arrangements(i) {
			if x == nil && k == i {
				x = t.timeOf(h, times)
			}
		}
		for _, w := range t.kids(k, "advcl") { // "will replace him when she retires next year"
			if x == nil && (t.kidLemma(w, "advmod", "when") || t.kidLemma(w, "mark", "when")) {
				x = t.timeOf(w, times)
			}
		}
		if x != nil {
			date, days = x.past, x.days
			if n := &t.nodes[k]; *status == "actual" && world.MotionVerb.Has(n.lemma) && (n.xpos == "VBZ" || n.xpos == "VBP") && (x.past != x.future || x.past == docDate) {
				*status = "planned" // "on Thursday she flies to Lima"
			}
			if *status == "planned" || *status == "proposed" || *status == "conditional" {
				date = x.future
			}
		}
		return date == ""
	})
	return date, days
}

// now tells whether node i is told as going on or just over: "is visiting", "is
// on a visit", "has just returned".
func (t *tree) now(i int) bool {
	present := func(k int, rels ...string) bool {
		return slices.ContainsFunc(t.kids(k, rels...), func(a int) bool { return t.nodes[a].xpos == "VBZ" || t.nodes[a].xpos == "VBP" })
	}
	switch {
	case t.isVerb(i) && t.nodes[i].xpos == "VBG":
		return present(i, "aux")
	case t.isVerb(i):
		return present(i, "aux") && t.kidLemma(i, "aux", "have") && t.kidLemma(i, "advmod", "just")
	}
	return present(i, "cop") && t.caseOf(i) == "on"
}

// whereabouts returns the verb that says how somebody came to be where node i
// happens: "flew to Lima, where she met"; -1 if none does.
func (t *tree) whereabouts(i int) int {
	for hops := 0; i >= 0 && hops < 4 && !t.kidLemma(i, "advmod", "where"); hops++ {
		if d := rel(t.nodes[i].deprel); d != "conj" && d != "xcomp" && d != "obj" && d != "obl" {
			return -1
		}
		i = t.nodes[i].head
	}
	if i < 0 {
		return -1
	}
	for g := t.nodes[i].head; g >= 0; g = t.nodes[g].head {
		if t.isVerb(g) || t.isVerbal(g) {
			return g
		}
	}
	return -1
}

// timeOf returns the expression of time that hangs on node k itself and not on
// another predicate below it.
func (t *tree) timeOf(k int, times []timex) *timex {
	for x := range times {
		r := times[x].tokens
		top := -1
		for c := range t.nodes {
			if n := &t.nodes[c]; n.token >= r.First && n.token < r.Last && (n.head < 0 || t.nodes[n.head].token < r.First || t.nodes[n.head].token >= r.Last) {
				top = c
				break
			}
		}
		if top < 0 {
			continue
		}
		if top == k {
			return &times[x]
		}
		for hops, c := 0, top; hops < 5; hops++ {
			n := &t.nodes[c]
			if n.head < 0 {
				break
			}
			if n.head == k {
				return &times[x]
			}
			if d := n.deprel; (d == "nmod:poss" || d == "compound") && n.head >= 0 && (!t.isVerbal(n.head) || world.OtherTimePreposition.Has(t.caseOf(n.head)) && !world.GatheringNoun.Has(t.nodes[n.head].lemma)) { // "after last week's coup"
				break
			}
			c = n.head
			if t.isVerb(c) {
				break
			}
			// "met Sato on Monday" with Monday hung on Sato; "the summit in May" keeps its own.
			if m := t.mentionAt(c); !(m != nil && m.Type != "Event" && m.Type != "Agreement") && !t.isTime(c) && hops > 0 && rel(t.nodes[c].deprel) != "obl" {
				break
			}
		}
	}
	return nil
}
