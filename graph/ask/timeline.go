package ask

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// timeline gives the facts in which the named entity has a part, or all.
func timeline(q *question, args []string) ([]Row, error) {
	id := ""
	if len(args) > 0 {
		e, err := q.find(args[0])
		if err != nil {
			return nil, err
		}
		id = e.ID
	}
	facts, err := q.facts(id, nil)
	var rows []Row
	for _, f := range facts {
		if f.Symmetric && f.Object.ID == id {
			f.Subject, f.Object = f.Object, f.Subject // the one asked about goes first
		}
		first, _ := f.Reported()
		rows = append(rows, row([]graph.Fact{f}, f.Date, first, f.Subject.Name, f.Relation, f.Object.Name+details(&f),
			string(f.Status), f.Place().Name, len(f.Statements), f.ID, f.Subject.ID, f.Object.ID, f.CAMEO, f.PLOVER))
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
