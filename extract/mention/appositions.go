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
		o, ok := s.office(j + 1)
		if ok && o.end < len(s.ws) && s.ws[o.end].form == ")" && o.noun.Rank != world.CallingRank {
			p.offices = append(p.offices, o)
			p.end = o.end + 1
		}
	case w.loud && s.ws[j-1].loud:
		// "JANE DOE MINISTER FOR TRADE"
		o, ok := s.office(j)
		if ok && o.det == "" && o.unknown == 0 && o.complement && !o.noun.Plural &&
			!world.OfficeEpithet.Has(w.lower) && !world.FormerWord.Has(w.lower) {
			p.offices = append(p.offices, o)
			p.end = o.end
		}
	case w.form == ",":
		s.appositives(p, j+1)
	case world.DatelineDash.Has(w.form) && w.gap && s.ws[j+1].gap:
		if end := s.listedOffice(p, j+1); end > j+1 {
			p.end = end
		}
	}
	s.representative(p)
}

// listedOffice reads an office of a country or body at j behind a name and a dash that
// is all the rest of its line, "Ana Soto – Ambassador of Peru (resident in Oslo)", and
// returns the token after it, j if there is none.
func (s *peopleReader) listedOffice(p *person, j int) int {
	o, ok := s.office(j)
	if !ok || !o.visible || o.det != "" || o.noun.Plural || o.noun.Rank == world.CallingRank || !o.complement && o.of.ID == "" {
		return j
	}
	end := o.end
	if s.wordAt(end).form == "(" {
		for !s.ends(end) && s.ws[end].form != ")" {
			end++
		}
		end++
	}
	if !s.ends(end) && !world.PhraseEndMark.Has(s.ws[end].form) {
		return j
	}
	p.offices = append(p.offices, o)
	return o.end
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

// appositives reads up to three offices at k behind a name and a comma.
func (s *peopleReader) appositives(p *person, k int) {
	titled := slices.ContainsFunc(p.offices, func(o office) bool { return o.noun.Rank != world.GradeRank })
	for n := range 3 {
		o, ok := s.appositive(p, k, titled)
		if !ok || p.servesAnother(&o) {
			return
		}
		p.offices = append(p.offices, o)
		p.end = o.end
		if n > 0 {
			titled = true
			shareOf(p.offices)
		}
		if k = s.nextAppositive(o.end); k == o.end {
			return
		}
	}
}

// appositive reads an office at k that the person before it has, who may be titled
// already; false where it is not said of that person.
func (s *peopleReader) appositive(p *person, k int, titled bool) (o office, ok bool) {
	o, ok = s.office(k)
	if !ok || o.noun.Rank == world.CallingRank || o.noun.Plural || s.ws[k].cut {
		return o, false
	}
	if !o.visible && o.det == "" && !o.complement && o.of.ID == "" && !s.sharesBody(o.end) {
		return o, false
	}
	if s.holderFollows(o.end) || s.nextHolder(k) {
		return o, false // ", Prime Minister Sato and ..." names the next person
	}
	if s.wordAt(o.end).form == "," {
		if titled && s.nextPerson(o.end+1) {
			return o, false
		}
		s.bodyBehindComma(&o)
	}
	if o.end >= len(s.ws) {
		return o, true
	}
	switch next := &s.ws[o.end]; {
	case next.lower == "and" && titled || world.AttributionVerbForm.Has(next.lower):
		return o, false // "did not meet Sato, a spokesman said"
	case (next.verb() || next.lower == "who") && s.fronted(p.first):
		return o, false // "After talks with Sato, the foreign minister left"
	}
	return o, true
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

// bodyBehindComma reads the organisation of an office behind a comma: ", Assistant
// Secretary for Africa, U.S. Department of State".
func (s *peopleReader) bodyBehindComma(o *office) {
	end, b := s.bodyAt(o.end + 1)
	if end <= o.end+1 || b.Type != entity.Organization {
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
	o.end = end
}

// nextAppositive returns the token where one more office is said behind the one that
// ends at j, j if none is.
func (s *peopleReader) nextAppositive(j int) int {
	if j+1 >= len(s.ws) || s.ws[j].cut {
		return j
	}
	k := j + 1
	if s.ws[j].form == "," && s.ws[k].lower == "and" {
		k++
	} else if s.ws[j].lower != "and" {
		return j
	}
	if k >= len(s.ws) || s.ws[k].lower == "the" {
		return j
	}
	return k
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
