package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A text is a document as its tokens show it, before anything is read in it.
type text struct {
	sentences []sentence
	low       map[string]bool // words that stand in lower case somewhere
	seen      seenWords
}

// textOf looks at the words of a document and learns what they show of each other.
func textOf(doc *nlp.Document) *text {
	t := &text{sentences: make([]sentence, len(doc.Sentences)), low: lowWords(doc), seen: seenWords{}}
	known := map[string]knownWord{}
	for i := range doc.Sentences {
		s, sent := &t.sentences[i], &doc.Sentences[i]
		s.index, s.tokens = i, sent.Tokens
		s.ws = wordsOf(doc, sent, known)
		s.at = look(s.ws)
		s.heading = titleCased(s.ws)
		if i+1 < len(doc.Sentences) {
			next := &doc.Sentences[i+1]
			s.heNext = next.Paragraph == sent.Paragraph && len(next.Tokens) > 0 &&
				world.SingularPersonPronoun.Has(strings.ToLower(next.Tokens[0].Form))
		}
		t.seen.add(s)
	}
	return t
}

// lowWords gives the words that a document has in lower case.
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
