package world

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An index finds the longest name at the start of a run of words. Names are
// compared by their units: folded words, split at spaces, hyphens and
// apostrophes, without full stops. So "Guinea-Bissau" is found whether the
// tokenizer splits it or not, and "U.S." is "US".
type index map[string]entry // key: units joined by spaces, of names and of their beginnings

type entry struct {
	value  int32 // -1 for a beginning
	upper  bool  // an acronym: matches only where it is written without lower-case letters
	longer bool  // begins a longer name
}

// add lists a name for a value. The first value to claim a name keeps it,
// except that a name that also matches in lower case opens up an acronym.
func (x index) add(name string, value int) {
	key := ListKey(name)
	if key == "" {
		return
	}
	upper := !hasLower(name) && strings.ContainsFunc(name, unicode.IsUpper)
	e, ok := x[key]
	if !ok || e.value < 0 || e.value == int32(value) && e.upper && !upper {
		x[key] = entry{int32(value), upper, e.longer}
	}
	for i := range len(key) {
		if key[i] == ' ' {
			e, ok := x[key[:i]]
			if !ok {
				e.value = -1
			}
			e.longer = true
			x[key[:i]] = e
		}
	}
}

// find returns the value of the longest name at the start of words and how many
// words it takes, a leading "the" included; n is 0 when there is none.
func (x index) find(words []string) (value, n int) {
	n = longestName(words, func(key []byte, upper bool) (hit, longer bool) {
		e, ok := x[string(key)]
		if hit = ok && e.value >= 0 && (upper || !e.upper); hit {
			value = int(e.value)
		}
		return hit, e.longer
	})
	return value, n
}

// longestName counts the words of the longest name at the start of words, a
// leading "the" included. It asks look for each run of units that ends with a
// word, whether it is a name and whether it begins a longer one; upper says
// that the words have no lower-case letters.
func longestName(words []string, look func(key []byte, upper bool) (hit, longer bool)) int {
	if len(words) == 0 {
		return 0
	}
	n := matchName(words, look)
	if n == 0 && len(words) > 1 && len(words[0]) == 3 && strings.EqualFold(words[0], "the") {
		if n = matchName(words[1:], look); n > 0 {
			n++
		}
	}
	return n
}

func matchName(words []string, look func(key []byte, upper bool) (hit, longer bool)) (n int) {
	if !capitalised(words[0]) {
		return 0
	}
	var keyBuf [96]byte
	key, upper := keyBuf[:0], true
	for i, w := range words {
		before := len(key)
		key = appendKey(key, w)
		if len(key) == before {
			if i == 0 {
				return 0
			}
			continue // a hyphen
		}
		upper = upper && !hasLower(w)
		hit, longer := look(key, upper)
		if hit {
			n = i + 1
		}
		if !longer {
			break
		}
	}
	return n
}

// ListKey returns the form under which lists hold a name and in which names are
// compared: its units joined by spaces. It is "" for a name without letters,
// digits and symbols.
func ListKey(name string) string { return string(appendKey(nil, name)) }

// appendKey appends the units of s to key, parted by spaces. Hyphens and
// apostrophes only part units; other punctuation is a unit of its own.
func appendKey(key []byte, s string) []byte {
	gap := len(key) > 0
	unit := func() {
		if gap {
			key = append(key, ' ')
		}
		gap = false
	}
	if isAlphanumeric(s) { // most words
		unit()
		for i := range len(s) {
			key = append(key, lowerASCII(s[i]))
		}
		return key
	}
	for _, r := range Fold(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			unit()
			key = utf8.AppendRune(key, r)
		case r == '.':
		case r == ' ' || r == '-' || r == '\'':
			gap = len(key) > 0
		default:
			gap = len(key) > 0
			unit()
			if r == '&' {
				key = append(key, "and"...)
			} else {
				key = utf8.AppendRune(key, r)
			}
			gap = true
		}
	}
	return key
}

// isAlphanumeric reports whether a word consists of ASCII letters and digits alone.
func isAlphanumeric(s string) bool {
	for i := range len(s) {
		if c := lowerASCII(s[i]); (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// Capital tells whether a word begins with a capital.
func Capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
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
