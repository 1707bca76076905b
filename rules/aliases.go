package rules

import (
	"io"
	"io/fs"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"
)

// Aliases overrule how the graph decides who is who. They are read from a file
// of three parts, each of which may be missing:
//
//	same:                            # one thing: names, or ids
//	  - [Pham Thi Lan, "person:lan-pham"]
//	different:                       # two things, whatever their names are like
//	  - [Sato Yuki, Sato Yukio]
//	name:                            # how a thing is shown
//	  person:pham-thi-lan: Phạm Thị Lan
//
// It is immutable and safe for concurrent use.
type Aliases struct {
	Same      [][]string // groups of names and ids of one thing each
	Different [][]string // groups of which no two are one thing
	Labels    []KeyValue // a name or id, and the name to show
	// Names tells where the names and ids stand in the file, each once, in its order.
	Names []Named `json:"-"`
}

// A Named is a name or an id, and where it stands.
type Named struct {
	Name string
	Pos  Pos
}

func (a *Aliases) note(w word) {
	if !slices.ContainsFunc(a.Names, func(n Named) bool { return n.Name == w.text }) {
		a.Names = append(a.Names, Named{w.text, w.pos})
	}
}

// LoadAliases reads a file. The error is of type Faults and tells everything
// that is wrong in it.
func LoadAliases(fsys fs.FS, file string) (*Aliases, error) {
	root, fault := parseFile(fsys, file, file, io.Discard)
	if fault != nil {
		return nil, Faults{*fault}
	}
	r := &reader{file: file}
	m := r.mapping(root, "alias file", []string{"same", "different", "name"}, nil)
	maps.DeleteFunc(m, func(_ string, n *yaml.Node) bool { return n.Tag == "!!null" }) // "same:" with nothing below
	a := &Aliases{}
	grouped := map[string]Pos{} // names of same, and where their group stands
	for _, g := range r.groups(m["same"], "same") {
		for _, w := range g.words {
			a.note(w)
			if pos, ok := grouped[w.text]; ok {
				r.fault(w.pos, "same: %q is already in the group at line %d, want one group", w.text, pos.Line)
			} else {
				grouped[w.text] = g.pos
			}
		}
		a.Same = append(a.Same, texts(g.words))
	}
	for _, g := range r.groups(m["different"], "different") {
		for i, w := range g.words {
			a.note(w)
			for _, v := range g.words[:i] {
				if pos, ok := grouped[w.text]; ok && grouped[v.text] == pos {
					r.fault(w.pos, "different: %q and %q are the same by line %d", v.text, w.text, pos.Line)
				}
			}
		}
		a.Different = append(a.Different, texts(g.words))
	}
	for key, value := range r.entries(m["name"], "name") {
		if w := r.text(value, "name"); w.text != "" {
			a.note(key)
			a.Labels = append(a.Labels, KeyValue{key.text, w.text})
		}
	}
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return a, nil
}

// A group is the words of one list.
type group struct {
	words []word
	pos   Pos
}

// groups reads a list of lists of two words or more, no word twice.
func (r *reader) groups(n *yaml.Node, what string) []group {
	var all []group
	for _, item := range r.items(n, what) {
		g := group{pos: r.pos(item)}
		items := r.items(item, what)
		for _, n := range items {
			w := r.text(n, what)
			switch {
			case w.text == "":
			case slices.Contains(texts(g.words), w.text):
				r.fault(w.pos, "%s: %q is twice in the group", what, w.text)
			default:
				g.words = append(g.words, w)
			}
		}
		if item.Kind == yaml.SequenceNode && len(items) < 2 {
			r.fault(g.pos, "%s: want two names or more, got %d", what, len(items))
		}
		all = append(all, g)
	}
	return all
}
