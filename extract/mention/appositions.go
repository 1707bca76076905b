package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// after reads what stands after a name: "of Ecuador", ", Prime Minister of
// Peru", "(Japan's envoy to Chile)".
func (s *peopleReader) after(p *person) {
	j := p.end
	if s.ends(j) {
		return
	}
	if n := len(p.offices); n > 0 {
		o := &p.offices[n-1]
		switch prep := s.ws[j].lower; {
		case prep == "of" || prep == "from":
			if p.end = s.officeOf(o, prep, j); p.end > j {
				shareOf(p.offices)
			}
		case s.ws[j].form == "," && j+2 < len(s.ws) && s.ws[j+1].lower == "of":
			p.end = s.countryBehindComma(o, j)
		}
	}
	s.apposition(p)
}

// officeOf reads whose the office is behind a name and the preposition at j, and
// returns the token after it, j if it is not there: "President Soto of Peru".
func (s *peopleReader) officeOf(o *office, prep string, j int) int {
	end, b := s.bodyAt(j + 1)
	if end <= j+1 {
		if prep == "of" && o.of.ID == "" && o.noun.Rank == world.GradeRank {
			return s.gradeOf(o, j)
		}
		return j
	}
	if o.noun.Rank == world.CallingRank || o.of.ID != "" && !s.regraded(o, prep, &b) ||
		world.Genitive.Has(s.lowerAt(end)) { // "assured President Soto of Chile's support"
		return j
	}
	switch b.Type {
	case entity.Country:
		if b.adjective {
			return j
		}
	case entity.Organization, entity.Place, "":
	default:
		return j
	}
	if prep == "from" && b.Type == entity.Country {
		o.country = b.ref
	} else if b.Type != "" {
		o.of, o.complement = b.ref, b.Type == entity.Organization
	}
	o.inside = append(o.inside, s.insides(b)...)
	return end
}

// regraded tells whether a body takes the place of the country that a grade has:
// "Peruvian Professor Ana Soto of the University of Lima".
func (s *peopleReader) regraded(o *office, prep string, b *body) bool {
	return prep == "of" && o.of.Type == entity.Country && b.Type != entity.Country && o.noun.Rank == world.GradeRank
}

// gradeOf reads the organisation of one with a grade behind the "of" at j, though no
// list knows it, and returns the token after it, j if there is none: "Professor Bart
// van den Hurk of Deltares".
func (s *peopleReader) gradeOf(o *office, j int) int {
	if j+1 >= len(s.ws) || s.ws[j+1].shape != capital || s.nameLike(j+1) {
		return j
	}
	end := s.portfolio(j+1, false)
	if end <= j+1 {
		return j
	}
	b := s.newBody(entity.Organization, j+1, end)
	o.of = b.ref
	o.inside = append(o.inside, s.insides(b)...)
	return end
}

// countryBehindComma reads the country of an office behind a name and the comma at
// j, and returns the token after it, j if it is not there: "Trade Minister Ito, of
// Japan,".
func (s *peopleReader) countryBehindComma(o *office, j int) int {
	end, b := s.bodyAt(j + 2)
	if end <= j+2 || b.Type != entity.Country || b.adjective {
		return j
	}
	if o.of.ID != "" || o.country.ID != "" || o.noun.Rank == world.CallingRank {
		return j
	}
	o.country = b.ref
	o.inside = append(o.inside, s.insides(b)...)
	return end
}

// apposition reads ", the Prime Minister of Peru" and "(Japan's envoy to
// Chile)" after a name.
func (s *peopleReader) apposition(p *person) {
	j := p.end
	if j+1 >= len(s.ws) || s.ws[j].cut || s.ws[j+1].cut {
		return
	}
	switch w := &s.ws[j]; {
	case w.form == "(":
		s.closed(p, j+1, func(*office, bool) bool { return true }, func(end int) bool { return s.wordAt(end).form == ")" })
		if p.end > j {
			p.end++
		}
	case w.loud && s.ws[j-1].loud:
		s.series(p, j, func(o *office, _ bool) bool { // "JANE DOE MINISTER FOR TRADE"
			return o.det == "" && o.unknown == 0 && o.complement &&
				!world.OfficeEpithet.Has(w.lower) && !world.FormerWord.Has(w.lower)
		})
	case w.form == ",":
		s.series(p, j+1, func(o *office, titled bool) bool { return s.appositive(p, o, titled) })
	case world.DatelineDash.Has(w.form) && w.gap && s.ws[j+1].gap:
		own := len(p.offices)
		s.closed(p, j+1, func(o *office, _ bool) bool { return o.det == "" && (o.visible || o.of.ID != "") },
			func(end int) bool {
				return s.endsLine(end) && slices.ContainsFunc(p.offices[own:], func(o office) bool { return o.complement || o.of.ID != "" })
			})
	}
	s.representative(p)
}

// endsLine tells whether the line ends at j but for a bracket: "Ana Soto – Ambassador
// of Peru (resident in Oslo)".
func (s *peopleReader) endsLine(j int) bool {
	if s.wordAt(j).form == "(" {
		for !s.ends(j) && s.ws[j].form != ")" {
			j++
		}
		j++
	}
	return s.ends(j) || world.PhraseEndMark.Has(s.ws[j].form)
}

// representative reads "on behalf of Peru" behind a person, which tells whose the last
// office is: "Ana Soto, Minister of Finance, on behalf of Peru".
func (s *peopleReader) representative(p *person) {
	n := len(p.offices)
	if n == 0 || p.offices[n-1].of.ID != "" || p.offices[n-1].country.ID != "" || p.offices[n-1].noun.Rank == world.CallingRank {
		return
	}
	j := p.end
	if s.wordAt(j).form == "," {
		j++
	}
	if s.wordAt(j).lower != "on" || s.wordAt(j+1).lower != "behalf" || s.wordAt(j+2).lower != "of" {
		return
	}
	if end, b := s.bodyAt(j + 3); end > j+3 && b.Type == entity.Country && !b.adjective {
		p.offices[n-1].country = b.ref
	}
}

// series reads up to three offices of a person at k behind the name, joined by "and".
// said tells whether one is said of that person, who may be titled already.
func (s *peopleReader) series(p *person, k int, said func(o *office, titled bool) bool) {
	titled := slices.ContainsFunc(p.offices, func(o office) bool { return o.noun.Rank != world.GradeRank })
	for n := range 3 {
		o, ok := s.office(k)
		if !ok || o.noun.Rank == world.CallingRank || o.noun.Plural || s.ws[k].cut || !said(&o, titled) || p.servesAnother(&o) {
			return
		}
		p.offices = append(p.offices, o)
		p.end = o.end
		if n > 0 {
			titled = true
			shareOf(p.offices)
		}
		next, _, and := s.link(o.end)
		if !and || s.lowerAt(next) == "the" || s.ends(next) {
			return
		}
		k = next
	}
}

// closed reads a series of offices at k that is all up to where closes tells that it
// ends, and takes it back where it goes on otherwise.
func (s *peopleReader) closed(p *person, k int, said func(o *office, titled bool) bool, closes func(end int) bool) {
	before := *p
	s.series(p, k, said)
	if p.end == before.end || !closes(p.end) {
		*p = before
	}
}

// appositive tells whether an office behind a comma is one of person p before it, who
// may be titled already.
func (s *peopleReader) appositive(p *person, o *office, titled bool) bool {
	if !o.visible && o.det == "" && !o.complement && o.of.ID == "" && !s.sharesBody(o.end) {
		return false
	}
	if s.holderFollows(o.end) || s.nextHolder(o.first) {
		return false // ", Prime Minister Sato and ..." names the next person
	}
	s.bodyBehindComma(o)
	if titled && s.wordAt(o.end).form == "," && s.nextPerson(o.end+1) {
		return false
	}
	if o.end >= len(s.ws) {
		return true
	}
	switch next := &s.ws[o.end]; {
	case next.lower == "and" && titled || world.AttributionVerbForm.Has(next.lower):
		return false // "did not meet Sato, a spokesman said"
	case (next.verb() || next.lower == "who") && s.fronted(p.first):
		return false // "After talks with Sato, the foreign minister left"
	}
	return true
}

// nextHolder tells whether titles stand at k with the name of who has them behind.
func (s *peopleReader) nextHolder(k int) bool {
	var next person
	_, ok := s.titledName(&next, k)
	return ok && !slices.ContainsFunc(s.ws[k:next.name[0]], func(w word) bool { return w.form == "," })
}

// nextPerson tells whether another person is named at j.
func (s *peopleReader) nextPerson(j int) bool {
	h := s.honorific(j)
	first, end := s.nameAt(h, true)
	return h > j || end > first+1 && s.confident(first, end)
}

// bodyBehindComma reads the organisation of an office behind it, as a rule with a comma: ",
// Assistant Secretary for Africa, U.S. Department of State", ", Director Alder Foods Ltd".
func (s *peopleReader) bodyBehindComma(o *office) {
	j, comma, _ := s.link(o.end)
	end, b := s.bodyAt(j)
	if end <= j || b.Type != entity.Organization || !comma && (o.noun.Rank != world.OrgRank || !o.visible || o.of.ID != "") {
		return
	}
	if end < len(s.ws) && s.ws[end].shape != punct && s.ws[end].lower != "and" {
		return
	}
	if o.of.ID != "" && o.of.Type == entity.Organization {
		if o.noun.Rank != world.StateRank && o.noun.Rank != world.OrgRank {
			return
		}
		o.keepPart() // "for the Bureau for Africa": a part of the larger one; both are said
	}
	o.of = b.ref
	o.inside = append(o.inside, s.insides(b)...)
	o.end, o.complement = end, true
}

// sharesBody tells whether "and" and another office with its body follow at j:
// "chairman and chief executive of the Bank of Peru".
func (s *peopleReader) sharesBody(j int) bool {
	if j+1 >= len(s.ws) || s.ws[j].lower != "and" || s.ws[j].cut {
		return false
	}
	o, ok := s.office(j + 1)
	return ok && o.complement && !o.noun.Plural && o.noun.Rank == world.OrgRank && o.of.Type == entity.Organization
}
