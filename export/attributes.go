package export

import (
	"strconv"
	"strings"
)

// An attribute is a value that nodes or edges carry in files of networks.
type attribute[T any] struct {
	name    string
	typ     string // of GraphML and GEXF: string, long or double
	meaning string
	value   func(*T) string // "" for none
}

// The attributes, in the order of files. Names that viewers understand have that
// meaning here; entity_type is not called type, which sigma forbids.
var (
	nodeAttributes = []attribute[node]{
		{"label", "string", "name, with what tells it from others of that name",
			func(n *node) string { return n.label }},
		{"entity_type", "string", "Person, Country, Organization, Place, Event, Agreement, Position, Area",
			func(n *node) string { return string(n.Type) }},
		{"country", "string", "of a person by his office, of an office, body or place",
			func(n *node) string { return n.country }},
		{"office", "string", "office of a person that most texts tell",
			func(n *node) string { return n.office }},
		{"aliases", "string", "other names, with | between them",
			func(n *node) string { return joined(n.Aliases) }},
		{"iri", "string", "the node in N-Quads and other RDF",
			func(n *node) string { return n.iri }},
		{"wikidata", "string", "item of Wikidata, Q881",
			func(n *node) string { return n.SameAs }},
		{"degree", "long", "number of edges",
			func(n *node) string { return strconv.Itoa(n.degree) }},
		{"facts", "long", "number of facts of the edges",
			func(n *node) string { return strconv.Itoa(n.weight) }},
		{"documents", "long", "number of documents that tell of these",
			func(n *node) string { return strconv.Itoa(n.documents) }},
	}
	nodeLooks = []attribute[node]{
		{"color", "string", "by entity_type; of people by country, of countries by continent",
			func(n *node) string { return n.color }},
		{"size", "double", "by degree",
			func(n *node) string { return number(n.size()) }},
	}
	nodePlace = []attribute[node]{
		{"x", "double", "position, with --layout", func(n *node) string { return number(n.x) }},
		{"y", "double", "position, with --layout", func(n *node) string { return number(n.y) }},
	}
	edgeAttributes = []attribute[toldEdge]{
		{"label", "string", "relation, with the status in brackets if it is not actual",
			func(e *toldEdge) string { return e.kind }},
		{"weight", "double", "number of facts: different meetings, visits, calls",
			func(e *toldEdge) string { return strconv.Itoa(e.weight()) }},
		{"relation", "string", "relation of the rules: met, received, visited",
			func(e *toldEdge) string { return e.relation() }},
		{"status", "string", "actual, planned, proposed, denied, conditional, former",
			func(e *toldEdge) string { return e.status() }},
		{"cameo", "string", "code of the relation in CAMEO",
			func(e *toldEdge) string { return e.facts[0].CAMEO }},
		{"plover", "string", "type of event of the relation in PLOVER",
			func(e *toldEdge) string { return e.facts[0].PLOVER }},
		{"first_date", "string", "date of the first fact, as exact as the texts have it",
			func(e *toldEdge) string { return e.first }},
		{"last_date", "string", "date of the last fact",
			func(e *toldEdge) string { return e.last }},
		{"start", "string", "first day of first_date", func(e *toldEdge) string { return firstDay(e.first) }},
		{"end", "string", "last day of last_date", func(e *toldEdge) string { return lastDay(e.last) }},
		{"start_year", "double", "year of first_date, to filter by", func(e *toldEdge) string { return year(e.first) }},
		{"end_year", "double", "year of last_date, to filter by", func(e *toldEdge) string { return year(e.last) }},
		{"first_report", "string", "date of the first document that tells it",
			func(e *toldEdge) string { return e.reportedFirst }},
		{"last_report", "string", "date of the last document that tells it",
			func(e *toldEdge) string { return e.reportedLast }},
		{"place", "string", "where, with | between them", func(e *toldEdge) string { return joined(e.places) }},
		{"documents", "long", "number of documents that tell it",
			func(e *toldEdge) string { return strconv.Itoa(len(e.documents)) }},
		{"sources", "string", "ids of these documents, with | between them",
			func(e *toldEdge) string { return joined(e.documents) }},
		{"evidence", "string", "a sentence that says it", func(e *toldEdge) string { return e.evidence() }},
	}
)

// attributesOf gives the attributes of the nodes of a network in formats that have no
// other way to say how they look.
func (n *network) attributesOf() []attribute[node] {
	list := append(append([]attribute[node](nil), nodeAttributes...), nodeLooks...)
	if n.placed {
		list = append(list, nodePlace...)
	}
	return list
}

// An Attribute tells of a value that nodes or edges carry.
type Attribute struct {
	Of      string // "node" or "edge"
	Name    string
	Type    string // string, long or double
	Meaning string
}

// Attributes tells what nodes and edges of networks carry, in the order of files.
func Attributes() []Attribute {
	var all []Attribute
	for _, a := range (&network{placed: true}).attributesOf() {
		all = append(all, Attribute{"node", a.name, a.typ, a.meaning})
	}
	for _, a := range edgeAttributes {
		all = append(all, Attribute{"edge", a.name, a.typ, a.meaning})
	}
	return all
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// joined makes one text of several.
func joined(list []string) string {
	if len(list) == 1 {
		return strings.ReplaceAll(list[0], "|", "/")
	}
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(strings.ReplaceAll(s, "|", "/"))
	}
	return b.String()
}
