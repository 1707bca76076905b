package nlp

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// dateline gives the number of tokens of a dateline that opens a block,
// including its dash: "HÀ NỘI —", "VIETNAM, October 10 - HÀ NỘI –", "LONDON
// (Reuters) -", "Paris, 3 May 2024 –". It has a place in capitals, an agency in
// brackets or the name of a month, and no words in small letters.
func dateline(tokens []Token) int {
	const limit = 16
	place, agency, month, found := false, false, false, 0
	for i := 0; i < len(tokens) && i < limit; i++ {
		form := tokens[i].Form
		switch {
		case world.DatelineDash.Has(form):
			if i == 0 || i+1 >= len(tokens) {
				return found
			}
			spaced := tokens[i].SpaceBefore || tokens[i+1].SpaceBefore || form == "—" || form == "--"
			next := tokens[i+1].Form
			if spaced && (place || agency || month) && (capitalised(next) || world.OpeningMark.Has(next)) {
				found = i + 1
				place, agency, month = false, false, false
			}
		case form == ",", form == "/", form == ".", form == ":", form == "(":
		case form == ")":
			agency = i > 1
		case allCaps(form):
			place = true
		case i > 0 && world.DateMonth.Has(strings.ToLower(strings.TrimSuffix(form, "."))):
			month = true
		case capitalised(form), numeral(form), form == "date", form[0] >= '0' && form[0] <= '9', strings.HasSuffix(form, "."):
		default:
			return found
		}
	}
	return found
}

// paragraphNumber gives the number of tokens of a paragraph's number ("2.", "3" before a
// capital, "b)", "(iv)").
func paragraphNumber(tokens []Token) int {
	if len(tokens) < 3 {
		return 0
	}
	if tokens[0].Form == "(" && !tokens[1].SpaceBefore {
		if n := bracketed(tokens[1:]); n > 0 {
			return n + 1
		}
	}
	if n := bracketed(tokens); n > 0 {
		return n
	}
	if !numeral(tokens[0].Form) || len(tokens[0].Form) > 3 {
		return 0
	}
	switch second := tokens[1]; {
	case (second.Form == "." || second.Form == ")") && !second.SpaceBefore && tokens[2].SpaceBefore:
		return 2
	case second.SpaceBefore && world.SentenceStarter.Has(strings.ToLower(second.Form)) && capitalised(second.Form):
		return 1
	}
	return 0
}

// bracketed gives the number of tokens of a number or letter with its closing bracket,
// before a space.
func bracketed(tokens []Token) int {
	if len(tokens) < 3 || tokens[1].Form != ")" || tokens[1].SpaceBefore || !tokens[2].SpaceBefore {
		return 0
	}
	if form := tokens[0].Form; numeral(form) && len(form) <= 3 || isLettering(form) {
		return 2
	}
	return 0
}
