package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
)

// reach is how many sentences before a pronoun the last mention of a candidate
// stands at most.
const reach = 5

// least is how far, in hundredths of log odds, a candidate must be ahead of all
// others for a pronoun to mean him, sure how far for the pronoun to tell the
// gender.
const (
	least = 45
	sure  = 100
)

// most is how many candidates of a pronoun are weighed.
const most = 24

// candidates gives the people whom mention i can mean and nobody, best first.
func (t *thread) candidates(i int) []candidate {
	list := t.eligible(i)
	about := t.setting(i, list)
	for n := range list {
		t.cuesOf(n, &list[n], &about)
	}
	t.chooser.weigh(list)
	if t.chooser.watch != nil {
		t.chooser.watch(&t.Mentions[i], list)
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.score - a.score })
	return list
}

// eligible gives the people whom mention i can mean, those named last first, those
// named after it in its sentence behind them, and nobody.
func (t *thread) eligible(i int) []candidate {
	m := &t.Mentions[i]
	object := t.functionOf(m) == objectRole
	var list []candidate
	add := func(e, at int) {
		signs := e == t.Author && t.outside && !t.quoted[i]
		if object && t.bound(at, i) || len(list) >= most || signs || !t.fits(e, m.Gender) {
			return
		}
		if !slices.ContainsFunc(list, func(c candidate) bool { return c.e == e }) {
			list = append(list, candidate{e: e, last: at})
		}
	}
	for n, people := range t.focus.byPeople() {
		for _, e := range slices.Backward(people) {
			if last, ok := t.salience.last[e]; ok && n <= reach && m.Sentence-t.Mentions[last].Sentence <= reach {
				add(e, last)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.last - a.last })
	for n := i + 1; n < len(t.Mentions) && t.Mentions[n].Sentence == m.Sentence; n++ {
		if o := &t.Mentions[n]; names(o, entity.Person) && !o.Inside {
			add(o.Entities[0], n)
		}
	}
	return append(list, candidate{e: nobody})
}
