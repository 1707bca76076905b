package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// upward walks from a predicate to the clauses whose time, place and occasion
// it shares: the verb that carries a noun of action, the verb above an
// infinitive or participle. It stops when visit returns false.
func (t *tree) upward(i int, visit func(i int) bool) {
	for hops := 0; hops < 5 && i >= 0; hops++ {
		if !visit(i) {
			return
		}
		n := &t.nodes[i]
		if n.head < 0 {
			return
		}
		switch rel(n.deprel) {
		case "xcomp", "advcl", "obj", "obl", "conj":
		case "nsubj":
			if n.deprel != "nsubj:pass" && !occurring[t.nodes[n.head].lemma] {
				return
			}
		case "acl":
			if n.deprel == "acl:relcl" {
				return
			}
		case "nmod":
			if !carriers[t.caseOf(i)] {
				return
			}
		default:
			return
		}
		if n.deprel == "conj" && t.hasKid(i, "nsubj") {
			return
		}
		if !t.isVerb(n.head) && !t.isVerbal(n.head) {
			return
		}
		i = n.head
	}
}

// occurring verbs have what happens as their subject.
var occurring = set("take", "occur", "happen", "begin", "start", "end", "last", "conclude", "follow", "come", "run", "open", "close", "continue", "mark", "focus")

var placing = set("in", "at", "on", "near", "outside", "inside", "within", "across", "throughout", "around")

// where returns the mention of the place where the predicate at i happens, a
// city before a country, -1 if the text does not tell.
func (t *tree) where(i int) int {
	place := -1
	t.upward(i, func(k int) bool {
		country := -1
		look := func(o int) {
			for _, x := range t.conjuncts(o) {
				m := t.mentionAt(x)
				if m == nil || m.Kind != entity.Named || m.Adjective {
					continue
				}
				if m.Type == entity.Place && place < 0 {
					place = t.nodes[x].mention
				} else if m.Type == entity.Country && country < 0 {
					country = t.nodes[x].mention
				}
			}
		}
		var scan func(k, depth int)
		scan = func(k, depth int) {
			for _, o := range t.kids(k, "obl", "nmod", "advmod") {
				if placing[t.caseOf(o)] {
					look(o)
				}
				if c := t.caseOf(o); depth < 2 && !t.isVerb(o) && (t.isPerson(o) || t.isEvent(o) || c == "at" || c == "on" || depth > 0 && c == "of") {
					scan(o, depth+1) // "at the airport in Lima", "on the sidelines of the summit in Peru"
				}
			}
		}
		scan(k, 0)
		for _, o := range t.kids(k, "obj", "nsubj:pass") { // "met Sato in Lima", with Lima hung on Sato
			for _, x := range t.conjuncts(o) {
				if t.isPerson(x) || t.isEvent(x) || x == i {
					scan(x, 1)
				}
			}
		}
		if place < 0 {
			place = country
		}
		return place < 0
	})
	return place
}

func (t *tree) isEvent(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Event
}

// occasion returns the mention of the event during which the predicate at i
// happens, -1 if none.
func (t *tree) occasion(i int) int {
	event := -1
	t.upward(i, func(k int) bool {
		for _, o := range t.kids(k, "obl", "nmod") {
			c := t.caseOf(o)
			if c != "at" && c != "on" && c != "during" && c != "in" && !strings.HasSuffix(c, " of") {
				continue
			}
			for _, x := range append(t.conjuncts(o), t.kids(o, "nmod")...) {
				if t.isEvent(x) && event < 0 && x != i {
					event = t.nodes[x].mention
				}
			}
		}
		return event < 0
	})
	return event
}
