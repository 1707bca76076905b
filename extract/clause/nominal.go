package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// substance is the word that tells what a phrase is of where its head tells only
// how much of it: "a series of agreements", "a batch of vaccines".
func (t *tree) substance(k int) int {
	for hops := 0; hops < 3 && t.nodes[k].mention < 0 && world.QuantityNoun.Has(t.nodes[k].lemma); hops++ {
		of := slices.IndexFunc(t.kids(k, "nmod"), func(x int) bool { return t.caseOf(x) == "of" })
		if of < 0 {
			break
		}
		k = t.kids(k, "nmod")[of]
	}
	return k
}

// container is the word that carries noun i in its clause: "letter" in "a letter of
// thanks", i itself if there is none.
func (t *tree) container(i int) int {
	for hops := 0; hops < 3; hops++ {
		n := &t.nodes[i]
		if n.head < 0 || n.deprel != "nmod" || t.caseOf(i) != "of" {
			break
		}
		if g := &t.nodes[n.head]; g.mention >= 0 || !world.QuantityNoun.Has(g.lemma) && !world.MessageNoun.Has(g.lemma) &&
			!(world.TimeNoun.Has(g.lemma) && world.OccasionNoun.Has(n.lemma)) { // "three days of talks"
			break
		}
		i = n.head
	}
	return i
}

// extent is the range of tokens that a nominal covers.
func (t *tree) extent(k int) nlp.Range {
	r := t.nodes[k].tokens
	if t.nodes[k].mention >= 0 {
		return r
	}
	for _, c := range t.subtree(k, t.outside) {
		r.First = min(r.First, t.nodes[c].tokens.First)
		r.Last = max(r.Last, t.nodes[c].tokens.Last)
	}
	return r
}

// first returns the token at which what hangs together by node k begins, asides
// and all.
func (t *tree) first(k int) int { return t.nodes[t.subtree(k, nil)[0]].tokens.First }

// outside tells whether a dependent is not part of its governor's own phrase.
func (t *tree) outside(k int) bool {
	switch t.nodes[k].deprel {
	case "acl:relcl", "advcl", "appos", "aux", "case", "cc", "cc:preconj", "conj", "cop", "dep", "det", "det:predet",
		"discourse", "list", "mark", "nsubj", "nsubj:outer", "nsubj:pass", "parataxis", "punct":
		return true
	}
	return false
}

// withPerson tells whether a nominal is a person after "with".
func (t *tree) withPerson(k int) bool { return t.caseOf(k) == "with" && t.personAt(k) >= 0 }

// personAt returns the mention of the person that a nominal names, itself or in
// apposition ("my colleague, Trade Minister Mark Vale"), -1 if none.
func (t *tree) personAt(k int) int {
	if t.isPerson(k) {
		return t.nodes[k].mention
	}
	if m := t.mentionAt(k); m == nil || m.Kind == entity.Nominal {
		for _, x := range t.kids(k, "appos", "flat") {
			if t.isPerson(x) {
				return t.nodes[x].mention
			}
		}
	}
	return -1
}

// namedAt is personAt for organisations too: "the carmaker Kestrel Motors".
func (t *tree) namedAt(k int) int {
	if p := t.personAt(k); p >= 0 || t.nodes[k].mention >= 0 {
		return p
	}
	for _, x := range t.kids(k, "appos", "flat", "compound") {
		if m := t.mentionAt(x); m != nil && m.Type == entity.Organization && m.Kind == entity.Named && x == k+1 {
			return t.nodes[x].mention
		}
	}
	return -1
}

// modifiers returns the names and words that stand before a noun: "the
// Japan-Kenya partnership", "U.S. officials", "virtual meeting".
func (t *tree) modifiers(i int) []int {
	var out []int
	var walk func(k int)
	walk = func(k int) {
		for _, c := range t.nodes[k].kids {
			if c > i {
				continue
			}
			switch rel(t.nodes[c].deprel) {
			case "compound", "amod", "nmod", "conj", "flat", "dep", "appos":
				if t.nodes[c].deprel == "nmod:poss" || t.hasKid(c, "case") {
					continue
				}
				out = append(out, c)
				walk(c)
			}
		}
	}
	walk(i)
	slices.Sort(out)
	return out
}

// isTime tells whether a nominal is a date or a stretch of time.
func (t *tree) isTime(k int) bool {
	n := &t.nodes[k]
	if n.upos == "NUM" && dayNumber(n.form) > 0 &&
		slices.ContainsFunc(n.kids, func(c int) bool { return world.Month.Number(t.nodes[c].form) > 0 }) {
		return true
	}
	return world.TimeNoun.Has(n.lemma) || world.Month.Number(n.form) > 0 || world.Weekday.Number(n.form) > 0 ||
		isYear(n.form)
}

// isSum tells whether a nominal is a sum of money, which does not say what for.
func (t *tree) isSum(k int) bool {
	n := &t.nodes[k]
	return n.mention < 0 && (n.upos == "SYM" || world.CurrencyNoun.Has(n.lemma) && t.hasKid(k, "nummod"))
}

// lists tells whether a phrase names parts of what it hangs on: "including A and
// B", "with a focus on C".
func (t *tree) lists(k int) bool {
	c := t.caseOf(k)
	first, how, _ := strings.Cut(c, " ") // "including on trade"
	if world.MeansPreposition.Has(how) || t.kidOf(k, "mark", world.MeansPreposition) {
		return false // "including by training pilots" says how
	}
	return world.ExamplePreposition.Has(c) || world.ExamplePreposition.Has(first) ||
		c == "with" && world.EmphasisNoun.Has(t.nodes[k].lemma) ||
		t.kidLemma(k, "mark", "including") || t.afterColon(k)
}

// afterColon tells whether an apposition says after a colon what its noun means, "in two
// fields: trade and health", or in brackets what a noun that says little means.
func (t *tree) afterColon(k int) bool {
	n, first := &t.nodes[k], t.first(k)
	if n.deprel != "appos" || first == 0 {
		return false
	}
	opens := func(form string) bool {
		return form == ":" || form == "(" && n.mention < 0 && n.head >= 0 && t.isPlural(n.head) &&
			(world.DomainNoun.Has(t.nodes[n.head].lemma) || world.ShellNoun.Has(t.nodes[n.head].lemma))
	}
	return opens(t.sentence.Tokens[first].Form) || opens(t.sentence.Tokens[first-1].Form)
}

// singlesOut tells the same, and of "particularly A" too.
func (t *tree) singlesOut(k int) bool {
	return t.lists(k) || t.kidOf(k, "advmod", world.Particularizer)
}

// named returns whom a nominating noun names: "the appointment of Ito to lead".
func (t *tree) named(i int) []int {
	for _, k := range t.kids(i, "nmod") {
		if t.caseOf(k) == "of" {
			return t.conjuncts(k)
		}
	}
	return nil
}

// eventNoun tells whether a participle after the noun says what the act is
// about rather than who does it: "a visit aimed at", "a pact covering".
func (t *tree) eventNoun(i int) bool { return t.nodes[i].mention < 0 && t.nodes[i].upos == "NOUN" }

// oneOf tells whether a clause says of its subject that it is one of these: "Peru
// is one of our oldest partners".
func (t *tree) oneOf(i int) bool {
	g := t.nodes[i].head
	return g >= 0 && t.nodes[i].deprel == "nmod" && t.nodes[g].lemma == "one" && t.caseOf(i) == "of" &&
		(t.hasKid(g, "nsubj") || t.nodes[g].deprel == "xcomp" || t.nodes[g].deprel == "obj")
}

// isVerbal tells whether node i may be a noun of action: one that names nobody and
// nothing.
func (t *tree) isVerbal(i int) bool { return t.nodes[i].upos == "NOUN" && t.nodes[i].mention < 0 }

// isPlace tells whether node k is a place or country behind a preposition of place.
func (t *tree) isPlace(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Place || m.Type == entity.Country) && world.PlacePreposition.Has(t.caseOf(k))
}

// isEvent tells whether node i names an event.
func (t *tree) isEvent(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Event
}

// namesPlace tells whether a mention is the name of a place or country.
func namesPlace(m *entity.Mention) bool {
	return m.Kind == entity.Named && !m.Adjective && (m.Type == entity.Place || m.Type == entity.Country)
}

// isThing tells whether node i is a common noun that means nobody.
func (t *tree) isThing(i int) bool {
	return t.nodes[i].upos == "NOUN" && t.nodes[i].mention < 0
}

// isGathering tells whether node i is an occasion that people gather for.
func (t *tree) isGathering(i int) bool {
	l := t.nodes[i].lemma
	return t.isEvent(i) ||
		t.nodes[i].mention < 0 && world.GatheringNoun.Has(l) && !world.TripNoun.Has(l) && !world.TimeNoun.Has(l)
}
