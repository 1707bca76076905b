package clause

import "github.com/relata-graph/relata/extract/world"

// mendAmounts makes the code of a currency and its number, and a percentage, a part of the thing
// behind them, which is of this worth: "a USD 20 million loan", "50% tariffs".
func (t *tree) mendAmounts() {
	for i := range t.nodes {
		n := &t.nodes[i]
		percent := n.form == "%" && t.hasKid(i, "nummod")
		if n.head < 0 || !percent && (!world.CurrencySign.Has(n.form) || n.upos != "NOUN" && n.upos != "PROPN") {
			continue
		}
		k := i + 1
		for k < len(t.nodes) && t.nodes[k].upos == "NUM" {
			k++
		}
		first := k
		for k+1 < len(t.nodes) && t.nodes[k].deprel == "compound" && t.nodes[k].head == k+1 {
			k++
		}
		if first == i+1 && !percent || k >= len(t.nodes) || t.nodes[k].upos != "NOUN" || t.nodes[k].mention >= 0 || t.isTime(k) || t.hasKid(k, "case") {
			continue
		}
		if h := t.nodes[k].head; h != i && (h != n.head || rel(t.nodes[k].deprel) != "obl" && t.nodes[k].deprel != n.deprel) {
			continue
		}
		t.hang(k, n.head, n.deprel)
		for _, c := range t.kids(i, "det", "case", "nmod:poss", "amod", "cc", "punct") {
			if c < i {
				t.hang(c, k, t.nodes[c].deprel)
			}
		}
		t.hang(i, k, "compound")
		for c := i + 1; c < first; c++ {
			if t.nodes[c].head < i || t.nodes[c].head >= first {
				t.hang(c, i, "nummod")
			}
		}
		for _, c := range t.kids(i) {
			if c > k {
				t.hang(c, k, t.nodes[c].deprel)
			}
		}
	}
}
