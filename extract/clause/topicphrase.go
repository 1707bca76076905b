package clause

import (
	"cmp"
	"maps"
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// contentPrepositions lead from a word of talk or work to what it is about, those
// that do so most surely first.
var contentPrepositions = ranked(world.ContentPreposition)

func ranked(class world.Class) []string {
	rank := maps.Collect(class.All())
	return slices.SortedFunc(maps.Keys(rank), func(a, b string) int {
		return cmp.Compare(class.Number(a), class.Number(b))
	})
}

// leadsToLands tells whether node i is about the countries that a preposition leads
// to.
func (t *tree) leadsToLands(i int, preposition string) bool {
	l := t.nodes[i].lemma
	return world.TopicPreposition.Has(preposition) && (!t.hasKid(i, "obj") || world.LightVerb.Has(l)) &&
		!(t.isVerb(i) && world.ObjectControlVerb.Has(l))
}

// speaksOf tells whether a verb has a phrase that says what it speaks of.
func (t *tree) speaksOf(i int) bool {
	return !world.ObjectControlVerb.Has(t.nodes[i].lemma) && slices.ContainsFunc(t.kids(i, "obl"), func(k int) bool {
		return world.TopicPreposition.Has(t.caseOf(k)) && !t.isTime(k) && (!world.MannerNoun.Has(t.nodes[k].lemma) || t.leadsOn(k))
	})
}

// worksIn tells whether a phrase behind verb i says in which work it is done, what is told
// behind that is what for: "cooperated in fighting fires to save lives".
func (t *tree) worksIn(i, depth int) bool {
	return world.CompanionVerb.Has(t.nodes[i].lemma) && !t.hasKid(i, "obj") && slices.ContainsFunc(t.kids(i, "obl"), func(k int) bool {
		l := t.nodes[k].lemma
		p := t.caseOf(k)
		return k > i && (p == "in" || p == "on" && depth == 0) && t.nodes[k].mention < 0 && !t.isTime(k) &&
			!world.MannerNoun.Has(l) && !world.BondNoun.Has(l) && !world.CooperationNoun.Has(l)
	})
}

// beside tells whether phrase o of node i says by whom, where, when or how, or what
// node i is made of, rather than what it is about.
func (t *tree) beside(i, o int, preposition string) bool {
	l := t.nodes[o].lemma
	if t.isAttempt(o) {
		return true
	}
	wished := t.kidLemma(o, "det", "a", "an") && t.hasKid(o, "amod") // "a commitment to a free Pacific"
	if m := t.mentionAt(o); m != nil && !(wished && m.Type == entity.Place) {
		switch {
		case m.Type == entity.Person,
			!world.CountryTopicPreposition.Has(preposition) && (m.Type == entity.Country || m.Type == entity.Place),
			world.CompanyPreposition.Has(preposition) && m.Type != entity.Agreement && m.Type != entity.Area:
			return true
		}
	}
	switch {
	case preposition == "to" && world.RequestVerb.Has(t.nodes[i].lemma): // "appealed to donors for vaccines"
		return true
	case preposition == "with" && world.BondNoun.Has(t.nodes[i].lemma):
		return true
	case t.isStanding(o):
		return true
	case preposition == "at" && (t.isGathering(o) && t.hasKid(o, "det") || // "issues raised at the summit"
		t.isVerb(i) && world.LightVerb.Has(t.nodes[i].lemma)): // "held talks at their office"
		return true
	case preposition == "with" && (world.AudienceNoun.Has(l) || world.ActorNoun.Has(l) || t.isHuman(o)): // "with other member states"
		return true
	case world.CompanyPreposition.Has(preposition) && world.OccasionNoun.Has(t.nodes[i].lemma) &&
		!t.isVerb(i) && !world.ShellNoun.Has(l): // "talks with creditors", "talks at the forum"
		return true
	case preposition == "of" && world.ActNoun.Has(t.nodes[i].lemma): // "memorandum of understanding"
		return true
	case l == "process" && t.hasKid(o, "compound", "amod"): // "the peace process" is more than "the process"
		return t.isTime(o)
	}
	if preposition == "of" && t.hasKid(o, "compound") { // "the possibility of a ferry line"
		return t.isTime(o)
	}
	return t.isTime(o) || world.MannerNoun.Has(l) && !t.leadsOn(o)
}

// leadsOn tells whether it is said what a noun leads to: "ways to end the war", "the
// importance of ending the war".
func (t *tree) leadsOn(k int) bool {
	if world.MannerNoun.Has(t.nodes[k].lemma) && t.kidLemma(k, "det", "the") && t.hasImport(k) {
		return true
	}
	return world.InfinitiveNoun.Has(t.nodes[k].lemma) && slices.ContainsFunc(t.kids(k, "acl"), func(a int) bool {
		return t.nodes[a].xpos == "VB"
	})
}

// hasImport tells whether noun k says of what it is that something weighs: "the importance of
// trade", "the significance of clearing mines".
func (t *tree) hasImport(k int) bool {
	return (t.nodes[k].lemma == "importance" || t.nodes[k].lemma == "significance") &&
		slices.ContainsFunc(t.kids(k, "nmod", "acl"), func(o int) bool { return o > k && t.leadsTo(o, "of") })
}

// airs tells whether verb i says in the passive that something is spoken of: "trade was
// highlighted", "matters of trade were taken up".
func (t *tree) airs(i int) bool {
	l := t.nodes[i].lemma
	if world.TopicVerb.Has(l) || world.AiringVerb.Has(l) {
		return true
	}
	return i+1 < len(t.nodes) && world.AiringVerb.Has(l+" "+t.nodes[i+1].form)
}

// addressed tells whether object o of verb i is who is told or urged, not what
// about: "urged Lima to act", "told reporters that".
func (t *tree) addressed(i, o int) bool {
	if world.TellingVerb.Has(t.nodes[i].lemma) && t.hasKid(i, "ccomp") {
		return true
	}
	m := t.mentionAt(o)
	whom := m != nil && m.Kind == entity.Named || governed(t.nodes[i].lemma) == "proposed" && t.canAct(o)
	return whom && world.ObjectControlVerb.Has(t.nodes[i].lemma) && (t.hasKid(i, "xcomp", "advcl", "ccomp") ||
		slices.ContainsFunc(t.kids(o, "acl"), func(a int) bool { return t.nodes[a].xpos == "VB" }))
}

// thanks tells whether verb i conveys thanks or the like by its object o, which are about
// what was done already.
func (t *tree) thanks(i, o int) bool {
	return world.VoicingVerb.Has(t.nodes[i].lemma) && world.PraiseNoun.Has(t.nodes[o].lemma)
}

// namesSite tells whether node k names a place.
func (t *tree) namesSite(k int) bool {
	m := t.mentionAt(k)
	return m != nil && m.Kind == entity.Named && m.Type == entity.Place
}

// canAct tells whether node k is somebody who can be asked to do something: a name, people
// or a body of people.
func (t *tree) canAct(k int) bool {
	n := &t.nodes[k]
	return n.mention >= 0 || n.upos != "NOUN" || t.isHuman(k) || world.AudienceNoun.Has(n.lemma) ||
		world.NameHead.Value(n.lemma) == string(entity.Organization) ||
		world.ActorNoun.Has(n.lemma) || world.ActorNoun.Has(n.form) || world.GroupNoun.Has(n.form)
}

// addressees returns those who are to do what verb i asks for, none if it asks for
// nothing, or for a thing: "called for a programme to move the country forward".
func (t *tree) addressees(i int) []int {
	l := t.nodes[i].lemma
	if !world.ObjectControlVerb.Has(l) {
		return nil
	}
	var whom []int
	for _, o := range t.kids(i, "obj", "obl") {
		p := t.caseOf(o)
		switch {
		case p == "for" && !t.canAct(o):
		case rel(t.nodes[o].deprel) == "obj", world.RequestVerb.Has(l) && world.AddresseePreposition.Has(p) && o > i:
			whom = append(whom, t.conjuncts(o)...)
		}
	}
	return whom
}

// asksFor tells whether verb i asks for a thing: "called for a fund to build bridges".
func (t *tree) asksFor(i int) bool {
	return world.RequestVerb.Has(t.nodes[i].lemma) && slices.ContainsFunc(t.kids(i, "obl"), func(o int) bool {
		return o > i && t.caseOf(o) == "for" && !t.canAct(o)
	})
}

// requests returns the clauses that may say what verb i asks of its addressees,
// wherever the parser hangs them.
func (t *tree) requests(i int, whom []int) []int {
	if !world.RequestVerb.Has(t.nodes[i].lemma) {
		todo := t.kids(i, "xcomp", "ccomp")
		if governed(t.nodes[i].lemma) == "proposed" && slices.ContainsFunc(whom, t.canAct) {
			todo = append(todo, t.kids(i, "advcl")...) // "encouraged growers to plant trees"
		}
		return todo
	}
	var todo []int
	for _, w := range whom {
		todo = append(todo, t.kids(w, "acl")...)
	}
	return append(todo, t.kids(i, "xcomp", "ccomp", "advcl")...)
}

// bodyText writes the body o that verb i founds with what it is for, wherever the
// parser hangs that.
func (t *tree) bodyText(i, o int) string {
	text := t.text(o, func(k int) bool { return t.outside(k) || rel(t.nodes[k].deprel) == "acl" }, nil)
	for _, k := range t.kids(i, "obl") {
		p := t.caseOf(k)
		if world.BodyPreposition.Has(p) && !t.isTime(k) && t.first(k) == t.extent(o).Last {
			text += " " + p + " " + t.text(k, t.outside, nil)
		}
	}
	return text
}

// themeOf returns the phrase that the parser hung on verb i and that in what is
// agreed or discussed belongs to its object o, right behind which it stands:
// "strengthen democracy in West Africa", "boost cooperation in trade"; -1 if there
// is none.
func (t *tree) themeOf(i, o, depth int) int {
	if t.nodes[o].mention >= 0 || len(t.conjuncts(o)) > 1 {
		return -1
	}
	end := t.extent(o).Last
	directed := world.DirectedNoun.Has(t.nodes[o].lemma)
	for _, k := range t.kids(i, "obl") {
		p := t.caseOf(k)
		m := t.mentionAt(k)
		town := m != nil && m.Type == entity.Place
		switch {
		case !world.ThemePreposition.Has(p) && !(p == "to" && directed) &&
			!(p == "with" && depth > 0 && m != nil && world.ReciprocalNoun.Has(t.nodes[o].lemma) && !world.FillerNoun.Has(t.nodes[o].lemma)):
		case t.isTime(k), world.MannerNoun.Has(t.nodes[k].lemma), t.first(k) != end, t.closes(k):
		case depth == 0 && !t.inCountry(k) && !directed && (p != "for" || m != nil): // a city may be where the talks are
		case town && world.ShellNoun.Has(t.nodes[o].lemma): // "agreed to hold consultations in Lima"
		default:
			return k
		}
	}
	return -1
}

// inCountry tells whether a phrase says in which country something is.
func (t *tree) inCountry(k int) bool {
	m := t.mentionAt(k)
	return m != nil && m.Type == entity.Country && t.caseOf(k) == "in"
}

// contentClause tells whether a clause on noun k says what it is about: "a wish to
// work", "the hope that trade will grow".
func (t *tree) contentClause(k, a int) bool {
	if !t.isVerb(a) || t.nodes[a].xpos == "VBN" || t.setOff(a) {
		return false
	}
	if t.nodes[a].xpos == "VBG" && !t.hasKid(a, "mark", "obj") {
		return false // "new partnerships developing throughout the region"
	}
	l := t.nodes[k].lemma
	return t.nodes[a].deprel != "acl:relcl" || (world.ContentNoun.Has(l) || l == "way") && t.hasKid(a, "nsubj")
}

// bindsIn tells whether noun k is what binds somebody in several fields, which it
// then gives way to: "links in copper, energy and lithium".
func (t *tree) bindsIn(k int) bool {
	if l := t.nodes[k].lemma; !world.BondNoun.Has(l) || world.AgreementNoun.Has(l) {
		return false
	}
	return slices.ContainsFunc(t.kids(k, "nmod"), func(o int) bool {
		return t.caseOf(o) == "in" && !t.isPlace(o) && !t.isTime(o)
	})
}

// boundTo returns the phrase that the parser hung on verb i and that binds to its nominal
// o, a single word of substance right before it; -1 if there is none.
func (t *tree) boundTo(i, o int) int {
	n := &t.nodes[o]
	e := t.extent(o)
	if n.mention >= 0 || n.upos != "NOUN" || e.Last-n.token != 1 || len(t.conjuncts(o)) > 1 ||
		t.hasKid(o, "nmod", "acl", "compound", "amod") ||
		world.ShellNoun.Has(n.lemma) || world.ContentNoun.Has(n.lemma) || world.ActorNoun.Has(n.lemma) {
		return -1
	}
	for _, k := range t.kids(i, "obl") {
		if k > o && t.first(k) == e.Last && world.ComplementBinder.Has(t.caseOf(k)) && !t.isNamed(k) &&
			!t.isTime(k) && !world.MannerNoun.Has(t.nodes[k].lemma) {
			return k
		}
	}
	return -1
}

// stepsOf returns the clauses right behind object o of verb i, steps of some kind, that
// say what they are for: "take steps to ease the return of refugees".
func (t *tree) stepsOf(i, o int) []int {
	if !world.StepNoun.Has(t.nodes[o].lemma) || t.hasKid(o, "nmod", "acl", "conj") {
		return nil
	}
	return slices.DeleteFunc(t.kids(i, "advcl", "xcomp"), func(k int) bool {
		gerund := t.nodes[k].xpos == "VBG" && t.kidLemma(k, "mark", "for", "of")
		behind := t.first(k) == t.extent(o).Last || o < i && t.first(k) == t.nodes[i].tokens.Last
		return t.nodes[k].xpos != "VB" && !gerund || !t.isVerb(k) || t.inOrder(k) || !behind
	})
}

// basisOf returns what verb i gives object o for, where that is a basis of something:
// "provides a framework for work in health".
func (t *tree) basisOf(i, o int) []int {
	if !world.ProvisionVerb.Has(t.nodes[i].lemma) || !world.BasisNoun.Has(t.nodes[o].lemma) {
		return nil
	}
	all := append(append(t.kids(o, "nmod"), t.kids(i, "obl")...), t.kids(o, "acl")...)
	return slices.DeleteFunc(all, func(k int) bool {
		p := t.caseOf(k)
		return k < o || p != "for" && p != "of" && t.nodes[k].xpos != "VB"
	})
}

// calledBy returns what the clause of node v calls by a noun that says little, "one of
// the issues was the return of refugees", and what it says to be so by a gerund,
// "growing rice is vital".
func (t *tree) calledBy(v int) []int {
	var out []int
	for _, s := range t.kids(v, "nsubj") {
		shell := world.ShellNoun.Has(t.nodes[s].lemma) || t.nodes[s].upos == "NUM" && t.hasKid(s, "nmod")
		if shell && t.hasKid(v, "cop") && t.nodes[v].upos == "NOUN" {
			out = append(out, v)
		}
	}
	for _, s := range t.kids(v, "csubj") {
		if t.nodes[s].xpos == "VBG" && !t.isVerb(v) {
			out = append(out, s)
		}
	}
	return out
}

// endsOf returns what a range at verb i reaches from and to.
func (t *tree) endsOf(i int) []int {
	return slices.DeleteFunc(t.kids(i, "obl"), func(o int) bool {
		p := t.caseOf(o)
		return p != "from" && p != "to"
	})
}

// askedOf returns what somebody is to do by verb i, "urged farmers to plant trees",
// "called on cities to plan ahead", wherever the parser hangs it. It says all: those who
// are to do it are no topic.
func (t *tree) askedOf(i int) []int {
	whom := t.addressees(i)
	if len(whom) == 0 {
		return nil
	}
	return slices.DeleteFunc(t.requests(i, whom), func(k int) bool {
		return t.nodes[k].xpos != "VB" || k <= whom[0] || t.inOrder(k)
	})
}

// placed writes "the situation in Sudan", "problems on the Korean peninsula": what is no
// subject of its own but with its place.
func (t *tree) placed(k int) string {
	for _, x := range t.kids(k, "nmod") {
		if p := t.caseOf(x); (p == "in" || p == "on" && !t.isCountry(x)) && t.isPlace(x) {
			return t.phraseText(k)
		}
	}
	return ""
}

// bygone tells whether what clause v under a word of proposing says happened already: "hoped
// that the talks went well", "suggested that a guard had opened the gate".
func (t *tree) bygone(i, v int) bool {
	if governed(t.nodes[i].lemma) != "proposed" || t.nodes[v].deprel == "xcomp" {
		return false
	}
	if t.nodes[v].xpos == "VBD" {
		return true
	}
	return slices.ContainsFunc(t.kids(v, "aux", "cop"), func(a int) bool { return t.nodes[a].xpos == "VBD" })
}

// likened tells whether clause v under a word of proposing says what somebody or something is
// or may become, which nobody can do for it: "hopes that the school becomes a bridge".
func (t *tree) likened(i, v int) bool {
	return governed(t.nodes[i].lemma) == "proposed" && t.nodes[v].deprel == "ccomp" && t.hasKid(v, "nsubj") &&
		(t.hasKid(v, "cop") || world.CopularVerb.Has(t.nodes[v].lemma))
}

// refuses tells whether somebody says by verb i what is not to be done: "pledged not to sell
// the port".
func (t *tree) refuses(i int) bool {
	return slices.ContainsFunc(t.kids(i, "xcomp", "advcl"), func(k int) bool { return t.nodes[k].xpos == "VB" && t.negated(k) })
}

// opined tells whether clause v under a word of agreeing says what would come of a thing, which
// is what they think of it: "agreed that any use of force would break the truce".
func (t *tree) opined(i, v int) bool {
	return governed(t.nodes[i].lemma) != "proposed" && t.nodes[v].deprel == "ccomp" && t.isVerb(v) && !t.passive(v) &&
		t.kidLemma(v, "mark", "that") && t.kidLemma(v, "aux", "would", "can", "could", "may", "might") &&
		slices.ContainsFunc(t.kids(v, "nsubj"), func(s int) bool { return t.nodes[s].upos == "NOUN" && !t.canAct(s) })
}

// isActivity tells whether a gerund alone is listed with nouns: "surveillance and patrolling".
func (t *tree) isActivity(k int) bool {
	n := &t.nodes[k]
	return n.xpos == "VBG" && n.deprel == "conj" && n.head >= 0 && n.head < k && t.isNominal(n.head) && !t.slight(k) &&
		!world.FurtheringVerb.Has(n.lemma) && !world.IncompleteNoun.Has(n.form) && !t.hasKid(k, "obj", "obl", "xcomp", "ccomp", "mark", "nsubj", "aux", "advcl")
}

// endsClause tells whether nothing but a mark follows node i.
func (t *tree) endsClause(i int) bool {
	return i+1 == len(t.nodes) || t.nodes[i+1].upos == "PUNCT"
}

// isSpecific tells whether a word before noun k says of which kind it is: "economic issues",
// "maritime cooperation", but not "bilateral ties", "various sectors".
func (t *tree) isSpecific(k int) bool {
	return t.nodes[k].mention < 0 && !world.DomainNoun.Has(t.nodes[k].lemma) && slices.ContainsFunc(t.kids(k, "amod", "compound"), func(x int) bool {
		n := &t.nodes[x]
		return x < k && n.mention < 0 && (rel(n.deprel) == "compound" || n.xpos == "JJ") && !world.WeighingAdjective.Has(n.lemma) &&
			!world.ScopeAdjective.Has(n.lemma) && !world.SharingAdjective.Has(n.lemma)
	})
}
