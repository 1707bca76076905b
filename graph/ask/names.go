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
	e := &ChoiceError{Name: several.Name, err: several}
	for _, among := range several.Among {
		c := Choice{Ref: among.Ref}
		for _, err := range q.store.FactsOf(c.ID) {
			if err != nil {
				return err
			}
			c.Facts++
		}
		var err error
		if c.Office, err = q.office(c.Ref); err != nil {
			return err
		}
		e.Choices = append(e.Choices, c)
	}
	slices.SortStableFunc(e.Choices, func(a, b Choice) int { return cmp.Compare(b.Facts, a.Facts) })
	return e
}

// find gives the entity that a name means, of one of types if any are given.
func (q *question) find(name string, types ...entity.Type) (identity.Entity, error) {
	e, err := q.store.Find(name, types...)
	if several, ok := errors.AsType[*graph.AmbiguousError](err); ok {
		return e, q.choices(several)
	}
	return e, err
}
