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

// headline gives the first line of a text if it looks like one: a few words
// with no full stop, then a blank line and more.
func headline(text string) string {
	first, rest, _ := strings.Cut(strings.TrimLeftFunc(text, blank), "\n")
	first = strings.TrimFunc(first, blank)
	next, more, _ := strings.Cut(rest, "\n")
	words := strings.Fields(first)
	if len(words) < 3 || len(first) > 250 || strings.TrimFunc(next, blank) != "" || strings.TrimFunc(more, blank) == "" ||
		strings.ContainsAny(first[len(first)-1:], ".:;,") || numbered.MatchString(first) ||
		!strings.ContainsFunc(first, unicode.IsLetter) {
		return ""
	}
	if full, partial := dateline(first); full != "" || partial != "" {
		return ""
	}
	return strings.Join(words, " ")
}

var numbered = regexp.MustCompile(`^(\d+|[a-z])[.)]\s`)

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

// How far from the beginning a date can be the document's own.
const (
	headBytes = 1500
	headLines = 10
	leadLines = 6 // for a dateline that opens a paragraph
)

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
	release = regexp.MustCompile(`(?i)^(?:press|media|news) (?:release|statement)\b`)
	// What follows the date of a dateline: an agency, a dash, or both.
	dash = regexp.MustCompile(`^[\s\p{Zs}]*[)\]]?,?[\s\p{Zs}]*` +
		`(?:\([^()]{2,40}\)[\s\p{Zs}]*(?:--?|[–—:|/])?|/[\p{L} -]{2,40}/[\s\p{Zs}]*(?:--?|[–—])|--?[\s\p{Zs}]|[–—:|])`)
	clock = regexp.MustCompile(`(?i)^[\s\p{Zs}T,|–—-]*(?:at )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?[\s\p{Zs}]*` +
		`(?:[ap]\.?m\b\.?)?[\s\p{Zs}]*(?:Z|\(?(?-i:[A-Z]{2,4})\b)?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?`)
	ranged = regexp.MustCompile(`^[\s\p{Zs}]*(?:[-–—/]|(?i:to|and|until)\b)[\s\p{Zs}]*` +
		`(?:\d|(?i:` + monthPattern + `)[\s\p{Zs}]+\d)`)
	// A date after one of these belongs to what is told, not to the telling.
	bound = regexp.MustCompile(`(?i)(?:` +
		`\b(?:on|in|by|until|till|of|to|from|since|for|and|before|after|between|through|next|last|this)|` +
		`\d[\s\p{Zs}]*[-–—/&])[\s\p{Zs}]*$`)
)

// dateOf is the date of a document whose metadata tells doc.Date, and that is
// named name; otherwise is for one that tells none.
func dateOf(doc *Document, name, otherwise string) string {
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
			ref = otherwise
		}
		return inYear(partial, ref)
	}
	if d := inYear(partial, ref); strings.HasPrefix(d, ref) {
		return d
	}
	return ref
}
