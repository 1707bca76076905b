package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// bodyAt reads the thing that is named at i, which may start with "the". end is
// i when there is none.
func (s *bodyReader) bodyAt(i int) (end int, b body) {
	if i >= len(s.ws) {
		return i, body{}
	}
	if m := s.bodies[i]; m.end >= 0 {
		return m.end, m
	}
	start := i
	if world.BodyOpener.Has(s.ws[i].lower) && i+1 < len(s.ws) {
		start++
	}
	b = s.thing(start)
	if b.end <= start {
		b = body{end: i}
	} else {
		b.first = i
		if start > i && s.withoutArticle(&b, start) {
			b.first = start // "the Japan relations"
		}
	}
	s.bodies[i] = b
	return b.end, b
}

// withoutArticle tells whether the article before a country, which was read from
// start on, is not its own.
func (s *bodyReader) withoutArticle(b *body, start int) bool {
	if b.Type != entity.Country || b.end != b.name[1] {
		return false
	}
	w := &s.ws[start]
	return b.adjective || b.name[1]-b.name[0] == 1 && w.shape == capital && !strings.HasSuffix(w.lower, "s")
}

// thing reads the thing whose name starts with token i; its end is not beyond i
// where there is none.
func (s *bodyReader) thing(i int) body {
	h, w := s.at[i], &s.ws[i]
	if world.GovernmentNoun.Has(w.form) {
		if b := s.governmentIn(i); b.end > i {
			b.first = i
			return b
		}
	}
	if w.form == "government" {
		return s.governmentOf(i)
	}
	if !w.named() && !ordinal(w.lower) {
		return body{}
	}
	if b := s.governmentAt(i); b.end > i {
		return b
	}
	var b body
	if end, last := s.run(i); last >= 0 {
		b = s.phrase(i, last, end)
	}
	if branch := s.nationalBranch(i); branch.end > max(b.end, i+h.orgLen) {
		return branch
	}
	if h.org != nil && (i+h.orgLen >= b.end || s.lowerAt(i+h.orgLen) == "for") && !(h.country != nil && h.countryLen >= h.orgLen) {
		b = listedBody(entity.Ref{ID: h.org.ID, Type: entity.Organization, Name: h.org.Name}, i, i+h.orgLen)
	}
	if h.country != nil && i+h.countryLen >= b.end {
		b = s.countryBody(i)
	}
	if b.end <= i && w.shape == upper {
		if ref, ok := s.defined[w.form]; ok {
			b = listedBody(ref, i, i+1)
		}
	}
	if p := s.placeAt(i); p.end > b.end {
		b = p
	}
	if b.end <= i {
		return body{}
	}
	if b.Type == entity.Organization && h.org == nil {
		if t, ok := s.taggedBody(i); ok && t.Type == entity.Organization && t.end > b.end &&
			!s.officeIn(b.end, t.end) && s.honorific(t.end-1) == t.end-1 {
			b = t // "Union of Peruvian Miners", but not "Ministry of Ports Secretary"
		}
	}
	b.first = i
	if b.Type != entity.Country && b.Type != entity.Place {
		s.define(&b)
	}
	return b
}

// nationalBranch reads an organisation that is called by capitals, or by the sport or trade that
// it promotes, and the country where it is at work, as the subject of a verb or before a mark:
// "JICA Kenya signed", "Cricket Kenya's coach", but not "ASEAN China talks".
func (s *bodyReader) nationalBranch(i int) body {
	w, c := &s.ws[i], s.at[i]
	var end int
	switch {
	case w.loud || s.heading:
		return body{}
	case c.country != nil && !c.adjective: // "Peru Rugby said"
		end = i + c.countryLen + 1
		if s.ends(end-1) || !world.CountryBodyWord.Has(s.ws[end-1].lower) || s.ws[end-1].shape != capital {
			return body{}
		}
	case c.country != nil || s.ends(i+1):
		return body{}
	case w.shape == upper && len(w.form) > 2 && len(w.form) < 7, w.shape == capital && world.CountryBodyWord.Has(w.lower):
		n := i + 1
		land := s.at[n]
		if land.country == nil || land.adjective || s.ws[n].shape != capital || !s.ws[n].gap || s.officeHere(n) {
			return body{}
		}
		end = n + land.countryLen
	default:
		return body{}
	}
	k := end
	office, n := s.officeNoun(k) // "ADC Kenya Chief Executive Ana Soto"
	for n == 0 && k < len(s.ws) && world.OfficeGrading.Has(s.ws[k].lower) {
		k++
		office, n = s.officeNoun(k)
	}
	firm := n > 0 && office.Rank == world.OrgRank && s.holderFollows(k+n)
	if end >= len(s.ws) || firm || s.ws[end].verb() || world.Genitive.Has(s.ws[end].lower) || strings.Contains(",.;", s.ws[end].form) {
		return s.newBody(entity.Organization, i, end)
	}
	return body{}
}

// taggedBody gives the organisation or place that the model is sure to see
// at i.
func (s *bodyReader) taggedBody(i int) (b body, ok bool) {
	n, ok := s.taggedName(i)
	if !ok || n.First != i || s.heading || s.ws[i].loud || s.low[s.ws[i].lower] {
		return b, false
	}
	var t entity.Type
	switch n.Type {
	case nlp.OrganizationName:
		t = entity.Organization
	case nlp.LocationName:
		t = entity.Place
	default:
		return b, false
	}
	for k := i; k < n.Last; k++ {
		w := &s.ws[k]
		if k > i && w.cut || world.GovernmentNoun.Has(w.lower) || t == entity.Place && s.at[k].country != nil {
			return b, false
		}
	}
	return s.newBody(t, i, n.Last), true
}
