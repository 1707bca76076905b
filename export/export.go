// Package export writes a graph to files that other programs open: one file of
// Go a format, each a Writer from a store to an io.Writer. It knows nothing of
// paths or of how the graph came about.
//
// The same graph gives the same bytes, whatever the order in which its
// documents were added.
package export

import (
	"io"

	"github.com/relata-graph/relata/graph"
)

// Options of all formats. The zero value is the default.
type Options struct {
	// Base begins the IRIs of the graph's own things; empty means graph.DefaultBase.
	Base string
	// All makes edges of facts of every status; otherwise only of what is actual.
	All bool
}

// A Writer writes a graph in one format.
type Writer func(w io.Writer, s *graph.Store, opts Options) error
