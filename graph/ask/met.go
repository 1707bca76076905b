package ask

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A Meeting is a meeting of a person with another.
type Meeting struct {
	With entity.Ref
	Fact graph.Fact
}

// WhoMet gives the meetings of a person that took place, by date, those without
// one last. The name resolves as with Find.
func WhoMet(s *graph.Store, name string) ([]Meeting, error) {
	p, err := s.Find(name, entity.Person)
	if err != nil {
		return nil, err
	}
	var meetings []Meeting
	for f, err := range s.Facts() {
		if err != nil {
			return nil, err
		}
		if f.Relation != "met" || f.Status != extract.Actual {
			continue
		}
		switch p.ID {
		case f.Subject.ID:
			meetings = append(meetings, Meeting{f.Object, f})
		case f.Object.ID:
			meetings = append(meetings, Meeting{f.Subject, f})
		}
	}
	slices.SortFunc(meetings, func(a, b Meeting) int {
		return cmp.Or(graph.CompareDates(a.Fact.Date, b.Fact.Date),
			strings.Compare(a.With.Name, b.With.Name), strings.Compare(a.Fact.ID, b.Fact.ID))
	})
	return meetings, nil
}

// meetings gives the rows of WhoMet.
func meetings(s *graph.Store, args []string) ([]Row, error) {
	met, err := WhoMet(s, args[0])
	var rows []Row
	for _, m := range met {
		cells := cells(m.Fact.Date, m.With.Name, m.Fact.Place().Name, len(m.Fact.Statements))
		rows = append(rows, Row{cells, []graph.Fact{m.Fact}})
	}
	return rows, err
}
