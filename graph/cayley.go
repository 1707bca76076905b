package graph

import (
	"context"
	"iter"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// batchSize is how many quads Cayley gets at a time: larger ones take longer each.
const batchSize = 10_000

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

// deltas gives what makes want of have, additions before deletions; both are in
// the order of compareQuads.
//
// They are not for one batch: Cayley takes a node away when its last quad goes,
// even if the same batch adds another.
func deltas(have, want []quad.Quad) []graph.Delta {
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
	slices.SortStableFunc(deltas, func(a, b graph.Delta) int { return int(b.Action) - int(a.Action) })
	return deltas
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
