package reading

import "time"

// IsNear tells whether a date is about that of the document, as far as both are
// known.
func (d *Document) IsNear(date string) bool {
	const near = 3 // months
	if date == "" || d.Source.Date == "" {
		return true
	}
	return max(monthsApart(date, d.Source.Date), monthsApart(d.Source.Date, date)) <= near
}

// monthsApart is the number of months from date a to date b; a year alone
// counts as its January.
func monthsApart(a, b string) int {
	months := func(s string) int {
		t, _ := time.Parse("2006-01", (s + "-01")[:len("2006-01")])
		return t.Year()*12 + int(t.Month())
	}
	return months(b) - months(a)
}
