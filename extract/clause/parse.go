package clause

import (
	"slices"
	"unicode"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// Parse sets the trees of a tagged sentence, reading each name, with its titles,
// as one token. mentions are those of the sentence, sorted as mention.Find
// returns them. Tags that the names, or the lack of a verb, show to be wrong are
// set right.
func Parse(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	retag(model, s, mentions)
	groups := groupsOf(s, mentions)
	words := linked(s)
	v := view{of: s, hidden: map[int]int{}}
	for _, i := range closingCommas(s, mentions) {
		v.hidden[i] = i - 1
	}
	short := shortForms(s, mentions)
	for _, i := range short {
		for k := i; k < i+3; k++ {
			v.hidden[k] = i - 1
		}
	}
	groups = slices.DeleteFunc(groups, func(r nlp.Range) bool {
		_, ok := v.hidden[r.First]
		return ok
	})
	for _, r := range words {
		for i := r.First; i < r.Last-1; i++ {
			v.hidden[i] = r.Last - 1
		}
	}
	if len(v.hidden) == 0 {
		model.Parse(s, groups)
		return
	}
	v.show(words, groups)
	model.Parse(&v.Sentence, groups)
	v.spread()
	for _, i := range short {
		s.Tokens[i+1].Deprel = "appos"
	}
}

// A view is a sentence as the parser sees it where some tokens are hidden from it.
type view struct {
	nlp.Sentence               // the tokens that are shown
	of           *nlp.Sentence // the sentence that is viewed
	hidden       map[int]int   // hidden tokens, with the tokens that they will depend on
	shown        []int         // tokens of the sentence by those of the view
}

// show fills the view. It makes an adjective of each of the words that are written
// as one, "people-to-people", of which only the last token is shown, and counts
// the tokens of groups as the view does.
func (v *view) show(words, groups []nlp.Range) {
	v.Sentence = nlp.Sentence{Span: v.of.Span, Paragraph: v.of.Paragraph}
	at := make([]int, len(v.of.Tokens)) // tokens of the view by those of the sentence
	for i := range v.of.Tokens {
		at[i] = len(v.Tokens)
		if _, ok := v.hidden[i]; !ok {
			v.Tokens = append(v.Tokens, v.of.Tokens[i])
			v.shown = append(v.shown, i)
		}
	}
	for _, r := range words {
		t := &v.Tokens[at[r.Last-1]]
		t.UPOS, t.XPOS = "ADJ", "JJ"
	}
	for i, r := range groups {
		groups[i] = nlp.Range{First: at[r.First], Last: at[r.Last-1] + 1}
	}
}

// spread gives the tokens of the sentence the arcs that the view has got, and the
// hidden ones theirs.
func (v *view) spread() {
	for i := range v.Tokens {
		t := &v.of.Tokens[v.shown[i]]
		t.Deprel, t.Head = v.Tokens[i].Deprel, v.Tokens[i].Head
		if t.Head >= 0 {
			t.Head = v.shown[t.Head]
		}
	}
	for i, head := range v.hidden {
		v.of.Tokens[i].Head, v.of.Tokens[i].Deprel = head, "punct"
	}
}

// closingCommas finds the commas that close an apposition which is part of a
// mention: "Trade Minister, Ms Ada Obi, was in Lima". Left in, they part the
// subject from its verb.
func closingCommas(s *nlp.Sentence, mentions []entity.Mention) []int {
	var out []int
	for i := range mentions {
		m := &mentions[i]
		end := m.Tokens.Last
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person ||
			end+1 >= len(s.Tokens) || s.Tokens[end].Form != "," {
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

// shortForms finds where the short form of the name before it stands in brackets:
// "a Memorandum of Understanding (MoU) on tea". Left in, it parts the name from what
// belongs to it. What is part of a name, "the World (B3W) initiative", is left.
func shortForms(s *nlp.Sentence, mentions []entity.Mention) []int {
	var out []int
	for i := 1; i+2 < len(s.Tokens); i++ {
		within := func(m entity.Mention) bool { return m.Tokens.First <= i && i < m.Tokens.Last }
		if t := s.Tokens[i-1:]; t[1].Form == "(" && t[3].Form == ")" && isShortForm(t[2].Form) &&
			isNoun(&t[0]) && (len(t) == 4 || !isNoun(&t[4])) && !slices.ContainsFunc(mentions, within) {
			out = append(out, i)
		}
	}
	return out
}

func isNoun(t *nlp.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// isShortForm tells whether a word is made of initials: "MoU", "ASEAN".
func isShortForm(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return capitals >= 2 && capitals*2 >= letters
}
