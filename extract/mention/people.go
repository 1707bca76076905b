package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// personAt reads titles and the name that follows them, with what the text
// adds after it. ok is false when no name follows.
func (s *peopleReader) personAt(i int) (p person, ok bool) {
	p.first = i
	j := i
	comma, and := false, false
	for range 6 {
		if j >= len(s.ws) || j > i && s.ws[j].cut {
			return p, false
		}
		if e, g := s.honorifics(j); e > j {
			p.honorific = true
			if g != world.UnknownGender {
				p.gender = g
			}
			j = e
			comma = false
			continue
		}
		if o, good := s.office(j); good && (o.det == "" || j == i || comma || p.honorific) && (o.unknown == 0 || len(p.offices) == 0 || comma || and) {
			if len(p.offices) > 0 {
				before := &p.offices[len(p.offices)-1]
				if comma && !and && o.noun.Rank != world.GradeRank && (p.offices[0].det != "" || o.det != "" || before.noun.Rank == world.CallingRank || !s.inOfficeList(o.end)) {
					return p, false
				}
				if and && (p.offices[0].det != "" && len(p.offices) == 1 && !before.complement || o.det != "" && o.det != "the") {
					return p, false
				}
				if before.noun.Plural {
					return p, false
				}
			}
			p.offices = append(p.offices, o)
			if and {
				shareOf(p.offices)
			}
			j = o.end
			comma, and = false, false
			if j < len(s.ws) && !s.ws[j].cut {
				switch {
				case s.ws[j].form == ",":
					if i > 0 && s.ws[i-1].lower == "as" {
						return p, false // "As Foreign Minister, Sato ..."
					}
					comma = true
					j++
					if j < len(s.ws) && s.ws[j].lower == "and" {
						and = true
						j++
					}
				case s.ws[j].lower == "and" || s.ws[j].form == "&":
					and = true
					j++
				}
			}
			continue
		}
		break
	}
	if and || len(p.offices) == 0 && !p.honorific {
		return p, false
	}
	if n := len(p.offices); n > 0 && p.offices[n-1].noun.Plural {
		return p, false
	}
	first, end := s.nameAt(j, true)
	if end <= first {
		return p, false
	}
	if comma {
		o := p.offices[len(p.offices)-1]
		if !o.complement && o.det == "" && o.of.ID == "" {
			return p, false
		}
		if end-first < 2 && !s.names[s.ws[first].fold] || !s.confident(first, end) && !s.closedBy(end) {
			return p, false
		}
	}
	if n := len(p.offices); n > 0 && !p.honorific && !s.nameLike(first) && !s.inPerson(first, end-1) {
		// "Head Start": a weak noun and an unknown word are no title and name.
		o := &p.offices[n-1]
		if end-first == 1 && s.ws[o.head].shape == upper && !s.ws[o.head].loud && s.noPerson(first) {
			return p, false // "MP Materials"
		}
		if s.everyday(o) && !o.complement && (o.visible || end-first == 1) || end-first == 1 && (o.noun.Rank == world.OrgRank || s.low[s.ws[first].lower]) {
			return p, false
		}
	}
	if len(p.offices) > 0 && !p.honorific && s.ws[first].loud && !s.nameLike(first) {
		return p, false
	}
	if n := len(p.offices); n > 0 && !p.honorific && s.nobody(&p.offices[n-1], first, end) {
		return p, false
	}
	if n := len(p.offices); n > 0 && p.offices[n-1].noun.Rank == world.CallingRank && !p.honorific && (end-first < 2 && !s.names[s.ws[first].fold] || s.heading || s.ws[first].loud) {
		return p, false
	}
	p.name = [2]int{first, end}
	p.end = s.suffix(end)
	s.after(&p)
	return p, true
}

// inOfficeList tells whether a comma-separated list of offices, the last of
// which ended at j, comes to "and" one more office or to a name.
func (s *peopleReader) inOfficeList(j int) bool {
	if j >= len(s.ws) {
		return false
	}
	if s.ws[j].form == "," || s.ws[j].lower == "and" {
		return true
	}
	_, e := s.nameAt(s.honorific(j), true)
	return e > j
}

// nobody tells whether the words after an office are rather the last of its own,
// "Secretary for Health and Substance Use", or of the name of a body, "member of
// the Native Lands Caucus": an everyday noun or a place, in which the model sees
// no person and which the document knows as nobody's name.
func (s *peopleReader) nobody(o *office, first, end int) bool {
	for k := first; k < end; k++ {
		if !s.noPerson(k) || s.names[s.ws[k].fold] {
			return false
		}
	}
	if before := s.at[max(first-1, 0)]; before.place != nil && before.plLen > 1 {
		return true // "the New York School"
	}
	if h := s.at[first]; h.place != nil && h.plLen == end-first {
		return o.noun.Rank != world.HeadRank && o.noun.Rank != world.StateRank // "the director California chose", but "President Lincoln"
	}
	return !s.ws[first].use.Given && s.ws[end-1].named() && !s.nameLike(end-1) && everyday(s.ws[end-1].lower)
}

// everyday tells whether a word is known as a noun.
func everyday(word string) bool {
	model, err := nlp.Load()
	if err != nil {
		return false
	}
	readings, _ := model.Readings(word)
	return slices.ContainsFunc(readings, func(r nlp.Reading) bool { return r.XPOS == "NN" || r.XPOS == "NNS" })
}
