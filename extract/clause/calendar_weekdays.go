package clause

import (
	"time"

	"github.com/relata-graph/relata/extract/world"
)

// weekday reads a day of the week, alone, before a date or a week: "Friday, 6
// June", "Friday the 6th of June", "Tuesday of last week".
func (c calendar) weekday(w cursor, wd int) (timex, int) {
	k := 1
	if s := w.word(k); s == "," || s == "(" {
		k++
	}
	if w.word(k) == "the" {
		k++
	}
	if x, n := c.day(w.on(k)); n > 1 {
		return x.on(wd), k + n
	}
	if !c.known {
		return timex{}, 1
	}
	if k = 1; w.word(k) == "of" {
		if k++; w.word(k) == "the" {
			k++
		}
	}
	if next := w.word(k); world.DeicticAdjective.Has(next) && w.word(k+1) == "week" {
		return c.ofWeek(wd, world.DeicticAdjective.Number(next)), k + 2
	}
	return c.nearestWeekday(wd), 1
}

// on is a date of which the text tells the day of the week, which may tell the year
// too.
func (x timex) on(wd int) timex {
	is := func(s string) bool {
		d, err := time.Parse(time.DateOnly, s)
		return err == nil && int(d.Weekday()) == wd%7
	}
	switch past, future := is(x.past), is(x.future); {
	case past && !future:
		return exact(x.past)
	case future && !past:
		return exact(x.future)
	}
	return x
}

// onDay is the day next to x that is day d of a month, which a text tells again in
// brackets.
func (x timex) onDay(d int) timex {
	next := func(s string) string {
		told, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return s
		}
		const month = 31
		for n := range month {
			for _, day := range [...]time.Time{told.AddDate(0, 0, -n), told.AddDate(0, 0, n)} {
				if day.Day() == d {
					return day.Format(time.DateOnly)
				}
			}
		}
		return s
	}
	return timex{past: next(x.past), future: next(x.future)}
}

// nthWeekday reads "second Tuesday of May", "last Friday in May 2025", "first Monday
// of next month". That of "each month" is no time.
func (c calendar) nthWeekday(w cursor) (timex, int) {
	wd := world.Weekday.Number(w.word(1))
	nth := world.Ordinal.Number(w.word(0))
	if w.word(0) == "last" {
		nth = -1
	}
	if wd == 0 || nth == 0 || w.word(2) != "of" && w.word(2) != "in" {
		return timex{}, 0
	}
	next := w.word(3)
	if m := world.Month.Number(next); m > 0 {
		if n := w.yearAt(4); n > 0 {
			return exact(nthOf(yearOf(w.word(3+n)), m, nth, wd)), 4 + n
		}
		if !c.known {
			return timex{}, 4
		}
		return c.nearestOf(func(year int) string { return nthOf(year, m, nth, wd) }), 4
	}
	switch {
	case w.word(4) != "month":
		return timex{}, 0
	case !world.DeicticAdjective.Has(next):
		return timex{}, 5
	}
	m := addMonths(c.now, world.DeicticAdjective.Number(next))
	return c.relative(nthOf(m.Year(), int(m.Month()), nth, wd)), 5
}

// nthOf is the n-th of the days wd of a month, the last one if n is below 0.
func nthOf(year, m, n, wd int) string {
	const week = 7 // days
	first := time.Date(year, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	d := 1 + (wd%week-int(first.Weekday())+week)%week
	if n > 0 {
		return date(year, m, d+week*(n-1))
	}
	for d+week <= daysIn(year, m) {
		d += week
	}
	return date(year, m, d)
}

// deicticWeekday is the last, this or the next day of the week wd.
func (c calendar) deicticWeekday(wd, step int) timex {
	back := c.since(wd)
	switch {
	case step < 0 && back == 0:
		return exact(day(c.now.AddDate(0, 0, -7)))
	case step < 0:
		return exact(day(c.now.AddDate(0, 0, -back)))
	case step > 0:
		return exact(day(c.now.AddDate(0, 0, 7-back)))
	}
	return c.nearestWeekday(wd)
}

// ofWeek is the day wd of the last (-1), this (0) or the next week.
func (c calendar) ofWeek(wd, step int) timex {
	const monday = 1
	return exact(day(c.now.AddDate(0, 0, 7*step-c.since(monday)+wd-monday)))
}

// since is how many days ago the last day of the week wd was, 0 if it is today.
func (c calendar) since(wd int) int { return (int(c.now.Weekday()) - wd%7 + 7) % 7 }

// nearestWeekday resolves a day of the week to the nearest one in the past and in
// the future, which may both be today.
func (c calendar) nearestWeekday(wd int) timex {
	back := c.since(wd)
	return timex{past: day(c.now.AddDate(0, 0, -back)), future: day(c.now.AddDate(0, 0, (7-back)%7))}
}
