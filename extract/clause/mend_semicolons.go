package clause

// mendSemicolons lists people between semicolons with the first of them, whatever the parser
// makes of the offices behind their names: "Ada Bauer, envoy to Ghana; Li Wen, First Secretary;
// and Joseph Kimani".
func (t *tree) mendSemicolons() {
	for i := 0; i < len(t.nodes); i++ {
		if list := t.partedFrom(i); len(list) > 1 {
			t.listParted(list)
			i = list[len(list)-1]
		}
	}
}

// partedFrom gives the people of a list that begins with node i, each but the last before a
// semicolon and none before a verb; nil if it is no person.
func (t *tree) partedFrom(i int) []int {
	if !t.isPerson(i) {
		return nil
	}
	list := []int{i}
	for k := i + 1; k < len(t.nodes) && !t.isVerb(k); k++ {
		if t.nodes[k].form != ";" {
			continue
		}
		for k++; k < len(t.nodes) && (t.nodes[k].upos == "CCONJ" || t.nodes[k].upos == "DET"); k++ {
		}
		if k == len(t.nodes) || !t.isPerson(k) {
			break
		}
		list = append(list, k)
	}
	return list
}

// listParted hangs people on the first of them, and what stands between two on the one it
// follows.
func (t *tree) listParted(list []int) {
	first, last := list[0], list[len(list)-1]
	within := func(k int) bool { return k >= first && k <= last }
	if within(t.nodes[first].head) { // what the list is to the clause, one of the others has
		for _, p := range list[1:] {
			if h := t.nodes[p].head; !within(h) {
				t.hang(first, h, t.nodes[p].deprel)
				break
			}
		}
	}
	for n, p := range list {
		if n > 0 {
			t.hang(p, first, "conj")
		}
		if p == last {
			break
		}
		for k := p + 1; k < list[n+1]; k++ {
			if h := t.nodes[k].head; h >= 0 && (h < p || h >= list[n+1]) && t.nodes[k].upos != "PUNCT" && t.nodes[k].upos != "CCONJ" {
				t.hang(k, p, "appos")
			}
		}
	}
}

// mendBehindSemicolons gives the verb behind a semicolon who stands between both, whom the parser
// lists with somebody before it: "met Joseph Kimani; Ada Bauer was absent".
func (t *tree) mendBehindSemicolons() {
	for s := range t.nodes {
		if t.nodes[s].form != ";" {
			continue
		}
		for i := s + 1; i < len(t.nodes); i++ {
			n := &t.nodes[i]
			if !t.isNominal(i) || n.head < 0 || n.head >= s || t.hasKid(i, "case", "cc") || t.first(i) != t.nodes[s].token+1 {
				continue
			}
			v := i + 1
			for v < len(t.nodes) && (t.nodes[v].head < 0 || t.nodes[v].head >= s || !t.isVerb(v) && !t.hasKid(v, "cop")) {
				v++
			}
			if v == len(t.nodes) || t.hasKid(v, "nsubj", "nsubj:pass", "csubj", "mark", "cc") {
				break
			}
			deprel := "nsubj"
			if t.passive(v) {
				deprel = "nsubj:pass"
			}
			t.hang(i, v, deprel)
			t.nodes[v].deprel = "parataxis"
			break
		}
	}
}
