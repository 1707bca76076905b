package graph

import (
	"bytes"
	"maps"
	"slices"
)

// Merge adds all documents that another store has, as it has them: the parts of a run on
// several machines, put together, give what one run gives. The error is ErrDocument, and
// nothing is added, if the other has a document that this store was given already and that
// says something else. Nothing is seen before Commit.
func (s *Store) Merge(other *Store) error {
	if s.readOnly {
		return ErrReadOnly
	}
	if err := other.readHeads(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	added := map[string]*stored{}
	var theirs, ours []byte
	for _, id := range slices.Sorted(maps.Keys(other.committed.docs)) {
		was := other.committed.docs[id]
		data, err := other.committed.bytes(was, &theirs)
		if err != nil {
			return err
		}
		if !s.touched[id] {
			added[id] = &stored{head: was.head, data: bytes.Clone(data)}
			continue
		}
		own, err := s.committed.bytes(s.pending[id], &ours)
		if err != nil {
			return err
		}
		if !bytes.Equal(data, own) {
			return twoDocuments(id)
		}
	}
	for id, d := range added {
		if _, err := s.count(id, d); err != nil {
			return err
		}
		s.touched[id], s.pending[id] = true, d
	}
	return nil
}
