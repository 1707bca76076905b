package clause

import (
	"slices"
	"time"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A timex is an expression of time with what it resolves to when the text
// speaks of the past and of the future; they differ for "in April".
type timex struct {
	tokens       nlp.Range
	past, future string
	days         bool // begins a stretch of days, "from 8 to 11 October"
}

// exact is the expression that means the same time whatever the text speaks of.
func exact(date string) timex { return timex{past: date, future: date} }

// A cursor is a word of a sentence among its neighbours, all in small letters.
type cursor struct {
	words []string
	at    int
}

// word returns the word that stands n words on, or back if n is negative; "" if
// the sentence has none there.
func (w cursor) word(n int) string {
	if n += w.at; n >= 0 && n < len(w.words) {
		return w.words[n]
	}
	return ""
}

// on is the cursor n words on.
func (w cursor) on(n int) cursor { return cursor{w.words, w.at + n} }

// A calendar reads expressions of time against the date of a document. It knows
// words only, no trees.
type calendar struct {
	now   time.Time
	known bool // whether there is a date
}

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
	switch {
	case m > 0:
		return c.monthFirst(w, m)
	case wd > 0:
		return c.weekday(w, wd)
	case d > 0:
		if x, n := c.dayFirst(w, d); n > 0 {
			return x, n
		}
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

// relative is the expression that needs the date of the document: empty if there
// is none.
func (c calendar) relative(date string) timex {
	if !c.known {
		return timex{}
	}
	return exact(date)
}

// numeric reads a day written in numbers. Of "3/4/2025" nobody knows which is the
// month.
func numeric(word string) (date time.Time, ok bool) {
	if len(word) < len("2.1.2006") || word[0] > '9' {
		return date, false
	}
	for _, layout := range [...]string{time.DateOnly, "2006/1/2", "2.1.2006", "2/1/2006", "1/2/2006"} {
		d, err := time.Parse(layout, word)
		switch {
		case err != nil:
		case ok && !d.Equal(date):
			return time.Time{}, false
		default:
			date, ok = d, true
		}
	}
	return date, ok
}

// dayFirst reads a date that begins with day d: "6 June 2025", "17 to 19 June",
// "6 to Tuesday 11 June", "the 6th of June", "the 6th of this month".
func (c calendar) dayFirst(w cursor, d int) (timex, int) {
	k := 1
	if world.DayRangeMark.Has(w.word(k)) {
		last := k + 1
		if world.Weekday.Number(w.word(last)) > 0 {
			last++
		}
		if dayNumber(w.word(last)) > 0 {
			k = last + 1
		}
	}
	if w.word(k) == "of" {
		k++
		if next := w.word(k); world.DeicticAdjective.Has(next) && w.word(k+1) == "month" {
			m := addMonths(c.now, world.DeicticAdjective.Number(next))
			return c.relative(date(m.Year(), int(m.Month()), d)), k + 2
		}
	}
	m := world.Month.Number(w.word(k))
	if m == 0 {
		return timex{}, 0
	}
	return c.dated(w, k+1, m, d)
}

// monthFirst reads a date that begins with month m: "June 6, 2025", "June 17 to
// 19", "June 2025".
func (c calendar) monthFirst(w cursor, m int) (timex, int) {
	if d := dayNumber(w.word(1)); d > 0 && !isYear(w.word(1)) {
		k := 2
		if world.MonthDayRangeMark.Has(w.word(k)) && dayNumber(w.word(k+1)) > 0 {
			k += 2
		}
		return c.dated(w, k, m, d)
	}
	k := 1
	if s := w.word(k); s == "," || s == "of" {
		k++
	}
	if isYear(w.word(k)) {
		return exact(date(yearOf(w.word(k)), m, 0)), k + 1
	}
	if world.MonthHomograph.Has(w.word(0)) && !world.BeforeMonthWord.Has(w.word(-1)) {
		return timex{}, 0
	}
	return c.nearest(m, 0), 1
}

// dated reads the year, if there is one, of day d of month m, which take k words.
func (c calendar) dated(w cursor, k, m, d int) (timex, int) {
	if n := w.yearAt(k); n > 0 {
		return exact(date(yearOf(w.word(k+n-1)), m, d)), k + n
	}
	return c.nearest(m, d), k
}

// yearAt is how many words the year takes that stands k words on, 0 if none does.
func (w cursor) yearAt(k int) int {
	switch {
	case isYear(w.word(k)):
		return 1
	case w.word(k) == "," && isYear(w.word(k+1)):
		return 2
	}
	return 0
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
