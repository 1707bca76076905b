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
	if strings.EqualFold(t.text(m.Span), "we") && anyWord(tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+3)], world.JointVerbForm) {
		g := &t.meeting
		switch {
		case slices.Contains(g.own, who) && m.Sentence-g.ownAt <= 4:
			return slices.Clone(g.own)
		case t.quoted[i] && len(g.people) == 2 && slices.Contains(g.people, who) && g.within(m.Sentence, 4):
			return slices.Clone(g.people) // "We discussed fish," said one of the two who met
		}
	}
	return t.landOf(who)
}
