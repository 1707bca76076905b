package graph

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Merge tells that what documents call by two ids is one thing.
type Merge struct {
	Doc    string     `json:"doc,omitempty"` // the only document that the merge is about; "" if it is about all that have From
	From   entity.Ref `json:"from"`          // the thing as documents alone would have it
	Into   entity.Ref `json:"into"`          // the thing of the graph
	Reason string     `json:"reason"`
}

// An Entity is a thing of the graph, under the name that most documents use in
// full.
type Entity struct {
	entity.Ref
	Aliases []string `json:"aliases,omitempty"` // all other forms, sorted
	SameAs  string   `json:"sameAs,omitempty"`  // Wikidata item ("Q881")
}

// An identity says who is who in all documents together.
type identity struct {
	entities map[string]*Entity // by id
	ids      map[mention]string // what documents tell, where it is not the id that they give
	into     map[string]string  // what those are joined with
	merges   []Merge            // sorted by document, then id
	people   *people
}

// A mention is an entity of one document.
type mention struct{ doc, id string }

// told gives the id of what a document calls id, before things are joined.
func (in *identity) told(doc, id string) string {
	if to, ok := in.ids[mention{doc, id}]; ok {
		return to
	}
	return id
}

// last gives the id of what a thing is joined with.
func (in *identity) last(id string) string {
	for {
		to, ok := in.into[id]
		if !ok {
			return id
		}
		id = to
	}
}

// id gives the graph's id for an id of a document.
func (in *identity) id(doc, id string) string { return in.last(in.told(doc, id)) }

// ref gives the graph's name for what a document calls r.
func (in *identity) ref(doc string, r entity.Ref) entity.Ref {
	if r.ID == "" {
		return r
	}
	return in.entities[in.id(doc, r.ID)].Ref
}

// identify decides who is who in records, which are sorted by document; aliases
// may be nil.
//
// Entities of one id are one, but people and national bodies of whom documents
// say that they are of different countries are not. People in full whose names
// fit are one when something known of both agrees and nothing differs, and
// nobody else fits. A person of whom a document knows only part of the name is
// the one whom some document names in full, if there is exactly one whose name
// has that part, whose country or office agrees and from whom nothing that is
// known differs. A document that tells two apart is not overruled. Aliases
// overrule all of this.
func identify(records []*record, aliases *rules.Aliases) *identity {
	in := &identity{entities: map[string]*Entity{}, ids: map[mention]string{}, into: map[string]string{}}
	v := newVerdicts(aliases)
	in.people = newPeople(in, records, v)
	in.people.join(in)
	in.people.resolve(in, records)
	in.tellBodies(records)

	forms := in.forms(records)
	in.joinSame(v, forms)
	in.name(forms)
	for _, l := range v.labels {
		for _, id := range idsOf(l.Key) {
			if e := in.entities[in.last(id)]; e != nil && forms[id] != nil {
				e.relabel(l.Value)
			}
		}
	}
	for i := range in.merges {
		in.merges[i].Into = in.entities[in.last(in.merges[i].Into.ID)].Ref
	}
	slices.SortFunc(in.merges, func(a, b Merge) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc), strings.Compare(a.From.ID, b.From.ID))
	})
	return in
}

// forms are the names of an entity.
type forms struct {
	typ        entity.Type
	full, part map[string]int // how many documents have the form as the name
	other      map[string]bool
	sameAs     string
}

// forms gathers the names of entities by ids that are not joined.
func (in *identity) forms(records []*record) map[string]*forms {
	all := map[string]*forms{}
	add := func(doc string, r entity.Ref) *forms {
		id := in.told(doc, r.ID)
		f := all[id]
		if f == nil {
			f = &forms{typ: r.Type, full: map[string]int{}, part: map[string]int{}, other: map[string]bool{}}
			all[id] = f
		}
		f.other[r.Name] = true
		return f
	}
	for _, rec := range records {
		for i := range rec.Entities {
			e := &rec.Entities[i]
			f := add(rec.Document.ID, e.Ref)
			if e.Partial {
				f.part[e.Name]++
			} else {
				f.full[e.Name]++
			}
			for _, a := range e.Aliases {
				f.other[a] = true
			}
			if e.SameAs != "" && (f.sameAs == "" || e.SameAs < f.sameAs) {
				f.sameAs = e.SameAs
			}
		}
		for i := range rec.Facts {
			for r := range refs(&rec.Facts[i]) {
				add(rec.Document.ID, *r)
			}
		}
	}
	return all
}

// joinSame joins what the aliases say is one and is not yet.
func (in *identity) joinSame(v *verdicts, all map[string]*forms) {
	weight := func(id string) (full, part int) {
		for other, f := range all {
			if in.last(other) == id {
				for _, n := range f.full {
					full += n
				}
				for _, n := range f.part {
					part += n
				}
			}
		}
		return full, part
	}
	for _, group := range v.groups {
		byType := map[entity.Type]map[string]bool{}
		for _, id := range group {
			if f := all[id]; f != nil {
				if byType[f.typ] == nil {
					byType[f.typ] = map[string]bool{}
				}
				byType[f.typ][in.last(id)] = true
			}
		}
		for _, ids := range byType {
			to := ""
			var most, mostParts int
			for _, id := range slices.Sorted(maps.Keys(ids)) {
				if full, part := weight(id); to == "" || full > most || full == most && part > mostParts {
					to, most, mostParts = id, full, part
				}
			}
			for _, id := range slices.Sorted(maps.Keys(ids)) {
				if id != to {
					in.into[id] = to
					in.merges = append(in.merges, Merge{From: entity.Ref{ID: id, Type: all[id].typ, Name: all[id].name()}, Into: entity.Ref{ID: to}, Reason: byAliases})
				}
			}
		}
	}
}

// name makes the entities: all forms of what is one, under the name that most
// documents have in full.
func (in *identity) name(all map[string]*forms) {
	joined := map[string]*forms{}
	for id, f := range all {
		to := in.last(id)
		if joined[to] == nil {
			joined[to] = &forms{typ: f.typ, full: map[string]int{}, part: map[string]int{}, other: map[string]bool{}}
		}
		j := joined[to]
		for n, c := range f.full {
			j.full[n] += c
		}
		for n, c := range f.part {
			j.part[n] += c
		}
		maps.Copy(j.other, f.other)
		if f.sameAs != "" && (j.sameAs == "" || f.sameAs < j.sameAs) {
			j.sameAs = f.sameAs
		}
	}
	for id, f := range joined {
		e := &Entity{Ref: entity.Ref{ID: id, Type: f.typ, Name: f.name()}, SameAs: f.sameAs}
		delete(f.other, e.Name)
		e.Aliases = slices.Sorted(maps.Keys(f.other))
		in.entities[id] = e
	}
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

// relabel shows e by another name.
func (e *Entity) relabel(name string) {
	e.Aliases = slices.DeleteFunc(append(e.Aliases, e.Name), func(a string) bool { return a == name })
	slices.Sort(e.Aliases)
	e.Name = name
}

// bodies are words of organisations that most countries have one of.
var bodies = regexp.MustCompile(`\b(ministry|department of|parliament|senate|congress|cabinet|government|supreme court|constitutional court|national assembly|house of representatives|house of commons|central bank|reserve bank|national bank|armed forces|army|navy|air force|national guard|coast guard|national police|federal police|border guard|state council|election commission|central committee|treasury|foreign office|(labour|labor|liberal|conservative|communist|socialist|green|democratic|republican|people's) party)\b`)

// tellBodies gives national bodies that documents call by a name without the
// country an id with it, where the document tells the country: by itself, or as
// that of who holds an office there. Those of which a document tells none are
// apart. Names with the country in them that mean the same are joined.
func (in *identity) tellBodies(records []*record) {
	type name struct{ id, name string }
	groups := map[string]map[name]int{} // how many documents, by the id with the country
	add := func(group string, n name) {
		if groups[group] == nil {
			groups[group] = map[name]int{}
		}
		groups[group][n]++
	}
	for _, rec := range records {
		holders := map[string]map[string]bool{}
		for i := range rec.Entities {
			e := &rec.Entities[i]
			for _, o := range e.Offices {
				if o.Of.Type == entity.Organization && e.Country.ID != "" {
					put(holders, o.Of.ID, e.Country.ID)
				}
			}
		}
		for i := range rec.Entities {
			e := &rec.Entities[i]
			if e.Type != entity.Organization || e.SameAs != "" || !bodies.MatchString(world.Fold(e.Name)) {
				continue
			}
			if rest, country := entity.WithoutCountry(e.Name); country.ID != "" {
				if bodies.MatchString(world.Fold(rest)) {
					add(withCountry(entity.MakeID(e.Type, entity.BodyName(rest)), country.ID), name{e.ID, e.Name})
				}
				continue
			}
			country := e.Country.ID
			if h := holders[e.ID]; country == "" && len(h) == 1 {
				country, _ = shared(h, h)
			}
			if country != "" {
				to := in.suffixed(e.ID, country, []told{{doc: rec.Document.ID}})
				add(to, name{to, e.Name})
			}
		}
	}
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		docs := map[string]int{}
		for n, c := range groups[group] {
			docs[n.id] += c
		}
		to := mostUsed(docs)
		for _, n := range slices.SortedFunc(maps.Keys(groups[group]), func(a, b name) int {
			return cmp.Or(strings.Compare(a.id, b.id), strings.Compare(a.name, b.name))
		}) {
			if n.id != to && in.into[n.id] == "" {
				in.into[n.id] = to
				in.merges = append(in.merges, Merge{From: entity.Ref{ID: n.id, Type: entity.Organization, Name: n.name}, Into: entity.Ref{ID: to}, Reason: "both are the same body of one country"})
			}
		}
	}
}
