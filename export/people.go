package export

import (
	"cmp"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// holdsOffice is the relation of people to their offices.
const holdsOffice = "holdsPosition"

// people tells of the people of a graph what their offices say.
type people struct {
	dates map[string]string      // of documents, by id
	best  map[string]*graph.Fact // the latest office, by person
	of    map[string]*graph.Fact // a fact with an office, by the office
}

// newPeople reads the offices in facts.
func newPeople(facts []graph.Fact, dates map[string]string) *people {
	p := &people{dates: dates, best: map[string]*graph.Fact{}, of: map[string]*graph.Fact{}}
	for i := range facts {
		f := &facts[i]
		if f.Relation != holdsOffice {
			continue
		}
		if p.of[f.Object.ID] == nil || f.Of.ID != "" && p.of[f.Object.ID].Of.ID == "" {
			p.of[f.Object.ID] = f
		}
		held := f.Status == extract.Actual || f.Status == extract.Former
		if best := p.best[f.Subject.ID]; held && (best == nil || p.compare(f, best) < 0) {
			p.best[f.Subject.ID] = f
		}
	}
	return p
}

// compare puts the office by which a person is known first: one that is held, one
// of a country or body, the one told last, by most documents.
func (p *people) compare(a, b *graph.Fact) int {
	known := func(f *graph.Fact) int {
		if f.Of.ID == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(
		strings.Compare(string(a.Status), string(b.Status)), // actual goes before former
		cmp.Compare(known(a), known(b)),
		strings.Compare(p.told(b), p.told(a)),
		cmp.Compare(len(b.Statements), len(a.Statements)),
		strings.Compare(a.ID, b.ID))
}

// told gives the last date at which an office was told of.
func (p *people) told(f *graph.Fact) string {
	last := f.Date
	for _, s := range f.Statements {
		last = max(last, p.dates[s.Doc])
	}
	return last
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
