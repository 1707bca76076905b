package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// anyWord tells whether a word of a class stands among tokens.
func anyWord(tokens []nlp.Token, words world.Class) bool {
	for i := range tokens {
		if words.Has(strings.ToLower(tokens[i].Form)) {
			return true
		}
	}
	return false
}

// meets tells whether a sentence speaks of people who come together.
func meets(tokens []nlp.Token) bool { return anyWord(tokens, world.MeetingForm) }

// listed tells whether tokens only join the items of a list.
func listed(tokens []nlp.Token) bool {
	for _, w := range tokens {
		if !world.ListJoiner.Has(strings.ToLower(w.Form)) {
			return false
		}
	}
	return len(tokens) > 0
}

// outsideBrackets leaves out what stands in brackets: "(ROK)".
func outsideBrackets(tokens []nlp.Token) []nlp.Token {
	i := slices.IndexFunc(tokens, func(t nlp.Token) bool { return t.Form == "(" })
	j := slices.IndexFunc(tokens, func(t nlp.Token) bool { return t.Form == ")" })
	if i < 0 || j < i {
		return tokens
	}
	return slices.Concat(tokens[:i], tokens[j+1:])
}

// wordAfter finds a word among the first of some tokens, -1 if it is not there.
func wordAfter(tokens []nlp.Token, word string, within int) int {
	for k := 0; k < len(tokens) && k < within; k++ {
		if strings.EqualFold(tokens[k].Form, word) {
			return k
		}
	}
	return -1
}
