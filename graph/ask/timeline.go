package ask

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// Timeline gives the facts of any status in which the named entity has a part,
// or all if name is empty, by date, those without one last.
func Timeline(s *graph.Store, name string) ([]graph.Fact, error) {
	id := ""
	if name != "" {
		e, err := s.Find(name)
		if err != nil {
			return nil, err
		}
		id = e.ID
	}
	var facts []graph.Fact
	for f, err := range s.Facts() {
		if err != nil {
			return nil, err
		}
		if name == "" || f.Involves(id) {
			facts = append(facts, f)
		}
	}
	slices.SortFunc(facts, func(a, b graph.Fact) int {
		return cmp.Or(graph.CompareDates(a.Date, b.Date), strings.Compare(a.Subject.Name, b.Subject.Name),
			strings.Compare(a.Relation, b.Relation), strings.Compare(a.Object.Name, b.Object.Name), strings.Compare(a.ID, b.ID))
	})
	return facts, nil
}

// happenings gives the rows of Timeline.
func happenings(s *graph.Store, args []string) ([]Row, error) {
	facts, err := Timeline(s, strings.Join(args, ""))
	var rows []Row
	for _, f := range facts {
		cells := cells(f.Date, f.Subject.Name, f.Relation, f.Object.Name+details(&f), string(f.Status),
			f.Place().Name, len(f.Statements))
		rows = append(rows, Row{cells, []graph.Fact{f}})
	}
	return rows, err
}

// details tells what belongs to the object of a fact: whose office it is, with
// whom something was agreed.
func details(f *graph.Fact) string {
	var parts []string
	if f.Of.ID != "" {
		parts = append(parts, f.Of.Name)
	}
	if f.To.ID != "" {
		parts = append(parts, "to "+f.To.Name)
	}
	var with []string
	for _, s := range f.Statements {
		for _, w := range s.With {
			if !slices.Contains(with, w.Name) {
				with = append(with, w.Name)
			}
		}
	}
	if len(with) > 0 {
		parts = append(parts, "with "+strings.Join(with, ", "))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}
