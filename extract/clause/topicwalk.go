package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// verb takes the objects of a verb, else its infinitive or participle, else
// what its prepositions lead to.
func (c *topics) verb(i, depth int) {
	if depth > maxDepth {
		return
	}
	before := len(c.out)
	if depth > 0 && c.negated(i) {
		c.refused(i)
		return
	}
	if depth == 0 && c.nodes[i].deprel == "acl" && c.nodes[i].xpos == "VBN" && !c.hasKid(i, "obj", "xcomp", "ccomp") &&
		governed(c.nodes[i].lemma) == "proposed" {
		return // "changes proposed to the draft" are what is proposed
	}
	if l := c.nodes[i].lemma; depth > 0 && world.SpeechVerb.Has(l) && c.hasKid(i, "ccomp") && governed(l) != "proposed" {
		return // "committed to peace, adding that the bridge was open"
	}
	if depth > 0 && c.isCessation(i) {
		text := c.areaName(i, c.verbText(i)) // "stop building mines" is not about building them
		if text == "" && c.needs {
			text = c.brief(i)
		}
		c.add(i, text)
		if text != "" || c.hasKid(i, "xcomp") {
			return
		}
	}
	if c.takes(c.askedOf(i), depth) {
		return
	}
	if world.RangeVerb.Has(c.nodes[i].lemma) {
		c.takes(c.endsOf(i), depth)
	}
	shells := c.objects(i, depth)
	c.clauses(i, depth)
	c.examples(i, depth)
	c.fields(i, depth)
	if len(c.out) == before && (depth == 0 && c.speaksOf(i) || c.worksIn(i, depth) || c.asksFor(i)) {
		c.prepositions(i, depth) // "focused on the campaign to free the city"
	}
	// what something is done to is what it is about, not what that is for
	if none := len(c.out) == before && !c.hasThing(i); none || len(shells) > 0 {
		for _, k := range c.kids(i, "advcl") { // "work together to boost", "cooperate to end"
			behind := slices.Contains(shells, c.first(k)) // not "the need for computers to fight fraud"
			if c.nodes[k].xpos == "VB" && c.isVerb(k) && k > i && !c.inOrder(k) && !c.setOff(k) && (none || behind) {
				c.verbs(k, depth+1)
			}
		}
	}
	if len(c.out) == before && !c.hasPronoun(i) && !c.refuses(i) { // "explore them at the talks"
		c.prepositions(i, depth)
	}
	if len(c.out) == before && depth > 0 && depth < 3 && !c.hasKid(i, "ccomp") {
		c.add(i, c.verbText(i)) // "asked Lima to extradite the banker"
	}
	if len(c.out) == before && depth > 0 && c.needs {
		c.add(i, c.brief(i))
	}
	if len(c.out) == before && depth == 1 {
		c.wished(i, depth)
	}
}

// fields takes the fields that are told with what is done in them: "expand cooperation
// to new areas, such as A", "work closely in the fields of B and C".
func (c *topics) fields(i, depth int) {
	for _, o := range c.kids(i, "obl") {
		if o > i && world.DomainNoun.Has(c.nodes[o].lemma) && c.nodes[o].mention < 0 && c.caseOf(o) != "" {
			c.shell(o, depth+1, false)
		}
	}
}

// verbs takes a verb and those coordinated with it.
func (c *topics) verbs(i, depth int) {
	for _, v := range c.conjuncts(i) {
		c.verb(v, depth)
	}
}

// objects takes the objects of a verb, and the subject of a passive, and returns behind
// which tokens those of them end that are shells: in "discussed A and ways to do B" the
// parser hangs the infinitive on the verb.
func (c *topics) objects(i, depth int) (shells []int) {
	for _, o := range c.kids(i, "obj") {
		if depth == 0 && world.TopicVerb.Has(c.nodes[i].lemma) {
			c.lands(o)
		}
		before := len(c.out)
		c.object(i, o, depth)
		if c.needs && depth > 0 && len(c.out) > before && c.out[before].Head == c.nodes[o].lemma {
			continue // "expand cooperation in tea to feed the towns" is about tea
		}
		for _, x := range c.conjuncts(o) {
			l := c.nodes[x].lemma
			open := world.ShellNoun.Has(l) && // not "air support to win the war"
				(!c.told(x) || world.InfinitiveNoun.Has(l) || world.CooperationNoun.Has(l))
			if (open || c.isSum(x)) && !c.hasKid(x, "acl") {
				shells = append(shells, c.nodes[x].tokens.Last)
			}
		}
	}
	if c.passive(i) && (depth > 0 || c.airs(i)) {
		for _, o := range c.kids(i, "nsubj:pass") {
			if c.takes(c.stepsOf(i, o), depth) { // "that steps be taken to end the war"
				continue
			}
			if depth > 0 && c.means(i) { // "asked that the ban be lifted"
				for _, x := range c.conjuncts(o) {
					c.with(i, x)
				}
				continue
			}
			c.nominals(o, depth)
		}
	}
	return shells
}

// object takes object o of verb i.
func (c *topics) object(i, o, depth int) {
	v, n := c.nodes[i].lemma, &c.nodes[o]
	switch {
	case c.undergoes(i, o), c.takes(c.suppliedBy(i, o), depth):
	case c.hasKid(i, "xcomp") && n.mention < 0 && n.upos == "NOUN" && c.canAct(o): // "make companies pay fees"
	case c.addressed(i, o), c.points(o), depth == 0 && governed(v) == "proposed" && (c.isLand(o) || c.namesSite(o)), c.thanks(i, o):
	case depth > 0 && c.takes(c.stepsOf(i, o), depth):
	case c.takes(c.basisOf(i, o), depth):
	case world.FoundingVerb.Has(v) && c.founded(i, o, depth):
	case depth > 0 && c.peopled(i, o):
	case c.idiomatic(i, o) && !c.hasKid(o, "amod", "compound", "conj") && c.onlyWith(o):
	case c.bound(i, o, depth):
	case depth > 0 && c.resultOf(i, o) >= 0 && c.takesText(i, c.verbText(i)):
	case depth > 0 && c.kidLemma(i, "compound:prt", "down"): // "bring prices down"
		c.allWith(i, o, depth)
	case depth > 0 && len(c.conjuncts(o)) == 1 && (n.mention < 0 || c.namesSite(o)) &&
		!world.FurtheringVerb.Has(v) && !world.ShellNoun.Has(n.lemma):
		if text := c.verbText(i); text != "" {
			c.add(i, text) // "resolve the conflict" says more than "conflict"
		} else if !c.withTheme(i, o, depth) && !(c.means(i) && c.with(i, o)) {
			c.nominals(o, depth)
		}
	case c.withTheme(i, o, depth):
	case depth > 0 && c.means(i):
		c.allWith(i, o, depth) // "prevent accidents and fires"
	default:
		c.nominals(o, depth)
	}
}

// suppliedBy gives what verb i provides its object o with: "provide nurses with books".
func (t *tree) suppliedBy(i, o int) []int {
	if !world.SupplyingVerb.Has(t.nodes[i].lemma) {
		return nil
	}
	for _, k := range append(t.kids(i, "obl"), t.kids(o, "nmod")...) {
		if k > o && t.caseOf(k) == "with" && !t.canAct(k) {
			return []int{k}
		}
	}
	return nil
}

// founded takes the body that verb i founds, with what it is for, and what it is
// to do.
func (c *topics) founded(i, o, depth int) bool {
	before, m, body := len(c.out), c.mentionAt(o), world.JointBodyNoun.Has(c.nodes[o].lemma)
	named := !body && depth > 0 && m != nil && m.Kind == entity.Named && m.Type == entity.Organization
	if named {
		c.put(o, -1, m.Name) // what is to be founded is no actor yet
	}
	if !named && !body || len(c.conjuncts(o)) > 1 {
		return false
	}
	if text := c.bodyText(i, o); !named && strings.Contains(text, " ") {
		c.add(o, text)
	}
	c.examples(o, depth)
	for _, a := range append(c.kids(o, "acl"), c.kids(i, "advcl")...) {
		if a > o && c.nodes[a].xpos == "VB" {
			c.verb(a, depth+1)
		}
	}
	if len(c.out) == before {
		c.add(o, c.verbText(i))
	}
	if text := c.phraseText(o); len(c.out) == before && strings.Contains(text, " ") {
		c.add(o, text) // too long with the verb
	}
	return true
}

// withTheme takes object o of verb i together with the phrase behind it that
// belongs to it, if there is one.
func (c *topics) withTheme(i, o, depth int) bool {
	k := c.themeOf(i, o, depth)
	if k < 0 {
		return false
	}
	if world.ShellNoun.Has(c.nodes[o].lemma) && !c.inCountry(k) || c.isSum(o) {
		c.nominals(k, depth)
	} else {
		c.add(o, c.phraseText(o)+" "+c.themeText(k))
	}
	return true
}

// clauses takes the complements of a verb or adjective: "agreed that a strong
// partnership is critical" is about the clause's subject and object alike.
func (c *topics) clauses(i, depth int) {
	complements := []string{"xcomp", "ccomp"}
	if c.nodes[i].upos == "ADJ" { // "it is necessary to reform the banks"
		complements = append(complements, "csubj")
	}
	for _, k := range c.kids(i, complements...) {
		for _, v := range c.conjuncts(k) {
			if c.bygone(i, v) {
				continue
			}
			verb, before := c.isVerb(v), len(c.out)
			if verb && c.negated(v) {
				c.refused(v)
				continue
			}
			if c.opined(i, v) {
				c.takes(c.kids(v, "nsubj"), depth)
				continue
			}
			if verb && !c.likened(i, v) {
				c.verb(v, depth+1)
			}
			c.takes(c.calledBy(v), depth)
			if c.likened(i, v) {
				continue
			}
			for _, s := range c.kids(v, "nsubj") { // "agreed that elections should follow"
				dumb := len(c.out) == before && c.nodes[s].upos == "NOUN" && c.nodes[s].mention < 0
				if !verb || dumb && !c.ceases(v, s, "to "+c.nodes[v].lemma) { // "said that the siege must end"
					c.nominals(s, depth)
				}
			}
		}
	}
}

// takes takes some phrases and clauses, and tells whether they say anything.
func (c *topics) takes(nodes []int, depth int) bool {
	before := len(c.out)
	for _, k := range nodes {
		if !c.forTo(k, depth) {
			c.nominals(k, depth)
		}
	}
	return len(c.out) > before
}

// wished takes the infinitive of which somebody wishes that it be done, or its
// subject where it has one.
func (c *topics) wished(i, depth int) {
	h := c.nodes[i].head
	if h < 0 || c.nodes[i].xpos != "VB" || c.slight(i) || governed(c.nodes[h].lemma) != "proposed" {
		return
	}
	switch own := c.kids(i, "nsubj"); {
	case len(own) > 0 && !c.isActor(own[0]): // "wished that flights would resume"
		c.nominals(own[0], depth)
	case len(own) == 0 && !c.hasKid(i, "obj", "obl", "xcomp", "ccomp", "advcl") && c.endsClause(i) &&
		!world.IncompleteNoun.Has(c.nodes[i].lemma):
		c.put(i, -1, c.nodes[i].form) // "offered to mediate"
	}
}

// prepositions takes the phrases of the first content preposition that is there.
func (c *topics) prepositions(i, depth int) {
	phrases := c.kids(i, "obl", "nmod", "advcl", "acl", "xcomp")
	behind := func(o int) bool {
		return o > i && (world.ContentPreposition.Has(c.caseOf(o)) || c.nodes[o].xpos == "VBG") && !c.isTime(o)
	}
	before := !c.hasKid(i, "obj") && !slices.ContainsFunc(phrases, behind)
	for _, want := range contentPrepositions {
		found := false
		for _, o := range phrases {
			if c.nodes[o].deprel == "nmod:poss" || c.inOrder(o) || !c.leadsTo(o, want) || o < i && !before {
				continue // "on her visit she outlined steps", "in a new move she called for a truce"
			}
			found = c.content(i, o, want, depth) || found
		}
		if found {
			return
		}
	}
}

// content takes phrase o of node i with a content preposition, and tells whether it
// is one that says what node i is about.
func (c *topics) content(i, o int, want string, depth int) bool {
	switch {
	case c.forTo(o, depth):
	case want == "with" && c.isVerb(o) && c.hasKid(o, "nsubj"): // "held talks, with each making an offer"
		return false
	case c.withPerson(o), want == "with" && world.CompanionVerb.Has(c.nodes[i].lemma): // "work with farmers on seeds"
		return false
	case depth == 0 && c.leadsToLands(i, want) && c.lands(o):
		for _, x := range c.conjuncts(o) {
			c.noun(x, depth+1, false)
		}
	case c.asksAmid(i, o, want): // "called in a speech for boats"
		return c.takes(slices.DeleteFunc(c.kids(o, "nmod"), func(k int) bool { return k < o || c.caseOf(k) != "for" || c.canAct(k) }), depth)
	case c.beside(i, o, want):
		return false
	case c.isVerb(i) && c.bound(i, o, depth):
	case depth > 0 && c.isVerb(i) && world.VerbPreposition.Has(want) && c.means(i) && !world.CompanionVerb.Has(c.nodes[i].lemma):
		c.allWith(i, o, depth, want) // "respond to floods"
	default:
		c.nominals(o, depth)
	}
	return true
}

// forTo takes "for the two countries to expand trade".
func (c *topics) forTo(o, depth int) bool {
	before := len(c.out)
	if c.caseOf(o) == "for" {
		if c.servesFor(o) {
			return false
		}
		for _, a := range c.kids(o, "acl") {
			if c.nodes[a].xpos == "VB" {
				c.verbs(a, depth+1)
			}
		}
		c.undergoes(c.nodes[o].head, o) // "for the ban to be lifted"
	}
	return len(c.out) > before
}

// servesFor tells whether the infinitive behind phrase o says what a thing is for rather
// than what is to come of it: "the need for computers to fight fraud", but not "for
// tariffs to fall", "for Peru to open its ports".
func (t *tree) servesFor(o int) bool {
	return slices.ContainsFunc(t.kids(o, "acl"), func(a int) bool { return t.isUsed(o, a) })
}

// isUsed tells whether infinitive a says what thing o is for.
func (t *tree) isUsed(o, a int) bool {
	if l := t.nodes[o].lemma; t.canAct(o) || world.ShellNoun.Has(l) || world.StepNoun.Has(l) { // "for action to cut costs"
		return false
	}
	return t.nodes[a].xpos == "VB" && !t.passive(a) && t.hasKid(a, "obj")
}

// nominals takes a nominal, or a gerund, and those coordinated with it.
func (c *topics) nominals(k, depth int) {
	for _, x := range c.conjuncts(k) {
		if c.otherStand(k, x) {
			break
		}
		c.nominal(x, depth)
	}
}

// otherStand tells whether x, listed behind k, is another stand of who takes the one asked about:
// "their commitment to peace and concern about the coup".
func (c *topics) otherStand(k, x int) bool {
	return c.stand && x != k && world.AttitudeNoun.Has(c.nodes[x].lemma)
}

// allWith takes object o and those coordinated with it, each together with verb i and the words
// between, by itself where that names nothing.
func (c *topics) allWith(i, o, depth int, between ...string) {
	for _, x := range c.conjuncts(o) {
		if c.otherStand(o, x) {
			break
		}
		if !c.with(i, x, between...) {
			c.nominal(x, depth)
		}
	}
}

// nominal takes a nominal, or a gerund, without those coordinated with it.
func (c *topics) nominal(k, depth int) {
	switch {
	case c.isActivity(k):
		c.put(k, -1, c.nodes[k].form)
	case c.isVerb(k):
		c.verb(k, depth+1)
	default:
		c.noun(k, depth+1, false)
	}
}

// examples takes "including A, B and C", "such as D", and tells whether they
// stand for the whole; "particularly E" does not.
func (c *topics) examples(i, depth int) bool {
	found := c.takes(c.spanned(i), depth)
	for _, k := range c.nodes[i].kids {
		n := &c.nodes[k]
		switch r := rel(n.deprel); {
		case c.isPlace(k) && c.kidLemma(k, "case", "in", "at"): // "ports, particularly in Lima"
		case (r == "nmod" || r == "obl" || r == "appos" || r == "advcl") && c.singlesOut(k):
			found = found || c.lists(k)
			c.listed = append(c.listed, k)
			if c.talk && world.IssueNoun.Has(c.nodes[i].lemma) { // "regional issues, including Haiti"
				found = c.lands(k) || found
			}
			c.nominals(k, depth)
			for _, a := range c.kids(k, "appos") { // "including A, B and C", where the parser takes B for another name of A
				if c.hasKid(a, "conj") && c.nodes[a].mention < 0 && c.followsComma(a) {
					c.nominals(a, depth)
				}
			}
		case (r == "acl" || r == "advcl") && (world.ListingParticiple.Has(n.form) || c.tellsItems(i, k)):
			for _, o := range c.kids(k, "obj", "obl") {
				found = true
				c.nominals(o, depth)
			}
		}
	}
	return found
}

// spanned gives between which things the issues or fields of noun i lie: "issues from climate change
// to trade".
func (t *tree) spanned(i int) []int {
	if l := t.nodes[i].lemma; !world.IssueNoun.Has(l) && !world.DomainNoun.Has(l) || !t.isPlural(i) {
		return nil
	}
	var from, to []int
	for _, k := range t.kids(i, "nmod") {
		switch p := t.caseOf(k); {
		case k < i || t.nodes[k].mention >= 0:
		case p == "from":
			from = append(from, k)
		case p == "to" && len(from) == 1:
			to = append(to, k)
		}
	}
	if len(to) != 1 {
		return nil
	}
	return append(from, to...)
}

// tellsItems tells whether relative clause a says which several things shell noun i means: "sectors
// which include trade and health".
func (c *topics) tellsItems(i, a int) bool {
	l := c.nodes[i].lemma
	return c.nodes[a].deprel == "acl:relcl" && world.ListingVerb.Has(c.nodes[a].lemma) && c.relativeSubject(a) && c.isPlural(i) &&
		(world.DomainNoun.Has(l) || world.ShellNoun.Has(l))
}

// noun takes a noun apart: a shell gives way to its complement, a name or a
// noun of substance is the topic itself. root tells that it is the predicate.
func (c *topics) noun(k, depth int, root bool) {
	n := &c.nodes[k]
	if depth > maxDepth || c.isTime(k) || c.points(k) {
		return
	}
	switch m := c.mentionAt(k); {
	case world.ContentQuestion.Has(n.form), c.asksHow(k): // "how to boost trade"
		for _, a := range c.kids(k, "acl", "advcl") {
			c.verbs(a, depth+1)
		}
		return
	case m != nil && m.Kind == entity.Named:
		switch m.Type {
		case entity.Agreement, entity.Event, entity.Place, entity.Area:
			if !root {
				c.add(k, c.phraseText(k))
			}
		}
		return
	case m != nil && (m.Kind == entity.Pronoun || m.Type == entity.Person || m.Type == entity.Country || m.Type == ""),
		n.upos == "PRON", n.upos == "NUM":
		return
	case root || world.ShellNoun.Has(n.lemma) || c.isAimOf(k) || world.ContentNoun.Has(n.lemma) || c.isSum(k) ||
		c.bindsIn(k):
		if c.shell(k, depth, root) {
			return
		}
	default:
		c.examples(k, depth)
		for _, o := range c.kids(k, "nmod") { // "investment in several sectors, including tea and coffee"
			if world.DomainNoun.Has(c.nodes[o].lemma) && !c.hasKid(o, "compound") {
				c.examples(o, depth)
			}
		}
	}
	before := len(c.out)
	for _, text := range c.distributed(k) {
		c.add(k, text)
	}
	for _, a := range c.kids(k, "acl") {
		if len(c.out) == before && c.needs && world.PurposeParticiple.Has(c.nodes[a].form) { // "a framework aimed at freeing trade"
			c.verbs(a, depth+1)
		}
	}
}

// shell takes what a noun that says little by itself leads to, and tells whether
// that, or nothing, is all: bare "issues", "other areas" say nothing.
func (c *topics) shell(k, depth int, root bool) bool {
	n := &c.nodes[k]
	before := len(c.out)
	cooperation := world.CooperationNoun.Has(n.lemma)
	stands := c.examples(k, depth) && !cooperation // "cooperation in trade, including A" is in trade too
	if !root && (len(c.out) > before && c.isSpecific(k) || stands && c.hasKid(k, "compound")) {
		c.add(k, c.phraseText(k)) // "security challenges, including piracy", "trade ties, particularly in tea"
	}
	if stands {
		c.prepositions(k, depth) // "steps in the operation, including A"
		return true
	}
	if !root && (c.isAgainst(k) || c.isForPeople(k) || c.plannedFor(k) || c.grounded(k)) { // "action against gangs" is not about gangs
		c.add(k, c.phraseText(k))
		return true
	}
	c.relating(k, depth)
	if text := c.standing(k); text != "" && c.social && !root {
		c.put(k, -1, text)
		return true
	}
	if !c.isWill(k) {
		c.prepositions(k, depth)
	}
	if len(c.out) > before {
		return true
	}
	for _, a := range c.kids(k, "acl", "advcl", "xcomp", "ccomp") {
		if c.contentClause(k, a) || root && c.nodes[a].deprel == "acl" && world.PurposeParticiple.Has(c.nodes[a].form) {
			c.verbs(a, depth+1)
		}
	}
	if root && len(c.out) == before {
		c.carrier(k, depth)
	}
	if len(c.out) == before && root && cooperation && c.told(k) { // "legal cooperation between A and B"
		c.add(k, c.text(k, func(x int) bool { return x > k || c.nodes[x].mention >= 0 || c.outside(x) }, nil))
	}
	if len(c.out) > before || root {
		return true
	}
	if whose := c.borne(k); whose != "" && c.talk && !c.isSpecific(k) {
		c.add(k, whose)
		return true
	}
	if places := c.placed(k); places != "" {
		c.add(k, places)
		return true
	}
	matter := c.social && c.matter(k) != "" || c.talk && (world.MatterNoun.Has(n.lemma) && c.hasKid(k, "nmod", "amod") || c.hasKid(k, "compound"))
	return c.isSum(k) || n.mention < 0 && !c.told(k) && !matter
}

// isWill tells whether a noun says of whom it is that is to do what an infinitive says: "the
// readiness of the party to talk".
func (t *tree) isWill(k int) bool {
	return takesInfinitive(t.nodes[k].lemma) && slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		return o > k && t.caseOf(o) == "of"
	}) && slices.ContainsFunc(t.kids(k, "acl"), func(a int) bool { return t.nodes[a].xpos == "VB" && t.kidLemma(a, "mark", "to") })
}

// relating takes what the participle behind a noun relates it to: "matters relating to
// trade", "progress made in trade".
func (c *topics) relating(k, depth int) {
	for _, a := range c.kids(k, "acl", "amod") {
		if a < k || !world.RelatingWord.Has(c.nodes[a].lemma) && !world.RelatingWord.Has(c.nodes[a].form) {
			continue
		}
		for _, o := range c.kids(a, "obl", "obj") {
			if c.caseOf(o) == "by" || c.isTime(o) || world.VagueNoun.Has(c.nodes[o].lemma) && len(c.conjuncts(o)) == 1 {
				continue // "steps taken by Peru in the face of floods"
			}
			c.nominals(o, depth)
		}
	}
}

// carrier takes what the parser hung on the light verb above noun k: "conveyed her
// desire for them to expand", "expressed a wish to work".
func (c *topics) carrier(k, depth int) {
	v, deprel := c.nodes[k].head, rel(c.nodes[k].deprel)
	if v >= 0 && deprel == "nmod" && c.caseOf(k) == "of" { // "will have an exchange of views on"
		v, deprel = c.nodes[v].head, rel(c.nodes[v].deprel)
	}
	if v < 0 || deprel != "obj" || !world.LightVerb.Has(c.nodes[v].lemma) {
		return
	}
	before := len(c.out)
	for _, a := range c.kids(v, "xcomp", "advcl") {
		if c.nodes[a].xpos == "VB" {
			c.verbs(a, depth+1)
		}
	}
	for _, o := range c.kids(v, "obl") {
		c.forTo(o, depth)
	}
	if len(c.out) == before {
		c.prepositions(v, depth)
	}
}
