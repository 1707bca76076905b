package identity

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// told is what one document tells of one person or body.
type told struct {
	doc       string
	entity    *entity.Entity
	countries map[string]bool // ids
	titles    map[string]bool // as titleKey has them
}

func tell(doc string, e *entity.Entity) told {
	t := told{doc, e, map[string]bool{}, map[string]bool{}}
	known := func(c entity.Ref) {
		if c.Type == entity.Country && c.ID != e.Supposed.ID { // what is only supposed keeps nobody apart
			t.countries[c.ID] = true
		}
	}
	known(e.Country)
	for _, o := range e.Offices {
		if key := titleKey(o.Title); key != "" {
			t.titles[key] = true
		}
		known(o.Of)
	}
	return t
}

// titleKey makes equal what says the same: "Minister of Foreign Affairs" and
// "Foreign Minister".
func titleKey(title string) string {
	words := strings.FieldsFunc(world.Fold(title), func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
	words = slices.DeleteFunc(words, func(w string) bool { return world.OfficeFiller.Has(w) })
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// shared gives the least element of both; differ tells that both know something
// and agree in nothing.
func shared[K cmp.Ordered, V, W any](a map[K]V, b map[K]W) (least K, differ bool) {
	found := false
	for k := range a {
		if _, ok := b[k]; ok && (!found || k < least) {
			least, found = k, true
		}
	}
	return least, !found && len(a) > 0 && len(b) > 0
}

// sharedTitle gives the least office of both, or the shorter name of one that
// both may have: "secretary" of "commerce secretary". differs is as with shared.
func sharedTitle[V, W any](a map[string]V, b map[string]W) (least string, differs bool) {
	if least, differs = shared(a, b); !differs {
		return least, false
	}
	for _, x := range slices.Sorted(maps.Keys(a)) {
		for _, y := range slices.Sorted(maps.Keys(b)) {
			if within(x, y) {
				return x, false
			}
			if within(y, x) {
				return y, false
			}
		}
	}
	return "", true
}

// within tells whether all words of one title stand in another, which is no
// lesser office.
func within(short, long string) bool {
	have := strings.Fields(long)
	for w := range strings.FieldsSeq(short) {
		i := slices.Index(have, w)
		if i < 0 {
			return false
		}
		have = slices.Delete(have, i, i+1)
	}
	return !slices.ContainsFunc(have, func(w string) bool { return world.LesserOffice.Has(w) })
}

// usual gives what at least a tenth as many documents say as say the most
// frequent: what a few say of somebody of whom many tell is mostly misread.
func usual[K comparable](counts map[K]int) map[K]bool {
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	m := map[K]bool{}
	for k, n := range counts {
		if 10*n >= most {
			m[k] = true
		}
	}
	return m
}

// mostUsed gives the name with the highest count, of equals the longest.
func mostUsed(names map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(names)), func(a, b string) int {
		return cmp.Or(cmp.Compare(names[b], names[a]),
			cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), strings.Compare(a, b))
	})
}

// put adds an element to the set of k.
func put[K comparable](m map[K]map[string]bool, k K, element string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][element] = true
}
