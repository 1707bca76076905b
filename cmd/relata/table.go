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
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/relata-graph/relata/extract"
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

// A table is an answer: rows of as many cells as there are columns. A cell is a
// string, a number, nil where nothing is known, or what a script has emitted.
type table struct {
	columns  []string
	rows     [][]any
	evidence [][]citation // of each row; nil when not asked for
}

// A citation is a sentence of a document.
type citation struct {
	Doc string `json:"doc"`
	extract.Evidence
}

func (c citation) String() string { return c.Doc + ": " + foldSpace(c.Text) }

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

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
	fmt.Fprintln(tw, strings.Join(t.columns, "\t"))
	for _, row := range t.rows {
		cells := texts(row)
		for i, cell := range cells {
			cells[i] = cmp.Or(foldSpace(cell), "-")
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

// unique drops rows that stand in the table before.
func (t *table) unique() {
	seen := make(map[string]bool)
	kept := table{columns: t.columns}
	for i, row := range t.rows {
		key := string(asJSON(row))
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
