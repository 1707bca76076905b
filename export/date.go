package export

import "github.com/relata-graph/relata/graph"

// firstDay gives the first day of a date, "" of what is none.
func firstDay(date string) string {
	if !graph.IsDate(date) {
		return ""
	}
	return graph.FirstDay(date)
}

// lastDay gives the last day of a date, "" of what is none.
func lastDay(date string) string {
	if !graph.IsDate(date) {
		return ""
	}
	return graph.LastDay(date)
}

func year(date string) string { return date[:min(len(date), 4)] }
