package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// LongNames gives, for each sentence of a document, the tokens of its names of
// more than one word: the groups that nlp.Model.Parse takes as one word.
func LongNames(doc *nlp.Document, mentions []entity.Mention) [][]nlp.Range {
	names := make([][]nlp.Range, len(doc.Sentences))
	for _, m := range mentions {
		if m.Kind == entity.Named && !m.Inside && m.Tokens.Last-m.Tokens.First > 1 {
			names[m.Sentence] = append(names[m.Sentence], m.Tokens)
		}
	}
	return names
}
