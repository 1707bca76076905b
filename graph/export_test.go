package graph

import (
	"context"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// ScanCayley reads the quads that Cayley itself has.
func ScanCayley(s *Store) ([]quad.Quad, error) {
	qs, err := s.quadStore()
	if err != nil {
		return nil, err
	}
	return scan(qs)
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
