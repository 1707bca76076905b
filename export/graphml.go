package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// colors tell the types of nodes apart (Tableau 10).
var colors = map[entity.Type]string{
	entity.Person:       "#4e79a7",
	entity.Country:      "#e15759",
	entity.Organization: "#f28e2b",
	entity.Place:        "#76b7b2",
	entity.Event:        "#edc948",
	entity.Agreement:    "#b07aa1",
	entity.Position:     "#9c755f",
	entity.Area:         "#59a14f",
}

// colorOf gives the types that rule packs add a color too.
func colorOf(t entity.Type) string { return cmp.Or(colors[t], "#bab0ac") }

// GraphML writes the graph for Gephi, Cytoscape, igraph, NetworkX and others.
//
// Nodes are the entities at the end of an edge, coloured by type and sized by
// degree. There is one edge for each subject, object and relation; its weight
// is the number of facts, as of different meetings, documents the number of those
// that tell of them, sources their ids; dates are of the events and of the reports,
// cameo and plover the event codes. A symmetric relation has one edge a pair. Facts that
// are not actual have no edge unless opts.All is set; the status is then part
// of the edge's kind ("met (planned)").
//
// GraphML has no time of its own: start and end are days (2025-06-06), open where
// a fact has no date, start_year and end_year are numbers to filter by. Gephi
// reads "INF" in an attribute other than a label as Infinity.
func GraphML(w io.Writer, s *graph.Store, opts Options) error {
	if err := checkBase(opts.Base); err != nil {
		return err
	}
	nodes, edges, err := network(s, opts)
	if err != nil {
		return err
	}
	g := graphmlWriter{bufio.NewWriterSize(w, 1<<16)}
	g.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, domain := range []struct {
		name string
		keys []key
	}{{"node", nodeKeys}, {"edge", edgeKeys}} {
		for _, k := range domain.keys {
			fmt.Fprintf(g, "  <key id=\"%c_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
				domain.name[0], k.name, domain.name, k.name, k.typ)
		}
	}
	g.WriteString("  <graph edgedefault=\"directed\">\n")
	for i, n := range nodes {
		fmt.Fprintf(g, "    <node id=\"n%d\">\n", i+1)
		g.desc(n.Name)
		for j, v := range []string{
			n.Name, string(n.Type), graph.Expand(quad.IRI(n.ID), opts.Base), joined(n.Aliases), colorOf(n.Type),
			strconv.FormatFloat(math.Round(100*(10+4*math.Sqrt(float64(n.degree))))/100, 'f', -1, 64),
			strconv.Itoa(n.degree), strconv.Itoa(len(n.documents)),
		} {
			g.data("n_"+nodeKeys[j].name, v)
		}
		g.WriteString("    </node>\n")
	}
	for i, e := range edges {
		fmt.Fprintf(g, "    <edge id=\"e%d\" source=\"n%d\" target=\"n%d\" label=\"", i+1, e.source+1, e.target+1)
		g.escape(e.kind)
		g.WriteString("\">\n")
		g.desc(e.kind)
		for j, v := range e.values() {
			g.data("e_"+edgeKeys[j].name, v)
		}
		g.WriteString("    </edge>\n")
	}
	g.WriteString("  </graph>\n</graphml>\n")
	return g.Flush()
}

type key struct{ name, typ string }

// The attributes, in the order of their values. Names that viewers understand
// have that meaning here; entity_type is not called type, which sigma forbids.
var (
	nodeKeys = []key{
		{"label", "string"}, {"entity_type", "string"}, {"iri", "string"}, {"aliases", "string"}, {"color", "string"},
		{"size", "double"}, {"degree", "long"}, {"documents", "long"},
	}
	edgeKeys = []key{
		{"label", "string"}, {"weight", "double"}, {"relation", "string"}, {"status", "string"},
		{"first_date", "string"}, {"last_date", "string"}, {"start", "string"}, {"end", "string"},
		{"start_year", "double"}, {"end_year", "double"}, {"first_report", "string"}, {"last_report", "string"},
		{"cameo", "string"}, {"plover", "string"}, {"place", "string"}, {"documents", "long"}, {"sources", "string"},
		{"evidence", "string"},
	}
)

type graphmlWriter struct{ *bufio.Writer }

// data writes a value if there is one.
func (g graphmlWriter) data(key, value string) {
	if value = xmlText(value); value == "" {
		return
	}
	fmt.Fprintf(g, "      <data key=\"%s\">", key)
	g.text(value)
	g.WriteString("</data>\n")
}

// desc is what Cytoscape takes for the name.
func (g graphmlWriter) desc(s string) {
	g.WriteString("      <desc>")
	g.text(xmlText(s))
	g.WriteString("</desc>\n")
}

// text writes CDATA where s has a character of markup: Gephi loses the space
// between two entities.
func (g graphmlWriter) text(s string) {
	if !strings.ContainsAny(s, "&<>") {
		g.WriteString(s)
		return
	}
	g.WriteString("<![CDATA[")
	g.WriteString(strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>"))
	g.WriteString("]]>")
}

// escape writes s as the value of an attribute.
func (g graphmlWriter) escape(s string) {
	strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;",
		"\n", "&#10;", "\t", "&#9;", "\r", "&#13;").WriteString(g, xmlText(s))
}

// xmlText drops what XML 1.0 forbids; a carriage return, which every parser
// makes a line feed, becomes one here.
func xmlText(s string) string {
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
