package clause

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// findTimes finds the expressions of time of a sentence and resolves them
// against the document's date. Expressions that need a date and have none are
// left out.
func findTimes(doc *entity.Document, sentence int, date string) []timex {
	now, err := time.Parse(time.DateOnly, date)
	c := calendar{now: now, known: err == nil}
	sentences := doc.NLP.Sentences
	return c.times(sentences[sentence].Tokens, func() timex { return c.lastDay(sentences[:sentence]) })
}

// times finds the expressions of time among the tokens of a sentence. before
// gives the last day told before it, for "a day later"; it is asked only then.
func (c calendar) times(toks []nlp.Token, before func() timex) []timex {
	words := make([]string, len(toks))
	for i := range toks {
		words[i] = strings.TrimPrefix(strings.ToLower(toks[i].Form), "mid-")
	}
	var out []timex
	for i := 0; i < len(toks); i++ {
		w := cursor{words, i}
		x, n := c.read(w)
		if n == 0 {
			var move shift
			if move, n = sequel(w); n > 0 {
				x = lastOf(out)
				if x.past == "" {
					x = before()
				}
				x = x.shifted(move)
			}
		}
		if n == 0 {
			continue
		}
		if x.past != "" || x.future != "" {
			x.tokens = nlp.Range{First: i, Last: min(i+n, len(toks))}
			x.days = slices.ContainsFunc(words[i:x.tokens.Last], world.RangeMark.Has)
			out = append(out, x)
		}
		i += n - 1
	}
	return out
}

// lastOf returns the last of the times that is exact to the day, zero if none is.
func lastOf(times []timex) timex {
	for _, x := range slices.Backward(times) {
		if len(x.past) == len(time.DateOnly) {
			return x
		}
	}
	return timex{}
}

// lastDay is the last day told in the sentences that lead up to another, zero if
// they tell none.
func (c calendar) lastDay(sentences []nlp.Sentence) timex {
	const reach = 5 // sentences
	var last timex
	for i := max(0, len(sentences)-reach); i < len(sentences); i++ {
		if x := lastOf(c.times(sentences[i].Tokens, func() timex { return last })); x.past != "" {
			last = x
		}
	}
	return last
}

// A shift gives the date that lies as far from a day as a text says.
type shift func(told time.Time) string

func shiftedDays(n int) shift { return func(d time.Time) string { return day(d.AddDate(0, 0, n)) } }

// shifted is the time that lies as far from x as a shift moves a day.
func (x timex) shifted(move shift) timex {
	from := func(s string) string {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return ""
		}
		return move(d)
	}
	return timex{past: from(x.past), future: from(x.future)}
}

// sequel reads how far something is from the day told before it: "a day later",
// "the next morning", "earlier that day". n is the number of words, 0 if nothing
// of the kind begins here.
func sequel(w cursor) (move shift, n int) {
	ends := func(s string) bool { return s == "," || s == "." }
	switch first, second, third := w.word(0), w.word(1), w.word(2); {
	case first == "that" && world.DayPart.Has(second):
		return shiftedDays(0), 2
	case first == "the" && world.SequelAdjective.Has(second) && world.DayPart.Has(third):
		return shiftedDays(world.SequelAdjective.Number(second)), 3
	case first == "that" && second == "same" && world.DayPart.Has(third):
		return shiftedDays(0), 3
	case first == "the" && second == "day" && third == "before" && ends(w.word(3)):
		return shiftedDays(-1), 3
	case first == "in" && second == "the" && world.DayPart.Has(third) &&
		(w.at == 0 || world.SequelAdverb.Has(w.word(-1))):
		return shiftedDays(0), 3
	}
	step := world.SequelAdverb.Number(w.word(2))
	if step == 0 && ends(w.word(3)) { // "a day before the vote" says more
		step = world.SequelPreposition.Number(w.word(2))
	}
	if step == 0 {
		return nil, 0
	}
	k, unit := amount(w.word(0)), world.TimeUnit.Value(w.word(1))
	if k <= 0 || k > 99 || unit == "" || unit == decade {
		return nil, 0
	}
	return func(d time.Time) string { return away(d, unit, k*step) }, 3
}
