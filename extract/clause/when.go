package clause

import (
	"slices"
	"sync"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A clock tells when the predicates of a tree happen, by the expressions of time
// of its sentence.
type clock struct {
	*tree
	times func() []timex
	today string // date of the document, "" if unknown
}

// clockOf returns the clock of a tree, which is that of a sentence of its document.
func clockOf(t *tree, sentence int, today string) *clock {
	times := sync.OnceValue(func() []timex { return findTimes(t.doc, sentence, today) })
	return &clock{tree: t, times: times, today: today}
}

// A moment is when a predicate happens.
type moment struct {
	date string // "" if not told
	days bool   // date is the first of several days
	own  bool   // told of the predicate itself
}

// date returns when the predicate at i happens: the expression of time that
// belongs to it, or to the clause whose circumstances it shares. A date after the
// document's makes what is told as fact a plan.
func (c *clock) date(i int, status *string) moment {
	m := c.circumstance(i, status)
	if g := c.whereabouts(i); m.date == "" && g >= 0 { // "flew to Lima on Monday, where she met"
		there := c.status(g)
		if w := governed(c.nodes[g].lemma); w != "" {
			there = w // "is expected in Lima"
		}
		if there == *status {
			m = c.circumstance(g, &there)
			if m.own = false; m.days {
				m.date = m.date[:min(len(m.date), len("2006-01"))]
			}
		}
	}
	if *status == "actual" && c.today != "" && m.date > c.today[:min(len(m.date), len(c.today))] &&
		c.nodes[i].xpos != "VBD" {
		*status = "planned"
	}
	return m
}

// circumstance is the date told of node i or of what it shares its time with.
func (c *clock) circumstance(i int, status *string) (m moment) {
	c.upward(i, func(k int) bool {
		if *status == "denied" && k != i && c.givesUp(k) { // the time of "was cancelled on Monday" is its own
			if x := c.deferredTo(k); x != nil {
				*status, m = "planned", moment{date: x.future, own: true}
			}
			return false
		}
		x := c.timeAt(k, k == i)
		if x == nil {
			return true
		}
		m = moment{date: x.past, days: x.days, own: k == i}
		ahead := x.past != x.future || x.past == c.today && world.MotionVerb.Has(c.nodes[k].lemma)
		if *status == "actual" && ahead && c.scheduled(k) {
			*status = "planned"
		}
		if *status == "planned" || *status == "proposed" || *status == "conditional" && !c.isPast(i) || c.isDue(i) ||
			*status == "denied" && (c.kidLemma(i, "aux", "will") || c.pending(i)) {
			m.date = x.future
		}
		return m.date == ""
	})
	return m
}

// givesUp tells whether the verb at node k says of a plan that nothing comes of it: "postponed".
func (t *tree) givesUp(k int) bool {
	return world.AbandoningVerb.Has(t.nodes[k].lemma) || t.calledOff(k)
}

// pending tells whether what node i names has been given up before it was to be: "the visit set
// for Monday has been called off".
func (t *tree) pending(i int) bool {
	d, g := t.nodes[i].deprel, t.nodes[i].head
	return (d == "obj" || d == "nsubj:pass") && t.givesUp(g) && !t.kidLemma(g, "advmod", "then")
}

// deferredTo is the time to which the verb at node k puts something off, nil if it tells none:
// "postponed until December".
func (c *clock) deferredTo(k int) *timex {
	times := c.times()
	for x := range times {
		top := c.topmost(times[x].tokens)
		if top < 0 || c.nodes[top].head != k {
			continue
		}
		if p := c.caseOf(top); p == "until" || p == "till" || p == "to" {
			return &times[x]
		}
	}
	return nil
}

// scheduled tells whether the verb at node i, with a day, says what is to come: "on
// Thursday she flies to Lima", "is meeting Sato on Friday".
func (t *tree) scheduled(i int) bool {
	n := &t.nodes[i]
	if n.xpos == "VBZ" || n.xpos == "VBP" {
		return world.MotionVerb.Has(n.lemma)
	}
	return n.xpos == "VBG" && slices.ContainsFunc(t.kids(i, "aux"), func(k int) bool {
		a := &t.nodes[k]
		return a.lemma == "be" && (a.xpos == "VBZ" || a.xpos == "VBP") && !t.recent(i)
	})
}

// isDue tells whether an adjective says what is to come: "is due in Lima".
func (t *tree) isDue(i int) bool {
	return t.nodes[i].upos == "ADJ" && governed(t.nodes[i].lemma) == "planned" &&
		!slices.ContainsFunc(t.kids(i, "cop"), func(k int) bool { return t.nodes[k].xpos == "VBD" })
}

// recent tells whether a verb is in the present perfect: "has met".
func (t *tree) recent(i int) bool {
	return slices.ContainsFunc(t.kids(i, "aux"), func(k int) bool {
		n := &t.nodes[k]
		return n.lemma == "have" && (n.xpos == "VBZ" || n.xpos == "VBP")
	})
}

// timeAt returns the expression of time of node k, or of the clauses under it that
// tell its time; nil if there is none. It asks participles only if arranged says so.
func (c *clock) timeAt(k int, arranged bool) *timex {
	x := c.timeOf(k)
	if h := c.happens(k); x == nil && h >= 0 { // "is expected to take place on Monday"
		x = c.timeOf(h)
	}
	if x == nil && arranged {
		for _, h := range c.arrangements(k) {
			if x = c.timeOf(h); x != nil {
				break
			}
		}
	}
	if x == nil && arranged {
		for _, o := range c.occasions(k) {
			if x = c.timeAt(o, true); x != nil {
				break
			}
		}
	}
	if x == nil {
		for _, w := range c.kids(k, "advcl") { // "will replace him when she retires next year"
			if x == nil && (c.kidLemma(w, "advmod", "when") || c.kidLemma(w, "mark", "when")) {
				x = c.timeOf(w)
			}
		}
	}
	return x
}

// timeOf returns the expression of time that hangs on node k itself and not on
// another predicate below it, nil if none does.
func (c *clock) timeOf(k int) *timex {
	times := c.times()
	for x := range times {
		if top := c.topmost(times[x].tokens); top >= 0 && c.tellsTime(top, k) {
			return &times[x]
		}
	}
	return nil
}

// topmost returns the first node of a range of tokens that hangs on none of it, -1
// if there is none.
func (t *tree) topmost(r nlp.Range) int {
	within := func(token int) bool { return token >= r.First && token < r.Last }
	for i := range t.nodes {
		if n := &t.nodes[i]; within(n.token) && (n.head < 0 || !within(t.nodes[n.head].token)) {
			return i
		}
	}
	return -1
}

// tellsTime tells whether the time at node top is that of node k rather than of
// something between them.
func (t *tree) tellsTime(top, k int) bool {
	if top == k {
		return true
	}
	if n := &t.nodes[k]; (n.xpos == "VBD" || n.xpos == "VBZ") && t.caseOf(top) == "since" &&
		!world.ServingVerb.Has(n.lemma) && !world.TenureVerb.Has(n.lemma) {
		return false // "discussed the treaty, in force since 2014"
	}
	for hops, c := 0, top; hops < 5; hops++ {
		n := &t.nodes[c]
		switch {
		case n.head < 0:
			return false
		case n.head == k:
			return true
		case n.deprel == "acl:relcl": // "Bauer, who was in Lima last week, spoke"
			return false
		case (n.deprel == "nmod:poss" || n.deprel == "compound") && t.ownsTime(n.head):
			return false
		}
		c = n.head
		if t.isVerb(c) {
			return false
		}
		// "met Sato on Monday" with Monday hung on Sato; "the summit in May" keeps its own.
		m := t.mentionAt(c)
		passes := m != nil && m.Type != entity.Event && m.Type != entity.Agreement || t.isTime(c)
		if !passes && hops > 0 && rel(t.nodes[c].deprel) != "obl" {
			return false
		}
	}
	return false
}

// ownsTime tells whether what node g names had a time of its own, which a word
// before it tells: "after last week's coup".
func (t *tree) ownsTime(g int) bool {
	return !t.isVerbal(g) ||
		world.OtherTimePreposition.Has(t.caseOf(g)) && !world.GatheringNoun.Has(t.nodes[g].lemma)
}

// now tells whether node i is told as going on or just over: "is visiting", "is
// on a visit", "has just returned".
func (t *tree) now(i int) bool {
	present := func(k int, rels ...string) bool {
		return slices.ContainsFunc(t.kids(k, rels...), func(a int) bool {
			return t.nodes[a].xpos == "VBZ" || t.nodes[a].xpos == "VBP"
		})
	}
	switch {
	case t.isVerb(i) && t.nodes[i].xpos == "VBG":
		return present(i, "aux")
	case t.isVerb(i):
		return present(i, "aux") && t.kidLemma(i, "aux", "have") && t.kidLemma(i, "advmod", "just")
	}
	return present(i, "cop") && t.caseOf(i) == "on"
}

// whereabouts returns the verb that says how somebody came to be where node i
// happens: "flew to Lima, where she met"; -1 if none does.
func (t *tree) whereabouts(i int) int {
	for hops := 0; i >= 0 && hops < 4 && !t.kidLemma(i, "advmod", "where"); hops++ {
		if d := rel(t.nodes[i].deprel); d != "conj" && d != "xcomp" && d != "obj" && d != "obl" {
			return -1
		}
		i = t.nodes[i].head
	}
	if i < 0 {
		return -1
	}
	for g := t.nodes[i].head; g >= 0; g = t.nodes[g].head {
		if t.isVerb(g) || t.isVerbal(g) {
			return g
		}
	}
	return -1
}
