package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

// Add takes in what documents say. A document that the store has is replaced.
// Nothing is kept of results, and nothing is seen before Commit. The error is
// ErrDocument and names the document and what is wrong with it; none of results
// is then added.
func (s *Store) Add(results ...*extract.Result) error {
	if s.readOnly {
		return ErrReadOnly
	}
	added := map[string]*stored{}
	for _, r := range results {
		rec, err := newRecord(r, s.symmetric)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDocument, err)
		}
		id := rec.Document.ID
		if _, twice := added[id]; twice {
			return twoDocuments(id)
		}
		d := &stored{head: s.headOf(r.Document, len(rec.Facts))}
		if s.lock == nil {
			d.rec = rec
		} else {
			d.data = encode(rec.code)
		}
		added[id] = d
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range added {
		if s.touched[id] {
			return twoDocuments(id)
		}
	}
	for id, d := range added {
		same, err := s.count(id, d)
		if err != nil {
			return err
		}
		s.touched[id] = true
		if delete(s.pending, id); !same { // what was removed is there again
			s.pending[id] = d
		}
	}
	return nil
}

func twoDocuments(id string) error {
	return fmt.Errorf("%w: two documents have the id %q", ErrDocument, id)
}

// headOf gives the head of a document that is added.
func (s *Store) headOf(d *source.Document, facts int) head {
	return head{Origin: d.Origin, Text: hashOf(d), Fingerprint: s.fingerprint, Facts: facts}
}

// count counts a document that is added, and tells whether the store has it already
// as it is.
func (s *Store) count(id string, now *stored) (same bool, err error) {
	was := s.committed.docs[id]
	if was == nil {
		s.changes.Added++
		return false, nil
	}
	var buf []byte
	old, err := s.committed.bytes(was, &buf)
	if err != nil && !errors.Is(err, ErrDamaged) { // what is damaged is replaced
		return false, err
	}
	data, err := s.committed.bytes(now, &buf)
	if err != nil {
		return false, err
	}
	if same = bytes.Equal(old, data); same {
		s.changes.Unchanged++
	} else {
		s.changes.Replaced++
	}
	s.changes.Moved += moves(was.head.Origin, now.head.Origin)
	return same && was.head == now.head, nil
}

// Keep takes a document as added if the store has what it says already: the same
// text, title, date and address, read with the fingerprint of Options, which must
// not be empty. It tells whether it did, and how many facts the document has; if it
// did not, the document is to be read and added.
func (s *Store) Keep(d *source.Document) (facts int, kept bool) {
	if s.readOnly || s.fingerprint == "" {
		return 0, false
	}
	now := s.headOf(d, 0)
	s.mu.Lock()
	defer s.mu.Unlock()
	id := cleanText(d.ID)
	was := s.committed.docs[id]
	if was == nil || s.touched[id] || was.head.Text != now.Text || was.head.Fingerprint != now.Fingerprint {
		return 0, false
	}
	now.Facts = was.head.Facts
	s.touched[id] = true
	s.changes.Unchanged++
	if now.Origin != was.head.Origin {
		moved := *was
		moved.head = now
		s.pending[id] = &moved
		s.changes.Moved += moves(was.head.Origin, now.Origin)
	}
	return now.Facts, true
}

// Remove takes documents out of the store at the next Commit. The error is
// ErrUnknown if the store does not have one of them; none is then removed.
func (s *Store) Remove(ids ...string) error {
	if s.readOnly {
		return ErrReadOnly
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range ids {
		if s.committed.docs[id] == nil && s.pending[id] == nil {
			return fmt.Errorf("%q: %w", id, ErrUnknown)
		}
	}
	for _, id := range ids {
		if d, changed := s.pending[id]; d == nil && changed {
			continue // named twice
		}
		s.pending[id] = nil
		s.changes.Removed++
	}
	return nil
}

// Save keeps what was added, so that a long run loses little when it is killed: it
// writes the documents, and leaves the graph to Commit, or to who reads the file
// before. In memory it does nothing.
func (s *Store) Save() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil || len(s.pending) == 0 {
		return nil
	}
	return s.write(false)
}

// Commit makes the graph anew from all documents. Adding a document that has not
// changed, or aliases that have not, changes nothing, not even the file.
func (s *Store) Commit() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.touched, s.changes = map[string]bool{}, Changes{}
	if len(s.pending) == 0 && !s.unkept {
		if s.lock == nil {
			return nil
		}
		if f, err := s.keptGraph(); f != nil && err == nil { // else it is made anew
			return nil
		}
	}
	if s.lock != nil {
		return s.write(true)
	}
	s.committed = *s.withPending()
	s.pending = map[string]*stored{}
	s.forget()
	return nil
}

// withPending gives the documents as they are with those added and without those
// removed.
func (s *Store) withPending() *contents {
	c := contents{s.committed.from, maps.Clone(s.committed.docs)}
	for id, d := range s.pending {
		if c.docs[id] = d; d == nil {
			delete(c.docs, id)
		}
	}
	return &c
}

// write writes what the documents are now, and maybe their graph.
func (s *Store) write(graph bool) error {
	all := s.withPending()
	c := change{all: all, pending: s.pending}
	if graph {
		c.quads, c.names = graphOf(all, s.aliases)
	}
	var err error
	if s.aliases != nil {
		if c.aliases, err = json.Marshal(s.aliases); err != nil {
			return err
		}
	}
	if err := s.lock.commit(c); err != nil {
		return fmt.Errorf("writing store %s: %w", StoreName(s.path), err)
	}
	s.pending, s.unkept, s.overruled = map[string]*stored{}, false, false
	s.forget()
	return s.load()
}

// graphOf makes the graph of documents, and, when all quads have been taken, the
// names in it.
func graphOf(all *contents, aliases *rules.Aliases) (quads iter.Seq2[quad.Quad, error], names func() []byte) {
	var entities []identity.Entity
	quads = ahead(quadsOf(all, aliases, func(e identity.Entity) { entities = append(entities, e) }))
	return quads, func() []byte {
		slices.SortFunc(entities, func(a, b identity.Entity) int { return strings.Compare(a.ID, b.ID) })
		list := namesOf(entities)
		return encode(codeNames(&list))
	}
}
