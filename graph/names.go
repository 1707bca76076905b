package graph

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph/identity"
)

// A namedEntity is an entity as Find looks for it.
type namedEntity struct {
	identity.Entity
	folded string // its label and aliases, each on a line
}

// namesOf makes the names of entities, in their order.
func namesOf(entities []identity.Entity) []namedEntity {
	names := make([]namedEntity, len(entities))
	var forms []string
	for i, e := range entities {
		forms = append(forms[:0], world.Fold(e.Name))
		for _, a := range e.Aliases {
			forms = append(forms, world.Fold(a))
		}
		names[i] = namedEntity{e, strings.Join(forms, "\n")}
	}
	return names
}

// asInGraph gives e as it is read back from the quads that quadWriter.entity makes
// of it; ok is false if it is then no entity.
func asInGraph(e identity.Entity) (_ identity.Entity, ok bool) {
	if e.Type = typeOfClass(classOf(e.Type)); e.Type == "" {
		return e, false
	}
	if e.Name == "" {
		e.Name = e.ID
	}
	e.Aliases = slices.DeleteFunc(slices.Clone(e.Aliases), func(a string) bool { return a == "" })
	if slices.Sort(e.Aliases); len(e.Aliases) == 0 {
		e.Aliases = nil
	}
	e.Aliases = slices.Compact(e.Aliases)
	return e, true
}

// codeNames writes or reads names.
func codeNames(names *[]namedEntity) func(*coder) {
	return func(c *coder) {
		elements(c, names, func(n *namedEntity) {
			c.ref(&n.Ref)
			elements(c, &n.Aliases, c.text)
			c.text(&n.SameAs)
			c.text(&n.folded)
		})
	}
}

// having gives the entities that have the id text, or all its words, be they parts
// of longer ones, in their names: those that can fit it, and maybe others.
func having(names []namedEntity, text string) []identity.Entity {
	wanted := words(text)
	var found []identity.Entity
	for i := range names {
		fits := true
		for w := range wanted {
			fits = fits && strings.Contains(names[i].folded, w)
		}
		if fits || names[i].ID == text {
			found = append(found, names[i].Entity)
		}
	}
	return found
}

// words gives the folded words of a name.
func words(name string) map[string]bool {
	m := map[string]bool{}
	gap := func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }
	for _, w := range strings.FieldsFunc(world.Fold(name), gap) {
		m[w] = true
	}
	return m
}
