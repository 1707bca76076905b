package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// listed puts people named in apposition in the place of what they are called
// together: "the foreign ministers, Petrov and Li".
func (t *tree) listed(nodes []int) []int {
	var out []int
	for _, k := range nodes {
		var people []int
		if m := t.mentionAt(k); m == nil || m.Kind == entity.Nominal && len(m.Entities) == 0 {
			for _, h := range append([]int{k}, t.kids(k, "nmod")...) { // parsers hang them on "Peru" in "the ministers of Peru" too
				for _, x := range t.kids(h, "appos") {
					for _, p := range t.conjuncts(x) {
						if t.isPerson(p) {
							people = append(people, p)
						}
					}
				}
			}
		}
		if len(people) > 1 {
			out = append(out, people...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

func (t *tree) arg(function string, k int) Arg {
	n := &t.nodes[k]
	a := Arg{Function: function, Mention: n.mention, Tokens: t.extent(k), Head: t.nodes[t.substance(k)].lemma}
	if p := t.namedAt(k); p >= 0 {
		a.Mention = p
	}
	a.Text = t.phraseText(k)
	a.Owners = t.owners(k)
	return a
}

// owners returns the mentions of those to whom a thing belongs or whose act it
// is: possessors, a country before it, the agent after "by", and what follows "of"
// where the noun is people ("envoys of Peru"), a quality or a merit rather than
// something done to it.
func (t *tree) owners(k int) []int {
	if m := t.mentionAt(k); m != nil && (m.Kind != entity.Nominal || m.Type == entity.Person && t.nodes[k].xpos != "NNS") {
		return nil // "the Kenyan leader" is someone, "Kenyan diplomats" are Kenya's
	}
	var out []int
	add := func(nodes []int) {
		for _, x := range nodes {
			if m := t.nodes[x].mention; m >= 0 {
				out = append(out, m)
			}
		}
	}
	add(t.kids(k, "nmod:poss"))
	var before []int
	for _, x := range t.modifiers(k) {
		if m := t.mentionAt(x); m != nil && m.Type == entity.Country {
			before = append(before, t.nodes[x].mention)
		} else if i := t.inside(x); i >= 0 {
			before = append(before, i)
		}
	}
	people := t.nodes[k].xpos == "NNS" && world.ActorNoun.Has(t.nodes[k].lemma)
	if len(before) == 1 || people { // "the Japan-Kenya partnership" is neither's act, "Kenyan and Peruvian officials" are of both
		out = append(out, before...)
	}
	for _, v := range t.kids(k, "acl") { // "the tariffs announced by Peru"
		if t.nodes[v].xpos == "VBN" {
			add(t.agents(v))
		}
	}
	for _, x := range t.kids(k, "nmod") {
		if c := t.caseOf(x); c == "by" || c == "from" && people || c == "of" && len(out) == 0 && (world.MeritNoun.Has(t.nodes[k].lemma) || t.nodes[k].mention >= 0) {
			add(t.conjuncts(x))
		}
	}
	return out
}

// inside returns the country within a larger mention at node k, -1 if none.
func (t *tree) inside(k int) int {
	for _, i := range t.inner {
		if m := &t.doc.Mentions[i]; m.Type == entity.Country && m.Head == t.nodes[k].token {
			return i
		}
	}
	return -1
}

// fillOblique adds the prepositional arguments of a verb, each under its preposition.
func (t *tree) fillOblique(i int, add func(string, ...int)) {
	for _, k := range t.kids(i, "obl", "nmod") {
		if t.nodes[k].deprel == "nmod:poss" || t.nodes[k].deprel == "obl:agent" {
			continue
		}
		t.addCase(k, add)
	}
	for _, k := range t.kids(i, "xcomp", "advcl", "conj") { // "looks forward to welcoming", "described X as Y"
		if c := t.caseOf(k); c != "" && t.isNominal(k) {
			add(c, t.conjuncts(k)...)
		}
	}
}

func (t *tree) addCase(k int, add func(string, ...int)) {
	c := t.caseOf(k)
	if c == "" || t.isTime(k) {
		return
	}
	nodes := t.conjuncts(k)
	if c == "between" && len(nodes) > 2 && t.hasKid(nodes[1], "cc") { // "after talks between A and B, C and D left"
		nodes = nodes[:2]
	}
	for _, x := range nodes {
		if own := t.caseOf(x); own != "" { // "with A and with B", "in A and at B"
			add(own, x)
		} else {
			add(c, x)
		}
	}
	if world.RelationalNoun.Has(t.nodes[k].lemma) {
		for _, o := range t.kids(k, "nmod") {
			if t.caseOf(o) == "of" {
				add(c+" "+t.nodes[k].form+" of", t.conjuncts(o)...)
			}
		}
	}
	if strings.HasSuffix(c, " with") { // "together with" is a "with" too
		add("with", t.conjuncts(k)...)
	}
}
