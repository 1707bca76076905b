package rules

import (
	"maps"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"
)

// open adds a file.
func (r *reader) open(file string, root *yaml.Node) {
	r.file = file
	r.files = append(r.files, section{file, r.mapping(root, "rule file", fileKeys, nil)})
}

var typeName = regexp.MustCompile(`^\p{Lu}\pL*$`)

// read returns the pack of all opened files: types and lists first, since all
// else uses them, then relations, whose names show how to read the examples of
// rules.
func (r *reader) read() (*Pack, error) {
	pack := &Pack{uses: r.uses}
	pack.Types = r.readTypes()
	pack.Lists = r.readLists()
	pack.Relations = r.readRelations()
	pack.Records = r.readRecords()
	for _, s := range r.files {
		r.file = s.file
		for _, n := range r.items(s.root["rules"], "rules") {
			r.readRule(n)
		}
		for _, n := range r.items(s.root["frames"], "frames") {
			r.readFrame(n)
		}
	}
	pack.Rules = byName(r.rules)
	r.faults = append(r.faults, check(pack, r.relations, nil, r.partial)...)
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return pack, nil
}

// readTypes reads the types of all files; from then on they are known.
func (r *reader) readTypes() []Type {
	types := map[string]Type{}
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
	return byName(types)
}

// readLists reads the lists of all files; they may use each other.
func (r *reader) readLists() []List {
	lists := declared(r, "list", func(key word, value *yaml.Node) *list {
		return &list{List: List{Name: key.text, Pos: key.pos}, node: value}
	}, func(l *list) Pos { return l.Pos })
	maps.Copy(r.lists, lists)
	var all []List
	for _, l := range byName(lists) {
		r.resolve(l)
		all = append(all, l.List)
	}
	return all
}

// readRelations reads the relations of all files.
func (r *reader) readRelations() []Relation {
	relations := declared(r, "relation", r.readRelation, func(rel Relation) Pos { return rel.Pos })
	maps.Copy(r.relations, relations)
	return byName(relations)
}

func (r *reader) readRelation(key word, n *yaml.Node) Relation {
	m := r.mapping(n, "relation", relationKeys, relationNeeds)
	rel := Relation{
		Name:      key.text,
		Doc:       r.text(m["doc"], "doc").text,
		Subject:   r.chosen(m["subject"], "type", r.typeNames()),
		Object:    r.chosen(m["object"], "type", r.typeNames()),
		Symmetric: r.flag(m["symmetric"], "symmetric"),
		State:     r.flag(m["state"], "state"),
		Said:      r.flag(m["said"], "said"),
		Abroad:    r.flag(m["abroad"], "abroad"),
		Never:     r.chosen(m["never"], "status", statuses),
		Binding:   r.chosen(m["binding"], "stance", stances),
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
