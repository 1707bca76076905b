package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A finder reads a document sentence by sentence and writes down what it finds.
type finder struct {
	peopleReader
	out     []entity.Mention
	genders map[string]world.Gender // of full names
}

func newFinder(low map[string]bool) *finder {
	f := &finder{genders: map[string]world.Gender{}}
	f.lessons = newLessons(low)
	f.titled = func(i int) (int, bool) {
		p, ok := f.personAt(i)
		return p.name[1], ok
	}
	return f
}

// person emits the mention of a person and what stands inside it.
func (s *finder) person(p *person) {
	m := entity.Mention{Kind: entity.Named, Type: entity.Person, Gender: p.gender}
	s.place(&m, p.first, p.end, p.name[1]-1)
	end := s.generation(p.name[1])
	m.Name = s.personName(p.name[0], end)
	m.NameSpan = s.span(p.name[0], end)
	words := p.name[1] - p.name[0]
	for k := p.name[0]; k < p.name[1]; k++ {
		w := s.ws[k]
		if w.named() && w.shape != initial && (words > 1 || p.honorific || len(p.offices) > 0) && !(s.low[w.lower] && !w.use.Given && !w.use.Surname) {
			s.names[w.fold] = true
			if _, last, ok := strings.Cut(w.form, "-"); ok && len(last) > 3 && shapeOf(last) == capital {
				s.names[world.Fold(last)] = true // "al-Abadi"
			}
		}
	}
	for i := range p.offices {
		o := &p.offices[i]
		if m.Gender == world.UnknownGender {
			m.Gender = o.noun.Gender
		}
		if off, ok := s.public(o); ok {
			m.Offices = append(m.Offices, off)
		} else if o.noun.Rank == world.CallingRank {
			m.Offices = append(m.Offices, s.calling(o))
		}
	}
	if m.Gender == world.UnknownGender {
		g, ok := s.genders[m.Name]
		if !ok {
			g = genderOf(m.Name)
			s.genders[m.Name] = g
		}
		m.Gender = g
	}
	s.out = append(s.out, m)
	for i := range p.offices {
		s.out = append(s.out, p.offices[i].inside...)
	}
}

// genderOf tells the gender of a name's given part.
func genderOf(name string) world.Gender {
	_, given, _ := world.NameOrder(name)
	if len(given) == 0 {
		given = strings.Fields(name)
		if len(given) < 2 {
			return world.UnknownGender
		}
		given = given[:1]
	}
	for _, g := range given {
		if u := world.LookupName(g); u.Given {
			return u.Gender
		}
	}
	return world.UnknownGender
}

// body emits the mention of a thing; false when it should not be one here.
func (s *finder) body(b body) bool {
	m := s.mention(b)
	switch b.Type {
	case entity.Organization:
		if s.allOf(b.name[0], b.name[1], world.PartnerModifier) {
			return false // "Australia and Fiji are Strategic Partners"
		}
	case entity.Place:
		h := s.at[b.name[0]]
		if h.capital != nil && b.name[0]+h.capitalLen >= b.end && s.actor(b.first, b.end, h.seat) {
			m.Type, m.Name = entity.Country, h.capital.Name
		} else if b.name[1]-b.name[0] == 1 && b.end < len(s.ws) && s.ws[b.end].shape == capital && !s.ws[b.end].cut && !world.ClosedWord.Has(s.ws[b.end].lower) && !s.ws[b.end].loud && s.at[b.end].country == nil && !s.officeFollows(b.end) && !s.nameLike(b.end) {
			return false // "Nord Stream"
		} else if h.place != nil && h.place.Kind == "city" && b.name[0] > 0 && s.ws[b.name[0]-1].lower == "the" && b.name[0]+h.plLen == b.end {
			return false // "the Doha Round"
		} else if h.place != nil && h.place.Ambiguous && b.name[0]+h.plLen == b.end && !s.located(b.first, b.end) {
			return false
		}
	case "":
		return false
	}
	s.out = append(s.out, m)
	if b.Type == entity.Event {
		s.peopleIn(m.Head+1, b.end)
	}
	for _, in := range b.inside {
		im := s.mention(in)
		im.Inside = true
		if im.Span != m.Span {
			s.out = append(s.out, im)
		}
	}
	return true
}

// peopleIn emits the people named inside a larger name.
func (s *finder) peopleIn(i, end int) {
	for i < end {
		p, ok := s.personAt(i)
		if !ok {
			p, ok = s.bareName(i)
		}
		if !ok || p.name[1] > end {
			i++
			continue
		}
		p.end = min(p.end, end)
		n := len(s.out)
		s.person(&p)
		for k := n; k < len(s.out); k++ {
			s.out[k].Inside = true
		}
		i = p.end
	}
}
