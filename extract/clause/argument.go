package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// arguments collects those of one predicate, each filler once in a function.
type arguments struct {
	*subjects
	of   int // node of the predicate
	seen map[filler]bool
	list []Arg
}

type filler struct {
	function string
	node     int
}

// add adds the nodes as fillers of a function, each relative pronoun as what it
// stands for.
func (a *arguments) add(function string, nodes ...int) {
	for _, k := range a.listed(nodes) {
		if x := a.antecedent(a.of, k); x >= 0 {
			k = x
		}
		f := filler{function, k}
		if k == a.of || a.seen[f] {
			continue
		}
		a.seen[f] = true
		a.list = append(a.list, a.arg(function, k))
	}
}

// addOblique adds the prepositional arguments of verb i, each under its preposition.
func (a *arguments) addOblique(i int) {
	for _, k := range a.kids(i, "obl", "nmod") {
		if a.nodes[k].deprel == "nmod:poss" || a.nodes[k].deprel == "obl:agent" {
			continue
		}
		a.addCase(k)
	}
	for _, k := range a.kids(i, "xcomp", "advcl", "conj") { // "looks forward to welcoming", "described X as Y"
		if c := a.caseOf(k); c != "" && a.isNominal(k) {
			a.add(c, a.conjuncts(k)...)
		}
	}
}

// addCase adds a nominal and those coordinated with it under their prepositions.
func (a *arguments) addCase(k int) {
	c := a.caseOf(k)
	if c == "" || a.isTime(k) {
		return
	}
	nodes := a.conjuncts(k)
	if c == "between" && len(nodes) > 2 && a.hasKid(nodes[1], "cc") { // "after talks between A and B, C and D left"
		nodes = nodes[:2]
	}
	for _, x := range nodes {
		if own := a.caseOf(x); own != "" { // "with A and with B", "in A and at B"
			a.add(own, x)
		} else {
			a.add(c, x)
		}
	}
	if world.RelationalNoun.Has(a.nodes[k].lemma) {
		for _, o := range a.kids(k, "nmod") {
			if a.caseOf(o) == "of" {
				a.add(c+" "+a.nodes[k].form+" of", a.conjuncts(o)...)
			}
		}
	}
	if strings.HasSuffix(c, " with") { // "together with" is a "with" too
		a.add("with", a.conjuncts(k)...)
	}
}

// arg makes node k the filler of a function.
func (t *tree) arg(function string, k int) Arg {
	n := &t.nodes[k]
	a := Arg{Function: function, Mention: n.mention, Tokens: t.extent(k), Head: t.nodes[t.substance(k)].lemma}
	if p := t.namedAt(k); p >= 0 {
		a.Mention = p
	}
	a.Text = t.completed(k, t.phraseText(k))
	if o := t.kid(k, "obj"); o > k && t.nodes[k].xpos == "VBG" && t.isVerb(k) && !strings.Contains(a.Text, " ") {
		a.Text = t.nodes[k].form + " " + t.phraseText(o) // "opening ports", listed with nouns
	}
	a.Owners = t.owners(k)
	return a
}

// listed puts people named in apposition in the place of what they are called
// together: "the foreign ministers, Petrov and Li".
func (t *tree) listed(nodes []int) []int {
	var out []int
	for _, k := range nodes {
		var people []int
		if m := t.mentionAt(k); m == nil || m.Kind == entity.Nominal && len(m.Entities) == 0 {
			// Parsers hang them on "Peru" in "the ministers of Peru", too.
			for _, h := range append([]int{k}, t.kids(k, "nmod")...) {
				people = append(people, t.peopleBeside(h)...)
			}
			if len(people) == 0 {
				people = t.partiesBeside(k)
			}
		}
		if len(people) > 1 {
			out = append(out, people...)
		} else {
			out = append(out, k)
		}
		out = append(out, t.included(k)...)
	}
	return out
}

// included returns those whom the several at node k are said to include: "leaders, including
// Petrov and Li".
func (t *tree) included(k int) []int {
	var out []int
	if n := &t.nodes[k]; n.xpos == "NNS" && (n.mention < 0 || t.mentionAt(k).Kind == entity.Nominal) {
		for _, x := range t.kids(k, "nmod") {
			for _, c := range t.conjuncts(x) {
				if t.caseOf(x) == "including" && t.isActor(c) && t.isNamed(c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// partiesBeside returns the countries and bodies in apposition to the plural at node k: "its
// hosts, Peru and Chile".
func (t *tree) partiesBeside(k int) []int {
	x := t.kid(k, "appos")
	if x < k || t.nodes[k].xpos != "NNS" {
		return nil
	}
	var out []int
	for _, p := range t.conjuncts(x) {
		if !t.isLand(p) || t.caseOf(p) != "" {
			return nil
		}
		out = append(out, p)
	}
	return out
}

// peopleBeside returns the named people in apposition to node k.
func (t *tree) peopleBeside(k int) []int {
	var people []int
	for _, x := range t.kids(k, "appos") {
		for _, p := range t.conjuncts(x) {
			if t.isPerson(p) {
				people = append(people, p)
			}
		}
	}
	return people
}

// owners returns the mentions of those to whom a thing belongs or whose act it
// is: possessors, a country before it, the agent after "by", and what follows "of"
// where the noun is people ("envoys of Peru"), a quality or a merit rather than
// something done to it.
func (t *tree) owners(k int) []int {
	m := t.mentionAt(k)
	unnamed := m != nil && len(m.Entities) == 0 && t.kidLemma(k, "det", "a") && world.OfficialNoun.Has(t.nodes[k].lemma)
	if m != nil && (m.Kind != entity.Nominal || m.Type == entity.Person && t.nodes[k].xpos != "NNS" && !unnamed) {
		return nil // "the Kenyan leader" is someone, "Kenyan diplomats" and "a Kenyan minister" are Kenya's
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
	before := t.countriesBefore(k)
	if world.AgreementNoun.Has(t.nodes[k].lemma) && t.hasKid(k, "compound") {
		before = nil // "the Iran nuclear deal" is not Iran's
	}
	if world.PrivateNoun.Has(t.nodes[k].lemma) {
		before = nil // "the Peruvian militia" is not Peru's
	}
	people := unnamed || t.nodes[k].xpos == "NNS" && (world.ActorNoun.Has(t.nodes[k].lemma) || m != nil && m.Type == entity.Person)
	// "The Japan-Kenya partnership" is neither's act, "Kenyan and Peruvian
	// officials" are of both.
	if len(before) == 1 || people {
		out = append(out, before...)
	}
	for _, v := range t.kids(k, "acl") {
		switch t.nodes[v].xpos {
		case "VBN", "VBD": // "the tariffs announced by Peru"
			add(t.agents(v))
		}
		if t.nodes[v].deprel == "acl:relcl" { // "the support that Peru gave"
			add(t.givers(v))
		}
	}
	merit := t.nodes[k].mention >= 0 || world.MeritNoun.Has(t.nodes[k].lemma) || world.SupportNoun.Has(t.nodes[k].lemma)
	for _, x := range t.kids(k, "nmod") {
		if c := t.caseOf(x); c == "by" || c == "from" && people || c == "of" && len(out) == 0 && merit {
			add(t.conjuncts(x))
		}
	}
	return out
}

// givers returns those who give or do the thing that the relative clause at node v is
// about: its subject, where that is somebody named and nothing else is given.
func (t *tree) givers(v int) []int {
	n := &t.nodes[v]
	if !world.LightVerb.Has(n.lemma) && !world.VoicingVerb.Has(n.lemma) || t.hasKid(v, "nsubj:pass", "aux:pass") {
		return nil
	}
	for _, o := range t.kids(v, "obj") {
		if t.nodes[o].upos != "PRON" {
			return nil
		}
	}
	var out []int
	for _, s := range t.kids(v, "nsubj") {
		if m := t.mentionAt(s); m != nil && m.Kind == entity.Named {
			out = append(out, t.conjuncts(s)...)
		}
	}
	return out
}

// countriesBefore returns the mentions of the countries that stand before a noun,
// by themselves or in a larger name.
func (t *tree) countriesBefore(k int) []int {
	var out []int
	for _, x := range t.modifiers(k) {
		if m := t.mentionAt(x); m != nil && m.Type == entity.Country {
			out = append(out, t.nodes[x].mention)
		} else if i := t.inside(x); i >= 0 {
			out = append(out, i)
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
