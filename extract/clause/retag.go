package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// retag sets tags right that the names, or the lack of a finite verb, show to be
// wrong, before the sentence is parsed.
func retag(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	tagPrepositions(s)
	tagAdverbs(model, s)
	tagSince(model, s)
	tagBase(model, s)
	tagSerial(s)
	tagGrowing(s)
	tagQuality(model, s)
	tagShort(s)
	tagNames(s, mentions)
	tagTold(s, mentions)
	tagDoing(model, s, mentions)
	tagIncluded(s)
	tagAmong(s)
	tagTeaming(s, mentions)
	body := nlp.Sentence{Tokens: s.Tokens[:attribution(s)]}
	if !untensed(&body) {
		return
	}
	if k, tag := verbBetween(&body); k >= 0 {
		s.Tokens[k].UPOS, s.Tokens[k].XPOS = "VERB", tag
		return
	}
	if len(body.Tokens) == len(s.Tokens) {
		tagPresent(model, s, mentions)
	}
}

// tagIncluded makes a verb of "included" behind a participle that is told of a noun: "areas
// identified included tourism".
func tagIncluded(s *nlp.Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		if t.Form == "included" && t.XPOS == "VBN" && before.UPOS == "VERB" && strings.HasSuffix(before.Form, "ed") &&
			s.Tokens[i-2].XPOS == "NNS" && opensObject(s.Tokens[i+1].UPOS) {
			before.XPOS, t.UPOS, t.XPOS = "VBN", "VERB", "VBD"
		}
	}
}

// tagAmong makes a noun of a verb in what a sentence with "among" before "be" lists: "among the
// topics were tea, studies in forestry and rail".
func tagAmong(s *nlp.Sentence) {
	if len(s.Tokens) == 0 || !strings.EqualFold(s.Tokens[0].Form, "among") {
		return
	}
	be := slices.IndexFunc(s.Tokens, func(t nlp.Token) bool { return t.UPOS == "AUX" && t.Lemma == "be" })
	for i := max(be, 0) + 1; be > 0 && i+1 < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		if t.XPOS == "VBZ" && t.UPOS == "VERB" && (before.Form == "," || before.UPOS == "CCONJ") && s.Tokens[i+1].UPOS == "ADP" {
			t.UPOS, t.XPOS = "NOUN", "NNS"
		}
	}
}

// tagPrepositions makes prepositions of words that are nothing else, "amid", and of an
// "as" with no clause behind it: "took office as the country's next envoy".
func tagPrepositions(s *nlp.Sentence) {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.UPOS == "NOUN" && world.MerePreposition.Has(t.Form):
			t.UPOS, t.XPOS = "ADP", "IN"
		case t.UPOS == "SCONJ" && t.Form == "as" && !opensClause(s.Tokens[i+1:]):
			t.UPOS = "ADP"
		}
	}
}

// tagAdverbs makes adverbs of what stands before the infinitive or gerund that it is about:
// "to further deepen ties", "on further deepening ties", but "to further trade".
func tagAdverbs(model *nlp.Model, s *nlp.Sentence) {
	for i := 0; i+1 < len(s.Tokens); i++ {
		t, next := &s.Tokens[i], &s.Tokens[i+1]
		if !world.PreverbalAdverb.Has(t.Form) {
			continue
		}
		gerund := i > 0 && s.Tokens[i-1].UPOS == "ADP" && furthers(model, next) && i+2 < len(s.Tokens) &&
			(opensObject(s.Tokens[i+2].UPOS) || s.Tokens[i+2].XPOS == "VBG" || // "on further deepening existing ties"
				i+4 < len(s.Tokens) && s.Tokens[i+2].UPOS == "CCONJ" && s.Tokens[i+3].XPOS == "VBG" && opensObject(s.Tokens[i+4].UPOS))
		if t.UPOS == "VERB" && next.XPOS == "VB" || gerund {
			t.UPOS, t.XPOS = "ADV", "RB"
		}
		if gerund {
			next.UPOS, next.XPOS = "VERB", "VBG"
		}
	}
}

// furthers tells whether a token may be the gerund of a verb that says that something is
// furthered: "strengthening".
func furthers(model *nlp.Model, t *nlp.Token) bool {
	readings, _ := model.Readings(t.Form)
	return slices.ContainsFunc(readings, func(r nlp.Reading) bool {
		return r.XPOS == "VBG" && world.FurtheringVerb.Has(r.Lemma)
	})
}

// tagBase makes an infinitive of a verb that was taken for a past form, which it cannot be:
// "to win the fight, renew trust".
func tagBase(model *nlp.Model, s *nlp.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" {
			continue
		}
		readings, known := model.Readings(t.Form)
		base := false
		for _, r := range readings {
			known = known && r.XPOS != "VBD" && r.XPOS != "VBN"
			base = base || r.XPOS == "VB"
		}
		if known && base {
			t.XPOS = "VB"
		}
	}
}

// tagSerial makes an infinitive of what was taken for a word before a noun where commas and "and"
// list it with infinitives: "to boost trade, combat crime, and expand ties", "to save fuel, foster
// growth".
func tagSerial(s *nlp.Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if s.Tokens[i-1].Form != "," || t.XPOS != "NN" && t.XPOS != "JJ" || !world.SerialVerb.Has(t.Form) ||
			!opensObject(s.Tokens[i+1].UPOS) {
			continue
		}
		for k := i - 2; k > 0; k-- {
			x := &s.Tokens[k]
			if x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" || x.Form == ";" {
				break
			}
			if x.XPOS == "VB" && (s.Tokens[k-1].XPOS == "TO" || s.Tokens[k-1].XPOS == "MD" || s.Tokens[k-1].Form == ",") {
				t.UPOS, t.XPOS, t.Lemma = "VERB", "VB", strings.ToLower(t.Form)
				break
			}
		}
	}
}

// tagGrowing makes an adjective of a participle that says how much or how good the noun
// behind it is and stands behind a verb: "discuss rising security threats".
func tagGrowing(s *nlp.Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, next := &s.Tokens[i], &s.Tokens[i+1]
		if t.XPOS == "VBG" && world.WeighingAdjective.Has(t.Form) && s.Tokens[i-1].UPOS == "VERB" &&
			(next.UPOS == "NOUN" || next.UPOS == "ADJ") {
			t.UPOS, t.XPOS = "ADJ", "JJ"
		}
	}
}

// tagQuality makes an adjective of a word taken for a noun that opens a row of adjectives
// before the noun they are all about: "a secure, open, and free Pacific", "the continuing
// and growing threat".
func tagQuality(model *nlp.Model, s *nlp.Sentence) {
	for i := 1; i+3 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.XPOS != "NN" || s.Tokens[i-1].UPOS != "DET" || !readsAs(model, t.Form, "JJ") {
			continue
		}
		last := lastOfRow(s.Tokens, i)
		if last < 0 {
			continue
		}
		t.UPOS, t.XPOS = "ADJ", "JJ"
		s.Tokens[last].UPOS, s.Tokens[last].XPOS = "ADJ", "JJ" // it may be a participle
	}
}

// lastOfRow gives the last adjective of a row that the word at i opens, -1 if no such row
// with "and" or "or" leads to a noun.
func lastOfRow(tokens []nlp.Token, i int) int {
	joined := false
	for k := i + 1; k+1 < len(tokens); {
		for k+1 < len(tokens) && (tokens[k].Form == "," || tokens[k].UPOS == "CCONJ") {
			joined = joined || tokens[k].UPOS == "CCONJ"
			k++
		}
		next := tokens[k+1]
		switch {
		case tokens[k].XPOS != "JJ" && !(joined && tokens[k].XPOS == "VBG"):
			return -1
		case joined && (next.UPOS == "NOUN" || next.UPOS == "PROPN"):
			return k
		case joined || next.Form != "," && next.UPOS != "CCONJ":
			return -1
		}
		k++
	}
	return -1
}

// readsAs tells whether the model knows a form with a tag.
func readsAs(model *nlp.Model, form, tag string) bool {
	readings, _ := model.Readings(form)
	return slices.ContainsFunc(readings, func(r nlp.Reading) bool { return r.XPOS == tag })
}

// opensClause tells whether tokens do not begin with a noun phrase, or have a finite verb
// before they are parted from what follows.
func opensClause(tokens []nlp.Token) bool {
	if len(tokens) == 0 || !opensObject(tokens[0].UPOS) {
		return true
	}
	for _, t := range tokens {
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case ",", ".", ":", "CC", "WP", "WDT", "WRB":
			return false
		}
	}
	return false
}

// tagShort makes a noun of a short form in the plural, whatever it looks like: "MOUs", "FTAs".
func tagShort(s *nlp.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		stem, plural := strings.CutSuffix(t.Form, "s")
		if plural && len(stem) > 1 && strings.ToUpper(stem) == stem && strings.ToLower(stem) != stem && t.UPOS != "NOUN" && t.UPOS != "PROPN" {
			t.UPOS, t.XPOS = "NOUN", "NNS"
		}
	}
}

// tagNames makes names of nouns that are names by themselves: "Shell" is no noun
// where it is a company.
func tagNames(s *nlp.Sentence, mentions []entity.Mention) {
	for i := range mentions {
		m := &mentions[i]
		t := &s.Tokens[m.Head]
		word := m.Tokens.Last-m.Tokens.First == 1 && t.XPOS == "NN"
		person := m.Type == entity.Person && t.UPOS != "PROPN" // "Moon Jae-in"
		if m.Kind == entity.Named && (word || person) {
			t.UPOS, t.XPOS = "PROPN", "NNP"
		}
	}
}

// tagTold makes a bare verb between a verb of telling and somebody's name the noun of what
// the latter is: "told host Maria Silva".
func tagTold(s *nlp.Sentence, mentions []entity.Mention) {
	for i := range mentions {
		m := &mentions[i]
		k := m.Tokens.First - 1
		if m.Kind != entity.Named || m.Type != entity.Person || k < 1 || !world.TellingVerb.Has(s.Tokens[k-1].Lemma) {
			continue
		}
		if t := &s.Tokens[k]; t.XPOS == "VB" || t.XPOS == "VBP" {
			t.UPOS, t.XPOS = "NOUN", "NN"
		}
	}
}

// tagDoing makes a noun right before the name of somebody the participle that it looks like,
// where it opens a phrase or stands behind who does it: "meeting Kimani, she said", "showed
// Delgado meeting Kimani", but not "the meeting Delgado held".
func tagDoing(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	doer := func(k int) bool { // token k ends the name of somebody
		return slices.ContainsFunc(mentions, func(m entity.Mention) bool {
			return m.Kind == entity.Named && m.Type == entity.Person && m.Tokens.Last == k+1
		})
	}
	for i := range mentions {
		m := &mentions[i]
		k := m.Tokens.First - 1
		if k > 1 && s.Tokens[k].Form == "with" && leadsMeeting(&s.Tokens[k-2]) {
			k-- // "after meeting with Kimani"
		}
		if m.Kind != entity.Named || m.Type != entity.Person || m.Inside || k < 0 || s.Tokens[k].XPOS != "NN" {
			continue
		}
		if k > 0 && !leadsParticiple(&s.Tokens[k-1]) && !doer(k-1) {
			continue
		}
		readings, _ := model.Readings(s.Tokens[k].Form)
		for _, r := range readings {
			if r.XPOS == "VBG" {
				s.Tokens[k].UPOS, s.Tokens[k].XPOS, s.Tokens[k].Lemma = "VERB", r.XPOS, r.Lemma
				break
			}
		}
	}
}

// leadsMeeting tells whether a bare noun of an action behind a token is what is done, with
// somebody: "after meeting with", "forward to meeting with", but not "in meeting with".
func leadsMeeting(t *nlp.Token) bool {
	switch form := strings.ToLower(t.Form); {
	case form == "to" || form == "from", world.TimeConjunction.Has(form), world.NegativePreposition.Has(form):
		return true
	}
	return t.UPOS == "VERB" && t.XPOS != "VBN" && leadsParticiple(t) // "his planned meeting with"
}

// leadsParticiple tells whether a token opens or asks for what is done or not done: "from
// meeting", "denied meeting", "considered meeting", "was great meeting".
func leadsParticiple(t *nlp.Token) bool {
	switch t.UPOS {
	case "PUNCT", "ADP", "SCONJ":
		return true
	case "ADJ":
		return world.EnjoyedAdjective.Has(strings.ToLower(t.Form))
	case "NOUN":
		return world.ExperienceNoun.Has(t.Lemma)
	}
	return t.UPOS == "VERB" && (world.GerundVerb.Has(t.Lemma) || governed(t.Lemma) != "")
}

// verbBetween finds what must be the finite verb of a sentence that has no other,
// with its tag: a participle with an object, "the ministers discussed fish", and a
// noun between several and an infinitive, "Kenya and Peru plan to meet"; -1 if
// there is none.
func verbBetween(s *nlp.Sentence) (token int, xpos string) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, before, after := &s.Tokens[i], &s.Tokens[i-1], &s.Tokens[i+1]
		switch t.XPOS {
		case "VBN":
			if beforeVerb(before.UPOS) && opensObject(after.UPOS) {
				return i, "VBD"
			}
		case "NN":
			if i > 2 && i+2 < len(s.Tokens) && after.XPOS == "TO" && s.Tokens[i+2].XPOS == "VB" &&
				world.InfinitiveNounOrVerb.Has(t.Lemma) && before.UPOS == "PROPN" && severalBefore(s, i) {
				return i, "VBP"
			}
		}
	}
	return -1, ""
}

func beforeVerb(upos string) bool {
	switch upos {
	case "PROPN", "NOUN", "PUNCT", "ADV":
		return true
	}
	return false
}

func opensObject(upos string) bool {
	switch upos {
	case "NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM":
		return true
	}
	return false
}

// severalBefore tells whether names joined by "and" stand right before token i.
func severalBefore(s *nlp.Sentence, i int) bool {
	for k := i - 1; k > 0; k-- {
		switch s.Tokens[k].UPOS {
		case "CCONJ":
			return s.Tokens[k-1].UPOS == "PROPN"
		case "PROPN", "DET", "ADJ": // "the United States and European Union"
		default:
			return false
		}
	}
	return false
}

// tagPresent makes a plural noun between somebody and what he does something to
// a verb: "Ito visits Lima", "Lan shakes hands with Sato".
func tagPresent(model *nlp.Model, s *nlp.Sentence, mentions []entity.Mention) {
	for i := range mentions {
		m := &mentions[i]
		k := m.Tokens.Last
		if m.Kind != entity.Named || m.Type != entity.Person || m.Inside || k+1 >= len(s.Tokens) {
			continue
		}
		t, after := &s.Tokens[k], s.Tokens[k+1].UPOS
		if t.XPOS != "NNS" || after == "NUM" || !opensObject(after) {
			continue
		}
		readings, _ := model.Readings(t.Form)
		for _, r := range readings {
			if r.XPOS == "VBZ" {
				t.UPOS, t.XPOS, t.Lemma = "VERB", r.XPOS, r.Lemma
				return
			}
		}
	}
}
