// Package ask answers questions about a graph that have a name: whom somebody
// met, what happened when.
//
// In come a store and the arguments of a question, names as people write them;
// out goes a table with the facts behind each row. It asks the store for facts
// and entities only and knows nothing of quads, files or the command line.
package ask

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// A Query is a question that has a name on the command line.
type Query struct {
	Name string
	Args string // "PERSON", "[ENTITY]": optional in brackets
	Help string
	run  func(s *graph.Store, args []string) ([]Row, error)
	// columns are those of the answer, asks the relations that it is about; empty = any.
	columns, asks []string
}

// queries are all queries, in the order of their help.
var queries = []Query{
	{
		Name: "who-met", Args: "PERSON", Help: "whom a person met, when and where",
		run:     meetings,
		columns: []string{"date", "person", "place", "documents"},
		asks:    []string{"met"},
	},
	{
		Name: "timeline", Args: "[ENTITY]", Help: "what happened, by date; to one entity if it is given",
		run:     happenings,
		columns: []string{"date", "subject", "relation", "object", "status", "place", "documents"},
	},
}

// Queries lists the queries that Ask answers, in the order of their help.
func Queries() []Query { return slices.Clone(queries) }

// Ask answers the query with a name. The error says which names there are, or
// which arguments the query wants, or is of the store, as that of its Find. It
// is safe for concurrent use, as the store is.
func Ask(s *graph.Store, name string, args ...string) (*Answer, error) {
	i := slices.IndexFunc(queries, func(q Query) bool { return q.Name == name })
	if i < 0 {
		var names []string
		for _, q := range queries {
			names = append(names, q.Name)
		}
		return nil, fmt.Errorf("unknown query %q: want one of %s", name, strings.Join(names, ", "))
	}
	q := queries[i]
	want := strings.Fields(q.Args)
	least := len(want) - strings.Count(q.Args, "[")
	if len(args) < least || len(args) > len(want) {
		return nil, fmt.Errorf("query %s has %d arguments: want %s", q.Name, len(args), q.Args)
	}
	rows, err := q.run(s, args)
	if err != nil {
		return nil, err
	}
	a := &Answer{Columns: slices.Clone(q.columns), Rows: rows}
	has := map[string]bool{}
	for f, err := range s.Facts() {
		if err != nil {
			return nil, err
		}
		has[f.Relation] = true
	}
	for _, relation := range q.asks {
		if !has[relation] {
			a.Missing = append(a.Missing, relation)
		}
	}
	if len(a.Missing) > 0 {
		a.Relations = slices.Sorted(maps.Keys(has))
	}
	return a, nil
}
