package identity

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// A Doubtful is something to ask a person who knows: whether two things of the graph
// are one (B is set), or one thing is two (B is zero).
type Doubtful struct {
	A, B    entity.Ref
	DocsA   int // how many documents tell of each
	DocsB   int
	For     []string // what speaks for one, none if nothing is known but the names
	Against string   // what speaks for two
	IDs     []string // of one thing: what documents call it, by ids that aliases can tell apart; one if it has no other
	weight  int
}

// Doubtful gives likely duplicates among people, and then people who are likely two
// taken for one; of both the likeliest first.
func (in *Identity) Doubtful() []Doubtful {
	order := func(a, b Doubtful) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.DocsA+b.DocsB, a.DocsA+a.DocsB),
			strings.Compare(a.A.ID, b.A.ID), strings.Compare(a.B.ID, b.B.ID))
	}
	duplicates, merges := in.duplicates(), in.wrongMerges()
	slices.SortFunc(duplicates, order)
	slices.SortFunc(merges, order)
	return append(duplicates, merges...)
}

// duplicates gives the pairs that one sign more would have joined, or that were kept
// apart because one of them may be another still.
func (in *Identity) duplicates() []Doubtful {
	ps := in.people
	likeliest := map[[2]string]Doubtful{}
	docs := map[string]map[string]bool{}
	for _, p := range ps.full {
		id := in.joins.last(p.id)
		for d := range p.docs {
			put(docs, id, d)
		}
	}
	for _, x := range ps.pairs {
		a, b := in.joins.last(x.a.id), in.joins.last(x.b.id)
		if a == b || x.against != "" && x.against != tooLittle {
			continue
		}
		lacking := ps.wanted(x.a, x.b, x.like, x.a.agreement(x.b)) - x.points
		if lacking > 1 || lacking == 1 && x.like >= faint && ps.rarity(x.a, x.b) == 0 {
			continue
		}
		weight := ps.rarity(x.a, x.b) - 10*lacking
		if b < a {
			a, b = b, a
		}
		d := Doubtful{
			A: in.entities[a].Ref, B: in.entities[b].Ref, DocsA: len(docs[a]), DocsB: len(docs[b]), For: x.reasons,
			Against: cmp.Or(x.against, x.doubt, "another of those who are joined does not fit"), weight: weight,
		}
		if known, ok := likeliest[[2]string{a, b}]; !ok || known.weight < weight ||
			known.weight == weight && slices.Compare(known.For, d.For) > 0 {
			likeliest[[2]string{a, b}] = d
		}
	}
	return slices.Collect(maps.Values(likeliest))
}

// wrongMerges gives the people who have offices of two countries, are man and woman,
// or have a name of many and in different documents nothing in common but it.
func (in *Identity) wrongMerges() []Doubtful {
	var found []Doubtful
	for _, p := range in.people.joined {
		why, weight := in.people.strange(p)
		if why == "" {
			continue
		}
		e := in.entities[in.joins.last(p.id)]
		if e == nil {
			continue
		}
		d := Doubtful{A: e.Ref, DocsA: len(p.docs), Against: why, IDs: slices.Sorted(slices.Values(p.ids)), weight: weight}
		for _, m := range in.joins.merges {
			if m.Into.ID == e.ID && m.Doc == "" {
				d.For = append(d.For, m.From.ID+": "+m.Reason)
			}
		}
		found = append(found, d)
	}
	return found
}

// strange tells what speaks against p being one, and how much; "" if nothing does.
func (ps *people) strange(p *person) (why string, weight int) {
	if c := twoOf(p.countries); len(c) == 2 {
		return fmt.Sprintf("documents tell two countries (%s in %d, %s in %d)", mostUsed(ps.called[c[0]]), p.countries[c[0]],
			mostUsed(ps.called[c[1]]), p.countries[c[1]]), 3
	}
	if genders := usual(p.genders); len(genders) > 1 {
		return "documents tell of a man and of a woman", 2
	}
	if len(p.docs) > 1 && ps.census.people >= manyPeople && ps.census.rarity(p.names[0]) == 0 {
		if n := p.lives(); n > 1 {
			return fmt.Sprintf("many have this name, and its documents tell of %d offices that no document joins", n), 1
		}
	}
	return "", 0
}

// Among fewer than manyPeople, a name of which it is not known that it is rare need
// not be one of many.
const manyPeople = 200

// twoOf gives the two countries of which most documents tell, if each is told by two
// documents and by a fifth as many as the other.
func twoOf(countries map[string]int) []string {
	ids := slices.SortedFunc(maps.Keys(countries), func(a, b string) int {
		return cmp.Or(cmp.Compare(countries[b], countries[a]), strings.Compare(a, b))
	})
	if len(ids) < 2 || countries[ids[1]] < 2 || 5*countries[ids[1]] < countries[ids[0]] {
		return nil
	}
	return ids[:2]
}
