package entity

import "sync"

// A NameUse tells how a word is used in names of persons.
type NameUse struct {
	Given, Surname bool
	Gender         Gender // of the given name
	FamilyFirst    bool   // mostly of people whose family name stands first: Vietnamese, Chinese, Korean, Japanese, Khmer
}

// LookupName tells whether a word is known as a given name or surname.
// Diacritics and case do not matter. The zero value means that it is not known.
func LookupName(word string) NameUse {
	return loadNames()[Fold(word)]
}

var loadNames = sync.OnceValue(func() map[string]NameUse {
	return map[string]NameUse{}
})

// NameOrder splits the words of a full name into family and given names. known
// tells that the lists or the form of the name decide; otherwise the Western
// order is assumed.
func NameOrder(name string) (family, given []string, known bool) {
	return nil, nil, false
}

// PersonID makes the identifier of a person from a full name.
func PersonID(name string) string { return MakeID(Person, name) }
