package identity_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph/identity"
)

func ref(t entity.Type, name string) entity.Ref {
	return entity.Ref{ID: entity.MakeID(t, name), Type: t, Name: name}
}

func country(name string) entity.Ref { return ref(entity.Country, name) }

func fact(subject entity.Ref, relation string, object entity.Ref) extract.Fact {
	return extract.Fact{Relation: relation, Subject: subject, Object: object, Status: extract.Actual}
}

// document makes a document whose entities are others and those of its facts.
func document(id string, facts []extract.Fact, others ...entity.Entity) identity.Document {
	d := identity.Document{ID: id, Entities: others, Facts: facts}
	for _, f := range facts {
		for _, e := range []entity.Ref{f.Subject, f.Object} {
			if !slices.ContainsFunc(d.Entities, func(o entity.Entity) bool { return o.ID == e.ID }) {
				d.Entities = append(d.Entities, entity.Entity{Ref: e})
			}
		}
	}
	return d
}

// A life is what a document of these tests tells of a person, in short:
// "Ines Quispe; Peru; Minister of Trade; Ines, Minister Quispe". The second
// part may be missing, and so on; "?" before the name makes it a part of one,
// "~" before the country one that is only supposed, "f" or "m" after it a gender.
func life(s string) entity.Entity {
	parts := strings.Split(s, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = append(parts, "", "", "")
	name, partial := strings.CutPrefix(parts[0], "?")
	e := entity.Entity{Ref: entity.Ref{ID: world.PersonID(name), Type: entity.Person, Name: name}, Partial: partial}
	where, gender, _ := strings.Cut(parts[1], " ")
	where, supposed := strings.CutPrefix(where, "~")
	if where != "" {
		e.Country = country(where)
	}
	if supposed {
		e.Supposed = e.Country
	}
	switch gender {
	case "f":
		e.Gender = world.Female
	case "m":
		e.Gender = world.Male
	}
	for title := range strings.SplitSeq(parts[2], ",") {
		if title = strings.TrimSpace(title); title != "" {
			e.Offices = append(e.Offices, entity.Office{Title: title, Of: e.Country, Status: "actual"})
		}
	}
	for a := range strings.SplitSeq(parts[3], ",") {
		if a = strings.TrimSpace(a); a != "" {
			e.Aliases = append(e.Aliases, a)
		}
	}
	return e
}

// lives makes documents "a", "b", ..., in each of which those named visit places
// of their own; a line "X > Y" has X meet Y too.
func lives(docs ...string) []identity.Document {
	var list []identity.Document
	for i, doc := range docs {
		var facts []extract.Fact
		var all []entity.Entity
		for line := range strings.SplitSeq(doc, "\n") {
			one, other, met := strings.Cut(strings.TrimSpace(line), " > ")
			e := life(one)
			all = append(all, e)
			facts = append(facts, fact(e.Ref, "visited", ref(entity.Place, fmt.Sprintf("Town %d %d", i, len(all)))))
			if met {
				o := life(other)
				all = append(all, o)
				facts = append(facts, fact(e.Ref, "met", o.Ref))
			}
		}
		list = append(list, document(string(rune('a'+i)), facts, all...))
	}
	return list
}

// who gives who made the journeys, as "a x" for person:x of document a, sorted.
func who(in *identity.Identity, docs []identity.Document) string {
	var list []string
	for _, d := range docs {
		for _, f := range d.Facts {
			if f.Relation == "visited" {
				list = append(list, d.ID+" "+strings.TrimPrefix(in.Ref(d.ID, f.Subject).ID, "person:"))
			}
		}
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}
