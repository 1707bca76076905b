package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	monthPattern   = `(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\.?`
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

// date is the date of a document whose metadata tells doc.Date, and that is
// named name.
func (r *reader) date(doc *Document, name string) string {
	if len(doc.Date) == len("2006-01-02") {
		return doc.Date
	}
	full, partial := dateline(doc.Text)
	ref := doc.Date
	switch {
	case full != "" && strings.HasPrefix(full, ref):
		return full
	case ref == "":
		if m := nameDate.FindStringSubmatch(name); m != nil && m[2] == m[4] {
			ref = parseDate(m[1] + "-" + m[3] + "-" + m[5])
		}
		if ref == "" {
			ref = r.opts.Date
		}
		return inYear(partial, ref)
	}
	if d := inYear(partial, ref); strings.HasPrefix(d, ref) {
		return d
	}
	return ref
}

// inYear gives a date without year ("11-17") the year in which it is nearest to
// ref. Without either it gives ref.
func inYear(partial, ref string) string {
	if partial == "" || ref == "" {
		return ref
	}
	best, distance := ref, time.Duration(1<<63-1)
	year, _ := strconv.Atoi(ref[:4])
	from, to := year, year
	if len(ref) > 4 {
		from, to = year-1, year+1
	}
	near, _ := time.Parse("2006-01-02", (ref + "-07-01")[:10]) // the 7th of a month, the 1st of July of a year
	for y := from; y <= to; y++ {
		date := fmt.Sprintf("%04d-%s", y, partial)
		t, err := time.Parse("2006-01-02", date)
		if err != nil {
			continue
		}
		if d := t.Sub(near).Abs(); d < distance {
			best, distance = date, d
		}
	}
	return best
}

var (
	label = regexp.MustCompile(`(?i)^(?:(?:first |last )?(?:date|dated|published|posted|issued|released?|updated|press release|media release|for immediate release)` +
		`(?: on| date| at)?:?)$`)
	release = regexp.MustCompile(`(?i)^(?:press|media|news) (?:release|statement)\b`)
	// What follows the date of a dateline: an agency, a dash, or both.
	dash   = regexp.MustCompile(`^[\s\p{Zs}]*[)\]]?,?[\s\p{Zs}]*(?:\([^()]{2,40}\)[\s\p{Zs}]*(?:--?|[–—:|/])?|/[\p{L} -]{2,40}/[\s\p{Zs}]*(?:--?|[–—])|--?[\s\p{Zs}]|[–—:|])`)
	clock  = regexp.MustCompile(`(?i)^[\s\p{Zs}T,|–—-]*(?:at )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?[\s\p{Zs}]*(?:[ap]\.?m\b\.?)?[\s\p{Zs}]*(?:Z|\(?(?-i:[A-Z]{2,4})\b)?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?`)
	ranged = regexp.MustCompile(`^[\s\p{Zs}]*(?:[-–—/]|(?i:to|and|until)\b)[\s\p{Zs}]*(?:` + `\d|(?i:` + monthPattern + `)[\s\p{Zs}]+\d)`)
	// A date after one of these belongs to what is told, not to the telling.
	bound = regexp.MustCompile(`(?i)(?:\b(?:on|in|by|until|till|of|to|from|since|for|and|before|after|between|through|next|last|this)|\d[\s\p{Zs}]*[-–—/&])[\s\p{Zs}]*$`)
)

// How far from the beginning a date can be the document's own.
const (
	headBytes = 1500
	headLines = 10
	leadLines = 6 // for a dateline that opens a paragraph
)

// dateline finds the date that a text gives itself at its beginning: in a
// dateline ("LIMA, Nov. 17 (VNA) –"), or on a line of its own, or at the end of
// a heading. It gives the first that is full, and else the first without year,
// as "11-17".
func dateline(text string) (full, partial string) {
	if len(text) > headBytes {
		text = text[:headBytes]
	}
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimFunc(line, blank); line == "" {
			continue
		}
		if n++; n > headLines {
			break
		}
		d, ok := lineDate(line, n <= leadLines)
		switch {
		case !ok:
		case d.year != 0:
			return d.String(), ""
		case partial == "":
			partial = d.String()[5:]
		}
	}
	return "", partial
}

func lineDate(line string, lead bool) (day, bool) {
	if len(line) > 200 {
		line = line[:200]
	}
	d, start, end, ok := findDate(line)
	if !ok {
		return d, false
	}
	before := strings.TrimFunc(line[:start], func(r rune) bool { return blank(r) || r == '(' || r == '[' })
	after := line[end:]
	if ranged.MatchString(after) && !clock.MatchString(after) || bound.MatchString(before) {
		return d, false
	}
	after = after[len(clock.FindString(after)):]
	closed := strings.Trim(after, " \t\u00A0.)]|") == ""
	named := before == "" || label.MatchString(before)
	switch {
	case named && closed:
		return d, true
	case d.year != 0 && (strings.EqualFold(before, "date") || named && strings.HasSuffix(before, ":")):
		return d, true
	case lead && dash.MatchString(after):
		return d, named || placed(before, 8)
	case closed:
		return d, d.year != 0 && placed(before, 15)
	}
	return d, false
}

// placed tells whether s, what stands before a date, is a place or a heading
// rather than the beginning of a sentence: at most so many words, all
// capitalised but for particles ("Port of Spain,"), and a comma or dash at the
// end unless all of it is in capitals or it calls itself a press release.
func placed(s string, words int) bool {
	fields := strings.FieldsFunc(s, blank)
	if len(fields) == 0 || len(fields) > words {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s); s == strings.ToUpper(s) {
		return unicode.IsLetter(first)
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if release.MatchString(s) {
		return true
	}
	if !strings.ContainsRune(",:|-–—/)", last) {
		return false
	}
	for i, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "(['’‘"))
		if i == 0 && !unicode.IsUpper(r) || unicode.IsLower(r) && utf8.RuneCountInString(f) > 3 {
			return false
		}
	}
	return true
}
