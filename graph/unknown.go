package graph

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// An UnknownID is an id that a script names and the graph does not have.
type UnknownID struct {
	ID   string
	Near []string // ids of the graph that may be meant, at most five
}

// quotedIRI finds IRIs as Gizmo scripts write them.
var quotedIRI = regexp.MustCompile("[\"'`]<([^<>\\s]+)>[\"'`]")

// Unknown gives the ids in a Gizmo script ("<person:luong-cuong>") that are
// nowhere in the graph, each once and in the order of the script.
func (s *Store) Unknown(script string) ([]UnknownID, error) {
	s.mu.RLock()
	qs, err := s.quadStore()
	s.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	var unknown []UnknownID
	for _, m := range quotedIRI.FindAllStringSubmatch(script, -1) {
		id := m[1]
		if qs.ValueOf(quad.IRI(id)) != nil || slices.ContainsFunc(unknown, func(u UnknownID) bool { return u.ID == id }) {
			continue
		}
		near, err := s.nearID(id)
		if err != nil {
			return nil, err
		}
		unknown = append(unknown, UnknownID{id, near})
	}
	return unknown, nil
}

// nearID gives ids of the graph like one that it does not have: of things whose
// names have its words, else those of the same kind that are few edits away.
func (s *Store) nearID(id string) ([]string, error) {
	prefix, rest, _ := strings.Cut(id, ":")
	m, err := s.things()
	if err != nil {
		return nil, err
	}
	var among []identity.Entity // whose names are their ids
	for _, e := range m.entities {
		if prefixOf(e.Type) == prefix {
			among = append(among, calledByID(e.ID))
		}
	}
	if len(among) > 0 {
		var types []entity.Type
		for t := range classes {
			if prefixOf(t) == prefix {
				types = append(types, t)
			}
		}
		e, err := s.Find(strings.ReplaceAll(rest, "-", " "), types...)
		if err == nil {
			return []string{e.ID}, nil
		}
		if !errors.Is(err, ErrUnknownName) && !errors.Is(err, ErrAmbiguousName) {
			return nil, err
		}
	} else if among, err = s.nodes(prefix); err != nil {
		return nil, err
	}
	var ids []string
	for _, e := range nearest(rest, among) {
		ids = append(ids, e.ID)
	}
	return ids, nil
}

// nodes gives what has an id with a prefix, sorted by it.
func (s *Store) nodes(prefix string) ([]identity.Entity, error) {
	seen := map[quad.IRI]bool{}
	var nodes []identity.Entity
	for q, err := range s.Quads() {
		if err != nil {
			return nil, err
		}
		for _, d := range quad.Directions {
			if iri, ok := q.Get(d).(quad.IRI); ok && !seen[iri] && strings.HasPrefix(string(iri), prefix+":") {
				seen[iri] = true
				nodes = append(nodes, calledByID(string(iri)))
			}
		}
	}
	slices.SortFunc(nodes, func(a, b identity.Entity) int { return strings.Compare(a.ID, b.ID) })
	return nodes, nil
}

// calledByID makes an entity with the id for its name, without the prefix.
func calledByID(id string) identity.Entity {
	_, local, _ := strings.Cut(id, ":")
	return identity.Entity{Ref: entity.Ref{ID: id, Name: local}}
}
