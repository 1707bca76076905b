package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Lists of things are read beside the tree, from left to right by tags: base noun phrases
// (Ramshaw and Marcus 1995), those that prepositions join to them, and the commas and
// conjunctions between them. It takes time in proportion to the words.

// coordinations reads the lists of things of a sentence.
func (t *tree) coordinations() []coordination {
	var out []coordination
	for i := 0; i < len(t.nodes); {
		c, ok := t.chunkAt(i)
		if !ok {
			i++
			continue
		}
		if l, ok := t.coordinationAt(i); ok {
			out = append(out, l)
			i = l.end()
		} else {
			i = c.noun + 1
		}
	}
	return out
}

// coordinationAt reads the list that begins at node i.
func (t *tree) coordinationAt(i int) (l coordination, ok bool) {
	first, ok := t.itemAt(i)
	if !ok {
		return l, false
	}
	l.items = append(l.items, first)
	for {
		end := l.end()
		cc := t.separator(end)
		if len(cc) == 0 || t.opensOwn(&l, cc) {
			break
		}
		at := end + len(cc)
		again := t.repeats(&l, at)
		if again {
			cc = append(cc, at)
			at++
		}
		next, ok := t.itemAt(at)
		if !ok || !t.isListable(next.chunks[0].noun) || len(cc) == 1 && t.concludes(cc) && t.isClosed(&l) {
			break // "ports, roads and the shipping of oil and gas"
		}
		next.cc, next.repeats = cc, again
		l.items = append(l.items, next)
	}
	return l, t.closed(&l) && t.findTop(&l) && !t.explains(&l)
}

// opensOwn tells whether the last item of a list, behind "and" alone, begins a list of its own
// with its last noun: "exchanges and cooperation in culture, tourism and sport".
func (t *tree) opensOwn(l *coordination, cc []int) bool {
	n := len(l.items)
	last := &l.items[n-1]
	return n > 1 && len(last.chunks) > 1 && len(last.cc) == 1 && t.nodes[last.cc[0]].upos == "CCONJ" &&
		t.nodes[cc[0]].form == "," && t.leads(last.chunks[0].noun)
}

// closed tells whether a list has what a list has: commas and, before its last item, a
// conjunction.
func (t *tree) closed(l *coordination) bool {
	n := len(l.items)
	for n > 1 && !t.goesOn(l) && !t.concludes(l.items[n-1].cc) && !t.nodes[l.items[n-1].cc[0]].isStop() {
		n-- // "trade, tourism and health, issues that"
	}
	l.items = l.items[:n]
	if n < 2 || n == 2 && len(l.items[1].cc) < 2 {
		return false
	}
	if n == 2 {
		return t.adds(l.items[1].cc)
	}
	return t.adds(l.items[n-1].cc) || slices.ContainsFunc(l.items[1:], func(x item) bool {
		return t.nodes[x.cc[0]].upos == "PUNCT" && !t.concludes(x.cc) // not "A and B, and C" alone
	})
}

// goesOn tells whether commas alone go on to list several items behind the last conjunction,
// which then was one within the list: "ports, shipping and logistics, health, sport, law".
func (t *tree) goesOn(l *coordination) bool {
	bare := 0
	for k := len(l.items) - 1; k > 0 && !t.concludes(l.items[k].cc); k-- {
		if t.nodes[l.items[k].chunks[0].first].upos == "DET" {
			return false
		}
		bare++
	}
	return bare > 1 && bare < len(l.items)-1
}

// isClosed tells whether the last item of a list is one behind commas and "and", which no
// other "and" follows.
func (t *tree) isClosed(l *coordination) bool {
	n := len(l.items)
	return n > 2 && t.concludes(l.items[n-1].cc) && slices.ContainsFunc(l.items[1:n], func(x item) bool {
		return t.nodes[x.cc[0]].upos == "PUNCT"
	})
}

// concludes tells whether nodes between two items have a conjunction.
func (t *tree) concludes(cc []int) bool {
	return slices.ContainsFunc(cc, func(k int) bool { return t.nodes[k].upos == "CCONJ" }) || t.adds(cc)
}

// adds tells whether nodes between two items are "as well as" or the like.
func (t *tree) adds(cc []int) bool {
	n := len(cc)
	if n < 2 || t.nodes[cc[n-1]].upos == "PUNCT" {
		return false
	}
	before := t.nodes[cc[n-2]].upos
	return before != "PUNCT" && before != "CCONJ"
}

// separator gives the nodes from node i on that part two items of a list: ",", "and",
// ", as well as".
func (t *tree) separator(i int) []int {
	var out []int
	if i < len(t.nodes) && (t.nodes[i].form == "," || t.nodes[i].form == ";") {
		out = append(out, i)
		i++
	}
	if i < len(t.nodes) && world.ListConjunction.Has(t.nodes[i].form) {
		return append(out, i)
	}
	phrase := ""
	for k := i; k < min(i+3, len(t.nodes)); k++ {
		if phrase != "" {
			phrase += " "
		}
		if phrase += t.nodes[k].form; world.ListConjunction.Has(phrase) {
			for x := i; x <= k; x++ {
				out = append(out, x)
			}
			break
		}
	}
	return out
}

// repeats tells whether node i is the preposition before the first item said again: "in
// trade, in health and in education".
func (t *tree) repeats(l *coordination, i int) bool {
	if i >= len(t.nodes) || t.nodes[i].upos != "ADP" {
		return false
	}
	if b := l.first() - 1; b >= 0 && t.nodes[b].form == t.nodes[i].form {
		return true
	}
	return slices.ContainsFunc(l.items[0].chunks, func(c chunk) bool {
		return c.preposition >= 0 && t.nodes[c.preposition].form == t.nodes[i].form
	})
}
