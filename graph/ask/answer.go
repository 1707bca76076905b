package ask

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// An Answer is a table with the facts behind each row.
type Answer struct {
	Columns []Column
	Rows    []Row
	More    int      // rows that the limit left out
	Hints   []string // what a reader should know: where else to look, what a date means
	// Quoted tells that the answer is not complete without its sentences.
	Quoted bool
	// Missing are the relations that the question is about and of which the graph
	// has no fact at all, as that of a rule pack without them; Relations are those
	// that it has. Both are sorted, and empty unless there are no rows.
	Missing, Relations []string
}

// A Column is one of a table.
type Column struct {
	Name string
	Data bool // for programs: ids, codes
}

// A Row is a line of a table.
type Row struct {
	Cells []any        // one a column: a string, an int, a float64, or nil where nothing is known
	Facts []graph.Fact // with the evidence
}

// Quote gives the sentence to show if only one is: the first that names both ends
// of a fact, else the first; ok is false if there is none.
func (r *Row) Quote() (doc string, e graph.Evidence, ok bool) {
	for _, f := range r.Facts {
		for _, s := range f.Statements {
			for _, told := range s.Evidence {
				if names(told.Text, f.Subject) && names(told.Text, f.Object) {
					return s.Doc, told, true
				}
				if !ok {
					doc, e, ok = s.Doc, told, true
				}
			}
		}
	}
	return doc, e, ok
}

// names tells whether a sentence has a word of a name.
func names(sentence string, r entity.Ref) bool {
	return slices.ContainsFunc(strings.Fields(r.Name), func(word string) bool {
		return len(word) > len("von") && strings.Contains(sentence, word)
	})
}

// row makes a row whose empty texts are nil.
func row(facts []graph.Fact, values ...any) Row {
	for i, v := range values {
		if v == "" {
			values[i] = nil
		}
	}
	return Row{values, facts}
}

// shown are the columns of a table for people, data those for programs.
func shown(names ...string) []Column { return columns(false, names) }

func data(names ...string) []Column { return columns(true, names) }

func columns(data bool, names []string) []Column {
	list := make([]Column, len(names))
	for i, name := range names {
		list[i] = Column{name, data}
	}
	return list
}

// documents counts the documents that tell of any of facts.
func documents(facts []graph.Fact) int {
	docs := map[string]bool{}
	for _, f := range facts {
		for _, s := range f.Statements {
			docs[s.Doc] = true
		}
	}
	return len(docs)
}

// sortRows orders rows by the text in a column, equal ones as they stand.
func sortRows(rows []Row, column int) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return strings.Compare(fmt.Sprint(a.Cells[column]), fmt.Sprint(b.Cells[column]))
	})
}

// plural is a number with what is counted.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// some lists at most n texts.
func some(list []string, n int) string {
	if more := len(list) - n; more > 0 {
		list = append(slices.Clone(list[:n]), fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, ", ")
}
