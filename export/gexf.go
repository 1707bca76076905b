package export

import (
	"bufio"
	"io"
	"strconv"

	"github.com/relata-graph/relata/graph"
)

// GEXF writes a network as GEXF 1.3 for Gephi, Gephi Lite and others, with a
// timeline: an edge has a spell of days for each date of its facts; one whose
// facts have no date is always there. Otherwise it is as in GraphML.
func GEXF(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, opts)
	if err != nil {
		return err
	}
	g := xmlWriter{bufio.NewWriterSize(w, 1<<16)}
	g.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>relata</creator>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval" timezone="UTC">
`)
	nodes, edges := gexfAttributes(nodeAttributes), gexfAttributes(edgeAttributes)
	declare(g, "node", nodes)
	declare(g, "edge", edges)
	g.WriteString("    <nodes>\n")
	for i := range n.nodes {
		writeGEXFNode(g, i, &n.nodes[i], nodes, n.placed)
	}
	g.WriteString("    </nodes>\n    <edges>\n")
	for i := range n.edges {
		writeGEXFEdge(g, i, n.edge(i), edges)
	}
	g.WriteString("    </edges>\n  </graph>\n</gexf>\n")
	return g.Flush()
}

// gexfAttributes leaves out what GEXF has places of its own for.
func gexfAttributes[T any](all []attribute[T]) []attribute[T] {
	var list []attribute[T]
	for _, a := range all {
		switch a.name {
		case "label", "weight", "start", "end":
		default:
			list = append(list, a)
		}
	}
	return list
}

func declare[T any](g xmlWriter, class string, attributes []attribute[T]) {
	g.write("    <attributes class=\"", class, "\" mode=\"static\">\n")
	for _, a := range attributes {
		g.write("      <attribute id=\"", a.name, "\" title=\"", a.name, "\" type=\"", a.typ, "\"/>\n")
	}
	g.WriteString("    </attributes>\n")
}

func writeValues[T any](g xmlWriter, attributes []attribute[T], of *T) {
	g.WriteString("        <attvalues>\n")
	for _, a := range attributes {
		if v := xmlText(a.value(of)); v != "" {
			g.write("          <attvalue for=\"", a.name, "\" value=\"")
			g.value(v)
			g.WriteString("\"/>\n")
		}
	}
	g.WriteString("        </attvalues>\n")
}

func writeGEXFNode(g xmlWriter, i int, n *node, attributes []attribute[node], placed bool) {
	g.write("      <node id=\"n", strconv.Itoa(i+1), "\" label=\"")
	g.value(n.label)
	g.WriteString("\">\n")
	writeValues(g, attributes, n)
	red, green, blue := rgb(n.color)
	g.write("        <viz:color r=\"", red, "\" g=\"", green, "\" b=\"", blue, "\"/>\n")
	if placed {
		g.write("        <viz:position x=\"", number(n.x), "\" y=\"", number(n.y), "\" z=\"0\"/>\n")
	}
	g.write("        <viz:size value=\"", number(n.size()), "\"/>\n      </node>\n")
}

// rgb gives the parts of a color such as "#4e79a7" as decimal numbers.
func rgb(color string) (red, green, blue string) {
	part := func(i int) string {
		v, _ := strconv.ParseUint(color[i:i+2], 16, 8)
		return strconv.FormatUint(v, 10)
	}
	return part(1), part(3), part(5)
}

func writeGEXFEdge(g xmlWriter, i int, e *toldEdge, attributes []attribute[toldEdge]) {
	g.write("      <edge id=\"e", strconv.Itoa(i+1), "\" source=\"n", strconv.Itoa(e.source+1),
		"\" target=\"n", strconv.Itoa(e.target+1), "\" kind=\"")
	g.value(e.kind)
	g.WriteString("\" label=\"")
	g.value(e.kind)
	g.write("\" weight=\"", strconv.Itoa(e.weight()), "\"")
	spells := e.spells()
	if len(spells) == 1 {
		g.write(" start=\"", spells[0][0], "\" end=\"", spells[0][1], "\"")
	}
	g.WriteString(">\n")
	writeValues(g, attributes, e)
	if len(spells) > 1 {
		g.WriteString("        <spells>\n")
		for _, s := range spells {
			g.write("          <spell start=\"", s[0], "\" end=\"", s[1], "\"/>\n")
		}
		g.WriteString("        </spells>\n")
	}
	g.WriteString("      </edge>\n")
}
