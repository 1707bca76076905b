package graph

import (
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/postgres"
	"github.com/relata-graph/relata/graph/internal/storefile"
	"github.com/relata-graph/relata/graph/quadfile"
)

// A writing is the right to write a store, which one process has at a time.
type writing interface {
	commit(change) error // all of it, or nothing
	Release() error
}

// A change is what becomes of a store.
type change struct {
	all     *contents                   // as they will be
	pending map[string]*stored          // those that differ; nil for what is removed
	aliases []byte                      // nil for none
	quads   iter.Seq2[quad.Quad, error] // of all; nil leaves the graph to another commit
	names   func() []byte               // of the graph, once all quads have been taken
}

// acquire locks the store at a path or URL.
func acquire(path string) (writing, error) {
	if IsDatabase(path) {
		l, err := postgres.Acquire(path)
		if err != nil {
			return nil, err
		}
		return databaseWriting{l}, nil
	}
	l, err := storefile.Acquire(path)
	if err != nil {
		return nil, err
	}
	return fileWriting{l}, nil
}

type fileWriting struct{ *storefile.Lock }

// commit puts a file with all documents in the place of the one that is there.
func (w fileWriting) commit(c change) error {
	f := storefile.Contents{Documents: c.all.documents(slices.Sorted(maps.Keys(c.all.docs)))}
	if c.quads != nil {
		f.Sections = append(f.Sections, storefile.Section{Name: graphSection, Write: func(w io.Writer) error {
			return quadfile.Write(w, c.quads, quadfile.Options{})
		}}, storefile.Section{
			Name: namesSection, Write: func(w io.Writer) error { _, err := w.Write(c.names()); return err },
		})
	}
	if c.aliases != nil {
		f.Sections = append(f.Sections, storefile.Section{
			Name: aliasesSection, Write: func(w io.Writer) error { _, err := w.Write(c.aliases); return err },
		})
	}
	return w.Replace(f)
}

type databaseWriting struct{ *postgres.Lock }

func (w databaseWriting) commit(c change) error {
	var added, removed []string
	for _, id := range slices.Sorted(maps.Keys(c.pending)) {
		if c.pending[id] == nil {
			removed = append(removed, id)
		} else {
			added = append(added, id)
		}
	}
	return w.Commit(postgres.Change{
		Added: c.all.documents(added), Removed: removed, Aliases: c.aliases, Quads: c.quads,
	})
}
