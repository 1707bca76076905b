package clause

import "github.com/relata-graph/relata/extract/world"

// Mends of phrases that say how much of something there is.

// mendSums makes "in aid" a part of the sum before it, and the sum a part of what is worth it:
// "millions of dollars worth of tea".
func (t *tree) mendSums() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.form == "worth" && n.deprel == "obj" && n.head >= 0 && t.hasKid(i, "nmod") {
			for _, o := range t.kids(n.head, "obj") {
				if o < i && t.extent(o).Last == n.tokens.First {
					t.hang(o, i, "nummod")
				}
			}
		}
		if n.deprel != "obl" || n.head < 0 || n.mention >= 0 || n.upos != "NOUN" ||
			t.caseOf(i) != "in" || t.isTime(i) || t.hasKid(i, "det", "nmod:poss") {
			continue
		}
		for _, o := range t.kids(n.head, "obj") {
			if o < i && t.counted(o) && t.extent(o).Last == t.nodes[t.subtree(i, nil)[0]].tokens.First {
				t.hang(i, o, "nmod")
			}
		}
	}
}

// mendRecipients hangs those to whom something goes on what goes to them rather
// than on how much it is.
func (t *tree) mendRecipients() {
	for i := range t.nodes {
		if !t.isActor(i) || t.nodes[i].head < 0 || !world.RecipientPreposition.Has(t.caseOf(i)) {
			continue
		}
		up := t.nodes[i].head
		for hops := 0; hops < 4 && t.measures(up); hops++ {
			up = t.nodes[up].head
		}
		if up >= 0 && up != t.nodes[i].head && up < i {
			t.hang(i, up, "nmod")
		}
	}
}

// counted tells whether a number stands with a noun, or it is a currency.
func (t *tree) counted(i int) bool {
	return t.hasKid(i, "nummod") || t.kidOf(i, "compound", world.LargeNumber)
}

// measures tells whether a word says how much of what it hangs on there is: a
// number of things after "of", a sum after "worth".
func (t *tree) measures(i int) bool {
	n := &t.nodes[i]
	if n.head < 0 || n.mention >= 0 || n.head >= i {
		return false
	}
	if n.form == "worth" {
		return true
	}
	switch rel(n.deprel) {
	case "nmod":
		switch t.caseOf(i) {
		case "of":
			return t.counted(i) || t.counted(n.head) || world.QuantityNoun.Has(t.nodes[n.head].lemma)
		case "worth":
			return t.counted(i)
		}
		return t.counted(i) && t.kidLemma(n.head, "nmod", "worth")
	case "obj", "obl", "appos", "dep":
		return t.nodes[n.head].form == "worth"
	}
	return false
}
