package main

import (
	"cmp"
	"slices"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
)

// speechActs are the relations whose date is scored only where the gold has
// one: when something was said is seldom told.
var speechActs = []string{"proposes", "supports", "praised", "congratulated", "criticised", "invited"}

// A score counts what was found of one relation, or of several.
type score struct {
	Relation  string `json:"relation"`
	Precision ratio  `json:"precision"` // of the found facts, those that a gold fact states
	Recall    ratio  `json:"recall"`    // of the required facts, those that were found
	// How the qualifiers of matched facts are, where found or gold has one.
	Date   ratio `json:"date"`
	Place  ratio `json:"place"`
	Status ratio `json:"status"`
	Of     ratio `json:"office_of"`
}

func (s score) f1() float64 {
	p, r := s.Precision.value(), s.Recall.value()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (s *score) add(o score) {
	for _, sum := range [][2]*ratio{{&s.Precision, &o.Precision}, {&s.Recall, &o.Recall},
		{&s.Date, &o.Date}, {&s.Place, &o.Place}, {&s.Status, &o.Status}, {&s.Of, &o.Of}} {
		sum[0].Right += sum[1].Right
		sum[0].Of += sum[1].Of
	}
}

// A difference is a miss, a false alarm, a qualifier that is not right, or a
// fact that says again what another one says, which counts neither way.
type difference struct {
	Kind     string `json:"kind"` // "miss", "false alarm", "repeat", "date", "place", "status", "of"
	Doc      string `json:"doc"`
	Relation string `json:"relation"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	Found    string `json:"found,omitempty"` // of a qualifier
	Want     string `json:"want,omitempty"`
	Rule     string `json:"rule,omitempty"`
	Evidence string `json:"evidence"`
}

// A comparison is of the facts of one relation in one document.
type comparison struct {
	doc       *goldDoc
	found     []extract.Fact
	gold      []goldFact
	symmetric bool

	statements *byRelation // of all relations, to which it adds
}

func (c *comparison) score() (score, []difference) {
	var s score
	var diffs []difference
	matched := c.match()
	ofGold := make([]int, len(c.gold)) // what was found for it, -1 for nothing
	for i := range ofGold {
		ofGold[i] = -1
	}
	for f, g := range matched {
		if g >= 0 {
			ofGold[g] = f
		}
	}

	alarmed := make(map[string]bool)
	for f, g := range matched {
		fact, kind := c.found[f], "false alarm"
		switch {
		case g >= 0:
			s.Precision.add(true)
			diffs = append(diffs, c.qualifiers(&s, fact, c.gold[g])...)
			continue
		case slices.ContainsFunc(c.gold, func(g goldFact) bool { return c.same(fact, g) }), alarmed[c.statement(f)]:
			kind = "repeat"
		default:
			alarmed[c.statement(f)] = true
			s.Precision.add(false)
		}
		diffs = append(diffs, difference{Kind: kind, Doc: fact.Doc, Relation: fact.Relation, Subject: fact.Subject.Name,
			Object: fact.Object.Name, Rule: fact.Rule, Evidence: fact.Evidence.Text})
	}
	instead := c.instead(ofGold)
	for g, gold := range c.gold {
		if gold.Optional {
			continue
		}
		hit := ofGold[g] >= 0 || instead[g]
		s.Recall.add(hit)
		c.statements.add(c.doc.Doc, gold, hit)
		if !hit {
			diffs = append(diffs, difference{Kind: "miss", Doc: c.doc.Doc, Relation: gold.Relation,
				Subject: c.doc.name(gold.Subject), Object: c.doc.name(gold.Object), Evidence: gold.Evidence})
		}
	}
	return s, diffs
}

// statement is what found fact f says without its qualifiers: a fact that a
// document repeats has the same one.
func (c *comparison) statement(f int) string {
	subject, object := refKey(c.found[f].Subject), refKey(c.found[f].Object)
	if c.symmetric && object < subject {
		subject, object = object, subject
	}
	return subject + "\t" + object
}

func refKey(r entity.Ref) string { return cmp.Or(r.ID, foldName(r.Name)) }

// match pairs found facts with gold facts, each with one at most: for each
// found fact the index of its gold fact or -1. As many required facts as
// possible are matched, then as many facts as possible, then such that dates,
// places and statuses agree best.
func (c *comparison) match() []int {
	const required, any = 1 << 40, 1 << 20
	weights := make([][]int, len(c.found))
	for f, fact := range c.found {
		weights[f] = make([]int, len(c.gold))
		for g, gold := range c.gold {
			if !c.same(fact, gold) {
				continue
			}
			w := any
			if !gold.Optional {
				w += required
			}
			for _, agrees := range []bool{fact.Date == gold.Date, string(fact.Status) == gold.Status,
				c.doc.is(gold.Place, fact.Place.Name), c.doc.is(gold.Of, fact.Of.Name),
				overlap(fact.Evidence.Text, gold.Evidence)} {
				if agrees {
					w++
				}
			}
			weights[f][g] = w
		}
	}
	return assign(weights, len(c.gold))
}

func (c *comparison) same(f extract.Fact, g goldFact) bool {
	return c.doc.is(g.Subject, f.Subject.Name) && c.doc.is(g.Object, f.Object.Name) ||
		c.symmetric && c.doc.is(g.Subject, f.Object.Name) && c.doc.is(g.Object, f.Subject.Name)
}

// instead finds required facts that an optional one satisfies: another wording,
// found with the same relation, subject and overlapping evidence. Each optional
// fact stands for one required fact.
func (c *comparison) instead(ofGold []int) map[int]bool {
	var optional, missed []int
	for g, gold := range c.gold {
		switch {
		case gold.Optional && ofGold[g] >= 0:
			optional = append(optional, g)
		case !gold.Optional && ofGold[g] < 0:
			missed = append(missed, g)
		}
	}
	weights := make([][]int, len(optional))
	for i, o := range optional {
		weights[i] = make([]int, len(missed))
		for j, m := range missed {
			if c.gold[o].Subject == c.gold[m].Subject && overlap(c.found[ofGold[o]].Evidence.Text, c.gold[m].Evidence) {
				weights[i][j] = 1
			}
		}
	}
	satisfied := make(map[int]bool)
	for _, j := range assign(weights, len(missed)) {
		if j >= 0 {
			satisfied[missed[j]] = true
		}
	}
	return satisfied
}

// qualifiers scores date, place, status and office of a matched fact.
func (c *comparison) qualifiers(s *score, f extract.Fact, g goldFact) []difference {
	var diffs []difference
	check := func(kind string, r *ratio, right bool, found, want string) {
		if found == "" && want == "" {
			return
		}
		r.add(right)
		if !right {
			diffs = append(diffs, difference{Kind: kind, Doc: f.Doc, Relation: f.Relation, Subject: f.Subject.Name,
				Object: f.Object.Name, Found: found, Want: want, Rule: f.Rule, Evidence: f.Evidence.Text})
		}
	}
	if g.Date != "" || !slices.Contains(speechActs, f.Relation) {
		check("date", &s.Date, f.Date == g.Date, f.Date, g.Date)
	}
	check("place", &s.Place, c.doc.is(g.Place, f.Place.Name), f.Place.Name, c.doc.name(g.Place))
	check("status", &s.Status, string(f.Status) == g.Status, string(f.Status), g.Status)
	if f.Relation == "holdsPosition" {
		check("of", &s.Of, c.doc.is(g.Of, f.Of.Name), f.Of.Name, c.doc.name(g.Of))
	}
	return diffs
}
