package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// outputs are the forms in which answers are written.
var outputs = []string{"table", "json", "csv"}

func outputFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "output", Value: "table", Usage: "form of the answer: " + strings.Join(outputs, ", "), DefaultText: "table",
	}
}

// outputOf reads --output.
func outputOf(c *cli.Context) (string, error) {
	output := c.String("output")
	if !slices.Contains(outputs, output) {
		return "", usage(c, "unknown output %q: want %s", output, strings.Join(outputs, ", "))
	}
	return output, nil
}

// statuses are all, in the order in which they are listed.
var statuses = []extract.Status{
	extract.Actual, extract.Planned, extract.Proposed, extract.Denied, extract.Conditional, extract.Former,
}

// A table is an answer: rows of as many cells as there are columns. A cell is a
// string, a number, nil where nothing is known, or what a script has emitted.
type table struct {
	columns  []tableColumn
	rows     [][]any
	evidence [][]citation // of each row; nil when not asked for
	flushed  int          // rows written before those
}

type tableColumn struct {
	name string
	data bool // for csv and json only
}

// newTable makes an empty table.
func newTable(columns ...string) *table {
	t := &table{}
	for _, name := range columns {
		t.columns = append(t.columns, tableColumn{name: name})
	}
	return t
}

// A citation is a sentence of a document.
type citation struct {
	Doc string `json:"doc"`
	extract.Evidence
}

// citationsOf gives the sentences behind facts, in the order of the reports.
func citationsOf(facts ...graph.Fact) []citation {
	var told []graph.Statement
	for _, f := range facts {
		told = append(told, f.Statements...)
	}
	slices.SortStableFunc(told, func(a, b graph.Statement) int {
		return cmp.Or(graph.CompareDates(a.Reported, b.Reported), strings.Compare(a.Doc, b.Doc))
	})
	var all []citation
	for _, s := range told {
		for _, e := range s.Evidence {
			all = append(all, citation{s.Doc, e.Evidence})
		}
	}
	return all
}

func (c citation) String() string { return c.Doc + ": " + foldSpace(c.Text) }

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

// cite says what the last row rests on, each sentence once.
func (t *table) cite(citations []citation) {
	var once []citation
	seen := make(map[citation]bool)
	for _, c := range citations {
		if !seen[c] {
			seen[c] = true
			once = append(once, c)
		}
	}
	t.evidence = append(t.evidence, once)
}

// mostSentences is how many sentences people get to read of one row.
const mostSentences = 5

// write writes the table for people (table), its lines cut to width unless that
// is 0 and with a few sentences a row, or as a JSON array of objects, or as CSV
// with a header line; these have all sentences.
func (t *table) write(w io.Writer, output string, width int) error {
	if err := t.flush(w, output, width); err != nil {
		return err
	}
	if output == "json" {
		end := "]\n"
		if t.flushed > 0 {
			end = "\n]\n"
		}
		_, err := io.WriteString(w, end)
		return err
	}
	return nil
}

// flush writes the rows so far, of a table that goes on, and forgets them.
func (t *table) flush(w io.Writer, output string, width int) (err error) {
	switch output {
	case "json":
		err = t.writeJSON(w)
	case "csv":
		err = t.writeCSV(w)
	default:
		t.writeLines(w, width)
	}
	t.flushed += len(t.rows)
	t.rows = t.rows[:0]
	if t.evidence != nil {
		t.evidence = t.evidence[:0]
	}
	return err
}

func (t *table) writeLines(w io.Writer, width int) {
	for i, line := range t.lines(width) {
		if i == 0 && t.flushed > 0 {
			continue
		}
		fmt.Fprintln(w, line)
		if i > 0 && t.evidence != nil {
			all := t.evidence[i-1]
			for _, c := range all[:min(mostSentences, len(all))] {
				fmt.Fprintln(w, strings.Join(wrap("    "+c.String(), "      ", width), "\n"))
			}
			if more := len(all) - mostSentences; more > 0 {
				fmt.Fprintf(w, "    and %s more: csv and json have all\n", count(more, "sentence"))
			}
		}
	}
	// w is buffered and keeps its error
}

// lines gives the header and the rows for people, in columns.
func (t *table) lines(width int) []string {
	var header []string
	for _, column := range t.columns {
		if !column.data {
			header = append(header, column.name)
		}
	}
	rows := [][]string{header}
	for _, row := range t.rows {
		var shown []string
		for i, cell := range texts(row) {
			if !t.columns[i].data {
				shown = append(shown, cmp.Or(visible(foldSpace(cell)), "-"))
			}
		}
		rows = append(rows, shown)
	}
	return alignColumns(rows, width)
}

func (t *table) writeCSV(w io.Writer) error {
	cw := csv.NewWriter(forData(w))
	var header []string
	for _, column := range t.columns {
		header = append(header, column.name)
	}
	if t.evidence != nil {
		header = append(header, "evidence")
	}
	if t.flushed == 0 {
		if err := cw.Write(header); err != nil {
			return err
		}
	}
	for i, row := range t.rows {
		cells := texts(row)
		if t.evidence != nil {
			var lines []string
			for _, c := range t.evidence[i] {
				lines = append(lines, c.String())
			}
			cells = append(cells, strings.Join(lines, "\n"))
		}
		if err := cw.Write(cells); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// texts writes cells as people read them: texts as they are, all else as JSON.
func texts(row []any) []string {
	cells := make([]string, len(row))
	for i, cell := range row {
		switch v := cell.(type) {
		case nil:
		case string:
			cells[i] = v
		default:
			cells[i] = string(asJSON(v))
		}
	}
	return cells
}

// writeJSON keeps the order of the columns, one row a line. The end is missing.
func (t *table) writeJSON(w io.Writer) error {
	var b bytes.Buffer
	if t.flushed == 0 {
		b.WriteByte('[')
	}
	for i, row := range t.rows {
		if t.flushed+i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			b.Write(asJSON(t.columns[j].name))
			b.WriteString(": ")
			b.Write(asJSON(cell))
		}
		if t.evidence != nil {
			b.WriteString(`, "evidence": `)
			b.Write(asJSON(append([]citation{}, t.evidence[i]...)))
		}
		b.WriteByte('}')
	}
	_, err := w.Write(b.Bytes())
	return err
}

// asJSON writes what JSON does not have as a text.
func asJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(v) != nil {
		b.Reset()
		_ = enc.Encode(fmt.Sprint(v))
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
