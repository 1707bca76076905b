// Package export writes a graph to files that other programs open: one file of
// Go a format, each a Writer from a store to an io.Writer. It knows nothing of
// paths or of how the graph came about.
//
// RDF (N-Quads, N-Triples, TriG, Turtle, JSON-LD) and facts (JSON lines, CSV, event
// records) hold all that the graph knows. The others are networks of nodes and
// edges for programs that draw and measure: a View makes such a network (build.go
// and the files of the views), attributes.go tells what nodes and edges carry.
//
// The same graph gives the same bytes, whatever the order in which its
// documents were added.
package export

import (
	"io"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// Options of all formats. The zero value is the default. What says which facts or
// nodes are wanted holds for networks, event records and facts as CSV; RDF and facts
// as JSON lines are always whole.
type Options struct {
	// Base begins the IRIs of the graph's own things; empty means graph.DefaultBase.
	Base string
	// All takes facts of every status; otherwise only what is actual, or Statuses.
	All bool
	// View is what nodes and edges are.
	View View
	// Relations, Types of nodes and Statuses that are wanted; none means all of
	// them, and of the statuses actual.
	Relations []string
	Types     []entity.Type
	Statuses  []extract.Status
	// From and To are the first and the last date wanted, YYYY[-MM[-DD]]: of the
	// fact, or where it has none of a report.
	From, To string
	// MinWeight leaves out edges of fewer facts.
	MinWeight int
	// Top keeps as many nodes, those with most facts; 0 keeps all.
	Top int
	// Layout gives nodes positions. The same network gets the same ones.
	Layout bool
	// Width is that of a picture in pixels; 0 means 1200.
	Width int
}

// A Writer writes a graph in one format.
type Writer func(w io.Writer, s *graph.Store, opts Options) error
