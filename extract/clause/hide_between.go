package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// longestBetween is how many words a phrase between an auxiliary and its verb has at most.
const longestBetween = 6

// betweens finds when something is done where it stands between an auxiliary and its verb: "has in
// recent weeks accused", "was on Monday sentenced". Left in, it makes a verb of the auxiliary.
func betweens(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) []aside {
	var out []aside
	for i := 1; i+3 < len(s.Tokens); i++ {
		prep, bare := s.Tokens[i+1].UPOS == "ADP", slices.Contains([]string{"this", "last"}, s.Tokens[i+1].Form) // "was last week sentenced"
		if !isAuxiliary(s.Tokens[i].Lemma) || !prep && !bare {
			continue
		}
		end := i + 2
		for end < len(s.Tokens) && end-i <= longestBetween && isTimePart(s.Tokens[end].UPOS) {
			end++
		}
		for end > i+2 && !isTimeWord(&s.Tokens[end-1]) { // "in turn accused", where "accused" may pass for an adjective
			end--
		}
		if end == i+2 || end+1 >= len(s.Tokens) || !isMainVerb(model, s, i, end) {
			continue
		}
		r := nlp.Range{First: i + 1, Last: end}
		if slices.ContainsFunc(mentions, func(m entity.Mention) bool { return m.Tokens.First < r.Last && m.Tokens.Last > r.First }) {
			continue
		}
		noun := end - 1
		a := aside{r, end, []arc{{noun, end, "obl"}, {i + 1, noun, "case"}}}
		if bare {
			a.arcs = []arc{{noun, end, "obl:unmarked"}, {i + 1, noun, "amod"}}
		}
		for x := i + 2; x < noun; x++ {
			deprel := map[string]string{"DET": "det", "NUM": "nummod", "ADV": "advmod", "PRON": "det"}[s.Tokens[x].UPOS]
			if deprel == "" {
				deprel = "amod"
			}
			a.arcs = append(a.arcs, arc{x, noun, deprel})
		}
		out = append(out, a)
	}
	return out
}

func isAuxiliary(lemma string) bool {
	return lemma == "have" || lemma == "be" || lemma == "will" || lemma == "would"
}

// isTimePart tells whether a word of a kind may stand in what tells a time.
func isTimePart(upos string) bool {
	switch upos {
	case "DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV", "PRON":
		return true
	}
	return false
}

// isTimeWord tells whether a word is one that ends what tells a time, or "turn", "particular".
func isTimeWord(t *nlp.Token) bool {
	form := strings.ToLower(t.Form)
	return world.TimeNoun.Has(t.Lemma) || world.Month.Number(t.Form) > 0 || world.Weekday.Number(form) > 0 || isDayWord(form) ||
		slices.Contains([]string{"past", "turn", "particular", "principle", "effect", "occasion", "decade", "time"}, strings.ToLower(t.Lemma))
}

// isMainVerb tells whether token k may be the verb of the auxiliary at i, and makes it one.
func isMainVerb(model *nlp.Model, s *nlp.Sentence, i, k int) bool {
	tag := "VBN"
	if lemma := s.Tokens[i].Lemma; lemma == "will" || lemma == "would" {
		tag = "VB"
	}
	t := &s.Tokens[k]
	readings, _ := model.Readings(t.Form)
	at := slices.IndexFunc(readings, func(r nlp.Reading) bool { return r.XPOS == tag })
	if at < 0 || t.UPOS == "PROPN" || tag == "VB" && t.UPOS != "VERB" {
		return false
	}
	s.Tokens[i].UPOS = "AUX"
	t.UPOS, t.XPOS, t.Lemma = "VERB", tag, readings[at].Lemma
	return true
}
