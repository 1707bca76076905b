package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// after reads what stands after a name: "of Ecuador", ", Prime Minister of
// Peru", "(Japan's envoy to Chile)".
func (s *peopleReader) after(p *person) {
	j := p.end
	if j >= len(s.ws) || s.ws[j].cut {
		return
	}
	if (s.ws[j].lower == "of" || s.ws[j].lower == "from") && len(p.offices) > 0 {
		o := &p.offices[len(p.offices)-1]
		end, m := s.bodyAt(j + 1)
		if end > j+1 && o.noun.Rank != world.CallingRank && (o.of.ID == "" || s.ws[j].lower == "of" && o.of.Type == entity.Country && m.Type != entity.Country && o.noun.Rank == world.GradeRank) && (m.Type == entity.Country && !m.adjective || m.Type == entity.Organization || m.Type == entity.Place || m.Type == "") && m.Type != entity.Event {
			if s.ws[j].lower == "of" || m.Type != entity.Country {
				if m.Type != "" {
					o.of = m.ref
				}
			} else {
				o.country = m.ref
			}
			o.inside = append(o.inside, s.insides(m)...)
			p.end = end
		} else if end <= j+1 && s.ws[j].lower == "of" && o.of.ID == "" && o.noun.Rank == world.GradeRank && j+1 < len(s.ws) && s.ws[j+1].shape == capital && !s.nameLike(j+1) {
			// "Professor Bart van den Hurk of Deltares"
			e := s.portfolio(j+1, false)
			if e > j+1 {
				name := s.nameOf(j+1, e)
				o.of = entity.NewRef(entity.Organization, name)
				o.inside = append(o.inside, s.insides(body{Type: entity.Organization, ref: o.of, first: j + 1, end: e, name: [2]int{j + 1, e}})...)
				p.end = e
			}
		}
	}
	if n := len(p.offices); n > 0 && j+2 < len(s.ws) && s.ws[j].form == "," && s.ws[j+1].lower == "of" {
		// "Trade Minister Ito, of Japan,"
		o := &p.offices[n-1]
		if end, m := s.bodyAt(j + 2); end > j+2 && m.Type == entity.Country && !m.adjective && o.of.ID == "" && o.country.ID == "" && o.noun.Rank != world.CallingRank {
			o.country = m.ref
			o.inside = append(o.inside, s.insides(m)...)
			p.end = end
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
	if s.ws[j].form == "(" {
		if o, ok := s.office(j + 1); ok && o.end < len(s.ws) && s.ws[o.end].form == ")" && o.noun.Rank != world.CallingRank {
			p.offices = append(p.offices, o)
			p.end = o.end + 1
		}
		return
	}
	if s.ws[j].loud && s.ws[j-1].loud {
		// "JANE DOE MINISTER FOR TRADE"
		if o, ok := s.office(j); ok && o.det == "" && o.unknown == 0 && o.complement && !o.noun.Plural && !world.OfficeEpithet.Has(s.ws[j].lower) && !world.FormerWord.Has(s.ws[j].lower) {
			p.offices = append(p.offices, o)
			p.end = o.end
		}
		return
	}
	if s.ws[j].form != "," {
		return
	}
	titled := false
	for _, o := range p.offices {
		titled = titled || o.noun.Rank != world.GradeRank
	}
	k := j + 1
	for n := 0; n < 3; n++ {
		o, ok := s.office(k)
		if !ok || o.noun.Rank == world.CallingRank || o.noun.Plural || o.det != "" && o.det != "the" && !world.PossessiveDeterminer.Has(o.det) && o.det != "a" && o.det != "an" {
			return
		}
		if s.ws[k].cut || !o.visible && o.det == "" && !o.complement && o.of.ID == "" && !s.sharesBody(o.end) {
			return
		}
		// ", Prime Minister Sato and ..." names the next person.
		e := o.end
		if h := s.honorific(e); h > e {
			return
		}
		if f, l := s.nameAt(e, true); l > f {
			return
		}
		if e < len(s.ws) && s.ws[e].form == "," && !s.ws[e].cut {
			if titled {
				h := s.honorific(e + 1)
				if f, l := s.nameAt(h, true); h > e+1 || l > f+1 && s.confident(f, l) {
					return
				}
			}
			// ", Assistant Secretary for Africa, U.S. Department of State"
			if end, m := s.bodyAt(e + 1); end > e+1 && m.Type == entity.Organization && (end >= len(s.ws) || s.ws[end].shape == punct || s.ws[end].lower == "and") && (o.of.ID == "" || o.of.Type == entity.Country || s.ws[end-1].lower != "") {
				if o.of.ID == "" || o.of.Type != entity.Organization || o.noun.Rank == world.StateRank || o.noun.Rank == world.OrgRank {
					if o.of.Type == entity.Organization && o.of.ID != "" {
						// "for the Bureau for Africa": a part of the larger one; both are said.
						o.keepPart()
					}
					o.of = m.ref
					o.inside = append(o.inside, s.insides(m)...)
					e = end
					o.end = end
				}
			}
		}
		if e < len(s.ws) && (s.ws[e].lower == "and" && titled || world.AttributionVerbForm.Has(s.ws[e].lower)) {
			return // "did not meet Sato, a spokesman said"
		}
		if e < len(s.ws) && (s.ws[e].upos == "VERB" || s.ws[e].upos == "AUX") && s.fronted(p.first) {
			return // "After talks with Sato, the foreign minister left"
		}
		p.offices = append(p.offices, o)
		p.end = o.end
		if n > 0 {
			titled = true
			shareOf(p.offices)
		}
		if o.end+1 >= len(s.ws) || s.ws[o.end].cut {
			return
		}
		switch {
		case s.ws[o.end].lower == "and":
			k = o.end + 1
		case s.ws[o.end].form == "," && s.ws[o.end+1].lower == "and":
			k = o.end + 2
		default:
			return
		}
		if k >= len(s.ws) || s.ws[k].lower == "the" {
			return
		}
	}
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
