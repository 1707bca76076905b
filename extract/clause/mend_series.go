package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of series of verbs. What commas and conjunctions join is of one form, which the words
// tell more surely than the arcs.

// mendBareForms makes a verb without a subject that follows "and" an infinitive where what it
// is coordinated with has another form: "plans to widen the road and build a port", wherever the
// parser hung "build".
func (t *tree) mendBareForms() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.head < 0 || n.head > i || n.xpos != "VB" && n.xpos != "VBP" || !t.isVerb(i) ||
			!t.isVerb(n.head) || t.hasKid(i, "nsubj", "nsubj:pass", "aux", "cop", "mark", "expl") {
			continue
		}
		switch h := &t.nodes[n.head]; {
		case h.lemma == "need" && n.xpos == "VBP" && n.lemma == "continue": // "need to build ships, and continue to build ports"
		case h.xpos == "VB" || h.xpos == "VBP" || h.xpos == "MD" || t.hasKid(n.head, "aux") && h.xpos != "VBG",
			n.head == i-1 && h.xpos == "VBP":
			continue
		}
		if v := t.infinitiveBefore(i); v >= 0 {
			n.xpos = "VB"
			t.hang(i, v, "conj")
		}
	}
}

// mendRepeatedTo coordinates an infinitive behind "and to" with the infinitive before it where
// the parser hung it on a noun or a clause between: "agreed to resume talks where they left off
// and to buy rice".
func (t *tree) mendRepeatedTo() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.xpos != "VB" || n.head < 0 || n.head > i || !t.kidLemma(i, "mark", "to") || !t.hasKid(i, "cc") {
			continue
		}
		noun := (t.isNominal(n.head) || t.nodes[n.head].upos == "SYM") && !t.hasKid(n.head, "cop") // "to $5 billion, and to"
		if v := t.infinitiveBefore(i); v >= 0 && (noun || t.nodes[n.head].deprel == "acl:relcl") {
			t.hang(i, v, "conj")
		}
	}
}

// infinitiveBefore returns the last infinitive before node i that is below the verb with
// which the parser coordinated that, or above it; -1 if there is none.
func (t *tree) infinitiveBefore(i int) int {
	h := t.nodes[i].head
	for k := i - 1; k >= 0; k-- {
		if t.nodes[k].xpos == "VB" && t.isVerb(k) && t.kidLemma(k, "mark", "to") && (t.isBelow(k, h) || t.isBelow(h, k)) &&
			!slices.Contains(t.subtree(i, nil), k) {
			return k
		}
	}
	return -1
}

// isBelow tells whether node k hangs on node h, through whatever stands between.
func (t *tree) isBelow(k, h int) bool {
	for hops := 0; k >= 0 && hops < len(t.nodes); hops++ {
		if k == h {
			return true
		}
		k = t.nodes[k].head
	}
	return false
}

// mendPastForms makes a participle behind "and" that has an object or complement but no
// auxiliary a past tense, coordinated with one before it: "met and resolved to build".
func (t *tree) mendPastForms() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.xpos != "VBN" && n.xpos != "VBD" || n.head < 0 || n.head > i || !t.isVerb(i) ||
			!t.hasKid(i, "obj", "xcomp", "ccomp") || t.hasKid(i, "nsubj", "aux", "aux:pass", "nsubj:pass", "obl:agent", "mark") {
			continue
		}
		v := n.head
		for v >= 0 && (t.isNominal(v) && !t.hasKid(v, "cop") || t.nodes[v].xpos == "VBG" && n.xpos == "VBN" && t.hasKid(v, "mark")) {
			v = t.nodes[v].head
		}
		if v < 0 || v > i || !t.isVerb(v) || t.nodes[v].xpos != "VBD" || t.passive(v) {
			continue
		}
		n.xpos = "VBD"
		t.hang(i, v, "conj")
	}
}

// mendGerundSeries coordinates the gerunds of a series with the first of them, wherever the
// parser hung them: "on continuing talks, deepening trust and widening roads".
func (t *tree) mendGerundSeries() {
	for g := range t.nodes {
		if !t.isGerundSlot(g) {
			continue
		}
		series := t.gerundsBehind(g)
		if len(series) == 0 {
			continue
		}
		t.openGerund(g)
		for _, x := range series {
			if h := t.nodes[x].head; t.nodes[x].deprel == "conj" && (h == g || slices.Contains(series, h)) {
				continue
			}
			t.hang(x, g, "conj")
		}
	}
}

// isGerundSlot tells whether node g is a gerund with something behind it that stands where
// one may: behind a preposition, or behind the verb of which it is the complement.
func (t *tree) isGerundSlot(g int) bool {
	if g == 0 || !t.isTransitiveGerund(g) {
		return false
	}
	b := g - 1
	for b > 0 && t.nodes[b].upos == "ADV" {
		b--
	}
	switch before := &t.nodes[b]; before.upos {
	case "ADP", "SCONJ":
		return !world.ExamplePreposition.Has(before.form) && !world.TimeConjunction.Has(before.form) && before.form != "with"
	case "VERB":
		return t.nodes[g].head == b && t.nodes[g].deprel == "xcomp"
	}
	return false
}

// isTransitiveGerund tells whether node g is a gerund behind which an object begins.
func (t *tree) isTransitiveGerund(g int) bool {
	n := &t.nodes[g]
	if n.xpos != "VBG" || !t.isVerb(g) || g+1 >= len(t.nodes) || world.ListingParticiple.Has(n.form) ||
		world.SpeechVerb.Has(n.lemma) {
		return false
	}
	next := g + 1
	if isQuote(t.nodes[next].form) {
		next++
	}
	_, ok := t.chunkAt(next)
	return ok
}

// isQuote tells whether a form is a mark that opens a quotation.
func isQuote(form string) bool { return world.OpeningQuoteMark.Has(form) || form == `"` }

// gerundsBehind returns the gerunds that go on with what gerund g begins, each right behind a
// comma or conjunction, the last behind a conjunction; nil if the parser took one of them to be
// coordinated with another gerund between.
func (t *tree) gerundsBehind(g int) []int {
	var out []int
	whole := 0 // how many of them stand up to the last conjunction
	for k := g + 1; k < len(t.nodes) && !isFinite(t.nodes[k].xpos) && t.nodes[k].deprel != "mark" && !t.nodes[k].isStop(); k++ {
		cc := t.separator(k)
		if len(cc) == 0 {
			if k > g && t.isGerundSlot(k) && t.nodes[k].deprel != "conj" {
				break // "by", "for" and another gerund
			}
			continue
		}
		x := k + len(cc)
		for x < len(t.nodes) && t.nodes[x].upos == "ADV" {
			x++
		}
		if x < len(t.nodes) && t.isTransitiveGerund(x) && rel(t.nodes[x].deprel) != "amod" {
			out = append(out, x)
			if t.concludes(cc) {
				whole = len(out)
			}
		}
		k = x - 1
	}
	return out[:whole]
}

// openGerund makes gerund g, which the parser took for a modifier of the noun behind it, the
// head of what stands behind the preposition, with that noun as its object.
func (t *tree) openGerund(g int) {
	h := t.nodes[g].head
	if d := rel(t.nodes[g].deprel); h < g || d != "amod" && d != "compound" || t.hasKid(h, "det", "nmod:poss") {
		return
	}
	up, deprel := t.nodes[h].head, "acl"
	if up >= 0 && t.isVerb(up) {
		deprel = "advcl"
	}
	for _, c := range t.kids(h, "case") {
		if c < g {
			t.hang(c, g, "mark")
		}
	}
	t.hang(g, up, deprel)
	t.hang(h, g, "obj")
}

// mendRepeatedGerunds lists a gerund behind a preposition said again with what that introduced
// first: "invest in schools and in improving safety".
func (t *tree) mendRepeatedGerunds() {
	for i := range t.nodes {
		n := &t.nodes[i]
		m := t.kid(i, "mark")
		if n.deprel != "conj" || n.xpos != "VBG" || m < 1 || t.nodes[m].upos == "PART" || t.nodes[m-1].upos != "CCONJ" ||
			n.head < 0 || n.head > i || t.kidLemma(n.head, "mark", t.nodes[m].form) {
			continue
		}
		for z := i - 1; z > n.head; z-- {
			if t.isNominal(z) && t.caseOf(z) == t.nodes[m].form && t.isBelow(z, n.head) {
				t.hang(i, z, "conj")
				break
			}
		}
	}
}

// mendGerundBesideNoun coordinates a gerund that the parser coordinated with the verb of the
// clause with the noun before "and" that stands behind a preposition or is the object of that
// verb: "reaffirmed the commitment to transparency and fostering trade", "discussed energy,
// education, and fighting floods"; and one behind "along with" likewise.
func (t *tree) mendGerundBesideNoun() {
	for i := range t.nodes {
		n := &t.nodes[i]
		h, c := n.head, t.kid(i, "cc")
		added := n.deprel == "advcl" && t.kidLemma(i, "mark", "along", "alongside") // "trade, along with opening ports"
		if added {
			c = t.kid(i, "mark")
		}
		if n.deprel != "conj" && !added || n.xpos != "VBG" || h < 0 || c < 1 || c > i || !t.isVerb(i) || !t.isVerb(h) ||
			t.nodes[h].xpos == "VBG" && !added || t.hasKid(i, "aux", "aux:pass", "nsubj", "cop") || t.hasKid(i, "mark") && !added {
			continue
		}
		end := c - 1
		if t.nodes[end].form == "," {
			end--
		}
		for k := end; k > h; k = t.nodes[k].head {
			if t.opensItems(k, h) && t.itemsEnd(k) == t.nodes[end].tokens.Last && !t.isActor(k) && !t.isTime(k) {
				t.hang(i, k, "conj")
				break
			}
		}
	}
}

// opensItems tells whether nominal k stands behind a preposition that leads to what something is
// about or to examples of it, or is the object of verb h, a thing that it may be listed with.
func (t *tree) opensItems(k, h int) bool {
	if !t.isNominal(k) {
		return false
	}
	if p := t.kid(k, "case"); p >= 0 {
		return p < k && (world.ContentPreposition.Has(t.nodes[p].form) || world.ExamplePreposition.Has(t.caseOf(k)))
	}
	v := t.nodes[h].lemma // not "confront attacks and threatening moves"
	return t.nodes[k].deprel == "obj" && t.nodes[k].head == h && !t.isHuman(k) && t.nodes[k].mention < 0 &&
		(t.nodes[h].xpos != "VB" || world.TopicVerb.Has(v) || world.CoverageVerb.Has(v))
}

// itemsEnd is where a nominal ends with those that are coordinated with it.
func (t *tree) itemsEnd(k int) int {
	all := t.conjuncts(k)
	return t.extent(all[len(all)-1]).Last
}

// mendListedGerunds lists a gerund between commas behind several things with them, wherever the
// parser hung it, and with it what goes on behind its object: "in trade, cyber security, fighting
// piracy, and tourism".
func (t *tree) mendListedGerunds() {
	for g := 2; g < len(t.nodes); g++ {
		n, o := &t.nodes[g], t.kid(g, "obj")
		if o < 0 || t.nodes[g-1].form != "," || n.deprel != "acl" && n.deprel != "advcl" || !t.isTransitiveGerund(g) || t.hasKid(g, "mark", "aux", "nsubj") {
			continue
		}
		more := t.kids(o, "conj")
		if len(more) == 0 || !t.followsComma(more[0]) || !t.hasKid(more[len(more)-1], "cc") {
			continue
		}
		first := g - 2
		for t.isThing(first) && t.nodes[first].deprel != "conj" && t.nodes[first].head > 0 && t.nodes[first].head < first && !t.hasKid(first, "conj") {
			first = t.nodes[first].head // "food safety in ports"
		}
		if t.nodes[first].deprel == "conj" {
			first = t.nodes[first].head
		}
		if !t.isThing(first) || t.isHuman(first) || t.isActor(first) || len(t.conjuncts(first)) < 2 || t.itemsEnd(first) != t.nodes[g-2].tokens.Last {
			continue
		}
		t.hang(g, first, "conj")
		for _, x := range more {
			t.hang(x, first, "conj")
		}
	}
}
