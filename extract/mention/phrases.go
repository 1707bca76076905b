package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A bodyReader reads countries, organisations, places, events and agreements.
type bodyReader struct {
	reader
	bodies []body // bodyAt by token; end is -1 where not asked yet
	// titled reads the end of a person's name with titles before it, by which an
	// event may be called: "Inauguration of President Soto". People are read above,
	// so who makes the reader gives it.
	titled func(i int) (end int, ok bool)
}

// run reads a run of words that can be the name of a thing, starting at i.
// last is the index of its last noun that tells a kind, -1 if none.
func (s *bodyReader) run(i int) (end, last int) {
	last = -1
	j := i
	for j < len(s.ws) && j < i+24 {
		w := s.ws[j]
		if j > i && w.cut {
			break
		}
		switch {
		case world.Hyphen.Has(w.lower):
			if j == i || j+1 >= len(s.ws) || !s.ws[j+1].named() && s.ws[j+1].shape != lower {
				return j, last
			}
			if w.gap && s.at[j+1].country == nil && s.at[j+1].org == nil {
				return j, last
			}
			if s.ws[j+1].shape == lower && w.gap {
				return j, last
			}
			j++
			if s.ws[j].shape == lower {
				j++
			}
			continue
		case w.shape == number:
			if j > i && !(last >= 0 || j+1 < len(s.ws) && s.ws[j+1].named() && len(w.form) <= 4) || j == i && !ordinal(w.lower) {
				return j, last
			}
		case w.form == "&":
		case w.form == "(":
			// "Communist Party of Vietnam (CPV) Central Committee"
			if j > i && j+3 < len(s.ws) && s.ws[j+1].shape == upper && s.ws[j+2].form == ")" && (s.ws[j+3].named() && s.kindAhead(j+3) || world.Genitive.Has(s.ws[j+3].lower)) {
				j += 3
				continue
			}
			return j, last
		case world.Genitive.Has(w.lower):
			if j == i || j+1 >= len(s.ws) || !s.kindAhead(j+1) {
				return j, last
			}
			if last < 0 && s.at[i].country == nil && s.at[i].org == nil && w.lower != "'" && !(s.officeBefore(j) && s.kindOf(j+1) == entity.Organization) && !subject(s.ws[j-1]) {
				return j, last
			}
		case w.lower == "and" || w.form == ",":
			if j == i || j+1 >= len(s.ws) || !subject(s.ws[j-1]) || s.kindOf(j-1) != "" && last >= 0 || !s.subjectAt(j+1, capital) || !s.kindAhead(j+1) || s.secondOffice(j+1) || w.form == "," && !s.subjectList(j+1, capital) {
				return j, last
			}
		case w.lower == "of" || w.lower == "for" || w.lower == "on":
			// handled by the caller
			return j, last
		case w.named():
			if world.ClosedWord.Has(w.lower) && !(world.MonthGivenName.Has(w.lower) || j == i && isMonth(w.lower)) {
				return j, last
			}
			if j > i && s.honorific(j) > j && !subject(w) {
				return j, last
			}
			if o, n := s.officeNoun(j); n > 0 && !o.Plural && !(j+n < len(s.ws) && world.Genitive.Has(s.ws[j+n].lower)) && !(world.PortfolioWord.Has(w.lower) && s.kindAhead(j+1)) && !(j > i && j+n < len(s.ws) && s.kindOf(j+n) != "") {
				return j, last
			}
			if k := s.kindOf(j); k != "" {
				last = j
			}
			if n := max(s.at[j].countryLen, s.at[j].orgLen); n > 1 {
				if j += n - 1; s.kindOf(j) != "" {
					last = j
				}
			}
		default:
			return j, last
		}
		j++
	}
	return j, last
}

var complementsOfThings = map[entity.Type]world.Class{
	entity.Organization: world.OrganizationPreposition,
	entity.Event:        world.EventPreposition,
	entity.Agreement:    world.AgreementPreposition,
}

// phrase makes a body of the run [i, end) whose last telling noun is at last.
func (s *bodyReader) phrase(i, last, end int) body {
	kind := s.kindOf(last)
	stop := last + 1
	// "Working Group II", "Qayyarah Airfield West"
	if stop < end && isRoman(s.ws[stop].form) {
		stop++
	}
	loud := s.ws[last].loud
	b := body{Type: kind, end: stop}
	full := stop
	if !world.BodySuffix.Has(s.ws[last].lower) && stop == last+1 {
		for range 4 {
			if full+1 >= len(s.ws) || s.ws[full].cut {
				break
			}
			prep := s.ws[full].lower
			if s.ws[full].form == "(" && kind == entity.Organization {
				break
			}
			if s.ws[full].form == "(" && full+3 < len(s.ws) && s.ws[full+1].shape == upper && s.ws[full+2].form == ")" && complementsOfThings[kind].Has(s.ws[full+3].lower) {
				// "Memorandum of Understanding (MOU) on ..."
				prep = s.ws[full+3].lower
				if e := s.complementOfThing(full+4, kind, prep); e > full+4 {
					s.note(s.ws[full+1].form, kind, i, stop)
					full = e
					continue
				}
				break
			}
			if !complementsOfThings[kind].Has(prep) {
				break
			}
			if prep == "on" && kind == entity.Organization && !world.SubjectBody.Has(s.ws[last].lower) {
				break
			}
			if prep == "on" && kind == entity.Organization && full+1 < len(s.ws) && (world.ClosedWord.Has(s.ws[full+1].lower) || s.ws[full+1].shape == number) && s.ws[full+1].lower != "the" {
				break
			}
			e := s.complementOfThing(full+1, kind, prep)
			if e <= full+1 {
				break
			}
			full = e
			if kind == entity.Event {
				break
			}
		}
	}
	if full == stop && last == i && !world.SoloBody.Has(s.ws[i].lower) {
		// A bare noun.
		if !(kind == entity.Agreement && strings.HasPrefix(s.ws[i].lower, "mou")) {
			return body{}
		}
	}
	if full == stop && i == last-1 && !s.ws[i].named() && !ordinal(s.ws[i].lower) {
		return body{}
	}
	if loud && full == stop && last-i < 1 {
		return body{}
	}
	if kind == entity.Event && (s.ws[last].lower == "day" || s.ws[last].lower == "week") && last == i+1 && !subject(s.ws[i]) && s.at[i].org == nil && s.at[i].country == nil {
		return body{}
	}
	if kind == entity.Organization && s.ws[last].lower == "administration" && full == stop && !subject(s.ws[last-1]) {
		return body{}
	}
	if kind == entity.Organization {
		// "Communist Party of Peru (CPP) Central Committee's Secretariat"
		next := full
		if next+3 < len(s.ws) && s.ws[next].form == "(" && s.ws[next+1].shape == upper && s.ws[next+2].form == ")" {
			next += 3
		}
		if next < len(s.ws) && world.Genitive.Has(s.ws[next].lower) {
			next++
		}
		if next > full && next < len(s.ws) && s.ws[next].named() && !s.ws[next].cut && !world.ClosedWord.Has(s.ws[next].lower) && s.kindAhead(next) {
			if end, last := s.run(next); last >= 0 {
				if c := s.phrase(next, last, end); c.Type == entity.Organization || c.Type == "" && s.kindOf(last) == entity.Organization {
					if s.ws[full].form == "(" {
						s.note(s.ws[full+1].form, kind, i, full)
					}
					full = max(c.end, last+1)
				}
			}
		}
	}
	b.end = full
	b.name = [2]int{i, full}
	name := s.nameOf(i, full)
	b.ref = entity.NewRef(kind, name)
	b.inside = s.countriesIn(i, full)
	return b
}

// complementOfThing reads what follows "of", "for" or "on" in a thing's name.
func (s *bodyReader) complementOfThing(j int, kind entity.Type, prep string) int {
	start := j
	if j < len(s.ws) && (s.ws[j].lower == "the" || s.ws[j].lower == "its") {
		start++
	}
	if start >= len(s.ws) || !s.ws[start].named() && !(s.ws[start].lower == "former" && start+1 < len(s.ws) && s.at[start+1].country != nil) {
		return j
	}
	if s.ws[start].lower == "former" {
		start++
	}
	if h := s.at[start]; h.country != nil {
		end := start + h.countryLen
		if !h.adjective {
			if end < len(s.ws) && s.ws[end].lower == "and" && (kind == entity.Agreement) && end+1 < len(s.ws) && s.at[end+1].country != nil {
				return end + 1 + s.at[end+1].countryLen
			}
			if !(end < len(s.ws) && (world.Hyphen.Has(s.ws[end].lower) || s.subjectAt(end, capital))) {
				return end
			}
		}
	}
	if h := s.at[start]; h.org != nil && !s.subjectAt(start+h.orgLen, capital) {
		return start + h.orgLen
	}
	if p := s.placeAt(start); p.end > start && !s.subjectAt(p.end, capital) {
		return p.end
	}
	if kind == entity.Event {
		// "Inauguration of His Excellency William Ruto"
		if end, ok := s.titled(start); ok {
			return end
		}
		if f, l := s.nameAt(start, false); l > f+1 && s.confident(f, l) {
			return l
		}
	}
	if prep == "for" && s.nameLike(start) {
		return j
	}
	if _, n := s.officeNoun(start); n > 0 && !world.PortfolioWord.Has(s.ws[start].lower) {
		if l := s.ws[max(j-2, 0)].lower; kind == entity.Organization && l == "office" {
			if e := s.complementEnd(start, n); e > start {
				return e
			}
		}
		return j
	}
	end := s.portfolio(start, true)
	if kind == entity.Agreement || kind == entity.Event {
		// Agreements are named by what they are about, in any capitalised words.
		for end < len(s.ws) && s.ws[end].named() && !s.ws[end].cut && !world.ClosedWord.Has(s.ws[end].lower) && s.at[end].country == nil {
			end++
		}
		if end+1 < len(s.ws) && s.ws[end].lower == "in" && kind == entity.Agreement && s.ws[end+1].named() && s.at[end+1].place != nil && s.at[end+1].place.Kind == "continent" {
			end++
			end = s.portfolio(end, true)
		}
	}
	if end <= start {
		return j
	}
	return end
}

// complementEnd reads an office as part of a name: "Office of the High
// Commissioner for Human Rights".
func (s *bodyReader) complementEnd(start, n int) int {
	end := start + n
	if end+1 < len(s.ws) && (s.ws[end].lower == "for" || s.ws[end].lower == "of") && s.ws[end+1].named() && subject(s.ws[end+1]) {
		end = s.portfolio(end+1, true)
	}
	return end
}
