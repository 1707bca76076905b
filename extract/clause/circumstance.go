package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
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
			if n.deprel != "nsubj:pass" && !world.OccurrenceVerb.Has(t.nodes[n.head].lemma) {
				return
			}
		case "acl":
			if n.deprel == "acl:relcl" {
				return
			}
		case "nmod":
			if !world.CarrierPreposition.Has(t.caseOf(i)) {
				return
			}
		default:
			return
		}
		if n.deprel == "conj" && t.hasKid(i, "nsubj") || n.lemma == "invitation" { // "visits Lima at the invitation of"
			return
		}
		if !t.isVerb(n.head) && !t.isVerbal(n.head) {
			return
		}
		i = n.head
	}
}

// arrangements are the participles that tell when and where what a noun names is
// or was to be: "talks held in Lima", "a visit planned for Monday".
func (t *tree) arrangements(i int) []int {
	return slices.DeleteFunc(t.kids(i, "acl"), func(k int) bool { return t.nodes[k].xpos != "VBN" || !world.ArrangingVerb.Has(t.nodes[k].lemma) })
}

// where returns the mention of the place where the predicate at i happens: what
// stands after "in" before what stands after "at", and a place before a country;
// -1 if the text does not tell.
func (t *tree) where(i int) int {
	best, rank := -1, 0
	look := func(o, r int) {
		for _, x := range t.conjuncts(o) {
			m := t.mentionAt(x)
			if m == nil || m.Kind != entity.Named || m.Adjective {
				continue
			}
			switch {
			case m.Type == entity.Place:
				r += 2
			case m.Type != entity.Country:
				continue
			}
			if r > rank {
				best, rank = t.nodes[x].mention, r
			}
			return
		}
	}
	var scan func(k, depth int)
	scan = func(k, depth int) {
		for _, o := range t.kids(k, "obl", "nmod", "advmod") {
			c := t.caseOf(o)
			switch {
			case c == "in" || c == "across" || c == "throughout":
				look(o, 2)
			case world.PlacePreposition.Has(c):
				look(o, 1)
			case c == "to" && k != i && world.TripNoun.Has(t.nodes[k].lemma):
				look(o, 1)
			case c == "to" && depth == 0 && (k != i && world.MotionVerb.Has(t.nodes[k].lemma) || world.HostingVerb.Has(t.nodes[k].lemma)):
				look(o, 1)
			}
			if depth < 2 && (t.isPerson(o) || t.isEvent(o) || world.VenueNoun.Has(t.nodes[o].lemma) || world.GatheringNoun.Has(t.nodes[o].lemma) || world.ActNoun.Has(t.nodes[o].lemma) && t.nodes[o].mention < 0 || world.PlacePreposition.Has(c) && t.nodes[o].mention >= 0) {
				scan(o, depth+1) // "at the airport in Lima", "on the sidelines of the summit in Peru"
			}
		}
	}
	if world.PlacePreposition.Has(t.caseOf(i)) { // "was in Lima"
		look(i, 2)
	}
	for _, h := range t.arrangements(i) {
		scan(h, 1)
	}
	t.upward(i, func(k int) bool {
		for _, w := range t.kids(k, "advmod") { // "to Lima, where she will meet"
			for p := w - 1; p >= 0 && t.nodes[w].form == "where" && best < 0; p-- {
				look(p, 1)
			}
		}
		scan(k, 0)
		for _, o := range t.kids(k, "obj", "nsubj:pass") { // "met Sato in Lima", with Lima hung on Sato
			for _, x := range t.conjuncts(o) {
				if t.isPerson(x) || t.isEvent(x) || x == i || world.LightVerb.Has(t.nodes[k].lemma) && world.GatheringNoun.Has(t.nodes[x].lemma) {
					scan(x, 1)
				}
			}
		}
		return best < 0
	})
	return best
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

// Bare returns when and where a sentence without syntax, such as a headline,
// says that something happens: its only time, "" if it has none or several, and
// the only place that it names after "in" or "at", -1 if none.
func Bare(doc *entity.Document, sentence int, mentions []int, docDate string) (date string, place int) {
	if times := findTimes(doc, sentence, docDate); len(times) == 1 {
		date = times[0].past
	}
	place = -1
	tokens := doc.NLP.Sentences[sentence].Tokens
	for _, i := range mentions {
		m := &doc.Mentions[i]
		first := m.Tokens.First
		if m.Inside || m.Kind != entity.Named || m.Adjective || m.Type != entity.Place && m.Type != entity.Country || first == 0 {
			continue
		}
		if p := strings.ToLower(tokens[first-1].Form); p != "in" && p != "at" {
			continue
		}
		if place >= 0 {
			return date, -1
		}
		place = i
	}
	return date, place
}

// Behind returns when and where an event is, or an office is held, as the words
// right behind the mention tell: "the summit on 3 May in Lima". past and future are its date if the text
// speaks of what was and of what will be, place is a mention; they are "" and -1
// where the words do not tell.
func Behind(doc *entity.Document, mention int, mentions []int, docDate string) (past, future string, place int) {
	m := &doc.Mentions[mention]
	tokens := doc.NLP.Sentences[m.Sentence].Tokens
	times := findTimes(doc, m.Sentence, docDate)
	place = -1
words:
	for k := m.Tokens.Last; k < len(tokens); {
		for _, t := range times {
			if t.tokens.First == k && past == "" {
				past, future, k = t.past, t.future, t.tokens.Last
				continue words
			}
		}
		for _, i := range mentions {
			if x := &doc.Mentions[i]; x.Tokens.First == k && x.Kind == entity.Named && !x.Adjective && (x.Type == entity.Place || x.Type == entity.Country) {
				if place < 0 {
					place = i
				}
				k = x.Tokens.Last
				continue words
			}
		}
		if !world.BeforeTimeWord.Has(strings.ToLower(tokens[k].Form)) {
			break
		}
		k++
	}
	return past, future, place
}
