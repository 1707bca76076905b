package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// verdicts are aliases by the ids that their names have.
type verdicts struct {
	same, different map[string][]place
	groups          [][]string // of same: the ids of each
	labels          []rules.KeyValue
}

// A place is an item of a group.
type place struct{ group, item int }

func newVerdicts(a *rules.Aliases) *verdicts {
	v := &verdicts{same: map[string][]place{}, different: map[string][]place{}}
	if a == nil {
		return v
	}
	for g, items := range a.Same {
		v.groups = append(v.groups, nil)
		for i, item := range items {
			for _, id := range idsOf(item) {
				v.same[id] = append(v.same[id], place{g, i})
				v.groups[g] = append(v.groups[g], id)
			}
		}
	}
	for g, items := range a.Different {
		for i, item := range items {
			for _, id := range idsOf(item) {
				v.different[id] = append(v.different[id], place{g, i})
			}
		}
	}
	v.labels = a.Labels
	return v
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
	told := map[string]bool{}
	for _, rec := range records {
		for i := range rec.Entities {
			told[rec.Entities[i].ID] = true
		}
		for i := range rec.Facts {
			for r := range refs(&rec.Facts[i]) {
				told[r.ID] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(aliases.Names), func(n rules.Named) bool {
		return slices.ContainsFunc(idsOf(n.Name), func(id string) bool { return told[id] || told[base(id)] })
	}), nil
}

// idsOf gives the ids that a name can have, one a type, or the id that it is.
func idsOf(name string) []string {
	if prefix, local, ok := strings.Cut(name, ":"); ok && own[prefix] && local != "" && !strings.Contains(local, " ") {
		return []string{name}
	}
	var ids []string
	words := strings.Fields(name)
	for t := range classes {
		id := entity.MakeID(t, name)
		switch t {
		case entity.Person:
			id = world.PersonID(name)
		case entity.Country:
			if c, n, _ := world.FindCountry(words); c != nil && n == len(words) {
				id = c.ID
			}
		case entity.Organization:
			if o, n := world.FindOrganization(words); o != nil && n == len(words) {
				id = o.ID
			}
		case entity.Place:
			if p, n := world.FindPlace(words); p != nil && n == len(words) {
				id = p.ID
			}
		}
		ids = append(ids, id)
	}
	return ids
}

// one tells whether two ids are the same by the aliases, apart whether they are not.
func (v *verdicts) one(a, b string) bool {
	for _, p := range v.same[a] {
		for _, q := range v.same[b] {
			if p.group == q.group {
				return true
			}
		}
	}
	return false
}

func (v *verdicts) apart(a, b string) bool {
	for _, p := range v.different[a] {
		for _, q := range v.different[b] {
			if p.group == q.group && p.item != q.item {
				return true
			}
		}
	}
	return false
}

// keys gives what ids that are the same have in common.
func (v *verdicts) keys(id string) []string {
	var keys []string
	for _, p := range v.same[id] {
		keys = append(keys, fmt.Sprint("same ", p.group))
	}
	return keys
}
