package quadfile

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// What iterators say they cost, in the unit of Cayley's: a step to the next.
const (
	nextCost   = 1
	lookupCost = 4 // a few binary searches
)

// ticks is how many steps an iterator takes before it asks whether the query
// shall stop.
const ticks = 256

// A leaf is what iterators without others below have in common.
type leaf struct{ f *File }

func (leaf) TagResults(map[string]graph.Ref) {}
func (leaf) NextPath(context.Context) bool   { return false }
func (l leaf) Err() error                    { return l.f.Err() }
func (leaf) Close() error                    { return nil }

// A quadsShape has the quads of a span.
type quadsShape struct {
	f    *File
	dir  quad.Direction // Any for all quads
	node graph.Ref
	span span
}

func (s *quadsShape) String() string                      { return fmt.Sprintf("quadfile.Quads(%v)", s.dir) }
func (s *quadsShape) SubIterators() []graph.IteratorShape { return nil }
func (s *quadsShape) Iterate() graph.Scanner {
	return &quadsScanner{leaf: leaf{s.f}, shape: s, c: cursor{s.f, s.span}}
}
func (s *quadsShape) Lookup() graph.Index { return &quadsIndex{leaf: leaf{s.f}, shape: s} }
func (s *quadsShape) Optimize(context.Context) (graph.IteratorShape, bool) {
	return s, false
}
func (s *quadsShape) Stats(context.Context) (graph.IteratorCosts, error) {
	size := graph.Size{Size: int64(s.span.size()), Exact: true}
	return graph.IteratorCosts{ContainsCost: nextCost, NextCost: nextCost, Size: size}, s.f.Err()
}

type quadsScanner struct {
	leaf
	shape  *quadsShape
	c      cursor
	result graph.Ref
	ticks  int
	err    error
}

func (s *quadsScanner) String() string    { return s.shape.String() }
func (s *quadsScanner) Result() graph.Ref { return s.result }
func (s *quadsScanner) Next(ctx context.Context) bool {
	if s.ticks++; s.ticks%ticks == 0 && ctx.Err() != nil {
		s.err = ctx.Err()
		return false
	}
	r, ok := s.c.next()
	if ok {
		s.result = row(r)
	}
	return ok
}
func (s *quadsScanner) Err() error {
	if s.err != nil {
		return s.err
	}
	return s.leaf.Err()
}

type quadsIndex struct {
	leaf
	shape  *quadsShape
	result graph.Ref
}

func (s *quadsIndex) String() string    { return s.shape.String() }
func (s *quadsIndex) Result() graph.Ref { return s.result }
func (s *quadsIndex) Contains(_ context.Context, ref graph.Ref) bool {
	r, ok := ref.(row)
	if !ok || s.shape.dir != quad.Any && s.f.QuadDirection(r, s.shape.dir) != s.shape.node {
		return false
	}
	s.result = ref
	return true
}

// A termsShape has all nodes.
type termsShape struct{ f *File }

func (s *termsShape) String() string                      { return "quadfile.Terms" }
func (s *termsShape) SubIterators() []graph.IteratorShape { return nil }
func (s *termsShape) Iterate() graph.Scanner              { return &termsIterator{leaf: leaf{s.f}} }
func (s *termsShape) Lookup() graph.Index                 { return &termsIterator{leaf: leaf{s.f}} }
func (s *termsShape) Optimize(context.Context) (graph.IteratorShape, bool) {
	return s, false
}
func (s *termsShape) Stats(context.Context) (graph.IteratorCosts, error) {
	size := graph.Size{Size: int64(s.f.layout.terms), Exact: true}
	return graph.IteratorCosts{ContainsCost: nextCost, NextCost: nextCost, Size: size}, s.f.Err()
}

type termsIterator struct {
	leaf
	last   int
	result graph.Ref
	err    error
}

func (s *termsIterator) String() string    { return "quadfile.Terms" }
func (s *termsIterator) Result() graph.Ref { return s.result }
func (s *termsIterator) Next(ctx context.Context) bool {
	if s.last%ticks == 0 && ctx.Err() != nil {
		s.err = ctx.Err()
		return false
	}
	if s.last >= s.f.layout.terms {
		return false
	}
	s.last++
	s.result = term(s.last)
	return true
}
func (s *termsIterator) Contains(_ context.Context, ref graph.Ref) bool {
	if _, ok := ref.(term); !ok {
		return false
	}
	s.result = ref
	return true
}
func (s *termsIterator) Err() error {
	if s.err != nil {
		return s.err
	}
	return s.leaf.Err()
}
