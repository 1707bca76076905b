package world

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A NameUse tells how a word is used in names of persons.
type NameUse struct {
	Given, Surname bool
	Gender         Gender // of the given name
	FamilyFirst    bool   // only in names whose family name stands first: Vietnamese, Chinese, Korean, Japanese, Khmer
}

// LookupName tells whether a word is known as a given name or surname.
// Diacritics and case do not matter; of a compound ("Jean-Marc") that is not
// listed the first part counts. The zero value means that it is not known.
func LookupName(word string) NameUse {
	b := lookupBits(word)
	u := NameUse{Given: b&givenNames != 0, Surname: b&surnames != 0}
	u.FamilyFirst = b&familyFirst != 0 && b&^familyFirst&(givenNames|surnames) == 0
	switch b & (female | male) {
	case female:
		u.Gender = Female
	case male:
		u.Gender = Male
	}
	return u
}

// nameBits tell in which cultures a word is a given name or a surname.
type nameBits uint16

const (
	vietnameseSurname nameBits = 1 << iota
	vietnameseGiven
	chineseSurname
	chineseGiven
	koreanSurname
	koreanGiven
	japaneseSurname
	japaneseGiven
	khmerSurname
	khmerGiven
	iberianSurname
	iberianGiven
	otherSurname
	otherGiven
	female
	male

	familyFirst  = khmerGiven<<1 - 1
	givenNames   = vietnameseGiven | chineseGiven | koreanGiven | japaneseGiven | khmerGiven | iberianGiven | otherGiven
	surnames     = vietnameseSurname | chineseSurname | koreanSurname | japaneseSurname | khmerSurname | iberianSurname | otherSurname
	westernGiven = iberianGiven | otherGiven
)

var loadNames = sync.OnceValue(func() map[string]nameBits {
	names := make(map[string]nameBits, 8192)
	for _, list := range []string{"people.tsv", "names.tsv"} {
		for f := range records(list) {
			class := f[0]
			bits := vietnameseSurname << (2 * strings.IndexByte("vckjhew", class[0]))
			if class[1] == 'g' {
				bits <<= 1
			}
			switch class[2:] {
			case "f":
				bits |= female
			case "m":
				bits |= male
			}
			for name := range strings.FieldsSeq(f[1]) {
				names[name] |= bits
			}
		}
	}
	return names
})

func lookupBits(word string) nameBits {
	names := loadNames()
	word = Fold(word)
	b, ok := names[word]
	if !ok {
		if first, _, cut := strings.Cut(word, "-"); cut {
			b = names[first]
		}
	}
	return b
}

// NameOrder splits the words of a full name, without its titles, into family
// and given names. The order of Vietnamese, Chinese, Korean, Japanese and Khmer
// names is read from the lists and from the form of the words, because
// newspapers write them either way; a family name in capitals is one in any
// order. Other names have the family name last, with its particles ("van den
// Berg", "bin Salman", "da Silva"), or both surnames of a Spanish name.
//
// known is false when neither the lists nor the form support the split; a
// single word is then taken as the family name. Honorifics and suffixes ("Dr",
// "Jr.") are in neither part.
func NameOrder(name string) (family, given []string, known bool) {
	words := bareName(name)
	o := orderName(words)
	family = slices.Clone(words[o.first:o.last])
	given = slices.Concat(words[:o.first], words[o.last:])
	return family, given, o.known
}

// PersonID makes the identifier of a person from a full name: its words as
// written, without honorifics and suffixes other than "Jr." and numerals, but
// with the family name first where that is how the name is written at home.
// "Yoko Kamikawa" and "Kamikawa Yoko" are both "person:kamikawa-yoko".
func PersonID(name string) string {
	words := bareName(name)
	if len(words) == 0 {
		return ID("person:", name)
	}
	o := orderName(words)
	family, rest := words[o.first:o.last], slices.Concat(words[:o.first], words[o.last:])
	switch {
	case o.familyFirst:
		words = slices.Concat(family, rest)
	case o.first == 0 && o.known && len(rest) > 0 && lookupBits(rest[0])&westernGiven != 0: // "MACRON Emmanuel"
		words = slices.Concat(rest, family)
	}
	return ID("person:", strings.Join(append(words, GenerationOf(name)), " "))
}

// generationOf gives "jr" of "John Smith, Jr.", "" where a name has no such end.
func GenerationOf(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	last := strings.TrimSuffix(words[len(words)-1], ".")
	if g := Fold(last); GenerationSuffix.Has(g) && (g == "jr" || g == "sr" || !hasLower(last) && hasLower(words[0])) {
		return g
	}
	return ""
}

// bareName splits a name into words and drops what is not part of it.
func bareName(name string) []string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' })
	key := func(w string) string { return strings.TrimSuffix(Fold(w), ".") }
	// "Tan" and "He" are surnames too, "Sri" a given name: they go only as
	// "Tan Sri" and "HE", or before an honorific.
	for len(words) > 1 && NameTitle.Has(key(words[0])) {
		k := key(words[0])
		next := NameTitle.Has(key(words[1]))
		if k == "tan" && !next || k == "tun" && !next || k == "he" && words[0] != "HE" || k == "sri" && len(words) < 3 {
			break
		}
		words = words[1:]
	}
	// Capitals tell "Leo XIV" from "Trần Thị Vi".
	for len(words) > 1 {
		last := words[len(words)-1]
		capital := !hasLower(last) && hasLower(words[0])
		if k := key(last); !(NameSuffix.Has(k) && (capital || hasDot(last)) || k == "jr" || k == "sr" || k == "phd") {
			break
		}
		words = words[:len(words)-1]
	}
	// "Sheikh" is a title before a patronymic, else a name: "Sheikh Hasina".
	if len(words) > 2 && (key(words[0]) == "sheikh" || key(words[0]) == "shaikh") && slices.ContainsFunc(words[1:], isParticle) {
		words = words[1:]
	}
	return words
}

func hasDot(w string) bool { return strings.HasSuffix(w, ".") }

func isParticle(w string) bool {
	f := Fold(w)
	return FamilyParticle.Has(f) || LowerParticle.Has(w) || (strings.HasPrefix(f, "al-") || strings.HasPrefix(f, "el-")) && len(f) > 3
}

// A nameSplit says that words[first:last] are the family name.
type nameSplit struct {
	first, last int
	familyFirst bool // at home the family name stands first
	known       bool
}

func orderName(words []string) nameSplit {
	n := len(words)
	if n < 2 {
		return nameSplit{last: n}
	}
	if o, ok := capitalFamily(words); ok {
		return o
	}
	if first, ok := easternFamily(words); ok {
		if first {
			return nameSplit{first: 0, last: 1, familyFirst: true, known: true}
		}
		return nameSplit{first: n - 1, last: n, familyFirst: true, known: true}
	}
	for i := 1; i < n-1; i++ {
		if isParticle(words[i]) {
			if i > 1 && (words[i] == "e" || words[i] == "y") { // "Correia e Silva"
				i--
			}
			return nameSplit{first: i, last: n, known: true}
		}
	}
	start, end := lookupBits(words[0]), lookupBits(words[n-1])
	o := nameSplit{first: n - 1, last: n, known: start&givenNames != 0 || end&surnames != 0 || isParticle(words[n-1])}
	if n == 3 && start&westernGiven != 0 && strings.Contains(words[2], "-") {
		if first, ok := easternFamily(words[1:]); ok && first { // "John Lee Ka-chiu"
			return nameSplit{first: 1, last: 2, known: true}
		}
	}
	if n >= 3 && start&westernGiven != 0 {
		if b := lookupBits(words[n-2]); b&iberianSurname != 0 && b&westernGiven == 0 {
			o.first--
		}
	}
	return o
}

// capitalFamily finds a family name in capitals among other words: "KISHIDA
// Fumio", "Emmanuel MACRON".
func capitalFamily(words []string) (nameSplit, bool) {
	o := nameSplit{first: -1}
	for i, w := range words {
		if hasLower(w) || hasDot(w) || len(w) < 2 || len(w) == 2 && lookupBits(w)&surnames == 0 {
			continue
		}
		if o.first < 0 {
			o.first = i
		} else if o.last != i {
			return o, false
		}
		o.last = i + 1
	}
	if o.first < 0 || o.last-o.first == len(words) || o.first > 0 && o.last < len(words) {
		return o, false
	}
	o.known = true
	rest := slices.Concat(words[:o.first], words[o.last:])
	if o.last-o.first == 1 {
		_, o.familyFirst = easternFamily(append([]string{words[o.first]}, rest...))
	}
	return o, true
}

var (
	// One syllable as Chinese, Korean and Vietnamese are romanised: one group
	// of vowels between few consonants.
	syllable  = regexp.MustCompile(`^(?:[bcdfghjklmnprstvwxyz]|[cgknpstz]h|ts|tr|hs|kw|wh|qu?|ng)?[aeiouy]{1,4}(?:[bcgklmnpt]|ng|nh|ch|ck|rn|h|r|w)?$`)
	syllables = regexp.MustCompile(`^(?:(?:[bcdfghjklmnprstvwxyz]|[cgknpstz]h|ts|tr|hs|kw|qu?)?[aeiouy]{1,3}(?:ng|[ckmnpr])?){1,2}$`)
	romaji    = regexp.MustCompile(`^(?:(?:[kstnhmrgzdbpjfwv]|[kgnhmrbp]y|y|sh|ch|ts|kk|tt|pp|ss|ssh|tch|kky)?[aiueo]h?|n|m)+$`)
	pinyin    = regexp.MustCompile(`^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|er)){1,2}$`)
)

// easternFamily tells whether a name is Vietnamese, Chinese, Korean, Japanese
// or Khmer (ok), and whether its family name stands first or last.
func easternFamily(words []string) (first, ok bool) {
	n := len(words)
	if n < 2 || n > 5 {
		return false, false
	}
	folded := make([]string, n)
	bits := make([]nameBits, n)
	for i, w := range words {
		folded[i] = Fold(w)
		bits[i] = lookupBits(w)
	}
	start, end := bits[0], bits[n-1]
	rest, front := bits[1:], bits[:n-1]
	all := func(bits []nameBits, mask nameBits) bool {
		return !slices.ContainsFunc(bits, func(b nameBits) bool { return b&mask == 0 })
	}
	vietnamese := strings.ContainsFunc(norm.NFD.String(strings.Join(words, "")), func(r rune) bool {
		return r == 'đ' || r == 'Đ' || r == 0x031B || r == 0x0309 || r == 0x0323 // đ, horn, hook, dot below
	})
	switch {
	case start&vietnameseSurname != 0 && (vietnamese || all(rest, vietnameseGiven|vietnameseSurname)) && (n > 2 || start&otherGiven == 0):
		return true, true
	case n > 2 && end&vietnameseSurname != 0 && start&(vietnameseSurname|otherGiven) == 0 && all(front, vietnameseGiven):
		return false, true
	}
	if n == 2 && romaji.MatchString(folded[0]) && romaji.MatchString(folded[1]) {
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
		ff, gf := score(start, end), score(end, start)
		if max(ff, gf) >= 2 && ff != gf {
			return ff > gf, true
		}
	}
	// A syllable or a hyphened pair of them for each given name.
	fits := func(words []string) bool {
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
	const sinic = chineseSurname | koreanSurname
	western := westernGiven | otherSurname | iberianSurname
	switch {
	case start&sinic != 0 && fits(folded[1:]) && !slices.ContainsFunc(rest, func(b nameBits) bool {
		return b&western != 0 && b&(sinic|koreanGiven|chineseGiven|vietnameseGiven) == 0
	}):
		return true, true
	case n == 2 && start&sinic != 0 && start&westernGiven == 0 && end&western == 0 && (pinyin.MatchString(folded[1]) || syllables.MatchString(folded[1])):
		return true, true
	case n == 2 && end&sinic != 0 && start&(sinic|westernGiven) == 0 && (strings.Contains(folded[0], "-") && fits(folded[:1]) || end&chineseSurname != 0 && pinyin.MatchString(folded[0]) && !syllable.MatchString(folded[0])):
		return false, true
	case n == 3 && end&sinic != 0 && start&(sinic|westernGiven) == 0 && fits(folded[:2]) && bits[1]&western == 0:
		return false, true
	case n <= 3 && start&khmerSurname != 0 && start&(otherGiven|sinic|vietnameseSurname) == 0 && end&(westernGiven|sinic) == 0:
		return true, true
	}
	return false, false
}
