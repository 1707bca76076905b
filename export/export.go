// Package export writes a graph to files that other programs open.
//
// The same graph gives the same bytes, whatever the order in which its
// documents were added.
package export

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

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

var formats = map[string]Writer{
	".graphml": GraphML,
	".jsonl":   Facts,
	".nq":      NQuads,
}

// Format gives the writer for a file by the ending of its name. The error names
// the endings that are known.
func Format(name string) (Writer, error) {
	ending := strings.ToLower(filepath.Ext(name))
	if w, ok := formats[ending]; ok {
		return w, nil
	}
	return nil, fmt.Errorf("unknown format of %q: want a name that ends in %s", name, strings.Join(slices.Sorted(maps.Keys(formats)), ", "))
}
