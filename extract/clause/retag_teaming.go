package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// tagTeaming makes a verb of a noun by which somebody in a headline joins with others: "Nokia ties
// up with Siemens", "Nokia, Siemens team up to lay cables", "Nokia partners with Siemens".
func tagTeaming(s *nlp.Sentence, mentions []entity.Mention) {
	for i := 1; i+2 < len(s.Tokens); i++ {
		t, next := &s.Tokens[i], &s.Tokens[i+1]
		up := next.Form == "up" && (s.Tokens[i+2].Form == "with" || s.Tokens[i+2].Form == "to")
		up = up || t.Lemma == "join" && (next.Form == "hands" || next.Form == "forces")
		if t.UPOS != "NOUN" || !world.TeamingWord.Has(t.Form) || !(up || t.Lemma == "partner" && next.Form == "with" && untensed(s)) {
			continue
		}
		if slices.ContainsFunc(mentions, func(m entity.Mention) bool {
			return m.Tokens.Last == i && (m.Type == entity.Organization || m.Type == entity.Country)
		}) {
			t.UPOS, t.XPOS = "VERB", "VBP"
			if strings.HasSuffix(t.Form, "s") {
				t.XPOS = "VBZ"
			}
		}
	}
}
