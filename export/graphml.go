package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// GraphML writes a network for Gephi, Cytoscape, igraph, NetworkX and others.
//
// Nodes are coloured by type and sized by degree. There is one edge for each
// subject, object and relation; its weight is the number of facts. A symmetric
// relation has one edge a pair. The status of facts that are not actual is part of
// the edge's kind ("met (planned)").
//
// GraphML has no time of its own: start and end are days (2025-06-06), open where
// a fact has no date, start_year and end_year are numbers to filter by. Gephi
// reads "INF" in an attribute other than a label as Infinity.
func GraphML(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	g := xmlWriter{bufio.NewWriterSize(w, 1<<16)}
	g.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	nodes := n.attributesOf()
	writeKeys(g, "node", nodes)
	writeKeys(g, "edge", edgeAttributes)
	g.WriteString("  <graph edgedefault=\"directed\">\n")
	for i := range n.nodes {
		g.write("    <node id=\"n", strconv.Itoa(i+1), "\">\n      <desc>")
		g.text(n.nodes[i].label) // what Cytoscape takes for the name
		g.WriteString("</desc>\n")
		writeData(g, "n_", nodes, &n.nodes[i])
		g.WriteString("    </node>\n")
	}
	for i := range n.edges {
		e := n.edge(i)
		g.write("    <edge id=\"e", strconv.Itoa(i+1), "\" source=\"n", strconv.Itoa(e.source+1),
			"\" target=\"n", strconv.Itoa(e.target+1), "\" label=\"")
		g.value(e.kind)
		g.WriteString("\">\n      <desc>")
		g.text(e.kind)
		g.WriteString("</desc>\n")
		writeData(g, "e_", edgeAttributes, e)
		g.WriteString("    </edge>\n")
	}
	g.WriteString("  </graph>\n</graphml>\n")
	return g.Flush()
}

func writeKeys[T any](g xmlWriter, domain string, attributes []attribute[T]) {
	for _, a := range attributes {
		g.write("  <key id=\"", domain[:1], "_", a.name, "\" for=\"", domain, "\" attr.name=\"", a.name,
			"\" attr.type=\"", a.typ, "\"/>\n")
	}
}

// writeData writes the values that there are.
func writeData[T any](g xmlWriter, prefix string, attributes []attribute[T], of *T) {
	for _, a := range attributes {
		if v := xmlText(a.value(of)); v != "" {
			g.write("      <data key=\"", prefix, a.name, "\">")
			g.text(v)
			g.WriteString("</data>\n")
		}
	}
}

// An xmlWriter writes XML 1.0.
type xmlWriter struct{ *bufio.Writer }

func (g xmlWriter) write(parts ...string) {
	for _, s := range parts {
		g.WriteString(s)
	}
}

// text writes CDATA where s has a character of markup: Gephi loses the space
// between two entities.
func (g xmlWriter) text(s string) {
	s = xmlText(s)
	if !strings.ContainsAny(s, "&<>") {
		g.WriteString(s)
		return
	}
	g.write("<![CDATA[", strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>"), "]]>")
}

var valueEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;",
	"\n", "&#10;", "\t", "&#9;", "\r", "&#13;")

// value writes s as the value of an XML attribute.
func (g xmlWriter) value(s string) {
	if s = xmlText(s); strings.ContainsAny(s, "&<>\"\n\t\r") {
		s = valueEscapes.Replace(s)
	}
	g.WriteString(s)
}

// xmlText drops what XML 1.0 forbids; a carriage return, which every parser
// makes a line feed, becomes one here.
func xmlText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, s)
}

// isPlain tells whether s is ASCII that XML allows.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' && s[i] != '\t' || s[i] >= 0x80 {
			return false
		}
	}
	return true
}
