package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// read reads the expression of time that begins at a word; n is the number of
// words it takes, 0 if none begins there. The expression is empty where it needs
// a date and there is none, and where it tells no time of what happens.
func (c calendar) read(w cursor) (x timex, n int) {
	x, n = c.expression(w)
	if n == 0 || w.word(n) != "(" || w.word(n+2) != ")" {
		return x, n
	}
	if d := dayNumber(w.word(n + 1)); d > 0 { // "this morning (04)"
		return x.onDay(d), n + 3
	}
	return x, n
}

// expression is read without the day in brackets behind.
func (c calendar) expression(w cursor) (x timex, n int) {
	first := w.word(0)
	m, d, wd := world.Month.Number(first), dayNumber(first), world.Weekday.Number(first)
	if m+d+wd > 0 {
		if x, n := c.span(w); n > 0 {
			return x, n
		}
	}
	if d, ok := numeric(first); ok {
		return exact(day(d)), 1
	}
	if wd > 0 {
		return c.weekday(w, wd)
	}
	if x, n := c.day(w); n > 0 || m > 0 {
		return x, n
	}
	if x, n := c.nthWeekday(w); n > 0 {
		return x, n
	}
	switch {
	case world.DeicticDay.Has(first):
		return c.relative(day(c.now.AddDate(0, 0, world.DeicticDay.Number(first)))), 1
	case world.DeicticAdjective.Has(first):
		return c.deictic(w)
	case world.ComingAdjective.Has(first) && world.Weekday.Number(w.word(1)) > 0: // "this coming Friday"
		if !c.known {
			return timex{}, 2
		}
		return c.deicticWeekday(world.Weekday.Number(w.word(1)), 1), 2
	case first == "the" && w.word(1) == "day" && w.word(2) == "before" && w.word(3) == "yesterday":
		return c.relative(day(c.now.AddDate(0, 0, -2))), 4
	case first == "the" && w.word(1) == "day" && w.word(2) == "after" && w.word(3) == "tomorrow":
		return c.relative(day(c.now.AddDate(0, 0, 2))), 4
	case (first == "over" || first == "at") && w.word(1) == "the" && w.word(2) == "weekend":
		return c.relative(month(c.now)), 3
	case (first == "by" || first == "until") && isYear(w.word(1)): // a deadline is no time of what is agreed
		return timex{}, 2
	case world.BeforeYearWord.Has(first):
		if x, n := c.year(w); n > 0 {
			return x, n
		}
	}
	return c.period(w)
}

// span reads two dates of which only the second has the year: "30 March to 2 April
// 2025".
func (c calendar) span(w cursor) (timex, int) {
	n := w.dayAt(0)
	if n == 0 || !world.DateRangeMark.Has(w.word(n)) {
		return timex{}, 0
	}
	second := w.dayAt(n + 1)
	end := n + 1 + second
	years := w.yearAt(end)
	if second == 0 || years == 0 {
		return timex{}, 0
	}
	first := append(slices.Clone(w.words[w.at:w.at+n]), w.word(end+years-1))
	if x, k := c.expression(cursor{words: first}); k == len(first) {
		return x, end + years
	}
	return timex{}, 0
}

// dayAt is how many words the day of a month takes that stands k words on, with its
// weekday or without: "Sunday, 30 March". It is 0 if there is none.
func (w cursor) dayAt(k int) int {
	n := 0
	if world.Weekday.Number(w.word(k)) > 0 {
		if n++; w.word(k+n) == "," {
			n++
		}
	}
	a, b := w.word(k+n), w.word(k+n+1)
	if world.Month.Number(a) > 0 && dayNumber(b) > 0 || dayNumber(a) > 0 && world.Month.Number(b) > 0 {
		return n + 2
	}
	return 0
}
