package identity

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// join finds the people in full who are one.
func (ps *people) join(j *joins) {
	near := ps.compareAll()
	for _, p := range ps.full {
		ps.doubt(p, near[p])
	}
	group := ps.groups()
	done := map[*person]bool{}
	for _, p := range ps.full {
		if done[p] {
			continue
		}
		all := group[p]
		slices.SortFunc(all, func(a, b *person) int {
			return cmp.Or(cmp.Compare(len(b.docs), len(a.docs)), cmp.Compare(len(b.id), len(a.id)), strings.Compare(a.id, b.id))
		})
		for _, p := range all {
			done[p] = true
		}
		ps.unite(j, all)
	}
	for _, p := range ps.joined {
		for _, w := range p.words() {
			ps.byWord[w] = append(ps.byWord[w], p)
		}
	}
}

// compareAll makes the pairs of people whose names have a key in common, and
// gives those of each person that can be joined.
func (ps *people) compareAll() map[*person][]*pair {
	byKey := map[string][]*person{} // in order of id
	for _, p := range ps.full {
		for _, known := range []map[string]int{p.countries, p.titles, p.bodies} {
			for k := range known {
				ps.holders[k]++
			}
		}
	}
	for _, p := range ps.full {
		ps.families[p.names[0].surname()]++
		for _, key := range append(p.names[0].keys(), ps.v.keys(p.id)...) {
			byKey[key] = append(byKey[key], p)
		}
	}
	near := map[*person][]*pair{}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		all := byKey[key]
		if key[0] == '~' && len(all) > crowd {
			continue // a name of so many tells nothing, spelt otherwise or not
		}
		for i, b := range all {
			for _, a := range all[:i] {
				if ps.pairs[[2]*person{a, b}] != nil {
					continue
				}
				p := ps.compare(a, b)
				if p == nil {
					continue
				}
				ps.pairs[[2]*person{a, b}] = p
				if p.against == "" {
					near[a], near[b] = append(near[a], p), append(near[b], p)
				}
			}
		}
	}
	return near
}

// compare gives the pair of two people; nil if their names are not alike.
func (ps *people) compare(a, b *person) *pair {
	like, how := compare(a.names[0], b.names[0])
	if a.base == b.base {
		like, how = certain, "the names are equal"
	}
	if like == unlike && !ps.v.one(a.id, b.id) {
		return nil
	}
	return ps.weigh(a, b, like, how)
}

// groups gives for each person all with whom he is one, those of the surest
// pairs first, as far as all of a group fit all of the other.
func (ps *people) groups() map[*person][]*person {
	var edges []*pair
	for _, p := range ps.pairs {
		if p.joinable() {
			edges = append(edges, p)
		}
	}
	slices.SortFunc(edges, func(x, y *pair) int {
		return cmp.Or(bySureness(x, y), strings.Compare(x.a.id, y.a.id), strings.Compare(x.b.id, y.b.id))
	})
	group := map[*person][]*person{}
	for _, p := range ps.full {
		group[p] = []*person{p}
	}
	for _, e := range edges {
		a, b := group[e.a], group[e.b]
		if slices.Contains(a, e.b) || e.like != decided && !ps.allFit(a, b) {
			continue
		}
		both := slices.Concat(a, b)
		for _, p := range both {
			group[p] = both
		}
	}
	return group
}

// bySureness puts pairs with more likeness first, then those with more reasons.
func bySureness(x, y *pair) int {
	return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(y.points, x.points))
}

// of gives the pair of two people, nil if their names are not alike.
func (ps *people) of(a, b *person) *pair {
	if b.id < a.id {
		a, b = b, a
	}
	return ps.pairs[[2]*person{a, b}]
}

// two tells that something speaks against two being one, if only their names.
func (ps *people) two(a, b *person) bool {
	if p := ps.of(a, b); p != nil {
		return p.against != "" && p.against != tooLittle
	}
	return !akin(a.names[0], b.names[0]) || ps.v.apart(a.id, b.id) || ps.against(a, b, a.agreement(b)) != ""
}

func (ps *people) allFit(as, bs []*person) bool {
	for _, a := range as {
		for _, b := range bs {
			if ps.two(a, b) {
				return false
			}
		}
	}
	return true
}

// doubt marks the pairs of p that cannot be joined because p may be one of
// several who are not one: those of whom less is known to agree, or all.
func (ps *people) doubt(p *person, pairs []*pair) {
	slices.SortFunc(pairs, func(x, y *pair) int {
		return cmp.Or(bySureness(x, y), strings.Compare(x.other(p).id, y.other(p).id))
	})
	for i, x := range pairs {
		for _, y := range pairs[:i] {
			if !ps.two(x.other(p), y.other(p)) {
				continue
			}
			why := fmt.Sprintf("%s (%s) fits both %s and %s, who are two", p.label, p.id, y.other(p).id, x.other(p).id)
			if x.like != decided {
				x.doubt = why
			}
			if x.like == y.like && x.points == y.points && y.like != decided {
				y.doubt = why
			}
		}
	}
}

// unite makes one of people who are one, the first of whom gives the id.
func (ps *people) unite(j *joins, all []*person) {
	to := all[0]
	for _, p := range all[1:] {
		why := ps.of(to, p)
		for _, o := range all {
			if q := ps.of(o, p); q != nil && q.joinable() && (why == nil || !why.joinable()) {
				why = q
			}
		}
		j.join(entity.Ref{ID: p.id, Type: entity.Person, Name: p.label}, to.id, strings.Join(why.reasons, ", "))
	}
	ps.joined = append(ps.joined, united(all))
}
