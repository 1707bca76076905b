package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// distributed gives a noun whose modifiers are coordinated as one phrase each:
// "cultural and people-to-people exchanges".
func (t *tree) distributed(k int) []string {
	if t.nodes[k].mention >= 0 {
		return []string{t.phraseText(k)}
	}
	for _, m := range t.kids(k, "amod", "compound") {
		conj := t.kids(m, "conj")
		all := append([]int{m}, conj...)
		if len(conj) == 0 || m > k || scopes[t.nodes[m].lemma] || slices.ContainsFunc(all, func(c int) bool { return !t.classifies(c) }) {
			continue
		}
		var out []string
		for _, keep := range all {
			// The conjuncts hang on the first modifier, which is walked through to
			// reach the one that is kept.
			out = append(out, t.text(k, func(c int) bool {
				if slices.Contains(all, c) {
					return c != keep && c != m
				}
				return t.nodes[c].head == k && t.outside(c)
			}, func(c int) bool {
				return c == m && keep != m || slices.Contains(all, t.nodes[c].head) && joins[rel(t.nodes[c].deprel)]
			}))
		}
		return out
	}
	return []string{t.phraseText(k)}
}

// joins are the relations of words that only join a modifier to others.
var joins = set("cc", "case", "punct", "det")

// classifies tells whether a modifier says of which kind something is, so that two
// of them mean two things: "cultural and tourism exchanges", but not "an open and
// prosperous region". Such adjectives are made from nouns.
func (t *tree) classifies(m int) bool {
	n := &t.nodes[m]
	return n.upos != "ADJ" || kinds[n.lemma] || slices.ContainsFunc([]string{"al", "ic", "ary", "ar", "ese", "ian", "ish"}, func(end string) bool { return strings.HasSuffix(n.lemma, end) }) ||
		n.tokens.Last-n.tokens.First > 1 || n.mention >= 0
}

var kinds = set("green", "clean", "civil", "civilian", "public", "private", "maritime", "low-carbon", "high-tech", "human", "young", "online")

// scopes are adjectives that together say how far something reaches: "regional
// and international issues" are one subject.
var scopes = set("regional", "international", "global", "bilateral", "multilateral", "local", "national", "domestic", "mutual", "common")

// phraseText writes a phrase as one would name it: as in the text, without
// determiners, possessors at the start, relative clauses and appositions.
func (t *tree) phraseText(k int) string {
	if m := t.mentionAt(k); m != nil && m.Kind == entity.Named && m.Name != "" {
		return m.Name
	}
	text := t.text(k, t.outside, nil)
	const long = 16                       // words
	if strings.Count(text, " ") >= long { // "the campaign to free the city", without from whom
		text = t.text(k, func(c int) bool {
			h, r := t.nodes[c].head, rel(t.nodes[c].deprel)
			return h == k && t.outside(c) || rel(t.nodes[h].deprel) == "acl" && (r == "obl" || r == "advcl" || r == "conj")
		}, func(int) bool { return false })
	}
	if strings.Count(text, " ") >= long {
		text = t.text(k, func(c int) bool { return t.outside(c) || rel(t.nodes[c].deprel) == "acl" }, nil)
	}
	return text
}

// naming prepositions bind what belongs to the name of a thing.
var naming = set("of", "for", "on", "in", "to", "against", "between", "among", "from", "towards", "toward", "with", "over", "around", "near", "along", "")

// happening nouns name acts and documents; a place or people after them say
// where and by whom they were made, not what they are.
var happening = set("agreement", "treaty", "memorandum", "mou", "pact", "deal", "accord", "convention", "protocol", "contract", "declaration",
	"statement", "arrangement", "compact", "charter", "meeting", "talk", "visit", "summit", "conference", "ceremony", "reception")

func (t *tree) isPlace(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Place || m.Type == entity.Country) && placing[t.caseOf(k)]
}

// text writes the phrase of k: its words in order, without the dependents that
// skip tells to leave out whole and the words that drop tells to leave out alone.
func (t *tree) text(k int, skip, drop func(int) bool) string {
	nodes := t.subtree(k, func(c int) bool {
		if t.nodes[c].head == k {
			return t.apart(k, c) || skip(c)
		}
		sides := happening[t.nodes[k].lemma] && (t.caseOf(c) == "between" && t.nodes[c].mention >= 0 || t.caseOf(c) == "for" && t.underInfinitive(c, k))
		return t.aside(c) || sides || drop != nil && skip(c)
	})
	var b strings.Builder
	var last *nlp.Token
	for _, c := range nodes {
		n := &t.nodes[c]
		if drop != nil && drop(c) || last == nil && (n.upos == "ADV" || dropAtStart[n.form]) || n.upos == "PUNCT" && (last == nil || !isDash(n.form)) {
			continue
		}
		for x := n.tokens.First; x < n.tokens.Last; x++ {
			tok := &t.sentence.Tokens[x]
			if last != nil && (tok.SpaceBefore || last.End != tok.Start) {
				b.WriteByte(' ')
			}
			b.WriteString(tok.Form)
			last = tok
		}
	}
	return b.String()
}

// underInfinitive tells whether node c belongs to what noun k is to do: an
// "agreement to supply gas for heating" is one to supply gas.
func (t *tree) underInfinitive(c, k int) bool {
	for c = t.nodes[c].head; c >= 0 && c != k; c = t.nodes[c].head {
		if t.nodes[c].deprel == "acl" && t.nodes[c].xpos == "VB" {
			return true
		}
	}
	return false
}

// apart tells whether dependent c of k is no part of what one would name k.
func (t *tree) apart(k, c int) bool {
	n, r, p := &t.nodes[c], rel(t.nodes[c].deprel), t.caseOf(c)
	if c < k { // whose it is, and "the two"
		return n.deprel == "nmod:poss" || r == "nummod" && n.lemma == "two" && !isDash(t.nodes[c+1].form)
	}
	switch r {
	case "nmod":
		m := t.mentionAt(c)
		switch {
		case !naming[p], t.isTime(c), t.withPerson(c), vague[n.lemma], t.lists(c):
			return true
		case happening[t.nodes[k].lemma]:
			return t.isPlace(c) || p == "between" || p == "by" || p == "with" && t.isActor(c)
		case m != nil && m.Type != entity.Area && t.hasKid(k, "nummod"): // "20 tents to Peru" are 20 tents
			return p == "to" || p == "for" || p == "from"
		}
		return false
	case "acl": // "an agreement to trade", "help in building a port", but not "perceptions reached in Lima"
		return n.xpos != "VB" && !(n.xpos == "VBG" && t.kidLemma(c, "mark", "in", "on", "for", "of", "with"))
	case "flat", "compound", "nummod":
		return false
	}
	return true
}

// aside tells whether a dependent further down is no part of the phrase: there
// everything belongs to it but clauses, asides and circumstances.
func (t *tree) aside(c int) bool {
	switch n := &t.nodes[c]; n.deprel {
	case "acl:relcl", "appos", "parataxis", "advcl":
		return true
	case "nmod":
		p := t.caseOf(c)
		return c > n.head && (!naming[p] || p == "with")
	}
	return false
}

var dropAtStart = set("the", "a", "an", "this", "that", "these", "those", "our", "their", "its", "his", "her", "my", "your", "further", "more",
	"greater", "closer", "continued", "such", "other", "various", "several", "some", "any", "all", "key", "new", "deeper", "stronger", "increased", "enhanced",
	"and", "or", "both", "also", "as", "to", "for", "with", "of", "in", "on", "many", "additional", "broader", "wider", "better", "shared", "existing", "full", "growing", "ongoing")
