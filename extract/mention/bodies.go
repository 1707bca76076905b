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
	if l := s.ws[i].lower; (l == "the" || l == "its" || l == "our") && i+1 < len(s.ws) {
		start++
	}
	b = s.thing(start)
	if b.end <= start {
		b = body{end: i}
	} else {
		b.first = i
		if b.Type == entity.Country && start > i && b.end == b.name[1] && (b.adjective || b.name[1]-b.name[0] == 1 && s.ws[start].shape == capital && !strings.HasSuffix(s.ws[start].lower, "s")) {
			b.first = start // "the Japan relations"
		}
	}
	s.bodies[i] = b
	return b.end, b
}

func (s *bodyReader) thing(i int) body {
	h := s.at[i]
	w := s.ws[i]
	if !w.named() && !ordinal(w.lower) {
		return body{}
	}
	if b := s.governmentAt(i); b.end > i {
		return b
	}
	end, last := s.run(i)
	var b body
	if last >= 0 {
		b = s.phrase(i, last, end)
	}
	if h.org != nil && i+h.orgLen >= b.end && !(h.country != nil && h.countryLen >= h.orgLen) {
		b = body{Type: entity.Organization, ref: entity.Ref{ID: h.org.ID, Type: entity.Organization, Name: h.org.Name}, end: i + h.orgLen, name: [2]int{i, i + h.orgLen}}
	}
	if h.country != nil && i+h.countryLen >= b.end {
		b = s.countryBody(i)
	}
	if b.end <= i {
		if name, ok := s.defined[w.form]; ok && w.shape == upper {
			b = body{Type: name.Type, ref: name, end: i + 1, name: [2]int{i, i + 1}}
		}
	}
	if p := s.placeAt(i); p.end > b.end {
		b = p
	}
	if b.end <= i {
		return body{}
	}
	if b.Type == entity.Organization && h.org == nil {
		if t, ok := s.taggedBody(i); ok && t.Type == entity.Organization && t.end > b.end {
			b = t // "Union of Peruvian Miners"
		}
	}
	b.first = i
	if b.Type != entity.Country && b.Type != entity.Place {
		s.define(&b)
	}
	return b
}

// taggedBody gives the organisation or place that the model is sure to see
// at i.
func (s *bodyReader) taggedBody(i int) (b body, ok bool) {
	n, ok := s.taggedName(i)
	if !ok || n.First != i || s.heading || s.ws[i].loud || s.low[s.ws[i].lower] {
		return b, false
	}
	switch n.Type {
	case nlp.OrganizationName:
		b.Type = entity.Organization
	case nlp.LocationName:
		b.Type = entity.Place
	}
	if b.Type == "" {
		return b, false
	}
	for k := i; k < n.Last; k++ {
		if k > i && s.ws[k].cut || world.GovernmentNoun.Has(s.ws[k].lower) || b.Type == entity.Place && s.at[k].country != nil {
			return b, false
		}
	}
	b.first, b.end, b.name = i, n.Last, [2]int{i, n.Last}
	name := s.nameOf(i, n.Last)
	b.ref = entity.NewRef(b.Type, name)
	return b, true
}
