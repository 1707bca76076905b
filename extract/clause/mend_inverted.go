package clause

import "github.com/relata-graph/relata/extract/world"

// Mends of sentences that say first what is said of those who stand behind "be".

// mendInverted reads an opening phrase before "be" as what is said of those behind: "among the
// guests were Kimani and Bauer", "high on the agenda was fishing".
func (t *tree) mendInverted() {
	i := t.behindAdverbs(0)
	lead := -1
	if i+1 < len(t.nodes) && t.nodes[i].mention < 0 && !t.isNominal(i) && t.nodes[i].upos != "ADP" && t.nodes[i].upos != "DET" &&
		t.nodes[i].xpos != "VBG" && t.nodes[i].xpos != "VBN" {
		lead = i
		i++
	}
	if i+2 >= len(t.nodes) || t.nodes[i].upos != "ADP" || t.asks {
		return
	}
	phrase, ok := t.itemAt(i + 1)
	p := i + 1
	if ok {
		p = phrase.chunks[0].noun
	} else if rel(t.nodes[p].deprel) == "det" { // unlike "among those attending the opening"
		return
	}
	within := []string{"nmod", "acl", "conj"}
	below := t.subtree(p, func(k int) bool {
		return t.nodes[k].head == p && (!among(within, t.nodes[k].deprel) || t.hasKid(k, "cop"))
	})
	b := max(phrase.end, below[len(below)-1]+1)
	for b < len(t.nodes) && (t.nodes[b].upos == "ADV" || t.nodes[b].lemma == "have") {
		b++
	}
	s := t.subjectBehind(b)
	if s < 0 || t.isTime(p) {
		return
	}
	t.hang(i, p, "case")
	if lead < 0 {
		t.invert(p, b, s)
		return
	}
	t.nodes[lead].upos = "ADJ"
	t.invert(lead, b, s)
	t.hang(p, lead, "obl")
}

// mendInvertedVerbs reads an opening participle before "be" as the verb of those behind: "also
// attending the talks were Kimani and Bauer", "also discussed was fishing".
func (t *tree) mendInvertedVerbs() {
	v := t.behindAdverbs(0)
	if v+2 >= len(t.nodes) || t.asks || t.nodes[v].mention >= 0 {
		return
	}
	active := t.nodes[v].xpos == "VBG"
	if !active && t.nodes[v].xpos != "VBN" && t.nodes[v].xpos != "VBD" {
		return
	}
	b := v + 1
	for b < len(t.nodes) && t.nodes[b].lemma != "be" {
		if n := &t.nodes[b]; n.upos == "PUNCT" || n.upos == "SCONJ" || t.isVerb(b) {
			return
		}
		b++
	}
	s := t.subjectBehind(b)
	if s < 0 || active && (!t.isActor(s) || s+1 < len(t.nodes) && world.PossessiveClitic.Has(t.nodes[s+1].form)) {
		return // "visiting Lima was a dream"
	}
	o := -1
	if c, ok := t.chunkAt(v + 1); ok && active && c.noun < b {
		o = c.noun
	}
	if t.invert(v, b, s); o >= 0 && t.nodes[o].head != v {
		t.hang(o, v, "obj")
	}
	t.nodes[v].upos = "VERB"
	t.nodes[b].deprel = "aux"
	if !active {
		t.nodes[v].xpos, t.nodes[b].deprel, t.nodes[s].deprel = "VBN", "aux:pass", "nsubj:pass"
	}
}

// subjectBehind gives the head of the phrase behind the verb "be" at node b, -1 if there is none or
// b is no such verb.
func (t *tree) subjectBehind(b int) int {
	if b+1 >= len(t.nodes) || t.nodes[b].lemma != "be" {
		return -1
	}
	s := t.behindAdverbs(b + 1)
	if s < len(t.nodes) && t.isNamed(s) {
		return s
	}
	if c, ok := t.chunkAt(s); ok {
		return c.noun
	}
	return -1
}

// invert makes node p what is said, by the copula at node b, of the phrase at node s behind it.
func (t *tree) invert(p, b, s int) {
	top := s
	for h := t.nodes[top].head; h >= 0 && h < s; h = t.nodes[h].head {
		top = h
	}
	if h := t.nodes[top].head; t.nodes[top].deprel == "nsubj" && h >= 0 && t.isNominal(h) {
		return
	}
	t.predicate(p, top)
	switch {
	case top == p:
	case t.nodes[top].upos == "ADV":
		t.hang(top, p, "advmod")
	default:
		t.hang(top, p, "obl")
	}
	t.hang(s, p, "nsubj")
	t.hang(b, p, "cop")
}
