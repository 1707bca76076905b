package export

import (
	"bufio"
	"io"
	"strings"

	"github.com/relata-graph/relata/graph"
)

// Neo4jNodes writes the nodes of a network as CSV for neo4j-admin database import;
// Neo4jEdges writes its relationships. The view is Full unless opts say another.
//
//	neo4j-admin database import full --multiline-fields=true \
//	    --nodes=neo4j-nodes.csv --relationships=neo4j-edges.csv neo4j
func Neo4jNodes(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, fully(opts))
	if err != nil {
		return err
	}
	c := &csvWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	c.cells("iri:ID", "name", ":LABEL")
	attributes := neo4jAttributes(nodeAttributes)
	header(c, attributes)
	for i := range n.nodes {
		node := &n.nodes[i]
		c.cells(node.iri, node.label, string(node.Type))
		values(c, attributes, node)
	}
	return c.Flush()
}

// Neo4jEdges writes the relationships of a network for neo4j-admin.
func Neo4jEdges(w io.Writer, s *graph.Store, opts Options) error {
	n, err := newNetwork(s, fully(opts))
	if err != nil {
		return err
	}
	c := &csvWriter{Writer: bufio.NewWriterSize(w, 1<<16)}
	c.cells(":START_ID", ":END_ID", ":TYPE")
	attributes := neo4jAttributes(edgeAttributes)
	header(c, attributes)
	for i := range n.edges {
		e := n.edge(i)
		c.cells(n.nodes[e.source].iri, n.nodes[e.target].iri, neo4jType(e.kind))
		values(c, attributes, e)
	}
	return c.Flush()
}

// fully is opts with the view of everything, if they have none.
func fully(opts Options) Options {
	if opts.View == "" {
		opts.View = Full
	}
	return opts
}

// neo4jAttributes leaves out what has columns of its own.
func neo4jAttributes[T any](all []attribute[T]) []attribute[T] {
	var list []attribute[T]
	for _, a := range all {
		switch a.name {
		case "label", "iri", "entity_type":
		default:
			list = append(list, a)
		}
	}
	return list
}

func header[T any](c *csvWriter, attributes []attribute[T]) {
	for _, a := range attributes {
		switch {
		case isList(a.name):
			c.cell(a.name + ":string[]")
		case a.name == "weight":
			c.cell("weight:long")
		case a.name == "start" || a.name == "end":
			c.cell(a.name + ":date")
		case strings.HasSuffix(a.name, "_year"):
			c.cell(a.name + ":int")
		default:
			c.cell(a.name + ":" + a.typ)
		}
	}
	c.line()
}

// isList tells which attributes have several values.
func isList(name string) bool { return name == "aliases" || name == "place" || name == "sources" }

func values[T any](c *csvWriter, attributes []attribute[T], of *T) {
	for _, a := range attributes {
		v := a.value(of)
		if isList(a.name) { // neo4j-admin parts arrays at semicolons
			v = strings.ReplaceAll(strings.ReplaceAll(v, ";", ","), "|", ";")
		}
		c.cell(v)
	}
	c.line()
}

// neo4jType writes a kind of edge as Cypher does: SPOKE_WITH, MET_PLANNED.
func neo4jType(kind string) string {
	var b strings.Builder
	for i, r := range kind {
		switch {
		case 'A' <= r && r <= 'Z' && i > 0:
			b.WriteString("_" + string(r))
		case r == ' ':
			b.WriteByte('_')
		case r != '(' && r != ')':
			b.WriteRune(r)
		}
	}
	return strings.ToUpper(b.String())
}
