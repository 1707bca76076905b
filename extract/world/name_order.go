package world

import (
	"slices"
	"strings"
	"unicode"
)

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

// GenerationOf gives "jr" of "John Smith, Jr.", "" where a name has no such end.
func GenerationOf(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	last := strings.TrimSuffix(words[len(words)-1], ".")
	capital := !hasLower(last) && hasLower(words[0])
	if g := Fold(last); GenerationSuffix.Has(g) && (capital || NameSuffix.Value(g) == "small") {
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
		if where := NameTitle.Value(key(words[0])); where == "doubled" && !NameTitle.Has(key(words[1])) ||
			where == "capitals" && words[0] != "HE" || where == "long" && len(words) < 3 {
			break
		}
		words = words[1:]
	}
	// Capitals tell "Leo XIV" from "Trần Thị Vi".
	for len(words) > 1 {
		last := words[len(words)-1]
		capital := !hasLower(last) && hasLower(words[0])
		if k := key(last); !NameSuffix.Has(k) || !capital && !hasDot(last) && NameSuffix.Value(k) != "small" {
			break
		}
		words = words[:len(words)-1]
	}
	if len(words) > 2 && PatronymicTitle.Has(key(words[0])) && slices.ContainsFunc(words[1:], isParticle) {
		words = words[1:]
	}
	return words
}

func hasDot(w string) bool { return strings.HasSuffix(w, ".") }

func isParticle(w string) bool {
	f := Fold(w)
	article := strings.HasPrefix(f, "al-") || strings.HasPrefix(f, "el-")
	return FamilyParticle.Has(f) || LowerParticle.Has(w) || article && len(f) > 3
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
