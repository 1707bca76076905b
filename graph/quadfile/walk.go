package quadfile

import (
	"context"
	"math"

	"github.com/cayleygraph/cayley/graph"
)

// A stepShape is the iterator of a step, not started yet.
type stepShape struct {
	*step
	sub graph.IteratorShape // nil if there is none
}

func (s *stepShape) String() string { return "quadfile.Step" }

func (s *stepShape) SubIterators() []graph.IteratorShape {
	if s.sub == nil {
		return nil
	}
	return []graph.IteratorShape{s.sub}
}

// Optimize optimizes what is below.
func (s *stepShape) Optimize(ctx context.Context) (graph.IteratorShape, bool) {
	if s.sub != nil {
		s.sub, _ = s.sub.Optimize(ctx)
	}
	return s, false
}

// Stats gives sizes as not exact, even where they are: Cayley's intersection
// takes an exact size of one of its parts for its own.
func (s *stepShape) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	given := s.f.span(s.fixed)
	costs := graph.IteratorCosts{ContainsCost: lookupCost, NextCost: nextCost}
	costs.Size.Size = int64(given.size())
	if s.sub == nil {
		return costs, s.f.Err()
	}
	sub, err := s.sub.Stats(ctx)
	if err != nil {
		return costs, err
	}
	costs.ContainsCost += s.fan(given, s.result) * (nextCost + sub.ContainsCost)
	if s.subFirst(given, sub) {
		costs.NextCost += sub.NextCost
		costs.Size.Size = min(costs.Size.Size, s.sizeFrom(given, sub))
	} else {
		costs.NextCost += sub.ContainsCost
	}
	return costs, s.f.Err()
}

// fan is about how many of the given quads a node in a direction has.
func (s *stepShape) fan(given span, dir int) int64 {
	return int64(1 + given.size()/max(1, s.f.dirs[dir].ids.n))
}

// sizeFrom is about how many quads the nodes of sub have.
func (s *stepShape) sizeFrom(given span, sub graph.IteratorCosts) int64 {
	if sub.Size.Size > math.MaxInt32 {
		return int64(given.size())
	}
	return sub.Size.Size * s.fan(given, s.subDir)
}

// subFirst tells whether it costs less to go from the nodes of sub than to ask
// sub for a node of each quad that fits the pattern.
func (s *stepShape) subFirst(given span, sub graph.IteratorCosts) bool {
	perNode := sub.NextCost + lookupCost + s.fan(given, s.subDir)*nextCost
	if sub.Size.Size > math.MaxInt32 {
		return false
	}
	return sub.Size.Size*perNode < int64(given.size())*(nextCost+sub.ContainsCost)
}

// Iterate starts going through the nodes.
func (s *stepShape) Iterate() graph.Scanner {
	given := s.f.span(s.fixed)
	sc := &scanner{walk: walk{stepShape: s}}
	if s.sub == nil {
		sc.c = cursor{s.f, given}
	} else if sub, err := s.sub.Stats(context.Background()); err == nil && s.subFirst(given, sub) {
		sc.from = s.sub.Iterate()
	} else {
		sc.c, sc.index = cursor{s.f, given}, s.sub.Lookup()
	}
	return sc
}

// Lookup starts asking for nodes.
func (s *stepShape) Lookup() graph.Index {
	ix := &lookup{walk: walk{stepShape: s}}
	if s.sub != nil {
		ix.index = s.sub.Lookup()
	}
	return ix
}

// A walk goes through quads and gives a node of each.
type walk struct {
	*stepShape
	c     cursor
	index graph.Index // of sub, asked for each quad; nil if it is not
	row   int
	ticks int
	err   error
}

// next goes to the next quad of the cursor that index has.
func (w *walk) next(ctx context.Context) bool {
	for {
		if w.ticks++; w.ticks%ticks == 0 && ctx.Err() != nil {
			w.err = ctx.Err()
			return false
		}
		row, ok := w.c.next()
		if !ok {
			return false
		}
		if w.index != nil && !w.index.Contains(ctx, w.f.node(row, w.subDir)) {
			if w.err = w.index.Err(); w.err != nil {
				return false
			}
			continue
		}
		w.row = row
		return true
	}
}

// Result gives the node in the direction of the step.
func (w *walk) Result() graph.Ref { return w.f.node(w.row, w.result) }

func (w *walk) tagRow(dst map[string]graph.Ref) {
	for dir, tags := range w.tags {
		for _, tag := range tags {
			dst[tag] = w.f.node(w.row, dir)
		}
	}
}

func (w *walk) failure() error {
	if w.err != nil {
		return w.err
	}
	return w.f.Err()
}

// A scanner goes through the nodes of a step: through quads, or from each node of
// sub through its quads, once for each way to the node, so that each quad has
// all ways; Cayley's LinksTo loses them for all but the first.
type scanner struct {
	walk
	from    graph.Scanner // of sub; nil if it goes through quads
	started bool          // from has a node
}

// Next goes to the next node.
func (s *scanner) Next(ctx context.Context) bool {
	for !s.next(ctx) {
		if s.from == nil || s.err != nil {
			return false
		}
		if !s.started || !s.from.NextPath(ctx) {
			s.started = s.from.Next(ctx)
		}
		if !s.started {
			s.err = s.from.Err()
			return false
		}
		s.c = s.quadsOf(s.subDir, s.from.Result())
	}
	return true
}

// quadsOf gives a cursor to the quads of a step with a node in a direction.
func (s *stepShape) quadsOf(dir int, node graph.Ref) cursor {
	t, ok := node.(term)
	if !ok {
		return cursor{}
	}
	place, ok := s.f.place(dir, int(t))
	if !ok || s.fixed[dir] != free && s.fixed[dir] != place {
		return cursor{}
	}
	p := s.fixed
	p[dir] = place
	return cursor{s.f, s.f.span(p)}
}

// NextPath goes to another way to the node.
func (s *scanner) NextPath(ctx context.Context) bool {
	return s.index != nil && s.index.NextPath(ctx)
}

// TagResults tells what is tagged on the way to the node.
func (s *scanner) TagResults(dst map[string]graph.Ref) {
	s.tagRow(dst)
	switch {
	case s.from != nil:
		s.from.TagResults(dst)
	case s.index != nil:
		s.index.TagResults(dst)
	}
}

// Err gives what went wrong.
func (s *scanner) Err() error { return s.failure() }

// Close ends what is below.
func (s *scanner) Close() error {
	switch {
	case s.from != nil:
		return s.from.Close()
	case s.index != nil:
		return s.index.Close()
	}
	return nil
}

// A lookup tells whether nodes are among those of a step.
type lookup struct {
	walk
	found bool
}

// Contains tells whether a node is among those of the step.
func (l *lookup) Contains(ctx context.Context, node graph.Ref) bool {
	l.c = l.quadsOf(l.result, node)
	l.found = l.next(ctx)
	return l.found
}

// NextPath goes to another way to the node.
func (l *lookup) NextPath(ctx context.Context) bool {
	if l.index != nil && l.index.NextPath(ctx) {
		return true
	}
	l.found = l.next(ctx)
	return l.found
}

// TagResults tells what is tagged on the way to the node.
func (l *lookup) TagResults(dst map[string]graph.Ref) {
	if !l.found { // a negation asks all the same
		return
	}
	l.tagRow(dst)
	if l.index != nil {
		l.index.TagResults(dst)
	}
}

// Err gives what went wrong.
func (l *lookup) Err() error { return l.failure() }

// Close ends what is below.
func (l *lookup) Close() error {
	if l.index != nil {
		return l.index.Close()
	}
	return nil
}
