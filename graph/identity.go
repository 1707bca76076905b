package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
)

// A Merge tells that a document's entity was taken for one that other documents
// name in full.
type Merge struct {
	Doc    string     `json:"doc"`  // the document that has part of the name
	From   entity.Ref `json:"from"` // the entity there
	Into   entity.Ref `json:"into"` // the entity of the graph
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
	merged   map[mention]string // ids of entities that are others
	merges   []Merge            // sorted by document, then id
}

// A mention is an entity of one document.
type mention struct{ doc, id string }

// ref gives the graph's name for what a document calls r.
func (in *identity) ref(doc string, r entity.Ref) entity.Ref {
	if r.ID == "" {
		return r
	}
	return in.entities[in.id(doc, r.ID)].Ref
}

// A person is what all documents that name somebody in full tell of them.
type person struct {
	id        string
	names     map[string]map[string]bool // the words of each form of the name
	countries map[string]bool            // ids
	titles    map[string]bool            // folded
	genders   map[entity.Gender]bool
	docs      map[string]bool
}

func (p *person) add(doc string, e *entity.Entity) {
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if p.names[name] == nil {
			p.names[name] = words(name)
		}
	}
	p.docs[doc] = true
	if e.Gender != entity.UnknownGender {
		p.genders[e.Gender] = true
	}
	if e.Country.ID != "" {
		p.countries[e.Country.ID] = true
	}
	for _, o := range e.Offices {
		p.titles[entity.Fold(o.Title)] = true
		if o.Of.Type == entity.Country {
			p.countries[o.Of.ID] = true
		}
	}
}

func newPerson(id string) *person {
	return &person{id: id, names: map[string]map[string]bool{}, countries: map[string]bool{}, titles: map[string]bool{}, genders: map[entity.Gender]bool{}, docs: map[string]bool{}}
}

// words gives the folded words of a name.
func words(name string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(entity.Fold(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }) {
		m[w] = true
	}
	return m
}

// identify decides who is who in records, which are sorted by document.
//
// Entities of one id are one. A person of whom a document knows only part of
// the name is the one whom some document names in full, if there is exactly
// one whose name has that part, whose country or office agrees and from whom
// nothing that is known differs. A document that tells the two apart is not
// overruled.
func identify(records []*record) *identity {
	in := &identity{entities: map[string]*Entity{}, merged: map[mention]string{}}
	in.mergePartial(records)

	type names struct {
		full, part map[string]int // how many documents have the form as the name
		other      map[string]bool
	}
	forms := map[string]*names{}
	add := func(rec *record, r entity.Ref) *names {
		id := in.id(rec.Document.ID, r.ID)
		if in.entities[id] == nil {
			in.entities[id] = &Entity{Ref: entity.Ref{ID: id, Type: r.Type}}
			forms[id] = &names{full: map[string]int{}, part: map[string]int{}, other: map[string]bool{}}
		}
		forms[id].other[r.Name] = true
		return forms[id]
	}
	for _, rec := range records {
		for i := range rec.Entities {
			e := &rec.Entities[i]
			n := add(rec, e.Ref)
			if e.Partial {
				n.part[e.Name]++
			} else {
				n.full[e.Name]++
			}
			for _, a := range e.Aliases {
				n.other[a] = true
			}
			if g := in.entities[in.id(rec.Document.ID, e.ID)]; e.SameAs != "" && (g.SameAs == "" || e.SameAs < g.SameAs) {
				g.SameAs = e.SameAs
			}
		}
		for i := range rec.Facts {
			for r := range refs(&rec.Facts[i]) {
				add(rec, *r)
			}
		}
	}
	for id, e := range in.entities {
		n := forms[id]
		counts := n.full
		if len(counts) == 0 {
			counts = n.part
		}
		if len(counts) == 0 { // named by facts only
			for name := range n.other {
				counts[name] = 1
			}
		}
		e.Name = slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b string) int {
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), strings.Compare(a, b))
		})
		delete(n.other, e.Name)
		e.Aliases = slices.Sorted(maps.Keys(n.other))
	}
	for i := range in.merges {
		in.merges[i].Into = in.entities[in.merges[i].Into.ID].Ref
	}
	slices.SortFunc(in.merges, func(a, b Merge) int {
		return cmp.Or(strings.Compare(a.Doc, b.Doc), strings.Compare(a.From.ID, b.From.ID))
	})
	return in
}

// id gives the graph's id for an id of a document.
func (in *identity) id(doc, id string) string {
	if to, ok := in.merged[mention{doc, id}]; ok {
		return to
	}
	return id
}

// mergePartial fills merged and merges.
func (in *identity) mergePartial(records []*record) {
	full := map[string]*person{}
	for _, rec := range records {
		for i := range rec.Entities {
			if e := &rec.Entities[i]; e.Type == entity.Person && !e.Partial {
				p := full[e.ID]
				if p == nil {
					p = newPerson(e.ID)
					full[e.ID] = p
				}
				p.add(rec.Document.ID, e)
			}
		}
	}
	byWord := map[string][]*person{} // in order of id
	for _, id := range slices.Sorted(maps.Keys(full)) {
		seen := map[string]bool{}
		for _, name := range full[id].names {
			for w := range name {
				if !seen[w] {
					seen[w] = true
					byWord[w] = append(byWord[w], full[id])
				}
			}
		}
	}
	for _, rec := range records {
		doc := rec.Document.ID
		reasons := map[string]string{} // by the id in the document
		for i := range rec.Entities {
			e := &rec.Entities[i]
			if e.Type != entity.Person || !e.Partial || full[e.ID] != nil {
				continue
			}
			if to, reason := match(doc, e, byWord); to != "" {
				in.merged[mention{doc, e.ID}] = to
				reasons[e.ID] = reason
			}
		}
		// Nobody does anything to himself: such two are not one.
		for i := range rec.Facts {
			s, o := rec.Facts[i].Subject.ID, rec.Facts[i].Object.ID
			if s != o && in.id(doc, s) == in.id(doc, o) {
				for _, id := range []string{s, o} {
					delete(in.merged, mention{doc, id})
					delete(reasons, id)
				}
			}
		}
		for i := range rec.Entities {
			from := rec.Entities[i].Ref
			if reason := reasons[from.ID]; reason != "" {
				delete(reasons, from.ID)
				in.merges = append(in.merges, Merge{Doc: doc, From: from, Into: entity.Ref{ID: in.id(doc, from.ID)}, Reason: reason})
			}
		}
	}
}

// match finds the one person in full whom a partial name of a document means,
// and says why; "" if there is none or more than one.
func match(doc string, e *entity.Entity, byWord map[string][]*person) (id, reason string) {
	part := words(e.Name)
	if len(part) == 0 {
		return "", ""
	}
	hasPart := func(p *person) bool {
		for _, name := range p.names {
			if contains(name, part) {
				return true
			}
		}
		return false
	}
	known := newPerson(e.ID)
	known.add(doc, e)
	first := slices.Min(slices.Collect(maps.Keys(part)))
	for _, p := range byWord[first] {
		if p.docs[doc] || !hasPart(p) {
			continue
		}
		why := agree(known, p)
		if why == "" {
			continue
		}
		if id != "" {
			return "", ""
		}
		id, reason = p.id, fmt.Sprintf("%q is part of the name, %s, and nobody else fits", e.Name, why)
	}
	return id, reason
}

// agree says what the same person would have in common, "" if nothing does or
// something differs.
func agree(a, b *person) string {
	country, countryDiffers := shared(a.countries, b.countries)
	if _, differs := shared(a.genders, b.genders); differs || countryDiffers {
		return ""
	}
	title, _ := shared(a.titles, b.titles)
	switch {
	case country != "" && title != "":
		return fmt.Sprintf("the country (%s) and the office (%s) agree", country, title)
	case country != "":
		return fmt.Sprintf("the country (%s) agrees", country)
	case title != "":
		return fmt.Sprintf("the office (%s) agrees", title)
	}
	return ""
}

// shared gives the least element of both sets; differ tells that both know
// something and agree in nothing.
func shared[K cmp.Ordered](a, b map[K]bool) (least K, differ bool) {
	var both []K
	for k := range a {
		if b[k] {
			both = append(both, k)
		}
	}
	if len(both) == 0 {
		return least, len(a) > 0 && len(b) > 0
	}
	return slices.Min(both), false
}

func contains(set, part map[string]bool) bool {
	for w := range part {
		if !set[w] {
			return false
		}
	}
	return true
}
