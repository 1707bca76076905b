package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// longestCloser is how many words an area-closer has at most.
const longestCloser = 4

// closing returns the index of the first of some words from which on they are no part of
// what an area is called but tell when, why or how it is dealt with: "amid", "with the
// aim"; their number if there is none. An area has a word before that.
func closing(words []string) int {
	for i := 1; i < len(words); i++ {
		if i+1 < len(words) && world.BeforeYearWord.Has(strings.ToLower(words[i])) && isYear(words[i+1]) {
			return i // "by 2030"
		}
		for n := 1; n <= longestCloser && i+n <= len(words); n++ {
			if world.AreaCloser.Has(strings.ToLower(strings.Join(words[i:i+n], " "))) {
				return i
			}
		}
	}
	return len(words)
}

// isCutOff tells whether between nodes a and b stands what parts them, and nothing joins b to a:
// "trade" and "exports" in "trade and increasing exports".
func (t *tree) isCutOff(a, b int) bool {
	switch t.nodes[b].upos {
	case "NOUN", "PROPN", "ADJ", "NUM":
	default:
		return false
	}
	for i := a + 1; i < b; i++ {
		switch t.nodes[i].upos {
		case "VERB", "ADP", "SCONJ":
			return true
		case "CCONJ":
			return i+2 < b || t.isVerb(i+1) // not "deterrence and response capabilities"
		}
	}
	return false
}

// isQuality tells whether an adverb says in which way something is what the adjective or
// participle behind it says: "mutually beneficial", "newly built".
func (t *tree) isQuality(k int) bool {
	h := t.nodes[k].head
	return h == k+1 && rel(t.nodes[h].deprel) == "amod" && strings.HasSuffix(t.nodes[k].form, "ly") && !world.Particularizer.Has(t.nodes[k].form)
}

// closes tells whether a phrase opens with words with which no area goes on: "in light of".
func (t *tree) closes(k int) bool {
	first := t.first(k)
	words := []string{""}
	for _, tok := range t.sentence.Tokens[first:min(first+longestCloser, len(t.sentence.Tokens))] {
		words = append(words, tok.Form)
	}
	return closing(words) == 1
}
