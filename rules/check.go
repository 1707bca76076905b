package rules

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// check tells where the relations and rules of a pack do not fit the known
// relations, those of the pack among them, and, unless they are nil, the records. When
// only part of the pack could be read, a relation that is not known is no fault.
func check(p *Pack, known map[string]Relation, records map[string]Record, partial bool) (faults Faults) {
	names := slices.Sorted(maps.Keys(known))
	report := func(pos Pos, rule, format string, args ...any) {
		faults = append(faults, Fault{Pos: pos, Rule: rule, Msg: fmt.Sprintf(format, args...)})
	}
	for _, rel := range p.Relations {
		for i, name := range rel.Implies {
			pos := rel.impliesAt[i]
			implied, ok := known[name]
			if !ok && !partial {
				report(pos, "", "relation %s: implies unknown relation %q%s", rel.Name, name, suggest(name, names))
			}
			if t := beyond(rel.Subject, implied.Subject); t != "" {
				report(pos, "", "relation %s: implies %s, whose subject cannot be %s", rel.Name, name, t)
			}
			if t := beyond(rel.Object, implied.Object); t != "" {
				report(pos, "", "relation %s: implies %s, whose object cannot be %s", rel.Name, name, t)
			}
		}
		if implied(rel, known)[rel.Name] {
			report(rel.impliesAt[0], "", "relation %s: implies itself, by way of what it implies", rel.Name)
		}
	}
	for _, rec := range p.Records {
		unknown := func(pos Pos, does, name string) {
			if _, ok := known[name]; !ok && !partial {
				report(pos, "", "record %s: %s: unknown relation %q%s", rec.Name, does, name, suggest(name, names))
			}
		}
		related := rec.relations()
		for _, key := range slices.Sorted(maps.Keys(related)) {
			for i, name := range related[key] {
				unknown(rec.at[key][i], key, name)
			}
		}
	}
	stated := map[*Rule]map[string]bool{} // by the rules together
	for _, sense := range p.Senses() {
		all := map[string]bool{}
		for _, rule := range sense {
			stated[rule], all[rule.Relation] = all, true
			maps.Copy(all, implied(known[rule.Relation], known))
		}
	}
	for i := range p.Rules {
		rule := &p.Rules[i]
		who := cmp.Or(rule.Frame, rule.Name) // of a frame told once, not for each of its rules
		for _, role := range rule.roles() {
			if _, ok := records[role.Again]; !ok && records != nil && role.Again != "" {
				report(role.Pos, who, "unknown record %q%s", role.Again,
					suggest(role.Again, slices.Sorted(maps.Keys(records))))
			}
			for _, function := range role.Is {
				record, slot, ok := Asked(function)
				if rec := records[record]; ok && records != nil && rec.Slot(slot) == nil {
					report(role.Pos, who, "no record has the slot %q", function)
				}
			}
		}
		rel, ok := known[rule.Relation]
		if !ok {
			if !partial && rule.Relation != "" {
				report(rule.relationAt, who, "unknown relation %q%s", rule.Relation, suggest(rule.Relation, names))
			}
			continue
		}
		if t := beyond(rule.Subject.Type, rel.Subject); t != "" {
			report(rule.Subject.Pos, who, "the subject of %s cannot be %s, want %s",
				rel.Name, t, strings.Join(rel.Subject, " or "))
		}
		if t := beyond(rule.Object.Type, rel.Object); t != "" {
			report(rule.Object.Pos, who, "the object of %s cannot be %s, want %s",
				rel.Name, t, strings.Join(rel.Object, " or "))
		}
		for _, example := range rule.Examples {
			for _, fact := range example.Facts {
				if fact.Relation != "" && !stated[rule][fact.Relation] {
					report(fact.Pos, who, "example with relation %q, which a rule for %s does not state",
						fact.Relation, rel.Name)
				}
			}
		}
	}
	return faults
}

// beyond gives the first type that is not allowed, "" if all are, or if it is
// not known what is.
func beyond(types, allowed []string) string {
	for _, t := range types {
		if len(allowed) > 0 && !slices.Contains(allowed, t) {
			return t
		}
	}
	return ""
}

// implied gives the names of all relations that rel implies, directly or not.
func implied(rel Relation, known map[string]Relation) map[string]bool {
	all := map[string]bool{}
	for todo := slices.Clone(rel.Implies); len(todo) > 0; {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !all[name] {
			all[name] = true
			todo = append(todo, known[name].Implies...)
		}
	}
	return all
}
