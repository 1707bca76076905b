package rules

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// A reader turns the YAML trees of a pack's files into the pack. It walks the
// trees itself: decoding into structs would lose positions, unknown keys and
// all faults but the first.
type reader struct {
	pack      string
	files     []section
	lists     map[string]*list
	types     map[string]Type
	relations map[string]Relation // those of the base packs, and ours
	rules     map[string]Rule
	faults    Faults
	partial   bool            // a file could not be parsed, so what is not defined may be in it
	expanded  int             // how many words lists have given so far
	uses      map[string]bool // names of lists that were used

	// Where the reader is.
	file      string
	rule      string
	functions []string // that the roles of the rule may name
}

// maxExpanded keeps a small pack from filling the memory through its lists.
const maxExpanded = 1 << 20

// A section is what one file holds.
type section struct {
	file string
	root map[string]*yaml.Node // by fileKeys
}

// A word is a string of a file and where it stands.
type word struct {
	text string
	pos  Pos
}

// A list is named words. It is resolved when first used.
type list struct {
	List
	words []word
	node  *yaml.Node // nil once it is resolved
	open  bool       // being resolved
}

func newReader(pack string, base []*Pack) *reader {
	r := &reader{pack: pack, types: map[string]Type{}, lists: map[string]*list{}, relations: map[string]Relation{}, rules: map[string]Rule{}, uses: map[string]bool{}}
	for _, p := range base {
		for _, t := range p.Types {
			r.types[t.Name] = t
		}
		for _, rel := range p.Relations {
			r.relations[rel.Name] = rel
		}
		for _, l := range p.Lists {
			known := &list{List: l}
			for _, w := range l.Words {
				known.words = append(known.words, word{w, l.Pos})
			}
			r.lists[l.Name] = known
		}
	}
	return r
}

// open adds a file.
func (r *reader) open(file string, root *yaml.Node) {
	r.file = file
	r.files = append(r.files, section{file, r.mapping(root, "rule file", fileKeys, nil)})
}

var typeName = regexp.MustCompile(`^\p{Lu}\pL*$`)

// read returns the pack of all opened files: types and lists first, since all
// else uses them, then relations, whose names show how to read the examples of rules.
func (r *reader) read() (*Pack, error) {
	types, lists, relations := map[string]Type{}, map[string]*list{}, map[string]Relation{}
	for _, s := range r.files {
		r.file = s.file
		for key, value := range r.entries(s.root["types"], "types") {
			doc := r.text(value, "type "+key.text)
			switch old, ok := types[key.text]; {
			case ok:
				r.fault(key.pos, "type %q is already at %s", key.text, old.Pos)
			case !typeName.MatchString(key.text):
				r.fault(key.pos, "want letters, the first a capital, as the name of a type, got %q", key.text)
			case slices.Contains(Types(), key.text):
				r.fault(key.pos, "type %q is one that every pack has", key.text)
			default:
				types[key.text] = Type{key.text, doc.text, key.pos}
			}
		}
	}
	maps.Copy(r.types, types)

	for _, s := range r.files {
		r.file = s.file
		for key, value := range r.entries(s.root["lists"], "lists") {
			if old, ok := lists[key.text]; ok {
				r.fault(key.pos, "list %q is already at %s", key.text, old.Pos)
			} else if r.named(key, "list") {
				lists[key.text] = &list{List: List{Name: key.text, Pos: key.pos}, node: value}
			}
		}
	}
	maps.Copy(r.lists, lists)
	pack := &Pack{Types: byName(types), uses: r.uses}
	for _, l := range byName(lists) {
		r.resolve(l)
		pack.Lists = append(pack.Lists, l.List)
	}

	for _, s := range r.files {
		r.file = s.file
		for key, value := range r.entries(s.root["relations"], "relations") {
			if old, ok := relations[key.text]; ok {
				r.fault(key.pos, "relation %q is already at %s", key.text, old.Pos)
			} else if rel := r.readRelation(key, value); r.named(key, "relation") {
				relations[key.text] = rel
			}
		}
	}
	maps.Copy(r.relations, relations)
	pack.Relations = byName(relations)

	for _, s := range r.files {
		r.file = s.file
		for _, n := range r.items(s.root["rules"], "rules") {
			r.readRule(n)
		}
	}
	pack.Rules = byName(r.rules)

	r.faults = append(r.faults, check(pack, r.relations, r.partial)...)
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return pack, nil
}

func (r *reader) typeNames() []string { return append(Types(), slices.Sorted(maps.Keys(r.types))...) }

func (r *reader) readRelation(key word, n *yaml.Node) Relation {
	m := r.mapping(n, "relation", relationKeys, relationNeeds)
	rel := Relation{
		Name:      key.text,
		Doc:       r.text(m["doc"], "doc").text,
		Subject:   r.chosen(m["subject"], "type", r.typeNames()),
		Object:    r.chosen(m["object"], "type", r.typeNames()),
		Symmetric: r.flag(m["symmetric"], "symmetric"),
		Occasion:  r.choice(r.text(m["occasion"], "occasion"), "occasion", occasions),
		Never:     r.choice(r.text(m["never"], "never"), "status", statuses),
		CAMEO:     r.text(m["cameo"], "cameo").text,
		PLOVER:    r.text(m["plover"], "plover").text,
		Pos:       key.pos,
	}
	for _, w := range r.words(m["implies"], "implies") {
		rel.Implies = append(rel.Implies, w.text)
		rel.impliesAt = append(rel.impliesAt, w.pos)
	}
	if rel.Symmetric && (beyond(rel.Subject, rel.Object) != "" || beyond(rel.Object, rel.Subject) != "") {
		r.fault(key.pos, "a symmetric relation has the same types of subject and object")
	}
	return rel
}

func (r *reader) readRule(n *yaml.Node) {
	// The name goes first, so that every fault of the rule can tell it.
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if value := n.Content[i+1].Value; n.Content[i].Value == "rule" && len(strings.Fields(value)) == 1 {
				r.rule = value
			}
		}
	}
	defer func() { r.rule = "" }()

	m := r.mapping(n, "rule", ruleKeys, ruleNeeds)
	if m == nil {
		return
	}
	name, relation := r.text(m["rule"], "rule"), r.text(m["relation"], "relation")
	on := r.readTrigger(m["on"])
	r.functions = functions
	if len(on.Patterns) > 0 {
		r.functions = []string{"self", "participants", "parties"}
		for i := range on.Patterns {
			r.functions = append(r.functions, on.Patterns[i].Captures()...)
		}
	}
	rule := Rule{
		Name:       name.text,
		Doc:        r.text(m["doc"], "doc").text,
		Relation:   relation.text,
		On:         on,
		Subject:    r.readRole(m["subject"], "subject"),
		Object:     r.readRole(m["object"], "object"),
		If:         r.readConditions(m["if"], "if"),
		Not:        r.readConditions(m["not"], "not"),
		Status:     r.choice(r.text(m["status"], "status"), "status", statuses),
		Examples:   r.readExamples(m["examples"]),
		Pack:       r.pack,
		Pos:        r.pos(n),
		relationAt: relation.pos,
	}
	for _, q := range slices.Sorted(slices.Values(qualifiers)) {
		if m[q] != nil {
			rule.Qualifiers = append(rule.Qualifiers, Qualifier{q, r.readRole(m[q], q)})
		}
	}
	if name.text == "" || !r.named(name, "rule") {
		return
	}
	if old, ok := r.rules[name.text]; ok {
		r.fault(name.pos, "the name is already taken at %s", old.Pos)
		return
	}
	r.rules[name.text] = rule
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

// several gives the items of a list, or what stands alone as one of them.
func (r *reader) several(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return slices.DeleteFunc([]*yaml.Node{n}, func(n *yaml.Node) bool { return n == nil })
	}
	return n.Content
}

// quoted tells how many columns a quote before a scalar takes, -1 if it is not
// written in one line.
func quoted(n *yaml.Node) int {
	switch n.Style {
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		return 1
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return -1
	}
	return 0
}

// lemmas reads the words of a trigger and notes where they stand.
func (r *reader) lemmas(n *yaml.Node, key string, at map[string]Pos) []string {
	var all []string
	for _, w := range r.words(n, key) {
		at[key+" "+w.text] = w.pos
		switch {
		case strings.ToLower(w.text) != w.text:
			r.fault(w.pos, "%s: want a lemma in lower case, got %q", key, w.text)
		case key == "verb" && inflected(w.text):
			r.fault(w.pos, "%s: want a lemma as in \"meet\", got %q", key, w.text)
		}
		all = append(all, w.text)
	}
	return all
}

// inflection is the end of a verb that is no lemma: -ing or -ed after a
// syllable ("meeting", but "bring", "proceed"), or an -s that lemmas do not have
// ("meets", but "focus").
var (
	inflection = regexp.MustCompile(`^[a-z]*[aeiouy][a-z]*(?:ing|[^aeou]ed)$|^[a-z]*[^aious]s$`)
	embedded   = []string{"embed", "imbed", "bobsled"}
)

func inflected(verb string) bool {
	first, _, _ := strings.Cut(verb, " ")
	return inflection.MatchString(first) && !slices.Contains(embedded, first)
}

func (r *reader) readRole(n *yaml.Node, key string) Role {
	keys := roleKeys
	if slices.Contains(qualifiers, key) {
		keys = qualifierKeys
	}
	m := r.mapping(n, key, keys, nil)
	if m != nil && m["is"] == nil && m["path"] == nil {
		r.fault(r.pos(n), "%s: missing key \"is\" or \"path\"", key)
	}
	role := Role{
		Is:        r.chosen(m["is"], "role function", r.functions),
		Path:      r.readPaths(m["path"]),
		Type:      r.chosen(m["type"], "type", r.typeNames()),
		Head:      texts(r.words(m["head"], "head")),
		NotHead:   texts(r.words(m["not-head"], "not-head")),
		Optional:  r.flag(m["optional"], "optional"),
		Several:   r.flag(m["several"], "several"),
		StandsFor: r.flag(m["stands-for"], "stands-for"),
		Owner:     r.flag(m["owner"], "owner"),
	}
	if n != nil {
		role.Pos = r.pos(n)
	}
	return role
}

func (r *reader) readPaths(n *yaml.Node) []Path {
	var all []Path
	for _, n := range r.several(n) {
		if w := r.text(n, "path"); w.text != "" {
			all = append(all, r.readPath(w, quoted(n)))
		}
	}
	return all
}

func (r *reader) readConditions(n *yaml.Node, key string) []Role {
	var all []Role
	for _, item := range r.items(n, key) {
		all = append(all, r.readRole(item, key))
	}
	return all
}

func (r *reader) readExamples(n *yaml.Node) []Example {
	var all []Example
	positive, negative := false, false
	items := r.items(n, "examples")
	if n != nil && n.Kind == yaml.SequenceNode && len(items) == 0 {
		r.fault(r.pos(n), "want an example with facts and one without")
	}
	for _, item := range items {
		m := r.mapping(item, "example", exampleKeys, exampleNeeds)
		e := Example{Text: r.text(m["text"], "text").text, Pos: r.pos(item)}
		if date := r.text(m["date"], "date"); date.text != "" {
			e.Date = date.text
			r.checkDate(date)
		}
		facts := r.items(m["facts"], "facts")
		for _, f := range facts {
			if w := r.text(f, "facts"); w.text != "" {
				e.Facts = append(e.Facts, r.readFact(w))
			}
		}
		all = append(all, e)
		positive = positive || len(facts) > 0
		negative = negative || m["facts"] != nil && len(facts) == 0
	}
	if all != nil && !positive {
		r.fault(r.pos(n), "want an example with facts")
	}
	if all != nil && !negative {
		r.fault(r.pos(n), "want an example that gives no fact, with facts: []")
	}
	return all
}

func (r *reader) checkDate(date word) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, date.text); err == nil {
			return
		}
	}
	r.fault(date.pos, "want a date like 2024-11-18, 2024-11 or 2024, got %q", date.text)
}

var keyValue = regexp.MustCompile(`^\s*([^\s="]+)=(?:"([^"]*)"|([^\s"]+))(?:\s|$)`)

// readFact reads `Lan met Sato | date=2024-11-16 place="New York"`. The
// relation is the first word that is one.
func (r *reader) readFact(w word) ExampleFact {
	f := ExampleFact{Pos: w.pos}
	statement, rest, _ := strings.Cut(w.text, "|")
	words := strings.Fields(statement)
	at := slices.IndexFunc(words, func(s string) bool { _, ok := r.relations[s]; return ok })
	switch {
	case at < 0 && r.partial:
	case at < 0:
		known, hint := slices.Sorted(maps.Keys(r.relations)), ""
		for _, s := range words[min(1, len(words)):] {
			if hint = suggest(s, known); hint != "" {
				break
			}
		}
		r.fault(w.pos, "no word of the fact %q is a relation%s, want \"subject relation object\"", strings.TrimSpace(statement), hint)
	case at == 0 || at == len(words)-1:
		r.fault(w.pos, "the fact %q lacks its %s, want \"subject relation object\"", strings.TrimSpace(statement), []string{"subject", "object"}[min(at, 1)])
	}
	if at > 0 {
		f.Subject, f.Relation, f.Object = strings.Join(words[:at], " "), words[at], strings.Join(words[at+1:], " ")
	} else if len(words) > 0 && at == 0 {
		f.Relation = words[0]
	}

	seen := map[string]bool{}
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		m := keyValue.FindStringSubmatch(rest)
		if m == nil {
			r.fault(w.pos, "want key=value or key=\"two words\", got %q", rest)
			break
		}
		rest = rest[len(m[0]):]
		key, value := m[1], m[2]+m[3]
		switch {
		case !slices.Contains(factKeys, key):
			r.fault(w.pos, "unknown key %q of a fact%s", key, suggest(key, factKeys))
		case seen[key] && key != "with":
			r.fault(w.pos, "key %q of the fact is repeated", key)
		case key == "date":
			r.checkDate(word{value, w.pos})
		case key == "status":
			r.choice(word{value, w.pos}, "status", statuses)
		}
		seen[key] = true
		f.Qualifiers = append(f.Qualifiers, KeyValue{key, value})
	}
	return f
}
