package graph

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"

	"github.com/relata-graph/relata/extract/source"
)

// Origins tells where the documents came from, by their ids. It is for
// source.Options.Known, so that a document keeps its id when it comes again. It
// is empty for a graph that was read from N-Quads.
func (s *Store) Origins() (map[string]source.Origin, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	records, err := s.allRecords()
	if err != nil {
		return nil, err
	}
	origins := make(map[string]source.Origin, len(records))
	for _, rec := range records {
		origins[rec.Document.ID] = rec.Origin
	}
	return origins, nil
}

// Changes tells how many documents were added since the last Commit, and how
// many of them are new to the store, replace what it has, and say the same.
type Changes struct{ Added, Replaced, Unchanged int }

// Changes tells what Commit will do.
func (s *Store) Changes() (Changes, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var n Changes
	compare := func(id string, old *record) error {
		if old == nil {
			n.Added++
			return nil
		}
		was, now := *old, *s.pending[id]
		was.Origin, now.Origin = source.Origin{}, source.Origin{}
		a, err := json.Marshal(was)
		if err != nil {
			return err
		}
		b, err := json.Marshal(now)
		if err != nil {
			return err
		}
		if string(a) == string(b) {
			n.Unchanged++
		} else {
			n.Replaced++
		}
		return nil
	}
	if s.db == nil {
		for id := range s.pending {
			if err := compare(id, s.records[id]); err != nil {
				return n, err
			}
		}
		return n, nil
	}
	return n, s.db.View(func(tx *bbolt.Tx) error {
		docs := tx.Bucket(documentBucket)
		for id := range s.pending {
			var old *record
			if data := docs.Get([]byte(id)); data != nil {
				old = &record{}
				if err := json.Unmarshal(data, old); err != nil {
					return fmt.Errorf("document %s: %w", id, err)
				}
			}
			if err := compare(id, old); err != nil {
				return err
			}
		}
		return nil
	})
}
