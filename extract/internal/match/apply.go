package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// A Verdict is what became of a rule at a predicate.
type Verdict uint8

// The verdicts.
const (
	Stated   Verdict = iota // it stated facts
	Unmet                   // one of its conditions does not hold: Role
	Excluded                // what it must not have is there: Role
	Unfilled                // nothing fills Role, which is its Name
	Never                   // the fact would have a status that its relation never has
	Same                    // only one fills subject and object
)

// An Outcome is a Verdict with what it is about.
type Outcome struct {
	Verdict Verdict
	Name    string // "subject", "object" or the name of a qualifier
	Role    *rules.Role
}

// apply states the facts of the rule.
func (m *Match) apply() Outcome {
	r := m.Rule
	for i := range r.If {
		if !m.Holds(&r.If[i]) {
			return Outcome{Verdict: Unmet, Role: &r.If[i]}
		}
	}
	for i := range r.Not {
		if m.Holds(&r.Not[i]) {
			return Outcome{Verdict: Excluded, Role: &r.Not[i]}
		}
	}
	subjects := m.Fill(&r.Subject, nil)
	if len(subjects) == 0 {
		return Outcome{Unfilled, "subject", &r.Subject}
	}
	objects := m.Fill(&r.Object, subjects)
	if len(objects) == 0 {
		return Outcome{Unfilled, "object", &r.Object}
	}
	f := m.about(subjects[0], objects[0])
	if f.Status == "" { // of what only bears a name nothing is told: it may be a body
		return Outcome{Unfilled, "object", &r.Object}
	}
	if slices.Contains(m.relation().Never, string(f.Status)) {
		return Outcome{Verdict: Never}
	}
	for i := range r.Qualifiers {
		q := &r.Qualifiers[i]
		fillers := m.Fill(&q.Role, nil)
		if len(fillers) == 0 && !q.Optional {
			return Outcome{Unfilled, q.Name, &q.Role}
		}
		qualify(&f, q.Name, fillers)
	}
	return m.state(f, subjects, objects)
}

// state states a fact of each pair of subject and object.
func (m *Match) state(f fact.Fact, subjects, objects []Filler) Outcome {
	pairs := m.pairs(f, subjects, objects)
	if len(pairs) == 0 {
		return Outcome{Verdict: Same}
	}
	for i := range pairs {
		m.records.State(pairs[i].fact, m.clause(), pairs[i].record)
	}
	return Outcome{Verdict: Stated}
}

// A pair is a fact of one subject and one object.
type pair struct {
	fact   fact.Fact
	record *record.Record // that has given one of them, nil if none has
}

// pairs gives the facts of all that fill subject and object.
func (m *Match) pairs(f fact.Fact, subjects, objects []Filler) []pair {
	symmetric := m.relation().Symmetric
	var out []pair
	for i, s := range subjects {
		for k, o := range objects {
			if s.Ref.ID == o.Ref.ID || m.withSelf(s.Ref, f.With) {
				continue
			}
			if s.Function == o.Function && symmetric && k < i && contains(objects, s) && contains(subjects, o) {
				continue // each pair of "A and B met" once
			}
			if m.Rule.Object.Side && (!m.sameSide(s.Ref, o.Ref) || m.sitsBeside(o, subjects, i)) || m.Rule.Object.Across && !m.across(s.Ref, o.Ref) {
				continue
			}
			if m.Rule.Object.Compatriot && m.across(s.Ref, o.Ref) {
				continue
			}
			if symmetric && m.Rule.Object.Across && m.isRepresented(s.Ref, o.Record) {
				continue
			}
			if m.relation().Abroad && m.atHome(s.Ref, o.Ref) {
				continue
			}
			p := pair{f, cmp.Or(s.Record, o.Record)}
			p.fact.Subject, p.fact.Object = s.Ref, o.Ref
			if f.Status == fact.Actual && m.Rule.Status == string(fact.Actual) && s.Record != nil && s.Record.Awaited() {
				p.fact.Status = fact.Planned // "They will sign a pact. It covers tuna."
			}
			if m.isOf(o) {
				p.fact.Place = entity.Ref{}
			}
			out = append(out, p)
			if m.Rule.Object.Side {
				break
			}
		}
	}
	return out
}

// sitsBeside tells whether somebody of a record is no head of one of some fillers: he is
// listed behind that one, or is told of with them first.
func (m *Match) sitsBeside(head Filler, fillers []Filler, one int) bool {
	at := slices.IndexFunc(fillers, func(f Filler) bool { return f.Ref.ID == head.Ref.ID })
	return at >= one || at >= 0 && head.Record.Since(head.Ref) == m.Predicate.Sentence
}

// withSelf tells whether the rule wants somebody with whom the subject does it, and the
// subject alone was found: "Peru has agreements with its farmers".
func (m *Match) withSelf(subject entity.Ref, with []entity.Ref) bool {
	wanted := slices.ContainsFunc(m.Rule.Qualifiers, func(q rules.Qualifier) bool { return q.Name == "with" && !q.Optional })
	return wanted && !slices.ContainsFunc(with, func(x entity.Ref) bool { return x.ID != subject.ID })
}

// sideFunctions are those of a country that tells whose side a clause is about.
var sideFunctions = []string{"subject", "object", "from", "on"}

// sameSide tells whether two people are told to be of one country, where the first is of
// that of which the clause tells whose side it is: "The Peruvian delegation included Rosa
// Delgado", "Peru was represented by", "from the Peruvian side"; or of one body.
func (m *Match) sameSide(who, head entity.Ref) bool {
	of, is := m.Doc.Entity(head.ID), m.Doc.Entity(who.ID)
	if of == nil || is == nil {
		return false
	}
	among, land := m.isSubject(who), landOf(of).ID
	for i := range m.Predicate.Args {
		a := &m.Predicate.Args[i]
		if a.Mention >= 0 && slices.Contains(sideFunctions, a.Function) {
			if side := m.Doc.Mentioned(a.Mention); side.Type == entity.Country {
				return side.ID == land
			}
		}
		switch {
		case a.Function != "subject" || among:
		case a.Mention < 0 && len(a.Owners) == 0 && !world.AttendingGroup.Has(a.Head):
			return false // "the delegation"
		case len(a.Owners) > 0:
			return slices.ContainsFunc(a.Owners, func(owner int) bool {
				side := m.Doc.Mentioned(owner).ID
				return side == land || isOfBody(of, side)
			})
		}
	}
	return of.Country.ID != "" && landOf(is).ID == of.Country.ID || slices.ContainsFunc(is.Offices, func(o entity.Office) bool {
		return o.Of.Type == entity.Organization && isOfBody(of, o.Of.ID)
	})
}

// isOfBody tells whether somebody has an office in a body.
func isOfBody(who *entity.Entity, body string) bool {
	return slices.ContainsFunc(who.Offices, func(o entity.Office) bool { return o.Of.ID == body && o.Of.Type == entity.Organization })
}

// isSubject tells whether somebody is a subject of the clause.
func (m *Match) isSubject(who entity.Ref) bool {
	return slices.ContainsFunc(m.Predicate.Args, func(a clause.Arg) bool {
		return a.Function == "subject" && a.Mention >= 0 && m.Doc.Mentioned(a.Mention).ID == who.ID
	})
}

// across tells whether two people are told to be of two countries: who sits at a table
// with others of his own country meets those on its other side. A place is across where it
// is abroad for somebody who does not live there.
func (m *Match) across(a, b entity.Ref) bool {
	one := m.Doc.Entity(a.ID)
	if one == nil {
		return false
	}
	from := landOf(one)
	if b.Type == entity.Country || b.Type == entity.Place {
		land := reading.LandOf(b)
		return from.ID != "" && land != "" && from.ID != land && !slices.ContainsFunc(one.Offices, func(o entity.Office) bool {
			return o.To.ID == land || posted(o.Title)
		})
	}
	other := m.Doc.Entity(b.ID)
	if other == nil {
		return false
	}
	to := landOf(other)
	return from.ID != "" && to.ID != "" && from.ID != to.ID
}

// landOf is the country of somebody, as told or else as supposed.
func landOf(e *entity.Entity) entity.Ref { return e.Country.Or(e.Supposed) }

// isRepresented tells whether somebody else of one's own country was told before to have part
// in a record: who sits beside his chief at a meeting attends it, and the chief meets the others.
func (m *Match) isRepresented(who entity.Ref, rec *record.Record) bool {
	one := m.Doc.Entity(who.ID)
	if rec == nil || one == nil {
		return false
	}
	land := landOf(one).ID
	return slices.ContainsFunc(rec.Filled, func(slot []record.Filling) bool {
		return slices.ContainsFunc(slot, func(f record.Filling) bool {
			if f.Ref.Type != entity.Person || f.Ref.ID == who.ID || f.Sentence >= m.Predicate.Sentence {
				return false
			}
			e := m.Doc.Entity(f.Ref.ID)
			return e != nil && land != "" && landOf(e).ID == land
		})
	})
}

// atHome tells whether a country is that of somebody.
func (m *Match) atHome(who, where entity.Ref) bool {
	e := m.Doc.Entity(who.ID)
	return e != nil && where.Type == entity.Country && where.ID == e.Country.ID
}

// posted tells whether an office is that of somebody who is sent to a place to live there.
func posted(title string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(title)), func(word string) bool {
		return world.PostedOffice.Has(word) && word != "general" // "Consul General"
	})
}

// isOf tells whether the predicate's place belongs to an area rather than to what
// is said of it: it stands after it, as in "discussed the violence in Mali".
func (m *Match) isOf(area Filler) bool {
	p := m.Predicate
	if p.Place < 0 || area.Ref.Type != entity.Area {
		return false
	}
	place := m.Doc.Mentions[p.Place].Tokens.First
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == area.Function && a.Text == area.Ref.Name && place > a.Tokens.First {
			return true
		}
	}
	return false
}

// about is a fact about a subject and an object, without these, of no status if nothing is
// told of it.
func (m *Match) about(subject, object Filler) fact.Fact {
	f := m.fact()
	f.Status = m.records.Headed(m.Predicate, object.Function, object.Ref, f.Status)
	if kind := m.asked(subject.Function); kind != nil && slices.Contains(kind.Shares, m.Rule.Relation) {
		// "the topics will be trade and tea" of talks to come
		f.Status = m.records.Headed(m.Predicate, subject.Function, subject.Ref, f.Status)
	}
	return f
}

// fact is all that the clause says of a fact, without subject and object.
func (m *Match) fact() fact.Fact {
	r, p := m.Rule, m.Predicate
	f := fact.Fact{
		Doc: m.Doc.Source.ID, Relation: r.Relation, Date: p.Date, Status: fact.Status(p.Status), Rule: ruleName(r),
		Place: m.Doc.Venue(p.Place), Event: m.Doc.Mentioned(p.Event), By: m.Doc.Mentioned(p.Speaker),
		Evidence: m.records.Evidence(p.Sentence),
	}
	if p.Stance != "" && f.Status == fact.Planned && slices.Contains(m.relation().Binding, p.Stance) {
		f.Status = fact.Actual
	}
	f.Status = statusOf(r, f.Status)
	return f
}

// ruleName is a rule as facts name it.
func ruleName(r *rules.Rule) string { return r.Pack + "." + r.Name }

// statusOf is the status of a rule's facts where the text tells one: that of the
// rule if it has one, but a denial stays one.
func statusOf(r *rules.Rule, told fact.Status) fact.Status {
	if r.Status != "" && told != fact.Denied {
		return fact.Status(r.Status)
	}
	return told
}

func qualify(f *fact.Fact, name string, fillers []Filler) {
	if len(fillers) == 0 {
		return
	}
	ref := fillers[0].Ref
	switch name {
	case "to":
		f.To = ref
	case "of":
		f.Of = ref
	case "by":
		f.By = ref
	case "place":
		f.Place = ref
	case "event":
		f.Event = ref
	case "level":
		f.Level = ref.Name
	case "amount":
		f.Amount = ref.Name
	case "with":
		for _, x := range fillers {
			f.With = append(f.With, x.Ref)
		}
	}
}
