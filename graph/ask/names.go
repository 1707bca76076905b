package ask

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// A Choice is an entity that an ambiguous name may mean, with what tells it from others.
type Choice struct {
	entity.Ref
	Office string // of a person, "Prime Minister, Japan"; "" if unknown
	Facts  int    // in which it has a part
}

// A ChoiceError is the error for a name that fits several. It is a
// graph.AmbiguousError for errors.As.
type ChoiceError struct {
	Name    string
	Choices []Choice // those with most facts first
	err     *graph.AmbiguousError
}

func (e *ChoiceError) Error() string {
	names := make([]string, 0, len(e.Choices))
	for _, c := range e.Choices[:min(len(e.Choices), 5)] {
		names = append(names, fmt.Sprintf("%s (%s)", c.Name, c.ID))
	}
	if n := len(e.Choices) - len(names); n > 0 {
		names = append(names, fmt.Sprintf("and %d more", n))
	}
	return fmt.Sprintf("%q: %v: %s", e.Name, graph.ErrAmbiguousName, strings.Join(names, ", "))
}

func (e *ChoiceError) Unwrap() error { return e.err }

// choices tells apart what a name fits.
func (q *question) choices(several *graph.AmbiguousError) error {
	among, err := q.weighed(several.Among)
	for i := range among {
		if err == nil {
			among[i].Office, err = q.office(among[i].Ref)
		}
	}
	if err != nil {
		return err
	}
	return &ChoiceError{Name: several.Name, Choices: among, err: several}
}

// weighed gives entities without their offices, those with most facts first.
func (q *question) weighed(among []identity.Entity) ([]Choice, error) {
	var choices []Choice
	for _, e := range among {
		n, err := q.store.CountFactsOf(e.ID)
		if err != nil {
			return nil, err
		}
		choices = append(choices, Choice{Ref: e.Ref, Facts: n})
	}
	slices.SortStableFunc(choices, func(a, b Choice) int { return cmp.Compare(b.Facts, a.Facts) })
	return choices, nil
}

// find gives the entity that a name means, of one of types if any are given. What
// goes by a name goes before what is only described by the same words, as the
// subject of talks "Sri Lanka". A hint tells of longer names of which more is told.
func (q *question) find(name string, types ...entity.Type) (identity.Entity, error) {
	e, err := q.store.Find(name, types...)
	if several, ok := errors.AsType[*graph.AmbiguousError](err); ok {
		named := slices.DeleteFunc(slices.Clone(several.Among), func(e identity.Entity) bool { return described[e.Type] })
		if len(named) != 1 {
			return e, q.choices(several)
		}
		e, err = named[0], nil
	}
	if err != nil || name == e.ID {
		return e, err
	}
	return e, q.tellLonger(name, e)
}

// described are the types of what has no name of its own.
var described = map[entity.Type]bool{
	entity.Area: true, entity.Position: true, entity.Agreement: true, entity.Event: true,
}

// tellLonger says which longer names like that of e have more facts.
func (q *question) tellLonger(name string, e identity.Entity) error {
	like, err := q.store.Like(name, e.Type)
	if err != nil || len(like) < 2 {
		return err
	}
	all, err := q.weighed(like)
	if err != nil {
		return err
	}
	var longer []string
	for _, c := range all {
		if c.ID == e.ID {
			break
		}
		longer = append(longer, fmt.Sprintf("%s (%s, %s)", c.Name, c.ID, plural(c.Facts, "fact", "facts")))
	}
	if len(longer) > 0 {
		q.hint("%q is taken for %s; more is told of %s", name, e.ID, some(longer, 3))
	}
	return nil
}
