package entity

import "github.com/relata-graph/relata/extract/nlp"

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
	low := lowWords(doc)
	known := map[string]knownWord{}
	all := make([][]nlp.Clues, len(doc.Sentences))
	for i := range doc.Sentences {
		ws := wordsOf(doc, &doc.Sentences[i], known)
		all[i] = cluesOf(ws, look(ws), low)
	}
	return all
}

func lowWords(doc *nlp.Document) map[string]bool {
	low := map[string]bool{}
	for i := range doc.Sentences {
		for _, t := range doc.Sentences[i].Tokens {
			if shapeOf(t.Form) == lower {
				low[t.Form] = true
			}
		}
	}
	return low
}

func cluesOf(ws []word, at []hit, low map[string]bool) []nlp.Clues {
	clues := make([]nlp.Clues, len(ws))
	for i, w := range ws {
		c := &clues[i]
		if closed[w.lower] {
			*c |= clueClosed
		}
		switch officeNouns[w.lower].rank {
		case noRank:
		case callingRank:
			*c |= clueCalling
		default:
			*c |= clueOffice
		}
		if _, ok := salutations[trimDot(w.lower)]; ok {
			*c |= clueSalutation
		}
		if !w.named() {
			continue
		}
		switch kinds[w.lower] {
		case Organization:
			*c |= clueBodyNoun
		case Event, Agreement:
			*c |= clueEventNoun
		}
		if low[w.lower] {
			*c |= clueLow
		}
		if w.use.Given {
			*c |= clueGiven
		}
		if w.use.Surname {
			*c |= clueSurname
		}
		if w.use.FamilyFirst {
			*c |= clueFamilyFirst
		}
		h := &at[i]
		mark := func(n int, first, inside nlp.Clues) {
			for k := i; k < i+n; k++ {
				if k > i {
					clues[k] |= inside
				} else {
					*c |= first
				}
			}
		}
		if h.country != nil {
			if h.adjective {
				mark(h.countryLen, clueDemonym, clueDemonym)
			} else {
				mark(h.countryLen, clueCountry, clueInPlace)
			}
		}
		if h.place != nil {
			first := cluePlace
			if h.place.Population >= metropolis || h.place.Kind != "city" {
				first = clueBigPlace
			}
			mark(h.plLen, first, clueInPlace)
		}
		if h.org != nil {
			mark(h.orgLen, clueOrganization, clueInOrganization)
		}
	}
	return clues
}

func trimDot(s string) string {
	if n := len(s); n > 1 && s[n-1] == '.' {
		return s[:n-1]
	}
	return s
}
