package graph

import (
	"maps"
	"slices"

	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

// Merges tells what was taken for one although documents call it by several ids,
// and why, sorted by document and id. It is empty for a graph that was read
// from N-Quads.
func (s *Store) Merges() ([]identity.Merge, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	records, err := s.allRecords()
	if err != nil {
		return nil, err
	}
	return identity.Resolve(told(records), s.aliases).Merges(), nil
}

// Doubtful gives what a person who knows should be asked: likely duplicates, and who
// is likely two taken for one. It is empty for a graph that was read from N-Quads.
func (s *Store) Doubtful() ([]identity.Doubtful, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	records, err := s.allRecords()
	if err != nil {
		return nil, err
	}
	return identity.Resolve(told(records), s.aliases).Doubtful(), nil
}

// Unmatched tells which of the names and ids of aliases no document of the store
// has, in the order of the file: they are mostly misspelt.
func (s *Store) Unmatched(aliases *rules.Aliases) ([]rules.Named, error) {
	s.mu.RLock()
	records, err := s.allRecords()
	s.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	return identity.Unmatched(told(records), aliases), nil
}

// Explain tells of each thing that a name fits, as with Find and also of what
// no fact names, why it is one, and what was not joined with it. A graph that
// was read from N-Quads does not know merges and what is apart. The error is
// ErrUnknownName or ErrAmbiguousName; the latter if the name fits more than five.
func (s *Store) Explain(name string) ([]*identity.Explanation, error) {
	s.mu.RLock()
	records, err := s.allRecords()
	aliases := s.aliases
	s.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	var who *identity.Identity
	var facts *model
	var entities []identity.Entity
	if len(records) > 0 {
		who = identity.Resolve(told(records), aliases)
		entities = who.Entities()
	} else {
		if facts, err = s.things(); err != nil {
			return nil, err
		}
		entities = facts.entities
	}
	found := fitting(entities, name, nil)
	switch {
	case len(found) == 0:
		return nil, unknown(entities, name, nil)
	case len(found) > 5:
		return nil, &AmbiguousError{name, found}
	}
	var all []*identity.Explanation
	for _, e := range found {
		if who == nil {
			all = append(all, facts.explain(e))
		} else {
			all = append(all, who.Explain(e.ID))
		}
	}
	return all, nil
}

// explain explains one entity by what facts tell.
func (m *model) explain(e identity.Entity) *identity.Explanation {
	x := &identity.Explanation{Entity: e}
	docs := map[string]bool{}
	for _, f := range m.facts {
		if !f.Involves(e.ID) {
			continue
		}
		var told []string
		for _, st := range f.Statements {
			docs[st.Doc] = true
			told = append(told, st.Doc)
		}
		if f.Relation == "holdsPosition" && f.Subject.ID == e.ID {
			office := identity.Office{Title: f.Object.Name, Of: f.Of, To: f.To, Status: string(f.Status)}
			x.Offices = append(x.Offices, identity.OfficeTold{Office: office, Docs: told})
		}
	}
	slices.SortFunc(x.Offices, identity.OfficeTold.Compare)
	x.Documents = slices.Sorted(maps.Keys(docs))
	return x
}
