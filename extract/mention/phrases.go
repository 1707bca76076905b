package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// complementsOfThings tells which prepositions begin a complement in the name of a
// thing.
var complementsOfThings = map[entity.Type]world.Class{
	entity.Organization: world.OrganizationPreposition,
	entity.Event:        world.EventPreposition,
	entity.Agreement:    world.OrganizationPreposition,
}

// phrase makes a body of the run [i, end) whose last noun that heads a name is at
// last, with the complements behind it: "Ministry of Justice". The body has no type
// where the run names nothing.
func (s *bodyReader) phrase(i, last, end int) body {
	kind := s.kindOf(last)
	stop := last + 1
	if stop < end && world.RomanNumber.Has(s.ws[stop].form) { // "Working Group II"
		stop++
	}
	full := stop
	if !world.BodySuffix.Has(s.ws[last].lower) && stop == last+1 {
		full = s.complementsEnd(kind, i, stop)
	}
	if s.hollow(kind, i, last, full == stop) {
		return body{}
	}
	if kind == entity.Organization {
		full = s.chapterEnd(i, s.innerBody(i, full))
	}
	b := s.newBody(kind, i, full)
	b.inside = s.countriesIn(i, full)
	return b
}

// complementsEnd reads the complements of the name [i, stop) and returns the token
// after them, stop if there are none.
func (s *bodyReader) complementsEnd(kind entity.Type, i, stop int) int {
	full := stop
	for range 4 {
		if full+1 >= len(s.ws) || s.ws[full].cut {
			break
		}
		if s.ws[full].form == "(" {
			e := s.complementBehindAcronym(kind, full)
			if e == full {
				break
			}
			s.note(s.ws[full+1].form, kind, i, stop)
			full = e
			continue
		}
		e := s.complementBehind(kind, stop-1, full)
		if e == full {
			break
		}
		full = e
		if kind == entity.Event {
			break
		}
	}
	return full
}

// complementBehindAcronym reads "(MOU) on Trade" at j behind the name of a thing that
// is no organisation, and returns the token after it, j if it is not there.
func (s *bodyReader) complementBehindAcronym(kind entity.Type, j int) int {
	if kind == entity.Organization || !s.acronymInside(j) {
		return j
	}
	prep := s.ws[j+3].lower
	if !complementsOfThings[kind].Has(prep) {
		return j
	}
	if e := s.complementOfThing(j+4, kind, prep); e > j+4 {
		return e
	}
	return j
}

// complementBehind reads a preposition at j and a complement of the name whose noun
// is at last, and returns the token after it, j if it is not there.
func (s *bodyReader) complementBehind(kind entity.Type, last, j int) int {
	prep, next := s.ws[j].lower, &s.ws[j+1]
	if !complementsOfThings[kind].Has(prep) {
		return j
	}
	if prep == "on" && kind == entity.Organization {
		if !world.SubjectBody.Has(s.ws[last].lower) {
			return j
		}
		if next.lower != "the" && (world.ClosedWord.Has(next.lower) || next.shape == number) {
			return j
		}
	}
	if e := s.complementOfThing(j+1, kind, prep); e > j+1 {
		return e
	}
	return j
}

// hollow tells whether a phrase with its noun at last names nothing: a noun by
// itself, where it is bare of complements, or one that only a subject makes a name.
func (s *bodyReader) hollow(kind entity.Type, i, last int, bare bool) bool {
	first, noun := &s.ws[i], &s.ws[last]
	switch {
	case bare && last == i && !world.SoloBody.Has(first.lower) &&
		!(kind == entity.Agreement && strings.HasPrefix(first.lower, "mou")):
		return true
	case bare && i == last-1 && !first.named() && !ordinal(first.lower):
		return true
	case bare && last == i && noun.loud:
		return true
	case kind == entity.Event && world.SubjectDay.Has(noun.lower) && last == i+1:
		return !first.subject() && s.at[i].org == nil && s.at[i].country == nil
	case kind == entity.Organization && noun.lower == "administration" && bare:
		return !s.ws[last-1].subject()
	}
	return false
}

// innerBody reads the body inside an organisation [i, full), "Communist Party of
// Peru (CPP) Central Committee's Secretariat", and returns the token after it, full
// if there is none.
func (s *bodyReader) innerBody(i, full int) int {
	next := full
	acronym := s.acronymInside(full)
	if acronym {
		next += 3
	}
	next = s.skipGenitive(next)
	if next == full || !s.properAt(next) || s.ws[next].cut || !s.kindAhead(next) {
		return full
	}
	end, last := s.run(next)
	if last < 0 {
		return full
	}
	inner := s.phrase(next, last, end)
	if inner.Type != entity.Organization && !(inner.Type == "" && s.kindOf(last) == entity.Organization) {
		return full
	}
	if acronym {
		s.note(s.ws[full+1].form, entity.Organization, i, full)
	}
	return max(inner.end, last+1)
}

// chapterEnd reads the country of a part of an organisation [i, full) behind its name,
// "Red Cross Society Kenya", and returns the token after it, full if there is none.
func (s *bodyReader) chapterEnd(i, full int) int {
	if s.ends(full) || s.at[full].country == nil || s.at[full].adjective || s.fronted(i) {
		return full
	}
	end := full + s.at[full].countryLen
	if s.namedAt(end) && !s.ws[end].cut || world.Genitive.Has(s.lowerAt(end)) || s.lowerAt(end) == "and" {
		return full
	}
	return end
}

// complementOfThing reads what follows the preposition before j in a thing's name,
// and returns the token after it, j if it is no part of the name.
func (s *bodyReader) complementOfThing(j int, kind entity.Type, prep string) int {
	start := j
	if l := s.lowerAt(j); l == "the" || l == "its" {
		start++
	}
	if start+1 < len(s.ws) && ordinal(s.ws[start].lower) && s.kindAhead(start+1) {
		start++ // "Committee of the 14th National Congress"
	}
	if start >= len(s.ws) {
		return j
	}
	former := s.ws[start].lower == "former"
	if !s.ws[start].named() && !(former && start+1 < len(s.ws) && s.at[start+1].country != nil) {
		return j
	}
	if former {
		start++
	}
	if end := s.knownComplement(start, kind); end > start {
		return end
	}
	if kind == entity.Event {
		if end := s.celebrated(start); end > start {
			return end
		}
	}
	if prep == "for" && s.nameLike(start) {
		return j
	}
	if o, n := s.officeNoun(start); n > 0 && !world.PortfolioWord.Has(s.ws[start].lower) {
		if o.Plural && prep == "of" && world.PeerBodyNoun.Has(s.ws[j-2].lower) {
			return start + n // "House of Chiefs"
		}
		if kind == entity.Organization && s.ws[max(j-2, 0)].lower == "office" {
			return s.officeComplement(start, n)
		}
		return j
	}
	end := s.portfolio(start, true)
	if kind == entity.Agreement || kind == entity.Event {
		end = s.topicEnd(end, kind)
	}
	if end <= start {
		return j
	}
	return end
}

// knownComplement reads a country, organisation or place of the lists that is all
// of a complement at i, and returns the token after it, i if there is none.
func (s *bodyReader) knownComplement(i int, kind entity.Type) int {
	h := s.at[i]
	if h.country != nil && !h.adjective {
		end := i + h.countryLen
		if kind == entity.Agreement && s.lowerAt(end) == "and" && end+1 < len(s.ws) && s.at[end+1].country != nil {
			return end + 1 + s.at[end+1].countryLen
		}
		if kind == entity.Organization && s.lowerAt(end) == "and" && (world.EmbassyNoun.Has(s.ws[max(i-2, 0)].lower) || s.ws[max(i-2, 0)].lower == "delegation") {
			k := end + 1 // "Delegation to Peru and the Seychelles"
			if s.lowerAt(k) == "the" {
				k++
			}
			if !s.ends(k) && s.at[k].country != nil && !s.at[k].adjective {
				return k + s.at[k].countryLen
			}
		}
		if !world.Hyphen.Has(s.lowerAt(end)) && !s.subjectAt(end, capital) {
			return end
		}
	}
	if h.org != nil && !s.subjectAt(i+h.orgLen, capital) {
		return i + h.orgLen
	}
	if p := s.placeAt(i); p.end > i && !s.subjectAt(p.end, capital) {
		return p.end
	}
	return i
}

// celebrated reads the person whom an event is for, "Inauguration of His Excellency
// William Ruto", and returns the token after the name, i if there is none.
func (s *bodyReader) celebrated(i int) int {
	if end, ok := s.titled(i); ok {
		return end
	}
	if first, end := s.nameAt(i, false); end > first+1 && s.confident(first, end) {
		return end
	}
	return i
}

// officeComplement reads an office, whose noun at i has n tokens, as part of a name:
// "Office of the High Commissioner for Human Rights".
func (s *bodyReader) officeComplement(i, n int) int {
	end := i + n
	if l := s.lowerAt(end); (l == "for" || l == "of") && s.namedAt(end+1) && s.ws[end+1].subject() {
		end = s.portfolio(end+1, true)
	}
	return end
}

// topicEnd gives the end of a complement of an agreement or event, of which the
// words before end have been read: they are named by what they are about, in any
// capitalised words.
func (s *bodyReader) topicEnd(end int, kind entity.Type) int {
	for s.properAt(end) && !s.ws[end].cut && s.at[end].country == nil {
		end++
	}
	if kind == entity.Agreement && s.lowerAt(end) == "in" && s.namedAt(end+1) {
		if p := s.at[end+1].place; p != nil && p.Kind == "continent" {
			end = s.portfolio(end+1, true)
		}
	}
	return end
}
