package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// eventNominal reads anniversaries and inaugurations in small letters: "the 50th
// anniversary of national reunification".
func (s *finder) eventNominal(i int) int {
	j := i
	if s.ws[j].lower == "the" || s.ws[j].lower == "a" {
		j++
	}
	if j >= len(s.ws) {
		return i
	}
	start := j
	for j < len(s.ws) && j < start+4 && (ordinal(s.ws[j].lower) || s.ws[j].lower == "year" || world.Hyphen.Has(s.ws[j].lower) || strings.HasSuffix(s.ws[j].lower, "-year") || world.GroupNumber.Number(s.ws[j].lower) > 0 || world.OrdinalWord.Has(s.ws[j].lower)) {
		j++
	}
	if j+2 >= len(s.ws) || s.ws[j].lower != "anniversary" && s.ws[j].lower != "inauguration" || s.ws[j+1].lower != "of" || s.ws[j].lower == "anniversary" && j == start && s.ws[i].lower != "the" {
		return i
	}
	head := j
	// What is celebrated goes up to the next verb, preposition or mark.
	end := j + 2
	for end < len(s.ws) && end < j+16 && !s.ws[end].cut {
		w := s.ws[end]
		if w.shape == punct && !world.Hyphen.Has(w.lower) && !world.Genitive.Has(w.lower) || w.lower == "and" && end+1 < len(s.ws) && !s.ws[end+1].named() || world.EventEnd.Has(w.lower) || w.upos == "VERB" || w.upos == "AUX" {
			break
		}
		end++
	}
	if end == j+2 {
		return i
	}
	first := start
	b := body{Type: entity.Event, first: i, end: end, name: [2]int{first, end}}
	b.ref.Name = s.nameOf(first, end)
	b.inside = s.countriesIn(j, end)
	n := len(s.out)
	if !s.body(b) {
		return i
	}
	s.out[n].Head = head
	return end
}
