package quadfile

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// A step is a shape: the nodes in one direction of the quads that fit a pattern
// and of which, if there is a sub, the node in another direction is one of its.
type step struct {
	f      *File
	result int
	fixed  pattern
	none   bool // no quad fits
	tags   [4][]string
	sub    shape.Shape
	subDir int
}

func newStep(f *File, result quad.Direction) *step {
	dir, _ := index(result)
	return &step{f: f, result: dir, fixed: anyQuad}
}

// fix narrows the step to quads with a node in a direction.
func (s *step) fix(d quad.Direction, node graph.Ref) {
	dir, _ := index(d)
	t, ok := node.(term)
	place := 0
	if ok {
		place, ok = s.f.place(dir, int(t))
	}
	if !ok || s.fixed[dir] != free && s.fixed[dir] != place {
		s.none = true
	}
	s.fixed[dir] = place
}

func (s *step) save(d quad.Direction, tags []string) {
	dir, _ := index(d)
	s.tags[dir] = append(s.tags[dir], tags...)
}
