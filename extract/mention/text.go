package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A text is a document as its tokens show it, before anything is read in it. Of the parts
// of a long one it has the sentences of the last.
type text struct {
	sentences []sentence
	low       map[string]bool // words that stand in lower case somewhere
	seen      seenWords
}

func newText() *text { return &text{low: map[string]bool{}, seen: seenWords{}} }

// look looks at the words of a document, or of the next part of one, and learns what they
// show of each other.
func (t *text) look(doc *nlp.Document) {
	t.sentences = make([]sentence, len(doc.Sentences))
	t.addLow(doc)
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
}

// addLow notes the words that a document has in lower case.
func (t *text) addLow(doc *nlp.Document) {
	for i := range doc.Sentences {
		for _, w := range doc.Sentences[i].Tokens {
			if shapeOf(w.Form) == lower {
				t.low[w.Form] = true
			}
		}
	}
}
