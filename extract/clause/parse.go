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
	asides := slices.Concat(betweens(model, s, mentions), shortForms(s, mentions), sums(s, mentions), offices(s, mentions), dayNumbers(s), behalves(s, mentions))
	for _, a := range asides {
		for k := a.First; k < a.Last; k++ {
			v.hidden[k] = a.on
		}
	}
	groups = slices.DeleteFunc(groups, func(r nlp.Range) bool { return hidden(asides, r.First) })
	for _, r := range words {
		for i := r.First; i < r.Last-1; i++ {
			v.hidden[i] = r.Last - 1
		}
	}
	if len(v.hidden) == 0 {
		model.Parse(s, groups)
	} else {
		v.show(words, groups)
		model.Parse(&v.Sentence, groups)
		v.spread()
	}
	for _, a := range asides {
		for _, x := range a.arcs {
			s.Tokens[x.token].Head, s.Tokens[x.token].Deprel = x.head, x.deprel
		}
	}
	seatSubjects(s)
	tellClauses(s)
}

// tellClauses makes what somebody says, denies or the like behind "that" the complement of the
// verb: "denied that it had bought the firm".
func tellClauses(s *nlp.Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		m := &s.Tokens[i]
		if m.Deprel != "mark" || m.Head < 0 || !strings.EqualFold(m.Form, "that") || strings.EqualFold(s.Tokens[i-1].Form, "so") {
			continue
		}
		if c := &s.Tokens[m.Head]; c.Deprel == "advcl" && c.Head == i-1 {
			if l := s.Tokens[c.Head].Lemma; world.SpeechVerb.Has(l) || governed(l) != "" {
				c.Deprel = "ccomp"
			}
		}
	}
}

// seatSubjects makes a subject of an "it" that somebody who acts must be: "it is ready to help".
func seatSubjects(s *nlp.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel == "expl" && t.Head >= 0 && strings.EqualFold(t.Form, "it") &&
			world.DeliberateAdjective.Has(s.Tokens[t.Head].Lemma) {
			t.Deprel = "nsubj"
		}
	}
}

// A view is a sentence as the parser sees it where some tokens are hidden from it.
type view struct {
	nlp.Sentence               // the tokens that are shown
	of           *nlp.Sentence // the sentence that is viewed
	hidden       map[int]int   // hidden tokens, with the tokens that they will depend on
	shown        []int         // tokens of the sentence by those of the view
}

// show fills the view. It makes an adjective, or a noun, of each of the words that
// are written as one, "people-to-people", "know-how", of which only the last token is shown, and counts
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
		if r.Last-r.First == 3 && nounWithAdverb(v.of.Tokens[r.First], *t) {
			t.UPOS, t.XPOS = "NOUN", "NN"
		} else {
			t.UPOS, t.XPOS = "ADJ", "JJ"
		}
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
