// Package graph merges what documents say into one graph of facts, keeps it in
// a Cayley store and answers questions about it.
//
// In the store IRIs are short: person:luong-cuong, rel:met, doc:a, fact:7c1e….
// A direct edge (person:luong-cuong rel:met person:ito-naoki) stands for each
// fact of status actual, labelled with the documents that say so; the fact
// itself is a node with who, when, where, and the sentences. The graph depends
// only on the set of documents, not on their order.
package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

// Errors of Open and Add, for errors.Is.
var (
	ErrLocked   = errors.New("store is in use")
	ErrNotStore = errors.New("not a relata store")
	ErrReadOnly = errors.New("store is open for reading only")
)

// batchSize is how many quads Cayley gets at a time: larger ones take longer each.
const batchSize = 10_000

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
	path      string // "" in memory
	readOnly  bool
	symmetric map[string]bool
	aliases   *rules.Aliases
	unkept    []byte // aliases as JSON that the file does not have yet

	mu      sync.RWMutex
	pending map[string]*record // added since the last Commit, by document
	records map[string]*record // committed ones of a store in memory
	db      *bbolt.DB          // of a store in a file
	kv      *boltKV            // Cayley's part of db

	lazy   sync.Mutex // guards what is made when first asked for
	quads  []quad.Quad
	ready  bool // quads are made
	model  *model
	cayley graph.QuadStore
}

// The buckets of a file beside Cayley's.
var (
	metaBucket     = []byte("relata")
	documentBucket = []byte("documents") // records as JSON by document id

	versionKey = []byte("version")
	dirtyKey   = []byte("dirty")   // Cayley's part is behind the documents
	aliasesKey = []byte("aliases") // as JSON

	storeVersion = []byte("1")
)

// Open opens the store at path, a bbolt file, and makes it if there is none and
// opts do not say ReadOnly. A path "" or "memory:" means a new store in memory.
//
// One process can write a file, or several read it. The error is ErrLocked when
// another process holds the file, fs.ErrNotExist when there is nothing to read,
// ErrNotStore when the file is something else. A store whose writer was killed
// in the middle is brought up to date first.
func Open(path string, opts Options) (*Store, error) {
	s := &Store{path: path, readOnly: opts.ReadOnly, symmetric: map[string]bool{}, pending: map[string]*record{}}
	for _, r := range opts.Relations {
		s.symmetric[r.Name] = r.Symmetric
	}
	if path == "" || path == "memory:" {
		s.path = ""
		s.records = map[string]*record{}
		s.aliases = opts.Aliases
		return s, nil
	}
	err := s.openFile()
	if err == nil && opts.Aliases != nil {
		err = s.overrule(opts.Aliases)
	}
	if err != nil {
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

func (s *Store) openFile() error {
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && s.readOnly:
		return fmt.Errorf("no store at %s: %w", s.path, fs.ErrNotExist)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("opening store: %w", err)
	case err == nil && (info.IsDir() || info.Size() == 0 && s.readOnly):
		return fmt.Errorf("%s: %w", s.path, ErrNotStore)
	}
	if s.db, err = openBolt(s.path, s.readOnly); err != nil {
		return err
	}
	fresh, dirty, err := s.readMeta()
	if err == nil && dirty && s.readOnly {
		s.db.Close()
		if s.db, err = openBolt(s.path, false); err != nil {
			return err
		}
	}
	if err == nil && fresh {
		err = s.initFile()
	}
	if err == nil {
		s.kv = newBoltKV(s.db)
		s.cayley, err = kv.New(s.kv, graph.Options{kv.OptNoBloom: true})
	}
	if err == nil && dirty {
		err = s.rebuild()
	}
	if err != nil {
		s.db.Close()
		return fmt.Errorf("opening store %s: %w", s.path, err)
	}
	return nil
}

func openBolt(path string, readOnly bool) (*bbolt.DB, error) {
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{
		ReadOnly:     readOnly,
		Timeout:      time.Millisecond, // zero would wait for the lock for ever
		FreelistType: bbolt.FreelistMapType,
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%s: %w%s; wait until it has finished", path, ErrLocked, holder(path))
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, io.EOF):
		return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
	case err != nil && strings.Contains(err.Error(), "file size too small"): // bbolt has no name for it
		return nil, fmt.Errorf("%s: %w", path, ErrNotStore)
	case err != nil:
		return nil, fmt.Errorf("opening store %s: %w", path, err)
	}
	return db, nil
}

// readMeta says whether the file is new and whether a writer was interrupted.
func (s *Store) readMeta() (fresh, dirty bool, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil {
			if k, _ := tx.Cursor().First(); k != nil || s.readOnly {
				return ErrNotStore
			}
			fresh = true
			return nil
		}
		if v := meta.Get(versionKey); !bytes.Equal(v, storeVersion) {
			return fmt.Errorf("it has version %s, want %s: make it anew with this relata", v, storeVersion)
		}
		dirty = meta.Get(dirtyKey) != nil
		if a := meta.Get(aliasesKey); a != nil {
			s.aliases = &rules.Aliases{}
			return json.Unmarshal(a, s.aliases)
		}
		return nil
	})
	return fresh, dirty, err
}

func (s *Store) initFile() error {
	err := s.db.Update(func(tx *bbolt.Tx) error {
		for _, b := range [][]byte{cayleyBucket, documentBucket} {
			if _, err := tx.CreateBucketIfNotExists(b); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = kv.Init(newBoltKV(s.db), nil)
	}
	if err != nil {
		return err
	}
	return s.db.Update(func(tx *bbolt.Tx) error { // last: a file with it is whole
		meta, err := tx.CreateBucketIfNotExists(metaBucket)
		if err != nil {
			return err
		}
		return meta.Put(versionKey, storeVersion)
	})
}

// Close closes the file. Documents added since the last Commit are lost.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	s.kv.release()
	return s.db.Close()
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
	if s.db == nil {
		maps.Copy(s.records, changed)
		s.forget()
		return nil
	}
	wrote, err := s.writeRecords(changed)
	if err == nil && wrote {
		err = s.rebuild()
	}
	if err != nil {
		return fmt.Errorf("writing store %s: %w", s.path, err)
	}
	return nil
}

// forget drops what was made from the records before.
func (s *Store) forget() {
	s.quads, s.ready, s.model = nil, false, nil
	if s.db == nil {
		s.cayley = nil
	}
}

// writeRecords writes the records that differ from the file's, and aliases, and
// marks Cayley's part as behind.
func (s *Store) writeRecords(changed map[string]*record) (wrote bool, err error) {
	data := map[string][]byte{}
	for id, rec := range changed {
		if data[id], err = json.Marshal(rec); err != nil {
			return false, err
		}
	}
	s.kv.release()
	err = s.db.View(func(tx *bbolt.Tx) error {
		docs := tx.Bucket(documentBucket)
		maps.DeleteFunc(data, func(id string, d []byte) bool { return bytes.Equal(docs.Get([]byte(id)), d) })
		return nil
	})
	if err != nil || len(data) == 0 && s.unkept == nil {
		return false, err
	}
	err = s.db.Update(func(tx *bbolt.Tx) error {
		docs := tx.Bucket(documentBucket)
		for _, id := range slices.Sorted(maps.Keys(data)) {
			if err := docs.Put([]byte(id), data[id]); err != nil {
				return err
			}
		}
		meta := tx.Bucket(metaBucket)
		if s.unkept != nil {
			if err := meta.Put(aliasesKey, s.unkept); err != nil {
				return err
			}
		}
		return meta.Put(dirtyKey, []byte("1"))
	})
	if err == nil {
		s.unkept = nil
	}
	return true, err
}

// rebuild brings Cayley's part of the file up to the documents: it writes the
// quads that are missing and deletes those that should not be there.
func (s *Store) rebuild() error {
	s.forget()
	want, err := s.allQuads()
	if err != nil {
		return err
	}
	have, err := scan(s.cayley)
	if err != nil {
		return err
	}
	s.kv.release()
	var deltas []graph.Delta
	for len(have) > 0 || len(want) > 0 {
		switch {
		case len(want) == 0 || len(have) > 0 && compareQuads(have[0], want[0]) < 0:
			deltas = append(deltas, graph.Delta{Quad: have[0], Action: graph.Delete})
			have = have[1:]
		case len(have) == 0 || compareQuads(have[0], want[0]) > 0:
			deltas = append(deltas, graph.Delta{Quad: want[0], Action: graph.Add})
			want = want[1:]
		default:
			have, want = have[1:], want[1:]
		}
	}
	// Not in one batch: Cayley takes a node away when its last quad goes, even
	// if the same batch adds another.
	slices.SortStableFunc(deltas, func(a, b graph.Delta) int { return int(b.Action) - int(a.Action) })
	for batch := range batches(deltas) {
		if err := s.cayley.ApplyDeltas(batch, graph.IgnoreOpts{}); err != nil {
			return err
		}
	}
	return s.db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(metaBucket).Delete(dirtyKey) })
}

// batches cuts deltas, additions before deletions, into runs of one kind.
func batches(deltas []graph.Delta) iter.Seq[[]graph.Delta] {
	return func(yield func([]graph.Delta) bool) {
		for len(deltas) > 0 {
			n := 1
			for n < len(deltas) && n < batchSize && deltas[n].Action == deltas[0].Action {
				n++
			}
			if !yield(deltas[:n]) {
				return
			}
			deltas = deltas[n:]
		}
	}
}

// scan reads all quads of a Cayley store, in the order of compareQuads.
func scan(qs graph.QuadStore) ([]quad.Quad, error) {
	var quads []quad.Quad
	names := map[any]quad.Value{}
	name := func(ref graph.Ref) quad.Value {
		if ref == nil {
			return nil
		}
		key := ref.Key()
		v, ok := names[key]
		if !ok {
			v = qs.NameOf(ref)
			names[key] = v
		}
		return v
	}
	err := graph.Iterate(context.Background(), qs.QuadsAllIterator()).Paths(false).Each(func(ref graph.Ref) {
		var q quad.Quad
		for _, d := range quad.Directions {
			q.Set(d, name(qs.QuadDirection(ref, d)))
		}
		quads = append(quads, q)
	})
	slices.SortFunc(quads, compareQuads)
	return quads, err
}

// allRecords gives the committed records, sorted by document.
func (s *Store) allRecords() ([]*record, error) {
	if s.db == nil {
		records := slices.Collect(maps.Values(s.records))
		slices.SortFunc(records, func(a, b *record) int { return strings.Compare(a.Document.ID, b.Document.ID) })
		return records, nil
	}
	var records []*record
	err := s.db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket(documentBucket).ForEach(func(id, data []byte) error {
			rec := &record{}
			if err := json.Unmarshal(data, rec); err != nil {
				return fmt.Errorf("document %s: %w", id, err)
			}
			records = append(records, rec)
			return nil
		})
	})
	return records, err
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

// Quads gives all quads of the graph, each once, ordered by subject, predicate,
// object and label.
func (s *Store) Quads() iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		s.mu.RLock()
		quads, err := s.allQuads()
		s.mu.RUnlock()
		sequence(quads, err)(yield)
	}
}

// Documents gives the documents, sorted by id.
func (s *Store) Documents() iter.Seq2[Document, error] {
	return each(s, func(m *model) []Document { return m.documents })
}

// Entities gives the entities that facts name, sorted by id.
func (s *Store) Entities() iter.Seq2[identity.Entity, error] {
	return each(s, func(m *model) []identity.Entity { return m.entities })
}

// Facts gives the merged facts, sorted by id. They are not to be changed.
func (s *Store) Facts() iter.Seq2[Fact, error] {
	return each(s, func(m *model) []Fact { return m.facts })
}

func each[T any](s *Store, list func(*model) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		m, err := s.things()
		if err != nil {
			m = &model{}
		}
		sequence(list(m), err)(yield)
	}
}

// sequence gives list, or only err.
func sequence[T any](list []T, err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if err != nil {
			var zero T
			yield(zero, err)
			return
		}
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}
