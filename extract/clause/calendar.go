package clause

import (
	"fmt"
	"strconv"
	"strings"
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
	first := w.word(0)
	if n := w.span(); n > 0 { // "30 March to 2 April 2025": the year stands at the end
		if x, k := c.read(cursor{words: []string{first, w.word(1), w.word(n - 1)}}); k > 0 {
			return x, n
		}
	}
	if d, ok := numeric(first); ok {
		return exact(day(d)), 1
	}
	if m := world.Month.Number(first); m > 0 {
		return c.monthFirst(w, m)
	}
	if d := dayNumber(first); d > 0 {
		return c.dayFirst(w, d)
	}
	if wd := world.Weekday.Number(first); wd > 0 {
		return c.weekday(w, wd)
	}
	switch {
	case world.DeicticDay.Has(first):
		return c.relative(day(c.now.AddDate(0, 0, world.DeicticDay.Number(first)))), 1
	case world.DeicticAdjective.Has(first):
		return c.deictic(w)
	case first == "the" && w.word(1) == "day" && w.word(2) == "before" && w.word(3) == "yesterday":
		return c.relative(day(c.now.AddDate(0, 0, -2))), 4
	case (first == "over" || first == "at") && w.word(1) == "the" && w.word(2) == "weekend":
		return c.relative(month(c.now)), 3
	case (first == "by" || first == "until") && isYear(w.word(1)): // a deadline is no time of what is agreed
		return timex{}, 2
	case world.BeforeYearWord.Has(first):
		return c.year(w)
	}
	return c.ago(w)
}

// relative is the expression that needs the date of the document: empty if there
// is none.
func (c calendar) relative(date string) timex {
	if !c.known {
		return timex{}
	}
	return exact(date)
}

// numeric reads a day written in numbers.
func numeric(word string) (time.Time, bool) {
	if len(word) < len("2.1.2006") || word[0] > '9' {
		return time.Time{}, false
	}
	for _, layout := range [...]string{time.DateOnly, "2.1.2006"} {
		if d, err := time.Parse(layout, word); err == nil {
			return d, true
		}
	}
	return time.Time{}, false
}

// dayFirst reads a date that begins with day d: "6 June 2025", "17 to 19 June",
// "the 6th of June".
func (c calendar) dayFirst(w cursor, d int) (timex, int) {
	k := 1
	if world.DayRangeMark.Has(w.word(k)) && dayNumber(w.word(k+1)) > 0 {
		k += 2
	}
	if w.word(k) == "of" {
		k++
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
		return exact(fmt.Sprintf("%s-%02d", w.word(k), m)), k + 1
	}
	if world.MonthHomograph.Has(w.word(0)) && !world.BeforeMonthWord.Has(w.word(-1)) {
		return timex{}, 0
	}
	return c.nearest(m, 0), 1
}

// dated reads the year, if there is one, of day d of month m, which take k words.
func (c calendar) dated(w cursor, k, m, d int) (timex, int) {
	if w.word(k) == "," && isYear(w.word(k+1)) {
		k++
	}
	if isYear(w.word(k)) {
		return exact(fmt.Sprintf("%s-%02d-%02d", w.word(k), m, d)), k + 1
	}
	return c.nearest(m, d), k
}

// span returns the number of words of two dates of which only the second has
// the year, "30 March to 2 April 2025", 0 if no such begin here.
func (w cursor) span() int {
	dated := func(k int) bool {
		a, b := w.word(k), w.word(k+1)
		return world.Month.Number(a) > 0 && dayNumber(b) > 0 || dayNumber(a) > 0 && world.Month.Number(b) > 0
	}
	switch {
	case !world.DateRangeMark.Has(w.word(2)) || !dated(0) || !dated(3):
		return 0
	case isYear(w.word(5)):
		return 6
	case w.word(5) == "," && isYear(w.word(6)):
		return 7
	}
	return 0
}

// weekday reads a day of the week, alone or before a date: "Friday, 6 June".
func (c calendar) weekday(w cursor, wd int) (timex, int) {
	if s := w.word(1); s == "," || s == "(" {
		date := cursor{w.words, w.at + 2}
		f := date.word(0)
		if world.Weekday.Number(f) == 0 && dayNumber(f)+world.Month.Number(f) > 0 {
			if x, n := c.read(date); n > 0 {
				return x, n + 2
			}
		}
	}
	if !c.known {
		return timex{}, 1
	}
	return c.nearestWeekday(wd), 1
}

// year reads a year or season behind the word that makes a year of a number: "in
// 2019", "since early 2019", "in the autumn".
func (c calendar) year(w cursor) (timex, int) {
	first := w.word(0)
	switch {
	case isYear(w.word(1)):
		return exact(w.word(1)), 2
	case first != "of" && world.PartOfYear.Has(w.word(1)) && isYear(w.word(2)):
		return exact(w.word(2)), 3
	case first == "in" && w.word(1) == "the" && world.Season.Has(w.word(2)) && w.word(3) != "of":
		return c.relative(strconv.Itoa(c.now.Year())), 3
	}
	return timex{}, 0
}

// ago reads "six years ago".
func (c calendar) ago(w cursor) (timex, int) {
	if w.word(2) != "ago" {
		return timex{}, 0
	}
	n, unit := amount(w.word(0)), world.TimeUnit.Value(w.word(1))
	if n <= 0 || n >= 1000 || unit == "" {
		return timex{}, 0
	}
	return c.relative(away(c.now, unit, -n)), 3
}

// deictic reads "this week", "last month", "next Tuesday", "this March".
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
		if w.word(2) == "of" { // "the last week of May"
			return timex{}, 2
		}
		return exact(month(c.now.AddDate(0, 0, 7*step))), 2
	case unit == "month":
		return exact(month(addMonths(c.now, step))), 2
	case unit == "year" || world.Season.Has(unit):
		return exact(strconv.Itoa(c.now.Year() + step)), 2
	case m > 0:
		return c.deicticMonth(m, step, first == "this"), 2
	case wd > 0:
		return c.deicticWeekday(wd, step), 2
	}
	return timex{}, 0
}

// deicticMonth is the month m that is step from the one that is, or would be, this
// one.
func (c calendar) deicticMonth(m, step int, this bool) timex {
	x := c.nearest(m, 0)
	switch {
	case step > 0:
		return exact(x.future)
	case step < 0 && x.past == month(c.now):
		return exact(fmt.Sprintf("%04d-%02d", c.now.Year()-1, m))
	case step < 0:
		return exact(x.past)
	case this:
		return exact(fmt.Sprintf("%04d-%02d", c.now.Year(), m))
	}
	return x
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

// since is how many days ago the last day of the week wd was, 0 if it is today.
func (c calendar) since(wd int) int { return (int(c.now.Weekday()) - wd%7 + 7) % 7 }

// nearestWeekday resolves a day of the week to the nearest one in the past and in
// the future, which may both be today.
func (c calendar) nearestWeekday(wd int) timex {
	back := c.since(wd)
	return timex{past: day(c.now.AddDate(0, 0, -back)), future: day(c.now.AddDate(0, 0, (7-back)%7))}
}

// nearest resolves a month, with a day or without (0), to the nearest one in the
// past and in the future.
func (c calendar) nearest(m, d int) timex {
	if !c.known {
		return timex{}
	}
	format := func(y int) string {
		if d == 0 {
			return fmt.Sprintf("%04d-%02d", y, m)
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	now := c.now
	later := m > int(now.Month()) || m == int(now.Month()) && d > now.Day()
	earlier := m < int(now.Month()) || m == int(now.Month()) && d > 0 && d < now.Day()
	x := timex{past: format(now.Year()), future: format(now.Year())}
	if later {
		x.past = format(now.Year() - 1)
	}
	if earlier {
		x.future = format(now.Year() + 1)
	}
	if d > 0 { // a day is told with its year unless it is near
		near := func(s string) bool {
			at, err := time.Parse(time.DateOnly, s)
			return err == nil && at.Sub(now).Abs() < 45*24*time.Hour
		}
		if near(x.future) && !near(x.past) {
			x.past = x.future
		}
	}
	return x
}

// isYear tells whether a word is a year of our times.
func isYear(s string) bool {
	if len(s) != 4 {
		return false
	}
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1700 && n <= 2200
}

// dayNumber is the day of the month that a word names, "6" or "6th", 0 if none.
func dayNumber(s string) int {
	s = strings.TrimRight(s, "stndrh")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 || len(s) > 2 {
		return 0
	}
	return n
}

// amount is the number that a word or figure says, 0 if it says none.
func amount(word string) int {
	n := world.Number.Number(word)
	if n == 0 {
		n, _ = strconv.Atoi(word)
	}
	return n
}

func day(d time.Time) string   { return d.Format(time.DateOnly) }
func month(d time.Time) string { return d.Format("2006-01") }

// away is the time that lies n units from a day, no more exact than the unit lets
// it be: a week from a day is a month. Units are those of ISO 8601, world.TimeUnit.
func away(d time.Time, unit string, n int) string {
	switch unit {
	case "D":
		return day(d.AddDate(0, 0, n))
	case "W":
		return month(d.AddDate(0, 0, 7*n))
	case "M":
		return month(addMonths(d, n))
	case "Y":
		return strconv.Itoa(d.Year() + n)
	case decade:
		return strconv.Itoa(d.Year() + 10*n)
	}
	return ""
}

const decade = "10Y"

// addMonths keeps to the month it names: a month before 31 March is February.
func addMonths(d time.Time, n int) time.Time {
	return time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
}
