package export

import (
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// isDate tells whether s is YYYY, YYYY-MM or YYYY-MM-DD.
func isDate(s string) bool { return graph.DateType(quad.IRI("rel:date"), s) != "" }

// firstDay gives the first day of a date, "" of none.
func firstDay(date string) string {
	if !isDate(date) {
		return ""
	}
	return date + "-01-01"[len(date)-4:]
}

// lastDay gives the last day of a date, "" of none.
func lastDay(date string) string {
	switch {
	case !isDate(date):
		return ""
	case len(date) == 4:
		return date + "-12-31"
	case len(date) == 7:
		return date + "-" + graph.LastDay(date)
	}
	return date
}

func year(date string) string { return date[:min(len(date), 4)] }
