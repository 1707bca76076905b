package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// content prepositions lead from a word of talk or work to what it is about.
var content = []string{"on", "about", "regarding", "concerning", "over", "in", "to", "towards", "toward", "for", "of", "into", "with", "at", "against", "around"}

const maxTopics = 24

// topicsOf returns what a predicate is about: the things one would name as the
// subjects of cooperation or talk in "agreed to strengthen cooperation in A, B
// and C", "discussed ways to promote D". Lists are taken apart and filler is
// left out.
func (t *tree) topicsOf(i int) []Arg {
	c := topics{t: t, talk: world.TopicVerb.Has(t.nodes[i].lemma), seen: map[string]bool{}}
	if t.isVerb(i) || t.nodes[i].upos == "ADJ" {
		c.verb(i, 0)
	} else {
		c.noun(i, 0, true)
		if v := t.nodes[i].head; len(c.out) == 0 && t.nodes[i].deprel == "nsubj" && t.isVerb(v) && world.CoverageVerb.Has(t.nodes[v].lemma) && t.hasSides(i) {
			c.verb(v, 1)
		}
	}
	return c.out
}

type topics struct {
	t    *tree
	talk bool // the predicate says what people talk about
	out  []Arg
	seen map[string]bool
}

func (c *topics) add(k int, text string) {
	if n := &c.t.nodes[k]; text == "" || (world.ActorNoun.Has(n.lemma) || world.ActorNoun.Has(n.form)) && n.mention < 0 && n.upos == "NOUN" || len(c.out) >= maxTopics || c.seen[text] || !strings.Contains(text, " ") && c.empty(n) {
		return
	}
	c.put(k, c.t.nodes[k].mention, text)
}

func (c *topics) put(k, mention int, text string) {
	c.seen[text] = true
	c.out = append(c.out, Arg{Function: "topic", Mention: mention, Tokens: c.t.extent(k), Head: c.t.nodes[k].lemma, Text: text})
}

// empty tells whether a bare word says nothing as a topic.
func (c *topics) empty(n *node) bool {
	if n.mention >= 0 && c.t.doc.Mentions[n.mention].Kind == entity.Named {
		return false
	}
	return world.ShellNoun.Has(n.lemma) || world.MannerNoun.Has(n.lemma) || world.ContentNoun.Has(n.lemma) || n.upos != "NOUN" && n.upos != "PROPN"
}

// verb takes the objects of a verb, else its infinitive or participle, else
// what its prepositions lead to.
func (c *topics) verb(i, depth int) {
	if depth > 6 {
		return
	}
	t := c.t
	before := len(c.out)
	if depth > 0 && world.CessationVerb.Has(t.nodes[i].lemma) {
		c.add(i, t.verbText(i)) // "stop building mines" is not about building them
		if len(c.out) > before {
			return
		}
	}
	if c.asked(i, depth) {
		return
	}
	controlled := world.ObjectControlVerb.Has(t.nodes[i].lemma) && t.hasKid(i, "xcomp", "advcl", "ccomp") // "urged Lima to act" is not about Lima
	shell := false                                                                                        // "discussed A and ways to do B", where the parser hangs the infinitive on the verb
	for _, o := range t.kids(i, "obj") {
		if depth == 0 && world.TopicVerb.Has(t.nodes[i].lemma) {
			c.lands(o)
		}
		switch m := t.mentionAt(o); {
		case controlled && m != nil && m.Kind == entity.Named, world.TellingVerb.Has(t.nodes[i].lemma) && t.hasKid(i, "ccomp"):
		case t.points(o):
		case world.FoundingVerb.Has(t.nodes[i].lemma) && c.founded(i, o, depth):
		case c.withNext(i, o, depth):
		case world.IdiomVerb.Value(t.nodes[i].lemma) == t.nodes[o].lemma && !t.hasKid(o, "amod", "nmod", "compound", "conj"):
		case depth > 0 && len(t.conjuncts(o)) == 1 && !world.FurtheringVerb.Has(t.nodes[i].lemma) && !world.ShellNoun.Has(t.nodes[o].lemma) && t.nodes[o].mention < 0:
			if text := t.verbText(i); text != "" {
				c.add(i, text) // "resolve the conflict" says more than "conflict"
			} else {
				c.nominals(o, depth)
			}
		default:
			c.nominals(o, depth)
		}
		for _, x := range t.conjuncts(o) {
			shell = shell || (world.ShellNoun.Has(t.nodes[x].lemma) || t.isSum(x)) && !t.hasKid(x, "acl")
		}
	}
	if t.passive(i) && depth > 0 {
		for _, o := range t.kids(i, "nsubj:pass") {
			c.nominals(o, depth)
		}
	}
	// "agreed that a strong partnership is critical" is about the clause's subject and object alike.
	clauses := []string{"xcomp", "ccomp"}
	if t.nodes[i].upos == "ADJ" { // "it is necessary to reform the banks"
		clauses = append(clauses, "csubj")
	}
	for _, k := range t.kids(i, clauses...) {
		for _, v := range t.conjuncts(k) {
			if t.isVerb(v) {
				before := len(c.out)
				c.verb(v, depth+1)
				for _, s := range t.kids(v, "nsubj") { // "agreed that elections should follow"
					if len(c.out) == before && t.nodes[s].upos == "NOUN" && t.nodes[s].mention < 0 {
						c.nominals(s, depth)
					}
				}
			} else if t.hasKid(v, "nsubj") {
				for _, s := range t.kids(v, "nsubj") {
					c.nominals(s, depth)
				}
			}
		}
	}
	c.examples(i, depth)
	if len(c.out) == before && depth == 0 && !world.ObjectControlVerb.Has(t.nodes[i].lemma) && slices.ContainsFunc(t.kids(i, "obl"), func(k int) bool {
		return world.TopicPreposition.Has(t.caseOf(k)) && !t.isTime(k) && !world.MannerNoun.Has(t.nodes[k].lemma)
	}) {
		c.prepositions(i, depth) // "focused on the campaign to free the city"
	}
	if len(c.out) == before || shell {
		for _, k := range t.kids(i, "advcl") { // "work together to boost", "cooperate to end"
			if t.nodes[k].xpos == "VB" && t.isVerb(k) && k > i && !t.inOrder(k) {
				for _, v := range t.conjuncts(k) {
					c.verb(v, depth+1)
				}
			}
		}
	}
	if len(c.out) == before && !t.hasPronoun(i) { // "explore them at the talks"
		c.prepositions(i, depth)
	}
	if len(c.out) == before && depth > 0 && depth < 3 && !t.hasKid(i, "ccomp") {
		c.add(i, t.verbText(i)) // "asked Lima to extradite the banker"
	}
	if len(c.out) > before || depth != 1 || t.nodes[i].xpos != "VB" || t.slight(i) || !world.WishWord.Has(t.nodes[t.nodes[i].head].lemma) {
		return
	}
	switch own := t.kids(i, "nsubj"); {
	case len(own) > 0 && !t.isActor(own[0]): // "wished that flights would resume"
		c.nominals(own[0], depth)
	case len(own) == 0 && len(t.kids(i, "obj", "obl", "xcomp", "ccomp", "advcl")) == 0:
		c.put(i, -1, t.nodes[i].form) // "offered to mediate"
	}
}

// asked takes what somebody is to do, "urged farmers to plant trees", "called on
// cities to plan ahead", wherever the parser hangs it, and tells whether that
// says all: those who are to do it are no topic.
func (c *topics) asked(i, depth int) bool {
	t := c.t
	if !world.ObjectControlVerb.Has(t.nodes[i].lemma) {
		return false
	}
	var whom, todo []int
	for _, o := range t.kids(i, "obj", "obl") {
		p := t.caseOf(o)
		if rel(t.nodes[o].deprel) == "obj" || world.RequestVerb.Has(t.nodes[i].lemma) && (p == "on" || p == "upon" || p == "for") && o > i {
			whom = append(whom, t.conjuncts(o)...)
		}
	}
	if len(whom) == 0 {
		return false
	}
	kinds := []string{"xcomp", "ccomp"}
	if world.RequestVerb.Has(t.nodes[i].lemma) {
		kinds = append(kinds, "advcl")
		for _, w := range whom {
			todo = append(todo, t.kids(w, "acl")...)
		}
	}
	todo = append(todo, t.kids(i, kinds...)...)
	before := len(c.out)
	for _, k := range todo {
		if t.nodes[k].xpos == "VB" && k > whom[0] && !t.inOrder(k) {
			for _, v := range t.conjuncts(k) {
				c.verb(v, depth+1)
			}
		}
	}
	return len(c.out) > before
}

// founded takes the body that verb i founds, with what it is for, and what it is
// to do.
func (c *topics) founded(i, o, depth int) bool {
	t := c.t
	if !world.JointBodyNoun.Has(t.nodes[o].lemma) || len(t.conjuncts(o)) > 1 {
		return false
	}
	text := t.text(o, func(k int) bool { return t.outside(k) || rel(t.nodes[k].deprel) == "acl" }, nil)
	for _, k := range t.kids(i, "obl") {
		if p := t.caseOf(k); (p == "on" || p == "for" || p == "against") && !t.isTime(k) && t.nodes[t.subtree(k, nil)[0]].tokens.First == t.extent(o).Last {
			text += " " + p + " " + t.text(k, t.outside, nil)
		}
	}
	before := len(c.out)
	if strings.Contains(text, " ") {
		c.add(o, text)
	}
	c.examples(o, depth)
	for _, a := range append(t.kids(o, "acl"), t.kids(i, "advcl")...) {
		if a > o && t.nodes[a].xpos == "VB" {
			c.verb(a, depth+1)
		}
	}
	if len(c.out) == before {
		c.add(o, t.verbText(i))
	}
	return true
}

// withNext takes "strengthen democracy in West Africa" and "boost cooperation in
// trade" where the parser hung the phrase on the verb: in what is agreed or
// discussed it belongs to the noun before it.
func (c *topics) withNext(i, o, depth int) bool {
	t := c.t
	if t.nodes[o].mention >= 0 || len(t.conjuncts(o)) > 1 {
		return false
	}
	end := t.extent(o).Last
	for _, k := range t.kids(i, "obl") {
		p := t.caseOf(k)
		m := t.mentionAt(k)
		land := p == "in" && m != nil && m.Type == entity.Country // a city may be where the talks are
		if p != "in" && p != "on" && p != "against" && p != "of" && p != "for" && !(p == "to" && world.DirectedNoun.Has(t.nodes[o].lemma)) || t.isTime(k) || world.MannerNoun.Has(t.nodes[k].lemma) || depth == 0 && !land && !world.DirectedNoun.Has(t.nodes[o].lemma) {
			continue
		}
		if first := t.subtree(k, nil)[0]; t.nodes[first].tokens.First != end {
			continue
		}
		switch shell := world.ShellNoun.Has(t.nodes[o].lemma); {
		case shell && m != nil && m.Type == entity.Place: // "agreed to hold consultations in Lima"
			continue
		case shell && !land, t.isSum(o):
			c.nominals(k, depth)
		default:
			c.add(o, t.phraseText(o)+" "+p+" "+t.text(k, t.outside, nil))
		}
		return true
	}
	return false
}

// prepositions takes the phrases of the first content preposition that is there.
func (c *topics) prepositions(i, depth int) {
	t := c.t
	for _, want := range content {
		found := false
		for _, o := range t.kids(i, "obl", "nmod", "advcl", "acl", "xcomp") {
			if t.nodes[o].deprel == "nmod:poss" || !c.leadsTo(o, want) || o < i && t.hasKid(i, "obj") {
				continue // "on her visit she outlined steps"
			}
			if c.forTo(o, depth) {
				found = true
				continue
			}
			if t.withPerson(o) {
				continue
			}
			if depth == 0 && world.TopicPreposition.Has(want) && (!t.hasKid(i, "obj") || world.LightVerb.Has(t.nodes[i].lemma)) && !(t.isVerb(i) && world.ObjectControlVerb.Has(t.nodes[i].lemma)) && c.lands(o) {
				found = true
				for _, x := range t.conjuncts(o)[1:] {
					c.noun(x, depth+1, false)
				}
				continue
			}
			if want == "to" && world.RequestVerb.Has(t.nodes[i].lemma) { // "appealed to donors for vaccines"
				continue
			}
			if m := t.mentionAt(o); m != nil && (m.Type == entity.Person || want != "of" && want != "with" && want != "for" && (m.Type == entity.Country || m.Type == entity.Place)) {
				continue
			}
			if m := t.mentionAt(o); m != nil && (want == "with" || want == "in" || want == "to" || want == "at") && m.Type != entity.Agreement && m.Type != entity.Area {
				continue
			}
			if t.isTime(o) || world.MannerNoun.Has(t.nodes[o].lemma) && !(t.nodes[o].lemma == "process" && t.hasKid(o, "compound", "amod")) || want == "of" && world.ActNoun.Has(t.nodes[i].lemma) { // "memorandum of understanding"; "the peace process" is more than "the process"
				continue
			}
			found = true
			c.nominals(o, depth)
		}
		if found {
			return
		}
	}
}

// lands takes the countries, places and organisations that the talk is about:
// "discussed Haiti and trade", "talks on Syria".
func (c *topics) lands(k int) bool {
	found := false
	for _, x := range c.t.conjuncts(k) {
		if m := c.t.mentionAt(x); m != nil && m.Kind == entity.Named && !m.Adjective && (m.Type == entity.Country || m.Type == entity.Organization || m.Type == entity.Place) && !c.seen[m.Name] {
			found = true
			c.put(x, -1, m.Name) // as a topic it is no actor
		}
	}
	return found
}

// forTo takes "for the two countries to expand trade".
func (c *topics) forTo(o, depth int) bool {
	before := len(c.out)
	if c.t.caseOf(o) == "for" {
		for _, a := range c.t.kids(o, "acl") {
			if c.t.nodes[a].xpos == "VB" {
				for _, v := range c.t.conjuncts(a) {
					c.verb(v, depth+1)
				}
			}
		}
	}
	return len(c.out) > before
}

func (c *topics) leadsTo(o int, want string) bool {
	if c.t.caseOf(o) == want {
		return true
	}
	return c.t.isVerb(o) && c.t.kidLemma(o, "mark", want) && (want != "to" || c.t.nodes[o].xpos == "VBG")
}

func (c *topics) nominals(k, depth int) {
	for _, x := range c.t.conjuncts(k) {
		if c.t.isVerb(x) {
			c.verb(x, depth+1)
		} else {
			c.noun(x, depth+1, false)
		}
	}
}

// examples takes "including A, B and C", "such as D", and tells whether they
// stand for the whole; "particularly E" does not.
func (c *topics) examples(i, depth int) bool {
	t := c.t
	found := false
	for _, k := range t.nodes[i].kids {
		n := &t.nodes[k]
		r := rel(n.deprel)
		switch {
		case (r == "nmod" || r == "obl" || r == "appos" || r == "advcl") && t.singlesOut(k):
			found = found || t.lists(k)
			c.nominals(k, depth)
		case (r == "acl" || r == "advcl") && world.ListingParticiple.Has(n.form):
			for _, o := range t.kids(k, "obj", "obl") {
				found = true
				c.nominals(o, depth)
			}
		}
	}
	return found
}

// noun takes a noun apart: a shell gives way to its complement, a name or a
// noun of substance is the topic itself.
func (c *topics) noun(k, depth int, root bool) {
	t := c.t
	n := &t.nodes[k]
	if depth > 6 || t.isTime(k) || t.points(k) {
		return
	}
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named {
		if !root && (m.Type == entity.Agreement || m.Type == entity.Event || m.Type == entity.Place || m.Type == entity.Area) {
			c.add(k, t.phraseText(k))
		}
		return
	} else if m != nil && (m.Kind == entity.Pronoun || m.Type == entity.Person || m.Type == entity.Country || m.Type == "") {
		return
	}
	if n.upos == "PRON" || n.upos == "NUM" {
		return
	}
	if root || world.ShellNoun.Has(n.lemma) || world.ContentNoun.Has(n.lemma) || t.isSum(k) {
		before := len(c.out)
		if c.examples(k, depth) && !world.CooperationNoun.Has(n.lemma) { // "cooperation in trade, including A" is in trade too
			if !root && t.hasKid(k, "compound") { // "security challenges, including piracy"
				c.add(k, t.phraseText(k))
			}
			return
		}
		if c.prepositions(k, depth); len(c.out) > before {
			return
		}
		for _, a := range t.kids(k, "acl", "advcl", "xcomp", "ccomp") {
			if !t.isVerb(a) || t.nodes[a].xpos == "VBN" || t.nodes[a].deprel == "acl:relcl" && !((world.ContentNoun.Has(n.lemma) || n.lemma == "way") && t.hasKid(a, "nsubj")) {
				continue
			}
			for _, v := range t.conjuncts(a) {
				c.verb(v, depth+1)
			}
		}
		if root && len(c.out) == before && n.head >= 0 && rel(n.deprel) == "obj" && world.LightVerb.Has(t.nodes[n.head].lemma) {
			// "conveyed her desire for them to expand", "expressed a wish to work": hung on the verb
			for _, a := range t.kids(n.head, "xcomp", "advcl") {
				if t.nodes[a].xpos == "VB" {
					for _, v := range t.conjuncts(a) {
						c.verb(v, depth+1)
					}
				}
			}
			for _, o := range t.kids(n.head, "obl") {
				c.forTo(o, depth)
			}
			if len(c.out) == before {
				c.prepositions(n.head, depth)
			}
		}
		if len(c.out) == before && root && world.CooperationNoun.Has(n.lemma) && t.told(k) { // "legal cooperation between A and B"
			c.add(k, t.text(k, func(x int) bool { return x > k || t.nodes[x].mention >= 0 || t.outside(x) }, nil))
		}
		if len(c.out) > before || root {
			return
		}
		if places := t.placed(k); places != "" {
			c.add(k, places)
			return
		}
		if t.isSum(k) || n.mention < 0 && !t.told(k) && !(c.talk && (world.MatterNoun.Has(n.lemma) && t.hasKid(k, "nmod", "amod") || t.hasKid(k, "compound"))) {
			return // bare "issues", "other areas" say nothing
		}
	} else {
		c.examples(k, depth)
	}
	for _, text := range t.distributed(k) {
		c.add(k, text)
	}
}

// purposesOf returns what a verb is done for, as topics: "signed a memorandum to
// protect forests", "a deal on fisheries".
func (t *tree) purposesOf(i int) []Arg {
	c := topics{t: t, seen: map[string]bool{}}
	for _, k := range t.kids(i, "advcl", "xcomp") {
		if t.nodes[k].xpos == "VB" && k > i {
			for _, v := range t.conjuncts(k) {
				c.verb(v, 1)
			}
		}
	}
	for _, o := range t.kids(i, "obj", "nsubj:pass") {
		for _, x := range t.conjuncts(o) {
			for _, a := range t.kids(x, "acl") {
				if t.nodes[a].xpos == "VB" {
					c.verb(a, 1)
				}
			}
			for _, k := range t.kids(x, "nmod") {
				if p := t.caseOf(k); (p == "on" || p == "for" || p == "in") && !t.isPlace(k) {
					c.nominals(k, 1)
				}
			}
		}
	}
	for k := range c.out {
		c.out[k].Function = "purpose"
	}
	return c.out
}
