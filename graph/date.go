package graph

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"
)

// dateForm gives the XML Schema type that a date has by its form: "xsd:date",
// "xsd:gYearMonth" or "xsd:gYear"; "" if it is no date.
func dateForm(s string) string {
	for i := range len(s) {
		if i == 4 || i == 7 {
			if s[i] != '-' {
				return ""
			}
		} else if s[i] < '0' || '9' < s[i] {
			return ""
		}
	}
	switch {
	case len(s) == 4:
		return "xsd:gYear"
	case len(s) == 7 && "01" <= s[5:] && s[5:] <= "12":
		return "xsd:gYearMonth"
	case len(s) == 10 && dateForm(s[:7]) != "" && "01" <= s[8:] && s[8:] <= monthEnd(s[:7]):
		return "xsd:date"
	}
	return ""
}

// IsDate tells whether s is a date as facts have them: YYYY, YYYY-MM or YYYY-MM-DD.
func IsDate(s string) bool { return dateForm(s) != "" }

// CheckDate tells what is wrong with s if it is no date as IsDate has them.
func CheckDate(s string) error {
	switch {
	case IsDate(s):
		return nil
	case dateShape.MatchString(s):
		return fmt.Errorf("%s is not in the calendar", s)
	}
	return fmt.Errorf("%q: want YYYY-MM-DD, YYYY-MM or YYYY", s)
}

var dateShape = regexp.MustCompile(`^\d{4}-\d{2}(-\d{2})?$`)

// FirstDay gives the first day that a date may mean: "2025-02-01" of "2025-02";
// "" of no date.
func FirstDay(date string) string {
	if !IsDate(date) {
		return ""
	}
	return date + "-01-01"[len(date)-4:]
}

// LastDay gives the last day that a date may mean: "2025-02-28" of "2025-02"; ""
// of no date.
func LastDay(date string) string {
	switch {
	case !IsDate(date):
		return ""
	case len(date) == 4:
		return date + "-12-31"
	case len(date) == 7:
		return date + "-" + monthEnd(date)
	}
	return date
}

// Days gives how many days the first day of one date lies after that of another;
// ok is false if either is none.
func Days(from, to string) (n int, ok bool) {
	a, err := time.Parse(time.DateOnly, FirstDay(from))
	b, err2 := time.Parse(time.DateOnly, FirstDay(to))
	return int(b.Sub(a).Hours() / 24), cmp.Or(err, err2) == nil
}

// monthEnd gives the last day of a month: "28" of "2025-02".
func monthEnd(month string) string {
	y, _ := strconv.Atoi(month[:4])
	m, _ := strconv.Atoi(month[5:])
	return fmt.Sprintf("%02d", time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

// DateType gives the XML Schema type that the object of predicate has in
// files by the form of its text ("xsd:date"), "" if it is no date.
func DateType(predicate quad.Value, text string) quad.IRI {
	if predicate == relDate || predicate == datePublished {
		return quad.IRI(dateForm(text))
	}
	return ""
}
