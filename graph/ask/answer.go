package ask

import "github.com/relata-graph/relata/graph"

// An Answer is a table with the facts behind each row.
type Answer struct {
	Columns []string
	Rows    []Row
	// Missing are the relations that the question is about and of which the graph
	// has no fact at all, as that of a rule pack without them; Relations are those
	// that it has. Both are sorted, and empty when nothing is missing.
	Missing, Relations []string
}

// A Row is a line of a table.
type Row struct {
	Cells []any        // one a column: a string, an int, or nil where nothing is known
	Facts []graph.Fact // with the evidence
}

// cells makes nil of what is empty.
func cells(values ...any) []any {
	for i, v := range values {
		if v == "" {
			values[i] = nil
		}
	}
	return values
}
