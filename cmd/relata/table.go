package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
)

// outputs are the forms in which answers are written.
var outputs = []string{"table", "json", "csv"}

func outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Value: "table", Usage: "form of the answer: " + strings.Join(outputs, ", "), DefaultText: "table"}
}

// outputOf reads --output.
func outputOf(c *cli.Context) (string, error) {
	output := c.String("output")
	if !slices.Contains(outputs, output) {
		return "", usage(c, "unknown output %q: want %s", output, strings.Join(outputs, ", "))
	}
	return output, nil
}

// A table is an answer: rows of as many cells as there are columns.
type table struct {
	columns  []string
	rows     [][]string
	evidence [][]citation // of each row; nil when not asked for
}

// A citation is a sentence of a document.
type citation struct {
	Doc string `json:"doc"`
	extract.Evidence
}

func (c citation) String() string { return c.Doc + ": " + foldSpace(c.Text) }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// cite says what the last row rests on.
func (t *table) cite(citations []citation) { t.evidence = append(t.evidence, citations) }

// write writes the table for people (table), or as a JSON array of objects, or
// as CSV with a header line.
func (t *table) write(w io.Writer, output string) error {
	switch output {
	case "json":
		return t.writeJSON(w)
	case "csv":
		return t.writeCSV(w)
	}
	var aligned bytes.Buffer
	tw := tabwriter.NewWriter(&aligned, 0, 0, 2, ' ', 0)
	for _, row := range append([][]string{t.columns}, t.rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = foldSpace(cell)
		}
		fmt.Fprintln(tw, strings.Join(cells, "\t"))
	}
	tw.Flush()
	row := -1 // the header
	for line := range strings.Lines(aligned.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
		if row >= 0 && t.evidence != nil {
			for _, c := range t.evidence[row] {
				fmt.Fprintln(w, "    "+c.String())
			}
		}
		row++
	}
	return nil // w is buffered and keeps its error
}

func (t *table) writeCSV(w io.Writer) error {
	cw := csv.NewWriter(w)
	header := t.columns
	if t.evidence != nil {
		header = append(slices.Clone(header), "evidence")
	}
	if err := cw.Write(header); err != nil {
		return err
	}
	for i, row := range t.rows {
		if t.evidence != nil {
			var lines []string
			for _, c := range t.evidence[i] {
				lines = append(lines, c.String())
			}
			row = append(slices.Clone(row), strings.Join(lines, "\n"))
		}
		if err := cw.Write(row); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// writeJSON keeps the order of the columns, one row a line.
func (t *table) writeJSON(w io.Writer) error {
	var b bytes.Buffer
	b.WriteByte('[')
	for i, row := range t.rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			b.Write(asJSON(t.columns[j]))
			b.WriteString(": ")
			b.Write(asJSON(cell))
		}
		if t.evidence != nil {
			b.WriteString(`, "evidence": `)
			b.Write(asJSON(append([]citation{}, t.evidence[i]...)))
		}
		b.WriteByte('}')
	}
	if len(t.rows) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	_, err := w.Write(b.Bytes())
	return err
}

// asJSON is for values that always can be.
func asJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// unique drops rows that stand in the table before.
func (t *table) unique() {
	seen := make(map[string]bool)
	kept := table{columns: t.columns}
	for i, row := range t.rows {
		key := strings.Join(row, "\x00")
		if seen[key] {
			continue
		}
		seen[key] = true
		kept.add(row...)
		if t.evidence != nil {
			kept.cite(t.evidence[i])
		}
	}
	*t = kept
}
