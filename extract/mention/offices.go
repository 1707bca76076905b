package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Offices stand inside offices, "Adviser to the German Chancellor": what reads one
// and what reads such a complement call each other, and are all in this file.

// office reads the name of one office that starts at token i.
func (s *peopleReader) office(i int) (o office, ok bool) {
	o.first = i
	j := i
	if w := &s.ws[j]; world.ArticleWord.Has(w.lower) || world.PossessiveDeterminer.Has(w.lower) {
		o.det = w.lower
		j++
		if end := s.ownHolder(i); end > j {
			j = end
		} else if noun, end := s.ownLand(i); end > j {
			m := entity.Mention{Kind: entity.Nominal, Type: entity.Country, Inside: true}
			s.place(&m, i, noun+1, noun)
			o.inside = append(o.inside, m)
			j = end
		} else if w.lower == "its" {
			m := entity.Mention{Kind: entity.Pronoun, Inside: true}
			s.place(&m, i, i+1, i)
			o.inside = append(o.inside, m)
		}
	}
	j, n, ok := s.modifiers(&o, j)
	if !ok {
		return o, false
	}
	o.head, o.words = j+n-1, n
	o.visible = s.ws[o.head].shape != lower
	if s.misread(&o, j) {
		return o, false
	}
	if s.formerly(j) != "" {
		o.status = "former"
	}
	if o.noun.Full != "" {
		o.full = o.noun.Full
	} else {
		o.keepTokens(j, j+n)
	}
	o.end = j + n
	s.ownFirm(&o)
	s.afterNoun(&o)
	for range 3 {
		if !s.complement(&o) {
			break
		}
	}
	s.afterNoun(&o)
	s.remit(&o)
	return o, true
}

// misread tells whether what was read before the noun of an office, which starts at
// j, shows that it is none, or that more was read than belongs to it.
func (s *peopleReader) misread(o *office, j int) bool {
	head := o.noun.Rank == world.HeadRank
	unmodified := !o.visible || head || o.noun.Rank == world.GradeRank // by words that are not known
	switch {
	case o.unknown > 0 && (unmodified || s.ws[j].loud || s.nameLike(o.keep[0])):
		return true // "Kishida Prime Minister": a name, not a modifier
	case s.ws[o.head].upos == "VERB" && !o.visible:
		return true
	case o.visible && o.of.ID == "" && slices.ContainsFunc(o.keep, s.lowerPortfolio):
		return true // "the investments President Soto made"
	case head && o.of.Type == entity.Place && !world.Genitive.Has(s.ws[j-1].lower):
		return true // "from Geneva President Soto"
	case head && slices.ContainsFunc(o.keep, s.foreignToHead):
		return true // "Clean Energy President Soto welcomed it"
	case o.unknown > 0 && o.keep[0] == 0 && !s.heading && !s.ofFirm(o):
		return true // "Watch Minister Soto speak": the capital tells nothing
	case o.unknown > 0 && o.keep[0] > 0 && s.nameLike(o.keep[0]-1) && !s.ws[o.keep[0]].cut:
		return true // "Ambassador Soto Thanks Minister Rey"
	}
	return false
}

// lowerPortfolio tells whether the word at k is one of portfolios or bodies in small letters.
func (s *peopleReader) lowerPortfolio(k int) bool {
	w := &s.ws[k]
	return w.shape == lower && w.subject() && !world.OfficeGrading.Has(w.lower)
}

// foreignToHead tells whether the word at k is one of portfolios, which a head of
// state or government has not.
func (s *peopleReader) foreignToHead(k int) bool {
	w := &s.ws[k]
	return (w.subject() || world.PortfolioWord.Has(w.lower)) && !world.OfficeGrading.Has(w.lower) &&
		!world.RealmNoun.Has(w.lower) && !world.HeadTitleWord.Has(w.lower)
}

// complement reads one complement of an office; false where there is none.
func (s *peopleReader) complement(o *office) bool {
	c, ok := s.complementAt(o)
	if !ok {
		return false
	}
	if s.holdsOffice(o, &c) {
		in, ok := s.innerOffice(c.start)
		switch {
		case ok && c.start == c.at+1 && s.holderFollows(in.end):
			return false // "Adviser to President Soto"
		case ok && in.visible && !in.noun.Plural && in.det == "" && in.unknown == 0:
			o.keepTokens(c.at, in.end) // "Assistant to the President"
			o.of = o.of.Or(in.of)
			o.inside = append(o.inside, in.inside...)
			o.end, o.complement = in.end, true
			return true
		}
	}
	if c.body.adjective {
		c.end, c.body = c.start, body{}
	}
	if end := s.board(c.start); end > c.start && c.prep == "of" {
		// "Chairman of the Board of Directors of the Bank of Peru"
		o.keepTokens(c.at, end)
		o.end, o.complement = end, true
		return true
	}
	return s.take(o, &c)
}

// holdsOffice tells whether another office may be the complement of one: "to the President",
// "to the German Chancellor".
func (s *peopleReader) holdsOffice(o *office, c *complement) bool {
	switch c.body.Type {
	case "":
		if c.prep == "of" && c.start > c.at+1 { // "Chief of Staff of the President"
			in, ok := s.innerOffice(c.start)
			return ok && in.noun.Rank == world.HeadRank && in.words == len(in.keep) && !in.complement && o.noun.Rank != world.CallingRank
		}
		return (c.prep == "to" || c.prep == "for" && c.start > c.at+1) && s.ws[c.start].named()
	case entity.Organization: // "Special Representative of the UN Secretary General"
		return c.prep == "of" && c.start > c.at+1 && (world.PostedOffice.Has(s.ws[o.head].lower) || world.ServantOffice.Has(s.ws[o.head].lower)) && s.officeHere(c.end)
	case entity.Country:
		envoy := world.PostedOffice.Has(s.ws[o.head].lower) // "Ambassador to Fiji President Soto"
		return c.prep != "of" && (c.body.adjective || c.prep == "to" && !envoy && s.officeFollows(c.end))
	}
	return false
}

// innerOffice reads an office inside another, but none inside that.
func (s *peopleReader) innerOffice(i int) (o office, ok bool) {
	if s.depth > 0 {
		return o, false
	}
	s.depth++
	o, ok = s.office(i)
	s.depth--
	return o, ok
}
