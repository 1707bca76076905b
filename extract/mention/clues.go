package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What the lists and the document tell of a token, for nlp.NameModel. The bits
// are part of the trained model: a change of their meaning needs new training.
const (
	clueGiven nlp.Clues = 1 << iota
	clueSurname
	clueFamilyFirst
	clueCountry
	clueDemonym
	cluePlace
	clueBigPlace
	clueInPlace // after the first word of a place or country
	clueOrganization
	clueInOrganization
	clueBodyNoun  // "Ministry", "Bank"
	clueEventNoun // "Summit", "Treaty"
	clueOffice
	clueCalling
	clueSalutation
	clueClosed
	clueLow // the document has it in lower case
)

// Clues tells of each token of a document what the lists know of it, as
// nlp.NameModel wants it: by sentence and token.
func Clues(doc *nlp.Document) [][]nlp.Clues {
	t := newText()
	t.look(doc)
	all := make([][]nlp.Clues, len(t.sentences))
	for i := range t.sentences {
		all[i] = t.clues(&t.sentences[i])
	}
	return all
}

// clues tells of each token of a sentence what is known of it.
func (t *text) clues(s *sentence) []nlp.Clues {
	clues := make([]nlp.Clues, len(s.ws))
	for i := range s.ws {
		w := &s.ws[i]
		clues[i] |= titleClues(w)
		if w.named() {
			clues[i] |= t.seen[w.lower] | t.nameClues(w)
			s.at[i].mark(clues[i:])
		}
	}
	return clues
}

// titleClues tells what a word is to titles.
func titleClues(w *word) (c nlp.Clues) {
	if world.ClosedWord.Has(w.lower) {
		c |= clueClosed
	}
	switch world.RankOf(w.lower) {
	case world.NoRank:
	case world.CallingRank:
		c |= clueCalling
	default:
		c |= clueOffice
	}
	if _, ok := world.HonorificGender(trimDot(w.lower)); ok {
		c |= clueSalutation
	}
	return c
}

// nameClues tells what a capitalised word is to names.
func (t *text) nameClues(w *word) (c nlp.Clues) {
	switch entity.Type(world.NameHead.Value(w.lower)) {
	case entity.Organization:
		c |= clueBodyNoun
	case entity.Event, entity.Agreement:
		c |= clueEventNoun
	}
	if t.low[w.lower] {
		c |= clueLow
	}
	if w.use.Given {
		c |= clueGiven
	}
	if w.use.Surname {
		c |= clueSurname
	}
	if w.use.FamilyFirst {
		c |= clueFamilyFirst
	}
	return c
}

// mark writes what the lists know at a token into its clues and those after it.
func (h *hit) mark(clues []nlp.Clues) {
	set := func(n int, first, inside nlp.Clues) {
		for k := range n {
			if k > 0 {
				clues[k] |= inside
			} else {
				clues[k] |= first
			}
		}
	}
	switch {
	case h.country == nil:
	case h.adjective:
		set(h.countryLen, clueDemonym, clueDemonym)
	default:
		set(h.countryLen, clueCountry, clueInPlace)
	}
	if h.place != nil {
		first := cluePlace
		if h.place.Population >= world.Metropolis || h.place.Kind != "city" {
			first = clueBigPlace
		}
		set(h.plLen, first, clueInPlace)
	}
	if h.org != nil {
		set(h.orgLen, clueOrganization, clueInOrganization)
	}
}

// tagNames gives each token the name in which it stands, as the trained model
// sees it. It leaves a sentence without tags alone.
func (t *text) tagNames(model *nlp.NameModel, s *sentence) {
	if len(s.ws) == 0 || s.ws[0].upos == "" {
		return
	}
	s.tagged = slices.Repeat([]*nlp.Name{&noName}, len(s.ws))
	for _, n := range model.Names(s.tokens, t.clues(s)) {
		for i := n.First; i < n.Last; i++ {
			s.tagged[i] = &n
		}
	}
}

// noName is what the model sees at most tokens.
var noName nlp.Name
