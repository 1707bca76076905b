package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// matterInName takes what the words before the agreement at node k say that it is about: "a
// free trade agreement", "a water-sharing treaty", but not "a landmark agreement".
func (c *topics) matterInName(k int) {
	if !world.AgreementNoun.Has(c.nodes[k].lemma) || world.ShellNoun.Has(c.nodes[k].lemma) {
		return
	}
	tokens := c.sentence.Tokens
	first, last := c.nodes[k].tokens.First, c.nodes[k].tokens.Last-1
	if m := c.mentionAt(k); m != nil {
		first, last = m.Tokens.First, m.Head
	}
	from := last
	for i := last - 1; i >= 0 && (i >= first || !c.inName(i)) && c.inMatterName(i); i-- {
		from = i
	}
	for from < last && (tokens[from].UPOS == "CCONJ" || tokens[from].UPOS == "PUNCT" || tokens[from].UPOS == "ADP") {
		from++
	}
	if from == last || tokens[last-1].UPOS == "ADJ" {
		return
	}
	word := strings.ToLower(tokens[last-1].Lemma)
	bare := from == last-1
	if bare && (world.ShellNoun.Has(word) || world.VagueNoun.Has(word) || world.IncompleteNoun.Has(word)) || world.EmptyMatter.Has(word) {
		return
	}
	for _, r := range listedIn(tokens, nlp.Range{First: from, Last: last}) {
		text := c.written(r.First, r.Last)
		if c.mentionAt(k) != nil { // "Free Trade Agreement"
			text = strings.ToLower(text)
		}
		if !c.seen[text] && len(c.out) < maxTopics {
			c.seen[text] = true
			c.out = append(c.out, Arg{Function: "topic", Mention: -1, Tokens: r, Text: text, Head: strings.ToLower(tokens[r.Last-1].Lemma)})
		}
	}
}

// inMatterName tells whether a token can be part of what the name of an agreement says that it
// is about.
func (t *tree) inMatterName(i int) bool {
	tok := &t.sentence.Tokens[i]
	l := strings.ToLower(tok.Lemma)
	if len(tok.Form) > 1 && strings.ToUpper(tok.Form) == tok.Form && strings.ToLower(tok.Form) != tok.Form {
		return false // "the NAFTA deal"
	}
	switch tok.UPOS {
	case "NOUN":
		return !world.EmptyMatter.Has(l)
	case "PROPN":
		return !world.EmptyMatter.Has(l) && (world.CommonNameWord.Has(l) || world.PortfolioWord.Has(l))
	case "ADJ":
		return world.MatterAdjective.Has(l)
	case "CCONJ":
		return strings.EqualFold(tok.Form, "and")
	case "PUNCT", "ADP": // "water-sharing", "oil-for-food"
		return tok.Form == "-" || strings.EqualFold(tok.Form, "for") && i > 0 && t.sentence.Tokens[i-1].Form == "-"
	case "VERB": // "water-sharing"
		return tok.XPOS == "VBG" && i > 0 && t.sentence.Tokens[i-1].Form == "-"
	}
	return false
}

// mattersSigned takes what the names of the agreements that verb i concludes say.
func (c *topics) mattersSigned(i int) {
	for _, o := range c.kids(i, "obj", "nsubj:pass") {
		for _, x := range c.conjuncts(o) {
			if m := c.mentionAt(x); m == nil || m.Type == entity.Agreement {
				c.matterInName(x)
			}
		}
	}
}
