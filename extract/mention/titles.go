package mention

import (
	"github.com/relata-graph/relata/extract/world"
)

// titledName reads titles and the name that follows them, perhaps behind a comma. ok is
// false when no name follows. The grammar of titles is
//
//	titledName = { honorifics | office link } name
//	link       = [ "," ] [ "and" | "&" ]
//	office     = [ "the" | "his" | ... ] { modifier } officeNoun { afterNoun } { complement } { afterNoun }
//	modifier   = "former" | "acting" | country | body | words of a portfolio
//	afterNoun  = "-elect" | "Emerita" | "(SMS)" | "(Commercial)"
//	complement = ( "of" | "for" | "to" | "at" | "in" | ... ) ( country | body | portfolio | office )
func (s *peopleReader) titledName(p *person, i int) (comma, ok bool) {
	j, comma, ok := s.titles(p, i)
	if !ok {
		return comma, false
	}
	first, end := s.nameAt(j, true)
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
		p.offices = append(p.offices, o)
		if and {
			shareOf(p.offices)
		}
		j, comma, and = s.link(o.end)
		if comma && i > 0 && s.ws[i-1].lower == "as" {
			return j, comma, false // "As Foreign Minister, Sato ..."
		}
	}
	if and || len(p.offices) == 0 && !p.honorific {
		return j, comma, false
	}
	n := len(p.offices)
	return j, comma, n == 0 || !p.offices[n-1].noun.Plural
}

// link reads what stands at j between an office and another or a name: a comma, an
// "and" or both.
func (s *peopleReader) link(j int) (end int, comma, and bool) {
	if comma = s.wordAt(j).form == ","; comma {
		j++
	}
	if and = world.OfficeLink.Has(s.wordAt(j).lower); and {
		j++
	}
	return j, comma, and
}

// holdsToo tells whether one who has offices may be said to have another, behind a
// comma, an "and" or both.
func (s *peopleReader) holdsToo(p *person, o *office, comma, and bool) bool {
	first, before := &p.offices[0], &p.offices[len(p.offices)-1]
	switch {
	case s.ws[before.head].loud && !s.ws[o.head].loud:
		return false // "TALKS WITH THE PRESIDENT OF CHILE Foreign Minister Soto"
	case comma && !and && s.ws[before.first].shape == lower && before.det == "" && o.visible:
		return false // "By appointing her foreign minister, President Soto"
	}
	styled := world.MissionHead.Has(s.ws[o.head].lower) && o.det == "" && o.of.ID == "" && !o.complement // "Ambassador Soto"
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

// namedBetweenCommas tells whether a name stands between the comma at j and another mark:
// "The Premier and Defence Minister, Ana Soto, left".
func (s *peopleReader) namedBetweenCommas(j int) bool {
	if s.wordAt(j).form != "," {
		return false
	}
	first, end := s.nameAt(s.honorific(j+1), true)
	return end > first && s.wordAt(end).shape == punct
}

// namedBehindComma tells whether the words [first, end) behind a comma are the name
// of who has the office before it.
func (s *peopleReader) namedBehindComma(p *person, first, end int) bool {
	o := &p.offices[len(p.offices)-1]
	if !s.ends(end) && s.ws[end].verb() && s.fronted(p.first) {
		return false // "At the invitation of the premier, Soto is on a visit"
	}
	if !o.complement && p.offices[0].det == "" && o.of.ID == "" && o.words < 3 { // "Chief of Staff, Ana Soto"
		// "They met with Prime Minister, Ana Soto, on Monday"
		return o.noun.Rank == world.HeadRank && p.first > 0 && s.ws[p.first-1].upos == "ADP" && end-first > 1 &&
			s.wordAt(end).form == "," && s.confident(first, end)
	}
	if end-first < 2 && !s.names[s.ws[first].fold] {
		return false
	}
	return s.confident(first, end) || s.closedBy(end)
}

// unheld tells whether the words [first, end) behind an office without honorific are
// hardly the name of its holder.
func (s *peopleReader) unheld(p *person, first, end int) bool {
	n := len(p.offices)
	if n == 0 || p.honorific {
		return false
	}
	o, w, single := &p.offices[n-1], &s.ws[first], end-first == 1
	s.learnFirm(first)
	if _, firm := s.firmAt(first); firm || s.vesselAt(first) > first {
		return true // "before the Chief Justice, Kestrel News reporter said"
	}
	if head := &s.ws[o.head]; single && n == 1 && o.words == 1 && head.use.Given && s.names[head.fold] && o.of.ID == "" {
		return true // "Amir Rezai said" of Hossein Amir Rezai
	}
	known := s.nameLike(first)
	if single && !known && isInflectedVerb(w.lower) {
		return true // "Minister Pursues Reform"
	}
	if !known && !s.inPerson(first, end-1) {
		if head := &s.ws[o.head]; single && head.shape == upper && !head.loud && s.noPerson(first) {
			return true // "MP Materials"
		}
		if s.everyday(o) && !o.complement && (o.visible || single) ||
			single && (o.noun.Rank == world.OrgRank || s.low[w.lower]) {
			return true // "Head Start": a weak noun and an unknown word
		}
	}
	if w.loud && !known || single && !known && s.noPerson(first) && isNoun(w.lower) || s.nobody(o, first, end) {
		return true
	}
	return o.noun.Rank == world.CallingRank && (end-first < 2 && !s.names[w.fold] || s.heading || w.loud)
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
		// "the director California chose", but "President Lincoln"
		return o.noun.Rank != world.HeadRank && o.noun.Rank != world.StateRank
	}
	last := &s.ws[end-1]
	return !s.ws[first].use.Given && last.named() && !s.nameLike(end-1) && isNoun(last.lower)
}
