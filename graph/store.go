// Package graph merges what documents say into one graph of facts, keeps both in
// a file or a database and answers questions about it.
//
// In come the results of documents and what a user overrules of who is who; out
// come the graph as quads or as things (documents, entities, facts), what a
// Gizmo script finds in it, and why a thing is one. A document's way: a record
// of it is made (record.go), kept (contents.go, write.go) in few bytes (codec.go)
// in a file (internal/storefile), or in a database (internal/postgres), behind what
// reading.go and writing.go ask of both, and read again (store.go); identity tells
// who is who; what several documents say is merged (merge.go) and made quads
// (quads.go), which package quadfile keeps, in the same file, as Cayley reads them
// and from which things are read back (model.go).
// The package knows its own store and N-Quads; other files are package export's,
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
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"sync"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/storefile"
	"github.com/relata-graph/relata/graph/quadfile"
	"github.com/relata-graph/relata/rules"
)

// Errors of stores, for errors.Is.
var (
	ErrLocked   = storefile.ErrLocked   // another process writes
	ErrNotStore = storefile.ErrNotStore // the file is something else
	ErrEmpty    = storefile.ErrEmpty    // nothing has been committed yet
	ErrVersion  = storefile.ErrVersion  // the file was made by a relata with another format
	ErrDamaged  = storefile.ErrDamaged  // the file was cut or changed
	ErrReadOnly = errors.New("store is open for reading only")
	ErrDocument = errors.New("document does not fit the graph")
	ErrUnknown  = errors.New("the store has no such document")
)

// A Relation is what the graph must know of a relation.
type Relation struct {
	Name      string
	Symmetric bool // the edge holds both ways: "met"
}

// Options of Open. The zero value opens for reading and writing and knows no
// symmetric relation.
type Options struct {
	ReadOnly  bool       // so one can read a file that another process writes
	Relations []Relation // of the documents that will be added
	// Fingerprint stands for all that reads the documents to be added: rules,
	// models, program. The store keeps it with each, for Keep.
	Fingerprint string
	// Aliases overrule who is who. A file that is open for writing keeps them at
	// the next Commit, and uses them until others are given; nil means those
	// that it has.
	Aliases *rules.Aliases
}

// A Store is a graph in memory or in a file. Its methods are safe for
// concurrent use; what is added is seen by readers after Commit.
type Store struct {
	path        string // "" in memory
	readOnly    bool
	symmetric   map[string]bool
	fingerprint string
	aliases     *rules.Aliases
	unkept      bool    // the file does not have the aliases yet
	overruled   bool    // the graph of the file is that of other aliases
	lenient     bool    // aliases that are damaged are none
	lock        writing // nil in memory, and for reading only

	mu        sync.RWMutex
	pending   map[string]*stored // since the last Save; nil for what was removed
	touched   map[string]bool    // documents added, kept or removed since the last Commit
	changes   Changes            // since then
	committed contents

	lazy   sync.Mutex // guards what is made when first asked for
	graph  quadSet
	kept   bool // the graph is that of the file or database
	model  *model
	narrow *narrow   // reads single things until there is a model
	past   []reading // replaced ones whose graph may still be read
}

func newStore(opts Options) *Store {
	s := &Store{
		readOnly: opts.ReadOnly, symmetric: map[string]bool{}, fingerprint: opts.Fingerprint,
		pending: map[string]*stored{}, touched: map[string]bool{}, committed: contents{docs: map[string]*stored{}},
	}
	for _, r := range opts.Relations {
		s.symmetric[r.Name] = r.Symmetric
	}
	return s
}

// Open opens the store at path, a file, or the URL of a PostgreSQL database
// (postgres://user@host/name), and makes it if there is none and opts do not say
// ReadOnly. A path "" or "memory:" means a new store in memory.
//
// One process can write a store while others read it; these see what was committed
// when they opened it. The error is ErrLocked when another process writes,
// fs.ErrNotExist or ErrEmpty when there is nothing to read, ErrNotStore when the
// file is something else, ErrVersion or ErrDamaged when it cannot be used.
func Open(path string, opts Options) (*Store, error) {
	s := newStore(opts)
	if path == "" || path == "memory:" {
		s.aliases = opts.Aliases
		return s, nil
	}
	s.path = path
	err := s.openFile()
	if err == nil && opts.Aliases != nil {
		err = s.overrule(opts.Aliases)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// openFile locks the file if it is to be written, and reads what it has.
func (s *Store) openFile() (err error) {
	if !s.readOnly {
		if s.lock, err = acquire(s.path); err != nil {
			return fmt.Errorf("opening store: %w", err)
		}
	}
	err = s.load()
	switch {
	case errors.Is(err, ErrEmpty) && !s.readOnly:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("no store at %s: %w", StoreName(s.path), fs.ErrNotExist)
	}
	return err
}

// load reads what the file has now.
func (s *Store) load() error {
	from, err := openReading(s.path)
	if err != nil {
		return err
	}
	if s.committed.from != nil {
		s.past = append(s.past, s.committed.from)
	}
	s.committed = contents{from: from} // a question does not want the heads
	if !s.readOnly {
		if err := s.readHeads(); err != nil {
			return err
		}
	}
	aliases, err := from.aliases()
	if errors.Is(err, ErrDamaged) && s.lenient {
		return nil
	}
	if err != nil || aliases == nil {
		return err
	}
	s.aliases = &rules.Aliases{}
	return json.Unmarshal(aliases, s.aliases)
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
	s.aliases, s.unkept, s.overruled = a, !s.readOnly, true
	return nil
}

// Close closes the file and lets others write it. Documents added since the last
// Commit or Save are lost.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, f := range append(s.past, s.committed.from) {
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Release())
	}
	s.committed.from, s.past, s.lock = nil, nil, nil
	return errors.Join(errs...)
}

// forget drops what was made from the records before.
func (s *Store) forget() { s.graph, s.kept, s.model, s.narrow = nil, false, nil, nil }

// readHeads reads the heads of the file's documents if that has not been done.
func (s *Store) readHeads() error {
	s.lazy.Lock()
	defer s.lazy.Unlock()
	return s.needHeads()
}

// needHeads is readHeads for who has locked lazy.
func (s *Store) needHeads() error {
	if s.committed.docs != nil {
		return nil
	}
	c, err := readContents(s.committed.from)
	if err == nil {
		s.committed.docs = c.docs
	}
	return err
}

// allRecords gives the committed records, sorted by document.
func (s *Store) allRecords() ([]*record, error) {
	if err := s.readHeads(); err != nil {
		return nil, err
	}
	return s.committed.records()
}

// quadStore gives the graph: that of the file, or one in memory if that has none or
// other aliases.
func (s *Store) quadStore() (f quadSet, err error) {
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.graph != nil {
		return s.graph, nil
	}
	if !s.overruled {
		if f, err = s.keptGraph(); err != nil {
			return nil, err
		}
	}
	if s.kept = f != nil; !s.kept {
		if err := s.needHeads(); err != nil {
			return nil, err
		}
		data, err := inMemory(ahead(quadsOf(&s.committed, s.aliases, nil)))
		if err != nil {
			return nil, err
		}
		if f, err = quadfile.Open(data); err != nil {
			return nil, err
		}
	}
	s.graph = f
	return f, nil
}

// keptGraph gives the graph that the file or database has; nil if it has none, or
// one of another version.
func (s *Store) keptGraph() (quadSet, error) {
	if s.committed.from == nil {
		return nil, nil
	}
	g, err := s.committed.from.graph()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", StoreName(s.path), damaged(err))
	}
	return g, nil
}

// inMemory makes a graph of quads, in any order.
func inMemory(quads iter.Seq2[quad.Quad, error]) ([]byte, error) {
	var b bytes.Buffer
	err := quadfile.Write(&b, quads, quadfile.Options{})
	return b.Bytes(), err
}

// things gives the graph as things.
func (s *Store) things() (*model, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	s.lazy.Lock()
	m := s.model
	s.lazy.Unlock()
	if m != nil {
		return m, nil
	}
	f, err := s.quadStore()
	if err != nil {
		return nil, err
	}
	err = quadfile.Guard(func() error {
		facts := 0
		for _, err := range f.Match(quad.Quad{Predicate: rdfType, Object: relFact}) {
			if err != nil {
				return err
			}
			facts++
		}
		m, err = newModel(f.Quads(), facts)
		return err
	})
	if err != nil {
		return nil, damaged(err)
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.model == nil {
		s.model = m
	}
	return s.model, nil
}
