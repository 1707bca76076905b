package source

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	monthPattern = `(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|` +
		`january|february|march|april|august|september|october|november|december)\.?`
	dayPattern     = `(\d{1,2})(?:st|nd|rd|th)?`
	yearPattern    = `(?:,?[\s\p{Zs}]+(\d{4}))?`
	weekdayPattern = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[\s\p{Zs}]+)?`
)

// A date as English texts and machines write it. Its groups: year, month, day
// of ISO dates; day, month, year; month, day, year; three numbers that end in
// a year.
var datePattern = regexp.MustCompile(`(?i)` + weekdayPattern + `(?:` +
	`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)|` +
	`\b` + dayPattern + `[\s\p{Zs}]+(?:of[\s\p{Zs}]+)?` + monthPattern + `,?` + yearPattern + `\b|` +
	`\b` + monthPattern + `[\s\p{Zs}]+` + dayPattern + yearPattern + `\b|` +
	`\b(\d{1,2})([/.])(\d{1,2})[/.](\d{4})\b)`)

var (
	compactDate = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$`)
	shortDate   = regexp.MustCompile(`^\d{4}(-\d\d)?$`)
	monthDate   = regexp.MustCompile(`(?i)^` + monthPattern + `,?[\s\p{Zs}]+(\d{4})$`)
	nameDate    = regexp.MustCompile(`(?:^|[^0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(\d\d)([-_.]?)(\d\d)(?:$|[^0-9A-Za-z]|T)`)
)

// folderPattern finds a day or month in the folders of a path: 2025-03-05/, 2025/03/05/, 2025/03/.
var folderPattern = regexp.MustCompile(`(?:^|/)((?:19|20)\d\d)([-_./]?)(\d\d)(?:([-_./]?)(\d\d))?/`)

// folderDate gives the date that the folders of a file tell, the innermost; "" if they tell none.
func folderDate(name string) string {
	dirs := path.Dir(filepath.ToSlash(name)) + "/"
	date := ""
	for at := 0; ; {
		m := folderPattern.FindStringSubmatchIndex(dirs[at:])
		if m == nil {
			return date
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return dirs[at+m[2*i] : at+m[2*i+1]]
		}
		found := group(1) + "-" + group(3)
		switch {
		case group(5) != "" && group(2) == group(4):
			found += "-" + group(5)
		case group(5) != "" || group(2) == "":
			found = "" // "202503" may be any number
		}
		if found = parseDate(found); found != "" {
			date = found
		}
		at += m[1] - 1
	}
}

// A day is a date in the calendar; a year of 0 is not known.
type day struct{ year, month, day int }

func (d day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

func (d day) valid() bool {
	year := d.year
	if year == 0 {
		year = 2000
	}
	t := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return year >= 1500 && year < 2200 && t.Day() == d.day && int(t.Month()) == d.month
}

// findDate finds the first date in s and the bytes that write it.
func findDate(s string) (d day, start, end int, ok bool) {
	if !mayBeDated(s) { // most lines; the pattern is slow
		return
	}
	m := datePattern.FindStringSubmatchIndex(s)
	if m == nil {
		return
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	num := func(i int) int {
		n, _ := strconv.Atoi(group(i))
		return n
	}
	switch {
	case group(1) != "":
		d = day{num(1), num(2), num(3)}
	case group(4) != "":
		d = day{num(6), monthNumber(group(5)), num(4)}
	case group(7) != "":
		d = day{num(9), monthNumber(group(7)), num(8)}
	default:
		d = day{num(13), num(12), num(10)}
		// With slashes both orders are in use; only a number above 12 tells which.
		if group(11) == "/" {
			if d.day <= 12 && d.month > 12 {
				d.day, d.month = d.month, d.day
			} else if d.day <= 12 && d.day != d.month {
				return
			}
		}
	}
	return d, m[0], m[1], d.valid()
}

// mayBeDated tells whether s has what datePattern cannot do without: a number and the name of
// a month, or two numbers with a mark between them.
func mayBeDated(s string) bool {
	const months = "jan feb mar apr may jun jul aug sep oct nov dec"
	number, month := false, false
	for i := 0; i < len(s); i++ {
		switch {
		case isDigit(s[i]):
			number = true
			if i+2 < len(s) && strings.IndexByte("-/.", s[i+1]) >= 0 && isDigit(s[i+2]) {
				return true
			}
		case !month && i+3 <= len(s) && isLetter(s[i]) && (i == 0 || !isLetter(s[i-1])):
			month = strings.Contains(months, strings.ToLower(s[i:i+3]))
		}
		if number && month {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func monthNumber(name string) int {
	return 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name[:3]))/3
}

// parseDate reads a date of metadata, as exact as it is: "2024-11-17T08:00Z",
// "Sun, 17 Nov 2024 08:00:00 GMT", "November 2024", "2024". It gives "" if s is
// none. The day is the one written, in whatever time zone.
func parseDate(s string) string {
	s = strings.TrimFunc(s, blank)
	if m := compactDate.FindStringSubmatch(s); m != nil {
		s = m[1] + "-" + m[2] + "-" + m[3]
	}
	if m := monthDate.FindStringSubmatch(s); m != nil {
		s = fmt.Sprintf("%s-%02d", m[2], monthNumber(m[1]))
	}
	if shortDate.MatchString(s) {
		if d, _, _, ok := findDate((s + "-01-01")[:10]); ok && d.year > 0 {
			return s
		}
		return ""
	}
	d, start, _, ok := findDate(s)
	if before := strings.TrimSpace(s[:start]); !ok || d.year == 0 || before != "" && !label.MatchString(before) {
		return ""
	}
	return d.String()
}

// label is what announces a date: "Published on:".
var label = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:date|dated|published|posted|issued|released?|updated|` +
	`press release|media release|for immediate release)(?: on| date| at)?:?)$`)
