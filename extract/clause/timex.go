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
	return c.times(sentences[sentence].Tokens, func(exact int) timex { return c.lastTold(sentences[:sentence], exact) })
}

// times finds the expressions of time among the tokens of a sentence. before
// gives the last time told before it that is as exact as asked, for "a day later";
// it is asked only then.
func (c calendar) times(toks []nlp.Token, before func(exact int) timex) []timex {
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
				x = lastOf(out, move.exact())
				if x.past == "" {
					x = before(move.exact())
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

// lastOf returns the last of the times that is as exact as asked, in bytes of a
// date, zero if none is.
func lastOf(times []timex, exact int) timex {
	for _, x := range slices.Backward(times) {
		if len(x.past) >= exact {
			return x
		}
	}
	return timex{}
}

// lastTold is the last time as exact as asked that is told in the sentences that
// lead up to another, zero if they tell none.
func (c calendar) lastTold(sentences []nlp.Sentence, exact int) timex {
	const reach = 5 // sentences
	var last timex
	for i := max(0, len(sentences)-reach); i < len(sentences); i++ {
		before := func(exact int) timex { return lastOf([]timex{last}, exact) }
		if x := lastOf(c.times(sentences[i].Tokens, before), exact); x.past != "" {
			last = x
		}
	}
	return last
}

// A shift is how far something is from the time that a text has told, in units of
// world.TimeUnit. Its zero value is none.
type shift struct {
	unit string
	n    int
}

// exact is how exact the time told must be, in bytes of a date.
func (s shift) exact() int {
	switch s.unit[len(s.unit)-1] {
	case 'Y':
		return len("2006")
	case 'M':
		return len("2006-01")
	}
	return len(time.DateOnly)
}

// shifted is the time that lies as far from x as a shift says.
func (x timex) shifted(by shift) timex {
	from := func(s string) string {
		d, err := time.Parse(time.DateOnly[:len(s)], s)
		if err != nil || len(s) < by.exact() {
			return ""
		}
		return away(d, by.unit, by.n)
	}
	return timex{past: from(x.past), future: from(x.future)}
}

// sequel reads how far something is from the time told before it: "a day later",
// "the next morning", "earlier that day". n is the number of words, 0 if nothing
// of the kind begins here.
func sequel(w cursor) (move shift, n int) {
	days := func(n int) shift { return shift{"D", n} }
	ends := func(s string) bool { return s == "," || s == "." }
	switch first, second, third := w.word(0), w.word(1), w.word(2); {
	case first == "that" && world.DayPart.Has(second):
		return days(0), 2
	case first == "the" && world.SequelAdjective.Has(second) && world.DayPart.Has(third):
		return days(world.SequelAdjective.Number(second)), 3
	case first == "that" && second == "same" && world.DayPart.Has(third):
		return days(0), 3
	case first == "the" && second == "day" && third == "before" && ends(w.word(3)):
		return days(-1), 3
	case first == "in" && second == "the" && world.DayPart.Has(third) &&
		(w.at == 0 || world.SequelAdverb.Has(w.word(-1))):
		return days(0), 3
	}
	step := world.SequelAdverb.Number(w.word(2))
	if step == 0 && ends(w.word(3)) { // "a day before the vote" says more
		step = world.SequelPreposition.Number(w.word(2))
	}
	if step == 0 {
		return shift{}, 0
	}
	k, unit := w.stretch(0)
	if k == 0 || k > 99 {
		return shift{}, 0
	}
	if p := w.word(-1); p == "from" || p == "than" { // "up from a year earlier" compares
		return shift{}, 0
	}
	if w.word(3) == "this" { // "for the first time in seven years, later this month"
		return shift{}, 0
	}
	return shift{unit, k * step}, 3
}
