package graph

import (
	"cmp"
	"fmt"
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
	Merges    []Merge      // which names were taken for it, sorted as by Store.Merges
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

// Explain tells of each thing that a name fits, as with Find and also of what
// no fact names, why it is one, and what was not joined with it. A graph that
// was read from N-Quads does not know merges and what is apart. The error is
// ErrUnknownName or ErrAmbiguousName; the latter if the name fits more than five.
func (s *Store) Explain(name string) ([]*Explanation, error) {
	s.mu.RLock()
	records, err := s.allRecords()
	aliases := s.aliases
	s.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	var in *identity
	var facts *model
	var entities []Entity
	if len(records) > 0 {
		in = identify(records, aliases)
		for _, id := range slices.Sorted(maps.Keys(in.entities)) {
			entities = append(entities, *in.entities[id])
		}
	} else {
		m, err := s.things()
		if err != nil {
			return nil, err
		}
		entities, facts = m.entities, m
	}
	found := fitting(entities, name, nil)
	switch {
	case len(found) == 0:
		return nil, unknown(entities, name, nil)
	case len(found) > 5:
		return nil, fmt.Errorf("%q: %w: %s", name, ErrAmbiguousName, list(found))
	}
	var all []*Explanation
	for _, e := range found {
		if in == nil {
			all = append(all, facts.explain(e))
		} else {
			all = append(all, in.explain(e, records))
		}
	}
	return all, nil
}

// explain explains one entity by what records tell.
func (in *identity) explain(e Entity, records []*record) *Explanation {
	x := &Explanation{Entity: e}
	offices := map[Office]map[string]bool{}
	forms := map[entity.Form]map[string]bool{}
	docs := map[string]bool{}
	apart := map[Doubt]map[string]bool{}
	for _, rec := range records {
		doc := rec.Document.ID
		for i := range rec.Entities {
			o := &rec.Entities[i]
			switch id := in.id(doc, o.ID); {
			case id == e.ID:
				docs[doc] = true
				for _, f := range o.Forms {
					put(forms, f, doc)
				}
				for _, office := range o.Offices {
					k := Office{office.Title, in.known(doc, office.Of), in.known(doc, office.To), office.Status}
					put(offices, k, doc)
				}
			case base(id) == base(e.ID) && o.Type == entity.Organization:
				put(apart, Doubt{in.entities[id].Ref, "its documents tell another country, or none"}, doc)
			}
		}
		for i := range rec.Facts {
			for r := range refs(&rec.Facts[i]) {
				docs[doc] = docs[doc] || in.id(doc, r.ID) == e.ID
			}
		}
	}
	maps.DeleteFunc(docs, func(_ string, has bool) bool { return !has })
	x.Documents = slices.Sorted(maps.Keys(docs))
	for k, docs := range offices {
		x.Offices = append(x.Offices, OfficeTold{k, slices.Sorted(maps.Keys(docs))})
	}
	sortOffices(x.Offices)
	for f, docs := range forms {
		x.Forms = append(x.Forms, FormTold{f, slices.Sorted(maps.Keys(docs))})
	}
	slices.SortFunc(x.Forms, func(a, b FormTold) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Why, b.Why))
	})
	for _, m := range in.merges {
		if m.Into.ID == e.ID {
			x.Merges = append(x.Merges, m)
		}
	}
	in.apart(e.ID, apart)
	for k, docs := range apart {
		delete(docs, "")
		x.Apart = append(x.Apart, Apart{k, slices.Sorted(maps.Keys(docs))})
	}
	slices.SortFunc(x.Apart, func(a, b Apart) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Reason, b.Reason))
	})
	return x
}

// explain explains one entity by what facts tell.
func (m *model) explain(e Entity) *Explanation {
	x := &Explanation{Entity: e}
	docs := map[string]bool{}
	for _, f := range m.facts {
		if !f.Involves(e.ID) {
			continue
		}
		var told []string
		for _, st := range f.Statements {
			docs[st.Doc] = true
			told = append(told, st.Doc)
		}
		if f.Relation == "holdsPosition" && f.Subject.ID == e.ID {
			x.Offices = append(x.Offices, OfficeTold{Office{f.Object.Name, f.Of, f.To, string(f.Status)}, told})
		}
	}
	sortOffices(x.Offices)
	x.Documents = slices.Sorted(maps.Keys(docs))
	return x
}

func sortOffices(list []OfficeTold) {
	slices.SortFunc(list, func(a, b OfficeTold) int {
		return cmp.Or(cmp.Compare(len(b.Docs), len(a.Docs)), strings.Compare(a.Title, b.Title),
			strings.Compare(a.Of.ID, b.Of.ID), strings.Compare(a.To.ID, b.To.ID), strings.Compare(a.Status, b.Status))
	})
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

// known is ref for what no entity or fact of the document may be.
func (in *identity) known(doc string, r entity.Ref) entity.Ref {
	if e := in.entities[in.id(doc, r.ID)]; e != nil {
		return e.Ref
	}
	return r
}

// base gives an id without the country that tells namesakes apart.
func base(id string) string {
	id, _, _ = strings.Cut(id, ".")
	return id
}

func put[K comparable](m map[K]map[string]bool, k K, doc string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][doc] = true
}

// apart gathers the people who are near the one with id and not joined, and
// the documents with part of a name.
func (in *identity) apart(id string, found map[Doubt]map[string]bool) {
	ps := in.people
	add := func(other, reason, doc string) {
		if e := in.entities[in.last(other)]; e != nil && e.ID != id {
			put(found, Doubt{e.Ref, reason}, doc)
		}
	}
	for _, p := range ps.pairs {
		a, b := in.last(p.a.id), in.last(p.b.id)
		if (a == id) == (b == id) {
			continue
		}
		other := p.a.id
		if a == id {
			other = p.b.id
		}
		add(other, cmp.Or(p.against, p.doubt, "another of those who are joined does not fit"), "")
	}
	for part, all := range ps.partial {
		for _, t := range all {
			at := in.id(t.doc, part)
			if base(in.told(t.doc, part)) != part {
				continue // taken for somebody
			}
			for _, c := range ps.candidates(t) {
				switch to := in.last(c.id); {
				case to == id:
					add(in.told(t.doc, part), c.why(), t.doc)
				case at == id:
					add(c.id, c.why(), t.doc)
				}
			}
		}
	}
}

// why tells why a candidate who is not it is not.
func (c candidate) why() string {
	switch {
	case c.against != "":
		return c.against
	case c.beside:
		return "the document has the full name as somebody else"
	}
	return fmt.Sprintf("%s, but that is so of others as well, or better", strings.Join(c.reasons, ", "))
}
