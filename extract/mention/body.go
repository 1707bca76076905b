package mention

import "github.com/relata-graph/relata/extract/entity"

// A body is a country, organisation, place, event or agreement: tokens [first, end).
type body struct {
	Type       entity.Type
	ref        entity.Ref
	first, end int
	name       [2]int // tokens of the name
	adjective  bool
	inside     []body
}

func (s *reader) mention(b body) entity.Mention {
	m := entity.Mention{Type: b.Type, Kind: entity.Named, Adjective: b.adjective, Name: b.ref.Name}
	s.place(&m, b.first, b.end, b.end-1)
	m.NameSpan = s.span(b.name[0], b.name[1])
	if b.Type != entity.Country {
		m.Name = s.nameOf(b.name[0], b.name[1])
	}
	if ref, ok := s.defined[m.Name]; ok && b.name[1]-b.name[0] == 1 && ref.Type == b.Type {
		m.Defines = ref.Name
	}
	if b.Type != entity.Country && b.name[1] <= b.end {
		m.Head = s.headOf(b.name[0], b.name[1])
	} else if b.Type == entity.Country {
		m.Head = b.end - 1
	}
	return m
}

// insides makes the mentions that stand inside a title.
func (s *reader) insides(b body) []entity.Mention {
	m := s.mention(b)
	m.Inside = true
	out := []entity.Mention{m}
	for _, c := range b.inside {
		im := s.mention(c)
		im.Inside = true
		if im.Span != m.Span {
			out = append(out, im)
		}
	}
	return out
}

// headOf finds the noun of a thing's name: the last word before "of", "for",
// "on".
func (s *reader) headOf(i, end int) int {
	for k := i + 1; k < end; k++ {
		switch s.ws[k].lower {
		case "of", "for", "on", "(", "to", "between":
			return k - 1
		}
	}
	return end - 1
}
