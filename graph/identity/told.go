package identity

import (
	"cmp"
	"maps"
	"math"
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
	bodies    map[string]bool // ids of the organisations of offices
}

func tell(doc string, e *entity.Entity) told {
	t := told{doc: doc, entity: e}
	known := func(c entity.Ref) {
		if c.Type == entity.Country && c.ID != e.Supposed.ID { // what is only supposed keeps nobody apart
			note(&t.countries, c.ID)
		}
	}
	known(e.Country)
	for _, o := range e.Offices {
		if key := titleKey(o.Title); key != "" {
			note(&t.titles, key)
		}
		known(o.Of)
		if o.Of.Type == entity.Organization {
			note(&t.bodies, o.Of.ID)
		}
	}
	return t
}

// titleKey makes equal what says the same: "Minister of Foreign Affairs" and
// "Foreign Minister", "Prime Minister's Secretary" and "Secretary to the Prime Minister".
func titleKey(title string) string {
	title = strings.ReplaceAll(world.Fold(title), "'s ", " ")
	words := strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
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
// frequent: what a few say of somebody of whom many tell is mostly misread. The
// result is not to be changed.
func usual[K comparable](counts map[K]int) map[K]int {
	most, least := 0, math.MaxInt
	for _, n := range counts {
		most, least = max(most, n), min(least, n)
	}
	if 10*least >= most || len(counts) < 2 {
		return counts
	}
	m := map[K]int{}
	for k, n := range counts {
		if 10*n >= most {
			m[k] = n
		}
	}
	return m
}

// mostUsed gives the name with the highest count, of equals the longest; "" if there
// is none.
func mostUsed(names map[string]int) string {
	best, _ := most(names)
	return best
}

// most gives what mostUsed gives, and its count.
func most(names map[string]int) (best string, most int) {
	for name, n := range names {
		if n > most || n == most && cmp.Or(cmp.Compare(utf8.RuneCountInString(best), utf8.RuneCountInString(name)),
			strings.Compare(name, best)) < 0 {
			best, most = name, n
		}
	}
	return best, most
}

// count adds n to what a map, made when it is first wanted, has for k.
func count[K comparable](m *map[K]int, k K, n int) {
	if *m == nil {
		*m = map[K]int{}
	}
	(*m)[k] += n
}

// note adds an element to a set, made when it is first wanted.
func note(set *map[string]bool, element string) {
	if !(*set)[element] {
		if *set == nil {
			*set = map[string]bool{}
		}
		(*set)[element] = true
	}
}

// put adds an element to the set of k.
func put[K comparable](m map[K]map[string]bool, k K, element string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][element] = true
}
