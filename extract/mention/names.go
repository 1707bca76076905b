package mention

import (
	"github.com/relata-graph/relata/extract/world"
)

// nameAt reads a person's name at i; end is i when there is none. titled tells
// that a title or honorific stands before it.
func (s *reader) nameAt(i int, titled bool) (first, end int) {
	j := i
	solid := 0 // words other than initials and particles
	for j < len(s.ws) && j < i+10 && !(j > i && s.ws[j].cut) {
		next := j
		switch w := &s.ws[j]; {
		case j > i && s.hyphenInside(j):
			if !s.hyphenates(j) {
				break
			}
			if !titled && solid == 1 && s.parts(j) {
				return i, i
			}
			next = j + 2
		case w.shape == lower:
			if j > i || titled || s.joined(j+1) || s.particled(j) {
				next = s.particle(j)
			}
		case w.shape == initial:
			next = s.initial(i, j)
		case s.dottedInitials(j):
			next = j + 1
		case j > i && s.nickname(i, j):
			next = j + 3
		case w.named() && s.goesOn(namePart{i, j, titled, solid}):
			solid++
			next = j + 1
		}
		if next == j {
			break
		}
		j = next
	}
	for j > i && s.trails(j-1) {
		j--
	}
	if solid == 0 || j == i {
		return i, i
	}
	return i, j
}

// hyphenInside tells whether a hyphen without spaces stands at j, inside a word.
func (s *reader) hyphenInside(j int) bool {
	w := &s.ws[j]
	return (w.form == "-" || w.form == "‑") && !w.gap && j+1 < len(s.ws) && !s.ws[j+1].gap
}

// hyphenates tells whether the hyphen at j may join the parts of one name: "Jean-
// Marie", but not "Soto-led", "Lima-Quito".
func (s *reader) hyphenates(j int) bool {
	n := &s.ws[j+1]
	return s.at[j+1].country == nil && s.kindOf(j+1) == "" &&
		!world.HyphenTail.Has(n.lower) && !world.ComingWord.Has(n.lower) &&
		n.shape != punct && n.shape != number && !(n.shape == lower && len(n.form) > 6)
}

// parts tells whether the hyphen at j stands between two people: "the Silva-Novak
// plan".
func (s *reader) parts(j int) bool {
	double := s.ws[j-1].use.Given && s.namedAt(j+2) && s.kindOf(j+2) == ""
	return s.ws[j+1].shape == capital && !double
}

// particle reads a particle of a name at j with the hyphen behind it, and returns
// the token after, j if it is not there.
func (s *reader) particle(j int) int {
	if !world.NameParticle.Has(s.ws[j].lower) || !s.particleRun(j) {
		return j
	}
	if s.joined(j + 1) {
		return j + 2
	}
	return j + 1
}

// initial reads the initial at j of a name that starts at i with its full stop, and
// returns the token after, j if it is none.
func (s *reader) initial(i, j int) int {
	w := &s.ws[j]
	if w.form == "I" || j > i && len(w.form) == 1 && !s.namedAt(j+1) {
		return j
	}
	j++
	if j < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && s.namedAt(j+1) {
		j++
	}
	return j
}

// nickname tells whether a nickname stands at j inside a name that starts at i: Ana "Nita" Lima,
// Ana (Nita) Lima.
func (s *reader) nickname(i, j int) bool {
	if !world.NicknameOpener.Has(s.ws[j].form) || j+3 >= len(s.ws) || s.ws[j+1].shape != capital || s.ws[j+3].shape != capital {
		return false
	}
	if s.ws[j].form != "(" {
		return world.NicknameCloser.Has(s.ws[j+2].form)
	}
	return s.ws[j+2].form == ")" && j == i+1 && s.ws[i].use.Given && !s.officeHere(j+1) &&
		s.at[j+1].country == nil && s.at[j+1].place == nil && !s.ws[j+3].cut
}

// trails tells whether the last word of a name at j cannot end it.
func (s *reader) trails(j int) bool {
	w := &s.ws[j]
	return w.shape == lower && world.NameParticle.Has(w.lower) && !s.joined(j-1) || w.shape == punct
}

// particleRun tells whether a capitalised word follows the particles at j.
func (s *reader) particleRun(j int) bool {
	for k := j; k < len(s.ws) && k < j+6; k++ {
		w := &s.ws[k]
		if w.named() {
			return w.proper() && s.at[k].org == nil
		}
		if !world.NameParticle.Has(w.lower) && !world.Hyphen.Has(w.lower) {
			return false
		}
	}
	return false
}

// holderFollows tells whether an honorific or the name of a person stands at j.
func (s *reader) holderFollows(j int) bool {
	_, end := s.nameAt(s.honorific(j), true)
	return end > j
}
