package quadfile

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A term is Cayley's reference to a node: the id of its term.
type term uint32

// Key makes term a graph.Ref.
func (t term) Key() any { return t }

// A row is Cayley's reference to a quad: its place in the order of quads.
type row uint32

// Key makes row a graph.Ref.
func (r row) Key() any { return r }

// QuadDirection gives the reference of the node in a direction of a quad, nil if
// there is none.
func (f *File) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	r, isRow := ref.(row)
	dir, ok := index(d)
	if !isRow || !ok {
		return nil
	}
	return f.node(int(r), dir)
}

// node gives the reference of the node in a direction of a row.
func (f *File) node(r, dir int) graph.Ref {
	if id := f.id(r, dir); id != 0 {
		return term(id)
	}
	return nil
}
