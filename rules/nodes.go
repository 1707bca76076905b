package rules

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/relata-graph/relata/extract/world"
)

// The methods of this file read nodes of any shape. What does not have the
// shape that is wanted is reported and read as nothing; a nil node stands for
// a key that is not there.

func (r *reader) pos(n *yaml.Node) Pos { return Pos{r.file, n.Line, n.Column} }

func (r *reader) fault(pos Pos, format string, args ...any) {
	r.faults = append(r.faults, Fault{Pos: pos, Rule: r.rule, Msg: fmt.Sprintf(format, args...)})
}

// is tells whether n is of a kind, and reports it if not.
func (r *reader) is(n *yaml.Node, what string, kind yaml.Kind) bool {
	switch {
	case n == nil:
	case n.Kind == yaml.AliasNode:
		r.fault(r.pos(n), "%s: want the value itself, not the alias *%s; words can be shared with lists", what, n.Value)
	case n.Style&yaml.TaggedStyle != 0:
		r.fault(r.pos(n), "%s: want a value without the tag %s", what, n.Tag)
	case n.Kind != kind:
		r.fault(r.pos(n), "%s: want %s, got %s", what, kindName(kind, ""), kindName(n.Kind, n.Tag))
	default:
		return true
	}
	return false
}

func kindName(kind yaml.Kind, tag string) string {
	switch {
	case kind == yaml.MappingNode:
		return "a mapping"
	case kind == yaml.SequenceNode:
		return "a list"
	case tag == "!!null":
		return "nothing"
	}
	return "a word or text"
}

// entries yields the keys and values of a mapping, each key once.
func (r *reader) entries(n *yaml.Node, what string) iter.Seq2[word, *yaml.Node] {
	return func(yield func(word, *yaml.Node) bool) {
		if !r.is(n, what, yaml.MappingNode) {
			return
		}
		seen := map[string]int{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := r.text(n.Content[i], what+": key")
			if key.text == "" {
				continue
			}
			if line, ok := seen[key.text]; ok {
				r.fault(key.pos, "%s: key %q is already at line %d", what, key.text, line)
				continue
			}
			seen[key.text] = key.pos.Line
			if !yield(key, n.Content[i+1]) {
				return
			}
		}
	}
}

// mapping gives the values of a mapping by key, nil if n is not one. It
// reports keys that are not known and those that are needed and missing.
func (r *reader) mapping(n *yaml.Node, what string, known, needed []string) map[string]*yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		r.is(n, what, yaml.MappingNode)
		return nil
	}
	values := map[string]*yaml.Node{}
	for key, value := range r.entries(n, what) {
		if !slices.Contains(known, key.text) {
			r.fault(key.pos, "%s: unknown key %q%s", what, key.text,
				cmp.Or(suggest(key.text, known), ", want one of: "+strings.Join(known, ", ")))
			continue
		}
		values[key.text] = value
	}
	for _, key := range needed {
		if values[key] == nil {
			r.fault(r.pos(n), "%s: missing key %q", what, key)
		}
	}
	return values
}

// nameOf gives the value of a key of a mapping if it can be a name, so that every
// fault of a rule or frame can tell it.
func nameOf(n *yaml.Node, key string) string {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if value := n.Content[i+1].Value; n.Content[i].Value == key && len(strings.Fields(value)) == 1 {
				return value
			}
		}
	}
	return ""
}

// items gives the items of a list.
func (r *reader) items(n *yaml.Node, what string) []*yaml.Node {
	if !r.is(n, what, yaml.SequenceNode) {
		return nil
	}
	return n.Content
}

// text reads a scalar.
func (r *reader) text(n *yaml.Node, what string) word {
	if !r.is(n, what, yaml.ScalarNode) {
		return word{}
	}
	if n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
		r.fault(r.pos(n), "%s: want a word or text, got nothing", what)
		return word{}
	}
	return word{n.Value, r.pos(n)}
}

func (r *reader) flag(n *yaml.Node, what string) bool {
	w := r.text(n, what)
	if w.text != "" && n.Tag != "!!bool" {
		r.fault(w.pos, "%s: want true or false, got %q", what, w.text)
	}
	return strings.EqualFold(w.text, "true")
}

// oneOrMore gives the items of a list, or n itself if it is a scalar.
func (r *reader) oneOrMore(n *yaml.Node, what string) []*yaml.Node {
	if n != nil && n.Kind == yaml.ScalarNode {
		return []*yaml.Node{n}
	}
	return r.items(n, what)
}

// words reads a word or a list of words, each once; $name stands for the words
// of a list.
func (r *reader) words(n *yaml.Node, what string) []word {
	var all []word
	seen := map[string]bool{}
	add := func(w word) {
		if !seen[w.text] {
			seen[w.text] = true
			all = append(all, w)
		}
	}
	for _, item := range r.oneOrMore(n, what) {
		w := r.text(item, what)
		if name, ok := strings.CutPrefix(w.text, "$"); ok && name != "" { // "$" alone is a word of texts
			for _, w := range r.list(word{name, w.pos}) {
				add(w)
			}
		} else if w.text != strings.Join(strings.Fields(w.text), " ") {
			r.fault(w.pos, "%s: want single spaces between words, got %q", what, w.text)
		} else if w.text != "" {
			add(w)
		}
	}
	return all
}

// list gives the words of the list that is used at name.pos.
func (r *reader) list(name word) []word {
	l, ok := r.lists[name.text]
	if !ok {
		l, ok = classList(name)
	}
	switch {
	case !ok && r.partial:
		return nil
	case !ok:
		r.fault(name.pos, "unknown list %q%s", name.text, suggest(name.text, slices.Sorted(maps.Keys(r.lists))))
		return nil
	case l.open:
		r.fault(name.pos, "list %q uses itself", name.text)
		return nil
	}
	r.uses[name.text] = true
	r.resolve(l)
	before := r.expanded
	r.expanded += len(l.words)
	if r.expanded > maxExpanded {
		if before <= maxExpanded {
			r.fault(name.pos, "the lists of the pack give more than %d words", maxExpanded)
		}
		return nil
	}
	return l.words
}

// classList gives the words of a class of the language as a list.
func classList(name word) (*list, bool) {
	c, ok := world.ClassNamed(name.text)
	if !ok {
		return nil, false
	}
	l := &list{List: List{Name: name.text, Pos: name.pos}}
	for w := range c.All() {
		l.words = append(l.words, word{w, name.pos})
	}
	return l, true
}

// resolve reads the words of a list, unless that has been done.
func (r *reader) resolve(l *list) {
	if l.node == nil {
		return
	}
	file, rule := r.file, r.rule
	r.file, r.rule = l.Pos.File, ""
	l.open = true
	l.words = r.words(l.node, "list "+l.Name)
	l.Words = texts(l.words)
	l.open, l.node = false, nil
	r.file, r.rule = file, rule
}

// chosen reads words that are each one of a few, and at least one.
func (r *reader) chosen(n *yaml.Node, what string, known []string) []string {
	if n != nil && n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		r.fault(r.pos(n), "want at least one %s", what)
	}
	words := r.words(n, what)
	for _, w := range words {
		r.choice(w, what, known)
	}
	return texts(words)
}

func (r *reader) choice(w word, what string, known []string) string {
	if w.text != "" && !slices.Contains(known, w.text) {
		hint := suggest(w.text, known)
		if strings.HasPrefix(w.text, ">") || strings.HasPrefix(w.text, "<") {
			hint = `; a path through the tree stands behind "path", as in {path: ">obj >nmod(of)"}`
		}
		r.fault(w.pos, "unknown %s %q%s", what, w.text, hint)
	}
	return w.text
}

var name = regexp.MustCompile(`^\pL[\pL\d-]*$`)

// named tells whether w can be a name, and reports it if not.
func (r *reader) named(w word, what string) bool {
	if name.MatchString(w.text) {
		return true
	}
	r.fault(w.pos, "want letters, digits and hyphens as the name of a %s, got %q", what, w.text)
	return false
}

func texts(words []word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.text)
	}
	return all
}

// declared reads what all files declare of a kind, in the section of the kind's
// plural, by name; a name that stands twice is a fault.
func declared[T any](r *reader, kind string, read func(key word, value *yaml.Node) T, pos func(T) Pos) map[string]T {
	all := map[string]T{}
	for _, s := range r.files {
		r.file = s.file
		for key, value := range r.entries(s.root[kind+"s"], kind+"s") {
			if old, ok := all[key.text]; ok {
				r.fault(key.pos, "%s %q is already at %s", kind, key.text, pos(old))
			} else if x := read(key, value); r.named(key, kind) {
				all[key.text] = x
			}
		}
	}
	return all
}
