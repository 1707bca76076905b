package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// year reads a year or season behind the word that makes a year of a number: "in
// 2019", "since early 2019", "in the year 2019", "in the autumn".
func (c calendar) year(w cursor) (timex, int) {
	first, k := w.word(0), 1
	if w.word(k) == "the" {
		k++
	}
	switch {
	case first == "in" && k == 2 && world.Season.Has(w.word(k)) && w.word(k+1) != "of":
		return c.relative(year(c.now)), k + 1
	case k == 2 && w.word(k) == "year":
		k++
	case k == 2:
		return timex{}, 0
	case first != "of" && world.PartOfYear.Has(w.word(k)):
		k++
	}
	if world.LinkDash.Has(w.word(k)) && world.PartOfYear.Has(w.word(k-1)) { // "mid-2019"
		k++
	}
	if isYear(w.word(k)) {
		return exact(w.word(k)), k + 1
	}
	return timex{}, 0
}

// period reads what is told as a part of a year or by its distance from today: "Q1
// 2025", "end of the year", "six years ago", "in two weeks".
func (c calendar) period(w cursor) (timex, int) {
	first := w.word(0)
	switch {
	case (world.YearFraction.Has(first) || world.Season.Has(first)) && isYear(w.word(1)):
		return exact(w.word(1)), 2
	case isYear(first) && (world.TripNoun.Has(w.word(1)) || world.GatheringNoun.Has(w.word(1))): // "her 2009 trip"
		return exact(first), 1
	case world.PeriodPart.Has(first) && w.word(1) == "of" && w.word(2) == "the":
		return c.part(w)
	case w.word(1) == "ago" && world.MomentNoun.Has(first):
		return c.relative(day(c.now)), 2
	case w.word(2) == "ago":
		if world.MomentNoun.Has(w.word(1)) { // "short while ago"
			return c.relative(day(c.now)), 3
		}
		if n, unit := w.stretch(0); n > 0 {
			return c.relative(away(c.now, unit, -n)), 3
		}
	case first == "in":
		return c.ahead(w)
	}
	return timex{}, 0
}

// part reads the part of a year, month or week of which nothing more is said: "end of
// the month".
func (c calendar) part(w cursor) (timex, int) {
	var x timex
	switch unit := w.word(3); unit {
	case "year":
		x = c.relative(year(c.now))
	case "month", "week":
		x = c.relative(month(c.now))
	default:
		return timex{}, 0
	}
	if w.word(-2) == "by" || w.word(-2) == "until" { // a deadline
		x = timex{}
	}
	return x, 4
}

// ahead reads "in two weeks", "in a month's time". What is told as done took so
// long, and "her first visit in ten years" was not made for as long.
func (c calendar) ahead(w cursor) (timex, int) {
	n, unit := w.stretch(1)
	if n == 0 || !c.known {
		return timex{}, 0
	}
	const reach = 6 // words
	k := 3
	if world.PossessiveClitic.Has(w.word(k)) && w.word(k+1) == "time" {
		k += 2
	} else if slices.ContainsFunc(w.words[max(0, w.at-reach):w.at], func(s string) bool {
		return world.OrdinalWord.Has(s) || s == "last"
	}) {
		return timex{}, 0
	}
	return timex{future: away(c.now, unit, n)}, k
}

// stretch is the number of units of time that stands k words on, 0 if there is none.
func (w cursor) stretch(k int) (n int, unit string) {
	unit = world.TimeUnit.Value(w.word(k + 1))
	if unit == "" {
		return 0, ""
	}
	if n = amount(w.word(k)); n <= 0 || n >= 1000 {
		return 0, ""
	}
	return n, unit
}

// deictic reads "this week", "last week on Tuesday", "last month", "next Tuesday",
// "this March".
func (c calendar) deictic(w cursor) (timex, int) {
	first, unit := w.word(0), w.word(1)
	step := world.DeicticAdjective.Number(first)
	m, wd := world.Month.Number(unit), world.Weekday.Number(unit)
	switch {
	case !c.known:
		if m > 0 || wd > 0 || world.CalendarUnit.Has(unit) {
			return timex{}, 2
		}
	case unit == "night":
		return exact(day(c.now.AddDate(0, 0, step))), 2
	case world.DayPart.Has(unit):
		if first == "this" {
			return exact(day(c.now)), 2
		}
	case world.WeekNoun.Has(unit):
		if w.word(2) == "of" && w.ofPeriod(3) {
			return timex{}, 2
		}
		if on := world.Weekday.Number(w.word(3)); on > 0 && w.word(2) == "on" && unit == "week" {
			return c.ofWeek(on, step), 4
		}
		return exact(month(c.now.AddDate(0, 0, 7*step))), 2
	case unit == "month":
		return exact(month(addMonths(c.now, step))), 2
	case unit == "year" || world.Season.Has(unit):
		return exact(year(c.now.AddDate(step, 0, 0))), 2
	case m > 0:
		return c.deicticMonth(m, step, first == "this"), 2
	case wd > 0:
		return c.deicticWeekday(wd, step), 2
	}
	return timex{}, 0
}

// ofPeriod tells whether a week is one of a longer period, which stands k words on:
// "the last week of the campaign", but not "the visit last week of the envoy".
func (w cursor) ofPeriod(k int) bool {
	next := w.word(k)
	return w.word(-1) == "the" || world.Month.Number(next) > 0 || isYear(next) || world.DeicticAdjective.Has(next)
}

// deicticMonth is the month m that is step from the one that is, or would be, this
// one.
func (c calendar) deicticMonth(m, step int, this bool) timex {
	x := c.nearest(m, 0)
	switch {
	case step > 0:
		return exact(x.future)
	case step < 0 && x.past == month(c.now):
		return exact(date(c.now.Year()-1, m, 0))
	case step < 0:
		return exact(x.past)
	case this:
		return exact(date(c.now.Year(), m, 0))
	}
	return x
}
