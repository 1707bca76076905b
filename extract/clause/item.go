package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Items gives the sentences that are the items of the list of which a sentence is the
// heading, in order: it ends in a colon, and each of them begins a paragraph of its own,
// with a bullet or number or, where the first has none, without a finite verb.
func Items(text *nlp.Document, heading int) []int {
	const most, longest = 24, 40 // items, tokens of one without a mark
	s := text.Sentences
	if last := s[heading].Tokens; last[len(last)-1].Form != ":" {
		return nil
	}
	var out []int
	sign, own := "", signOf(s[max(heading-1, 0)].Tokens)
	for i := heading + 1; i < len(s) && len(out) < most; i++ {
		if s[i].Paragraph == s[i-1].Paragraph {
			continue
		}
		here := signOf(s[i].Tokens)
		finite := func(t nlp.Token) bool { return isFinite(t.XPOS) }
		switch {
		case len(out) > 0 && here != sign, here != "" && here == own,
			here == "" && (slices.ContainsFunc(s[i].Tokens, finite) || len(s[i].Tokens) > longest):
			if sign == "" && len(out) == 1 {
				return nil
			}
			return out
		}
		sign = here
		if isCount(s[i].Tokens) && i+1 < len(s) && s[i+1].Paragraph == s[i].Paragraph {
			i++
		}
		out = append(out, i)
	}
	if sign == "" && len(out) == 1 {
		return nil
	}
	return out
}

// signOf gives what kind of mark begins an item, a bullet as it is, "1" for all numbers
// and "a" for all letters; "" if there is none.
func signOf(tokens []nlp.Token) string {
	if world.Bullet.Has(tokens[0].Form) {
		return tokens[0].Form
	}
	if !isCount(tokens) {
		return ""
	}
	for _, t := range tokens {
		switch first := t.Form[0]; {
		case first >= '0' && first <= '9':
			return "1"
		case first >= 'a' && first <= 'z':
			return "a"
		}
	}
	return ""
}

// isCount tells whether tokens are the number of an item and nothing else.
func isCount(tokens []nlp.Token) bool {
	last := tokens[len(tokens)-1].Form
	return len(tokens) > 1 && len(tokens) <= 3 && (last == ")" || last == ".") && len(tokens[len(tokens)-2:][0].Form) <= 4
}

// items takes what the items of the list are about that the sentence is the heading of,
// where it heads it with what node i says: "agreed to:", "work in these areas:". What
// stands before the colon only to announce them is no topic then.
func (c *topics) items(i int) {
	last := len(c.sentence.Tokens) - 1
	if c.sentence.Tokens[last].Form != ":" || !c.closes(i) {
		return
	}
	found := Items(c.doc.NLP, c.index)
	if len(found) == 0 {
		return
	}
	if slices.ContainsFunc(c.out, func(a Arg) bool { return !c.announces(a) }) {
		return
	}
	c.out = nil
	for _, item := range found {
		for _, a := range itemTopics(c.doc, item) {
			if !c.seen[a.Text] && len(c.out) < maxTopics {
				c.seen[a.Text] = true
				a.Mention, a.Tokens = -1, nlp.Range{First: last, Last: last + 1}
				c.out = append(c.out, a)
			}
		}
	}
}

// closes tells whether the last word of the sentence hangs on node i by no other verb
// that is coordinated with it.
func (c *topics) closes(i int) bool {
	k := len(c.nodes) - 1
	for k > 0 && c.nodes[k].upos == "PUNCT" {
		k--
	}
	for hops := 0; k >= 0 && hops < len(c.nodes); hops++ {
		if k == i {
			return true
		}
		if rel(c.nodes[k].deprel) == "conj" && c.isVerb(k) {
			return false
		}
		k = c.nodes[k].head
	}
	return false
}

// announces tells whether a topic only says what kind of things the list is of, by its
// head or by the last word before the colon: "cooperate in the following areas:".
func (c *topics) announces(a Arg) bool {
	kind := func(noun string) bool {
		return world.ShellNoun.Has(noun) || world.AgreementNoun.Has(noun) || world.ContentNoun.Has(noun) ||
			world.DomainNoun.Has(noun) || noun == "following"
	}
	last := len(c.sentence.Tokens) - 1
	return kind(a.Head) || a.Tokens.Last >= last && last > 0 && kind(strings.ToLower(c.sentence.Tokens[last-1].Lemma))
}

// isAct tells whether a word that is tagged as a verb is the noun of it: "exchange of
// data".
func (t *tree) isAct(x int) bool {
	return x+1 < len(t.nodes) && t.nodes[x+1].form == "of" && t.nodes[x].xpos == "VB"
}

// itemTopics returns what an item of a list is about.
func itemTopics(doc *entity.Document, sentence int) []Arg {
	var mentions []int
	for i := range doc.Mentions {
		if doc.Mentions[i].Sentence == sentence {
			mentions = append(mentions, i)
		}
	}
	c := topics{tree: newTree(doc, sentence, mentions), seen: map[string]bool{}}
	for i := range c.nodes {
		if c.nodes[i].head >= 0 {
			continue
		}
		for _, x := range c.conjuncts(i) {
			switch {
			case c.isVerb(x) && !c.isAct(x):
				c.verb(x, 1)
			case c.isVerb(x):
				for _, o := range c.kids(x, "obl", "nmod") {
					if c.caseOf(o) == "of" {
						c.put(x, -1, c.nodes[x].form+" of "+c.text(o, c.outside, nil))
					}
				}
			case world.AgreementNoun.Has(c.nodes[x].lemma):
				c.document(x, 1)
			default:
				c.noun(x, 1, false)
			}
		}
	}
	return c.out
}
