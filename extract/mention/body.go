package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A body is a country, organisation, place, event or agreement: tokens [first, end).
type body struct {
	Type       entity.Type
	ref        entity.Ref
	first, end int
	name       [2]int // tokens of the name
	adjective  bool
	inside     []body
}

// listedBody makes a body that is known by the name in the tokens [i, end).
func listedBody(ref entity.Ref, i, end int) body {
	return body{Type: ref.Type, ref: ref, first: i, end: end, name: [2]int{i, end}}
}

// A bodyReader reads bodies.
type bodyReader struct {
	reader
	bodies []body // bodyAt by token; end is -1 where not asked yet
	// titled reads the end of a person's name with titles before it, by which an
	// event may be called: "Inauguration of President Soto". People are read above,
	// so who makes the reader gives it.
	titled func(i int) (end int, ok bool)
}

// newBody makes a body that is named by the tokens [i, end).
func (s *reader) newBody(t entity.Type, i, end int) body {
	return body{Type: t, ref: entity.NewRef(t, s.nameOf(i, end)), first: i, end: end, name: [2]int{i, end}}
}

// mention makes the mention of a body.
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

// insides makes the mentions of a body that stands inside a title, and of those in it.
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

// headOf finds the noun of a thing's name: the last word before "of" or the like.
func (s *reader) headOf(i, end int) int {
	for k := i + 1; k < end; k++ {
		if world.HeadEnd.Has(s.ws[k].lower) {
			return k - 1
		}
	}
	return end - 1
}
