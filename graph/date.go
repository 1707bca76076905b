package graph

import (
	"fmt"
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
	case len(s) == 10 && dateForm(s[:7]) != "" && "01" <= s[8:] && s[8:] <= LastDay(s[:7]):
		return "xsd:date"
	}
	return ""
}

// IsDate tells whether s is a date as facts have them: YYYY, YYYY-MM or YYYY-MM-DD.
func IsDate(s string) bool { return dateForm(s) != "" }

// LastDay gives the last day of a month: "28" of "2025-02".
func LastDay(month string) string {
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
