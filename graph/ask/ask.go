// Package ask answers questions about a graph that have a name: whom somebody
// met, what happened when, who is at the centre.
//
// In come a store and the arguments of a question, names as people write them;
// out goes a table with the facts behind each row, and hints where a table alone
// would mislead. A question (question.go) selects facts by relation, status and
// time; each kind of question stands in a file of its own. The package asks the
// store for facts, documents and entities only, those of one name where a
// question is about one, and knows nothing of quads, files or the command line.
package ask

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// Ask answers the query with a name. The error says which names there are, or
// which arguments the query wants, is ErrOptions, a ChoiceError, or is of the
// store, as that of its Find. It is safe for concurrent use, as the store is.
func Ask(s *graph.Store, name string, args []string, opts Options) (*Answer, error) {
	i := slices.IndexFunc(queries, func(q Query) bool { return q.Name == name })
	if i < 0 {
		var names []string
		for _, q := range queries {
			names = append(names, q.Name)
		}
		return nil, fmt.Errorf("unknown query %q: want one of %s", name, strings.Join(names, ", "))
	}
	about := &queries[i]
	if least, most := about.Arguments(); len(args) < least || len(args) > most {
		return nil, fmt.Errorf("query %s has %d arguments: want %s", about.Name, len(args), about.Args)
	}
	p, err := newPeriod(opts.From, opts.To)
	if err != nil {
		return nil, err
	}
	q := &question{store: s, about: about, opts: opts, period: p,
		otherwise: map[extract.Status]int{}, posts: map[string]*graph.Fact{}}
	rows, err := about.run(q, args)
	if err != nil {
		return nil, err
	}
	a := &Answer{Columns: slices.Clone(about.columns), Rows: rows, Quoted: q.quoted}
	limit := opts.Limit
	if limit == 0 {
		limit = about.limit
	}
	if limit > 0 && len(rows) > limit {
		a.Rows, a.More = rows[:limit], len(rows)-limit
	}
	if len(rows) > 0 {
		q.tellUndated(rows)
	} else if err := q.tellNothing(a); err != nil {
		return nil, err
	}
	a.Hints = q.hints
	return a, nil
}

// tellUndated says that dates of reports were taken for those of events.
func (q *question) tellUndated(rows []Row) {
	undated := map[string]bool{}
	for _, r := range rows {
		for _, f := range r.Facts {
			if _, report := counted(&f); report {
				undated[f.ID] = true
			}
		}
	}
	if q.period != (period{}) && len(undated) > 0 {
		q.hint("%s in the time asked for by the date of the first report, since no text says the day",
			plural(len(undated), "fact is", "facts are"))
	}
}

// tellNothing says why there are no rows: what was left out, and which
// relations the graph does not have at all.
func (q *question) tellNothing(a *Answer) error {
	q.explainNothing()
	if len(q.relations()) == 0 {
		return nil
	}
	has := map[string]bool{}
	for f, err := range q.store.Facts() {
		if err != nil {
			return err
		}
		has[f.Relation] = true
	}
	for _, relation := range q.relations() {
		if !has[relation] {
			a.Missing = append(a.Missing, relation)
		}
	}
	if len(a.Missing) > 0 {
		slices.Sort(a.Missing)
		a.Relations = slices.Sorted(maps.Keys(has))
	}
	return nil
}
