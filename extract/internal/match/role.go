package match

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// Ways are the functions and paths that lead to a role's fillers.
func Ways(role *rules.Role) []string {
	out := slices.Clone(role.Is)
	for i := range role.Path {
		out = append(out, role.Path[i].Text)
	}
	return out
}

// Holds tells whether a condition is filled. A condition without types and
// heads asks only that the argument is there; one that asks for a record, that the
// subject is told to have part in one of that kind.
func (m *Match) Holds(role *rules.Role) bool {
	for _, function := range role.Is {
		if program.Beyond(function) && m.records.HasPart(function, m.Predicate, role.Near) {
			return true
		}
	}
	wanted := 1
	if role.Several {
		wanted = 2
	}
	fits := func(a *clause.Arg) bool {
		if m.Fits(role, a) {
			wanted--
		}
		return wanted == 0
	}
	for i := range m.Predicate.Args {
		if a := &m.Predicate.Args[i]; slices.Contains(role.Is, a.Function) && fits(a) {
			return true
		}
	}
	for i := range role.Path {
		if slices.ContainsFunc(m.Reached(&role.Path[i]), func(a clause.Arg) bool { return fits(&a) }) {
			return true
		}
	}
	return false
}

// Fits tells whether an argument fills a role.
func (m *Match) Fits(role *rules.Role, a *clause.Arg) bool {
	if role.Again != "" && !m.records.SpeaksOf(role.Again, m.Predicate, a) {
		return false
	}
	return m.HeadFits(role, a) && (len(role.Type) == 0 || len(m.Refs(role, a)) > 0)
}

// HeadFits tells whether the head word of an argument is one that the role
// asks for. A name of the type wanted needs no such word.
func (m *Match) HeadFits(role *rules.Role, a *clause.Arg) bool {
	if a.Mention >= 0 {
		n := &m.Doc.Mentions[a.Mention]
		if n.Kind == entity.Named && len(role.Type) > 0 && len(role.NotHead) == 0 && typeFits(role, n.Type) {
			return true
		}
	}
	if slices.Contains(role.Type, string(entity.Event)) && m.records.EventMeant(m.clause(), a).ID != "" {
		return true
	}
	if len(role.Head) > 0 && !slices.Contains(role.Head, a.Head) {
		return false
	}
	return !slices.Contains(role.NotHead, a.Head)
}

// Fill gives what fills a role: the fillers of the first of its functions that
// has any, or else of its paths. subjects are what fills the subject, for the role
// of the object; nil for others. A function that already filled the subject ("A
// and B met") is used for the object only when none of the object's earlier
// functions is there at all: "A and B met reporters" does not say that A met B.
func (m *Match) Fill(role *rules.Role, subjects []Filler) []Filler {
	present := false
	for _, function := range role.Is {
		if program.Beyond(function) {
			if out := m.beyond(role, function); len(out) > 0 {
				return out
			}
			continue
		}
		shared := len(subjects) > 0 && subjects[0].Function == function
		if shared && present {
			return nil
		}
		var out []Filler
		for i := range m.Predicate.Args {
			if a := &m.Predicate.Args[i]; a.Function == function {
				present = true
				out = m.addFillers(out, role, a)
			}
		}
		if len(out) > 1 || len(out) == 1 && !role.Several {
			return out
		}
	}
	for i := range role.Path {
		var out []Filler
		for _, a := range m.Reached(&role.Path[i]) {
			out = m.addFillers(out, role, &a)
		}
		if len(out) > 1 || len(out) == 1 && !role.Several {
			return out
		}
	}
	return nil
}

// beyond gives what fills a function of a role from other sentences. A role that asks
// for the subject first asks a record only where nobody else is the subject: see
// leftOpen.
func (m *Match) beyond(role *rules.Role, function string) []Filler {
	var out []Filler
	kind := entity.Type("any")
	asks := slices.Contains(role.Is, "subject") && function != program.Listed
	if asks {
		if kind = m.leftOpen(role, function); kind == "" {
			return nil
		}
	}
	refs, rec := m.records.Beyond(function, m.Predicate)
	if (asks || role.Near) && rec != nil && !m.records.GoesOn(rec, m.Predicate) {
		return nil
	}
	if role.Near && rec != nil && rec.Status != fact.Actual && m.Predicate.Status == string(fact.Actual) {
		return nil // what is said at talks that are to come is still to be said
	}
	for _, ref := range refs {
		if kind == entity.Country && ref.Type == entity.Person {
			continue // "both countries"
		}
		if f := (Filler{ref, function, rec}); typeFits(role, ref.Type) && !contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// NotTold tells why no other sentence fills a role that asks a record for it; "" if
// the function asks none.
func (m *Match) NotTold(role *rules.Role, function string) string {
	kind, _, ok := rules.Asked(function)
	if !ok {
		return ""
	}
	if slices.Contains(role.Is, "subject") && m.leftOpen(role, function) == "" {
		return "the subject is nobody whom the " + kind + " told of before could mean"
	}
	if _, rec := m.records.Beyond(function, m.Predicate); rec == nil {
		return "no " + kind + " were told of before"
	}
	return "the " + kind + " told of before have nobody of the type, or were spoken of too long ago"
}

// leftOpen gives the type, or "any", of the group that is the subject of the clause if
// nobody knows who is in it, "ministers", "the delegations"; any, too, for a role of
// people, if it is what a function asks for by its noun, "the meeting"; "" if it is
// neither.
func (m *Match) leftOpen(role *rules.Role, function string) entity.Type {
	group := entity.Type("")
	for i := range m.Predicate.Args {
		a := &m.Predicate.Args[i]
		if a.Function != "subject" {
			continue
		}
		if a.Mention < 0 && group == "" && typeFits(role, entity.Person) && m.calls(function, a.Head) {
			group = "any"
			continue
		}
		if a.Mention < 0 || group != "" || len(a.Owners) > 0 || len(m.Doc.Mentions[a.Mention].Entities) > 0 {
			return ""
		}
		if m.Doc.Mentions[a.Mention].Kind == entity.Pronoun && m.behindSubject(a) {
			return "" // "envoys said they had agreed"
		}
		group = m.Doc.Group(&m.Doc.Mentions[a.Mention])
	}
	return group
}

// calls tells whether a noun is what the records are called for which a function asks.
func (m *Match) calls(function, noun string) bool {
	kind := m.asked(function)
	return kind != nil && m.program.Nouns(kind).Has(noun)
}

// asked gives the kind of records for which a function asks, nil if it asks for none.
func (m *Match) asked(function string) *rules.Record {
	name, _, _ := rules.Asked(function)
	for _, kind := range m.program.Records {
		if kind.Name == name {
			return kind
		}
	}
	return nil
}

// behindSubject tells whether another subject stands before an argument in its sentence.
func (m *Match) behindSubject(a *clause.Arg) bool {
	before := m.Doc.Tokens(m.Predicate.Sentence)[:a.Tokens.First]
	return slices.ContainsFunc(before, func(t nlp.Token) bool { return strings.HasPrefix(t.Deprel, "nsubj") })
}

// addFillers adds what an argument gives to a role, each once.
func (m *Match) addFillers(out []Filler, role *rules.Role, a *clause.Arg) []Filler {
	if m.HeadFits(role, a) {
		for _, ref := range m.Refs(role, a) {
			if f := (Filler{Ref: ref, Function: a.Function}); !contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// Reached gives what a path leads to from the predicate, as arguments whose
// function is the path.
func (m *Match) Reached(path *rules.Path) []clause.Arg {
	p := m.Predicate
	if p.Token < 0 {
		return nil
	}
	var out []clause.Arg
	for i, here := range program.Follow(path, m.Doc.Sentence(p.Sentence), p.Token) {
		if here {
			out = append(out, m.Doc.ArgAt(p.Sentence, i, path.Text))
		}
	}
	return out
}

// Refs gives the entities that an argument gives to a role: those its mention
// refers to, of the types wanted; or, for areas, agreements and events that are
// described rather than named, its words.
func (m *Match) Refs(role *rules.Role, a *clause.Arg) []entity.Ref {
	if m.leads(role) {
		if out := m.Doc.Leaders(m.Predicate.Sentence, a); len(out) > 0 {
			return out
		}
	}
	person := false
	if a.Mention >= 0 {
		mention := &m.Doc.Mentions[a.Mention]
		if out := m.meant(role, mention); len(out) > 0 || mention.Kind == entity.Pronoun {
			return out
		}
		person = mention.Type == entity.Person
		if person && !role.Owner || mention.Type == entity.Country {
			return nil
		}
	}
	if role.Owner {
		if out := m.owners(role, a, person); len(out) > 0 || person {
			return out
		}
	}
	if a.Text == "" || world.RelativePronoun.Has(strings.ToLower(a.Text)) {
		return nil
	}
	return m.described(role, a)
}

// leads tells whether who leads a delegation fills a role with it: where only people can, in
// what they do by going somewhere and meeting others.
func (m *Match) leads(role *rules.Role) bool {
	return len(role.Type) == 1 && role.Type[0] == string(entity.Person) && record.Gathers(m.relation())
}

// meant gives those of the types wanted that a mention refers to, or their
// countries where they may stand for them.
func (m *Match) meant(role *rules.Role, mention *entity.Mention) []entity.Ref {
	var out []entity.Ref
	for _, i := range mention.Entities {
		e := &m.Doc.Entities[i]
		switch {
		case typeFits(role, e.Type):
			out = append(out, e.Ref)
		case role.StandsFor && e.Type == entity.Person && e.Country.ID != "" && typeFits(role, entity.Country):
			out = append(out, e.Country)
		}
	}
	return out
}

// owners gives those of the types wanted whose an argument is, of people only
// their country: "Peruvian diplomats", not "Delgado's aides".
func (m *Match) owners(role *rules.Role, a *clause.Arg, person bool) []entity.Ref {
	var out []entity.Ref
	for _, owner := range a.Owners {
		if m.ownsItself(owner) {
			continue
		}
		for _, i := range m.Doc.Mentions[owner].Entities {
			e := &m.Doc.Entities[i]
			if typeFits(role, e.Type) && (!person || e.Type == entity.Country) {
				out = append(out, e.Ref)
			}
		}
	}
	return out
}

// ownsItself tells whether a mention means several, the subject among them: "Soto and Lima
// praised their crews", but not "each other's crews".
func (m *Match) ownsItself(owner int) bool {
	several := m.Doc.Mentions[owner].Entities
	first := m.Doc.Tokens(m.Predicate.Sentence)[m.Doc.Mentions[owner].Tokens.First].Lemma
	return len(several) > 1 && first != "each" && first != "one" && slices.ContainsFunc(m.Predicate.Args, func(a clause.Arg) bool {
		return a.Function == "subject" && a.Mention >= 0 && a.Mention != owner &&
			slices.ContainsFunc(m.Doc.Mentions[a.Mention].Entities, func(e int) bool { return slices.Contains(several, e) })
	})
}

// described gives what the words of an argument describe: something of the first
// type wanted that is known so, or of no type where none is wanted.
func (m *Match) described(role *rules.Role, a *clause.Arg) []entity.Ref {
	if len(role.Type) == 0 {
		return []entity.Ref{{Name: a.Text}}
	}
	for _, t := range m.program.Described {
		if !slices.Contains(role.Type, string(t)) {
			continue
		}
		var known entity.Ref
		switch t {
		case entity.Agreement:
			known = m.records.AgreementMeant(m.clause(), a)
		case entity.Event:
			known = m.records.EventMeant(m.clause(), a)
		}
		switch {
		case known.ID != "":
		case t == entity.Event:
			if known = m.Doc.Gathering(m.Predicate.Sentence, a); known.ID == "" {
				continue
			}
		default:
			known = entity.NewRef(t, a.Text)
		}
		return []entity.Ref{known}
	}
	return nil
}

func typeFits(role *rules.Role, t entity.Type) bool {
	return len(role.Type) == 0 || slices.Contains(role.Type, string(t))
}
