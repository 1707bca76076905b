package clause

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// between adds the sides of an agreement or meeting that the parser hung on what
// it is about.
func (t *tree) between(i, depth int, add func(string, ...int)) {
	for _, k := range t.kids(i, "nmod") {
		if t.caseOf(k) == "between" {
			if depth > 0 && len(t.conjuncts(k)) > 1 && t.nodes[k].mention >= 0 {
				t.addCase(k, add)
			}
		} else if depth < 4 && t.nodes[k].mention < 0 {
			t.between(k, depth+1, add)
		}
	}
}

func (t *tree) fillNoun(i int, add func(string, ...int)) {
	n := &t.nodes[i]
	for _, k := range t.kids(i, "nmod:poss") {
		add("possessor", t.conjuncts(k)...)
	}
	if !t.hasKid(i, "nmod:poss") || t.hasKid(i, "nsubj") || t.oneOf(i) || t.office(i) >= 0 {
		add("subject", t.nounSubjects(i)...)
	}
	for _, k := range t.kids(i, "nmod", "obl") {
		if t.nodes[k].deprel == "nmod:poss" {
			continue
		}
		t.addCase(k, add)
		if t.caseOf(k) == "of" { // "the signing of a treaty by A and B"
			for _, x := range t.kids(k, "nmod") {
				if c := t.caseOf(x); c == "by" || c == "between" {
					t.addCase(x, add)
				}
			}
		}
	}
	if world.ActNoun.Has(n.lemma) || n.lemma == "signing" { // "a treaty on railways between A and B"
		t.between(i, 0, add)
	}
	for _, k := range t.kids(i, "nmod") { // "the support of Kenya for Peru", where the parser hangs Peru on Kenya
		if m := t.mentionAt(k); m == nil || m.Kind != entity.Named || t.nodes[k].deprel == "nmod:poss" {
			continue
		}
		for _, x := range t.kids(k, "nmod") {
			if c := t.caseOf(x); c == "for" || c == "by" || c == "with" || c == "to" || c == "against" {
				t.addCase(x, add)
			}
		}
	}
	add("modifier", t.modifiers(i)...)
	for _, k := range t.kids(i, "appos") {
		add("apposition", t.conjuncts(k)...)
	}
	for _, k := range t.kids(i, "acl", "xcomp", "ccomp", "advcl") {
		if t.nodes[k].deprel != "acl:relcl" {
			add("complement", t.conjuncts(k)...)
		}
	}
	if c := t.container(i); c != i { // "sent a letter of thanks to"
		for _, k := range t.kids(c, "nmod") {
			if k > i && t.nodes[k].deprel != "nmod:poss" {
				t.addCase(k, add)
			}
		}
		i, n = c, &t.nodes[c]
	}
	for _, v := range t.relativeVerbs(i) {
		if world.LightVerb.Has(t.nodes[v].lemma) { // "ties, which were raised to", "the visit that he paid to"
			t.fillOblique(v, add)
		}
	}
	if n.head < 0 {
		return
	}
	// What the carrying verb adds: "held talks on Monday with", "paid a visit to".
	g := n.head
	light := world.LightVerb.Has(t.nodes[g].lemma) && t.isVerb(g)
	if light && (n.deprel == "obj" || n.deprel == "nsubj:pass") || n.deprel == "nsubj" && world.OccurrenceVerb.Has(t.nodes[g].lemma) && t.isVerb(g) || light && rel(n.deprel) == "obl" && (t.caseOf(i) == "in" || t.caseOf(i) == "into") {
		t.fillOblique(g, add)
		if n.deprel == "obj" && t.nodes[g].lemma == "have" {
			return
		}
	} else if n.deprel == "obj" && n.mention < 0 { // what follows the object directly may be its own
		end := t.extent(i).Last
		for _, k := range t.kids(g, "obl") {
			if c := t.caseOf(k); (c == "for" || c == "to" || c == "on" || c == "against" || c == "with") && t.nodes[t.subtree(k, nil)[0]].tokens.First == end && !t.isTime(k) {
				t.addCase(k, add)
			}
		}
	}
	if n.deprel == "conj" && t.isNominal(g) { // "talks and a working lunch with"
		for _, k := range t.kids(g, "nmod") {
			if t.nodes[k].deprel != "nmod:poss" {
				t.addCase(k, add)
			}
		}
	}
	for _, k := range t.kids(i, "conj") { // "a visit and talks with", the last carries the phrase
		if !t.hasKid(i, "nmod") && t.nodes[k].upos == "NOUN" {
			for _, m := range t.kids(k, "nmod") {
				if t.nodes[m].deprel != "nmod:poss" {
					t.addCase(m, add)
				}
			}
		}
	}
}
