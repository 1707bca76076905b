package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// ourselves resolves we, us, our: whoever writes or speaks and those he has
// just met where they do something together, his country otherwise.
func (t *thread) ourselves(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)
	if next := m.Tokens.Last; next < len(tokens) && world.SharingAdjective.Has(strings.ToLower(tokens[next].Form)) {
		if lands := t.withOurs(i, t.countries(i)); len(lands) > 1 { // "our shared commitment"
			return lands
		}
	}
	who := t.voice(i)
	if who < 0 {
		return nil
	}
	met := slices.Contains(t.meeting.own, who) && m.Sentence-t.meeting.ownAt <= 4
	if met && strings.EqualFold(t.text(m.Span), "we") {
		if anyWord(tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+3)], world.JointVerbForm) {
			return slices.Clone(t.meeting.own)
		}
	}
	return t.landOf(who)
}
