package clause

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/world"
)

// date is a month, or a day of it unless that is 0. A day that the month does not
// have is the month: "31 April".
func date(year, m, d int) string {
	if d == 0 || d > daysIn(year, m) {
		return fmt.Sprintf("%04d-%02d", year, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, m, d)
}

func daysIn(year, m int) int { return time.Date(year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func day(d time.Time) string   { return written(d, time.DateOnly) }
func month(d time.Time) string { return written(d, "2006-01") }
func year(d time.Time) string  { return written(d, "2006") }

// written is a date in a layout; "" of a year that has more or fewer than four
// digits: "213 decades ago".
func written(d time.Time, layout string) string {
	if d.Year() < 1000 || d.Year() > 9999 {
		return ""
	}
	return d.Format(layout)
}

// isYear tells whether a word is a year of our times.
func isYear(s string) bool { return yearOf(s) > 0 }

// yearOf is the year of our times that a word names, 0 if it names none.
func yearOf(s string) int {
	if len(s) != len("2006") {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1700 || n > 2200 {
		return 0
	}
	return n
}

// dayNumber is the day of the month that a word names, "6" or "6th", 0 if none.
func dayNumber(s string) int {
	if s == "" || s[0] > '9' { // most words
		return 0
	}
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

// away is the time that lies n units from a day, no more exact than the unit lets
// it be: a week from a day is a month. Units are those of ISO 8601, world.TimeUnit.
func away(d time.Time, unit string, n int) string {
	last := len(unit) - 1
	if many := amount(unit[:last]); many > 0 { // "10Y"
		n *= many
	}
	switch unit[last] {
	case 'D':
		return day(d.AddDate(0, 0, n))
	case 'W':
		return month(d.AddDate(0, 0, 7*n))
	case 'M':
		return month(addMonths(d, n))
	}
	return year(d.AddDate(n, 0, 0))
}

// addMonths keeps to the month it names: a month before 31 March is February.
func addMonths(d time.Time, n int) time.Time {
	return time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
}
