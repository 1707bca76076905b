package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A finder reads a document sentence by sentence and writes down what it finds. Its
// methods that read return the token after what they wrote down, which is the same
// index where it is not there.
type finder struct {
	peopleReader
	out     []entity.Mention
	genders map[string]world.Gender // of full names
	row     row
}

// A row is the list of people with titles that is being read: "State Secretary Ana Soto,
// Chief of Protocol Luis Rey and Director Eva Lima of the Foreign Ministry".
type row struct {
	sentence, end int   // where the last of them ends
	people        []int // in what has been written down
}

// shareBody gives those of a list of three and more the body of the last, p, which is
// mention n, where it stands behind the name and they can be of it.
func (s *finder) shareBody(p *person, n int) {
	if s.row.sentence != s.index || s.row.end == 0 || p.first <= s.row.end || s.skipComma(s.row.end) != p.first {
		s.row.people = s.row.people[:0]
	}
	s.row.sentence, s.row.end = s.index, p.end
	s.row.people = append(s.row.people, n)
	s.inheritBody(n)
	last := len(p.offices) - 1
	if len(s.row.people) < 3 || last < 0 || s.lowerAt(p.name[1]) != "of" || p.offices[last].of.Type != entity.Organization {
		return
	}
	for _, k := range s.row.people[:len(s.row.people)-1] {
		for i := range s.out[k].Offices {
			o := &s.out[k].Offices[i]
			words := strings.Fields(strings.ToLower(o.Title))
			head := words[len(words)-1]
			if o.Of.ID == "" && (world.MinistryOffice.Has(head) || world.RankOf(head) == world.OrgRank) {
				o.Of = p.offices[last].of
			}
		}
	}
}

// inheritBody gives the last one of a list, mention n, the body of the one before, where the
// office is one that such a body has several of: "Council Chairman Soto, Vice Chairman Rey".
func (s *finder) inheritBody(n int) {
	if len(s.row.people) < 2 || len(s.out[n].Offices) != 1 {
		return
	}
	o, before := &s.out[n].Offices[0], s.out[s.row.people[len(s.row.people)-2]].Offices
	if len(before) == 0 {
		return
	}
	first := &before[len(before)-1]
	if o.Of.ID != "" || o.To.ID != "" || first.Of.Type != entity.Organization {
		return
	}
	title := strings.ToLower(o.Title)
	if world.SocietyOffice.Has(title[strings.LastIndexByte(title, ' ')+1:]) || world.SocietyOffice.Has(title) {
		o.Of = first.Of
	}
}

// newFinder makes a finder for a document that has words in lower case.
func newFinder(low map[string]bool) *finder {
	f := &finder{genders: map[string]world.Gender{}}
	f.lessons = newLessons(low)
	f.titled = func(i int) (int, bool) {
		p, ok := f.personAt(i)
		return p.name[1], ok
	}
	return f
}

// person writes down a person and what stands inside the titles.
func (s *finder) person(p *person) {
	m := entity.Mention{Kind: entity.Named, Type: entity.Person, Gender: p.gender}
	s.place(&m, p.first, p.end, p.name[1]-1)
	end := s.generation(p.name[1])
	m.Name = s.personName(p.name[0], end)
	m.NameSpan = s.span(p.name[0], end)
	if p.name[1]-p.name[0] > 1 || p.honorific || len(p.offices) > 0 {
		s.learnNames(p.name[0], p.name[1])
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
		m.Gender = s.genderOf(m.Name)
		m.Guessed = m.Gender != world.UnknownGender
	}
	s.out = append(s.out, m)
	for i := range p.offices {
		s.out = append(s.out, p.offices[i].inside...)
	}
}

// genderOf tells the gender of a name, which is looked up once.
func (s *finder) genderOf(name string) world.Gender {
	g, ok := s.genders[name]
	if !ok {
		g = genderOf(name)
		s.genders[name] = g
	}
	return g
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

// body writes down a thing with those inside it; false when it is none here.
func (s *finder) body(b body) bool {
	m := s.mention(b)
	switch b.Type {
	case "":
		return false
	case entity.Organization:
		if s.allOf(b.name[0], b.name[1], world.PartnerModifier) {
			return false // "Australia and Fiji are Strategic Partners"
		}
		if s.beheaded(b.name[0], b.name[1]) {
			return true // read, but nobody
		}
	case entity.Place:
		if !s.settle(&b, &m) {
			return false
		}
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

// beheaded tells whether a body's name [i, end) is only what bodies are called after their own
// name, as where that was not read: "Foundation Ltd.", "Lanka Fairs and Services (Pvt) Ltd.",
// "Council members".
func (s *finder) beheaded(i, end int) bool {
	form, matters := false, false // a legal form, what the rest of the name was about
	for k := i; k < end; k++ {
		w := &s.ws[k]
		switch {
		case world.LegalForm.Has(undotted(w.lower)):
			form = true
		case w.shape == punct, s.kindOf(k) == entity.Organization:
		case w.subject():
			matters = true
		default:
			return false
		}
	}
	if !form {
		return end == i+1 && !matters && !world.SoloBody.Has(s.ws[i].lower) && !s.ends(end) && s.ws[end].upos == "NOUN"
	}
	return !matters || i > 0 && (s.lowerAt(i-1) == "and" || s.ws[i-1].form == "&" || world.Hyphen.Has(s.ws[i-1].form))
}

// settle tells whether a place is meant by what looks like one, and makes its mention
// one of a country where a capital stands for its government.
func (s *finder) settle(b *body, m *entity.Mention) bool {
	first := b.name[0]
	h := s.at[first]
	switch {
	case h.capital != nil && first+h.capitalLen >= b.end && s.actor(b.first, b.end, h.seat):
		m.Type, m.Name = entity.Country, h.capital.Name
	case b.name[1]-first == 1 && s.largerName(b.end):
		return false // "Nord Stream"
	case h.place == nil || first+h.plLen != b.end:
	case h.place.Kind == "city" && first > 0 && s.ws[first-1].lower == "the":
		return false // "the Doha Round"
	case h.place.Ambiguous:
		return s.located(b.first, b.end)
	}
	return true
}

// largerName tells whether the name of one word that ends before j is only the first
// of a name, and not one of a person or office that follows it.
func (s *finder) largerName(j int) bool {
	if !s.properAt(j) {
		return false
	}
	w := &s.ws[j]
	return w.shape == capital && !w.cut && !w.loud && s.at[j].country == nil && !s.officeFollows(j) && !s.nameLike(j)
}

// peopleIn writes down the people named inside a larger name.
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
