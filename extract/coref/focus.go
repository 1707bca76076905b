package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
)

// subjects are whom and what the sentences read are about.
type subjects struct {
	of   map[int][]int   // by sentence: several in a list, none where it is somebody unknown
	last *entity.Mention // the last one of the list in the sentence being read
}

// begin notes the subject of a sentence.
func (s *subjects) begin(m *entity.Mention) {
	s.of[m.Sentence] = slices.Clone(m.Entities)
	s.last = m
}

// add notes another subject, joined to the last: "A, B and C met".
func (s *subjects) add(m *entity.Mention) {
	s.of[m.Sentence] = append(s.of[m.Sentence], m.Entities...)
	s.last = m
}

// unknown notes that a sentence is about somebody unknown, unless it has a subject.
func (s *subjects) unknown(sentence int) {
	if _, ok := s.of[sentence]; !ok {
		s.of[sentence] = nil
	}
}

// stranger tells whether a sentence or, where it has no subject yet, one of the
// two before is about a person who is not known: "The official said he".
func (s *subjects) stranger(sentence int) bool {
	for n := sentence; n >= 0 && n >= sentence-2; n-- {
		if who, ok := s.of[n]; ok {
			return len(who) == 0
		}
	}
	return false
}

// A focus is who and which countries are named in the sentence being read and in
// those before it, each once a sentence.
type focus struct {
	people       []int
	present      []int // people, but not those who only own something
	lands        []int
	bodies       []int   // organisations
	peopleBefore [][]int // by sentence, the last first
	landsBefore  [][]int // parallel to it
	bodiesBefore [][]int // the same
}

// depth is how many sentences a focus reaches back.
const depth = 8

// shift empties the focus for another sentence. It keeps what the one before
// named, even nothing, where that is over.
func (f *focus) shift(over bool) {
	if over || len(f.people)+len(f.lands) > 0 {
		f.peopleBefore = append([][]int{f.people}, f.peopleBefore...)
		f.landsBefore = append([][]int{f.lands}, f.landsBefore...)
		f.bodiesBefore = append([][]int{f.bodies}, f.bodiesBefore...)
		if len(f.peopleBefore) > depth {
			f.peopleBefore, f.landsBefore = f.peopleBefore[:depth], f.landsBefore[:depth]
			f.bodiesBefore = f.bodiesBefore[:depth]
		}
	}
	f.people, f.present, f.lands, f.bodies = nil, nil, nil, nil
}

// person notes somebody who is named; present tells that he does not only own
// something.
func (f *focus) person(e int, present bool) {
	if !slices.Contains(f.people, e) {
		f.people = append(f.people, e)
	}
	if present && !slices.Contains(f.present, e) {
		f.present = append(f.present, e)
	}
}

// land notes a country that is named.
func (f *focus) land(e int) {
	if !slices.Contains(f.lands, e) {
		f.lands = append(f.lands, e)
	}
}

// body notes an organisation that is named, the last one last.
func (f *focus) body(e int) {
	if !slices.Contains(f.bodies, e) {
		f.bodies = append(f.bodies, e)
	}
}

// byBodies gives the organisations of each sentence, that being read first.
func (f *focus) byBodies() [][]int { return append([][]int{f.bodies}, f.bodiesBefore...) }

// byPeople gives the people of each sentence, that being read first.
func (f *focus) byPeople() [][]int { return append([][]int{f.people}, f.peopleBefore...) }

// byLands gives the countries of each sentence, that being read first.
func (f *focus) byLands() [][]int { return append([][]int{f.lands}, f.landsBefore...) }

// lastPeople gives the people of the sentence before.
func (f *focus) lastPeople() []int { return firstOf(f.peopleBefore) }

// lastLands gives the countries of the sentence before.
func (f *focus) lastLands() []int { return firstOf(f.landsBefore) }

// firstOf gives the first of some lists, nil if there are none.
func firstOf(lists [][]int) []int {
	if len(lists) == 0 {
		return nil
	}
	return lists[0]
}

// latest gives the one of several people who was named last, if that is clear: in
// this sentence alone, or in the sentences before.
func (f *focus) latest(people []int) int {
	for n, list := range f.byPeople() {
		if n > 3 {
			break
		}
		hit, many := nobody, false
		for _, e := range list {
			if slices.Contains(people, e) {
				many = many || hit >= 0
				hit = e
			}
		}
		switch {
		case many:
			return nobody
		case hit >= 0:
			return hit
		}
	}
	return nobody
}

// A salience is how much people have been spoken of so far.
type salience struct {
	last  map[int]int // their last mentions
	seen  map[int]int // how often they have been mentioned
	first int         // the first of all, nobody before
}

// note counts mention i of a person.
func (s *salience) note(e, i int) {
	s.last[e] = i
	s.seen[e]++
	if s.first == nobody {
		s.first = e
	}
}
