package export

import (
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// holdsOffice is the relation of people to their offices.
const holdsOffice = "holdsPosition"

// people tells of the people of a graph what their offices say.
type people struct {
	best map[string]*graph.Fact // the office by which readers know a person, by person
	of   map[string]*graph.Fact // a fact with an office, by the office
}

// newPeople reads the offices in facts.
func newPeople(facts []graph.Fact) *people {
	p := &people{best: map[string]*graph.Fact{}, of: map[string]*graph.Fact{}}
	for i := range facts {
		f := &facts[i]
		if f.Relation != holdsOffice {
			continue
		}
		if p.of[f.Object.ID] == nil || f.Of.ID != "" && p.of[f.Object.ID].Of.ID == "" {
			p.of[f.Object.ID] = f
		}
		held := f.Status == extract.Actual || f.Status == extract.Former
		if best := p.best[f.Subject.ID]; held && (best == nil || graph.ComparePosts(f, best) < 0) {
			p.best[f.Subject.ID] = f
		}
	}
	return p
}

// office gives what a person is called by: "Prime Minister of Japan"; "" if nothing
// is known.
func (p *people) office(person string) string {
	f := p.best[person]
	if f == nil {
		return ""
	}
	name := officeName(f)
	if f.Status == extract.Former {
		return "former " + name
	}
	return name
}

// officeName names an office with whose it is: "Ambassador of Japan to Chile".
func officeName(f *graph.Fact) string {
	name := f.Object.Name
	if f.Of.ID != "" && !strings.HasSuffix(name, " of "+f.Of.Name) {
		name += " of " + f.Of.Name
	}
	if f.To.ID != "" {
		name += " to " + f.To.Name
	}
	return name
}

// country gives the country of a thing: of a person that of his office, of a body
// that in its name, of a place that in which it lies. It is zero where unknown.
func (p *people) country(r entity.Ref) entity.Ref {
	switch r.Type {
	case entity.Country, entity.Place:
		return graph.CountryOf(r)
	case entity.Person:
		if f := p.best[r.ID]; f != nil && f.Of.ID != "" {
			return p.country(f.Of)
		}
	case entity.Position:
		if f := p.of[r.ID]; f != nil && f.Of.ID != "" {
			return p.country(f.Of)
		}
	case entity.Organization:
		_, c := entity.WithoutCountry(r.Name)
		return c
	}
	return entity.Ref{}
}
