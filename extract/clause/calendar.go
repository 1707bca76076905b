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

func isYear(s string) bool {
	if len(s) != 4 {
		return false
	}
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1700 && n <= 2200
}

func dayNumber(s string) int {
	s = strings.TrimRight(s, "stndrh")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 || len(s) > 2 {
		return 0
	}
	return n
}

// A calendar resolves expressions of time against the date of a document.
type calendar struct {
	now   time.Time
	known bool // whether there is a date
}

// timeAt reads an expression at words[i], which is padded with empty words; n
// is the number of words it takes, 0 if there is none.
func timeAt(words []string, i int, now time.Time, known bool) (x timex, n int) {
	w := func(k int) string {
		if i+k < len(words) {
			return words[i+k]
		}
		return ""
	}
	same := func(s string, n int) (timex, int) { return timex{past: s, future: s}, n }
	relative := func(s string, n int) (timex, int) {
		if !known {
			return timex{}, n
		}
		return same(s, n)
	}
	day := func(d time.Time) string { return d.Format(time.DateOnly) }
	month := func(d time.Time) string { return d.Format("2006-01") }
	first := w(0)
	if n := spanOf(words[i:]); n > 0 { // "30 March to 2 April 2025": the year stands at the end
		x, k := timeAt(append(append(append([]string{}, words[i:i+2]...), words[i+n-1]), make([]string, 6)...), 0, now, known)
		if k > 0 {
			return x, n
		}
	}
	if len(first) >= 8 && first[0] <= '9' {
		for _, layout := range [...]string{time.DateOnly, "2.1.2006"} {
			if d, err := time.Parse(layout, first); err == nil {
				return same(day(d), 1)
			}
		}
	}
	if m := world.Month.Number(first); m > 0 {
		return monthAt(words, i, m, now, known)
	}
	if d := dayNumber(first); d > 0 { // "6 June 2025", "17 to 19 June", "the 6th of June"
		k := 1
		if s := w(k); (s == "to" || s == "-" || s == "–" || s == "and" || s == "until") && dayNumber(w(k+1)) > 0 {
			k += 2
		}
		if w(k) == "of" {
			k++
		}
		if m := world.Month.Number(w(k)); m > 0 {
			k++
			if w(k) == "," && isYear(w(k+1)) {
				k++
			}
			if isYear(w(k)) {
				return same(fmt.Sprintf("%s-%02d-%02d", w(k), m, d), k+1)
			}
			return inYear(m, d, now, known), k
		}
		return x, 0
	}
	if wd := world.Weekday.Number(first); wd > 0 {
		if w(1) == "," || w(1) == "(" {
			if x, n := timeAt(words, i+2, now, known); n > 0 && world.Weekday.Number(w(2)) == 0 && dayNumber(w(2))+world.Month.Number(w(2)) > 0 {
				return x, n + 2
			}
		}
		if !known {
			return x, 1
		}
		back := (int(now.Weekday()) - wd%7 + 7) % 7
		ahead := (7 - back) % 7
		return timex{past: day(now.AddDate(0, 0, -back)), future: day(now.AddDate(0, 0, ahead))}, 1
	}
	switch first {
	case "the":
		if w(1) == "day" && w(2) == "before" && w(3) == "yesterday" {
			return relative(day(now.AddDate(0, 0, -2)), 4)
		}
		return x, 0
	case "today", "tonight":
		return relative(day(now), 1)
	case "yesterday":
		return relative(day(now.AddDate(0, 0, -1)), 1)
	case "tomorrow":
		return relative(day(now.AddDate(0, 0, 1)), 1)
	case "this", "last", "next", "past", "previous", "same":
		return shifted(words, i, now, known)
	case "over", "at":
		if w(1) == "the" && w(2) == "weekend" {
			return relative(month(now), 3)
		}
		return x, 0
	case "by", "until": // a deadline is no time of what is agreed
		if isYear(w(1)) {
			return timex{}, 2
		}
		return x, 0
	case "in", "since", "of", "late", "early", "mid", "mid-", "during", "from", "for":
		if first != "for" && isYear(w(1)) {
			return same(w(1), 2)
		}
		if first != "for" && first != "of" && (w(1) == "late" || w(1) == "early" || w(1) == "mid" || w(1) == "mid-") && isYear(w(2)) {
			return same(w(2), 3)
		}
		if first == "in" && w(1) == "the" && world.Season.Has(w(2)) && w(3) != "of" {
			return relative(fmt.Sprint(now.Year()), 3)
		}
		return x, 0
	}
	// "six years ago", "two days later"
	amount := world.Number.Number(first)
	if amount == 0 {
		amount, _ = strconv.Atoi(first)
	}
	if amount > 0 && amount < 1000 && w(2) == "ago" {
		switch strings.TrimSuffix(w(1), "s") {
		case "day":
			return relative(day(now.AddDate(0, 0, -amount)), 3)
		case "week":
			return relative(month(now.AddDate(0, 0, -7*amount)), 3)
		case "month":
			return relative(month(addMonths(now, -amount)), 3)
		case "year":
			return relative(fmt.Sprint(now.Year()-amount), 3)
		case "decade":
			return relative(fmt.Sprint(now.Year()-10*amount), 3)
		}
	}
	return x, 0
}

// spanOf returns the number of words of two dates of which only the second has
// the year, "30 March to 2 April 2025", 0 if words do not begin with such.
func spanOf(words []string) int {
	day := func(k int) bool {
		return world.Month.Number(words[k]) > 0 && dayNumber(words[k+1]) > 0 || dayNumber(words[k]) > 0 && world.Month.Number(words[k+1]) > 0
	}
	if len(words) < 7 {
		return 0
	}
	switch words[2] {
	case "to", "-", "–", "until":
	default:
		return 0
	}
	switch {
	case !day(0) || !day(3):
		return 0
	case isYear(words[5]):
		return 6
	case words[5] == "," && isYear(words[6]):
		return 7
	}
	return 0
}

// addMonths keeps to the month it names: a month before 31 March is February.
func addMonths(d time.Time, n int) time.Time {
	return time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
}

func monthAt(words []string, i, m int, now time.Time, known bool) (timex, int) {
	w := func(k int) string {
		if i+k < len(words) {
			return words[i+k]
		}
		return ""
	}
	if d := dayNumber(w(1)); d > 0 && !(isYear(w(1))) {
		k := 2
		if s := w(k); (s == "to" || s == "-" || s == "–" || s == "and") && dayNumber(w(k+1)) > 0 {
			k += 2
		}
		if w(k) == "," && isYear(w(k+1)) {
			k++
		}
		if isYear(w(k)) {
			return timex{past: fmt.Sprintf("%s-%02d-%02d", w(k), m, d), future: fmt.Sprintf("%s-%02d-%02d", w(k), m, d)}, k + 1
		}
		return inYear(m, d, now, known), k
	}
	k := 1
	if w(k) == "," || w(k) == "of" {
		k++
	}
	if isYear(w(k)) {
		s := fmt.Sprintf("%s-%02d", w(k), m)
		return timex{past: s, future: s}, k + 1
	}
	if words[i] == "may" || words[i] == "march" { // the verb and the noun; only after a preposition
		if i == 0 || !world.BeforeMonthWord.Has(words[i-1]) {
			return timex{}, 0
		}
	}
	return inYear(m, 0, now, known), 1
}

// inYear resolves a month, with a day or without (0), to the nearest one in the
// past and in the future.
func inYear(m, d int, now time.Time, known bool) timex {
	if !known {
		return timex{}
	}
	format := func(y int) string {
		if d == 0 {
			return fmt.Sprintf("%04d-%02d", y, m)
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
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

// shifted reads "this week", "last month", "next Tuesday", "this March".
func shifted(words []string, i int, now time.Time, known bool) (timex, int) {
	step := map[string]int{"this": 0, "same": 0, "last": -1, "past": -1, "previous": -1, "next": 1}[words[i]]
	unit := words[i+1]
	if !known {
		if world.Month.Number(unit) > 0 || world.Weekday.Number(unit) > 0 || unit == "week" || unit == "month" || unit == "year" {
			return timex{}, 2
		}
		return timex{}, 0
	}
	one := func(s string) (timex, int) { return timex{past: s, future: s}, 2 }
	switch unit {
	case "morning", "afternoon", "evening", "day":
		if step == 0 && words[i] == "this" {
			return one(now.Format(time.DateOnly))
		}
	case "night":
		return one(now.AddDate(0, 0, step).Format(time.DateOnly))
	case "week", "weekend":
		if words[i+2] == "of" { // "the last week of May"
			return timex{}, 2
		}
		return one(now.AddDate(0, 0, 7*step).Format("2006-01"))
	case "month":
		return one(addMonths(now, step).Format("2006-01"))
	case "year", "spring", "summer", "autumn":
		return one(fmt.Sprint(now.Year() + step))
	}
	if m := world.Month.Number(unit); m > 0 {
		x := inYear(m, 0, now, known)
		switch {
		case step > 0:
			x.past = x.future
		case step < 0 && x.past == now.Format("2006-01"):
			x.past = fmt.Sprintf("%04d-%02d", now.Year()-1, m)
			x.future = x.past
		case step < 0:
			x.future = x.past
		case words[i] == "this":
			x.past = fmt.Sprintf("%04d-%02d", now.Year(), m)
			x.future = x.past
		}
		return x, 2
	}
	if wd := world.Weekday.Number(unit); wd > 0 {
		back := (int(now.Weekday()) - wd%7 + 7) % 7
		switch {
		case step < 0:
			if back == 0 {
				back = 7
			}
			return one(now.AddDate(0, 0, -back).Format(time.DateOnly))
		case step > 0:
			return one(now.AddDate(0, 0, 7-back).Format(time.DateOnly))
		}
		return timex{past: now.AddDate(0, 0, -back).Format(time.DateOnly), future: now.AddDate(0, 0, (7-back)%7).Format(time.DateOnly)}, 2
	}
	return timex{}, 0
}
