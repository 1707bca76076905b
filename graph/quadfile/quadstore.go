package quadfile

import (
	"context"
	"errors"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// ErrReadOnly is the error of Cayley's ways to change a graph.
var ErrReadOnly = errors.New("a graph file does not change")

var _ graph.QuadStore = (*File)(nil)

// ValueOf gives the reference of a node, nil if the graph does not have it. A
// typed text is found as the number, time or truth value that it spells, too.
func (f *File) ValueOf(v quad.Value) graph.Ref {
	if v == nil {
		return nil
	}
	id := f.dict.find(v)
	if t, ok := v.(quad.TypedString); ok && id == 0 {
		if plain, err := t.ParseValue(); err == nil && plain != v {
			id = f.dict.find(plain)
		}
	}
	if id == 0 {
		return nil
	}
	return term(id)
}

// NameOf gives the node of a reference, nil if it is of no node.
func (f *File) NameOf(ref graph.Ref) quad.Value {
	switch ref := ref.(type) {
	case term:
		return f.dict.name(int(ref))
	case graph.PreFetchedValue:
		return ref.NameOf()
	}
	return nil
}

// Quad gives the quad of a reference, an empty one if it is of no quad.
func (f *File) Quad(ref graph.Ref) quad.Quad {
	var q quad.Quad
	if r, ok := ref.(row); ok {
		for dir, d := range quad.Directions {
			if id := f.id(int(r), dir); id != 0 {
				q.Set(d, f.dict.name(id))
			}
		}
	}
	return q
}

// spanOf gives the quads with a node in a direction.
func (f *File) spanOf(d quad.Direction, ref graph.Ref) span {
	t, isTerm := ref.(term)
	dir, ok := index(d)
	if !isTerm || !ok {
		return span{}
	}
	place, ok := f.place(dir, int(t))
	if !ok {
		return span{}
	}
	p := anyQuad
	p[dir] = place
	return f.span(p)
}

// QuadIterator gives the quads with a node in a direction.
func (f *File) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	return graph.NewLegacy(&quadsShape{f: f, dir: d, node: ref, span: f.spanOf(d, ref)}, nil)
}

// QuadIteratorSize gives how many quads have a node in a direction.
func (f *File) QuadIteratorSize(_ context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	s := f.spanOf(d, ref)
	return graph.Size{Size: int64(s.size()), Exact: true}, f.Err()
}

// QuadsAllIterator gives all quads.
func (f *File) QuadsAllIterator() graph.Iterator {
	return graph.NewLegacy(&quadsShape{f: f, span: f.span(anyQuad)}, nil)
}

// NodesAllIterator gives all nodes, predicates and labels too.
func (f *File) NodesAllIterator() graph.Iterator {
	return graph.NewLegacy(&termsShape{f: f}, nil)
}

// Stats gives how many nodes and quads there are.
func (f *File) Stats(context.Context, bool) (graph.Stats, error) {
	return graph.Stats{
		Nodes: graph.Size{Size: int64(f.layout.terms), Exact: true},
		Quads: graph.Size{Size: int64(f.layout.quads), Exact: true},
	}, nil
}

// ApplyDeltas gives ErrReadOnly.
func (f *File) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return ErrReadOnly }

// NewQuadWriter gives ErrReadOnly.
func (f *File) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }
