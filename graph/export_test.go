package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

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

// compareQuads orders by subject, predicate, object and label; IRIs stand before
// blank nodes and these before literals.
func compareQuads(a, b quad.Quad) int {
	return cmp.Or(compareValues(a.Subject, b.Subject), compareValues(a.Predicate, b.Predicate),
		compareValues(a.Object, b.Object), compareValues(a.Label, b.Label))
}

func compareValues(a, b quad.Value) int {
	ka, sa, ta := sortKey(a)
	kb, sb, tb := sortKey(b)
	return cmp.Or(cmp.Compare(ka, kb), strings.Compare(sa, sb), strings.Compare(ta, tb))
}

func sortKey(v quad.Value) (kind int, text, kindOfText string) {
	switch v := v.(type) {
	case nil:
		return 0, "", ""
	case quad.IRI:
		return 1, string(v), ""
	case quad.BNode:
		return 2, string(v), ""
	case quad.Int:
		return 3, fmt.Sprintf("%020d", uint64(v)^1<<63), "" // in order of size
	case quad.String:
		return 4, string(v), ""
	case quad.LangString:
		return 4, string(v.Value), "@" + v.Lang
	case quad.TypedString:
		return 4, string(v.Value), "^" + string(v.Type)
	default:
		return 5, quad.StringOf(v), ""
	}
}
