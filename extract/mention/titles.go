package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A title, wherever it stands, is read by one grammar:
//
//	person     = { honorifics | office link } [ "," ] name { title }
//	title      = "(" series ")" | "–" series | "," series | "of" ( country | body )
//	series     = office { link office }
//	link       = [ "," ] [ "and" | "&" | "cum" ]
//	office     = [ "the" | "his" | ... ] { modifier } officeNoun { afterNoun } { complement } { afterNoun }
//	modifier   = "former" | "acting" | "ex-" | country | body | words of a portfolio
//	afterNoun  = "-elect" | "Emerita" | "(SMS)" | "(Commercial)" | "(resident in Oslo)"
//	complement = ( "of" | "for" | "to" | "at" | "in" | ... ) ( country | body | portfolio | office )
//
// The rules from office down are those of office and complement, where they stand. Here
// are those above: which offices are of one person, and where one title ends.

// personAt reads titles and the name that follows them, with what the text
// adds after it. ok is false when no name follows.
func (s *peopleReader) personAt(i int) (p person, ok bool) {
	if _, ok = s.titledName(&p, i); ok {
		p.end = s.suffix(p.name[1])
		s.commaLost(&p)
		s.after(&p)
	}
	return p, ok
}

// titledName reads titles and the name that follows them, perhaps behind a comma. ok is
// false when no name follows.
func (s *peopleReader) titledName(p *person, i int) (comma, ok bool) {
	j, comma, ok := s.titles(p, i)
	if !ok {
		return comma, false
	}
	first, end := s.nameAt(j, true)
	first = s.restOfTitle(p, first, end)
	p.name = [2]int{first, end}
	return comma, end > first && !(comma && !s.namedBehindComma(p, first, end)) && !s.unheld(p, first, end)
}

// titles reads the honorifics and offices that stand at i before a person's name, and
// tells where they end and whether a comma stands there. ok is false where they are no
// titles of one person.
func (s *peopleReader) titles(p *person, i int) (end int, comma, ok bool) {
	p.first = i
	j := i
	and := false
	for range 6 {
		if j >= len(s.ws) || j > i && s.ws[j].cut {
			return j, comma, false
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
		if len(p.offices) > 0 && !comma && !and && s.ownerNamed(j) {
			break // "President Rey's security adviser Luis Soto"
		}
		if s.givenTitle(j, j > i) {
			break
		}
		o, good := s.office(j)
		if !good || o.det != "" && j > i && !comma && !p.honorific {
			break
		}
		if o.unknown > 0 && len(p.offices) > 0 && !comma && !and {
			break
		}
		if len(p.offices) > 0 && !s.holdsToo(p, &o, comma, and) {
			return j, comma, false
		}
		s.bodyBetween(&o)
		p.offices = append(p.offices, o)
		if and {
			shareOf(p.offices)
		}
		j, comma, and = s.link(o.end)
		if j == o.end && world.DatelineDash.Has(s.wordAt(j).form) && s.officeHere(j+1) {
			j, and = j+1, true // "Manager – Head of Ports Ana Soto"
		}
		if comma && i > 0 && (s.ws[i-1].lower == "as" || s.served(i)) {
			return j, comma, false // "As Foreign Minister, Sato ..."
		}
	}
	if and || len(p.offices) == 0 && !p.honorific {
		return j, comma, false
	}
	n := len(p.offices)
	return j, comma, n == 0 || !p.offices[n-1].noun.Plural
}

// givenTitle tells whether the title of a monarch at j is somebody's given name: "Sultan bin Rashid", and
// behind another title "Sultan Al Jaber".
func (s *peopleReader) givenTitle(j int, titled bool) bool {
	next := s.lowerAt(j + 1)
	return world.DynasticTitle.Has(s.lowerAt(j)) && (world.PatronymicParticle.Has(next) || titled && world.FamilyParticle.Has(next))
}

// served tells whether the office at i is of one whom another serves: "Secretary to the
// President, Ana Soto, and".
func (s *peopleReader) served(i int) bool {
	return i > 1 && s.ws[i-1].lower == "to" && world.ServantNoun.Has(s.ws[i-2].lower)
}

// ownerNamed tells whether a person's name stands at j with a possessive ending.
func (s *peopleReader) ownerNamed(j int) bool {
	first, end := s.nameAt(j, true)
	return end > first && first == j && s.nameLike(end-1) && s.ws[end-1].shape != upper && world.Genitive.Has(s.lowerAt(end))
}

// holdsToo tells whether one who has offices may be said to have another, behind a
// comma, an "and" or both.
func (s *peopleReader) holdsToo(p *person, o *office, comma, and bool) bool {
	first, before := &p.offices[0], &p.offices[len(p.offices)-1]
	switch {
	case s.ws[before.head].loud && !s.ws[o.head].loud:
		return false // "TALKS WITH THE PRESIDENT OF CHILE Foreign Minister Soto"
	case and && (first.det == "a" || first.det == "an") && o.visible && o.noun.Rank == world.HeadRank:
		return false // "is an adviser of the Bank of Peru and President Soto"
	case comma && !and && s.ws[before.first].shape == lower && before.det == "" && o.visible:
		return false // "By appointing her foreign minister, President Soto"
	}
	style := s.ws[o.head].lower
	styled := (world.MissionHead.Has(style) || world.LegislatorTitle.Has(style)) && o.det == "" && o.of.ID == "" && !o.complement // "Ambassador Soto"
	if comma && !and && o.noun.Rank != world.GradeRank && !styled &&
		(first.det != "" || o.det != "" || before.noun.Rank == world.CallingRank || !s.inOfficeList(o.end)) {
		return false
	}
	if and && (first.det != "" && len(p.offices) == 1 && !before.complement && !s.namedBetweenCommas(o.end) ||
		o.det != "" && o.det != "the") {
		return false
	}
	return !before.noun.Plural
}

// inOfficeList tells whether a comma-separated list of offices, the last of
// which ended at j, comes to "and" one more office or to a name.
func (s *peopleReader) inOfficeList(j int) bool {
	return j < len(s.ws) && (s.ws[j].form == "," || s.ws[j].lower == "and" || s.holderFollows(j))
}

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
	case w.named():
		s.postposed(p, j)
	case w.form == ",":
		s.series(p, j+1, func(o *office, titled bool) bool { return s.appositive(p, o, titled) })
	case world.DatelineDash.Has(w.form) && w.gap && s.ws[j+1].gap:
		own := len(p.offices)
		s.closed(p, j+1, func(o *office, _ bool) bool {
			s.bodyBehindComma(o)
			return o.det == "" && (o.visible || o.of.ID != "")
		}, func(end int) bool {
			owned := slices.ContainsFunc(p.offices[own:], func(o office) bool { return o.complement || o.of.ID != "" })
			next := s.skipComma(end)
			return owned && s.endsLine(end) || (owned || own == 0) && next > end && !s.ends(next) && s.nextPerson(next)
		})
	}
	s.representative(p)
}

// postposed reads the office of a person behind the full name where a comma is missing:
// "Ana Soto Ambassador of Peru to Chile spoke".
func (s *peopleReader) postposed(p *person, j int) {
	if len(p.offices) > 0 || s.heading && !p.honorific || p.name[1]-p.name[0] < 2 || !s.confident(p.name[0], p.name[1]) {
		return
	}
	s.closed(p, j, func(o *office, _ bool) bool {
		return o.first == j && o.visible && o.det == "" && o.unknown == 0 && o.complement &&
			(o.of.ID != "" || o.to.ID != "" || s.ends(o.end) || s.ws[o.end].shape == punct)
	}, func(end int) bool { return s.closedBy(end) || s.ws[end].shape == lower && s.ws[end].lower != "of" })
}

// series reads up to three offices of a person at k behind the name, joined by "and".
// said tells whether one is said of that person, who may be titled already.
func (s *peopleReader) series(p *person, k int, said func(o *office, titled bool) bool) {
	titled := slices.ContainsFunc(p.offices, func(o office) bool { return o.noun.Rank != world.GradeRank })
	for n := range 3 {
		o, ok := s.ownedOffice(k)
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

// ownedOffice is office where the name of a person whose it is, or when it is held, may stand
// before it: "Rey's foreign minister", "now ambassador to Peru".
func (s *peopleReader) ownedOffice(k int) (o office, ok bool) {
	if when := world.IncumbentAdverb.Value(s.ws[k].lower); when != "" && !s.ends(k+1) {
		if when != "former" {
			if o, ok = s.ownedOffice(k + 1); ok && o.det == "'s" {
				return o, true // "now Mr. Rey's adviser"
			}
		}
		if o, ok = s.office(k + 1); ok && o.det == "" && s.wordAt(o.end).shape == punct {
			o.first, o.det = k, s.ws[k].lower
			if when == "former" {
				o.status = when
			}
			return o, true
		}
	}
	name := s.honorific(k)
	if lord, n := s.officeNoun(name); n > 0 && lord.Rank == world.HeadRank && s.ws[name].named() {
		name += n // "President Rey's security adviser"
	}
	first, end := s.nameAt(name, false)
	if end <= first || !world.Genitive.Has(s.lowerAt(end)) || !s.nameLike(end-1) || !s.officeFollows(end+1) {
		return s.office(k)
	}
	if o, ok = s.office(end + 1); ok {
		m := entity.Mention{Kind: entity.Named, Type: entity.Person, Inside: true}
		s.place(&m, first, end, end-1)
		m.Name, m.NameSpan = s.personName(first, end), s.span(first, end)
		o.first, o.det = k, "'s"
		o.inside = append(o.inside, m)
	}
	return o, ok
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
	end := o.end
	s.bodyBehindComma(o)
	if s.holderFollows(end) && o.end == end || o.det != "'s" && s.nextHolder(o.first) {
		return false // ", Prime Minister Sato and ..." names the next person
	}
	if titled && o.of.ID != "" && world.DatelineDash.Has(s.wordAt(o.end).form) && s.ws[o.end].gap {
		return false // ", Bank of Peru Director – Loans and Deposits, Ana Soto"
	}
	if titled && s.wordAt(o.end).form == "," && (s.nextPerson(o.end+1) || s.nextHolder(o.end+1)) {
		return false
	}
	if s.bodyBetween(o) {
		return false // it is of who is named behind the body
	}
	if o.end >= len(s.ws) {
		return true
	}
	switch next := &s.ws[o.end]; {
	case next.lower == "and" && titled || world.AttributionVerbForm.Has(next.lower) && !(o.complement && o.det == "" && !s.told(p.first)):
		return false // "did not meet Sato, a spokesman said"
	case (next.verb() || next.lower == "who") && s.fronted(p.first):
		return false // "After talks with Sato, the foreign minister left"
	}
	return true
}

// told tells whether a verb stands before token i, apart from one that opens the sentence:
// "Opening the fair, Ana Soto, Director of Ports said" is not told.
func (s *sentence) told(i int) bool {
	return slices.ContainsFunc(s.ws[min(1, i):i], func(w word) bool { return w.verb() })
}

// nextHolder tells whether titles stand at k with the name of who has them behind.
func (s *peopleReader) nextHolder(k int) bool {
	var next person
	_, ok := s.titledName(&next, k)
	return ok && !slices.ContainsFunc(s.ws[k:next.name[0]], func(w word) bool { return w.form == "," })
}
