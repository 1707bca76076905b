package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// afterNoun reads "-elect", "designate", "Emerita", "(SMS)", "(Retired)" behind an
// office, as often as they come.
func (s *reader) afterNoun(o *office) {
	for o.end < len(s.ws) {
		next := o.end
		switch w := &s.ws[o.end]; {
		case s.joined(o.end) && world.ComingWord.Has(s.lowerAt(o.end+1)):
			o.status = "planned"
			next = o.end + 2
		case world.TrailingComingWord.Has(w.lower) && !o.noun.Plural:
			o.status = "planned"
			next = o.end + 1
		case world.EmeritusForm.Has(w.lower):
			o.keep = append(o.keep, o.end)
			next = o.end + 1
		case w.form == "(":
			next = s.officeBracket(o)
		}
		if next == o.end {
			return
		}
		o.end = next
	}
}

// officeBracket reads a bracket behind an office, and returns the token after it, the
// end of the office if it says nothing of the office or its holder.
func (s *reader) officeBracket(o *office) int {
	first := o.end + 1
	end := first
	for end < len(s.ws) && end < first+5 && s.ws[end].form != ")" {
		end++
	}
	if end >= len(s.ws) || s.ws[end].form != ")" || end == first {
		return o.end
	}
	in := &s.ws[first]
	switch {
	case end == first+1 && in.shape == upper && len(in.form) <= 6:
		// The abbreviation of the office, or the party of the holder.
		if title := s.titleOf(o); strings.HasPrefix(initials(title), in.form[:1]) && len(in.form) > 1 {
			s.abbreviated[in.form] = title
		}
	case world.RetirementMark.Has(in.lower):
		o.status, o.retired = "former", o.noun.Rank == world.GradeRank
	case in.shape == initial || world.PostingMark.Has(in.lower):
	case s.speciality(o, first, end):
		// "Minister Counsellor (Commercial) Ana Soto"
		o.keepTokens(first-1, end+1)
	default:
		return o.end
	}
	return end + 1
}

// speciality tells whether the words [first, end) in a bracket behind an office are part
// of it: they have capitals, and the holder's name or a complement follows.
func (s *reader) speciality(o *office, first, end int) bool {
	if end-first > 3 || o.complement || o.noun.Rank != world.StateRank && o.noun.Rank != world.OrgRank || !s.ws[first].named() {
		return false
	}
	for k := first; k < end; k++ {
		if w := &s.ws[k]; w.shape != capital && w.form != "&" && w.lower != "and" || s.at[k].country != nil || s.nameLike(k) {
			return false
		}
	}
	return s.holderFollows(end+1) || s.lowerAt(end+1) == "of" && o.visible
}

// initials gives the capitals with which the words of a title begin.
func initials(s string) string {
	var b strings.Builder
	for _, f := range strings.Fields(s) {
		if f[0] >= 'A' && f[0] <= 'Z' {
			b.WriteByte(f[0])
		}
	}
	return b.String()
}
