package clause

import "slices"

// Mends of lists that a mark or "including" introduces.

// mendIntroduced hangs what stands behind a colon or opens brackets on the noun right before,
// which it tells more of: "in these areas: ports and roads", "several sectors (ports, roads)".
func (t *tree) mendIntroduced() {
	for i := 2; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.deprel == "appos" || !t.isNominal(i) || t.isActor(i) || n.head < 0 || n.head >= i || t.hasKid(i, "case", "nsubj", "cop") {
			continue
		}
		k := i - 1
		for k > 0 && n.head != k && t.nodes[k].head == i && t.nodes[k].upos != "PUNCT" { // "cattle health"
			k--
		}
		if f := t.nodes[k].form; f != ":" && f != "(" {
			continue
		}
		h := k - 1
		plural := h > 0 && t.isPlural(h) && t.nodes[h].mention < 0
		if plural && slices.Contains([]string{"parataxis", "obl", "obj", "dep", "list", "nmod"}, n.deprel) {
			t.hang(i, h, "appos")
		}
	}
}

// mendIncluding makes a preposition of "including" that the parser took for a verb: "areas of
// interest, including mining".
func (t *tree) mendIncluding() {
	for i := range t.nodes {
		n := &t.nodes[i]
		o := t.kid(i, "obj")
		if n.form != "including" || n.deprel != "acl" && n.deprel != "advcl" || o < i || t.hasKid(i, "nsubj", "aux", "mark") {
			continue
		}
		h := n.head
		if g := t.nodes[h].head; n.deprel == "acl" && g >= 0 && t.nodes[h].deprel == "nmod" && !t.isPlural(h) && t.isPlural(g) {
			h = g // examples are of several
		}
		t.hang(o, h, "nmod")
		for _, k := range t.kids(i) {
			if k != o {
				t.hang(k, o, t.nodes[k].deprel)
			}
		}
		t.hang(i, o, "case")
		n.upos = "ADP"
	}
}
