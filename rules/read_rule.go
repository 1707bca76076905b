package rules

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

func (r *reader) readRule(n *yaml.Node) {
	r.rule = nameOf(n, "rule")
	defer func() { r.rule = "" }()

	m := r.mapping(n, "rule", ruleKeys, ruleNeeds)
	if m == nil {
		return
	}
	name, relation := r.text(m["rule"], "rule"), r.text(m["relation"], "relation")
	rule := r.shared(n, m)
	rule.Name, rule.Relation, rule.relationAt = name.text, relation.text, relation.pos
	rule.Subject = r.readRole(m["subject"], "subject", roleKeys)
	rule.Object = r.readRole(m["object"], "object", roleKeys)
	for _, q := range slices.Sorted(slices.Values(qualifiers)) {
		if m[q] != nil {
			rule.Qualifiers = append(rule.Qualifiers, Qualifier{q, r.readRole(m[q], q, qualifierKeys)})
		}
	}
	if name.text != "" && r.named(name, "rule") {
		r.addRule(rule, name.pos)
	}
}

// shared reads what rules and the senses of frames have in common. What roles may name
// is set from then on by the trigger.
func (r *reader) shared(n *yaml.Node, m map[string]*yaml.Node) Rule {
	on := r.readTrigger(m["on"])
	r.functionsOf(&on)
	return Rule{
		Doc:      r.text(m["doc"], "doc").text,
		On:       on,
		If:       r.readConditions(m["if"], "if"),
		Not:      r.readConditions(m["not"], "not"),
		Status:   r.choice(r.text(m["status"], "status"), "status", statuses),
		Examples: r.readExamples(m["examples"]),
		Pack:     r.pack,
		Pos:      r.pos(n),
	}
}

// addRule adds a rule, whose name stands at pos, unless the name is taken.
func (r *reader) addRule(rule Rule, pos Pos) {
	if old, ok := r.rules[rule.Name]; ok {
		r.fault(pos, "the name is already taken at %s", old.Pos)
		return
	}
	r.rules[rule.Name] = rule
}

// functionsOf sets what the roles of a rule with a trigger may name: functions of
// the clause, or the captures of its patterns.
func (r *reader) functionsOf(on *Trigger) {
	r.functions = append(slices.Clone(functions), r.asked()...)
	if len(on.Patterns) > 0 {
		r.functions = append([]string{"self"}, r.asked()...)
		for i := range on.Patterns {
			r.functions = append(r.functions, on.Patterns[i].Captures()...)
		}
	}
}

func (r *reader) readTrigger(n *yaml.Node) Trigger {
	before := len(r.faults)
	m := r.mapping(n, "on", triggerKeys, nil)
	at := map[string]Pos{}
	t := Trigger{
		Verb:      r.lemmas(m["verb"], "verb", at),
		Noun:      r.lemmas(m["noun"], "noun", at),
		Adjective: r.lemmas(m["adjective"], "adjective", at),
		Under:     r.lemmas(m["under"], "under", at),
		at:        at,
		Title:     r.flag(m["title"], "title"),
	}
	for _, n := range r.several(m["pattern"]) {
		if w := r.text(n, "pattern"); w.text != "" {
			t.Patterns = append(t.Patterns, r.readPattern(w, quoted(n)))
		}
	}
	words := len(t.Verb) + len(t.Noun) + len(t.Adjective)
	switch {
	case m == nil || len(r.faults) > before:
	case t.Title && words+len(t.Under)+len(t.Patterns) > 0:
		r.fault(r.pos(m["title"]), "a trigger is title: true, or words or patterns, not both")
	case len(t.Patterns) > 0 && words+len(t.Under) > 0:
		r.fault(r.pos(m["pattern"]), "a trigger is patterns or words, not both")
	case !t.Title && len(t.Patterns) == 0 && words == 0 && !r.partial: // a list of another file may give words
		r.fault(r.pos(n), "a trigger that could start anywhere, want a verb, noun or adjective, or a pattern")
	}
	return t
}
