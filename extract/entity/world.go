package entity

import (
	"embed"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// data holds the lists. Lines are records, fields are parted by tabs, the
// values of a field by "|"; "#" starts a comment line.
//
//go:embed data/*.tsv
var data embed.FS

// records yields the fields of each record of a list.
func records(name string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		b, _ := data.ReadFile("data/" + name) // embedded: it is there
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// values splits a field into its values.
func values(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}

// An index finds the longest name at the start of a run of words. Names are
// compared by their units: folded words, split at spaces, hyphens and
// apostrophes, without full stops. So "Guinea-Bissau" is found whether the
// tokenizer splits it or not, and "U.S." is "US".
type index struct {
	longest map[string]int   // first unit of a name -> units of the longest name that starts so
	names   map[string]entry // units joined by spaces
}

type entry struct {
	value int32
	upper bool // an acronym: matches only where it is written without lower-case letters
}

func newIndex() *index {
	return &index{longest: map[string]int{}, names: map[string]entry{}}
}

// add lists a name for a value. The first value to claim a name keeps it,
// except that a name that also matches in lower case opens up an acronym.
func (x *index) add(name string, value int) {
	units := appendUnits(nil, name)
	if len(units) == 0 {
		return
	}
	key := strings.Join(units, " ")
	upper := isAcronym(name)
	if old, ok := x.names[key]; ok && (old.value != int32(value) || !old.upper || upper) {
		return
	}
	x.names[key] = entry{int32(value), upper}
	x.longest[units[0]] = max(x.longest[units[0]], len(units))
}

// find returns the value of the longest name at the start of words and how many
// words it takes, a leading "the" included; n is 0 when there is none.
func (x *index) find(words []string) (value, n int) {
	if len(words) == 0 {
		return 0, 0
	}
	value, n = x.match(words)
	if n == 0 && len(words) > 1 && len(words[0]) == 3 && strings.EqualFold(words[0], "the") {
		if value, n = x.match(words[1:]); n > 0 {
			n++
		}
	}
	return value, n
}

func (x *index) match(words []string) (value, n int) {
	if !capitalised(words[0]) {
		return 0, 0
	}
	var unitBuf [8]string
	units := appendUnits(unitBuf[:0], words[0])
	if len(units) == 0 {
		return 0, 0
	}
	longest := x.longest[units[0]]
	if longest == 0 {
		return 0, 0
	}
	var keyBuf [96]byte
	key := keyBuf[:0]
	upper := true
	size := 0
	for i, w := range words {
		if i > 0 {
			units = appendUnits(unitBuf[:0], w)
		}
		size += len(units)
		if size > longest {
			break
		}
		for _, u := range units {
			if len(key) > 0 {
				key = append(key, ' ')
			}
			key = append(key, u...)
		}
		upper = upper && !hasLower(w)
		if e, ok := x.names[string(key)]; ok && len(units) > 0 && (upper || !e.upper) {
			value, n = int(e.value), i+1
		}
	}
	return value, n
}

// appendUnits appends the units of s to dst. Hyphens and apostrophes only part
// units; other punctuation is a unit of its own.
func appendUnits(dst []string, s string) []string {
	s = Fold(s)
	start := -1
	dots := false
	flush := func(end int) {
		if start < 0 {
			return
		}
		u := s[start:end]
		if dots {
			u = strings.ReplaceAll(u, ".", "")
		}
		dst = append(dst, u)
		start, dots = -1, false
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		case r == '.':
			dots = dots || start >= 0
		case r == ' ' || r == '-' || r == '\'':
			flush(i)
		case r == '&':
			flush(i)
			dst = append(dst, "and")
		default:
			flush(i)
			dst = append(dst, s[i:i+utf8.RuneLen(r)])
		}
	}
	flush(len(s))
	return dst
}

// capitalised reports whether a word can begin a name: it has a capital, or
// starts with a digit or a letter without case ("Lima", "al-Qaeda", "10").
func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || strings.ContainsFunc(s, unicode.IsUpper)
}

func hasLower(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// isAcronym reports whether a name is written in capitals: "US", "WHO", "G20".
func isAcronym(s string) bool { return !hasLower(s) && strings.ContainsFunc(s, unicode.IsUpper) }
