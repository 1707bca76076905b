package graph

import (
	"github.com/relata-graph/relata/extract/source"
)

// Origins tells where the documents came from, by their ids. It is for
// source.Options.Known, so that a document keeps its id when it comes again. It
// is empty for a graph that was read from N-Quads.
func (s *Store) Origins() (map[string]source.Origin, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.readHeads(); err != nil {
		return nil, err
	}
	origins := make(map[string]source.Origin, len(s.committed.docs))
	for id, d := range s.committed.docs {
		origins[id] = d.head.Origin
	}
	return origins, nil
}

// Changes tells what Commit will do.
func (s *Store) Changes() (Changes, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	n := s.changes
	if err := s.readHeads(); err != nil {
		return n, err
	}
	for id, d := range s.committed.docs {
		now, changed := s.pending[id]
		if changed {
			d = now
		}
		if d != nil && d.head.Fingerprint != s.fingerprint {
			n.Outdated++
		}
	}
	return n, nil
}
