package extract

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/rules"
)

// A filler is what fills a role.
type filler struct {
	ref      entity.Ref
	function string
}

func contains(list []filler, f filler) bool { return slices.Contains(list, f) }

// ways are the functions and paths that lead to a role's fillers.
func ways(role *rules.Role) []string {
	out := slices.Clone(role.Is)
	for i := range role.Path {
		out = append(out, role.Path[i].Text)
	}
	return out
}

func describe(role *rules.Role) string {
	s := strings.Join(ways(role), "/")
	if len(role.Type) > 0 {
		s += " of type " + strings.Join(role.Type, "/")
	}
	if role.Several {
		s += ", at least two"
	}
	if len(role.Head) > 0 {
		s += " with a head such as " + role.Head[0]
	}
	return s
}

// holds tells whether a condition is filled. A condition without types and
// heads asks only that the argument is there; "participants" asks that the
// subject is one of them.
func (m *matcher) holds(role *rules.Role, p *clause.Predicate) bool {
	fits := func(a *clause.Arg) bool {
		return m.headFits(role, a) && (len(role.Type) == 0 || len(m.refs(role, a)) > 0)
	}
	if slices.Contains(role.Is, "participants") && m.inTalks(p) {
		return true
	}
	for i := range p.Args {
		if a := &p.Args[i]; slices.Contains(role.Is, a.Function) && fits(a) {
			return true
		}
	}
	for i := range role.Path {
		if slices.ContainsFunc(m.reached(&role.Path[i], p), func(a clause.Arg) bool { return fits(&a) }) {
			return true
		}
	}
	return false
}

// headFits tells whether the head word of an argument is one that the role
// asks for. A name of the type wanted needs no such word.
func (m *matcher) headFits(role *rules.Role, a *clause.Arg) bool {
	if a.Mention >= 0 {
		if n := &m.a.entities.Mentions[a.Mention]; n.Kind == entity.Named && len(role.Type) > 0 && len(role.NotHead) == 0 && typeFits(role, n.Type) {
			return true
		}
	}
	if slices.Contains(role.Type, string(entity.Event)) && m.eventMeant(a).ID != "" {
		return true
	}
	if len(role.Head) > 0 && !slices.Contains(role.Head, a.Head) {
		return false
	}
	return !slices.Contains(role.NotHead, a.Head)
}

// fill returns what fills a role: the fillers of the first of its functions
// that has any. A function that already filled the subject ("A and B met") is
// used for the object only when none of the object's earlier functions is
// there at all: "A and B met reporters" does not say that A met B. Paths come
// after the functions.
func (m *matcher) fill(role *rules.Role, p *clause.Predicate, subjects []filler) []filler {
	present := false
	for _, function := range role.Is {
		if reach := beyond[function]; reach != nil {
			if out := m.reach(role, function, reach(m, p)); len(out) > 0 {
				return out
			}
			continue
		}
		shared := len(subjects) > 0 && subjects[0].function == function
		if shared && present {
			return nil
		}
		var out []filler
		for i := range p.Args {
			if a := &p.Args[i]; a.Function == function {
				present = true
				out = m.addFillers(out, role, a)
			}
		}
		if len(out) > 1 || len(out) == 1 && !role.Several {
			return out
		}
	}
	for i := range role.Path {
		var out []filler
		for _, a := range m.reached(&role.Path[i], p) {
			out = m.addFillers(out, role, &a)
		}
		if len(out) > 1 || len(out) == 1 && !role.Several {
			return out
		}
	}
	return nil
}

// addFillers adds what an argument gives to a role, each once.
func (m *matcher) addFillers(out []filler, role *rules.Role, a *clause.Arg) []filler {
	if m.headFits(role, a) {
		for _, ref := range m.refs(role, a) {
			if f := (filler{ref, a.Function}); !contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// inTalks tells whether a subject of a predicate took part in a meeting or call
// that has been told, even with people of no name, or it is the country of one
// who met somebody.
func (m *matcher) inTalks(p *clause.Predicate) bool {
	return slices.ContainsFunc(m.subjects(p), func(id string) bool {
		return slices.Contains(m.talking, id) || slices.ContainsFunc(m.told, func(o occasion) bool {
			return (o.kind == "meeting" || o.kind == "call") && slices.Contains(o.of, id)
		})
	})
}

// subjects returns the ids of the subjects of a predicate.
func (m *matcher) subjects(p *clause.Predicate) []string {
	var out []string
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == "subject" && a.Mention >= 0 {
			for _, e := range m.a.entities.Mentions[a.Mention].Entities {
				out = append(out, m.a.entities.Entities[e].ID)
			}
		}
	}
	return out
}

// refs returns the entities that an argument gives to a role: those its mention
// refers to, of the types wanted; or, for areas, agreements and events that are
// described rather than named, its words.
func (m *matcher) refs(role *rules.Role, a *clause.Arg) []entity.Ref {
	var out []entity.Ref
	person := false
	if a.Mention >= 0 {
		mention := &m.a.entities.Mentions[a.Mention]
		for _, e := range mention.Entities {
			ent := &m.a.entities.Entities[e]
			switch {
			case typeFits(role, ent.Type):
				out = append(out, ent.Ref)
			case role.StandsFor && ent.Type == entity.Person && ent.Country.ID != "" && typeFits(role, entity.Country):
				out = append(out, ent.Country)
			}
		}
		if len(out) > 0 || mention.Kind == entity.Pronoun {
			return out
		}
		person = mention.Type == entity.Person
		if person && !role.Owner || mention.Type == entity.Country {
			return nil
		}
	}
	if role.Owner {
		for _, owner := range a.Owners { // of people only their country: "Peruvian diplomats", not "Delgado's aides"
			for _, e := range m.a.entities.Mentions[owner].Entities {
				if ent := &m.a.entities.Entities[e]; typeFits(role, ent.Type) && (!person || ent.Type == entity.Country) {
					out = append(out, ent.Ref)
				}
			}
		}
		if len(out) > 0 || person {
			return out
		}
	}
	if a.Text == "" {
		return nil
	}
	for _, t := range m.x.described {
		if slices.Contains(role.Type, string(t)) {
			if ref := m.again(a); ref.ID != "" && t == entity.Agreement {
				return []entity.Ref{ref}
			}
			if t == entity.Event {
				if ref := m.eventMeant(a); ref.ID != "" {
					return []entity.Ref{ref}
				}
			}
			return []entity.Ref{{ID: entity.MakeID(t, a.Text), Type: t, Name: a.Text}}
		}
	}
	if len(role.Type) == 0 {
		return []entity.Ref{{Name: a.Text}}
	}
	return nil
}

// again returns the agreement that a bare noun with "the" or "this" speaks of once
// more: "the treaty" is the last one of which the text has told by more than that
// word. The result is zero where there is none.
func (m *matcher) again(a *clause.Arg) entity.Ref {
	if m.now == nil || strings.Contains(a.Text, " ") || a.Tokens.First == 0 {
		return entity.Ref{}
	}
	switch tokens := m.a.entities.NLP.Sentences[m.now.Sentence].Tokens; strings.ToLower(tokens[a.Tokens.First-1].Form) {
	case "the", "this":
	default:
		return entity.Ref{}
	}
	for i := range slices.Backward(m.facts) {
		if o := &m.facts[i].Object; o.Type == entity.Agreement && slices.Contains(strings.Fields(strings.ToLower(o.Name)), strings.ToLower(a.Text)) {
			return *o
		}
	}
	return entity.Ref{}
}

func typeFits(role *rules.Role, t entity.Type) bool {
	return len(role.Type) == 0 || slices.Contains(role.Type, string(t))
}
