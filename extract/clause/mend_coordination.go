package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// mendCoordinations makes the tree agree with the lists of things that are read beside
// it: each item hangs on the first, what is in an item on its nouns.
func (t *tree) mendCoordinations() {
	for _, l := range t.coordinations() {
		t.coordinate(&l)
	}
}

// coordinate hangs the items of a list on the first.
func (t *tree) coordinate(l *coordination) {
	top := l.head(0)
	t.lift(l, top)
	for k := range l.items {
		x := &l.items[k]
		for i := range x.chunks {
			if k > 0 || i >= l.top {
				t.gather(x.chunks[i])
			}
		}
		if k > 0 {
			h := l.head(k)
			if k == len(l.items)-1 {
				h = t.shared(l)
			}
			t.hang(h, top, "conj")
			for i, c := range x.cc {
				t.joinWith(c, h, i+1 == len(x.cc) && x.repeats)
			}
		}
		t.chain(l, k)
	}
	t.trail(l)
	if p := l.items[0].chunks[l.top].first - 1; p >= 0 && t.nodes[p].upos == "ADP" && t.nodes[p].deprel == "case" &&
		p < top && t.nodes[p].head > top && t.nodes[p].head < l.end() {
		t.hang(p, top, "case")
	}
}

// trail hangs what stands right behind a list on its last noun, where the parser hung it on
// an item before the last.
func (t *tree) trail(l *coordination) {
	last := l.items[len(l.items)-1].chunks
	for k, x := range l.items[:len(l.items)-1] {
		for i, c := range x.chunks {
			if k == 0 && i < l.top {
				continue
			}
			for _, o := range t.kids(c.noun, "acl", "nmod") {
				if o >= l.end() && t.subtree(o, nil)[0] == l.end() {
					t.hang(o, last[len(last)-1].noun, t.nodes[o].deprel)
				}
			}
		}
	}
}

// shared gives the head of the last item of a list, which is the noun before the last
// where all share that: "the trade, health and mining sectors".
func (t *tree) shared(l *coordination) int {
	c := l.items[len(l.items)-1].chunks[0]
	h := c.noun
	if m := t.nodes[h].lemma; h == c.first || !t.isThing(h-1) || !world.DomainNoun.Has(m) && !world.BondNoun.Has(m) ||
		t.nodes[h-1].head != h || c.first < h-1 {
		return h
	}
	for k, x := range l.items[:len(l.items)-1] {
		chunks := x.chunks
		if k == 0 {
			chunks = chunks[l.top:]
		}
		if y := chunks[0]; len(chunks) > 1 || y.noun-y.first > 1 || y.first < y.noun && t.nodes[y.first].upos != "DET" ||
			!t.isThing(y.noun) {
			return h
		}
	}
	t.hang(h-1, l.head(0), "conj")
	t.hang(h, h-1, "dep")
	return h - 1
}

// lift gives the head of the first item the arc by which the list hangs on what is
// around it, wherever in it the parser fixed that.
func (t *tree) lift(l *coordination, top int) {
	first, end := l.items[0].chunks[l.top].first, l.end()
	within := func(k int) bool { return k >= first && k < end }
	r := top
	for hops := 0; within(t.nodes[r].head) && hops < len(t.nodes); hops++ {
		r = t.nodes[r].head
	}
	if r != top {
		t.hang(top, t.nodes[r].head, t.nodes[r].deprel)
		t.hang(r, top, "nmod")
	}
}

// gather hangs the words of a base noun phrase on its head, and its head on none of
// them.
func (t *tree) gather(c chunk) {
	h := c.noun
	n := &t.nodes[h]
	if n.upos == "VERB" {
		n.upos, n.xpos = "NOUN", "NN"
	}
	within := func(k int) bool { return k >= c.first && k <= h }
	r := h
	for hops := 0; within(t.nodes[r].head) && hops < len(t.nodes); hops++ {
		r = t.nodes[r].head
	}
	if r != h {
		t.hang(h, t.nodes[r].head, t.nodes[r].deprel)
	}
	for k := c.first; k < h; k++ {
		if k != r && within(t.nodes[k].head) {
			continue
		}
		switch t.nodes[k].upos {
		case "NOUN", "PROPN", "VERB":
			if k+1 < h && t.nodes[k+1].xpos == "POS" {
				t.hang(k, h, "nmod:poss")
			} else {
				t.hang(k, h, "compound")
			}
		case "ADJ":
			t.hang(k, h, "amod")
		case "DET":
			t.hang(k, h, "det")
		case "PART":
			t.hang(k, k-1, "case")
		default:
			if k == r {
				t.hang(k, h, "compound")
			}
		}
	}
}

// chain hangs the phrases in item k of a list on the noun before each, where the parser
// hung them outside. What stands behind the last item may say where or when, but for an
// of-phrase.
func (t *tree) chain(l *coordination, k int) {
	x := &l.items[k]
	first := x.chunks[0].first
	if k == 0 {
		first = l.items[0].chunks[l.top].first
	}
	for i, c := range x.chunks {
		if c.preposition < first || k == 0 && i <= l.top {
			continue
		}
		h := t.nodes[c.noun].head
		if k == len(l.items)-1 && t.nodes[c.preposition].form != "of" && (h < l.first() || h >= first) {
			break
		}
		if h < first || h >= x.end {
			t.hang(c.noun, x.chunks[i-1].noun, "nmod")
		}
		if t.nodes[c.preposition].head != c.noun {
			t.hang(c.preposition, c.noun, "case")
		}
	}
}

// joinWith hangs a word that stands before item h of a list on it, the preposition of the
// first item said again as that.
func (t *tree) joinWith(c, h int, again bool) {
	switch {
	case t.nodes[c].upos == "PUNCT":
		t.hang(c, h, "punct")
	case again:
		t.hang(c, h, "case")
	default:
		t.hang(c, h, "cc")
	}
}

// mendRepeated lists what a preposition said again introduces with what it introduced first:
// "on the revival of the society and on ports".
func (t *tree) mendRepeated() {
	for i := range t.nodes {
		n := &t.nodes[i]
		p := t.caseOf(i)
		if n.deprel != "conj" || p == "" || n.head < 0 || n.head > i || t.caseOf(n.head) == p || t.isVerb(i) {
			continue
		}
		z := t.nodes[n.head].head
		for hops := 0; z >= 0 && hops < 4 && !(t.caseOf(z) == p && t.isNominal(z)); hops++ {
			z = t.nodes[z].head
		}
		if z >= 0 && z < i && t.caseOf(z) == p && t.isNominal(z) {
			t.hang(i, z, "conj")
		}
	}
}

// mendSaidAgain lists a noun that says again what stands further above with that: "cooperation
// with Peru in ending piracy, as well as our cooperation on trade".
func (t *tree) mendSaidAgain() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.upos != "NOUN" || n.mention >= 0 || n.head < 0 || n.head > i || t.nodes[n.head].lemma == n.lemma ||
			!t.followsComma(i) && !t.hasKid(i, "nmod:poss") {
			continue
		}
		same := func(k int) bool {
			a := &t.nodes[k]
			return k < i && a.lemma == n.lemma && a.upos == "NOUN" && a.xpos == n.xpos && a.mention < 0
		}
		for h := t.nodes[n.head].head; h >= 0 && h < i; h = t.nodes[h].head {
			all := append([]int{h}, t.kids(h, "obj", "obl")...)
			if k := slices.IndexFunc(all, same); k >= 0 {
				t.hang(i, all[k], "conj")
				break
			}
		}
	}
}

// mendFixedPairs makes two words that "and" joins to one thing one phrase: "law and order".
func (t *tree) mendFixedPairs() {
	for i := 0; i+2 < len(t.nodes); i++ {
		a, and, b := &t.nodes[i], &t.nodes[i+1], &t.nodes[i+2]
		if and.form != "and" || a.mention >= 0 || b.mention >= 0 || !world.FixedPair.Has(a.form+" and "+b.form) {
			continue
		}
		if i+5 < len(t.nodes) && isDash(t.nodes[i+3].form) && t.isTied(i+3) {
			if c, ok := t.chunkAt(i + 5); ok {
				t.joinPair(i, c.noun)
			}
			continue
		}
		if h := b.head; h == i+3 && b.deprel == "compound" && t.nodes[h].mention < 0 { // "law and order units"
			t.pairBefore(i, h)
			continue
		}
		if slices.Contains(t.subtree(i+2, nil), i) {
			t.hang(i, b.head, b.deprel)
		}
		for _, k := range slices.Clone(b.kids) {
			if r := rel(t.nodes[k].deprel); r != "conj" && r != "cc" && r != "det" {
				t.hang(k, i, t.nodes[k].deprel)
			}
		}
		t.hang(i+2, i, "flat")
		t.hang(i+1, i, "flat")
	}
}

// pairBefore makes the pair at node i a modifier of noun h right behind it, which takes over
// what the first of the pair was to the words around.
func (t *tree) pairBefore(i, h int) {
	if a := &t.nodes[i]; a.head != h {
		if t.nodes[h].head == i {
			t.hang(h, a.head, a.deprel)
		}
		for _, k := range slices.Clone(a.kids) {
			if k != h {
				t.hang(k, h, t.nodes[k].deprel)
			}
		}
		t.hang(i, h, "compound")
	}
	t.hang(i+2, i, "flat")
	t.hang(i+1, i, "flat")
}

// joinPair hangs the pair at node i and what a dash ties to it on noun h behind them, which
// takes over what any of them was to the words around: "small and medium-sized firms".
func (t *tree) joinPair(i, h int) {
	within := func(k int) bool { return k >= i && k <= h }
	top := slices.IndexFunc(t.nodes[i:h+1], func(n node) bool { return !within(n.head) }) + i
	if top != h {
		up, deprel := t.nodes[top].head, t.nodes[top].deprel
		for _, k := range slices.Clone(t.nodes[top].kids) {
			if !within(k) {
				t.hang(k, h, t.nodes[k].deprel)
			}
		}
		t.hang(h, up, deprel)
	}
	t.hang(i+4, h, "amod")
	t.hang(i, i+4, "compound")
	t.hang(i+3, i, "punct")
	t.hang(i+2, i, "flat")
	t.hang(i+1, i, "flat")
}

// mendNeighbours makes a noun right before another that is listed with the same things a
// part of that: in "solar power and wind farms" no two are listed at the end.
func (t *tree) mendNeighbours() {
	for i := 0; i+1 < len(t.nodes); i++ {
		a, b := &t.nodes[i], &t.nodes[i+1]
		beside := a.head == b.head && t.hasKid(i, "cc") && !t.hasKid(i+1, "cc") // "and customs procedures"
		if a.upos != "NOUN" || a.xpos != "NN" && !beside || b.upos != "NOUN" || a.mention >= 0 || b.mention >= 0 ||
			a.deprel != "conj" || b.deprel != "conj" || a.head > i || b.head > i || slices.Contains(t.subtree(i+1, nil), i) {
			continue
		}
		t.hang(i+1, a.head, "conj")
		t.modify(i, "compound")
	}
}

// mendDirected hangs what a noun leads to on that rather than on the verb above: "work on
// access to water", "met despite calls for a boycott".
func (t *tree) mendDirected() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obl" || n.head < 0 || n.head > i || t.isTime(i) {
			continue
		}
		o := t.subtree(i, nil)[0] - 1
		if o <= n.head || t.nodes[o].upos != "NOUN" || t.nodes[o].mention >= 0 || !slices.Contains(t.subtree(n.head, nil), o) {
			continue
		}
		switch t.caseOf(i) {
		case "to":
			if world.DirectedNoun.Has(t.nodes[o].lemma) && !t.isActor(i) {
				t.hang(i, o, "nmod")
			}
		case "for":
			if t.isVerbal(i) && world.Signature.Has(t.nodes[o].lemma) && !world.LightVerb.Has(t.nodes[n.head].lemma) {
				t.hang(i, o, "nmod")
			}
		}
	}
}
