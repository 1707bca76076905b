package world

// A Gender is what a name, title or pronoun tells of a person.
type Gender uint8

// The genders as far as language shows them.
const (
	UnknownGender Gender = iota
	Female
	Male
)

// genders are those of the marks that the lists have.
var genders = map[string]Gender{"f": Female, "m": Male}
