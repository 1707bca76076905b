// Package identity decides who is who over documents: which of the things that
// they name are one, and under which id and name.
//
// In comes what each document says, its entities and facts with ids of its own
// making, and what a user overrules; out goes an Identity, which gives the id of
// the graph for any id of a document, the entities, and the reasons for what was
// joined and what was not. It is a function of the set of documents, whatever
// their order. It knows nothing of quads, stores or files.
package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/rules"
)

// An Identity says who is who in all documents together. It is immutable and
// safe for concurrent use.
type Identity struct {
	Names
	docs   []Document // sorted by id
	people *people
}

// Names are what an Identity has for the ids of documents, without the reasons: far
// less to keep. They are immutable and safe for concurrent use.
type Names struct {
	joins    *joins
	entities map[string]*Entity // by id
}

// Resolve decides who is who in docs, whose ids differ and which are not to be
// changed as long as the identity is in use; aliases may be nil.
//
// Entities of one id are one, but people and national bodies of whom documents
// say that they are of different countries are not. People in full whose names
// fit are one when something known of both agrees and nothing differs, and
// nobody else fits; the less the names agree, and the more people have such names,
// the more has to (after Fellegi and Sunter 1969). A person of whom a document knows only part of the name is
// the one whom some document names in full, if there is exactly one whose name
// has that part, whose country or office agrees and from whom nothing that is
// known differs; of whom nothing else is known, the one who nearly alone is called so.
// Agreements, events and offices without names are those of their parties, day and
// document. A document that tells two apart is not overruled. Aliases
// overrule all of this.
func Resolve(docs []Document, aliases *rules.Aliases) *Identity {
	docs = slices.SortedFunc(slices.Values(docs), func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	j, v := newJoins(), newVerdicts(aliases)
	ps := newPeople(j, docs, v)
	ps.join(j)
	ps.resolve(j, docs)
	j.tellBodies(docs)
	regions := j.tellPlaces(docs)
	unnamed := j.tellUnnamed(docs)
	j.tellOffices(docs)

	forms := formsOf(j, docs)
	j.joinSame(v, forms)
	entities := named(j, forms)
	called := func(id string) string {
		if e := entities[j.last(id)]; e != nil {
			return e.Name
		}
		return id
	}
	for id, u := range unnamed {
		if e := entities[j.last(id)]; e != nil && e.ID == id {
			e.relabel(u.label(e.Name, called))
		}
	}
	for id, region := range regions {
		if e := entities[j.last(id)]; e != nil && e.ID == id {
			e.relabel(e.Name + ", " + region)
		}
	}
	for _, l := range v.labels {
		for _, id := range idsOf(l.Key) {
			if e := entities[j.last(id)]; e != nil && forms[id] != nil {
				e.relabel(l.Value)
			}
		}
	}
	for i := range j.merges {
		j.merges[i].Into = entities[j.last(j.merges[i].Into.ID)].Ref
	}
	slices.SortFunc(j.merges, func(a, b Merge) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc), strings.Compare(a.From.ID, b.From.ID))
	})
	return &Identity{Names{j, entities}, docs, ps}
}

// ID gives the graph's id for an id of a document, the same for one that the
// document does not have.
func (in Names) ID(doc, id string) string { return in.joins.id(doc, id) }

// Ref gives the graph's name for what a document calls r: r itself for what no
// entity or fact of a document is.
func (in Names) Ref(doc string, r entity.Ref) entity.Ref {
	if e := in.entities[in.ID(doc, r.ID)]; e != nil {
		return e.Ref
	}
	return r
}

// Office gives the graph's names of the office that a fact gives somebody, and of
// whose it is, as other documents may tell.
func (in Names) Office(f *extract.Fact) (office, owner entity.Ref) {
	if !isUnowned(f) {
		return in.Ref(f.Doc, f.Object), in.Ref(f.Doc, f.Of)
	}
	office = f.Object
	o := in.joins.offices[unowned{in.ID(f.Doc, f.Subject.ID), f.Object.ID}]
	if e := in.entities[in.joins.last(o.id)]; e != nil {
		office = e.Ref
	}
	if o.owner.ID != "" {
		owner = in.Ref(o.doc, o.owner)
	}
	return office, owner
}

// Entity gives the entity with an id of the graph; ok tells whether there is one.
func (in Names) Entity(id string) (e Entity, ok bool) {
	if e := in.entities[id]; e != nil {
		return *e, true
	}
	return Entity{}, false
}

// Entities gives all that documents name, sorted by id.
func (in *Identity) Entities() []Entity {
	entities := make([]Entity, 0, len(in.entities))
	for _, id := range slices.Sorted(maps.Keys(in.entities)) {
		entities = append(entities, *in.entities[id])
	}
	return entities
}

// Merges tells what was taken for one although documents call it by several ids,
// and why, sorted by document and id.
func (in *Identity) Merges() []Merge { return slices.Clone(in.joins.merges) }
