package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// matter writes noun k where it says little, but enough for what people talk about: how two
// stand to each other, "bilateral relations", "friendship between the two nations", or how far
// issues reach; "" where it does not, "issues of mutual interest".
func (t *tree) matter(k int) string {
	if t.isVerb(k) {
		return t.bondMatter(k)
	}
	if text := t.bondText(k); text != "" {
		return text
	}
	if !t.isFiller(k) || t.hasKid(k, "acl") || world.DomainNoun.Has(t.nodes[k].lemma) {
		return ""
	}
	bond := t.isBond(k)
	for _, o := range t.kids(k, "nmod") {
		switch p := t.caseOf(o); {
		case o < k:
		case world.DomainNoun.Has(t.nodes[o].lemma): // "ties in the fields of tea and coffee"
			return ""
		case bond && t.isCountry(o) && (p == "with" || p == "between" && len(t.conjuncts(o)) > 1):
			return t.phraseText(k)
		case bond && p == "between" && t.isBetweenSides(o):
			return t.phraseText(k) + " " + t.themeText(o)
		}
	}
	if text := t.phraseText(k); bond && (t.isShared(k) || t.kidLemma(k, "amod", "future")) || world.IssueNoun.Has(t.nodes[k].lemma) && t.hasScope(k) {
		return text
	}
	return ""
}

// bondMatter is matter for verb k that furthers how two stand to each other: "deepening the
// ties between the two nations".
func (t *tree) bondMatter(k int) string {
	if !world.FurtheringVerb.Has(t.nodes[k].lemma) {
		return ""
	}
	for _, o := range t.kids(k, "obj") {
		if t.isVerb(o) || !t.isBond(o) || len(t.conjuncts(o)) > 1 {
			continue
		}
		if text := t.matter(o); text != "" {
			return text
		}
		for _, x := range t.kids(k, "obl") { // "deepen cooperation between Peru and Chad"
			if p := t.caseOf(x); x > o && p == "between" && (t.isCountry(x) && len(t.conjuncts(x)) > 1 || t.isBetweenSides(x)) {
				return t.phraseText(o) + " " + t.themeText(x)
			}
		}
	}
	return ""
}

// bondText writes noun k with whom it binds, "ties with African countries", "cooperation
// between Peru and the African Union"; "" where it tells no more than that, or not that.
func (t *tree) bondText(k int) string {
	n := &t.nodes[k]
	if n.mention >= 0 || !t.isBond(k) || !world.FillerNoun.Has(n.lemma) {
		return ""
	}
	others := t.kids(k, "nmod")
	if v := n.head; v >= 0 && t.isVerb(v) { // the parser hangs it on the verb: "expand ties with Peru"
		others = append(others, t.kids(v, "obl")...)
	}
	for _, o := range others {
		p := t.caseOf(o)
		if o < k || t.first(o) != t.extent(k).Last && t.nodes[o].head != k || p != "with" && p != "between" && p != "among" {
			continue
		}
		one := t.isNamed(o) && len(t.conjuncts(o)) == 1
		if t.isNamed(o) && !t.isLand(o) || one && p != "with" || // a piece of "between Peru and its neighbours"
			!t.isNamed(o) && !world.ActorNoun.Has(t.nodes[o].lemma) && !world.GroupNoun.Has(t.nodes[o].form) {
			continue
		}
		text := t.phraseText(k)
		if slices.Contains(strings.Fields(text), p) {
			return text
		}
		return text + " " + t.themeText(o)
	}
	return ""
}

// isBond tells whether noun k calls how two stand to each other: "ties", "friendship".
func (t *tree) isBond(k int) bool {
	return world.BondNoun.Has(t.nodes[k].lemma) || world.StateRelationNoun.Has(t.nodes[k].form)
}

// hasScope tells whether adjectives say how far what noun k calls reaches: "regional and
// global issues".
func (t *tree) hasScope(k int) bool {
	return slices.ContainsFunc(t.kids(k, "amod"), func(a int) bool { return world.ScopeAdjective.Has(t.nodes[a].lemma) })
}

// isShared tells whether an adjective says of noun k that several have or share it: "mutual
// interest", "bilateral ties".
func (t *tree) isShared(k int) bool {
	for _, a := range t.kids(k, "amod") {
		if l := t.nodes[a].lemma; world.ScopeAdjective.Has(l) || world.SharingAdjective.Has(l) {
			return true
		}
	}
	return false
}

// standing writes noun k, which says as what somebody acts, with that or with who it is where
// they are no state: "role as a transport hub", "role of women in peace talks"; "" where it does not.
func (t *tree) standing(k int) string {
	if !world.StandingNoun.Has(t.nodes[k].lemma) {
		return ""
	}
	for _, o := range t.kids(k, "nmod") {
		switch p := t.caseOf(o); {
		case o < k:
		case p == "as":
			return t.phraseText(k) + " as " + t.text(o, t.outside, nil)
		case p == "of" && t.isHuman(o):
			return t.phraseText(k)
		}
	}
	return ""
}
