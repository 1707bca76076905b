package graph

import (
	"bytes"
	"encoding/json"

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
	for id, now := range s.pending {
		was, err := s.record(id)
		if err != nil {
			return n, err
		}
		if was == nil {
			n.Added++
			continue
		}
		same, err := saySame(was, now)
		if err != nil {
			return n, err
		}
		if same {
			n.Unchanged++
		} else {
			n.Replaced++
		}
	}
	return n, nil
}

// record gives the committed record of a document, nil if there is none.
func (s *Store) record(id string) (*record, error) {
	if s.file != nil {
		return s.file.record(id)
	}
	return s.records[id], nil
}

// saySame tells whether two records differ at most in where they came from.
func saySame(a, b *record) (bool, error) {
	var data [2][]byte
	for i, r := range []record{*a, *b} {
		r.Origin = source.Origin{}
		var err error
		if data[i], err = json.Marshal(r); err != nil {
			return false, err
		}
	}
	return bytes.Equal(data[0], data[1]), nil
}
