package rules

import (
	"maps"
	"slices"

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
	records   map[string]Record   // the same
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
	r := &reader{
		pack: pack, types: map[string]Type{}, lists: map[string]*list{}, relations: map[string]Relation{},
		records: map[string]Record{},
		rules:   map[string]Rule{}, uses: map[string]bool{},
	}
	for _, p := range base {
		for _, t := range p.Types {
			r.types[t.Name] = t
		}
		for _, rel := range p.Relations {
			r.relations[rel.Name] = rel
		}
		for _, rec := range p.Records {
			r.records[rec.Name] = rec
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

// asked gives what roles can ask records for.
func (r *reader) asked() []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(r.records)) {
		rec := r.records[name]
		all = append(all, rec.Functions()...)
	}
	return all
}

// byName gives the values of a map by their names.
func byName[T any](m map[string]T) []T {
	var all []T
	for _, name := range slices.Sorted(maps.Keys(m)) {
		all = append(all, m[name])
	}
	return all
}
