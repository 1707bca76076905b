package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// list reads several people under one title: "Senators Kato and Lima". It
// returns nil when there is no such list at i.
func (s *peopleReader) list(i int) []person {
	o, ok := s.office(i)
	if !ok || !o.noun.Plural || o.noun.Single == "" || o.complement && s.ws[o.end-1].shape == lower {
		return nil
	}
	var out []person
	j := o.end
	for len(out) < 8 {
		first, end := s.nameAt(s.honorific(j), true)
		if end <= first || o.noun.Rank == world.CallingRank && end-first < 2 {
			break
		}
		one := o
		one.noun.Plural, one.inside = false, nil
		p := person{first: j, name: [2]int{first, end}, end: s.suffix(end), offices: []office{one}}
		if len(out) == 0 {
			p.first = i
			p.offices[0].inside = o.inside
		}
		if p.end+1 < len(s.ws) && s.ws[p.end].lower == "of" {
			s.after(&p)
		}
		out = append(out, p)
		j = p.end
		if j < len(s.ws) && s.ws[j].form == "," {
			j++
		}
		if s.lowerAt(j) == "and" {
			j++
		}
		if j == p.end || s.ends(j) {
			break
		}
		if _, isOffice := s.office(j); isOffice {
			break
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// respective reads people of one office each in another country: "the foreign
// ministers of Peru and Chile, Ana Rey and Luis Soto". It returns nil where there
// is no such list at i.
func (s *peopleReader) respective(i int) []person {
	o, ok := s.office(i)
	if !ok || !o.noun.Plural || o.noun.Single == "" || !o.complement || o.of.Type != entity.Country {
		return nil
	}
	lands := []entity.Ref{o.of}
	j := o.end
	for k := s.skipComma(j); k > j && k < len(s.ws) && len(lands) < 6; k = s.skipComma(j) {
		end, b := s.bodyAt(k)
		if end <= k || b.Type != entity.Country || b.adjective {
			break
		}
		lands = append(lands, b.ref)
		o.inside = append(o.inside, s.insides(b)...)
		j = end
	}
	if next := s.wordAt(j); len(lands) < 2 || next.form != "," && !world.Hyphen.Has(next.form) {
		return nil
	}
	var out []person
	for k := j + 1; len(out) < len(lands); {
		first, end := s.nameAt(s.honorific(k), true)
		if end <= first {
			return nil
		}
		one := o
		one.noun.Plural, one.inside, one.of = false, nil, lands[len(out)]
		out = append(out, person{first: k, name: [2]int{first, end}, end: s.suffix(end), offices: []office{one}})
		if k = s.skipComma(end); k == end && len(out) < len(lands) {
			return nil
		}
	}
	out[0].first, out[0].offices[0].inside = i, o.inside
	return out
}
