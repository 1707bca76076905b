package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
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

// longestAttribution is how many words there are at most in who says what a sentence tells.
const longestAttribution = 12

// attribution returns where it begins at the end of a sentence who says what it tells, ", the
// minister said on Monday"; the end if it is not told.
func attribution(s *nlp.Sentence) int {
	n := len(s.Tokens)
	for i := n - 3; i > 2 && n-i <= longestAttribution; i-- {
		if s.Tokens[i].Form != "," {
			continue
		}
		finite, speech := 0, false
		for k := i + 1; k < n; k++ {
			if isFinite(s.Tokens[k].XPOS) {
				finite++
				speech = world.SpeechVerb.Has(s.Tokens[k].Lemma)
			}
		}
		if finite > 0 {
			if finite == 1 && speech && s.Tokens[i+1].UPOS != "CCONJ" {
				return i
			}
			return n
		}
	}
	return n
}
