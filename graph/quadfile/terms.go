package quadfile

import (
	"bytes"
	"hash/maphash"
	"slices"
)

// A termSet numbers terms from 1 in the order in which they come. It keeps all in
// one piece of memory without pointers.
type termSet struct {
	data  []byte   // the terms, one behind the other
	ends  []int    // of each in data
	slots []uint32 // numbers by hash, 0 where there is none; a power of two of them
	seed  maphash.Seed
}

func newTermSet() *termSet {
	return &termSet{slots: make([]uint32, 1024), seed: maphash.MakeSeed()}
}

// term gives the term with a number.
func (s *termSet) term(number uint32) []byte {
	from := 0
	if number > 1 {
		from = s.ends[number-2]
	}
	return s.data[from:s.ends[number-1]]
}

// number gives the number of a term, and whether it is new.
func (s *termSet) number(term []byte) (n uint32, added bool) {
	slot := s.slot(term)
	if n := s.slots[slot]; n != 0 {
		return n, false
	}
	s.data = append(s.data, term...)
	s.ends = append(s.ends, len(s.data))
	n = uint32(len(s.ends))
	if s.slots[slot] = n; 2*len(s.ends) > len(s.slots) {
		s.slots = make([]uint32, 2*len(s.slots))
		for i := range s.ends {
			s.slots[s.slot(s.term(uint32(i+1)))] = uint32(i + 1)
		}
	}
	return n, true
}

// slot gives the slot of a term, a free one if it has none.
func (s *termSet) slot(term []byte) int {
	mask := len(s.slots) - 1
	i := int(maphash.Bytes(s.seed, term)) & mask
	for s.slots[i] != 0 && !bytes.Equal(s.term(s.slots[i]), term) {
		i = (i + 1) & mask
	}
	return i
}

// sorted gives the numbers of the terms in the order of the terms.
func (s *termSet) sorted() []uint32 {
	numbers := make([]uint32, len(s.ends))
	for i := range numbers {
		numbers[i] = uint32(i + 1)
	}
	slices.SortFunc(numbers, func(a, b uint32) int { return bytes.Compare(s.term(a), s.term(b)) })
	return numbers
}
