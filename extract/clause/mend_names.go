package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of names beside nouns, and of what people are shown, wished and asked for.

// mendWished makes a name before an adjective and its noun, to which it cannot belong, that
// of whom the verb gives it to: "wished Lucas Ferreira good health".
func (t *tree) mendWished() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "obj" || n.head < 0 || n.upos != "NOUN" {
			continue
		}
		k, a := t.kid(i, "compound", "flat"), t.kid(i, "amod")
		if k > n.head && a > k && a < i && t.isPerson(k) {
			t.hang(k, n.head, "iobj")
		}
	}
}

// mendNameBehind puts the name of a body right behind a noun, which says what the body is, in
// the place of that noun.
func (t *tree) mendNameBehind() {
	for i := 1; i < len(t.nodes); i++ {
		n, noun := &t.nodes[i], &t.nodes[i-1]
		if n.head < 0 || n.deprel != "nsubj" && n.deprel != "nsubj:pass" && n.deprel != "obj" ||
			noun.xpos != "NN" || noun.mention >= 0 || noun.tokens.Last != n.tokens.First {
			continue
		}
		if m := t.mentionAt(i); m == nil || m.Kind != entity.Named || m.Type != entity.Organization {
			continue
		}
		if first := t.kid(n.head, n.deprel); first < i {
			t.hang(i, noun.head, noun.deprel)
			t.modify(i-1, "nmod:desc")
		}
	}
}

// mendShown makes what somebody is shown to do right behind his name a part of it, where the
// subject of the verb cannot do it: "the photographs showed Kimani meeting Delgado".
func (t *tree) mendShown() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.deprel != "advcl" || n.xpos != "VBG" || n.head < 0 || t.hasKid(i, "mark", "nsubj") || !t.isPerson(i-1) {
			continue
		}
		if s := t.kid(n.head, "nsubj"); t.nodes[i-1].head == n.head && t.nodes[i-1].deprel == "obj" && s >= 0 && t.isThing(s) {
			t.hang(i, i-1, "acl")
		}
	}
}

// mendAskedFor gives the verb what somebody is asked for: "appealed to donors for vaccines".
func (t *tree) mendAskedFor() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "nmod" || n.head < 0 || n.head > i || t.caseOf(i) != "for" || !t.isThing(i) ||
			!world.HumanNoun.Has(t.nodes[n.head].lemma) {
			continue
		}
		h := &t.nodes[n.head]
		if v := h.head; v >= 0 && world.RequestVerb.Has(t.nodes[v].lemma) && (h.deprel == "obj" || t.caseOf(n.head) == "to") {
			t.hang(i, v, "obl")
		}
	}
}

// mendNamedBeside hangs who is named behind a comma on the one whom the phrase before calls, not
// on the body within it: "with the head of the chamber of trade, Joseph Kimani".
func (t *tree) mendNamedBeside() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel != "appos" || !t.isPerson(i) || i == 0 {
			continue
		}
		for g := n.head; g >= 0 && g < i && !t.isVerb(g); g = t.nodes[g].head {
			if m := t.mentionAt(g); t.isHuman(g) || m != nil && m.Type == entity.Person && m.Kind != entity.Named {
				if g != n.head {
					t.hang(i, g, "appos")
				}
				break
			}
			if t.isPerson(g) || !slices.Contains([]string{"nmod", "appos", "compound"}, rel(t.nodes[g].deprel)) {
				break
			}
		}
	}
}

// mendHyphenNames makes a name before a hyphen, which is no mark, a part of the word behind it:
// "Chile-backed".
func (t *tree) mendHyphenNames() {
	for i := range t.nodes {
		if n := &t.nodes[i]; n.deprel == "punct" && (n.upos == "PROPN" || n.upos == "ADJ") && n.head > i {
			n.deprel = "compound"
		}
	}
}
