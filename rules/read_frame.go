package rules

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A frame is read into rules, one for each of its senses and statements. What they
// share is read again for each of them: a fault that is told twice, of the same
// place and rule, stands once in the end.

// A statement is what a frame states, by the names of its roles.
type statement struct {
	as       string
	in       []string // names of the senses that state it, all if empty
	relation word
	roles    map[string]word // by "subject", "object" and the qualifiers
	ifs, not []Role
	status   string
}

// A frame is what its senses share.
type frame struct {
	name   word
	doc    string
	roles  map[string]*yaml.Node // by their names
	keys   map[string]*yaml.Node
	senses []string        // their names
	used   map[string]bool // names of roles that statements have
}

func (r *reader) readFrame(n *yaml.Node) {
	r.rule = nameOf(n, "frame")
	defer func() { r.rule = "" }()
	m := r.mapping(n, "frame", frameKeys, frameNeeds)
	if m == nil {
		return
	}
	f := frame{
		name: r.text(m["frame"], "frame"), doc: r.text(m["doc"], "doc").text, roles: map[string]*yaml.Node{}, keys: m,
		used: map[string]bool{},
	}
	if f.name.text == "" || !r.named(f.name, "frame") {
		return
	}
	for name, role := range r.entries(m["roles"], "roles") {
		if r.named(name, "role") {
			f.roles[name.text] = role
		}
	}
	senses := r.items(m["senses"], "senses")
	if m["senses"] != nil && len(senses) == 0 {
		r.fault(r.pos(m["senses"]), "want at least one sense")
	}
	for _, n := range senses {
		f.senses = append(f.senses, nameOf(n, "sense"))
	}
	for _, n := range senses {
		r.rule = f.name.text
		r.readSense(n, &f)
	}
	r.rule = f.name.text
	for name := range r.entries(m["roles"], "roles") {
		if f.roles[name.text] != nil && !f.used[name.text] && len(senses) > 0 {
			r.fault(name.pos, "no statement has the role %q", name.text)
		}
	}
}

// readSense reads one way to say what a frame is about: a rule for each statement.
func (r *reader) readSense(n *yaml.Node, f *frame) {
	needs := senseNeeds
	if len(f.senses) > 1 {
		needs = append([]string{"sense"}, needs...)
	}
	m := r.mapping(n, "sense", senseKeys, needs)
	if m == nil {
		return
	}
	name, pos := f.name.text, f.name.pos
	if sense := r.text(m["sense"], "sense"); sense.text != "" && r.named(sense, "sense") {
		name, pos = name+"-"+sense.text, sense.pos
	}
	r.rule = name
	base := r.shared(n, m)
	base.Frame, base.sense = f.name.text, name
	if base.Doc == "" {
		base.Doc = f.doc
	}
	own := map[string]*yaml.Node{}
	for role, over := range r.entries(m["roles"], "roles") {
		if own[role.text] = over; f.roles[role.text] == nil {
			r.roleOf(f, role)
		}
	}
	states := r.readStatements(m["states"], f.senses)
	r.rule = f.name.text
	if m["states"] == nil {
		states = r.readStatements(f.keys["states"], f.senses)
	}
	base.If = append(base.If, r.readConditions(f.keys["if"], "if")...)
	base.Not = append(base.Not, r.readConditions(f.keys["not"], "not")...)
	filler := func(w word, key string) Role {
		r.rule = f.name.text
		role := r.roleOf(f, w)
		if role == nil {
			return Role{}
		}
		if own[w.text] != nil {
			r.rule = name
		}
		return r.readRole(overlay(role, own[w.text]), key, qualifierKeys)
	}
	for i := range states {
		if s := &states[i]; len(s.in) == 0 || slices.Contains(s.in, nameOf(n, "sense")) {
			rule := s.of(base, filler)
			r.rule = name
			r.addRule(rule, pos)
		}
	}
}

// roleOf gives the role of a frame that a word names; nil, and a fault, if there is none.
func (r *reader) roleOf(f *frame, name word) *yaml.Node {
	role := f.roles[name.text]
	if role == nil && name.text != "" {
		known := slices.Sorted(maps.Keys(f.roles))
		hint := suggest(name.text, known)
		if hint == "" {
			hint = ", want one of: " + strings.Join(known, ", ")
		}
		r.fault(name.pos, "the frame has no role %q%s", name.text, hint)
	}
	f.used[name.text] = true
	return role
}

// of is the rule that a statement of a sense is; base is what the sense's rules share.
func (s *statement) of(base Rule, filler func(name word, key string) Role) Rule {
	rule := base
	rule.Name, rule.as, rule.Relation, rule.relationAt = base.sense, s.as, s.relation.text, s.relation.pos
	if s.as != "" {
		rule.Name += "-" + s.as
	}
	rule.Subject, rule.Object = filler(s.roles["subject"], "subject"), filler(s.roles["object"], "object")
	rule.Subject.Optional, rule.Object.Optional = false, false
	for _, q := range slices.Sorted(slices.Values(qualifiers)) {
		if w, ok := s.roles[q]; ok {
			rule.Qualifiers = append(rule.Qualifiers, Qualifier{q, filler(w, q)})
		}
	}
	rule.If, rule.Not = slices.Concat(base.If, s.ifs), slices.Concat(base.Not, s.not)
	if s.status != "" {
		rule.Status = s.status
	}
	return rule
}

// readStatements reads what a frame or one of its senses states.
func (r *reader) readStatements(n *yaml.Node, senses []string) []statement {
	var all []statement
	names := map[string]bool{}
	items := r.items(n, "states")
	if n != nil && n.Kind == yaml.SequenceNode && len(items) == 0 {
		r.fault(r.pos(n), "want at least one statement")
	}
	for _, item := range items {
		m := r.mapping(item, "statement", statementKeys, statementNeeds)
		if m == nil {
			continue
		}
		s := statement{
			relation: r.text(m["relation"], "relation"),
			roles:    map[string]word{},
			ifs:      r.readConditions(m["if"], "if"),
			not:      r.readConditions(m["not"], "not"),
			status:   r.choice(r.text(m["status"], "status"), "status", statuses),
		}
		if as := r.text(m["as"], "as"); as.text != "" && r.named(as, "statement") {
			s.as = as.text
		}
		if m["in"] != nil {
			s.in = r.chosen(m["in"], "sense", senses)
		}
		if names[s.as] {
			r.fault(r.pos(item), "statement: want a name of its own, given with \"as\"")
			continue
		}
		names[s.as] = true
		for _, key := range append([]string{"subject", "object"}, qualifiers...) {
			if m[key] != nil {
				s.roles[key] = r.text(m[key], key)
			}
		}
		all = append(all, s)
	}
	return all
}

// overlay gives the role of a frame with what a sense tells of it instead, which may be
// nil: the ways to it, "is" and "path", are one thing, all other keys one each.
func overlay(under, over *yaml.Node) *yaml.Node {
	switch {
	case over == nil || over.Kind == yaml.MappingNode && under.Kind != yaml.MappingNode:
		return under
	case over.Kind != yaml.MappingNode:
		return over // a fault, which its reader tells
	}
	told := map[string]bool{}
	for i := 0; i+1 < len(over.Content); i += 2 {
		told[over.Content[i].Value] = true
	}
	both := *over
	both.Content = slices.Clone(over.Content)
	for i := 0; i+1 < len(under.Content); i += 2 {
		key := under.Content[i].Value
		if way := key == "is" || key == "path"; way && (told["is"] || told["path"]) || told[key] {
			continue
		}
		both.Content = append(both.Content, under.Content[i], under.Content[i+1])
	}
	return &both
}
