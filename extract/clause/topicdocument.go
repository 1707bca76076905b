package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// document takes what the agreement at node k is about: what its name says, what
// is told of it behind.
func (c *topics) document(k, depth int) {
	before := len(c.out)
	if m := c.mentionAt(k); m != nil && m.Kind == entity.Named {
		c.subjectInName(k)
	}
	if len(c.out) == before {
		c.complements(k, depth)
	}
	if len(c.out) == before {
		c.ofSides(k, depth)
	}
	for _, x := range c.kids(k, "appos", "parataxis") { // "two memoranda: one on tea and one on dams"
		if c.nodes[x].upos != "NUM" {
			continue
		}
		for _, y := range c.conjuncts(x) {
			c.complements(y, depth)
		}
	}
}

// complements takes what a document is for by the infinitives, participles and
// phrases that hang on it.
func (c *topics) complements(k, depth int) {
	for _, a := range c.kids(k, "acl") {
		if c.provides(a) {
			c.verbs(a, depth+1)
		}
	}
	for _, o := range c.kids(k, "nmod", "appos") {
		switch {
		case c.singlesOut(o): // "five agreements, including a treaty on extradition"
			c.documents(o, depth)
		case c.nodes[o].deprel == "appos":
		case c.caseOf(o) == "of" && world.AgreementNoun.Has(c.nodes[o].lemma): // "an extension of the agreement on"
			c.documents(o, depth)
		default:
			c.documentPhrase(k, o, depth)
		}
	}
}

// documents takes what several documents are about, and other nouns among them as they
// are.
func (c *topics) documents(k, depth int) {
	for _, x := range c.conjuncts(k) {
		m := c.mentionAt(x)
		switch {
		case depth > maxDepth:
		case world.AgreementNoun.Has(c.nodes[c.substance(x)].lemma):
			c.document(c.substance(x), depth+1)
		case m != nil && m.Type == entity.Agreement:
			c.document(x, depth+1)
		default:
			c.noun(x, depth+1, false)
		}
	}
}

// provides tells whether a clause on a document says what the document is for or does:
// "to protect forests", "covering trade", "aimed at saving whales", "that opens the
// border".
func (c *topics) provides(a int) bool {
	n := &c.nodes[a]
	does := world.CoverageVerb.Has(n.lemma) || world.ProvisionVerb.Has(n.lemma)
	switch {
	case n.deprel == "acl:relcl":
		return does && !c.passive(a) && c.hasKid(a, "nsubj") && c.relativeSubject(a)
	case n.xpos == "VBN":
		return world.PurposeParticiple.Has(n.form)
	}
	return n.xpos == "VB" || n.xpos == "VBG" && does
}

// documentPhrase takes phrase o of a document, at node i, if it says what the
// document is about.
func (c *topics) documentPhrase(i, o, depth int) {
	p := c.caseOf(o)
	field := p == "in" && world.DomainNoun.Has(c.nodes[o].lemma) // "deals in areas such as trade"
	if !world.DocumentPreposition.Has(p) && !field || c.isPlace(o) || c.beside(i, o, p) {
		return
	}
	if m := c.mentionAt(o); m == nil || m.Kind != entity.Named || m.Type != entity.Event { // "on Army Day"
		c.nominals(o, depth)
	}
}

// signedOn takes the phrases that the parser hung on verb i that concludes a
// document, or on one of its sides, and that say what the document is about:
// "signed with Peru on rubber".
func (c *topics) signedOn(i int) {
	about := func(k int, rel string) {
		for _, o := range c.kids(k, rel) {
			// "in the field of health", "in health and tourism", but "signed in a hurry"
			field := c.caseOf(o) == "in" && (world.DomainNoun.Has(c.nodes[o].lemma) || len(c.conjuncts(o)) > 1)
			if field || world.TopicPreposition.Has(c.caseOf(o)) {
				c.documentPhrase(k, o, 1)
			}
		}
	}
	about(i, "obl")
	c.examples(i, 1)
	c.behindSigning(i)
	for _, o := range c.kids(i, "obl") {
		if world.SidePreposition.Has(c.caseOf(o)) {
			for _, x := range c.conjuncts(o) {
				about(x, "nmod")
			}
		}
	}
}

// subjectInName takes what the name of a document says that it is about, "Treaty on
// Extradition", in which several are told by commas and "and".
func (c *topics) subjectInName(k int) {
	m := c.mentionAt(k)
	tokens := c.sentence.Tokens
	at := m.Head + 1
	for at < m.Tokens.Last && !world.SubjectPreposition.Has(strings.ToLower(tokens[at].Form)) {
		at++
	}
	if at == m.Tokens.Last || tokens[at].Form == "for" && !world.AgreementNoun.Has(c.nodes[k].lemma) {
		return // "Partnership for Peace and Prosperity"
	}
	for _, r := range listedIn(tokens, nlp.Range{First: at + 1, Last: c.nameEnd(m.Tokens.Last)}) {
		text := c.doc.NLP.Text[tokens[r.First].Start:tokens[r.Last-1].End]
		last := strings.ToLower(tokens[r.Last-1].Lemma)
		vague := r.Last-r.First == 1 && (world.ShellNoun.Has(last) || world.VagueNoun.Has(last) || world.IncompleteNoun.Has(last))
		if text = strings.Join(strings.Fields(text), " "); !vague && !c.seen[text] && len(c.out) < maxTopics {
			c.seen[text] = true
			topic := Arg{Function: "topic", Mention: -1, Tokens: r, Text: text}
			topic.Head = last
			c.out = append(c.out, topic)
		}
	}
}

// nameEnd is where a name ends that is cut at token end: "Treaty on the Transfer" of
// "Treaty on the Transfer of Prisoners in Custody".
func (c *topics) nameEnd(end int) int {
	tokens := c.sentence.Tokens
	goesOn := func(i int) bool {
		f := tokens[i].Form
		return world.NamingPreposition.Has(f) && f != "between" || f == "and"
	}
	for i := end; i+1 < len(tokens) && goesOn(i); {
		for i++; i < len(tokens) && tokens[i].UPOS == "DET"; i++ {
		}
		first := i
		for i < len(tokens) && world.Capital(tokens[i].Form) && !c.inName(i) &&
			!world.TimeCapital.Has(strings.ToLower(tokens[i].Form)) {
			i++
		}
		if i == first {
			break
		}
		end = i
	}
	return end
}

// inName tells whether a token is in the name of somebody or something.
func (t *tree) inName(token int) bool {
	return slices.ContainsFunc(t.nodes, func(n node) bool {
		return n.mention >= 0 && n.tokens.First <= token && token < n.tokens.Last
	})
}

// listedIn parts a range of words into those that commas and "and" list in it,
// each without what opens it. "Civil and Criminal Matters" is one, and so is
// "Transfer of Prisoners and Fugitives".
func listedIn(tokens []nlp.Token, all nlp.Range) []nlp.Range {
	var out []nlp.Range
	from := all.First
	for i := all.First; i <= all.Last; i++ {
		if i < all.Last && tokens[i].UPOS != "CCONJ" && tokens[i].Form != "," {
			continue
		}
		if i < all.Last && i > from && (hasEnding(strings.ToLower(tokens[i-1].Form), world.DenominalEnding) ||
			hasPhrase(tokens[from+1:i]) && !hasPhrase(tokens[i:all.Last])) {
			continue
		}
		r := nlp.Range{First: from, Last: i}
		for r.First < r.Last && (world.AreaOpener.Has(strings.ToLower(tokens[r.First].Form)) || isOpening(tokens, r)) {
			r.First++
		}
		if from = i + 1; r.First < r.Last {
			out = append(out, r)
		}
	}
	return out
}

// hasPhrase tells whether there is a preposition among words.
func hasPhrase(tokens []nlp.Token) bool {
	return slices.ContainsFunc(tokens, func(t nlp.Token) bool { return t.UPOS == "ADP" })
}

// isOpening tells whether the first word of a range is a shell with its preposition
// or that preposition: "Cooperation in" of "Cooperation in Nursing".
func isOpening(tokens []nlp.Token, r nlp.Range) bool {
	shell := func(i int) bool { return world.ShellNoun.Has(strings.ToLower(tokens[i].Lemma)) }
	preposition := func(i int) bool { return slices.Contains(contentPrepositions, strings.ToLower(tokens[i].Form)) }
	if r.Last-r.First < 2 {
		return false
	}
	return shell(r.First) && preposition(r.First+1) && r.Last-r.First > 2 ||
		preposition(r.First) || tokens[r.First].UPOS == "DET"
}

// ofSides takes what the parser hung on those between whom or with whom noun k is:
// "cooperation with Peru in fighting fires".
func (c *topics) ofSides(k, depth int) {
	for _, side := range c.kids(k, "nmod") {
		if !world.SidePreposition.Has(c.caseOf(side)) || !c.isActor(side) {
			continue
		}
		for _, x := range c.conjuncts(side) {
			c.complements(x, depth)
		}
	}
}

// behindSigning takes what is told behind a document of what it is for or does, where
// the parser hung it on verb i that concludes it: "signed a pact in Lima today, paving
// the way for", "with a view to sharing data", "under which they will share data".
func (c *topics) behindSigning(i int) {
	for _, o := range c.kids(i, "obl") {
		if o > i && world.AimNoun.Has(c.nodes[o].lemma) {
			c.noun(o, 1, false)
		}
	}
	for _, a := range c.kids(i, "advcl", "advcl:relcl", "parataxis", "acl") {
		n := &c.nodes[a]
		does := world.CoverageVerb.Has(n.lemma) || world.ProvisionVerb.Has(n.lemma)
		s := c.kid(a, "nsubj")
		switch {
		case a < i || !c.isVerb(a):
		case s < 0 && world.CessationVerb.Has(n.lemma) && c.followsComma(a): // "ending a long dispute" comes of it
		case n.xpos == "VBG" && s < 0 && world.ListingParticiple.Has(n.form): // examples has them
		case n.xpos == "VBG" && does && s < 0,
			s >= 0 && c.nodes[s].form == "which" && does && !c.passive(a),
			c.underWhich(a):
			c.verbs(a, 1)
		}
	}
}

// underWhich tells whether a relative clause says what is to be done by what it hangs on:
// "under which they will share data".
func (t *tree) underWhich(a int) bool {
	return slices.ContainsFunc(t.kids(a, "obl"), func(o int) bool {
		return t.nodes[o].form == "which" && (t.caseOf(o) == "under" || t.caseOf(o) == "through")
	})
}

// concluded returns the document whose signing or exchange noun i is, -1 if it is none.
func (t *tree) concluded(i int) int {
	if !world.ConclusionNoun.Has(t.nodes[i].lemma) {
		return -1
	}
	for _, o := range t.kids(i, "nmod") {
		m := t.mentionAt(o)
		if t.caseOf(o) == "of" && (world.AgreementNoun.Has(t.nodes[t.substance(o)].lemma) || m != nil && m.Type == entity.Agreement) {
			return o
		}
	}
	return -1
}
