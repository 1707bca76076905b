package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Lint tells what in a pack is right but of no use, in order of position: lists,
// types and relations that nothing uses, slots that nothing fills, rules and triggers that another rule
// covers, conditions that contradict what they are to allow, and examples that
// stand twice. A pack that builds on others is linted after Merge.
func (p *Pack) Lint() Faults {
	l := linter{pack: p, relations: map[string]Relation{}}
	for _, r := range p.Relations {
		l.relations[r.Name] = r
	}
	l.unused()
	l.unfilled()
	l.covered()
	l.contradictions()
	l.repeated()
	return l.faults.sorted()
}

type linter struct {
	pack      *Pack
	relations map[string]Relation
	faults    Faults
}

func (l *linter) report(pos Pos, rule, format string, args ...any) {
	l.faults = append(l.faults, Fault{Pos: pos, Rule: rule, Msg: fmt.Sprintf(format, args...)})
}

func (l *linter) unused() {
	for _, list := range l.pack.Lists {
		if !l.pack.uses[list.Name] {
			l.report(list.Pos, "", "list %q: nothing uses it", list.Name)
		}
	}
	stated := map[string]bool{}
	for i := range l.pack.Rules {
		r := l.pack.Rules[i].Relation
		stated[r] = true
		for name := range implied(l.relations[r], l.relations) {
			stated[name] = true
		}
	}
	taken := map[string]bool{}
	for _, rel := range l.pack.Relations {
		if !stated[rel.Name] {
			l.report(rel.Pos, "", "relation %s: no rule states it", rel.Name)
			continue
		}
		subjects, objects := l.taken(rel.Name)
		for _, side := range []struct {
			name            string
			declared, taken []string
		}{{"subject", rel.Subject, subjects}, {"object", rel.Object, objects}} {
			for _, t := range side.declared {
				taken[t] = true
				if !slices.Contains(side.taken, t) {
					l.report(rel.Pos, "", "relation %s: no rule takes a %s as its %s", rel.Name, t, side.name)
				}
			}
		}
	}
	for _, t := range l.pack.Types {
		if !taken[t.Name] {
			l.report(t.Pos, "", "type %s: no relation uses it", t.Name)
		}
	}
}

// taken gives the types that the rules which state a relation, or another that
// implies it, take as its subject and object.
func (l *linter) taken(relation string) (subjects, objects []string) {
	for i := range l.pack.Rules {
		r := &l.pack.Rules[i]
		rel := l.relations[r.Relation]
		if r.Relation != relation && !implied(rel, l.relations)[relation] {
			continue
		}
		s, o := r.Subject.Type, r.Object.Type
		if len(s) == 0 {
			s = rel.Subject
		}
		if len(o) == 0 {
			o = rel.Object
		}
		subjects, objects = append(subjects, s...), append(objects, o...)
		if rel.Symmetric {
			subjects, objects = append(subjects, o...), append(objects, s...)
		}
	}
	return subjects, objects
}

// unfilled finds the slots of records that no fact which they hold can fill. One that
// a verb opens is filled by whom that names, too.
func (l *linter) unfilled() {
	for i := range l.pack.Records {
		rec := &l.pack.Records[i]
		if len(rec.Verb) > 0 {
			continue
		}
		var types []string
		for _, name := range rec.Holds {
			types = append(types, l.relations[name].Subject...)
			types = append(types, l.relations[name].Object...)
		}
		for k := range rec.Slots {
			slot := &rec.Slots[k]
			fills := func(t string) bool {
				return slices.Contains(slot.Type, t) ||
					slot.StandsFor && t == "Person" && slices.Contains(slot.Type, "Country")
			}
			if !slices.ContainsFunc(types, fills) {
				l.report(slot.Pos, "", "record %s: nothing that it holds fills its slot %s", rec.Name, slot.Name)
			}
		}
	}
}

// covered finds the rules, and the words of triggers, at which another rule
// states all that they state.
func (l *linter) covered() {
	for i := range l.pack.Rules {
		b := &l.pack.Rules[i]
		words := triggers(b)
		by := map[string]*Rule{}
		for k := range l.pack.Rules {
			a := &l.pack.Rules[k]
			if a == b || !l.covers(a, b) || l.covers(b, a) && b.Pos.compare(a.Pos) < 0 {
				continue
			}
			for _, w := range triggers(a) {
				if by[w] == nil {
					by[w] = a
				}
			}
		}
		if whole := by[words[0]]; whole != nil && !slices.ContainsFunc(words, func(w string) bool { return by[w] != whole }) {
			l.report(b.Pos, b.Name, "rule %s at %s states all that it states", whole.Name, whole.Pos)
			continue
		}
		for _, w := range words {
			if a := by[w]; a != nil {
				key, word, _ := strings.Cut(w, " ")
				l.report(b.On.Pos(key, word), b.Name, "%s %q: rule %s at %s states all that it states there",
					key, word, a.Name, a.Pos)
			}
		}
	}
}

// triggers gives what starts a rule, each with its kind: "verb meet".
func triggers(r *Rule) []string {
	var all []string
	add := func(key string, words []string) {
		for _, w := range words {
			all = append(all, key+" "+w)
		}
	}
	add("verb", r.On.Verb)
	add("noun", r.On.Noun)
	add("adjective", r.On.Adjective)
	for i := range r.On.Patterns {
		add("pattern", []string{r.On.Patterns[i].Text})
	}
	if r.On.Title {
		add("title", []string{"true"})
	}
	return all
}

// covers tells whether a states whatever b states where the same word starts both.
func (l *linter) covers(a, b *Rule) bool {
	if a.Relation != b.Relation && !implied(l.relations[a.Relation], l.relations)[b.Relation] || a.Status != b.Status ||
		!wider(a.On.Under, b.On.Under) || !roleCovers(&a.Subject, &b.Subject) || !roleCovers(&a.Object, &b.Object) {
		return false
	}
	for _, q := range a.Qualifiers {
		needed := func(o Qualifier) bool { return o.Name == q.Name && !o.Optional && roleCovers(&q.Role, &o.Role) }
		if !q.Optional && !slices.ContainsFunc(b.Qualifiers, needed) {
			return false
		}
	}
	for _, q := range b.Qualifiers {
		covered := func(o Qualifier) bool { return o.Name == q.Name && roleCovers(&o.Role, &q.Role) }
		if !slices.ContainsFunc(a.Qualifiers, covered) {
			return false
		}
	}
	for i := range a.If {
		if !slices.ContainsFunc(b.If, func(o Role) bool { return roleCovers(&a.If[i], &o) }) {
			return false
		}
	}
	for i := range a.Not {
		if !slices.ContainsFunc(b.Not, func(o Role) bool { return roleCovers(&o, &a.Not[i]) }) {
			return false
		}
	}
	return true
}

// roleCovers tells whether a is filled by all that fills b.
func roleCovers(a, b *Role) bool {
	samePath := slices.EqualFunc(a.Path, b.Path, func(p, q Path) bool { return p.Text == q.Text })
	return len(b.Is) <= len(a.Is) && slices.Equal(a.Is[:len(b.Is)], b.Is) && (samePath || len(b.Path) == 0) &&
		wider(a.Type, b.Type) && wider(a.Head, b.Head) && subset(a.NotHead, b.NotHead) &&
		(!a.Several || b.Several) && (a.StandsFor || !b.StandsFor) && (a.Owner || !b.Owner) &&
		(a.Again == "" || a.Again == b.Again) && (!a.Near || b.Near)
}

// wider tells whether a, where nothing means anything, allows all that b does.
func wider(a, b []string) bool { return len(a) == 0 || len(b) > 0 && subset(b, a) }

func subset(part, of []string) bool {
	return !slices.ContainsFunc(part, func(s string) bool { return !slices.Contains(of, s) })
}

// contradictions finds what can never be filled because of the rule's other
// parts, or because of the pack's relations.
func (l *linter) contradictions() {
	for i := range l.pack.Rules {
		r := &l.pack.Rules[i]
		needed := append([]Role{r.Subject, r.Object}, r.If...)
		for _, q := range r.Qualifiers {
			if !q.Optional {
				needed = append(needed, q.Role)
			}
		}
		for k := range needed {
			n := &needed[k]
			for j := range r.Not {
				// A condition without types asks only that the argument is there.
				not := &r.Not[j]
				if len(n.Path) == 0 && subset(n.Is, not.Is) && wider(not.Type, n.Type) &&
					wider(not.Head, n.Head) && subset(not.NotHead, n.NotHead) &&
					(not.Owner || !n.Owner) && (not.StandsFor || !n.StandsFor) && (!not.Several || n.Several) &&
					(not.Again == "" || not.Again == n.Again) && (!not.Near || n.Near) {
					l.report(n.Pos, r.Name, "can never be filled: the condition at %s excludes all that could", not.Pos)
				}
			}
		}
	}
}

// repeated finds examples that stand twice.
func (l *linter) repeated() {
	type told struct {
		pos  Pos
		rule string
	}
	seen := map[[2]string]told{}
	var all []told
	examples := map[Pos]*Example{}
	for i := range l.pack.Rules {
		r := &l.pack.Rules[i]
		for k := range r.Examples {
			all = append(all, told{r.Examples[k].Pos, r.Name})
			examples[r.Examples[k].Pos] = &r.Examples[k]
		}
	}
	slices.SortFunc(all, func(a, b told) int { return cmp.Or(a.pos.compare(b.pos), strings.Compare(a.rule, b.rule)) })
	all = slices.CompactFunc(all, func(a, b told) bool { return a.pos == b.pos }) // of one sense of a frame
	for _, t := range all {
		e := examples[t.pos]
		key := [2]string{strings.Join(strings.Fields(e.Text), " "), e.Date}
		if first, ok := seen[key]; ok {
			l.report(t.pos, t.rule, "the example is already at %s (rule %s)", first.pos, first.rule)
		} else {
			seen[key] = t
		}
	}
}
