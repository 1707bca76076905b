package graph

import (
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
)

// ScanCayley reads the quads that Cayley itself has.
func ScanCayley(s *Store) ([]quad.Quad, error) {
	qs, err := s.quadStore()
	if err != nil {
		return nil, err
	}
	return scan(qs)
}

// WriteOnlyRecords is a Commit that is killed half-way.
func WriteOnlyRecords(s *Store, results ...*extract.Result) error {
	changed := map[string]*record{}
	for _, r := range results {
		rec, err := newRecord(r, s.symmetric)
		if err != nil {
			return err
		}
		changed[rec.Document.ID] = rec
	}
	_, err := s.file.write(changed, s.unkept)
	return err
}
