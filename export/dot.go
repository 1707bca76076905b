package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/graph"
)

// DOT writes a network for Graphviz, Gephi and others. It has nodes and edges
// alone: with statements for all of them Gephi reads nothing.
func DOT(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	d := dotWriter{bufio.NewWriterSize(w, 1<<16)}
	d.WriteString("digraph relata {\n")
	for i := range n.nodes {
		node := &n.nodes[i]
		d.WriteString("  n" + strconv.Itoa(i+1) + " [label=")
		d.quote(node.label)
		d.attributes("entity_type", string(node.Type), "country", node.country, "office", node.office,
			"color", node.color, "URL", node.iri)
		if n.placed {
			d.attributes("pos", number(node.x)+","+number(node.y)+"!")
		}
		d.WriteString("];\n")
	}
	for i := range n.edges {
		e := n.edge(i)
		d.WriteString("  n" + strconv.Itoa(e.source+1) + " -> n" + strconv.Itoa(e.target+1) + " [label=")
		d.quote(e.kind)
		d.attributes("weight", strconv.Itoa(e.weight()), "first_date", e.first, "last_date", e.last,
			"documents", strconv.Itoa(len(e.documents)), "edgetooltip", e.evidence())
		d.WriteString("];\n")
	}
	d.WriteString("}\n")
	return d.Flush()
}

type dotWriter struct{ *bufio.Writer }

// attributes writes names with the values that there are.
func (d dotWriter) attributes(pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			d.WriteString(", " + pairs[i] + "=")
			d.quote(pairs[i+1])
		}
	}
}

// quote writes a string of DOT. There \\ is a backslash of a label, and \n, \N, \G
// would be something else; & begins an entity of HTML.
func (d dotWriter) quote(s string) {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == utf8.RuneError }) {
		s = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "\uFFFD"))
	}
	d.WriteByte('"')
	dotEscapes.WriteString(d, s)
	d.WriteByte('"')
}

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\t", " ", "&", "&amp;")
