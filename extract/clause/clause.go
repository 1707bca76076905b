// Package clause turns dependency trees into predicates with their arguments by
// function, so that a rule never sees syntax: passives are active, coordination
// is distributed, subjects are carried into infinitives, participles and
// relative clauses, and nouns of action ("held talks with", "Ishiba's visit to
// Peru") are predicates as verbs are.
package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A Kind is the word class of a predicate.
type Kind uint8

// The kinds of predicates.
const (
	Verb Kind = iota
	Noun
	Adjective
)

func (k Kind) String() string { return [...]string{"verb", "noun", "adjective"}[k] }

// An Arg is one filler of an argument of a predicate. Conjuncts are separate
// Args of the same Function.
type Arg struct {
	Function string    // "subject", "object", "indirect", "complement" (an infinitive or participle), "clause" (a finite clause), "topic", "purpose", "possessor", "modifier", "apposition", "speaker", "self" or a preposition
	Mention  int       // index into entity.Document.Mentions, -1 if it is none
	Tokens   nlp.Range // the words of it
	Head     string    // lemma of its head
	Text     string    // the phrase as one would name it, without determiners
	Owners   []int     // mentions of those whose it is, where it is no name itself: "Japan's help", "Russian attacks"
}

// A Predicate is something that a sentence says happens or holds.
type Predicate struct {
	Kind     Kind
	Sentence int
	Token    int
	Lemma    string // in lower case, "meet"
	Form     string // in lower case, "met"
	Args     []Arg
	Words    []string // lemmas and forms of its particles and modifiers, for phrasal triggers ("sit down", "courtesy call")
	Under    []string // lemmas of the words that govern it, the nearest first
	Status   string   // "actual", "planned", "proposed", "denied" or "conditional"
	Date     string   // ISO 8601, as exact as the text; "" if not told
	Days     bool     // Date is the first of several days
	Place    int      // mention where it happens, -1 if not told
	Event    int      // mention of the occasion, -1 if not told
	Speaker  int      // mention of who says so, -1 if the text itself does
	Office   int      // mention that says an office of the subject, "is Peru's envoy to Kenya", -1 if it says none
	Past     bool     // an office is said to have been held: "was", "has served as"
	Perfect  bool     // told as past already when the rest happens: "has met", "had met"
	Now      bool     // goes on or has just ended when the text is written: "is visiting", "has just returned"
	When     bool     // told as the time of something else: "when he visited Peru"
	Here     bool     // it happens "here", where the document is written
}

// An Analyzer finds the predicates of documents. Its zero value finds all.
type Analyzer struct {
	// Want tells whether a predicate with this lemma or form is of use; nil wants all.
	Want func(kind Kind, lemma, form string) bool
	// Offices tells whether predicates that say an office are of use, whatever Want says.
	Offices bool
}

// Predicates returns the predicates of one parsed sentence in text order. date
// is the document's date in ISO 8601, "" if unknown; mentions are the indexes
// of the sentence's mentions. Safe for concurrent use.
func (a Analyzer) Predicates(doc *entity.Document, sentence int, mentions []int, date string) []Predicate {
	t := newTree(doc, sentence, mentions)
	var times []timex
	timed := false
	var out []Predicate
	for i := range t.nodes {
		kind, ok := t.kindOf(i)
		n := &t.nodes[i]
		office := t.office(i)
		if !ok || a.Want != nil && !a.Want(kind, n.lemma, n.form) && !(a.Offices && office >= 0) {
			continue
		}
		if !timed {
			times, timed = findTimes(doc, sentence, date), true
		}
		p := Predicate{Kind: kind, Sentence: sentence, Token: n.token, Lemma: n.lemma, Form: n.form, Place: -1, Event: -1, Speaker: -1, Office: office}
		c := i
		if rel(n.deprel) == "cop" { // "was in Ghana": the clause hangs on Ghana
			c = n.head
		}
		p.Words = t.phrase(c)
		p.Under = t.governors(c)
		t.fill(&p, c)
		p.Status = t.status(c)
		if office >= 0 {
			p.Past = t.held(i)
			if t.leaves(i) && p.Status == "planned" {
				p.Status = "actual"
			}
			for _, k := range t.replaced(i) {
				p.Args = append(p.Args, t.arg("predecessor", k))
			}
		}
		p.Date, p.Days = t.date(c, times, &p.Status, date)
		p.Place = t.where(c)
		p.Here = p.Place < 0 && t.kidLemma(c, "advmod", "here")
		p.When = rel(t.nodes[c].deprel) == "advcl" && (t.kidLemma(c, "advmod", "when") || t.kidLemma(c, "mark", "when") || t.kidLemma(c, "mark", "since"))
		p.Perfect = t.kidLemma(c, "aux", "have")
		p.Now = t.now(c)
		p.Event = t.occasion(c)
		if p.Speaker = t.speaker(c); p.Speaker >= 0 {
			p.Args = append(p.Args, Arg{Function: "speaker", Mention: p.Speaker, Tokens: doc.Mentions[p.Speaker].Tokens})
		}
		out = append(out, p)
	}
	return out
}

func (t *tree) kindOf(i int) (Kind, bool) {
	n := &t.nodes[i]
	if t.office(i) >= 0 {
		return Noun, true
	}
	if m := t.mentionAt(i); m != nil {
		named := m.Kind == entity.Named
		switch m.Type {
		case entity.Agreement, entity.Event:
			return Noun, true
		case entity.Person, entity.Country, entity.Organization, entity.Place:
			return Noun, !named && n.upos == "NOUN"
		}
	}
	switch {
	case t.isVerb(i):
		return Verb, true
	case rel(n.deprel) == "cop" && n.head >= 0 && t.caseOf(n.head) != "":
		return Verb, true
	case n.upos == "NOUN" || n.upos == "PROPN":
		return Noun, true
	case n.upos == "ADJ":
		return Adjective, true
	}
	return 0, false
}

// phrase returns what may be part of a trigger of several words.
func (t *tree) phrase(i int) []string {
	var words []string
	add := func(k int) { words = append(words, t.nodes[k].lemma, t.nodes[k].form) }
	for _, k := range t.kids(i, "compound", "amod", "advmod", "nmod:unmarked", "obl:unmarked", "xcomp", "obj") {
		if t.nodes[k].deprel == "xcomp" && t.isVerb(k) {
			continue
		}
		add(k)
	}
	for _, k := range t.kids(i, "obl", "advmod", "compound", "nmod") { // "sit down with", "look forward to", "closely with"
		for _, c := range t.kids(k, "case", "advmod") {
			add(c)
		}
	}
	if i+1 < len(t.nodes) && t.isVerb(i) && (t.nodes[i+1].upos == "ADP" || t.nodes[i+1].upos == "ADV") { // "take over from", wherever the parser hangs "over"
		add(i + 1)
	}
	if m := t.mentionAt(i); m != nil {
		for k := m.Tokens.First; k < m.Tokens.Last; k++ {
			words = append(words, strings.ToLower(t.sentence.Tokens[k].Lemma), strings.ToLower(t.sentence.Tokens[k].Form))
		}
	}
	return words
}

// governors returns the lemmas of the predicates above i, and of those in
// relative clauses of which it is the object.
func (t *tree) governors(i int) []string {
	var out []string
	for _, v := range t.relativeVerbs(i) {
		out = append(out, t.nodes[v].lemma)
	}
	for hops := 0; hops < 6; hops++ {
		n := &t.nodes[i]
		if n.head < 0 {
			break
		}
		switch rel(n.deprel) {
		case "conj":
			i = n.head
			continue
		case "xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "nsubj", "appos":
			i = n.head
			out = append(out, t.nodes[i].lemma)
		default:
			return out
		}
	}
	return out
}

// fill sets the arguments of the predicate at node i.
func (t *tree) fill(p *Predicate, i int) {
	type filler struct {
		function string
		node     int
	}
	seen := map[filler]bool{}
	add := func(function string, nodes ...int) {
		for _, k := range t.listed(nodes) {
			if a := t.antecedent(i, k); a >= 0 {
				k = a
			}
			f := filler{function, k}
			if k == i || seen[f] {
				continue
			}
			seen[f] = true
			p.Args = append(p.Args, t.arg(function, k))
		}
	}
	if p.Kind == Verb {
		if !t.isVerb(i) {
			for _, k := range t.conjuncts(i) {
				p.Args = append(p.Args, t.arg(t.caseOf(i), k))
			}
		}
		t.fillVerb(i, add)
	} else {
		t.fillNoun(i, add)
	}
	p.Args = append(p.Args, t.topicsOf(i)...)
	if p.Kind == Verb {
		p.Args = append(p.Args, t.purposesOf(i)...)
	}
	p.Args = append(p.Args, t.arg("self", i))
}

// listed puts people named in apposition in the place of what they are called
// together: "the foreign ministers, Petrov and Li".
func (t *tree) listed(nodes []int) []int {
	var out []int
	for _, k := range nodes {
		var people []int
		if m := t.mentionAt(k); m == nil || m.Kind == entity.Nominal && len(m.Entities) == 0 {
			for _, h := range append([]int{k}, t.kids(k, "nmod")...) { // parsers hang them on "Peru" in "the ministers of Peru" too
				for _, x := range t.kids(h, "appos") {
					for _, p := range t.conjuncts(x) {
						if t.isPerson(p) {
							people = append(people, p)
						}
					}
				}
			}
		}
		if len(people) > 1 {
			out = append(out, people...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

func (t *tree) arg(function string, k int) Arg {
	n := &t.nodes[k]
	a := Arg{Function: function, Mention: n.mention, Tokens: t.extent(k), Head: t.nodes[t.substance(k)].lemma}
	if p := t.namedAt(k); p >= 0 {
		a.Mention = p
	}
	a.Text = t.phraseText(k)
	a.Owners = t.owners(k)
	return a
}

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
		if g := &t.nodes[n.head]; g.mention >= 0 || !world.QuantityNoun.Has(g.lemma) && !world.MessageNoun.Has(g.lemma) {
			break
		}
		i = n.head
	}
	return i
}

// owners returns the mentions of those to whom a thing belongs or whose act it
// is: possessors, a country before it, the agent after "by", and what follows "of"
// where the noun is people ("envoys of Peru"), a quality or a merit rather than
// something done to it.
func (t *tree) owners(k int) []int {
	if m := t.mentionAt(k); m != nil && (m.Kind != entity.Nominal || m.Type == entity.Person && t.nodes[k].xpos != "NNS") {
		return nil // "the Kenyan leader" is someone, "Kenyan diplomats" are Kenya's
	}
	var out []int
	add := func(nodes []int) {
		for _, x := range nodes {
			if m := t.nodes[x].mention; m >= 0 {
				out = append(out, m)
			}
		}
	}
	add(t.kids(k, "nmod:poss"))
	var before []int
	for _, x := range t.modifiers(k) {
		if m := t.mentionAt(x); m != nil && m.Type == entity.Country {
			before = append(before, t.nodes[x].mention)
		} else if i := t.inside(x); i >= 0 {
			before = append(before, i)
		}
	}
	people := t.nodes[k].xpos == "NNS" && world.ActorNoun.Has(t.nodes[k].lemma)
	if len(before) == 1 || people { // "the Japan-Kenya partnership" is neither's act, "Kenyan and Peruvian officials" are of both
		out = append(out, before...)
	}
	for _, v := range t.kids(k, "acl") { // "the tariffs announced by Peru"
		if t.nodes[v].xpos == "VBN" {
			add(t.agents(v))
		}
	}
	for _, x := range t.kids(k, "nmod") {
		if c := t.caseOf(x); c == "by" || c == "from" && people || c == "of" && len(out) == 0 && (world.MeritNoun.Has(t.nodes[k].lemma) || t.nodes[k].mention >= 0) {
			add(t.conjuncts(x))
		}
	}
	return out
}

// inside returns the country within a larger mention at node k, -1 if none.
func (t *tree) inside(k int) int {
	for _, i := range t.inner {
		if m := &t.doc.Mentions[i]; m.Type == entity.Country && m.Head == t.nodes[k].token {
			return i
		}
	}
	return -1
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

// outside tells whether a dependent is not part of its governor's own phrase.
func (t *tree) outside(k int) bool {
	switch t.nodes[k].deprel {
	case "conj", "cc", "punct", "acl:relcl", "appos", "parataxis", "case", "cop", "nsubj", "nsubj:pass", "mark", "advcl", "det", "aux", "dep", "nsubj:outer", "cc:preconj", "det:predet", "discourse", "list":
		return true
	}
	return false
}

func (t *tree) fillVerb(i int, add func(string, ...int)) {
	surface := t.surfaceSubjects(i)
	if t.passive(i) {
		add("subject", t.agents(i)...)
		add("by", t.agents(i)...)
		if t.hasKid(i, "obj") {
			add("indirect", surface...)
		} else {
			add("object", surface...)
		}
	} else {
		add("subject", surface...)
	}
	for _, k := range t.kids(i, "obj") {
		add("object", t.conjuncts(k)...)
	}
	if !t.hasKid(i, "obj") && !t.passive(i) {
		add("object", t.sharedObject(i)...)
		if t.nodes[i].deprel == "acl:relcl" && t.lacksObject(i) {
			add("object", t.conjuncts(t.nodes[i].head)...)
		}
	}
	for _, k := range t.kids(i, "iobj") {
		add("indirect", t.conjuncts(k)...)
	}
	t.fillOblique(i, add)
	for _, k := range t.kids(i, "obj", "nsubj:pass") {
		t.liftModifiers(k, add)
		for _, x := range t.kids(k, "nmod") { // "two people, including X"
			if world.ExamplePreposition.Has(t.caseOf(x)) {
				add("including", t.conjuncts(x)...)
			}
		}
		for _, x := range t.conjuncts(k) {
			if m := t.mentionAt(x); m == nil || m.Type == entity.Agreement {
				t.shareNames(x, 0, add)
			}
		}
	}
	for _, k := range t.kids(i, "xcomp", "ccomp", "advcl") {
		if t.finite(k) {
			add("clause", t.conjuncts(k)...)
		} else {
			add("complement", t.conjuncts(k)...)
		}
	}
}

// finite tells whether a clause has a tense of its own, unlike an infinitive or
// a participle.
func (t *tree) finite(k int) bool {
	switch t.nodes[k].xpos {
	case "VB", "VBG", "VBN":
		return t.hasKid(k, "aux") && !t.kidLemma(k, "mark", "to")
	}
	return t.hasKid(k, "cop", "nsubj") || t.nodes[k].upos == "VERB"
}

// sharedObject finds the object that stands after the last of several verbs:
// "met and congratulated the winner".
func (t *tree) sharedObject(i int) []int {
	for _, k := range t.kids(i, "conj") {
		if o := t.kid(k, "obj"); o >= 0 && t.isVerb(k) && k-i <= 3 {
			return t.conjuncts(o)
		}
	}
	return nil
}

// lacksObject tells whether the noun before a relative clause without an object
// is its object: "the tariffs Peru imposed", but not "the day when Peru voted".
func (t *tree) lacksObject(i int) bool {
	for _, k := range t.nodes[i].kids {
		n := &t.nodes[k]
		switch f := n.form; {
		case f == "where", f == "when", f == "why", f == "whose", rel(n.deprel) == "ccomp", rel(n.deprel) == "xcomp", rel(n.deprel) == "cop", rel(n.deprel) == "nsubj" && world.RelativePronoun.Has(f),
			world.RelativePronoun.Has(f) && t.hasKid(k, "case"), n.upos == "ADP" && rel(n.deprel) != "mark" && k > i:
			return false
		}
	}
	h := t.nodes[i].head
	return t.hasKid(i, "nsubj") && !t.isTime(h) && t.nodes[h].lemma != "way"
}

// fillOblique adds the prepositional arguments of a verb, each under its preposition.
func (t *tree) fillOblique(i int, add func(string, ...int)) {
	for _, k := range t.kids(i, "obl", "nmod") {
		if t.nodes[k].deprel == "nmod:poss" || t.nodes[k].deprel == "obl:agent" {
			continue
		}
		t.addCase(k, add)
	}
	for _, k := range t.kids(i, "xcomp", "advcl", "conj") { // "looks forward to welcoming", "described X as Y"
		if c := t.caseOf(k); c != "" && t.isNominal(k) {
			add(c, t.conjuncts(k)...)
		}
	}
}

func (t *tree) addCase(k int, add func(string, ...int)) {
	c := t.caseOf(k)
	if c == "" || t.isTime(k) {
		return
	}
	nodes := t.conjuncts(k)
	if c == "between" && len(nodes) > 2 && t.hasKid(nodes[1], "cc") { // "after talks between A and B, C and D left"
		nodes = nodes[:2]
	}
	for _, x := range nodes {
		if own := t.caseOf(x); own != "" { // "with A and with B", "in A and at B"
			add(own, x)
		} else {
			add(c, x)
		}
	}
	if world.RelationalNoun.Has(t.nodes[k].lemma) {
		for _, o := range t.kids(k, "nmod") {
			if t.caseOf(o) == "of" {
				add(c+" "+t.nodes[k].form+" of", t.conjuncts(o)...)
			}
		}
	}
	if strings.HasSuffix(c, " with") { // "together with" is a "with" too
		add("with", t.conjuncts(k)...)
	}
}

// liftModifiers gives a verb the phrases with "with" that the parser hung on its
// object: a matter is discussed with somebody.
func (t *tree) liftModifiers(k int, add func(string, ...int)) {
	for _, x := range t.conjuncts(k) {
		for _, m := range t.kids(x, "nmod") {
			if t.withPerson(m) {
				t.addCase(m, add)
			}
		}
	}
}

// between adds the sides of an agreement or meeting that the parser hung on what
// it is about.
func (t *tree) between(i, depth int, add func(string, ...int)) {
	for _, k := range t.kids(i, "nmod") {
		if t.caseOf(k) == "between" {
			if depth > 0 && len(t.conjuncts(k)) > 1 && t.nodes[k].mention >= 0 {
				t.addCase(k, add)
			}
		} else if depth < 4 && t.nodes[k].mention < 0 {
			t.between(k, depth+1, add)
		}
	}
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

// shareNames adds the phrases of k that lead to someone. Whether "sent tents to
// Peru" is read with Peru at the tents or at the sending is a toss-up, so verb
// and object both have it.
func (t *tree) shareNames(k, depth int, add func(string, ...int)) {
	for _, x := range t.kids(k, "nmod") {
		if c := t.caseOf(x); t.nodes[x].mention < 0 && (c == "in" || c == "worth" || c == "of" && world.QuantityNoun.Has(t.nodes[k].lemma)) && depth < 2 { // "$2 million in aid to Peru", "a package of sanctions against Peru"
			t.shareNames(x, depth+1, add)
		}
		if m := t.mentionAt(x); m != nil && (m.Type == entity.Person || m.Type == entity.Country || m.Type == entity.Organization) {
			switch t.caseOf(x) {
			case "to", "for", "on", "against", "from", "with":
				t.addCase(x, add)
			}
		}
	}
}

func (t *tree) fillNoun(i int, add func(string, ...int)) {
	n := &t.nodes[i]
	for _, k := range t.kids(i, "nmod:poss") {
		add("possessor", t.conjuncts(k)...)
	}
	if !t.hasKid(i, "nmod:poss") || t.hasKid(i, "nsubj") || t.oneOf(i) || t.office(i) >= 0 {
		add("subject", t.nounSubjects(i)...)
	}
	for _, k := range t.kids(i, "nmod", "obl") {
		if t.nodes[k].deprel == "nmod:poss" {
			continue
		}
		t.addCase(k, add)
		if t.caseOf(k) == "of" { // "the signing of a treaty by A and B"
			for _, x := range t.kids(k, "nmod") {
				if c := t.caseOf(x); c == "by" || c == "between" {
					t.addCase(x, add)
				}
			}
		}
	}
	if world.ActNoun.Has(n.lemma) || n.lemma == "signing" { // "a treaty on railways between A and B"
		t.between(i, 0, add)
	}
	for _, k := range t.kids(i, "nmod") { // "the support of Kenya for Peru", where the parser hangs Peru on Kenya
		if m := t.mentionAt(k); m == nil || m.Kind != entity.Named || t.nodes[k].deprel == "nmod:poss" {
			continue
		}
		for _, x := range t.kids(k, "nmod") {
			if c := t.caseOf(x); c == "for" || c == "by" || c == "with" || c == "to" || c == "against" {
				t.addCase(x, add)
			}
		}
	}
	add("modifier", t.modifiers(i)...)
	for _, k := range t.kids(i, "appos") {
		add("apposition", t.conjuncts(k)...)
	}
	for _, k := range t.kids(i, "acl", "xcomp", "ccomp", "advcl") {
		if t.nodes[k].deprel != "acl:relcl" {
			add("complement", t.conjuncts(k)...)
		}
	}
	if c := t.container(i); c != i { // "sent a letter of thanks to"
		for _, k := range t.kids(c, "nmod") {
			if k > i && t.nodes[k].deprel != "nmod:poss" {
				t.addCase(k, add)
			}
		}
		i, n = c, &t.nodes[c]
	}
	for _, v := range t.relativeVerbs(i) {
		if world.LightVerb.Has(t.nodes[v].lemma) { // "ties, which were raised to", "the visit that he paid to"
			t.fillOblique(v, add)
		}
	}
	if n.head < 0 {
		return
	}
	// What the carrying verb adds: "held talks on Monday with", "paid a visit to".
	g := n.head
	light := world.LightVerb.Has(t.nodes[g].lemma) && t.isVerb(g)
	if light && (n.deprel == "obj" || n.deprel == "nsubj:pass") || n.deprel == "nsubj" && world.OccurrenceVerb.Has(t.nodes[g].lemma) && t.isVerb(g) || light && rel(n.deprel) == "obl" && (t.caseOf(i) == "in" || t.caseOf(i) == "into") {
		t.fillOblique(g, add)
		if n.deprel == "obj" && t.nodes[g].lemma == "have" {
			return
		}
	} else if n.deprel == "obj" && n.mention < 0 { // what follows the object directly may be its own
		end := t.extent(i).Last
		for _, k := range t.kids(g, "obl") {
			if c := t.caseOf(k); (c == "for" || c == "to" || c == "on" || c == "against" || c == "with") && t.nodes[t.subtree(k, nil)[0]].tokens.First == end && !t.isTime(k) {
				t.addCase(k, add)
			}
		}
	}
	if n.deprel == "conj" && t.isNominal(g) { // "talks and a working lunch with"
		for _, k := range t.kids(g, "nmod") {
			if t.nodes[k].deprel != "nmod:poss" {
				t.addCase(k, add)
			}
		}
	}
	for _, k := range t.kids(i, "conj") { // "a visit and talks with", the last carries the phrase
		if !t.hasKid(i, "nmod") && t.nodes[k].upos == "NOUN" {
			for _, m := range t.kids(k, "nmod") {
				if t.nodes[m].deprel != "nmod:poss" {
					t.addCase(m, add)
				}
			}
		}
	}
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
