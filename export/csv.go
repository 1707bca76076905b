package export

import (
	"bufio"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// GephiNodes writes the nodes of a network as CSV for Gephi's "Import spreadsheet".
// GephiEdges writes its edges.
func GephiNodes(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	attributes := n.attributesOf()
	c := newGephiWriter(w)
	c.cells("Id", "Label")
	c.names(names(attributes))
	for i := range n.nodes {
		c.cells("n"+strconv.Itoa(i+1), n.nodes[i].label)
		for _, a := range attributes {
			if a.name != "label" {
				c.cell(a.value(&n.nodes[i]))
			}
		}
		c.line()
	}
	return c.Flush()
}

// GephiEdges writes the edges of a network as CSV for Gephi; the column timeset is
// the timeline.
func GephiEdges(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	c := newGephiWriter(w)
	c.cells("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "timeset")
	c.names(names(edgeAttributes))
	for i := range n.edges {
		e := n.edge(i)
		c.cells("n"+strconv.Itoa(e.source+1), "n"+strconv.Itoa(e.target+1), "Directed", e.kind, "e"+strconv.Itoa(i+1),
			e.kind, strconv.Itoa(e.weight()), timeset(e.spells()))
		for _, a := range edgeAttributes {
			if a.name != "label" && a.name != "weight" {
				c.cell(a.value(e))
			}
		}
		c.line()
	}
	return c.Flush()
}

// timeset gives spells as Gephi writes them: "<[2024-01-02, 2024-01-03]; [...]>".
func timeset(spells [][2]string) string {
	var parts []string
	for _, s := range spells {
		parts = append(parts, "["+s[0]+", "+s[1]+"]")
	}
	if len(parts) == 0 {
		return ""
	}
	return "<" + strings.Join(parts, "; ") + ">"
}

func names[T any](attributes []attribute[T]) []string {
	var list []string
	for _, a := range attributes {
		list = append(list, a.name)
	}
	return list
}

// A csvWriter writes comma-separated values by RFC 4180, with line feeds.
type csvWriter struct {
	*bufio.Writer
	begun  bool
	escape func(string) string // what a reader wants besides, nil for nothing
}

// newGephiWriter makes a writer for Gephi, which takes a backslash for an escape.
func newGephiWriter(w io.Writer) *csvWriter {
	return &csvWriter{Writer: bufio.NewWriterSize(w, 1<<16), escape: func(s string) string {
		return strings.ReplaceAll(s, `\`, `\\`)
	}}
}

// names writes the other columns of the header.
func (c *csvWriter) names(list []string) {
	for _, name := range list {
		if name != "label" && name != "weight" {
			c.cell(name)
		}
	}
	c.line()
}

func (c *csvWriter) cells(list ...string) {
	for _, s := range list {
		c.cell(s)
	}
}

// lineEnds are those of which readers of CSV make a line feed.
var lineEnds = regexp.MustCompile(`\r+\n`)

func (c *csvWriter) cell(s string) {
	if c.begun {
		c.WriteByte(',')
	}
	c.begun = true
	if strings.ContainsAny(s, "\x00\r") {
		s = lineEnds.ReplaceAllString(strings.ReplaceAll(s, "\x00", ""), "\n")
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	if c.escape != nil {
		s = c.escape(s)
	}
	if strings.ContainsAny(s, ",\"\n\r") || strings.TrimSpace(s) != s {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	c.WriteString(s)
}

func (c *csvWriter) line() {
	c.WriteByte('\n')
	c.begun = false
}
