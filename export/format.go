package export

import (
	"fmt"
	"path/filepath"
	"strings"
)

// A format is a kind of file.
type format struct {
	endings []string
	what    string
	write   Writer
	whole   bool // whatever options choose
}

// formats are the kinds of files. A file is of the first whose ending its name has;
// one that is a whole word, "nodes.csv", may be the name or stand behind a full stop.
var formats = []format{
	{[]string{".nq"}, "N-Quads, all that the graph knows", NQuads, true},
	{[]string{".nt"}, "N-Triples: N-Quads without the documents that tell it", NTriples, true},
	{[]string{".trig"}, "TriG, as N-Quads", TriG, true},
	{[]string{".ttl"}, "Turtle, as N-Triples", Turtle, true},
	{[]string{".jsonld"}, "JSON-LD, as N-Quads", JSONLD, true},
	{[]string{".graphml"}, "GraphML: Gephi, yEd, Cytoscape, igraph, networkx", GraphML, false},
	{[]string{".gexf"}, "GEXF: Gephi with a timeline, Gephi Lite", GEXF, false},
	{[]string{".html"}, "a page for a browser, with search, filters, timeline and the sentences", Page, false},
	{[]string{".svg"}, "a picture", SVG, false},
	{[]string{".png"}, "a picture in dots", PNG, false},
	{[]string{"neo4j-nodes.csv"}, "nodes for neo4j-admin database import", Neo4jNodes, false},
	{[]string{"neo4j-edges.csv"}, "relationships for neo4j-admin", Neo4jEdges, false},
	{[]string{"nodes.csv"}, "nodes for Gephi's Import spreadsheet", GephiNodes, false},
	{[]string{"edges.csv"}, "edges for Gephi's Import spreadsheet", GephiEdges, false},
	{[]string{"facts.csv"}, "facts as a table", FactsCSV, false},
	{[]string{".dot", ".gv"}, "DOT: Graphviz", DOT, false},
	{[]string{".cyjs"}, "JSON of Cytoscape and Cytoscape.js", Cytoscape, false},
	{[]string{".jsonl", ".ndjson"}, "facts as JSON lines", Facts, true},
	{[]string{".tsv"}, "event records, tab-separated", EventRecords, false},
}

// Formats gives the endings of all formats with what they are, for help texts.
func Formats() [][2]string {
	var list [][2]string
	for _, f := range formats {
		list = append(list, [2]string{strings.Join(f.endings, " "), f.what})
	}
	return list
}

// Format gives the writer for a file by the ending of its name, without the .gz of
// one that is to be compressed. The error names the endings that are known.
func Format(name string) (Writer, error) {
	f, err := formatOf(name)
	return f.write, err
}

func formatOf(name string) (format, error) {
	base := strings.TrimSuffix(strings.ToLower(filepath.Base(name)), ".gz")
	var endings []string
	for _, f := range formats {
		for _, ending := range f.endings {
			if base == ending && ending[0] != '.' || strings.HasSuffix(base, "."+strings.TrimPrefix(ending, ".")) {
				return f, nil
			}
			endings = append(endings, ending)
		}
	}
	return format{}, fmt.Errorf("unknown format of %q: want a name that ends in %s", name, strings.Join(endings, ", "))
}

// Chooses tells whether files of a name hold what options choose; those of the others
// hold the whole graph.
func Chooses(name string) bool {
	f, err := formatOf(name)
	return err == nil && !f.whole
}
