package graph

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph/identity"
)

// Errors of Find, for errors.Is.
var (
	ErrUnknownName   = errors.New("nothing in the graph has this name")
	ErrAmbiguousName = errors.New("the name fits several")
	ErrWrongType     = errors.New("wrong type")
)

// An AmbiguousError tells which entities a name fits equally well. It is
// ErrAmbiguousName for errors.Is.
type AmbiguousError struct {
	Name  string
	Among []identity.Entity // sorted by id
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q: %v: %s", e.Name, ErrAmbiguousName, list(e.Among))
}

// Is tells that e is ErrAmbiguousName.
func (e *AmbiguousError) Is(target error) bool { return target == ErrAmbiguousName }

// Find gives the entity, of one of types if any are given, that name means: its
// id, its label, an alias in any spelling ("Luong Cuong"), its words in another
// order, or some of them, whichever of these fits first. The error is
// ErrUnknownName, an AmbiguousError or ErrWrongType and names near or fitting ones.
func (s *Store) Find(name string, types ...entity.Type) (identity.Entity, error) {
	names, err := s.named()
	if err != nil {
		return identity.Entity{}, err
	}
	entities := having(names, name)
	found := called(ofTypes(entities, types), name)
	if len(found) == 0 {
		found = fitting(entities, name, types)
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return identity.Entity{}, &AmbiguousError{name, found}
	}
	return identity.Entity{}, unknown(having(names, ""), name, types)
}

// Like gives the entities, of one of types if any are given, of whose label or an
// alias name is a part, or all of it, in any order of its words, sorted by id.
func (s *Store) Like(name string, types ...entity.Type) ([]identity.Entity, error) {
	names, err := s.named()
	if err != nil {
		return nil, err
	}
	wanted := words(name)
	fits := func(form string) bool { return contains(words(form), wanted) }
	var like []identity.Entity
	for _, e := range ofTypes(having(names, name), types) {
		if len(wanted) > 0 && (fits(e.Name) || slices.ContainsFunc(e.Aliases, fits)) {
			like = append(like, e)
		}
	}
	return like, nil
}

// fitting gives the entities that name fits as Find has it, labels and aliases
// alike, all equally well.
func fitting(entities []identity.Entity, name string, types []entity.Type) []identity.Entity {
	folded := world.Fold(name)
	wanted := words(name)
	sorted := strings.Join(slices.Sorted(maps.Keys(wanted)), " ")
	fits := []func(form string) bool{
		func(form string) bool { return world.Fold(form) == folded },
		func(form string) bool { return strings.Join(slices.Sorted(maps.Keys(words(form))), " ") == sorted },
		func(form string) bool { return contains(words(form), wanted) },
	}
	among := ofTypes(entities, types)
	for i := range among {
		if among[i].ID == name {
			return among[i : i+1]
		}
	}
	for _, fit := range fits {
		var found []identity.Entity
		for _, e := range among {
			if len(wanted) > 0 && slices.ContainsFunc(append([]string{e.Name}, e.Aliases...), fit) {
				found = append(found, e)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// called gives the entities whose label is name in any spelling.
func called(among []identity.Entity, name string) []identity.Entity {
	folded := world.Fold(name)
	var found []identity.Entity
	for _, e := range among {
		if folded != "" && world.Fold(e.Name) == folded {
			found = append(found, e)
		}
	}
	return found
}

// unknown is the error for a name that fits nothing.
func unknown(entities []identity.Entity, name string, types []entity.Type) error {
	if other := fitting(entities, name, nil); len(other) > 0 {
		var want []string
		for _, t := range types {
			want = append(want, string(t))
		}
		return fmt.Errorf("%q: %w: %s is of type %s, want %s",
			name, ErrWrongType, list(other[:1]), other[0].Type, strings.Join(want, " or "))
	}
	if near := nearest(world.Fold(name), ofTypes(entities, types)); len(near) > 0 {
		return fmt.Errorf("%q: %w; near are %s", name, ErrUnknownName, list(near))
	}
	return fmt.Errorf("%q: %w", name, ErrUnknownName)
}

// ofTypes gives the entities of one of types, all if there are none.
func ofTypes(entities []identity.Entity, types []entity.Type) []identity.Entity {
	if len(types) == 0 {
		return entities
	}
	var among []identity.Entity
	for _, e := range entities {
		if slices.Contains(types, e.Type) {
			among = append(among, e)
		}
	}
	return among
}

func contains(set, part map[string]bool) bool {
	for w := range part {
		if !set[w] {
			return false
		}
	}
	return true
}

// list names at most five entities.
func list(entities []identity.Entity) string {
	var names []string
	for _, e := range entities[:min(len(entities), 5)] {
		names = append(names, fmt.Sprintf("%s (%s)", e.Name, e.ID))
	}
	if n := len(entities) - len(names); n > 0 {
		names = append(names, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(names, ", ")
}

// nearest gives at most five entities with a form that is few edits from the
// folded name, or has a word that is, the nearest first.
func nearest(folded string, among []identity.Entity) []identity.Entity {
	type near struct {
		identity.Entity
		edits int
	}
	var found []near
	for _, e := range among {
		best := -1
		try := func(a, b string) {
			limit := max(1, min(len(a), len(b))/3)
			if d := edits(a, b); d <= limit && (best < 0 || d < best) {
				best = d
			}
		}
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			try(folded, world.Fold(form))
			for w := range words(form) {
				for v := range words(folded) {
					if len(v) > 3 && len(w) > 3 {
						try(v, w)
					}
				}
			}
		}
		if best >= 0 {
			found = append(found, near{e, best})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.edits, b.edits) })
	var entities []identity.Entity
	for _, n := range found[:min(len(found), 5)] {
		entities = append(entities, n.Entity)
	}
	return entities
}

// edits is the Levenshtein distance of a and b in runes.
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j := range t {
			distance := diagonal
			if s[i] != t[j] {
				distance = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], distance
		}
	}
	return row[len(t)]
}
