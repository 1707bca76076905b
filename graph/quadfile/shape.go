package quadfile

import (
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

var _ shape.Optimizer = (*File)(nil)

// OptimizeShape replaces a step along quads, of which all but at most one end is
// given, by one that knows the lists of the file.
func (f *File) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.QuadsAction:
		if len(s.Save[quad.Label]) > 0 { // means those with a label only
			return s, false
		}
		st := newStep(f, s.Result)
		for d, node := range s.Filter {
			st.fix(d, node)
		}
		for d, tags := range s.Save {
			st.save(d, tags)
		}
		return st.shape(), true
	case shape.NodesFrom:
		quads, ok := s.Quads.(shape.Quads)
		if !ok {
			return s, false
		}
		st := newStep(f, s.Dir)
		for _, q := range quads {
			if !st.filter(q) {
				return s, false
			}
		}
		return st.shape(), true
	case shape.Union: // Cayley does not bear an empty part here
		full := slices.DeleteFunc(slices.Clone(s), shape.IsNull)
		if len(full) == 0 {
			return shape.Null{}, true
		}
		return full, len(full) < len(s)
	}
	return s, false
}

// filter takes a filter over, false if the step has no room for it.
func (s *step) filter(q shape.QuadFilter) bool {
	if _, ok := index(q.Dir); !ok || shape.IsNull(q.Values) {
		return false
	}
	values := q.Values
	var tags []string
	if saved, ok := values.(shape.Save); ok {
		if _, all := saved.From.(shape.AllNodes); all && q.Dir != quad.Label {
			s.save(q.Dir, saved.Tags)
			return true
		}
		if _, one := shape.One(saved.From); one {
			values, tags = saved.From, saved.Tags
		}
	}
	if node, one := shape.One(values); one {
		s.fix(q.Dir, node)
		s.save(q.Dir, tags)
		return true
	}
	if s.sub != nil {
		return false
	}
	s.sub = values
	s.subDir, _ = index(q.Dir)
	return true
}

// shape gives the step, or Null if no quad can fit, which a union bears and nil
// not.
func (s *step) shape() shape.Shape {
	if s.none {
		return shape.Null{}
	}
	return s
}

// BuildIterator makes the iterator of the step.
func (s *step) BuildIterator(qs graph.QuadStore) graph.Iterator {
	if s.none {
		return iterator.NewNull()
	}
	it := &stepShape{step: s}
	if s.sub != nil {
		it.sub = graph.AsShape(s.sub.BuildIterator(qs))
	}
	return graph.NewLegacy(it, nil)
}

// Optimize optimizes what is below the step.
func (s *step) Optimize(r shape.Optimizer) (shape.Shape, bool) {
	if s.sub == nil {
		return s, false
	}
	sub, changed := s.sub.Optimize(r)
	if shape.IsNull(sub) {
		return shape.Null{}, true
	}
	if !changed {
		return s, false
	}
	better := *s
	better.sub = sub
	return &better, true
}
