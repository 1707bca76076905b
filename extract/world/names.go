package world

import (
	"strings"
	"sync"
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
	westernGiven = iberianGiven | otherGiven
	givenNames   = vietnameseGiven | chineseGiven | koreanGiven | japaneseGiven | khmerGiven | westernGiven
	surnames     = vietnameseSurname | chineseSurname | koreanSurname | japaneseSurname | khmerSurname | iberianSurname |
		otherSurname
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
