package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// list reads several people under one title: "Senators Kato and Lima". It
// returns nil when there is no such list at i.
func (s *peopleReader) list(i int) []person {
	o, ok := s.office(i)
	if !ok || !o.noun.Plural || o.noun.Single == "" || o.complement && (s.ws[o.end-1].shape == lower || s.officeBefore(o.end) || world.RoyalTitle.Has(s.ws[o.end-1].form)) {
		return nil
	}
	var out []person
	j := o.end
	if mark := s.wordAt(j).form; (mark == "," || world.DatelineDash.Has(mark)) && o.of.Type != entity.Organization && s.nextPerson(j+1) {
		j++ // "Two former presidents, Ana Lima and Luis Rey, came"
	}
	for len(out) < 8 {
		first, end := s.nameAt(s.honorific(j), true)
		if end <= first || o.noun.Rank == world.CallingRank && end-first < 2 {
			break
		}
		one := o
		one.noun.Plural, one.inside = false, nil
		p := person{first: j, name: [2]int{first, end}, end: s.pastBracket(s.suffix(end)), offices: []office{one}}
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

// respective reads people of one office each in another country, "the foreign ministers
// of Peru and Chile, Ana Rey and Luis Soto", "the ministers of Peru, Ana Rey, and Chile, Luis
// Soto", "the Peruvian and Chilean ministers, Ana Rey and Luis Soto". It returns nil where
// there is no such list at i.
func (s *peopleReader) respective(i int) []person {
	j := i
	if world.ArticleWord.Has(s.ws[i].lower) {
		j++
	}
	lands, last := s.owners(j)
	if len(lands) == 0 {
		last = i
	}
	o, ok := s.office(last)
	if !ok || !o.noun.Plural || o.noun.Single == "" || o.of.Type != entity.Country || !o.complement && len(lands) == 0 {
		return nil
	}
	lands = append(lands, o.of)
	var out []person
	for k := s.behindMark(o.end); (k > o.end || len(lands) > 1) && k < len(s.ws) && len(out) < 6; {
		end, b := s.bodyAt(k)
		if end > k && b.Type == entity.Country && !b.adjective {
			lands = append(lands, b.ref)
			o.inside = append(o.inside, s.insides(b)...)
		} else {
			first, last := s.nameAt(s.honorific(k), true)
			if last <= first || len(out) == len(lands) {
				break
			}
			one := o
			one.noun.Plural, one.inside, one.of = false, nil, lands[len(out)]
			end = s.suffix(last)
			out = append(out, person{first: k, name: [2]int{first, last}, end: end, offices: []office{one}})
		}
		if k = s.behindMark(end); k == end {
			break
		}
	}
	if len(out) < 2 || len(out) != len(lands) {
		return nil
	}
	out[0].first, out[0].offices[0].inside = i, o.inside
	return out
}

// behindMark returns the token behind a comma, an "and" or a dash at j, j if there is none.
func (s *peopleReader) behindMark(j int) int {
	if world.DatelineDash.Has(s.wordAt(j).form) {
		return j + 1
	}
	return s.skipComma(j)
}

// owners reads the countries, but for the last, that stand before a plural which they have
// one by one, "Peruvian and Chilean ministers", and tells where the last stands.
func (s *peopleReader) owners(j int) (lands []entity.Ref, last int) {
	for j < len(s.ws) && s.at[j].country != nil {
		end, b := s.bodyAt(j)
		if b.Type != entity.Country {
			break
		}
		next := s.skipComma(s.skipGenitive(end))
		if next == s.skipGenitive(end) || next >= len(s.ws) {
			return lands, j
		}
		lands = append(lands, b.ref)
		j = next
	}
	return nil, j
}
