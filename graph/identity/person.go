package identity

import (
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// A person is what documents tell of somebody: of one id at first, of all ids
// that are joined in the end.
type person struct {
	id        string   // of the graph, before people are joined
	base      string   // what documents call it
	ids       []string // of all who have been joined, its own among them
	label     string   // the name that most documents use
	names     []*name
	docs      map[string]bool
	told      []told         // by document, of each name
	countries map[string]int // ids, and how many documents know of them
	titles    map[string]int // as titleKey has them
	bodies    map[string]int // documents' ids of the organisations of offices
	genders   map[world.Gender]int
	company   map[string]bool // documents' ids of whom facts name beside
	alsoIs    map[string]bool // documents' ids of other full names that a document has for this one
}

// newPerson gathers what documents tell of id. Their names are all full, or all
// parts; company gives whom facts name beside an id of the documents.
func newPerson(id string, all []told, company map[string]map[string]bool) *person {
	p := &person{id: id, base: id, told: all}
	for _, t := range all {
		e := t.entity
		note(&p.docs, t.doc)
		if e.Gender != world.UnknownGender {
			count(&p.genders, e.Gender, 1)
		}
		for c := range t.countries {
			count(&p.countries, c, 1)
		}
		for k := range t.titles {
			count(&p.titles, k, 1)
		}
		for b := range t.bodies {
			count(&p.bodies, b, 1)
		}
		for _, a := range e.Aliases {
			if strings.ContainsAny(a, " ") {
				note(&p.alsoIs, world.PersonID(a))
			}
		}
		for id := range company[e.ID] {
			note(&p.company, id)
		}
	}
	p.label = labelOf(all)
	p.names = []*name{parseName(p.label)}
	return p
}

// labelOf gives the name that most of all use.
func labelOf(all []told) string {
	labels := map[string]int{}
	for _, t := range all {
		labels[t.entity.Name]++
	}
	return mostUsed(labels)
}

// united gives the one that all are, the first of whom gives the id.
func united(all []*person) *person {
	one := *all[0]
	if len(all) > 1 {
		one.docs, one.company = maps.Clone(one.docs), maps.Clone(one.company)
		one.countries, one.titles, one.genders = maps.Clone(one.countries), maps.Clone(one.titles), maps.Clone(one.genders)
		for _, p := range all[1:] {
			one.add(p)
		}
	}
	one.ids = nil
	for _, p := range all {
		one.ids = append(one.ids, p.id)
	}
	return &one
}

// add takes in what is known of o, who is the same.
func (p *person) add(o *person) {
	p.names, p.told = append(p.names, o.names...), slices.Concat(p.told, o.told)
	for d := range o.docs {
		note(&p.docs, d)
	}
	for id := range o.company {
		note(&p.company, id)
	}
	for k, n := range o.countries {
		count(&p.countries, k, n)
	}
	for k, n := range o.titles {
		count(&p.titles, k, n)
	}
	for k, n := range o.genders {
		count(&p.genders, k, n)
	}
}

// words gives the words of p's names.
func (p *person) words() []string {
	set := map[string]bool{}
	for _, n := range p.names {
		for _, w := range n.words {
			set[w] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// hasPart tells whether part stands in a name of p, and whether it is what
// people are called by: the family name, or in eastern names the last word.
func (p *person) hasPart(part []string) (has, called bool) {
	for _, n := range p.names {
		at := slices.Index(n.words, part[0])
		if at < 0 || at+len(part) > len(n.words) || !slices.Equal(n.words[at:at+len(part)], part) {
			continue
		}
		has = true
		if at >= n.family || at+len(part) == len(n.words) {
			called = called || !n.eastern || at == 0 || at+len(part) == len(n.words)
		}
	}
	return has, called
}

// calledIn tells whether a document has a word in the name of p.
func (p *person) calledIn(doc, word string) bool {
	return slices.ContainsFunc(p.told, func(t told) bool {
		words, _ := split(t.entity.Name)
		return t.doc == doc && slices.Contains(words, word)
	})
}

// lives counts the groups of offices that no document joins, with what they are of.
func (p *person) lives() int {
	root := map[string]string{}
	var find func(string) string
	find = func(k string) string {
		if root[k] == "" || root[k] == k {
			root[k] = k
			return k
		}
		return find(root[k])
	}
	for _, t := range p.told {
		first := ""
		for _, k := range slices.Concat(slices.Sorted(maps.Keys(t.titles)), slices.Sorted(maps.Keys(t.bodies))) {
			if first == "" {
				first = k
			}
			root[find(k)] = find(first)
		}
	}
	n := 0
	for k := range root {
		if find(k) == k {
			n++
		}
	}
	return n
}
