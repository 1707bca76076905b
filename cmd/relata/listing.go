package main

import (
	"crypto/sha256"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// headRows is how many rows of a script decide on the columns.
const headRows = 1000

// A listing writes what a script finds, after the first rows as it comes: id and
// label of things, value for texts and what was emitted, and a column for each
// field of emitted objects and each tag, with one for the labels if there are any.
type listing struct {
	w      io.Writer
	output string
	width  int
	tell   func(format string, args ...any)
	facts  map[string]graph.Fact // for evidence; nil if that is not asked for
	seen   map[[16]byte]bool     // digests of rows; nil to write them as often as they come

	head    []graph.Row // until the columns are known
	t       *table
	columns map[string]int
	left    map[string]bool // columns that came too late
	cited   bool
}

// A cell is a value for a column.
type cell struct {
	column string
	value  any
}

// cellsOf gives the cells of a row in their order. A thing has a cell for its
// label, too, even if it has none.
func cellsOf(r graph.Row) []cell {
	var cells []cell
	add := func(name, label string, n graph.Node) {
		if n.ID != "" {
			cells = append(cells, cell{name, n.ID}, cell{label, orNil(n.Label)})
			return
		}
		cells = append(cells, cell{name, n.Value})
	}
	if r.ID != "" {
		add("id", "label", r.Node)
	} else if r.Value != nil {
		cells = append(cells, cell{"value", r.Value})
	}
	for _, f := range r.Fields {
		add(f.Name, f.Name+" label", f.Node)
	}
	for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
		add(tag, tag+" label", r.Tags[tag])
	}
	return cells
}

// add takes a row.
func (l *listing) add(r graph.Row) error {
	if l.seen != nil {
		var key [16]byte
		sum := sha256.Sum256(asJSON(r))
		copy(key[:], sum[:])
		if l.seen[key] {
			return nil
		}
		l.seen[key] = true
	}
	if l.t == nil {
		if l.head = append(l.head, r); len(l.head) < headRows {
			return nil
		}
		l.begin()
	} else {
		l.put(r)
	}
	if len(l.t.rows) >= headRows {
		return l.t.flush(l.w, l.output, l.width)
	}
	return nil
}

// begin decides on the columns by the first rows: a column for labels only if one
// of them has a label.
func (l *listing) begin() {
	order := []string{"id", "label", "value"}
	used := make(map[string]bool)
	var fields, tags []string
	for _, r := range l.head {
		for _, f := range r.Fields {
			fields = append(fields, f.Name, f.Name+" label")
		}
		for tag := range r.Tags {
			tags = append(tags, tag, tag+" label")
		}
		for _, c := range cellsOf(r) {
			used[c.column] = used[c.column] || !strings.HasSuffix(c.column, " label") || c.value != nil
		}
	}
	if len(l.head) == 0 {
		used["id"] = true
	}
	if used["id"] {
		used["label"] = true
		used["value"] = used["value"] || len(l.head) >= headRows // texts come after things
	}
	slices.Sort(tags)
	l.t, l.columns = newTable(), make(map[string]int)
	for _, name := range slices.Concat(order, fields, tags) {
		if _, twice := l.columns[name]; used[name] && !twice {
			l.columns[name] = len(l.t.columns)
			l.t.columns = append(l.t.columns, tableColumn{name: name})
		}
	}
	for _, r := range l.head {
		l.put(r)
	}
	if l.facts != nil && !l.cited {
		if len(l.head) > 0 {
			l.tell("--evidence does not apply: the script neither ends at facts nor tags them")
		}
		l.t.evidence, l.facts = nil, nil
	}
	l.head = nil
}

// put adds a row to the table.
func (l *listing) put(r graph.Row) {
	cells := make([]any, len(l.columns))
	for _, c := range cellsOf(r) {
		at, ok := l.columns[c.column]
		if ok {
			cells[at] = c.value
		} else if c.value != nil {
			if l.left == nil {
				l.left = make(map[string]bool)
			}
			l.left[c.column] = true
		}
	}
	l.t.add(cells...)
	if l.facts == nil {
		return
	}
	citations := citationsOf(l.facts[r.ID])
	for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
		citations = append(citations, citationsOf(l.facts[r.Tags[tag].ID])...)
	}
	for _, f := range r.Fields {
		citations = append(citations, citationsOf(l.facts[f.ID])...)
	}
	l.t.cite(citations)
	l.cited = l.cited || len(citations) > 0
}

// end writes the rest.
func (l *listing) end() error {
	if l.t == nil {
		l.begin()
	}
	for _, name := range slices.Sorted(maps.Keys(l.left)) {
		l.tell("column %q is left out: none of the first %d rows has it", name, headRows)
	}
	return l.t.write(l.w, l.output, l.width)
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
