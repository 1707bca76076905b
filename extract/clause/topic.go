package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// topicsOf returns what a predicate is about: the things one would name as the
// subjects of cooperation or talk in "agreed to strengthen cooperation in A, B
// and C", "discussed ways to promote D". Lists are taken apart and filler is
// left out.
func (t *tree) topicsOf(i int) []Arg {
	l := t.nodes[i].lemma
	out := t.topicsBy(i, world.TopicVerb.Has(l) || world.TalkingWord.Has(l))
	if len(out) == 0 && wishes(l) {
		return t.topicsBy(i, true) // "hoped to expand ties with Peru" is about no more than the ties
	}
	return out
}

// topicsBy returns what a predicate is about, with how people stand to each other if social says so.
func (t *tree) topicsBy(i int, social bool) []Arg {
	l := t.nodes[i].lemma
	c := topics{tree: t, talk: world.TopicVerb.Has(l), social: social, wants: wants(l), stand: world.AttitudeNoun.Has(l), seen: map[string]bool{}}
	c.needs = c.wants || t.voicesNeed(i)
	if t.isVerb(i) || t.nodes[i].upos == "ADJ" {
		c.verb(i, 0)
		c.leftLists(i)
		c.items(i)
		return c.out
	}
	if m := t.mentionAt(i); m != nil && m.Kind == entity.Named && m.Type == entity.Agreement {
		c.document(i, 0)
	} else if of := t.concluded(i); of >= 0 {
		c.documents(of, 0)
	} else if t.isAim(i) {
		c.verbs(t.nodes[i].head, 1)
	} else {
		c.ofSides(i, 0)
		c.noun(i, 0, true)
		c.leftLists(i)
		c.items(i)
	}
	if v := t.nodes[i].head; len(c.out) == 0 && t.nodes[i].deprel == "nsubj" && t.isVerb(v) &&
		(world.CoverageVerb.Has(t.nodes[v].lemma) || world.ProvisionVerb.Has(t.nodes[v].lemma)) && t.hasSides(i) && !t.ofOneself(v) {
		c.verb(v, 1) // "the pact between A and B covers trade"
		c.items(v)
	}
	return c.out
}

// ofOneself tells whether what verb v is done to is somebody's own quality rather than a thing that
// can be agreed: "the partnership strengthens our ability to serve farmers".
func (t *tree) ofOneself(v int) bool {
	return slices.ContainsFunc(t.kids(v, "obj"), func(o int) bool {
		return (world.AttitudeNoun.Has(t.nodes[o].lemma) || world.StandingNoun.Has(t.nodes[o].lemma) || t.nodes[o].lemma == "ability") && t.hasKid(o, "nmod:poss")
	})
}

// wishes tells whether a word says that somebody asks for something, wishes for it or is ready for it.
func wishes(lemma string) bool {
	return governed(lemma) == "proposed" || world.VoicingVerb.Has(lemma) || world.IntentionNoun.Has(lemma) ||
		world.AttitudeNoun.Has(lemma) || world.DeliberateVerb.Has(lemma) || world.DeliberateAdjective.Has(lemma)
}

// wants tells whether a word says that somebody wants that about which it is, or is for it.
func wants(lemma string) bool {
	return governed(lemma) == "proposed" || world.IntentionNoun.Has(lemma) ||
		world.ContentNoun.Has(lemma) && !world.TalkingWord.Has(lemma) || world.SupportNoun.Has(lemma) || world.DeliberateAdjective.Has(lemma)
}

// isAim tells whether a noun says what an infinitive is for: "the aim of the pact is to
// share data".
func (t *tree) isAim(i int) bool {
	v := t.nodes[i].head
	return world.AimNoun.Has(t.nodes[i].lemma) && v >= 0 && rel(t.nodes[i].deprel) == "nsubj" && t.isVerb(v) &&
		(t.hasKid(v, "cop") || world.CoverageVerb.Has(t.nodes[v].lemma))
}

// hasSides tells whether a noun says who it is between or with: "the pact between
// A and B", "A's cooperation with B".
func (t *tree) hasSides(i int) bool {
	return slices.ContainsFunc(t.kids(i, "nmod"), func(k int) bool {
		p := t.caseOf(k)
		return p == "between" || p == "with"
	})
}

// purposesOf returns what a verb is done for, as topics: "signed a memorandum to
// protect forests", "a deal on fisheries".
func (t *tree) purposesOf(i int) []Arg {
	c := topics{tree: t, seen: map[string]bool{}}
	for _, o := range t.kids(i, "obj", "nsubj:pass") {
		for _, x := range t.conjuncts(o) {
			c.document(x, 1)
		}
	}
	told := len(c.out) > 0 // "a pact on water to feed the cities" is on water
	for _, k := range t.kids(i, "advcl", "xcomp") {
		if t.nodes[k].xpos == "VB" && k > i && !t.inOrder(k) && !(told && t.nodes[k].deprel == "advcl") {
			c.verbs(k, 1)
		}
	}
	if l := t.nodes[i].lemma; world.SigningVerb.Has(l) || world.ConclusionVerb.Has(l) {
		c.signedOn(i)
		if len(c.out) == 0 {
			c.mattersSigned(i)
		}
	}
	c.items(i)
	for k := range c.out {
		c.out[k].Function = "purpose"
	}
	return c.out
}

// leftLists takes the lists of examples below node i that the walk went past: "discussed the
// hurdles of voting abroad, including theft and violence".
func (c *topics) leftLists(i int) {
	for k := i + 2; k < len(c.nodes) && len(c.out) > 0; k++ {
		if !c.followsComma(k) || !c.lists(k) || slices.Contains(c.listed, k) || !c.leadsDown(i, k) {
			continue
		}
		c.listed = append(c.listed, k)
		lands := !slices.ContainsFunc(c.conjuncts(k), func(x int) bool { return !c.isLand(x) })
		if !lands || c.caseOf(k) == "including" && c.lands(k) {
			c.nominals(k, 1)
		}
	}
}

// leadsDown tells whether node k hangs on node i only by nominals and what is done with them,
// none of whom is somebody who acts.
func (t *tree) leadsDown(i, k int) bool {
	for hops := 0; hops < maxDepth; hops++ {
		h := t.nodes[k].head
		if h == i {
			return hops > 0
		}
		if h < i || t.canAct(h) && !t.isVerb(h) || t.isPlace(h) || t.isHuman(k) {
			return false
		}
		switch t.nodes[h].deprel {
		case "obj", "nmod", "acl", "obl", "xcomp", "conj":
		default:
			return false
		}
		k = h
	}
	return false
}
