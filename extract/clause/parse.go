package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Parse sets the trees of a tagged sentence, reading each name, with its titles,
// as one token. mentions are those of the sentence, sorted as mention.Find
// returns them.
func Parse(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	for i := range mentions { // "Shell" is no noun where it is a company
		m := &mentions[i]
		if t := &s.Tokens[m.Head]; m.Kind == entity.Named && m.Tokens.Last-m.Tokens.First == 1 && t.XPOS == "NN" {
			t.UPOS, t.XPOS = "PROPN", "NNP"
		}
	}
	mendTense(s)
	mendPresent(model, s, mentions)
	groups := groupsOf(s, mentions)
	dropped := map[int]int{} // tokens that the parser does not see, with what they hang on
	for _, i := range closingCommas(s, mentions) {
		dropped[i] = i - 1
	}
	words := linked(s)
	for _, r := range words {
		for i := r.First; i < r.Last-1; i++ {
			dropped[i] = r.Last - 1
		}
	}
	if len(dropped) == 0 {
		model.Parse(s, groups)
		return
	}
	view := nlp.Sentence{Span: s.Span, Paragraph: s.Paragraph}
	toView, toSentence := make([]int, len(s.Tokens)), []int{}
	for i := range s.Tokens {
		toView[i] = len(view.Tokens)
		if _, ok := dropped[i]; !ok {
			view.Tokens = append(view.Tokens, s.Tokens[i])
			toSentence = append(toSentence, i)
		}
	}
	for _, r := range words { // "people-to-people", "London-based" are adjectives to what follows them
		t := &view.Tokens[toView[r.Last-1]]
		t.UPOS, t.XPOS = "ADJ", "JJ"
	}
	for i := range groups {
		groups[i] = nlp.Range{First: toView[groups[i].First], Last: toView[groups[i].Last-1] + 1}
	}
	model.Parse(&view, groups)
	for i := range view.Tokens {
		t := &s.Tokens[toSentence[i]]
		t.Deprel, t.Head = view.Tokens[i].Deprel, view.Tokens[i].Head
		if t.Head >= 0 {
			t.Head = toSentence[t.Head]
		}
	}
	for i, head := range dropped {
		s.Tokens[i].Head, s.Tokens[i].Deprel = head, "punct"
	}
}

// mendTense makes a word the verb of a sentence that has no other finite one: a
// participle with an object, "the ministers discussed fish", and a noun between
// several and an infinitive, "Kenya and Peru plan to meet".
func mendTense(s *nlp.Sentence) {
	candidate, tag := -1, "VBD"
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if isFinite(t.XPOS) {
			return
		}
		switch t.XPOS {
		case "VBN":
			if candidate < 0 && i > 0 && i+1 < len(s.Tokens) {
				before, after := s.Tokens[i-1].UPOS, s.Tokens[i+1].UPOS
				if (before == "PROPN" || before == "NOUN" || before == "PUNCT" || before == "ADV") && (after == "DET" || after == "NOUN" || after == "PROPN" || after == "ADJ" || after == "PRON" || after == "NUM") {
					candidate = i
				}
			}
		case "NN":
			if candidate < 0 && world.InfinitiveNounOrVerb.Has(t.Lemma) && i > 2 && i+2 < len(s.Tokens) && s.Tokens[i-1].UPOS == "PROPN" && s.Tokens[i+1].XPOS == "TO" && s.Tokens[i+2].XPOS == "VB" && severalBefore(s, i) {
				candidate, tag = i, "VBP"
			}
		}
	}
	if candidate >= 0 {
		s.Tokens[candidate].UPOS, s.Tokens[candidate].XPOS = "VERB", tag
	}
}

// severalBefore tells whether names joined by "and" stand right before token i.
func severalBefore(s *nlp.Sentence, i int) bool {
	for k := i - 1; k > 0 && (s.Tokens[k].UPOS == "PROPN" || s.Tokens[k].UPOS == "CCONJ" || s.Tokens[k].UPOS == "DET"); k-- {
		if s.Tokens[k].UPOS == "CCONJ" {
			return s.Tokens[k-1].UPOS == "PROPN"
		}
	}
	return false
}

// mendPresent makes a plural noun between somebody and what he does something to
// a verb where the sentence has no other finite one: "Ito visits Lima", "Lan shakes
// hands with Sato".
func mendPresent(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	if slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool { return isFinite(t.XPOS) }) {
		return
	}
	for i := range mentions {
		m := &mentions[i]
		k := m.Tokens.Last
		if m.Kind != entity.Named || m.Type != entity.Person || m.Inside || k+1 >= len(s.Tokens) || s.Tokens[k].XPOS != "NNS" {
			continue
		}
		switch s.Tokens[k+1].UPOS {
		case "NOUN", "PROPN", "DET", "ADJ", "PRON":
		default:
			continue
		}
		readings, _ := model.Readings(s.Tokens[k].Form)
		for _, r := range readings {
			if r.XPOS == "VBZ" {
				t := &s.Tokens[k]
				t.UPOS, t.XPOS, t.Lemma = "VERB", r.XPOS, r.Lemma
				return
			}
		}
	}
}

// isFinite tells whether a Penn tag is that of a verb with a tense.
func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

// closingCommas finds the commas that close an apposition which is part of a
// mention: "Trade Minister, Ms Ada Obi, was in Lima". Left in, they part the
// subject from its verb.
func closingCommas(s *nlp.Sentence, mentions []entity.Mention) []int {
	var out []int
	for i := range mentions {
		m := &mentions[i]
		end := m.Tokens.Last
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person || end+1 >= len(s.Tokens) || s.Tokens[end].Form != "," {
			continue
		}
		opened := slices.ContainsFunc(s.Tokens[m.Tokens.First:end], func(t nlp.Token) bool { return t.Form == "," })
		switch s.Tokens[end+1].UPOS {
		case "VERB", "AUX", "ADP", "ADV", "PART":
			if opened {
				out = append(out, end)
			}
		}
	}
	return out
}

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
		case tied(i, 3) && t[1].Form == "-" && t[0].UPOS == "PROPN" && t[2].XPOS == "VBN" && !tied(i+2, 2):
			n = 3
		default:
			continue
		}
		out = append(out, nlp.Range{First: i, Last: i + n})
		i += n - 1
	}
	return out
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "/" }

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
