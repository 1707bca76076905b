package identity

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// people are the people of all documents.
type people struct {
	full     []*person                  // sorted by id
	partial  map[string][]told          // those whose names are parts, by the documents' id
	joined   []*person                  // full, and joined
	byWord   map[string][]*person       // joined ones by the words of their names
	company  map[string]map[string]bool // by the documents' ids
	families map[string]int             // how many people have a surname
	census   *census                    // of the people in full
	holders  map[string]int             // how many people have a country, office or body, by id or titleKey
	called   labels
	v        *verdicts
	pairs    map[[2]*person]*pair
}

// A pair is two people in full whose names are alike.
type pair struct {
	a, b    *person // in order of id
	like    likeness
	reasons []string // for one person
	points  int      // what they weigh
	against string   // for two people
	doubt   string   // that one of them may be another still
}

// other gives the one of a pair who is not p.
func (x *pair) other(p *person) *person {
	if x.a == p {
		return x.b
	}
	return x.a
}

// joinable tells that nothing keeps the two apart.
func (x *pair) joinable() bool { return x.against == "" && x.doubt == "" }

// tooLittle speaks against a pair of whom nothing differs.
const tooLittle = "too little of what is known agrees"

// newPeople gathers the people of docs and tells namesakes apart.
func newPeople(j *joins, docs []Document, v *verdicts) *people {
	ps := &people{
		partial: map[string][]told{}, byWord: map[string][]*person{}, company: map[string]map[string]bool{},
		families: map[string]int{}, holders: map[string]int{}, called: labels{}, v: v, pairs: map[[2]*person]*pair{},
	}
	full := map[string][]told{}
	for _, d := range docs {
		for i := range d.Entities {
			e := &d.Entities[i]
			if e.Type != entity.Person {
				continue
			}
			ps.called.note(e)
			if e.Partial {
				ps.partial[e.ID] = append(ps.partial[e.ID], tell(d.ID, e))
			} else {
				full[e.ID] = append(full[e.ID], tell(d.ID, e))
			}
		}
		for i := range d.Facts {
			f := &d.Facts[i]
			if f.Subject.Type == entity.Person && f.Object.Type == entity.Person && f.Subject.ID != f.Object.ID {
				put(ps.company, f.Subject.ID, f.Object.ID)
				put(ps.company, f.Object.ID, f.Subject.ID)
			}
		}
	}
	for id, all := range ps.partial {
		if full[id] != nil { // who is known by one name
			full[id] = append(full[id], all...)
			delete(ps.partial, id)
		}
	}
	ids := slices.Sorted(maps.Keys(full))
	names := make([]*name, len(ids))
	inParallel(len(ids), func(i int) { names[i] = parseName(labelOf(full[ids[i]])) })
	ps.census = newCensus(names)
	lists := make([][]*person, len(ids))
	inParallel(len(ids), func(i int) {
		lists[i] = apart(ids[i], full[ids[i]], ps.census.rarity(names[i]) >= rare, ps.company)
	})
	for _, list := range lists {
		j.moveTo(list)
		ps.full = append(ps.full, list...)
	}
	slices.SortFunc(ps.full, func(a, b *person) int { return strings.Compare(a.id, b.id) })
	return ps
}

// labels tell how documents call countries and offices, by id and titleKey, and
// how many do.
type labels map[string]map[string]int

// note notes how what is known of e is called.
func (l labels) note(e *entity.Entity) {
	add := func(key, name string) {
		if l[key] == nil {
			l[key] = map[string]int{}
		}
		l[key][name]++
	}
	add(e.Country.ID, e.Country.Name)
	for _, o := range e.Offices {
		add(titleKey(o.Title), o.Title)
		add(o.Of.ID, o.Of.Name)
	}
}

// agreed says that two have a country or an office in common.
func (l labels) agreed(what, key string) string {
	return fmt.Sprintf("the %s (%s) agrees", what, mostUsed(l[key]))
}

// differ says that two have not.
func (l labels) differ(a, b map[string]int) string {
	x, y := mostUsed(l[mostUsed(a)]), mostUsed(l[mostUsed(b)])
	return fmt.Sprintf("the countries differ (%s, %s)", min(x, y), max(x, y))
}
