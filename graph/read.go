package graph

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/graph/quadfile"
)

// Quads gives all quads of the graph, each once, ordered by subject, predicate,
// object and label.
func (s *Store) Quads() iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		s.mu.RLock()
		f, err := s.quadStore()
		s.mu.RUnlock()
		if err == nil {
			err = quadfile.Guard(func() error {
				for q, err := range f.Quads() {
					if err != nil || !yield(q, nil) {
						return err
					}
				}
				return nil
			})
		}
		if err != nil {
			yield(quad.Quad{}, damaged(err))
		}
	}
}

// CountQuads tells how many quads Quads gives.
func (s *Store) CountQuads() (int, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, err := s.quadStore()
	if err != nil {
		return 0, err
	}
	return f.Len(), nil
}

// Documents gives the documents, sorted by id.
func (s *Store) Documents() iter.Seq2[Document, error] {
	return each(s, func(m *model) []Document { return m.documents })
}

// Entities gives the entities that facts name, sorted by id.
func (s *Store) Entities() iter.Seq2[identity.Entity, error] {
	return each(s, func(m *model) []identity.Entity { return m.entities })
}

// Facts gives the merged facts, sorted by id. They are not to be changed.
func (s *Store) Facts() iter.Seq2[Fact, error] {
	return each(s, func(m *model) []Fact { return m.facts })
}

// AllFacts gives what Facts gives as a list that is the store's own: it is not to be changed.
func (s *Store) AllFacts() ([]Fact, error) {
	m, err := s.things()
	if err != nil {
		return nil, err
	}
	return m.facts, nil
}

// FactsOf gives the facts in which the entity with an id has a part, as
// Fact.Involves has it, sorted by id, those of some relations if any are given. They
// are not to be changed.
func (s *Store) FactsOf(id string, relations ...string) iter.Seq2[Fact, error] {
	return func(yield func(Fact, error) bool) {
		facts, err := s.factsOf(id, relations)
		if !errors.Is(err, errWhole) {
			sequence(facts, err)(yield)
			return
		}
		m, err := s.things()
		if err != nil {
			yield(Fact{}, err)
			return
		}
		for _, i := range m.involving()[id] {
			wanted := len(relations) == 0 || slices.Contains(relations, m.facts[i].Relation)
			if wanted && !yield(m.facts[i], nil) {
				return
			}
		}
	}
}

// CountFactsOf tells how many facts FactsOf gives for an id.
func (s *Store) CountFactsOf(id string) (int, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	n, err := s.narrowly()
	if err != nil {
		return 0, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.model != nil {
		return len(s.model.involving()[id]), nil
	}
	return len(n.nodesOf(id)), damaged(n.err)
}

func each[T any](s *Store, list func(*model) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		m, err := s.things()
		if err != nil {
			m = &model{}
		}
		sequence(list(m), err)(yield)
	}
}

// sequence gives list, or only err.
func sequence[T any](list []T, err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if err != nil {
			var zero T
			yield(zero, err)
			return
		}
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// factsOf gives the facts of one entity without reading all, as long as that is quicker.
func (s *Store) factsOf(id string, relations []string) ([]Fact, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	n, err := s.narrowly()
	if err != nil {
		return nil, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.model != nil || len(n.facts) >= enough {
		return nil, errWhole
	}
	facts, err := n.factsOf(id, relations)
	return facts, damaged(err)
}

// errWhole says that all of the graph is to be read.
var errWhole = errors.New("the whole graph is wanted")

// narrowly gives the reader of single things.
func (s *Store) narrowly() (*narrow, error) {
	f, err := s.quadStore()
	if err != nil {
		return nil, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if s.narrow == nil {
		s.narrow = newNarrow(f)
	}
	return s.narrow, nil
}

// named gives the names of all entities without reading all else.
func (s *Store) named() ([]namedEntity, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	n, err := s.narrowly()
	if err != nil {
		return nil, err
	}
	s.lazy.Lock()
	defer s.lazy.Unlock()
	if n.names == nil {
		n.names, err = s.readNames(n)
	}
	return n.names, err
}

// readNames reads the names that the file has of its graph, else makes them.
func (s *Store) readNames(n *narrow) ([]namedEntity, error) {
	if s.kept {
		data, err := s.committed.from.names()
		var names []namedEntity
		if data != nil && err == nil {
			err = decode(data, codeNames(&names))
		}
		if errors.Is(err, errCoded) {
			err = fmt.Errorf("%w: section %s: %w", ErrDamaged, namesSection, err)
		}
		if data != nil || err != nil {
			return names, err
		}
	}
	if s.model != nil {
		return namesOf(s.model.entities), nil
	}
	entities, err := n.entities()
	return namesOf(entities), damaged(err)
}
