package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// anniversary reads anniversaries and inaugurations in small letters: "the 50th
// anniversary of national reunification".
func (s *finder) anniversary(i int) int {
	j := i
	if s.ws[j].lower == "the" || s.ws[j].lower == "a" {
		j++
	}
	start := j
	for j < len(s.ws) && j < start+4 && s.countsYears(j) {
		j++
	}
	if j+2 >= len(s.ws) || !world.CommemorationNoun.Has(s.ws[j].lower) || s.ws[j+1].lower != "of" {
		return i
	}
	if s.ws[j].lower == "anniversary" && j == start && s.ws[i].lower != "the" {
		return i
	}
	end := s.commemoratedEnd(j + 2)
	if end == j+2 {
		return i
	}
	b := body{Type: entity.Event, first: i, end: end, name: [2]int{start, end}}
	b.ref.Name = s.nameOf(start, end)
	b.inside = s.countriesIn(j, end)
	n := len(s.out)
	if !s.body(b) {
		return i
	}
	s.out[n].Head = j
	return end
}

// countsYears tells whether a word at j says the how manieth an anniversary is: "50th",
// "ten-year", "silver".
func (s *finder) countsYears(j int) bool {
	l := s.ws[j].lower
	return ordinal(l) || l == "year" || world.Hyphen.Has(l) || strings.HasSuffix(l, "-year") ||
		world.GroupNumber.Number(l) > 0 || world.OrdinalWord.Has(l)
}

// commemoratedEnd gives the end of what is commemorated: it goes from j up to the next
// verb, preposition or mark.
func (s *finder) commemoratedEnd(j int) int {
	end := j
	for end < len(s.ws) && end < j+14 && !s.ws[end].cut {
		w := &s.ws[end]
		if w.shape == punct && !world.Hyphen.Has(w.lower) && !world.Genitive.Has(w.lower) {
			break
		}
		if world.EventEnd.Has(w.lower) || w.verb() || w.lower == "and" && end+1 < len(s.ws) && !s.ws[end+1].named() {
			break
		}
		end++
	}
	return end
}
