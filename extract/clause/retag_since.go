package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// tagSince makes an adverb of "since" between "have" and a participle: "has since renewed the
// sanctions", but not "has, since the war, grown".
func tagSince(model *nlp.Model, s *nlp.Sentence) {
	for i := 0; i+2 < len(s.Tokens); i++ {
		have, since, verb := &s.Tokens[i], &s.Tokens[i+1], &s.Tokens[i+2]
		if have.Lemma != "have" || !strings.EqualFold(since.Form, "since") || verb.XPOS == "NNP" {
			continue
		}
		readings, _ := model.Readings(verb.Form)
		for _, r := range readings {
			if r.XPOS != "VBN" {
				continue
			}
			have.UPOS, since.UPOS, since.XPOS, since.Lemma = "AUX", "ADV", "RB", "since"
			verb.UPOS, verb.XPOS, verb.Lemma = "VERB", "VBN", r.Lemma
			if r.Lemma == "be" {
				verb.UPOS = "AUX"
			}
			break
		}
	}
}
