package nlp

// A NameType is the kind of thing that a name names.
type NameType uint8

// The types of names. A country or city is a location, also where it stands
// for its government.
const (
	PersonName NameType = iota + 1
	OrganizationName
	LocationName
)

func (t NameType) String() string {
	return [...]string{"", "PER", "ORG", "LOC"}[t]
}

// A Name is a name in a sentence, without titles and articles around it.
type Name struct {
	Range
	Type NameType
	// Margin tells how sure the model is: by how much the best reading of the
	// sentence in which a token of the name is not of this type is worse than
	// this one. 100 is what names of the training data have on average.
	Margin int
}

// Clues are what lists and the document tell of a token beyond its sentence: a
// set of bits whose meaning only the caller and the training data know. The
// model takes each bit by itself and all of them together.
type Clues uint32

// DocumentClue is the first of the bits that the model takes together apart
// from the others: what the document tells, not the lists.
const DocumentClue Clues = 1 << 24

// nameTransition is the feature of the label before.
func nameTransition(label int) uint32 { return key(mix(mix(0x7472616e73, uint64(label)), 1)) }

// Labels tell the place of a token in a name: outside, or first, inside, last
// or alone in a name of each type.
const (
	outsideName = 0
	nameLabels  = 13
)

const (
	nameFirst = iota
	nameInside
	nameLast
	nameAlone
)

func nameLabel(t NameType, place int) int { return 1 + 4*int(t-PersonName) + place }

// nameNext tells whether a label may follow another. Sentences start after and
// end before a label outside.
var nameNext = func() (legal [nameLabels][nameLabels]bool) {
	for a := range nameLabels {
		for b := range nameLabels {
			open := a != outsideName && (a-1)%4 <= nameInside
			goesOn := b != outsideName && ((b-1)%4 == nameInside || (b-1)%4 == nameLast)
			legal[a][b] = open == goesOn && (!open || (a-1)/4 == (b-1)/4)
		}
	}
	return legal
}()

// nameLabelNames are the labels in the order of their numbers.
func nameLabelNames() []string {
	all := []string{"O"}
	for t := PersonName; t <= LocationName; t++ {
		for _, place := range []string{"B", "I", "E", "S"} {
			all = append(all, place+"-"+t.String())
		}
	}
	return all
}
