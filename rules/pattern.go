package rules

import (
	"slices"
	"unicode"
)

// A Pattern is a sequence of words that starts a rule where a sentence has no
// syntax to speak of: headlines, lists, schedules.
type Pattern struct {
	Text   string
	Pieces []Piece
	Pos    Pos
}

// A Piece is one element of a Pattern. At most one of Words, Tags, Types,
// Alternatives, Start and End is set; none of them stands for any word.
type Piece struct {
	Words        []string  // lemmas or forms in lower case
	Tags         []string  // universal or Penn tags, "NOUN", "VBD"
	Types        []string  // types of entities: the whole of a name, its title included
	Alternatives [][]Piece // sequences
	Start, End   bool      // of the sentence
	Capture      string    // function that it has for the roles of the rule, "" if none
	Optional     bool
	Many         bool // may be repeated
}

// Captures gives the names that a pattern gives to its parts, in their order.
func (p *Pattern) Captures() []string { return captures(p.Pieces, nil) }

func captures(pieces []Piece, names []string) []string {
	for i := range pieces {
		if c := pieces[i].Capture; c != "" && !slices.Contains(names, c) {
			names = append(names, c)
		}
		for _, a := range pieces[i].Alternatives {
			names = captures(a, names)
		}
	}
	return names
}

// Keys gives words of which a sentence must have one for the pattern to fit,
// those of the piece that has the longest; nil if it could fit anything.
func (p *Pattern) Keys() []string {
	keys, _ := keysOf(p.Pieces)
	return keys
}

// keysOf also tells how long the shortest of the words is.
func keysOf(pieces []Piece) (keys []string, length int) {
	for i := range pieces {
		piece := &pieces[i]
		if piece.Optional {
			continue
		}
		words := slices.Clone(piece.Words)
		for _, a := range piece.Alternatives {
			more, _ := keysOf(a)
			if more == nil {
				words = nil
				break
			}
			words = append(words, more...)
		}
		shortest := 0
		for _, w := range words {
			n := 0
			for _, c := range w {
				if unicode.IsLetter(c) {
					n++
				}
			}
			if shortest == 0 || n < shortest {
				shortest = n
			}
		}
		if shortest > length {
			keys, length = words, shortest
		}
	}
	return keys, length
}
