package coref

import (
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// finish makes of what is known what goes out: entities with their names, offices
// and forms, in the order of their first mentions, without those that are not
// mentioned.
func (r *roster) finish() {
	r.tellSpeakers()
	r.namePlaces()
	r.collectOffices()
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Pronoun && m.Type == entity.Person && len(m.Entities) == 1 && !m.Plural {
			r.completeOffices(m)
		}
	}
	for e := range r.Entities {
		r.nameEntity(e)
	}
	r.forms()
	r.sort()
}

// namePlaces gives places that the document never calls by the name that the lists have
// first the one that it uses most: Rangoon stays Rangoon, and Yangon is another name of it.
func (r *roster) namePlaces() {
	for e := range r.Entities {
		listed, forms := r.Entities[e].Name, r.profiles[e].forms
		if r.Entities[e].Type != entity.Place || r.profiles[e].count == 0 {
			continue
		}
		name := ""
		for _, form := range slices.Sorted(maps.Keys(forms)) {
			if sameWords(nameWords(form), nameWords(listed)) {
				name = ""
				break
			}
			if name == "" || forms[form] > forms[name] {
				name = form
			}
		}
		if name == "" {
			continue
		}
		forms[listed] += 0 // another name
		if strings.ToUpper(name) == name {
			name = world.TitleCase(strings.ToLower(name))
		}
		r.Entities[e].Name = strings.TrimPrefix(name, "the ")
	}
}

// collectOffices tells whose the offices of mentions are and gives those of names
// to who is named. What is no office is dropped.
func (r *roster) collectOffices() {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		for k := range m.Offices {
			o := &m.Offices[k]
			o.Of, o.To = r.current(o.Of), r.current(o.To)
			single := len(m.Entities) == 1 && m.Kind != entity.Pronoun && !m.Plural
			if single && o.Of.ID == "" && o.Status != entity.Calling && r.national(m.Entities[0], o) && !r.toldInFull(m.Entities[0], o) {
				o.Of = r.ownLand(m.Entities[0])
			}
			serves := m.Plural && m.Kind == entity.Nominal // "served as Co-Chairs of the Fund"
			if serves && o.Status == entity.Calling && titleWords(o.Title).rank != world.CallingRank {
				o.Status = "actual"
			}
		}
		m.Offices = slices.DeleteFunc(m.Offices, func(o entity.Office) bool { return o.Status == entity.Calling })
		if names(m, entity.Person) {
			e := &r.Entities[m.Entities[0]]
			for _, o := range m.Offices {
				e.Offices = addOffice(e.Offices, o)
			}
		}
	}
	for i := range r.Entities {
		for k := range r.Entities[i].Offices {
			if o := &r.Entities[i].Offices[k]; o.Of.ID == "" && r.national(i, o) {
				o.Of = r.ownLand(i)
			}
		}
	}
}

// national tells whether an office of which the text does not say whose it is can only be
// one of the holder's country: "leader Kim Jong Un", too.
func (r *roster) national(e int, o *entity.Office) bool {
	return National(o) || r.profiles[e].paramount && titleWords(o.Title) == title{noun: "leader", rank: world.OrgRank}
}

// toldInFull tells whether an office is short for one that a person was said to have before,
// of somebody: "High Commissioner" for "UN High Commissioner for Refugees".
func (r *roster) toldInFull(e int, o *entity.Office) bool {
	t := titleWords(o.Title)
	return slices.ContainsFunc(r.Entities[e].Offices, func(full entity.Office) bool {
		u := titleWords(full.Title)
		return full.Of.ID != "" && full.Status == o.Status && t != u && t.within(u)
	})
}

// completeOffices gives a mention the full titles that its short ones stand for:
// "Minister Lee", "Minister for Trade Lee".
func (r *roster) completeOffices(m *entity.Mention) {
	offices := r.Entities[m.Entities[0]].Offices
	if m.Kind == entity.Nominal {
		// "the Peruvian leader" is no office of who is President of Peru.
		m.Offices = slices.DeleteFunc(m.Offices, func(o entity.Office) bool {
			t := titleWords(o.Title)
			held := func(full entity.Office) bool { return leads(t, titleWords(full.Title)) }
			return slices.ContainsFunc(offices, held)
		})
	}
	for k := range m.Offices {
		o := &m.Offices[k]
		t := titleWords(o.Title)
		for _, full := range offices {
			if t.within(titleWords(full.Title)) && o.Status == full.Status && (o.Of.ID == "" || o.Of == full.Of) {
				o.Title, o.Of, o.To = full.Title, full.Of, o.To.Or(full.To)
				break
			}
		}
	}
}

// current gives the reference to the entity that a reference's thing has become.
func (r *roster) current(ref entity.Ref) entity.Ref {
	if e, ok := r.byID[ref.ID]; ok {
		return r.Entities[e].Ref
	}
	return ref
}

// nameEntity gives an entity its name and id, and the other names by which it is called.
func (r *roster) nameEntity(i int) {
	e, p := &r.Entities[i], &r.profiles[i]
	if e.Type == entity.Person {
		e.Name = bestName(p.forms)
		if p.royal != "" && single(e.Name) {
			e.Name = p.royal + " " + e.Name
		}
		e.ID = world.PersonID(e.Name)
		e.Partial = len(nameWords(e.Name)) < 2
	}
	for f := range p.forms {
		if f != e.Name {
			e.Aliases = append(e.Aliases, f)
		}
	}
	slices.Sort(e.Aliases)
	e.SameAs = sameAs(e.Ref)
}

// longForm is how many bytes a form has at most: longer ones are sentences.
const longForm = 120

// forms notes how the text calls each entity, apart from its name.
func (r *roster) forms() {
	reasons := make([]map[string]string, len(r.Entities)) // by form
	note := func(i int, span nlp.Span) {
		e := r.Mentions[i].Entities[0]
		text := plainSpaces(r.text(span))
		if len(text) > longForm || text == r.Entities[e].Name {
			return
		}
		if reasons[e] == nil {
			reasons[e] = map[string]string{}
		}
		if _, ok := reasons[e][text]; !ok {
			reasons[e][text] = r.why[i]
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if len(m.Entities) != 1 || m.Kind == entity.Pronoun || m.Plural {
			continue
		}
		if m.Kind == entity.Nominal {
			note(i, m.Span)
			continue
		}
		note(i, m.NameSpan)
		if m.Type == entity.Person && m.Start < m.NameSpan.Start {
			note(i, nlp.Span{Start: m.Start, End: m.NameSpan.End})
		}
	}
	for e, forms := range reasons {
		for _, text := range slices.Sorted(maps.Keys(forms)) {
			r.Entities[e].Forms = append(r.Entities[e].Forms, entity.Form{Text: text, Why: forms[text]})
		}
	}
}

// sort puts the entities in the order of their first mentions and leaves out those
// without any.
func (r *roster) sort() {
	index, seen := make([]int, len(r.Entities)), make([]bool, len(r.Entities))
	order := make([]int, 0, len(r.Entities))
	visit := func(e int) {
		if e >= 0 && !seen[e] {
			index[e], seen[e] = len(order), true
			order = append(order, e)
		}
	}
	for i := range r.Mentions {
		if r.Mentions[i].Kind == entity.Named {
			for _, e := range r.Mentions[i].Entities {
				visit(e)
			}
		}
	}
	visit(r.Author)
	r.remember(order)
	for i := range r.Mentions {
		ents := r.Mentions[i].Entities
		for k := range ents {
			ents[k] = index[ents[k]]
		}
	}
	if r.Author >= 0 {
		r.Author = index[r.Author]
	}
	entities := make([]entity.Entity, len(order))
	for i, e := range order {
		entities[i] = r.Entities[e]
	}
	r.Entities = entities
}
