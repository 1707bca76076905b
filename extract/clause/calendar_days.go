package clause

import (
	"time"

	"github.com/relata-graph/relata/extract/world"
)

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

// day reads a date with the name of its month, whichever stands first.
func (c calendar) day(w cursor) (timex, int) {
	if m := world.Month.Number(w.word(0)); m > 0 {
		return c.monthFirst(w, m)
	}
	if d := dayNumber(w.word(0)); d > 0 {
		return c.dayFirst(w, d)
	}
	return timex{}, 0
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
