package identity

import (
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/world"
)

// A spelling tells how near two words of names are that differ.
type spelling int

const (
	otherWord spelling = iota
	misprint           // a letter or two are wrong
	respelt            // one sound written in two ways: "Dissanayake", "Disanayaka"
)

// Words of fewer runes than misprintable are too short to tell a misprint from
// another name: "Un", "Il". In those of longWord runes two letters may be wrong, and
// the vowels of the middle do not tell names apart.
const (
	misprintable = 5
	longWord     = 9
)

// spelt tells how near two folded words of names are.
func spelt(a, b string) spelling {
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if a == b || min(la, lb) < misprintable-1 || differentGiven(a, b) {
		return otherWord
	}
	sa, sb := sound(a), sound(b)
	if sa == sb {
		return respelt
	}
	if min(la, lb) < misprintable {
		return otherWord
	}
	skeletons := consonants(sa) == consonants(sb)
	long := min(la, lb) >= longWord
	switch d := edits(a, b); {
	case skeletons && long && d <= 3:
		return respelt
	case d == 1, long && d == 2:
		if skeletons || a[0] == b[0] {
			return misprint
		}
	}
	return otherWord
}

// differentGiven tells given names of men and women apart: "Daniel", "Daniela".
func differentGiven(a, b string) bool {
	x, y := world.LookupName(a), world.LookupName(b)
	known := x.Gender != world.UnknownGender && y.Gender != world.UnknownGender
	return x.Given && y.Given && (known && x.Gender != y.Gender || sound(a) != sound(b))
}

// soundRules bring what is written in several ways, when names go from one script
// to another, to one.
var soundRules = strings.NewReplacer(
	"sch", "s", "sh", "s", "th", "t", "dh", "d", "ph", "f", "kh", "k", "gh", "g", "bh", "b", "zh", "z", "rh", "r",
	"ck", "k", "q", "k", "w", "v", "z", "s", "x", "ks",
	"aa", "a", "ee", "i", "oo", "u", "ou", "u", "ae", "e", "ai", "e", "ei", "e", "iy", "i", "yi", "i", "y", "i",
)

// sound gives how a folded word of a name sounds, about: without doubled letters,
// breathed ones, and the vowel at its end.
func sound(w string) string {
	s := soundRules.Replace(w)
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; len(b) == 0 || b[len(b)-1] != c {
			b = append(b, c)
		}
	}
	if n := len(b); n > 3 && isVowel(b[n-1]) {
		b = b[:n-1]
	}
	return string(b)
}

// consonants gives a sound without vowels but the first letter.
func consonants(sound string) string {
	b := make([]byte, 0, len(sound))
	for i := range len(sound) {
		switch c := sound[i]; {
		case i == 0 && isVowel(c):
			b = append(b, 'a')
		case isVowel(c) || i > 0 && c == 'h':
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// edits counts the runes to insert, leave out, replace, or exchange with the next
// to make b of a (optimal string alignment); more than three are not told apart.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 3 || len(y)-len(x) > 3 {
		return 4
	}
	rows := [3][]int{make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)}
	before, last, now := rows[0], rows[1], rows[2]
	for j := range last {
		last[j] = j
	}
	for i, r := range x {
		now[0] = i + 1
		for j, s := range y {
			cost := 1
			if r == s {
				cost = 0
			}
			now[j+1] = min(last[j]+cost, last[j+1]+1, now[j]+1)
			if i > 0 && j > 0 && r == y[j-1] && x[i-1] == s {
				now[j+1] = min(now[j+1], before[j-1]+1)
			}
		}
		before, last, now = last, now, before
	}
	return min(last[len(y)], 4)
}

// soundKeys are such that two words of which one is spelt as the other have one in
// common: the consonants, and what is left of them without any one.
func soundKeys(w string) []string {
	c := consonants(sound(w))
	keys := []string{c}
	for i := range len(c) {
		keys = append(keys, c[:i]+c[i+1:])
	}
	return keys
}
