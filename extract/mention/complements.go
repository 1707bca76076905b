package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A complement is what a preposition ties to an office: "of the Department of
// Justice", "for Foreign Affairs", "to Việt Nam".
type complement struct {
	prep       string
	at         int // the preposition's token
	start, end int // its tokens, without an article
	body       body
	inTitle    bool // it belongs to the office's title
}

// ties tells whether a preposition ties a complement to an office.
func (o *office) ties(prep string) bool {
	rank := o.noun.Rank
	switch prep {
	case "of":
		return true
	case "at":
		return rank >= world.StateRank && rank != world.CallingRank
	}
	corporate := rank == world.HeadRank && o.of.Type == entity.Organization && !o.complement // "World Bank Vice President for Africa"
	return world.RemitPreposition.Has(prep) && (rank == world.StateRank || rank == world.OrgRank || corporate)
}

// complementAt gives the complement behind an office with the body that it
// names, if any; false where no preposition stands there.
func (s *peopleReader) complementAt(o *office) (c complement, ok bool) {
	j := o.end
	if s.posted(o, j) {
		end, b := s.bodyAt(j + 1)
		return complement{prep: "in", at: j, start: j + 1, end: end, body: b}, true
	}
	charge := s.charge(j)
	if j+1 >= len(s.ws) || s.ws[j].cut || s.ws[j].shape != lower || !o.ties(s.ws[j].lower) && charge == j {
		return c, false
	}
	if charge > j { // "minister in charge of trade"
		c.prep, c.at, c.start, c.inTitle = s.ws[charge-1].lower, j, charge, true
		c.end = c.start
		return c, o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank
	}
	c.prep, c.at, c.start = s.ws[j].lower, j, j+1
	if world.BodyOpener.Has(s.ws[c.start].lower) {
		c.start++
	}
	if c.start >= len(s.ws) {
		return c, false
	}
	c.end, c.body = s.bodyAt(j + 1)
	if b := &c.body; b.Type == entity.Organization && o.noun.Rank == world.StateRank && s.portfolioOnly(c.start, c.end) {
		c.end, c.body = c.start, body{} // "Minister for Culture, Community and Sports"
	}
	if b := &c.body; b.Type == entity.Country && !b.adjective && !s.ends(c.end) && s.ws[c.end-1].shape == upper {
		if end, of := s.bodyAt(c.end); end > c.end && of.Type == entity.Organization && of.first == c.end {
			land := *b
			c.end, c.body = end, s.newBody(entity.Organization, c.start, end) // "the US Pacific Fleet"
			c.body.inside = []body{land}
		}
	}
	if k, noun := s.pastEpithets(c.start); k > c.start {
		end, b := s.bodyAt(k)
		if noun && end <= k && s.honorific(k) == k && !s.nextPerson(k) {
			for end = k; s.properAt(end) && !s.ws[end].cut; end++ {
			}
			b = s.newBody(entity.Organization, k, end)
		}
		if end > k && b.Type == entity.Organization {
			c.start, c.end, c.body = k, end, b
		}
	}
	return c, true
}

// portfolioOnly tells whether a comma stands in the tokens [i, end), and no other words than
// those of portfolios, while the portfolio that begins with them goes on.
func (s *peopleReader) portfolioOnly(i, end int) bool {
	comma := false
	for k := i; k < end; k++ {
		comma = comma || s.ws[k].form == ","
		if s.ws[k].shape != punct && !s.ws[k].subject() {
			return false
		}
	}
	return comma && s.portfolio(i, false) > end
}

// pastEpithets gives the first token from j on that is neither a small adjective before the
// name of a body, "the ruling left-wing Peru Forward party", nor a noun that says what the
// body is, "the Kenyan airline Kestrel Air", and tells whether there is such a noun.
func (s *peopleReader) pastEpithets(j int) (first int, noun bool) {
	k := j
	if h := s.at[k]; h.country != nil && h.adjective {
		k += max(h.countryLen, 1)
	}
	foreign := k > j
	for ; k < len(s.ws) && k < j+6 && !s.ws[k].cut; k++ {
		w := &s.ws[k]
		switch small := w.shape == lower; {
		case small && world.NameHead.Value(w.lower) == string(entity.Organization):
			noun = true
		case noun:
			return k, true
		case small && (w.upos == "ADJ" || w.upos == "VERB" || world.OfficeGrading.Has(w.lower)), world.Hyphen.Has(w.lower):
		case foreign:
			return j, false // "the German Marshall Fund"
		default:
			return k, false
		}
	}
	return j, false
}

// posted tells whether "in" at j and a place or body tell where somebody holds an office,
// before the name: "Indian High Commissioner in Lusaka Ravi Sharma", "Ambassador to Peru in
// Lima, Ravi Sharma", "Director in the Ministry of Trade Ravi Sharma".
func (s *peopleReader) posted(o *office, j int) bool {
	if s.ends(j+1) || s.ws[j].lower != "in" || s.ws[j].cut || !o.visible {
		return false
	}
	end, b := s.bodyAt(j + 1)
	if end <= j+1 || b.adjective {
		return false
	}
	land := b.Type == entity.Country || b.Type == entity.Place
	switch {
	case land && world.PostedOffice.Has(s.ws[o.head].lower):
		next, comma, _ := s.link(end)
		return s.holderFollows(next) || comma && s.officeHere(next)
	case land || b.Type == entity.Organization && !s.officeHere(end-1):
		return (o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank) && s.nextPerson(end)
	}
	return false
}

// charge gives the token behind "in charge of" or "responsible for" at j, j if it is not there.
func (s *reader) charge(j int) int {
	switch {
	case s.lowerAt(j) == "in" && s.lowerAt(j+1) == "charge" && s.lowerAt(j+2) == "of" && !s.ends(j+3):
		return j + 3
	case s.lowerAt(j) == "responsible" && s.lowerAt(j+1) == "for" && !s.ends(j+2):
		return j + 2
	}
	return j
}

// seatOf gives the country of a place where an envoy is posted: the country or that of
// the capital; zero where it is neither.
func (s *peopleReader) seatOf(c *complement) entity.Ref {
	if c.body.Type == entity.Country {
		return c.body.ref
	}
	if h := s.at[c.start]; h.capital != nil && c.start+h.capitalLen == c.end {
		return entity.CountryRef(h.capital)
	}
	return entity.Ref{}
}

// take makes a complement part of what the office is; false where it is none.
func (s *peopleReader) take(o *office, c *complement) bool {
	named := c.end > c.start
	rank := o.noun.Rank
	switch {
	case c.prep == "in" && c.body.Type == entity.Organization:
		s.takeBody(o, c)
	case c.prep == "in" && world.PostedOffice.Has(s.ws[o.head].lower):
		o.to = o.to.Or(s.seatOf(c))
	case c.prep == "in":
	case named && c.body.Type == entity.Country:
		if !s.takeCountry(o, c) {
			return false
		}
		s.takePart(o, c)
	case named && c.prep == "to" && c.body.Type == entity.Organization && world.ServantOffice.Has(s.ws[o.head].lower):
		s.takeBody(o, c) // "Secretary to the Ministry of Trade"
	case named && c.prep == "to" && !(c.body.Type == entity.Place && s.at[c.start].capital != nil):
		o.to = c.body.ref
	case c.prep == "for" && world.LegislatorSeat.Has(s.ws[o.head].lower) && c.body.Type != entity.Country:
		s.takeSeat(o, c)
	case named && world.BelongingPreposition.Has(c.prep) && c.body.Type != "":
		s.takeBody(o, c)
		s.takePart(o, c)
	case rank == world.CallingRank || rank == world.GradeRank || c.prep == "at" || c.prep == "to":
		return false
	case c.prep == "of" && s.realm(c.start):
		c.end = c.start + 1
	default:
		s.takeWords(o, c)
	}
	if c.end <= c.start {
		return false
	}
	if c.inTitle {
		o.keepTokens(c.at, c.end)
	}
	if c.body.Type != "" {
		o.inside = append(o.inside, s.insides(c.body)...)
	}
	o.end, o.complement = c.end, true
	return true
}

// takeCountry takes a country as the one to which the office is, or whose it is.
func (s *peopleReader) takeCountry(o *office, c *complement) bool {
	switch {
	case c.prep == "to" || c.prep == "for" && world.CountryEnvoyNoun.Has(s.ws[o.head].lower):
		o.to = c.body.ref
	case c.prep == "for" && o.noun.Rank == world.OrgRank && o.to.ID == "" && !world.Genitive.Has(s.lowerAt(c.end)) && s.ws[o.head].shape != lower: // "Country Director for Peru"
		o.to = c.body.ref
	case world.BelongingPreposition.Has(c.prep):
		if o.of.ID == "" || o.of.ID == o.country.ID && o.noun.Rank == world.OrgRank {
			o.of = c.body.ref
		}
		o.country = o.country.Or(c.body.ref)
	default:
		return false
	}
	return true
}

// takeBody takes another body than a country as the one whose office it is.
func (s *peopleReader) takeBody(o *office, c *complement) {
	if world.InnerBody.Has(s.ws[c.start].lower) && s.lowerAt(c.start+1) == "of" {
		// "Chairman of the Board of the Bank of Peru"
		if end, b := s.bodyAt(c.start + 2); end == c.end && b.Type == entity.Organization {
			o.keepTokens(c.at, c.start+1)
			c.body = b
		}
	}
	remit := c.prep == "for" && o.noun.Rank == world.StateRank && c.body.Type != entity.Organization
	switch {
	case remit || s.ws[o.head].lower == "speaker":
		c.inTitle = true
		if c.prep == "for" {
			o.of = o.of.Or(c.body.ref)
		}
	case c.prep == "at" && o.of.Type == entity.Organization && c.body.Type == entity.Organization && divides(o.of.Name):
		o.keepPart() // "Head of the Africa Department at the Foreign Ministry"
		o.of = c.body.ref
	case o.of.ID == "" || o.of.Type == entity.Country:
		if o.of.Type == entity.Country {
			o.country = o.country.Or(o.of)
		}
		o.of = owner(c.body.ref)
	}
}

// divides tells whether an organisation is by its name a part of a larger one: "Africa
// Department", "Division of Trade".
func divides(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return world.DivisionNoun.Has(words[0]) || world.DivisionNoun.Has(words[len(words)-1])
}

// takeWords takes words as the portfolio of an office, or as the name of an
// organisation that no list knows: "Founder of Borealis Robotics".
func (s *peopleReader) takeWords(o *office, c *complement) {
	c.end, c.inTitle = s.portfolio(c.start, false), true
	if e := s.matters(c.start); e >= c.end && e > c.start && c.prep == "of" && o.noun.Rank == world.OrgRank && !s.ofFirm(o) && s.surelyHeld(e) {
		c.end = e // "Head of Deal Advisory Ana Soto"
		return
	}
	if e := s.strange(c.start, c.end); e > c.start && o.noun.Rank != world.StateRank && c.prep != "on" {
		c.end, c.inTitle = e, false
		c.body = s.newBody(entity.Organization, c.start, e)
		o.of = c.body.ref
	}
}

// matters gives the end of the capitalised everyday nouns and words of portfolios at j.
func (s *peopleReader) matters(j int) int {
	for k := j; s.properAt(k) && !(k > j && s.ws[k].cut); k++ {
		if w := &s.ws[k]; w.shape != capital || !w.subject() && (s.nameLike(k) || !isNoun(w.lower)) || s.officeHere(k) {
			return k
		}
		j = k + 1
	}
	return j
}

// takeSeat takes the constituency of a member of parliament into the title, up to its last
// capitalised word before a mark: "Member of Parliament for Lima North, spoke".
func (s *peopleReader) takeSeat(o *office, c *complement) {
	end := c.start
	for s.properAt(end) && (end == c.start || !s.ws[end].cut) {
		end++
	}
	if end == c.start || end < len(s.ws) && s.ws[end].shape != punct {
		end = max(c.end, c.start)
	}
	c.end, c.inTitle, c.body = end, true, body{}
}

// takePart takes the part of what a complement names into the title: "head of the ministry's
// arms department", "governor of Peru's central bank".
func (s *peopleReader) takePart(o *office, c *complement) {
	if end := s.partOf(c.end); end > c.end && !c.inTitle {
		o.keepTokens(c.at, c.at+1)
		o.keepTokens(c.end+1, end)
		c.end = end
	}
}

// partOf reads the part of a body in small letters behind its possessive ending at j,
// "the ministry's arms department", and returns the token after it, j if there is none.
func (s *peopleReader) partOf(j int) int {
	if s.ends(j+1) || !world.Genitive.Has(s.ws[j].lower) {
		return j
	}
	for k := j + 1; k < j+4 && !s.ends(k) && s.ws[k].shape == lower; k++ {
		if w := &s.ws[k]; world.NameHead.Value(w.lower) == string(entity.Organization) && !s.officeHere(k) {
			return k + 1
		}
	}
	return j
}

// realm tells whether a noun that means the state itself stands at j, and no name
// starts with it: "Chief Justice of the Union".
func (s *peopleReader) realm(j int) bool {
	return world.RealmNoun.Has(s.ws[j].lower) && !s.subjectAt(j+1, capital) && s.lowerAt(j+1) != "of"
}

// board reads "Board of Directors" at i and returns the token after it, i if it
// is not there.
func (s *peopleReader) board(i int) int {
	if world.InnerBody.Has(s.ws[i].lower) && s.lowerAt(i+1) == "of" && world.BoardMemberNoun.Has(s.lowerAt(i+2)) {
		return i + 3
	}
	return i
}
