package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "“", `"`, "”", `"`, "„", `"`, "``", `"`, "''", `"`,
	"‐", "-", "‑", "-")

// small gives a form in small letters with plain quotes and hyphens.
func small(form string) string {
	if !isASCII(form) || form == "``" || form == "''" {
		form = plainMarks.Replace(form)
	}
	return strings.ToLower(form)
}

// appendLower appends a form in small letters, digits as 0 in numbers of more
// than one digit, and typographic quotes as plain ones.
func appendLower(b []byte, form string) []byte {
	digits := 0
	for _, r := range form {
		switch {
		case r < utf8.RuneSelf:
			c := byte(r)
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			} else if c >= '0' && c <= '9' {
				digits++
			}
			b = append(b, c)
		case r == '’' || r == '‘' || r == 'ʼ':
			b = append(b, '\'')
		case r == '“' || r == '”' || r == '„':
			b = append(b, '"')
		case r == '–' || r == '‐' || r == '‑':
			b = append(b, '-')
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	if digits > 1 {
		for i, c := range b {
			if c >= '0' && c <= '9' {
				b[i] = '0'
			}
		}
	}
	return b
}

// shapeOf hashes the pattern of a form: runs of capitals, small letters, digits
// and others, with long runs shortened.
func shapeOf(form string) uint64 {
	h, last, run := uint64(14695981039346656037), byte(0), 0
	for _, r := range form {
		var c byte
		switch {
		case isUpper(r):
			c = 'X'
		case isLetter(r):
			c = 'x'
			if r >= utf8.RuneSelf {
				h |= 1 // letters with diacritics
			}
		case isDigit(r):
			c = 'd'
		case r == '’' || r == '‘':
			c = '\''
		case r < utf8.RuneSelf:
			c = byte(r)
		default:
			c = '~'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// A caseStyle tells how a sentence uses capitals.
type caseStyle uint64

const (
	ordinaryCase caseStyle = iota
	allCapitals            // WHOLE HEADLINE IN CAPITALS
	titleCase              // Headline With a Capital on Every Word
)

func styleOf(tokens []Token) caseStyle {
	words, upper, title, long := 0, 0, 0, 0
	for i := range tokens {
		r, size := utf8.DecodeRuneInString(tokens[i].Form)
		if !isLetter(r) {
			continue
		}
		words++
		if isUpper(r) {
			title++
			if rest := tokens[i].Form[size:]; rest == "" || !strings.ContainsFunc(rest, isLower) {
				upper++
			}
		} else if len(tokens[i].Form) > 3 {
			long++
		}
	}
	switch {
	case words >= 3 && upper*10 >= words*7:
		return allCapitals
	case words >= 4 && long == 0 && title*10 >= words*6:
		return titleCase
	}
	return ordinaryCase
}
