package clause

import (
	"slices"
	"strings"
	"unicode"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What the parser does not see, since it parts what belongs together.

// An aside is a stretch of a sentence that is hidden from the parser.
type aside struct {
	nlp.Range
	on   int   // the token that what has no arc of its own depends on
	arcs []arc // of its words
}

type arc struct {
	token, head int
	deprel      string
}

// hidden tells whether a token is in one of several asides.
func hidden(asides []aside, token int) bool {
	return slices.ContainsFunc(asides, func(a aside) bool { return a.First <= token && token < a.Last })
}

// closingCommas finds the commas that close an apposition which is part of a
// mention: "Trade Minister, Ms Ada Obi, was in Lima". Left in, they part the
// subject from its verb.
func closingCommas(s *nlp.Sentence, mentions []entity.Mention) []int {
	var out []int
	for i := range mentions {
		m := &mentions[i]
		end := m.Tokens.Last
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person ||
			end+1 >= len(s.Tokens) || s.Tokens[end].Form != "," {
			continue
		}
		opened := slices.ContainsFunc(s.Tokens[m.Tokens.First:end], func(t nlp.Token) bool { return t.Form == "," })
		switch s.Tokens[end+1].UPOS {
		case "VERB", "AUX", "ADP", "ADV", "PART":
			if opened {
				out = append(out, end)
			}
		}
	}
	return out
}

// shortForms finds where the short form of the name before it stands in brackets:
// "a Memorandum of Understanding (MoU) on tea". What is part of a name, "the World
// (B3W) initiative", is left.
func shortForms(s *nlp.Sentence, mentions []entity.Mention) []aside {
	var out []aside
	for i := 1; i+2 < len(s.Tokens); i++ {
		within := func(m entity.Mention) bool { return m.Tokens.First <= i && i < m.Tokens.Last }
		if t := s.Tokens[i-1:]; i > 1 && t[0].XPOS == "POS" && t[1].Form == "(" && t[3].Form == ")" && isShortForm(t[2].Form) {
			// "the Kingdom of Tonga's (KoT) decision"
			out = append(out, aside{nlp.Range{First: i, Last: i + 3}, i - 2, []arc{{i + 1, i - 2, "appos"}}})
			continue
		}
		if t := s.Tokens[i-1:]; t[1].Form == "(" && t[3].Form == ")" && isShortForm(t[2].Form) &&
			isNoun(&t[0]) && (len(t) == 4 || !isNoun(&t[4])) && !slices.ContainsFunc(mentions, within) {
			out = append(out, aside{nlp.Range{First: i, Last: i + 3}, i - 1, []arc{{i + 1, i - 1, "appos"}}})
		}
	}
	return out
}

// longestSum is how many words a sum in brackets has at most, with them.
const longestSum = 9

// sums finds where a sum is told once more in brackets: "a grant of 3 million yen (about
// 20,000 dollars) to Ghana".
func sums(s *nlp.Sentence, mentions []entity.Mention) []aside {
	var out []aside
	for i := 1; i+2 < len(s.Tokens); i++ {
		if s.Tokens[i].Form != "(" {
			continue
		}
		end := i + 1
		for end < len(s.Tokens) && end-i < longestSum && s.Tokens[end].Form != ")" {
			end++
		}
		if end == len(s.Tokens) || s.Tokens[end].Form != ")" {
			continue
		}
		r := nlp.Range{First: i, Last: end + 1}
		numbers, units, others := 0, 0, 0
		for _, t := range s.Tokens[i+1 : end] {
			switch t.UPOS {
			case "NUM":
				numbers++
			case "NOUN", "PROPN", "SYM":
				units++
			case "VERB", "AUX", "PRON":
				others++
			}
		}
		goesOn := end+1 < len(s.Tokens) && s.Tokens[end+1].UPOS == "ADP" // to whom, from whom
		touches := func(m entity.Mention) bool { return m.Tokens.First < r.Last && m.Tokens.Last > r.First }
		if numbers > 0 && units > 0 && others == 0 && goesOn && !slices.ContainsFunc(mentions, touches) {
			a := aside{r, i - 1, nil}
			for x := i + 1; x < end; x++ {
				a.arcs = append(a.arcs, arc{x, i - 1, "parataxis"})
			}
			out = append(out, a)
		}
	}
	return out
}

// longestOffice is how many words an office in brackets has at most, with them.
const longestOffice = 14

// offices finds what stands in brackets behind somebody's name, his office or age: "signed by
// Ada Bauer (Director, Clean Seas), Joseph Kimani (Chairman, Alder Foods) and others". Left in,
// they part the names of a list.
func offices(s *nlp.Sentence, mentions []entity.Mention) []aside {
	var out []aside
	for k := range mentions {
		m := &mentions[k]
		i := m.Tokens.Last
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person || i+2 >= len(s.Tokens) || s.Tokens[i].Form != "(" {
			continue
		}
		end := i + 1
		for end < len(s.Tokens) && end-i < longestOffice && s.Tokens[end].Form != ")" && !isFinite(s.Tokens[end].XPOS) {
			end++
		}
		if end < len(s.Tokens) && end > i+1 && s.Tokens[end].Form == ")" {
			a := aside{nlp.Range{First: i, Last: end + 1}, i - 1, nil}
			for x := i + 1; x < end; x++ {
				a.arcs = append(a.arcs, arc{x, i - 1, "appos"})
			}
			out = append(out, a)
		}
	}
	return out
}

// dayNumbers finds the days told again in brackets: "met today (07) in Lima". Left in, they
// part what follows from the verb.
func dayNumbers(s *nlp.Sentence) []aside {
	var out []aside
	for i := 1; i+2 < len(s.Tokens); i++ {
		if t := s.Tokens[i-1:]; t[1].Form == "(" && t[3].Form == ")" && dayNumber(t[2].Form) > 0 && isDayWord(strings.ToLower(t[0].Form)) {
			out = append(out, aside{nlp.Range{First: i, Last: i + 3}, i - 1, []arc{{i + 1, i - 1, "appos"}}})
		}
	}
	return out
}

// isDayWord tells whether a word tells a day: "yesterday", "Monday", "this morning".
func isDayWord(word string) bool {
	return world.DeicticDay.Has(word) || world.DayPart.Has(word) || world.Weekday.Number(word) > 0
}

// behalves finds where it is told for whom somebody acts: "signed by Ada Bauer, on
// behalf of Chile, and Joseph Kimani".
func behalves(s *nlp.Sentence, mentions []entity.Mention) []aside {
	var out []aside
	is := func(i int, form string) bool { return i < len(s.Tokens) && strings.EqualFold(s.Tokens[i].Form, form) }
	for k := range mentions {
		m := &mentions[k]
		if m.Inside || m.Kind != entity.Named || m.Type != entity.Person {
			continue
		}
		i := m.Tokens.Last
		comma := is(i, ",")
		if comma {
			i++
		}
		if !is(i, "on") || !is(i+1, "behalf") || !is(i+2, "of") {
			continue
		}
		whose := slices.IndexFunc(mentions, func(o entity.Mention) bool {
			return !o.Inside && o.Kind == entity.Named && (o.Tokens.First == i+3 || is(i+3, "the") && o.Tokens.First == i+4)
		})
		if whose < 0 {
			continue
		}
		person, end := m.Tokens.Last-1, mentions[whose].Tokens.Last
		a := aside{nlp.Range{First: m.Tokens.Last, Last: end}, person, []arc{
			{i, i + 1, "case"}, {i + 1, person, "nmod"}, {i + 2, end - 1, "case"}, {end - 1, i + 1, "nmod"},
		}}
		for x := i + 3; x < end-1; x++ {
			a.arcs = append(a.arcs, arc{x, end - 1, "flat"})
		}
		if comma && is(end, ",") {
			a.Last++
		}
		out = append(out, a)
	}
	return out
}

func isNoun(t *nlp.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// isShortForm tells whether a word is made of initials: "MoU", "ASEAN".
func isShortForm(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return capitals >= 2 && capitals*2 >= letters
}
