package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// topics collects what one predicate is about. It walks down from the predicate:
// verbs lead to their objects, infinitives and phrases, shell nouns to their
// complements, up to a noun of substance. depth tells how far down that is.
type topics struct {
	*tree
	talk   bool // the predicate says what people talk about
	social bool // it may be how people stand to each other; see matter
	wants  bool // the predicate says that somebody asks for it or wants it
	needs  bool // or that it ought to be done; see voicesNeed
	stand  bool // the predicate is a stand that somebody takes, "commitment"
	out    []Arg
	seen   map[string]bool
	listed []int // what examples has taken, by what heads it
}

const (
	maxTopics = 24
	maxDepth  = 6
)

// add adds the topic that node k heads unless it says nothing.
func (c *topics) add(k int, text string) {
	name := c.areaName(k, text)
	if name == "" && c.social {
		name = c.matter(k)
	}
	if name != "" && c.kidLemma(k, "det", "no") { // "agreed that no more nets be sold"
		name = "no " + name
	}
	if text = name; text != "" && len(c.out) < maxTopics && !c.seen[text] {
		c.put(k, c.nodes[k].mention, text)
	}
}

func (c *topics) put(k, mention int, text string) {
	if text = c.sounded(k, text); text == "" || c.seen[text] {
		return
	}
	c.seen[text] = true
	text = c.withOwner(k, text)
	topic := Arg{Function: "topic", Mention: mention, Tokens: c.extent(k), Head: c.nodes[k].lemma, Text: text}
	c.out = append(c.out, topic)
}

// withOwner writes the area that noun k heads and that is called text with the country or body whose
// it is: "Kenya’s economic recovery" is not that of Peru. What two have with each other, or one does
// for the other, is called without, "Peru’s cooperation with Kenya", and so are fields of trade.
func (c *topics) withOwner(k int, text string) string {
	first := k
	if c.nodes[k].deprel == "conj" && !c.hasKid(k, "det", "nmod:poss", "case") {
		first = c.nodes[k].head
	}
	p := c.kid(first, "nmod:poss")
	if p < 0 || p > k || c.isVerb(k) || c.nodes[k].mention >= 0 || world.BondNoun.Has(c.nodes[k].lemma) ||
		slices.ContainsFunc(c.conjuncts(first), func(x int) bool { return world.DomainNoun.Has(c.nodes[x].lemma) }) ||
		slices.ContainsFunc(c.kids(k, "nmod"), func(o int) bool { return c.caseOf(o) == "to" || c.caseOf(o) == "with" }) {
		return text
	}
	m := c.mentionAt(p)
	word, _, _ := strings.Cut(text, " ")
	if m == nil || m.Kind != entity.Named || m.Type != entity.Country && m.Type != entity.Organization ||
		!slices.ContainsFunc(c.nodes[p+1:k+1], func(n node) bool { return n.form == strings.ToLower(word) }) {
		return text
	}
	if strings.HasSuffix(m.Name, "s") {
		return m.Name + "’ " + text
	}
	return m.Name + "’s " + text
}

// lands takes the countries, places and organisations that the talk is about:
// "discussed Haiti and trade", "talks on Syria".
func (c *topics) lands(k int) bool {
	found := false
	for _, x := range c.conjuncts(k) {
		m := c.mentionAt(x)
		told := x+1 < len(c.nodes) && c.nodes[x+1].xpos == "VBG" // "Chile being invited"
		if m != nil && !told && (namesPlace(m) || c.isLand(x) && !m.Adjective) && !c.seen[m.Name] {
			found = true
			c.put(x, -1, m.Name) // as a topic it is no actor
		}
	}
	return found
}

// bound takes nominal o of verb i with what binds to it though the parser hung that on
// the verb: "provide shelter for refugees", "crack down on trade in drugs".
func (c *topics) bound(i, o, depth int) bool {
	k := c.boundTo(i, o)
	if k < 0 || depth == 0 {
		return false
	}
	c.add(o, c.phraseText(o)+" "+c.themeText(k))
	return true
}

// peopled takes what verb i does with people, who are no area by themselves: "train nurses
// and midwives", and tells whether it does so.
func (c *topics) peopled(i, o int) bool {
	bare := !c.hasKid(o, "amod", "compound", "nmod", "nummod", "acl", "conj")
	if !c.isHuman(o) || world.FurtheringVerb.Has(c.nodes[i].lemma) && !bare {
		return false
	}
	before := len(c.out)
	c.add(i, c.verbText(i))
	if bare && len(c.out) == before && c.nodes[i].xpos != "VBN" && c.nodes[o].xpos == "NNS" {
		c.add(i, c.nodes[i].form+" "+c.nodes[o].form) // what follows makes it too long
	}
	return len(c.out) > before
}

// means tells whether what is meant is lost without verb i: "report the misuse of funds" is not
// about misusing them, while "hold elections" is about elections.
func (c *topics) means(i int) bool {
	n := &c.nodes[i]
	l := n.lemma
	return (n.form == l || n.xpos == "VBG" || c.passive(i)) && (c.isCessation(i) || world.AlteringVerb.Has(l) || !c.slight(i) &&
		!world.FurtheringVerb.Has(l) && !world.LightVerb.Has(l) && !world.TopicVerb.Has(l) && !world.AiringVerb.Has(l) &&
		!world.FoundingVerb.Has(l) && !world.ProvisionVerb.Has(l) && !world.ConclusionVerb.Has(l) && !world.SigningVerb.Has(l) &&
		!world.CoverageVerb.Has(l))
}

// undergoes takes object o of verb i with what is to be done to it, and tells whether anything
// is: "demanded the ban be lifted", "wants the ban to be lifted".
func (c *topics) undergoes(i, o int) bool {
	before := len(c.out)
	for _, k := range append(c.kids(i, "xcomp", "advcl"), c.kids(o, "acl")...) {
		behind := c.nodes[k].head == o || c.first(k) == c.extent(o).Last
		if k > o && behind && c.kidLemma(k, "aux:pass", "be") && !c.hasKid(k, "nsubj:pass") && c.means(k) {
			for _, x := range c.conjuncts(o) {
				if text := c.phraseText(x); !c.isActor(x) && !c.isHuman(x) && text != "" {
					c.put(k, -1, c.nodes[k].lemma+" "+text)
				}
			}
		}
	}
	return len(c.out) > before
}

// opens tells whether fields or examples are listed behind noun o: "knowledge in the fields of
// trade and health".
func (c *topics) opens(o int) bool {
	return slices.ContainsFunc(c.kids(o, "nmod", "appos", "acl"), func(k int) bool {
		return c.singlesOut(k) || world.DomainNoun.Has(c.nodes[k].lemma) || world.ShellNoun.Has(c.nodes[k].lemma)
	})
}

// with takes object o together with verb i and the words between, and tells whether that names
// anything.
func (c *topics) with(i, o int, between ...string) bool {
	if l := c.nodes[o].lemma; c.isActor(o) || c.isVerb(o) || c.isSum(o) || world.ShellNoun.Has(l) || world.DomainNoun.Has(l) || c.opens(o) {
		return false
	}
	verb := c.nodes[i].form
	if c.passive(i) {
		verb = c.nodes[i].lemma
	}
	if p := c.kid(i, "compound:prt"); p > i && len(between) == 0 {
		verb += " " + c.nodes[p].form
	}
	text := c.areaName(o, c.phraseText(o))
	if text != "" && c.kidLemma(o, "det", "no") { // "that no nets be sold"
		c.put(o, -1, "no "+text)
	} else if text != "" {
		c.put(i, -1, strings.Join(append(append([]string{verb}, between...), text), " "))
	}
	return text != ""
}

// refused takes what is not to be done by verb i: "not extend the lease".
func (c *topics) refused(i int) {
	text := c.verbText(i)
	if o := c.kid(i, "obj"); text == "" && o > i && c.slight(i) && !c.hasIt(i) && !c.points(o) { // "not provide aid to rebels"
		text = c.nodes[i].lemma + " " + c.phraseText(o)
		if k := c.kid(i, "obl"); k > o && c.caseOf(k) == "to" {
			text += " to " + c.phraseText(k)
		}
	}
	if text != "" {
		c.add(i, "not "+text)
	}
}

// ceases takes thing o with the end that verb v puts to it, "ban to be lifted", and tells
// whether it puts an end to it.
func (c *topics) ceases(v, o int, end string) bool {
	if !c.isCessation(v) {
		return false
	}
	c.add(o, c.phraseText(o)+" "+end)
	return true
}

// sounded returns the area that node k heads and that is called text as it can stand by itself:
// without what is left over at its end and with the noun that was cut off; "" if that is none.
func (c *topics) sounded(k int, text string) string {
	if m := c.mentionAt(k); m != nil && m.Kind == entity.Named && m.Name == text {
		return text
	}
	if text = c.whole(k, c.untailed(k, text)); c.isSevered(k, text) || c.isIdle(k, text) || saysNothing(c.unopened(k, text)) {
		return ""
	}
	if c.wants && !c.isVerb(k) && c.isIll(k, text) {
		return c.remedy(k, text)
	}
	return text
}
