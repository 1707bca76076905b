package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of lists: people, countries, and words joined by a dash.

// mendFellows makes somebody coordinated with another's country a conjunct of that
// other.
func (t *tree) mendFellows() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "conj" || n.head < 0 || n.head >= i || !t.isPerson(i) ||
			!t.isCountry(n.head) || t.nodes[n.head].deprel != "nmod" {
			continue
		}
		if p := t.nodes[n.head].head; p >= 0 && t.isPerson(p) {
			t.hang(i, p, "conj")
		}
	}
}

// mendLists makes people hung on people conjuncts of the first.
func (t *tree) mendLists() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 || !t.isPerson(i) || !t.isPerson(n.head) {
			continue
		}
		if h := n.head; h > i { // "the envoys Bauer; Kimani"
			if rel(n.deprel) == "nmod" && !t.hasKid(i, "case") && (t.nodes[i+1].form == ";" || t.nodes[i+1].form == ",") && !t.sameEntity(i, h) {
				t.hang(i, t.nodes[h].head, t.nodes[h].deprel)
				for _, k := range t.kids(h, "conj", "case") {
					t.hang(k, i, t.nodes[k].deprel)
				}
				t.hang(h, i, "conj")
			}
			continue
		}
		switch rel(n.deprel) {
		case "appos", "list", "flat", "dep", "parataxis", "compound", "nmod":
			if !t.hasKid(i, "case") && !t.sameEntity(i, n.head) {
				n.deprel = "conj"
			}
		}
	}
}

// mendPairs makes the first of two words joined by a dash a part of the second.
func (t *tree) mendPairs() {
	for i := 1; i+1 < len(t.nodes); i++ {
		if !isDash(t.nodes[i].form) || t.sentence.Tokens[t.nodes[i].token].SpaceBefore ||
			t.sentence.Tokens[t.nodes[i+1].tokens.First].SpaceBefore {
			continue
		}
		a, b := &t.nodes[i-1], &t.nodes[i+1]
		if a.head < 0 || b.head != i-1 && b.head != a.head || a.mention >= 0 || a.upos != "NOUN" || b.upos != "NOUN" {
			continue
		}
		switch rel(b.deprel) {
		case "appos", "parataxis", "conj", "dep", "list":
			t.hang(i+1, a.head, a.deprel)
			for _, k := range slices.Clone(a.kids) {
				t.hang(k, i+1, t.nodes[k].deprel)
			}
			t.hang(i-1, i+1, "compound")
			t.hang(i, i-1, "punct")
		}
	}
}

// mendHyphened makes a noun that a dash ties to an adjective or participle one modifier
// with it of the noun behind: "loss-making public firms".
func (t *tree) mendHyphened() {
	for i := 1; i+2 < len(t.nodes); i++ {
		a, b := &t.nodes[i-1], &t.nodes[i+1]
		if !isDash(t.nodes[i].form) || !t.isTied(i) || a.upos != "NOUN" || a.mention >= 0 || b.mention >= 0 ||
			b.xpos != "JJ" && b.xpos != "VBG" && b.xpos != "VBN" {
			continue
		}
		if c, ok := t.chunkAt(i + 2); ok && c.noun > i+1 && t.nodes[c.noun].xpos != "VBG" {
			t.join(i, c.noun)
		}
	}
}

// join hangs the two words around the dash at node i on noun h behind them, which takes
// over what either of them was to the words around.
func (t *tree) join(i, h int) {
	a, b := i-1, i+1
	within := func(k int) bool { return k >= a && k <= h }
	top := slices.IndexFunc(t.nodes[a:h+1], func(n node) bool { return !within(n.head) }) + a
	up, deprel := t.nodes[top].head, t.nodes[top].deprel
	if top == h || t.nodes[top].upos == "PUNCT" {
		if t.nodes[a].head == b && t.nodes[b].head == h {
			return
		}
		up, deprel = t.nodes[h].head, t.nodes[h].deprel
	}
	if up >= 0 && (up == a-1 && t.isVerb(up) && !t.hasKid(up, "obj") || deprel == "xcomp") {
		deprel = "obj" // where the parser saw a verb
	}
	for _, x := range []int{a, b} {
		for _, k := range slices.Clone(t.nodes[x].kids) {
			switch r := rel(t.nodes[k].deprel); {
			case within(k):
			case k < a || up < 0:
				t.hang(k, h, t.nodes[k].deprel)
			case t.isVerb(up):
				t.hang(k, up, t.nodes[k].deprel)
			case r == "obl" || r == "obj":
				t.hang(k, h, "nmod")
			default:
				t.hang(k, h, t.nodes[k].deprel)
			}
		}
	}
	t.hang(h, up, deprel)
	t.hang(b, h, "amod")
	t.hang(a, b, "compound")
	t.hang(i, a, "punct")
	for k := b + 1; k < h; k++ {
		if x := t.nodes[k].head; x == a || x == b || x == up {
			t.hang(k, h, modifierArc(t.nodes[k].upos))
		}
	}
}

// modifierArc is how a word of a part of speech hangs on the noun behind it.
func modifierArc(upos string) string {
	switch upos {
	case "NOUN", "PROPN":
		return "compound"
	case "DET":
		return "det"
	case "PUNCT":
		return "punct"
	}
	return "amod"
}

// followsComma tells whether a comma stands before the phrase of node i, or is hung
// on it as its first word.
func (t *tree) followsComma(i int) bool {
	first := t.subtree(i, nil)[0]
	return t.nodes[first].form == "," || first > 0 && t.nodes[first-1].form == ","
}

// mendCountries makes the last of several countries or organisations a conjunct
// of the others.
func (t *tree) mendCountries() {
	for i := range t.nodes {
		p := t.listedBefore(i)
		if p < 0 || t.nodes[i].head == p || t.nodes[i].head < 0 {
			continue
		}
		switch n := &t.nodes[i]; {
		case t.nodes[p].head == i && (t.nodes[p].deprel == "amod" || t.nodes[p].deprel == "compound"): // "the Omani and Irish sides"
			t.hang(p, n.head, n.deprel)
			for _, k := range slices.Clone(n.kids) {
				if k < p {
					t.hang(k, p, t.nodes[k].deprel)
				}
			}
			t.hang(i, p, "conj")
		case n.deprel == "conj" && t.isLand(n.head): // a member of the list already
		case n.deprel == "conj", rel(n.deprel) == "nsubj" && t.hasSubject(n.head, p):
			if t.nodes[p].deprel == "conj" && t.isLand(t.nodes[p].head) {
				p = t.nodes[p].head
			}
			if t.nodes[p].deprel == "vocative" {
				t.nodes[p].deprel = n.deprel
			}
			t.hang(i, p, "conj")
		}
	}
}

// mendSides hangs the sides of an agreement or of cooperation that hang on what it
// is about on it.
func (t *tree) mendSides() {
	sided := func(k int) bool {
		return world.ActNoun.Has(t.nodes[k].lemma) || world.CooperationNoun.Has(t.nodes[k].lemma)
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || t.caseOf(i) != "between" || !t.isLand(i) || !t.hasKid(i, "conj") ||
			world.ReciprocalNoun.Has(t.nodes[n.head].lemma) {
			continue
		}
		a := n.head
		for a >= 0 && (t.nodes[a].deprel == "nmod" || t.nodes[a].deprel == "conj") && !sided(a) {
			a = t.nodes[a].head
		}
		if a >= 0 && sided(a) {
			t.hang(i, a, "nmod")
		}
	}
}

// mendPartners hangs the other side of an agreement or of talks on these, not on what they
// are about: "a deal on tuna quotas with Chile", but not "a deal on trade with Chile".
func (t *tree) mendPartners() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || t.caseOf(i) != "with" || !t.isActor(i) {
			continue
		}
		h := &t.nodes[n.head]
		if a := h.head; h.deprel == "nmod" && a >= 0 && world.ContentPreposition.Has(t.caseOf(n.head)) && h.mention < 0 &&
			(world.AgreementNoun.Has(t.nodes[a].lemma) || world.GatheringNoun.Has(t.nodes[a].lemma)) && rel(t.nodes[a].deprel) == "obj" &&
			!world.BondNoun.Has(h.lemma) && !world.ReciprocalNoun.Has(h.lemma) && !world.CooperationNoun.Has(h.lemma) &&
			!world.GatheringNoun.Has(h.lemma) && !world.AgreementNoun.Has(h.lemma) {
			t.hang(i, a, "nmod")
		}
	}
}

// listedBefore returns the country or organisation that stands before the one at
// node i in a list, -1 if i is none of a list.
func (t *tree) listedBefore(i int) int {
	k := i - 1
	for k > 0 && world.CountryJoiner.Has(t.nodes[k].form) {
		k--
	}
	if k < 0 || k == i-1 || !t.isLand(i) || !t.isLand(k) || t.nodes[k+1].form == "the" {
		return -1
	}
	return k
}

// hasSubject tells whether node k belongs to a subject of the verb, or addresses
// somebody, as headlines seem to do.
func (t *tree) hasSubject(verb, k int) bool {
	for _, s := range t.kids(verb, "nsubj", "vocative") {
		if s <= k && slices.Contains(t.subtree(s, nil), k) {
			return true
		}
	}
	return false
}

// mendRanges hangs both ends of a range on the verb: "ranges from A to B".
func (t *tree) mendRanges() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || t.caseOf(i) != "to" || n.head < 0 {
			continue
		}
		from := n.head
		if t.nodes[from].deprel == "conj" && t.nodes[from].head >= 0 {
			from = t.nodes[from].head
		}
		if v := t.nodes[from].head; t.caseOf(from) == "from" && v >= 0 && world.RangeVerb.Has(t.nodes[v].lemma) {
			t.hang(i, v, "obl")
		}
	}
}

// mendTails hangs a phrase behind the last of several things on that rather than on
// the first: "nursing, mining and studies in forestry".
func (t *tree) mendTails() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i || !t.isThing(n.head) || t.isActor(i) ||
			!world.NamingPreposition.Has(t.caseOf(i)) && t.caseOf(i) != "of" {
			continue
		}
		all := t.conjuncts(n.head)
		last := slices.Max(all)
		if last > n.head && last < i && t.isThing(last) && t.extent(last).Last == t.first(i) {
			t.hang(i, last, "nmod")
		}
	}
}

// mendPossessors hangs a listed noun with "'s" on the noun behind it, which is then
// listed instead.
func (t *tree) mendPossessors() {
	for x := range t.nodes {
		n := &t.nodes[x]
		if n.deprel != "conj" || n.upos != "NOUN" || n.mention >= 0 || x+1 >= len(t.nodes) || t.nodes[x+1].xpos != "POS" {
			continue
		}
		a, g := n.head, t.ownedBehind(x+2)
		switch {
		case a < 0 || g < 0 || a > x:
			continue
		case t.nodes[g].head == a || t.nodes[g].head == x:
			t.hang(g, a, "conj")
		case t.nodes[a].head == g: // "tea and farmers' markets", as if one of two kinds of markets
			for _, k := range slices.Clone(t.nodes[g].kids) {
				if k < a {
					t.hang(k, a, t.nodes[k].deprel)
				}
			}
			t.hang(a, t.nodes[g].head, t.nodes[g].deprel)
			t.hang(g, a, "conj")
		default:
			continue
		}
		t.hang(x, g, "nmod:poss")
		t.hang(x+1, x, "case")
	}
}

// ownedBehind gives the noun of a phrase without determiner that begins at a node, -1 if
// there is none.
func (t *tree) ownedBehind(i int) int {
	for ; i < len(t.nodes); i++ {
		switch n := &t.nodes[i]; {
		case n.upos == "NOUN" && (i+1 == len(t.nodes) || t.nodes[i+1].upos != "NOUN"):
			return i
		case n.upos != "NOUN" && n.upos != "ADJ":
			return -1
		}
	}
	return -1
}

// mendBesideSides makes things that are coordinated with the sides of a thing, "trade
// between the two countries, mining and tourism", conjuncts of that thing.
func (t *tree) mendBesideSides() {
	for i := range t.nodes {
		n := &t.nodes[i]
		h := n.head
		if n.deprel != "conj" || h < 0 || h > i || !t.isActor(h) || !t.isThing(i) || world.ActorNoun.Has(n.lemma) || t.nodes[h].deprel != "nmod" {
			continue
		}
		if c := t.caseOf(h); c != "between" && c != "with" && c != "among" {
			continue
		}
		if g := t.nodes[h].head; g >= 0 && g < h && t.isThing(g) {
			if t.nodes[g].deprel == "conj" && t.isThing(t.nodes[g].head) {
				g = t.nodes[g].head
			}
			t.hang(i, g, "conj")
		}
	}
}

// mendOpenedLists hangs what a colon or bracket behind a plural opens on that, where the parser
// hung it on the verb: "in the following areas: migration and health".
func (t *tree) mendOpenedLists() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "parataxis" && n.deprel != "obl" || n.upos != "NOUN" && n.upos != "PROPN" || n.head < 0 || t.hasKid(i, "nsubj", "cop", "case") {
			continue
		}
		p := i // what opens the list
		for p > 0 && t.nodes[p].form != ":" && t.nodes[p].form != "(" && (p == i || t.nodes[p].head == i) {
			p--
		}
		if k := p - 1; k >= 0 && (t.nodes[p].form == ":" || t.nodes[p].form == "(") && t.isPlural(k) &&
			t.nodes[k].mention < 0 && t.nodes[k].upos == "NOUN" && world.DomainNoun.Has(t.nodes[k].lemma) {
			t.hang(i, k, "appos")
		}
	}
}

// mendIncluding makes a preposition of an "including" that the parser took for a verb, and hangs
// what is included on the fields that it is among: "areas of mutual interest, including mining".
func (t *tree) mendIncluding() {
	for i := range t.nodes {
		n := &t.nodes[i]
		o := t.kid(i, "obj")
		if n.form != "including" || n.deprel != "acl" || n.head < 0 || n.head > i || o < i || !t.isNominal(o) ||
			t.hasKid(i, "nsubj", "advmod", "obl", "conj", "cc", "aux") {
			continue
		}
		k := n.head
		if f := t.nodes[k].head; f >= 0 && t.nodes[k].deprel == "nmod" && t.caseOf(k) == "of" && !t.isPlural(k) && t.isPlural(f) &&
			world.DomainNoun.Has(t.nodes[f].lemma) {
			k = f
		}
		t.hang(o, k, "nmod")
		for _, x := range t.kids(i, "punct") {
			t.hang(x, o, "punct")
		}
		t.hang(i, o, "case")
	}
}
