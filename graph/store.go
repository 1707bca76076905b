// Package graph merges what documents say into one graph of facts, keeps it in
// a Cayley store and answers questions about it.
//
// In come the results of documents and what a user overrules of who is who; out
// come the graph as quads or as things (documents, entities, facts), what a
// Gizmo script finds in it, and why a thing is one. A document's way: a record
// of it is kept (record.go, file.go); package identity tells who is who; what
// several documents say is merged (merge.go) and made quads (quads.go), which
// Cayley gets (cayley.go) and from which things are read back (model.go). The
// package knows its own store and N-Quads; other files are package export's,
// questions with names package ask's.
//
// In the store IRIs are short: person:luong-cuong, rel:met, doc:a, fact:7c1e….
// A direct edge (person:luong-cuong rel:met person:ito-naoki) stands for each
// fact of status actual, labelled with the documents that say so; the fact
// itself is a node with who, when, where, and the sentences. The graph depends
// only on the set of documents, not on their order.
package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/rules"
)

// A Relation is what the graph must know of a relation.
type Relation struct {
	Name      string
	Symmetric bool // the edge holds both ways: "met"
}

// Options of Open. The zero value opens for reading and writing and knows no
// symmetric relation.
type Options struct {
	ReadOnly  bool       // several processes can read a file at once
	Relations []Relation // of the documents that will be added
	// Aliases overrule who is who. A file that is open for writing keeps them at
	// the next Commit, and uses them until others are given; nil means those
	// that it has.
	Aliases *rules.Aliases
}

// A Store is a graph in memory or in a file. Its methods are safe for
// concurrent use; what is added is seen by readers after Commit.
type Store struct {
	readOnly  bool
	symmetric map[string]bool
	aliases   *rules.Aliases
	unkept    []byte // aliases as JSON that the file does not have yet

	mu      sync.RWMutex
	pending map[string]*record // added since the last Commit, by document
	records map[string]*record // committed ones of a store in memory
	file    *file              // nil in memory

	lazy   sync.Mutex // guards what is made when first asked for
	quads  []quad.Quad
	ready  bool // quads are made
	model  *model
	cayley graph.QuadStore
}

// Open opens the store at path, a bbolt file, and makes it if there is none and
// opts do not say ReadOnly. A path "" or "memory:" means a new store in memory.
//
// One process can write a file, or several read it. The error is ErrLocked when
// another process holds the file, fs.ErrNotExist when there is nothing to read,
// ErrNotStore when the file is something else. A store whose writer was killed
// in the middle is brought up to date first.
func Open(path string, opts Options) (*Store, error) {
	s := &Store{readOnly: opts.ReadOnly, symmetric: map[string]bool{}, pending: map[string]*record{}}
	for _, r := range opts.Relations {
		s.symmetric[r.Name] = r.Symmetric
	}
	if path == "" || path == "memory:" {
		s.records = map[string]*record{}
		s.aliases = opts.Aliases
		return s, nil
	}
	var err error
	if s.file, err = openFile(path, opts.ReadOnly); err != nil {
		return nil, err
	}
	s.aliases, s.cayley = s.file.aliases, s.file.cayley
	if s.file.dirty {
		if err = s.rebuild(); err != nil {
			err = fmt.Errorf("opening store %s: %w", path, err)
		}
	}
	if err == nil && opts.Aliases != nil {
		err = s.overrule(opts.Aliases)
	}
	if err != nil {
		s.file.close()
		return nil, err
	}
	return s, nil
}

// overrule puts other aliases in the place of the file's.
func (s *Store) overrule(a *rules.Aliases) error {
	old, err := json.Marshal(s.aliases)
	if err != nil {
		return err
	}
	data, err := json.Marshal(a)
	if err != nil || bytes.Equal(data, old) {
		return err
	}
	s.aliases = a
	if s.readOnly {
		s.cayley = nil // to be made in memory
	} else {
		s.unkept = data
	}
	return nil
}

// Close closes the file. Documents added since the last Commit are lost.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	return s.file.close()
}

// Add takes in what documents say. A document that the store has is replaced.
// Nothing is kept of results, and nothing is seen before Commit. The error names
// the document and what is wrong with it; none of results is then added.
func (s *Store) Add(results ...*extract.Result) error {
	if s.readOnly {
		return ErrReadOnly
	}
	added := map[string]*record{}
	for _, r := range results {
		rec, err := newRecord(r, s.symmetric)
		if err != nil {
			return fmt.Errorf("adding to the graph: %w", err)
		}
		if _, twice := added[rec.Document.ID]; twice {
			return fmt.Errorf("adding to the graph: two documents have the id %q", rec.Document.ID)
		}
		added[rec.Document.ID] = rec
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range added {
		if _, twice := s.pending[id]; twice {
			return fmt.Errorf("adding to the graph: two documents have the id %q", id)
		}
	}
	maps.Copy(s.pending, added)
	return nil
}

// Commit makes the graph anew from all documents. Adding a document that has not
// changed, or aliases that have not, changes nothing, not even the file.
func (s *Store) Commit() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) == 0 && s.unkept == nil {
		return nil
	}
	changed := s.pending
	s.pending = map[string]*record{}
	if s.file == nil {
		maps.Copy(s.records, changed)
		s.forget()
		s.cayley = nil
		return nil
	}
	wrote, err := s.file.write(changed, s.unkept)
	if err == nil && wrote {
		s.unkept = nil
		err = s.rebuild()
	}
	if err != nil {
		return fmt.Errorf("writing store %s: %w", s.file.path, err)
	}
	return nil
}

// rebuild makes the graph anew and brings Cayley's part of the file up to it.
func (s *Store) rebuild() error {
	s.forget()
	quads, err := s.allQuads()
	if err != nil {
		return err
	}
	return s.file.update(quads)
}

// forget drops what was made from the records before.
func (s *Store) forget() { s.quads, s.ready, s.model = nil, false, nil }

// allRecords gives the committed records, sorted by document.
func (s *Store) allRecords() ([]*record, error) {
	if s.file != nil {
		return s.file.records()
	}
	records := slices.Collect(maps.Values(s.records))
	slices.SortFunc(records, func(a, b *record) int { return strings.Compare(a.Document.ID, b.Document.ID) })
	return records, nil
}

// allQuads gives the graph. It is made from the documents even of a file, which
// is quicker than reading Cayley's part and gives the same.
func (s *Store) allQuads() ([]quad.Quad, error) {
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.ready {
		return s.quads, nil
	}
	records, err := s.allRecords()
	if err != nil {
		return nil, err
	}
	s.quads, s.ready = build(records, s.aliases), true
	return s.quads, nil
}

// things gives the graph as things.
func (s *Store) things() (*model, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	quads, err := s.allQuads()
	if err != nil {
		return nil, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.model == nil {
		s.model, err = newModel(quads)
	}
	return s.model, err
}

// quadStore gives Cayley's store, which is filled here if it is in memory.
func (s *Store) quadStore() (graph.QuadStore, error) {
	quads, err := s.allQuads()
	if err != nil {
		return nil, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.cayley == nil {
		s.cayley = memstore.New(quads...)
	}
	return s.cayley, nil
}
