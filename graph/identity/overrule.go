package identity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// byAliases is the reason for what aliases tell.
const byAliases = "the aliases say so"

// verdicts are aliases by the ids that their names have.
type verdicts struct {
	same, different map[string][]place
	groups          [][]string // of same: the ids of each
	labels          []rules.KeyValue
}

// A place is an item of a group.
type place struct{ group, item int }

func newVerdicts(a *rules.Aliases) *verdicts {
	v := &verdicts{same: map[string][]place{}, different: map[string][]place{}}
	if a == nil {
		return v
	}
	for g, items := range a.Same {
		v.groups = append(v.groups, nil)
		for i, item := range items {
			for _, id := range idsOf(item) {
				v.same[id] = append(v.same[id], place{g, i})
				v.groups[g] = append(v.groups[g], id)
			}
		}
	}
	for g, items := range a.Different {
		for i, item := range items {
			for _, id := range idsOf(item) {
				v.different[id] = append(v.different[id], place{g, i})
			}
		}
	}
	v.labels = a.Labels
	return v
}

// one tells whether two ids are the same by the aliases, apart whether they are not.
func (v *verdicts) one(a, b string) bool {
	for _, p := range v.same[a] {
		for _, q := range v.same[b] {
			if p.group == q.group {
				return true
			}
		}
	}
	return false
}

func (v *verdicts) apart(a, b string) bool {
	for _, p := range v.different[a] {
		for _, q := range v.different[b] {
			if p.group == q.group && p.item != q.item {
				return true
			}
		}
	}
	return false
}

// keys gives what ids that are the same have in common.
func (v *verdicts) keys(id string) []string {
	var keys []string
	for _, p := range v.same[id] {
		keys = append(keys, fmt.Sprint("same ", p.group))
	}
	return keys
}

// idsOf gives the ids that a name can have, one a type, or the id that it is.
func idsOf(name string) []string {
	if isID(name) {
		return []string{name}
	}
	var ids []string
	words := strings.Fields(name)
	for _, typ := range rules.Types() {
		t := entity.Type(typ)
		id := entity.MakeID(t, name)
		switch t {
		case entity.Person:
			id = world.PersonID(name)
		case entity.Country:
			if c, n, _ := world.FindCountry(words); c != nil && n == len(words) {
				id = c.ID
			}
		case entity.Organization:
			if o, n := world.FindOrganization(words); o != nil && n == len(words) {
				id = o.ID
			}
		case entity.Place:
			if p, n := world.FindPlace(words); p != nil && n == len(words) {
				id = p.ID
			}
		}
		ids = append(ids, id)
	}
	return ids
}

// isID tells whether a name is an id of the graph's: not only one of an entity,
// for what is called like a document or a fact is no name either.
func isID(name string) bool {
	prefix, local, ok := strings.Cut(name, ":")
	return ok && prefixes[prefix] && local != "" && !strings.Contains(local, " ")
}

// prefixes are what ids of the graph begin with.
var prefixes = func() map[string]bool {
	m := map[string]bool{"rel": true, "doc": true, "fact": true, "evidence": true}
	for _, t := range append(rules.Types(), "") { // "" is that of a type of a rule pack
		prefix, _, _ := strings.Cut(entity.MakeID(entity.Type(t), "x"), ":")
		m[prefix] = true
	}
	return m
}()

// Unmatched tells which of the names and ids of aliases none of docs has, in the
// order of the file: they are mostly misspelt.
func Unmatched(docs []Document, aliases *rules.Aliases) []rules.Named {
	told := map[string]bool{}
	for _, d := range docs {
		for i := range d.Entities {
			told[d.Entities[i].ID] = true
		}
		for i := range d.Facts {
			for r := range d.Facts[i].Refs() {
				told[r.ID] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(aliases.Names), func(n rules.Named) bool {
		return slices.ContainsFunc(idsOf(n.Name), func(id string) bool { return told[id] || told[base(id)] })
	})
}
