package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A person is a mention of a person as it was read: tokens [first, end).
type person struct {
	first, end int
	name       [2]int // tokens of the name
	offices    []office
	gender     world.Gender
	honorific  bool
}

// shareOf gives the first of two offices the organisation or country of the second
// where it belongs to both: "President and CEO of the Bank of Peru", "General Secretary
// and President of Laos".
func shareOf(offices []office) {
	n := len(offices)
	if n < 2 {
		return
	}
	a, b := &offices[n-2], &offices[n-1]
	free := a.of.ID == "" && !a.complement &&
		(a.noun.Rank == world.OrgRank || a.noun.Rank == world.HeadRank && len(a.keep) == 1)
	if free && b.of.Type == entity.Organization && b.complement && b.noun.Rank == world.OrgRank {
		a.of = b.of
	}
	if a.noun.Rank == world.StateRank && b.noun.Rank == world.StateRank && a.of.ID == "" && a.country.ID == "" && b.of.Type == entity.Organization {
		a.country = b.country // "Minister of Justice and Minister of State for the Cabinet Council of Peru"
	}
	ruling := a.of.ID == "" && !a.complement && a.noun.Rank == world.OrgRank && a.words > 1
	if ruling && b.of.Type == entity.Country && b.complement && b.noun.Rank == world.HeadRank {
		a.of = b.of
	}
}

// servesAnother tells whether a person holds an office of another country than that
// of an office, which nobody does at once: "Japanese Prime Minister Sato, the Russian
// president" are two.
func (p *person) servesAnother(o *office) bool {
	return o.ofState() && slices.ContainsFunc(p.offices, func(a office) bool {
		return a.ofState() && a.of.ID != o.of.ID && a.status == o.status
	})
}

// ofState tells whether an office is one of a state that is told.
func (o *office) ofState() bool {
	return o.of.Type == entity.Country && (o.noun.Rank == world.HeadRank || o.noun.Rank == world.StateRank)
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
	owned := p.first > 0 && world.Genitive.Has(s.ws[p.first-1].lower) && // "Rey's foreign minister, Ana Soto"
		o.noun.Rank != world.CallingRank // "Rey's successor, Ana Soto"
	if !o.complement && p.offices[0].det == "" && !owned && o.of.ID == "" && o.words < 3 { // "Chief of Staff, Ana Soto"
		// "They met with Prime Minister, Ana Soto, on Monday"
		return o.noun.Rank == world.HeadRank && p.first > 0 && s.ws[p.first-1].upos == "ADP" && end-first > 1 &&
			s.wordAt(end).form == "," && s.confident(first, end)
	}
	if end-first < 2 && !s.names[s.ws[first].fold] {
		return false
	}
	return s.confident(first, end) || s.closedBy(end)
}

// restOfTitle takes into the last office the everyday nouns with which the words [first,
// end) behind it begin, and returns where the name does: "Head of Ports Advisory Ana Soto".
func (s *peopleReader) restOfTitle(p *person, first, end int) int {
	k := first
	for k < end && !s.nameLike(k) && s.properAt(k) && s.ws[k].shape == capital && !s.joined(k+1) && s.honorific(k) == k &&
		(s.low[s.ws[k].lower] || isNoun(s.ws[k].lower)) {
		k++
	}
	if k == first || len(p.offices) == 0 || k > end-2 || s.startsPerson(first) {
		return first
	}
	if o := &p.offices[len(p.offices)-1]; o.end == first && o.of.ID == "" {
		o.keepTokens(first, k)
	}
	return s.honorific(k)
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
	if w.loud && !known || end-first < 3 && !known && s.noPerson(first) && isNoun(w.lower) && !(!single && s.strangeAt(end-1)) || s.nobody(o, first, end) {
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

// sharesBody tells whether "and" and another office with its body follow at j:
// "chairman and chief executive of the Bank of Peru".
func (s *peopleReader) sharesBody(j int) bool {
	if j+1 >= len(s.ws) || s.ws[j].lower != "and" || s.ws[j].cut {
		return false
	}
	o, ok := s.office(j + 1)
	return ok && o.complement && !o.noun.Plural && o.noun.Rank == world.OrgRank && o.of.Type == entity.Organization
}

// bodyBehindComma reads the organisation of an office behind it, as a rule with a comma: ",
// Assistant Secretary for Africa, U.S. Department of State", ", Director Alder Foods Ltd".
func (s *peopleReader) bodyBehindComma(o *office) {
	j, comma, _ := s.link(o.end)
	end, b := s.branchAt(j)
	if b.Type != entity.Organization && o.of.ID == "" && o.noun.Rank == world.OrgRank && o.visible {
		if e, firm := s.unlistedFirm(o, j); e > end {
			end, b = e, firm // "Chairman, Peru Life Insurance"
		}
	}
	if end <= j || b.Type != entity.Organization || !comma && (o.noun.Rank != world.OrgRank && !world.AnyBodysOffice.Has(s.ws[o.head].lower) || !o.visible || o.of.ID != "") {
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

// bodyBetween reads the organisation of an office between commas before a name with an
// honorific, "Chief Representative, JICA Kenya Mr. Sato", and tells whether it is there.
func (s *peopleReader) bodyBetween(o *office) bool {
	j, comma, and := s.link(o.end)
	if !comma || and || o.of.ID != "" {
		return false
	}
	end, b := s.branchAt(j)
	if end <= j || b.Type != entity.Organization || s.ends(end) || s.honorific(end) <= end {
		return false
	}
	o.of, o.end, o.complement = b.ref, end, true
	o.inside = append(o.inside, s.insides(b)...)
	return true
}

// branchAt reads the body at j, an organisation perhaps with the country where it is
// at work: "JICA Kenya".
func (s *peopleReader) branchAt(j int) (end int, b body) {
	end, b = s.bodyAt(j)
	if end > j && b.Type == entity.Organization && !s.ends(end) && s.at[end].country != nil && !s.at[end].adjective && s.ws[end].named() {
		end += s.at[end].countryLen
	}
	return end, b
}

// unlistedFirm reads the capitalised words at j, up to a comma or the end, as the name of the
// firm or society that has an office before them, if it is one of those: "Chairman, Alder Life,".
func (s *peopleReader) unlistedFirm(o *office, j int) (end int, b body) {
	if !s.ofFirm(o) || s.ends(j) {
		return j, b
	}
	end = j
	for s.properAt(end) && (end == j || !s.ws[end].cut) && !s.ws[end].loud && !s.officeHere(end) && s.honorific(end) == end {
		end++
	}
	acronym := end == j+1 && s.ws[j].shape == upper && len(s.ws[j].form) > 2
	if end < j+2 && !acronym || s.nameLike(j) || s.ws[j].use.Given || s.names[s.ws[j].fold] || end < len(s.ws) && !world.PhraseEndMark.Has(s.ws[end].form) {
		return j, b
	}
	return end, s.newBody(entity.Organization, j, end)
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

// commaLost takes the country before a title from the office where it ends the clause
// before: in "Malta wants links with Ghana Foreign Minister Ana Borg said." a comma is
// missing, and in "During her stay in Ghana Foreign Minister Ana Borg will speak". The
// minister is then of the country that is the subject, if there is one.
func (s *peopleReader) commaLost(p *person) {
	i, k := p.first, p.end
	if len(p.offices) != 1 || i < 2 || s.at[i].country == nil || s.at[i].adjective || s.ws[i-1].upos != "ADP" || s.ends(k+1) {
		return
	}
	fronted := s.fronted(i) && s.ws[i-1].lower == "in" && s.ws[k].verb()
	if !fronted && (!world.AttributionVerbForm.Has(s.ws[k].lower) || s.ws[k+1].form != ".") {
		return
	}
	o := &p.offices[0]
	j := i + s.at[i].countryLen
	if s.ws[j-1].gap && world.Genitive.Has(s.lowerAt(j)) || o.of.ID != s.at[i].country.ID ||
		!fronted && !slices.ContainsFunc(s.ws[:i], func(w word) bool { return w.verb() }) {
		return
	}
	o.of, o.country = entity.Ref{}, entity.Ref{}
	if end, b := s.bodyAt(0); end > 0 && b.Type == entity.Country && !b.adjective && s.acts(end) {
		o.country = b.ref
	}
}
