package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// An Entity is a thing of the graph, under the name that most documents use in
// full.
type Entity struct {
	entity.Ref
	Aliases []string `json:"aliases,omitempty"` // all other forms, sorted
	SameAs  string   `json:"sameAs,omitempty"`  // Wikidata item ("Q881")
}

// relabel shows e by another name.
func (e *Entity) relabel(name string) {
	e.Aliases = slices.DeleteFunc(append(e.Aliases, e.Name), func(a string) bool { return a == name })
	slices.Sort(e.Aliases)
	e.Name = name
}

// forms are the names of an entity.
type forms struct {
	typ        entity.Type
	full, part map[string]int // how many documents have the form as the name
	other      map[string]bool
	sameAs     string
}

// formsOf gathers the names of entities by ids that are not joined.
func formsOf(j *joins, docs []Document) map[string]*forms {
	all := map[string]*forms{}
	add := func(id string, r entity.Ref) *forms {
		f := all[id]
		if f == nil {
			f = &forms{typ: r.Type}
			all[id] = f
		}
		note(&f.other, r.Name)
		return f
	}
	for _, d := range docs {
		for i := range d.Entities {
			e := &d.Entities[i]
			f := add(j.told(d.ID, e.ID), e.Ref)
			if e.Partial {
				count(&f.part, e.Name, 1)
			} else {
				count(&f.full, e.Name, 1)
			}
			for _, a := range e.Aliases {
				note(&f.other, a)
			}
			f.identify(e.SameAs)
		}
		for i := range d.Facts {
			f := &d.Facts[i]
			for r := range f.Refs() {
				if r == &f.Object && isUnowned(f) {
					add(j.of(d.ID, f, r), *r)
				} else {
					add(j.told(d.ID, r.ID), *r)
				}
			}
		}
	}
	return all
}

// identify notes a Wikidata item, of several the least.
func (f *forms) identify(item string) {
	if item != "" && (f.sameAs == "" || item < f.sameAs) {
		f.sameAs = item
	}
}

// add takes in the forms of what is the same.
func (f *forms) add(o *forms) {
	for n, c := range o.full {
		count(&f.full, n, c)
	}
	for n, c := range o.part {
		count(&f.part, n, c)
	}
	for name := range o.other {
		note(&f.other, name)
	}
	f.identify(o.sameAs)
}

// documents tells how many documents have a name in full, and part of one.
func (f *forms) documents() (full, part int) {
	for _, n := range f.full {
		full += n
	}
	for _, n := range f.part {
		part += n
	}
	return full, part
}

// name gives the form that most documents have in full, of equals the longest.
func (f *forms) name() string {
	counts := f.full
	if len(counts) == 0 {
		counts = f.part
	}
	if len(counts) == 0 { // named by facts only
		counts = map[string]int{}
		for name := range f.other {
			counts[name] = 1
		}
	}
	return mostUsed(counts)
}

// joinSame joins what the aliases say is one and is not yet.
func (j *joins) joinSame(v *verdicts, all map[string]*forms) {
	if len(v.groups) == 0 {
		return
	}
	documents := map[string][2]int{} // that have a name in full, and part of one, by the id of what it is joined with
	for id, f := range all {
		full, part := f.documents()
		to := j.last(id)
		documents[to] = [2]int{documents[to][0] + full, documents[to][1] + part}
	}
	for _, group := range v.groups {
		byType := map[entity.Type]map[string]bool{}
		for _, id := range group {
			if f := all[id]; f != nil {
				if byType[f.typ] == nil {
					byType[f.typ] = map[string]bool{}
				}
				byType[f.typ][j.last(id)] = true
			}
		}
		for _, ids := range byType {
			to := mostTold(documents, ids)
			for _, id := range slices.Sorted(maps.Keys(ids)) {
				if id == to {
					continue
				}
				j.join(entity.Ref{ID: id, Type: all[id].typ, Name: all[id].name()}, to, byAliases)
				documents[to] = [2]int{documents[to][0] + documents[id][0], documents[to][1] + documents[id][1]}
			}
		}
	}
}

// mostTold gives the one of ids that most documents name in full, of equals that
// with most parts of names, then the least.
func mostTold(documents map[string][2]int, ids map[string]bool) string {
	return slices.MinFunc(slices.Collect(maps.Keys(ids)), func(a, b string) int {
		x, y := documents[a], documents[b]
		return cmp.Or(cmp.Compare(y[0], x[0]), cmp.Compare(y[1], x[1]), strings.Compare(a, b))
	})
}

// named makes the entities: all forms of what is one, under the name that most
// documents have in full. It uses up what all has.
func named(j *joins, all map[string]*forms) map[string]*Entity {
	joined := map[string]*forms{}
	for id, f := range all {
		to := j.last(id)
		if joined[to] == nil {
			joined[to] = f
		} else {
			joined[to].add(f)
		}
	}
	entities := make(map[string]*Entity, len(joined))
	for id, f := range joined {
		e := &Entity{Ref: entity.Ref{ID: id, Type: f.typ, Name: f.name()}, SameAs: f.sameAs}
		delete(f.other, e.Name)
		e.Aliases = slices.Sorted(maps.Keys(f.other))
		entities[id] = e
	}
	return entities
}
