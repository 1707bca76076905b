package ask

import (
	"testing"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph"
)

var (
	lan  = entity.NewRef(entity.Person, "Trần Lan")
	sato = entity.NewRef(entity.Person, "Satō Yuki")
	peru = entity.CountryRef(world.CountryByID("country:peru"))
	lima = entity.NewRef(entity.Place, "Lima")
	oslo = entity.NewRef(entity.Place, "Oslo")
)

// told makes a fact of a date that a document of another date tells.
func told(subject entity.Ref, relation string, object entity.Ref, date, reported string, place entity.Ref) *graph.Fact {
	return &graph.Fact{Relation: relation, Subject: subject, Object: object, Date: date,
		Statements: []graph.Statement{{Doc: reported, Reported: reported, Date: date, Place: place}}}
}

func TestCarries(t *testing.T) {
	none := entity.Ref{}
	visit := told(lan, "visited", peru, "2025-04-02", "2025-03-10", none)
	someday := told(lan, "visited", lima, "", "2025-03-10", none)
	talks := told(lan, "met", sato, "2025-04", "2025-03-10", none)
	for name, test := range map[string]struct {
		plan, fact *graph.Fact
		want       bool
	}{
		"a city of the country":       {visit, told(lan, "visited", lima, "2025-04-02", "2025-04-03", none), true},
		"the day after":               {visit, told(lan, "visited", peru, "2025-04-03", "2025-04-03", none), true},
		"another month":               {visit, told(lan, "visited", peru, "2025-06-03", "2025-06-03", none), false},
		"another country":             {visit, told(lan, "visited", oslo, "2025-04-02", "2025-04-03", none), false},
		"somebody else":               {visit, told(sato, "visited", peru, "2025-04-02", "2025-04-03", none), false},
		"a meeting there":             {visit, told(sato, "met", lan, "2025-04-02", "2025-04-03", lima), true},
		"a meeting elsewhere":         {visit, told(sato, "met", lan, "2025-04-02", "2025-04-03", oslo), false},
		"no day, soon":                {someday, told(lan, "visited", peru, "", "2025-05-01", none), true},
		"no day, told before":         {someday, told(lan, "visited", peru, "", "2025-01-01", none), false},
		"no day, long after":          {someday, told(lan, "visited", peru, "2026-05-01", "2026-05-01", none), false},
		"received by the other":       {talks, told(sato, "received", lan, "2025-04-20", "2025-04-21", none), true},
		"a call instead of a meeting": {talks, told(sato, "spokeWith", lan, "2025-04-20", "2025-04-21", none), false},
	} {
		if got := carries(test.fact, test.plan); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestJourneys(t *testing.T) {
	none := entity.Ref{}
	list := journeys([]graph.Fact{
		*told(lan, "visited", peru, "", "2025-03-10", none), *told(lan, "visited", lima, "2025-03-09", "2025-03-11", none),
		*told(lan, "visited", peru, "2025-06-01", "2025-06-02", none), *told(lan, "visited", oslo, "2025-03-09", "2025-03-11", none),
	})
	if len(list) != 3 || len(list[0].facts) != 2 || list[0].country != peru {
		t.Errorf("got %+v", list)
	}
}
