package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// An Explanation tells what the graph knows of who a thing is, and why.
type Explanation struct {
	Entity
	Offices   []OfficeTold // of a person, sorted
	Documents []string     // where it stands, sorted
	Forms     []FormTold   // what documents call it, sorted
	Merges    []Merge      // which names were taken for it, sorted as by Identity.Merges
	Apart     []Apart      // what is near and was not joined, sorted by id
}

// A FormTold is how documents call a thing, and why they mean it by that.
type FormTold struct {
	entity.Form
	Docs []string // sorted
}

// An OfficeTold is an office of a person, and which documents tell of it.
type OfficeTold struct {
	Office
	Docs []string // sorted
}

// An Office is what somebody is, of which country or organisation, and
// accredited to which.
type Office struct {
	Title  string
	Of, To entity.Ref
	Status string // as entity.Office has it
}

// An Apart is a thing that could have been joined with another and was not.
type Apart struct {
	Doubt
	Docs []string // the documents that it is about, sorted; none if about all
}

// A Doubt is why something near is not the same.
type Doubt struct {
	entity.Ref
	Reason string
}

// String gives the office in words: "former ambassador of Peru to Chile".
func (o Office) String() string {
	s := o.Title
	if o.Of.Name != "" {
		s += " of " + o.Of.Name
	}
	if o.To.Name != "" {
		s += " to " + o.To.Name
	}
	if o.Status != "" && o.Status != string(extract.Actual) {
		s += " (" + o.Status + ")"
	}
	return s
}

// Compare orders offices of which most documents tell first.
func (o OfficeTold) Compare(p OfficeTold) int {
	return cmp.Or(cmp.Compare(len(p.Docs), len(o.Docs)), strings.Compare(o.Title, p.Title),
		strings.Compare(o.Of.ID, p.Of.ID), strings.Compare(o.To.ID, p.To.ID), strings.Compare(o.Status, p.Status))
}

// Explain tells why the entity with an id of the graph is one, and what was not
// joined with it; nil if there is none.
func (in *Identity) Explain(id string) *Explanation {
	e, ok := in.Entity(id)
	if !ok {
		return nil
	}
	x := &Explanation{Entity: e, Documents: in.documents(id)}
	in.explainNames(x)
	for _, m := range in.joins.merges {
		if m.Into.ID == id {
			x.Merges = append(x.Merges, m)
		}
	}
	apart := map[Doubt]map[string]bool{}
	in.apartBodies(e, apart)
	in.apartPeople(id, apart)
	in.apartParts(id, apart)
	for k, docs := range apart {
		delete(docs, "")
		x.Apart = append(x.Apart, Apart{k, slices.Sorted(maps.Keys(docs))})
	}
	slices.SortFunc(x.Apart, func(a, b Apart) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Reason, b.Reason))
	})
	return x
}

// documents gives the documents with an entity or fact that names id, sorted.
func (in *Identity) documents(id string) []string {
	var docs []string
	for _, d := range in.docs {
		has := slices.ContainsFunc(d.Entities, func(e entity.Entity) bool { return in.ID(d.ID, e.ID) == id })
		for i := range d.Facts {
			for r := range d.Facts[i].Refs() {
				has = has || in.joins.of(d.ID, &d.Facts[i], r) == id
			}
		}
		if has {
			docs = append(docs, d.ID)
		}
	}
	return docs
}

// explainNames gathers what documents call x and which offices they tell of.
func (in *Identity) explainNames(x *Explanation) {
	offices := map[Office]map[string]bool{}
	forms := map[entity.Form]map[string]bool{}
	for _, d := range in.docs {
		for i := range d.Entities {
			e := &d.Entities[i]
			if in.ID(d.ID, e.ID) != x.ID {
				continue
			}
			for _, f := range e.Forms {
				put(forms, f, d.ID)
			}
			for _, o := range e.Offices {
				put(offices, Office{o.Title, in.Ref(d.ID, o.Of), in.Ref(d.ID, o.To), o.Status}, d.ID)
			}
		}
	}
	for k, docs := range offices {
		x.Offices = append(x.Offices, OfficeTold{k, slices.Sorted(maps.Keys(docs))})
	}
	slices.SortFunc(x.Offices, OfficeTold.Compare)
	for f, docs := range forms {
		x.Forms = append(x.Forms, FormTold{f, slices.Sorted(maps.Keys(docs))})
	}
	slices.SortFunc(x.Forms, func(a, b FormTold) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Why, b.Why))
	})
}

// apartBodies gathers the bodies that documents call like e and that are not it.
func (in *Identity) apartBodies(e Entity, found map[Doubt]map[string]bool) {
	for _, d := range in.docs {
		for i := range d.Entities {
			o := &d.Entities[i]
			id := in.ID(d.ID, o.ID)
			if o.Type == entity.Organization && id != e.ID && base(id) == base(e.ID) {
				put(found, Doubt{in.entities[id].Ref, "its documents tell another country, or none"}, d.ID)
			}
		}
	}
}

// apartPeople gathers the people in full who are near the one with id.
func (in *Identity) apartPeople(id string, found map[Doubt]map[string]bool) {
	for _, p := range in.people.pairs {
		a, b := in.joins.last(p.a.id), in.joins.last(p.b.id)
		if (a == id) == (b == id) {
			continue
		}
		other := p.a.id
		if a == id {
			other = p.b.id
		}
		why := cmp.Or(p.against, p.doubt, "another of those who are joined does not fit")
		in.putApart(found, id, other, why, "")
	}
}

// apartParts gathers the people of whom documents have part of a name that may
// mean the one with id, and those whom id may mean if it is such a part.
func (in *Identity) apartParts(id string, found map[Doubt]map[string]bool) {
	for part, all := range in.people.partial {
		for _, t := range all {
			if base(in.joins.told(t.doc, part)) != part {
				continue // taken for somebody
			}
			for _, c := range in.people.candidates(t) {
				switch {
				case in.joins.last(c.id) == id:
					in.putApart(found, id, in.joins.told(t.doc, part), c.why(), t.doc)
				case in.ID(t.doc, part) == id:
					in.putApart(found, id, c.id, c.why(), t.doc)
				}
			}
		}
	}
}

// putApart adds that other is not the one with id, as doc has it.
func (in *Identity) putApart(found map[Doubt]map[string]bool, id, other, reason, doc string) {
	if e := in.entities[in.joins.last(other)]; e != nil && e.ID != id {
		put(found, Doubt{e.Ref, reason}, doc)
	}
}
