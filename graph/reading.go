package graph

import (
	"errors"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/postgres"
	"github.com/relata-graph/relata/graph/internal/storefile"
	"github.com/relata-graph/relata/graph/quadfile"
)

// The sections of a file beside its documents.
const (
	graphSection   = "graph"   // as package quadfile has it
	namesSection   = "names"   // of the graph's entities; files of before have none
	aliasesSection = "aliases" // as JSON
)

// A quadSet is a graph that does not change: of a file, or of a database.
type quadSet interface {
	graph.QuadStore
	Len() int   // number of quads
	Err() error // the first damage that Cayley's methods could not tell
	Match(quad.Quad) iter.Seq2[quad.Quad, error]
	Quads() iter.Seq2[quad.Quad, error] // sorted
}

// engine gives the graph as Cayley's queries want it: its SQL backend knows no other
// than its own.
func engine(q quadSet) graph.QuadStore {
	if g, ok := q.(*postgres.Graph); ok {
		return g.QuadStore
	}
	return q
}

// A reading is what a store held when it was opened: a file, or a database.
type reading interface {
	Entries() ([]storefile.Entry, error)
	Data(e storefile.Entry, buf []byte) ([]byte, error)
	Check() (sections, documents []string, err error)
	Close() error
	aliases() ([]byte, error) // nil for none
	graph() (quadSet, error)  // nil if there is none, or one of another version
	names() ([]byte, error)   // of the graph, as codeNames has them; nil for none
}

type fileReading struct{ *storefile.File }

func (r fileReading) aliases() ([]byte, error) { return r.Read(aliasesSection) }

func (r fileReading) names() ([]byte, error) { return r.Read(namesSection) }

func (r fileReading) graph() (quadSet, error) {
	if !r.Has(graphSection) {
		return nil, nil
	}
	data, err := r.Map(graphSection)
	if err != nil {
		return nil, err
	}
	f, err := quadfile.Open(data)
	switch {
	case errors.Is(err, quadfile.ErrVersion):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return f, nil
}

type databaseReading struct{ *postgres.Database }

func (r databaseReading) aliases() ([]byte, error) { return r.Aliases() }

func (r databaseReading) names() ([]byte, error) { return nil, nil }

func (r databaseReading) graph() (quadSet, error) {
	g, err := r.Graph()
	if g == nil || err != nil {
		return nil, err
	}
	return g, nil
}

// openReading opens the store at a path or URL for reading.
func openReading(path string) (reading, error) {
	if IsDatabase(path) {
		d, err := postgres.Open(path)
		if err != nil {
			return nil, err
		}
		return databaseReading{d}, nil
	}
	f, err := storefile.Open(path)
	if err != nil {
		return nil, err
	}
	return fileReading{f}, nil
}

// IsDatabase tells whether what a store is called is the URL of a PostgreSQL
// database, and not the path of a file.
func IsDatabase(path string) bool { return postgres.IsURL(path) }

// StoreName is what messages call the store at a path or URL: a password is left out.
func StoreName(path string) string {
	if IsDatabase(path) {
		return postgres.Name(path)
	}
	return path
}

// damaged says of an error of reading the graph that the store is damaged.
func damaged(err error) error {
	if errors.Is(err, quadfile.ErrDamaged) || errors.Is(err, quadfile.ErrFormat) {
		return fmt.Errorf("%w: its graph: %w", storefile.ErrDamaged, err)
	}
	return err
}
