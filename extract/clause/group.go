package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What parser and tree read as one word.

// groupsOf returns the token ranges of a sentence that the parser should read as
// one token: names, with their titles, of more than one token. A pair of
// countries ("the Kenya–Peru partnership") is one group too: as one token it is
// read as the modifier that it is.
func groupsOf(s *nlp.Sentence, mentions []entity.Mention) []nlp.Range {
	var groups []nlp.Range
	pair := false // the last group ends in a country that stands alone
	for i := range mentions {
		m := &mentions[i]
		if count(s, m) {
			groups = append(groups, m.Tokens)
			continue
		}
		if m.Kind != entity.Named || m.Inside && !separate(mentions, i) {
			continue
		}
		r := core(s, m)
		country := m.Type == entity.Country
		if n := len(groups); country && pair && n > 0 && groups[n-1].Last == r.First-1 && isDash(s.Tokens[r.First-1].Form) {
			groups[n-1].Last = r.Last
			continue
		}
		pair = country
		if r.Last-r.First > 1 || country {
			groups = append(groups, r)
		}
	}
	return slices.DeleteFunc(groups, func(r nlp.Range) bool { return r.Last-r.First < 2 })
}

// count tells whether a mention is a mere number before a verb, "the two
// discussed": read word by word, the verb would be an adjective to what follows.
func count(s *nlp.Sentence, m *entity.Mention) bool {
	last := m.Tokens.Last
	if m.Kind == entity.Named || last == len(s.Tokens) || s.Tokens[last-1].UPOS != "NUM" {
		return false
	}
	upos := s.Tokens[last].UPOS
	return upos == "VERB" || upos == "AUX" || upos == "ADV"
}

// separate tells whether a mention inside others is a noun phrase of its own: "the
// United States" in "representatives of the United States", but in no name.
func separate(mentions []entity.Mention, i int) bool {
	m := &mentions[i]
	if m.Adjective || m.Kind != entity.Named {
		return false
	}
	for k := i - 1; k >= 0 && mentions[k].Sentence == m.Sentence; k-- {
		if o := &mentions[k]; o.Kind == entity.Named && o.Tokens.Last >= m.Tokens.Last {
			return false
		}
	}
	return true
}

// linked returns the words that are written as one, such as "people-to-people"
// and "London-based".
func linked(s *nlp.Sentence) []nlp.Range {
	var out []nlp.Range
	tied := func(i, n int) bool { // whether n tokens at i have no space between them
		for k := i + 1; k < i+n; k++ {
			if k >= len(s.Tokens) || s.Tokens[k].SpaceBefore {
				return false
			}
		}
		return true
	}
	for i := 0; i < len(s.Tokens); i++ {
		n := 0
		switch t := s.Tokens[i:]; {
		case tied(i, 5) && isDash(t[1].Form) && isDash(t[3].Form) && world.ListPreposition.Has(t[2].Form):
			n = 5
		case len(t) > 3 && t[1].Form == "to" && t[0].UPOS == "NOUN" && strings.EqualFold(t[0].Form, t[2].Form) &&
			(t[3].UPOS == "NOUN" || t[3].XPOS == "VB" || t[3].XPOS == "VBP" || t[3].XPOS == "VBZ"):
			n = 3 // "people to people contacts"
		case tied(i, 3) && t[1].Form == "-" && t[0].UPOS == "PROPN" && t[2].XPOS == "VBN" && !tied(i+2, 2):
			n = 3
		case tied(i, 3) && t[1].Form == "-" && !tied(i+2, 2) && nounWithAdverb(t[0], t[2]):
			n = 3
		default:
			continue
		}
		out = append(out, nlp.Range{First: i, Last: i + n})
		i += n - 1
	}
	return out
}

// nounWithAdverb tells whether two words that a hyphen joins are a noun such as "know-how",
// "follow-up" or "take-off".
func nounWithAdverb(word, adverb nlp.Token) bool {
	return (word.UPOS == "NOUN" || word.UPOS == "VERB") && (adverb.UPOS == "ADV" || adverb.UPOS == "ADP")
}

// isDash tells whether a token is a dash, which joins words that are read as one.
func isDash(s string) bool { return world.LinkDash.Has(s) }

// core is the tokens of a mention without a leading article, which belongs to
// the noun phrase around it ("the Kenya-Peru partnership").
func core(s *nlp.Sentence, m *entity.Mention) nlp.Range {
	r := m.Tokens
	if r.Last-r.First > 1 && strings.EqualFold(s.Tokens[r.First].Form, "the") {
		r.First++
	}
	return r
}

// topOf returns the token that carries the arc of an office without a name, the
// noun that it is known by elsewhere: "deputy head of mission" hangs by "head".
func topOf(s *nlp.Sentence, m *entity.Mention) int {
	if len(m.Offices) == 0 || m.Kind != entity.Nominal {
		return m.Head
	}
	within := func(k int) bool { return k >= m.Tokens.First && k < m.Tokens.Last }
	h := m.Head
	for steps := m.Tokens.Last - m.Tokens.First; steps > 0 && within(s.Tokens[h].Head); steps-- {
		h = s.Tokens[h].Head
	}
	return h
}
