package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/rules"
)

// An attempt is a rule that started and stated nothing.
type attempt struct {
	rule  *rules.Rule
	word  string // that started it
	parts []part
}

// A part is a role or condition of a rule at work.
type part struct {
	name  string
	ok    bool
	notes []string
}

func (a *attempt) missing() int {
	n := 0
	for _, p := range a.parts {
		if !p.ok {
			n++
		}
	}
	return n
}

// empty counts the parts in whose place nothing stands.
func (a *attempt) empty() int {
	n := 0
	for _, p := range a.parts {
		if slices.Contains(p.notes, nothing) {
			n++
		}
	}
	return n
}

const nothing = "nothing stands there"

// attemptOf is what a rule that stated nothing lacked.
func attemptOf(m *match.Match) attempt {
	p := m.Predicate
	word := p.Form
	for i := range p.Args {
		if p.Token < 0 && p.Args[i].Function == "self" {
			word = p.Args[i].Text
		}
	}
	return attempt{m.Rule, word, diagnose(m)}
}

// sortAttempts puts first what lacked least, then of what more was there, then what
// had something wrong in a place rather than nothing.
func sortAttempts(attempts []attempt) {
	slices.SortStableFunc(attempts, func(a, b attempt) int {
		return cmp.Or(
			cmp.Compare(a.missing(), b.missing()),
			cmp.Compare(len(b.parts)-b.missing(), len(a.parts)-a.missing()),
			cmp.Compare(a.empty(), b.empty()),
		)
	})
}

// name is that of the rule as facts have it.
func (a *attempt) name() string { return a.rule.Pack + "." + a.rule.Name }

// lacks tells what is not there, each part in a line. Where all is there, the relation
// never has the status that the sentence tells.
func (a *attempt) lacks() []string {
	var lines []string
	for _, p := range a.parts {
		if !p.ok {
			lines = append(lines, p.name+": "+strings.Join(p.notes, "; "))
		}
	}
	if len(lines) == 0 {
		lines = []string{"status: " + a.rule.Relation + " never has the one that is told"}
	}
	return lines
}

// diagnose tells of each part of a rule at work whether it is there.
func diagnose(m *match.Match) []part {
	r := m.Rule
	var parts []part
	subjects := m.Fill(&r.Subject, nil)
	parts = append(parts, rolePart(m, "subject", &r.Subject, subjects, nil))
	objects := m.Fill(&r.Object, subjects)
	object := rolePart(m, "object", &r.Object, objects, subjects)
	if object.ok && len(subjects) == 1 && len(objects) == 1 && subjects[0].Ref.ID == objects[0].Ref.ID {
		object.ok, object.notes = false, []string{fmt.Sprintf("%s is already the subject", objects[0].Ref.Name)}
	}
	parts = append(parts, object)
	for i := range r.Qualifiers {
		if q := &r.Qualifiers[i]; !q.Optional {
			parts = append(parts, rolePart(m, q.Name, &q.Role, m.Fill(&q.Role, nil), nil))
		}
	}
	for i := range r.If {
		if role := &r.If[i]; m.Holds(role) {
			parts = append(parts, part{"if", true, []string{wants(role, " or ") + " is there"}})
		} else {
			notes := append([]string{"wants " + wants(role, " or ")}, inPlace(m, role, nil)...)
			parts = append(parts, part{"if", false, notes})
		}
	}
	for i := range r.Not {
		if role := &r.Not[i]; m.Holds(role) {
			notes := []string{holder(m, role) + "this rules it out", "it must not have " + wants(role, " or ")}
			parts = append(parts, part{"not", false, notes})
		}
	}
	return parts
}

// rolePart tells whether a role is filled, and by whom; of the object, besides
// those that fill the subject.
func rolePart(m *match.Match, name string, role *rules.Role, fillers, subjects []match.Filler) part {
	if len(fillers) == 0 {
		return part{name, false, append([]string{"wants " + wants(role, ", else ")}, inPlace(m, role, subjects)...)}
	}
	var names []string
	for _, f := range fillers {
		names = append(names, f.Ref.Name)
	}
	return part{name, true, []string{fmt.Sprintf("%s, as %s", strings.Join(names, ", "), fillers[0].Function)}}
}

// wants says in words what fills a role; or joins the ways to it.
func wants(role *rules.Role, or string) string {
	s := "something"
	if len(role.Type) > 0 {
		s = article(role.Type[0]) + strings.Join(role.Type, " or ")
	}
	if role.Several {
		s = "two or more, each " + s
	}
	s += " as " + strings.Join(match.Ways(role), or)
	if len(role.Head) > 0 {
		s += "; its word one of: " + strings.Join(role.Head, ", ")
	}
	if len(role.NotHead) > 0 {
		s += "; its word none of: " + strings.Join(role.NotHead, ", ")
	}
	return s
}

// holder names what makes an unwanted condition hold.
func holder(m *match.Match, role *rules.Role) string {
	for i := range m.Predicate.Args {
		a := &m.Predicate.Args[i]
		if slices.Contains(role.Is, a.Function) && m.Fits(role, a) {
			return fmt.Sprintf("%q is there as %s: ", m.Doc.Said(a), a.Function)
		}
	}
	return ""
}

// inPlace tells what stands where a role looks, and why it does not do; or, if
// nothing does, where else something stands that would.
func inPlace(m *match.Match, role *rules.Role, taken []match.Filler) []string {
	var out, elsewhere []string
	free := func(a *clause.Arg) bool {
		return slices.ContainsFunc(m.Refs(role, a), func(ref entity.Ref) bool {
			return !slices.ContainsFunc(taken, func(f match.Filler) bool { return f.Ref.ID == ref.ID })
		})
	}
	note := func(a *clause.Arg) {
		why := unfit(m, role, a)
		if why == "" && free(a) {
			why = "alone, or after what came first"
		}
		if why != "" {
			out = append(out, fmt.Sprintf("%q is there as %s, but %s", m.Doc.Said(a), a.Function, why))
		}
	}
	for i := range m.Predicate.Args {
		a := &m.Predicate.Args[i]
		switch {
		case slices.Contains(role.Is, a.Function):
			note(a)
		case a.Mention >= 0 && len(role.Type) > 0 && unfit(m, role, a) == "" && free(a):
			elsewhere = append(elsewhere, fmt.Sprintf("%q would do, but is there as %s", m.Doc.Said(a), a.Function))
		}
	}
	for i := range role.Path {
		for _, a := range m.Reached(&role.Path[i]) {
			note(&a)
		}
	}
	if out = append(out, elsewhere...); len(out) == 0 {
		out = []string{nothing}
	}
	return out
}

// unfit tells why an argument does not fill a role, "" if it does.
func unfit(m *match.Match, role *rules.Role, a *clause.Arg) string {
	if !m.HeadFits(role, a) {
		return fmt.Sprintf("its word is %q", a.Head)
	}
	if len(role.Type) == 0 || len(m.Refs(role, a)) > 0 {
		return ""
	}
	if a.Mention >= 0 {
		mention := &m.Doc.Mentions[a.Mention]
		if len(mention.Entities) > 0 {
			t := string(m.Doc.Entities[mention.Entities[0]].Type)
			return "it is " + article(t) + t
		}
		return "it is not clear who or what that is"
	}
	return "it is no known " + strings.Join(role.Type, " or ")
}

// article is the indefinite article before the name of a type.
func article(name string) string {
	if strings.ContainsRune("AEIO", rune(name[0])) {
		return "an "
	}
	return "a "
}
