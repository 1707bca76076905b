package clause

import "github.com/relata-graph/relata/extract/world"

// matter writes noun k where it says little, but enough for what people talk about: how two
// stand to each other, "bilateral relations", "friendship between the two nations", or what
// concerns both, "issues of mutual interest"; "" where it does not.
func (c *topics) matter(k int) string {
	if !c.social || !c.isFiller(k) || c.hasKid(k, "acl") || world.DomainNoun.Has(c.nodes[k].lemma) {
		return ""
	}
	bond := world.BondNoun.Has(c.nodes[k].lemma) || world.StateRelationNoun.Has(c.nodes[k].form)
	for _, o := range c.kids(k, "nmod") {
		switch p := c.caseOf(o); {
		case o < k:
		case world.DomainNoun.Has(c.nodes[o].lemma): // "ties in the fields of tea and coffee"
			return ""
		case bond && p == "between" && c.isBetweenSides(o), !bond && p == "of" && c.isManner(o) && c.isShared(o):
			return c.phraseText(k) + " " + c.themeText(o)
		}
	}
	if text := c.phraseText(k); bond && c.isShared(k) {
		return text
	}
	return ""
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

// standing writes noun k, which says as what somebody acts, with that: "role as a transport
// hub"; "" where it does not.
func (c *topics) standing(k int) string {
	if !c.social || !world.StandingNoun.Has(c.nodes[k].lemma) {
		return ""
	}
	for _, o := range c.kids(k, "nmod") {
		if o > k && c.caseOf(o) == "as" {
			return c.phraseText(k) + " as " + c.text(o, c.outside, nil)
		}
	}
	return ""
}
