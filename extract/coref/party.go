package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// delegation resolves "the delegation" as its leader, where it meets, visits or attends, or is
// received: what it says or wants he need not.
func (t *thread) delegation(m *entity.Mention) []int {
	tokens := t.tokens(m)
	does := slices.ContainsFunc(tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+5)], func(w nlp.Token) bool {
		return w.UPOS == "VERB" && world.PartyVerb.Has(strings.ToLower(w.Lemma))
	})
	verb := t.verbOf(m)
	suffers := verb >= 0 && verb < m.Tokens.First && tokens[t.anchor(m)].Head == verb && world.PartyVerb.Has(strings.ToLower(tokens[verb].Lemma))
	if !does && !suffers {
		return nil
	}
	return one(t.delegates.leader())
}
