package ask

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A journey is a visit of a person to a country and its places.
type journey struct {
	who     entity.Ref
	country entity.Ref // the place itself if its country is unknown
	facts   []graph.Fact
}

// visits gives journeys: all, those of a person, or those to a country or place.
func visits(q *question, args []string) ([]Row, error) {
	id := ""
	if len(args) > 0 {
		e, err := q.find(args[0], entity.Person, entity.Country, entity.Place)
		if err != nil {
			return nil, err
		}
		id = e.ID
	}
	facts, err := q.visitsOf(id)
	if err != nil {
		return nil, err
	}
	list := journeys(facts)
	slices.SortStableFunc(list, func(a, b journey) int {
		return graph.CompareDates(mostExact(a.facts).When(), mostExact(b.facts).When())
	})
	home := 0
	var rows []Row
	for _, j := range list {
		post, err := q.post(j.who)
		if err != nil {
			return nil, err
		}
		place := func(f graph.Fact) bool { return f.Object.ID != j.country.ID }
		if post != nil && post.Of.ID == j.country.ID && !slices.ContainsFunc(j.facts, place) {
			home++
			continue
		}
		r, err := q.journeyRow(&j)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	if home > 0 {
		q.hint("%s of people in the country whose office they hold: left out; timeline has them",
			plural(home, "more is", "more are"))
	}
	return rows, nil
}

// visitsOf gives the visits of a person or to a place, to the places of a
// country too.
func (q *question) visitsOf(id string) ([]graph.Fact, error) {
	if id == "" {
		return q.facts("", nil)
	}
	if !strings.HasPrefix(id, "country:") {
		return q.facts(id, at(id))
	}
	return q.facts("", func(f *graph.Fact) bool { return graph.CountryOf(f.Object).ID == id })
}

// journeys puts together what is one journey, in the order of the facts.
func journeys(facts []graph.Fact) []journey {
	var list []journey
	for _, f := range facts {
		country := graph.CountryOf(f.Object).Or(f.Object)
		at := slices.IndexFunc(list, func(j journey) bool {
			return j.who.ID == f.Subject.ID && j.country.ID == country.ID && j.facts[0].Status == f.Status &&
				slices.ContainsFunc(j.facts, func(g graph.Fact) bool { return sameOccasion(&f, &g) })
		})
		if at < 0 {
			list = append(list, journey{f.Subject, country, nil})
			at = len(list) - 1
		}
		list[at].facts = append(list[at].facts, f)
	}
	return list
}

func (q *question) journeyRow(j *journey) (Row, error) {
	office, err := q.office(j.who)
	if err != nil {
		return Row{}, err
	}
	var places []string
	for i := range j.facts {
		f := &j.facts[i]
		at := f.Place()
		if f.Object.Type != entity.Country {
			at = f.Object
		}
		if at.Type == entity.Place && !slices.Contains(places, at.Name) {
			places = append(places, at.Name)
		}
	}
	f := mostExact(j.facts)
	first, _ := graph.Reported(j.facts)
	return row(j.facts, f.Date, first, j.who.Name, office, j.country.Name, strings.Join(places, ", "), documents(j.facts),
		j.who.ID, j.country.ID, string(f.Status), f.CAMEO, f.PLOVER), nil
}
