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
}

// formats are the kinds of files. A file is of the first whose ending its name has;
// one that is a whole word, "nodes.csv", may be the name or stand behind a full stop.
var formats = []format{
	{[]string{".nq"}, "N-Quads, all that the graph knows", NQuads},
	{[]string{".nt"}, "N-Triples", NTriples},
	{[]string{".trig"}, "TriG", TriG},
	{[]string{".ttl"}, "Turtle", Turtle},
	{[]string{".jsonld"}, "JSON-LD", JSONLD},
	{[]string{".graphml"}, "GraphML: Gephi, yEd, Cytoscape, igraph, networkx", GraphML},
	{[]string{".gexf"}, "GEXF: Gephi with a timeline, Gephi Lite", GEXF},
	{[]string{".html"}, "a page for a browser, with search, filters, timeline and the sentences", Page},
	{[]string{".svg"}, "a picture", SVG},
	{[]string{".png"}, "a picture in dots", PNG},
	{[]string{"neo4j-nodes.csv"}, "nodes for neo4j-admin database import", Neo4jNodes},
	{[]string{"neo4j-edges.csv"}, "relationships for neo4j-admin", Neo4jEdges},
	{[]string{"nodes.csv"}, "nodes for Gephi's Import spreadsheet", GephiNodes},
	{[]string{"edges.csv"}, "edges for Gephi's Import spreadsheet", GephiEdges},
	{[]string{"facts.csv"}, "facts as a table", FactsCSV},
	{[]string{".dot", ".gv"}, "DOT: Graphviz", DOT},
	{[]string{".cyjs"}, "JSON of Cytoscape and Cytoscape.js", Cytoscape},
	{[]string{".jsonl", ".ndjson"}, "facts as JSON lines", Facts},
	{[]string{".tsv"}, "event records, tab-separated", EventRecords},
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
	base := strings.TrimSuffix(strings.ToLower(filepath.Base(name)), ".gz")
	var endings []string
	for _, f := range formats {
		for _, ending := range f.endings {
			if base == ending && ending[0] != '.' || strings.HasSuffix(base, "."+strings.TrimPrefix(ending, ".")) {
				return f.write, nil
			}
			endings = append(endings, ending)
		}
	}
	return nil, fmt.Errorf("unknown format of %q: want a name that ends in %s", name, strings.Join(endings, ", "))
}
