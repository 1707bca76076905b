package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// Groups gives, for each sentence of a document, the tokens of its names of
// more than one word, as nlp.Model.Parse wants them.
func Groups(doc *nlp.Document, mentions []entity.Mention) [][]nlp.Range {
	groups := make([][]nlp.Range, len(doc.Sentences))
	for _, m := range mentions {
		if m.Kind == entity.Named && !m.Inside && m.Tokens.Last-m.Tokens.First > 1 {
			groups[m.Sentence] = append(groups[m.Sentence], m.Tokens)
		}
	}
	return groups
}
