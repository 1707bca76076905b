package clause

import (
	"slices"
	"strconv"
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
	words := make([]string, len(toks)+6)
	for i := range toks {
		words[i] = strings.TrimPrefix(strings.ToLower(toks[i].Form), "mid-")
	}
	var out []timex
	for i := 0; i < len(toks); i++ {
		x, n := timeAt(words, i, c.now, c.known)
		if n == 0 {
			var shift func(time.Time) string
			if shift, n = sequel(words, i); n > 0 {
				x = lastOf(out)
				if x.past == "" {
					x = before()
				}
				x = x.shifted(shift)
			}
		}
		if n == 0 {
			continue
		}
		if x.past != "" || x.future != "" {
			x.tokens = nlp.Range{First: i, Last: min(i+n, len(toks))}
			x.days = slices.ContainsFunc(words[i:i+n], func(w string) bool { return w == "to" || w == "and" || w == "until" || isDash(w) })
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

// shifted is the time that lies as far from x as shift moves a day.
func (x timex) shifted(shift func(time.Time) string) timex {
	move := func(s string) string {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return ""
		}
		return shift(d)
	}
	return timex{past: move(x.past), future: move(x.future)}
}

// sequel reads how far something is from the day told before it: "a day later",
// "the next morning", "earlier that day". n is the number of words, 0 if
// words[i] begins nothing of the kind.
func sequel(words []string, i int) (shift func(time.Time) string, n int) {
	days := func(k, n int) (func(time.Time) string, int) {
		return func(d time.Time) string { return d.AddDate(0, 0, k).Format(time.DateOnly) }, n
	}
	switch first, second := words[i], words[i+1]; {
	case first == "that" && world.DayPart.Has(second):
		return days(0, 2)
	case (first == "the" || first == "that") && second == "same" && world.DayPart.Has(words[i+2]):
		return days(0, 3)
	case first == "the" && (second == "next" || second == "following") && world.DayPart.Has(words[i+2]):
		return days(1, 3)
	case first == "the" && second == "previous" && world.DayPart.Has(words[i+2]):
		return days(-1, 3)
	case first == "the" && second == "day" && words[i+2] == "before" && (words[i+3] == "," || words[i+3] == "."):
		return days(-1, 3)
	case first == "in" && second == "the" && world.DayPart.Has(words[i+2]) && (i == 0 || words[i-1] == "later" || words[i-1] == "earlier"):
		return days(0, 3)
	}
	step := 0
	switch words[i+2] {
	case "later", "after":
		step = 1
	case "earlier", "before":
		step = -1
	}
	amount := world.Number.Number(words[i])
	if amount == 0 {
		amount, _ = strconv.Atoi(words[i])
	}
	if amount <= 0 || amount > 99 || step == 0 || (words[i+2] == "after" || words[i+2] == "before") && words[i+3] != "," && words[i+3] != "." {
		return nil, 0 // "a day before the vote" says more
	}
	amount *= step
	month := func(d time.Time) string { return d.Format("2006-01") }
	switch strings.TrimSuffix(words[i+1], "s") {
	case "day":
		return days(amount, 3)
	case "week":
		return func(d time.Time) string { return month(d.AddDate(0, 0, 7*amount)) }, 3
	case "month":
		return func(d time.Time) string { return month(addMonths(d, amount)) }, 3
	case "year":
		return func(d time.Time) string { return strconv.Itoa(d.Year() + amount) }, 3
	}
	return nil, 0
}
