package world

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var (
	// One syllable as Chinese, Korean and Vietnamese are romanised: one group
	// of vowels between few consonants.
	syllable = regexp.MustCompile(`^(?:[bcdfghjklmnprstvwxyz]|[cgknpstz]h|ts|tr|hs|kw|wh|qu?|ng)?` +
		`[aeiouy]{1,4}(?:[bcgklmnpt]|ng|nh|ch|ck|rn|h|r|w)?$`)
	syllables = regexp.MustCompile(`^(?:(?:[bcdfghjklmnprstvwxyz]|[cgknpstz]h|ts|tr|hs|kw|qu?)?` +
		`[aeiouy]{1,3}(?:ng|[ckmnpr])?){1,2}$`)
	romaji = regexp.MustCompile(`^(?:(?:[kstnhmrgzdbpjfwv]|[kgnhmrbp]y|y|sh|ch|ts|kk|tt|pp|ss|ssh|tch|kky)?` +
		`[aiueo]h?|n|m)+$`)
	pinyin = regexp.MustCompile(`^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?` +
		`(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|` +
		`u|ua|uo|uai|ui|uan|un|uang|ue|er)){1,2}$`)
)

// easternFamily tells whether a name is Vietnamese, Chinese, Korean, Japanese
// or Khmer (ok), and whether its family name stands first or last.
func easternFamily(words []string) (first, ok bool) {
	n := len(words)
	if n < 2 || n > 5 {
		return false, false
	}
	e := easternName{words: words, folded: make([]string, n), bits: make([]nameBits, n)}
	for i, w := range words {
		e.folded[i] = Fold(w)
		e.bits[i] = lookupBits(w)
	}
	e.start, e.end = e.bits[0], e.bits[n-1]
	if first, ok = e.vietnamese(); ok {
		return first, true
	}
	if first, ok = e.japanese(); ok {
		return first, true
	}
	return e.sinic()
}

// An easternName is a name that may have its family name first.
type easternName struct {
	words, folded []string
	bits          []nameBits // of each word
	start, end    nameBits   // of the first and the last
}

func (e *easternName) vietnamese() (first, ok bool) {
	n := len(e.words)
	all := func(bits []nameBits, mask nameBits) bool {
		return !slices.ContainsFunc(bits, func(b nameBits) bool { return b&mask == 0 })
	}
	spelled := strings.ContainsFunc(norm.NFD.String(strings.Join(e.words, "")), func(r rune) bool {
		return r == 'đ' || r == 'Đ' || r == 0x031B || r == 0x0309 || r == 0x0323 // đ, horn, hook, dot below
	})
	switch {
	case e.start&vietnameseSurname != 0 && (spelled || all(e.bits[1:], vietnameseGiven|vietnameseSurname)) &&
		(n > 2 || e.start&otherGiven == 0):
		return true, true
	case n > 2 && e.end&vietnameseSurname != 0 && e.start&(vietnameseSurname|otherGiven) == 0 &&
		all(e.bits[:n-1], vietnameseGiven):
		return false, true
	}
	return false, false
}

func (e *easternName) japanese() (first, ok bool) {
	if len(e.words) != 2 || !romaji.MatchString(e.folded[0]) || !romaji.MatchString(e.folded[1]) {
		return false, false
	}
	score := func(family, given nameBits) int {
		s := 0
		if family&japaneseSurname != 0 {
			s += 2
		}
		if given&japaneseGiven != 0 {
			s += 2
		}
		if given&japaneseSurname != 0 {
			s--
		}
		if given&otherGiven != 0 && given&japaneseGiven == 0 {
			s -= 2 // "Alberto Mori"
		}
		return s
	}
	familyFirst, givenFirst := score(e.start, e.end), score(e.end, e.start)
	return familyFirst > givenFirst, max(familyFirst, givenFirst) >= 2 && familyFirst != givenFirst
}

// sinic reads Chinese, Korean and Khmer names.
func (e *easternName) sinic() (first, ok bool) {
	const sinic = chineseSurname | koreanSurname
	western := westernGiven | otherSurname | iberianSurname
	foreign := func(b nameBits) bool {
		return b&western != 0 && b&(sinic|koreanGiven|chineseGiven|vietnameseGiven) == 0
	}
	n, start, end, folded := len(e.words), e.start, e.end, e.folded
	givenFirst := end&sinic != 0 && start&(sinic|westernGiven) == 0
	switch {
	case start&sinic != 0 && twoSyllables(folded[1:]) && !slices.ContainsFunc(e.bits[1:], foreign):
		return true, true
	case n == 2 && start&sinic != 0 && start&westernGiven == 0 && end&western == 0 &&
		(pinyin.MatchString(folded[1]) || syllables.MatchString(folded[1])):
		return true, true
	case n == 2 && givenFirst && (strings.Contains(folded[0], "-") && twoSyllables(folded[:1]) ||
		end&chineseSurname != 0 && pinyin.MatchString(folded[0]) && !syllable.MatchString(folded[0])):
		return false, true
	case n == 3 && givenFirst && twoSyllables(folded[:2]) && e.bits[1]&western == 0:
		return false, true
	case n <= 3 && start&khmerSurname != 0 && start&(otherGiven|sinic|vietnameseSurname) == 0 &&
		end&(westernGiven|sinic) == 0:
		return true, true
	}
	return false, false
}

// twoSyllables tells whether words are a given name of two or three syllables, each
// a word or joined to the next by a hyphen.
func twoSyllables(words []string) bool {
	parts := strings.Split(strings.Join(words, "-"), "-")
	if len(parts) > 3 {
		return false
	}
	for _, p := range parts {
		if !syllable.MatchString(p) {
			return false
		}
	}
	return len(parts) > 1
}
