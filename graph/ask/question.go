package ask

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A Query is a question that has a name on the command line.
type Query struct {
	Name     string
	Args     string   // "PERSON", "[ENTITY]": optional in brackets
	Help     string   // in one line
	Long     string   // what a row is, which facts count
	Examples []string // "who-met 'Lương Cường' --from 2025"

	run     func(q *question, args []string) ([]Row, error)
	columns []Column
	// asks are the relations that it is about, statuses those of the facts that
	// count; empty = any. Options go before them.
	asks     []string
	statuses []extract.Status
	limit    int // rows; 0: all
}

// Arguments tells how many arguments a query takes at least and at most.
func (q *Query) Arguments() (least, most int) {
	most = len(strings.Fields(q.Args))
	return most - strings.Count(q.Args, "["), most
}

// Columns lists the columns of the answer, those for programs too.
func (q *Query) Columns() []Column { return slices.Clone(q.columns) }

// Options narrow a question. The zero value asks as its help says.
type Options struct {
	// From and To are dates, YYYY[-MM[-DD]], both included, "" where open: of the
	// event, or of the first report where the event has none or only the month or
	// year of the report.
	From, To  string
	Relations []string         // instead of those that the question is about
	Statuses  []extract.Status // instead of those that the question is about
	At        string           // a date: what was known then; for offices
	Limit     int              // rows; 0: as many as the question has by itself, negative: all
}

// A question is one that is being answered.
type question struct {
	store  *graph.Store
	about  *Query
	opts   Options
	period period
	hints  []string
	quoted bool

	otherwise map[extract.Status]int // facts left out for their status
	outside   int                    // facts left out for their date
	posts     map[string]*graph.Fact // of people, by id
}

func (q *question) hint(format string, args ...any) {
	q.hints = append(q.hints, fmt.Sprintf(format, args...))
}

// relations are those that the question is about; none means any.
func (q *question) relations() []string {
	if len(q.opts.Relations) > 0 {
		return q.opts.Relations
	}
	return q.about.asks
}

// statuses are those that the question is about; none means any.
func (q *question) statuses() []extract.Status {
	if len(q.opts.Statuses) > 0 {
		return q.opts.Statuses
	}
	return q.about.statuses
}

// facts gives the facts that the question is about in which the entity with an
// id has a part, or all if it is empty, by date, those without one last; only
// those that keep keeps, if it is not nil.
func (q *question) facts(id string, keep func(*graph.Fact) bool) ([]graph.Fact, error) {
	all := q.store.Facts()
	if id != "" {
		all = q.store.FactsOf(id, q.relations()...)
	}
	var facts []graph.Fact
	for f, err := range all {
		if err != nil {
			return nil, err
		}
		if (keep == nil || keep(&f)) && q.asksFor(&f) {
			facts = append(facts, f)
		}
	}
	slices.SortFunc(facts, byWhen)
	return facts, nil
}

// asksFor tells whether the question is about a fact, and notes why not.
func (q *question) asksFor(f *graph.Fact) bool {
	if r := q.relations(); len(r) > 0 && !slices.Contains(r, f.Relation) {
		return false
	}
	if s := q.statuses(); len(s) > 0 && !slices.Contains(s, f.Status) {
		q.otherwise[f.Status]++
		return false
	}
	if !q.period.holds(f) {
		q.outside++
		return false
	}
	return true
}

// byWhen orders facts by date, then by who and what.
func byWhen(a, b graph.Fact) int {
	return cmp.Or(graph.CompareDates(a.When(), b.When()), strings.Compare(a.Subject.Name, b.Subject.Name),
		strings.Compare(a.Relation, b.Relation), strings.Compare(a.Object.Name, b.Object.Name), strings.Compare(a.ID, b.ID))
}

// explainNothing says why there may be no rows: what was left out.
func (q *question) explainNothing() {
	if n := q.otherwise; len(n) > 0 {
		var told, statuses []string
		for _, s := range slices.Sorted(maps.Keys(n)) {
			told = append(told, fmt.Sprintf("%d %s", n[s], s))
			statuses = append(statuses, string(s))
		}
		q.hint("nothing of the kind is told as %s, but %s: --status %s shows it",
			join(q.statuses(), "or"), strings.Join(told, ", "), strings.Join(statuses, ","))
	}
	if q.outside > 0 {
		q.hint("%d outside the time of --from and --to", q.outside)
	}
}

// join lists texts for a sentence: "a, b or c".
func join[T ~string](list []T, last string) string {
	var b strings.Builder
	for i, s := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			b.WriteString(" " + last + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(string(s))
	}
	return b.String()
}

// at tells whether a fact has somebody at one of its ends.
func at(id string) func(*graph.Fact) bool {
	return func(f *graph.Fact) bool { return f.Subject.ID == id || f.Object.ID == id }
}

// other gives the one at the other end of a fact.
func other(f *graph.Fact, id string) entity.Ref {
	if id == f.Subject.ID {
		return f.Object
	}
	return f.Subject
}
