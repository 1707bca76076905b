// Package clause turns dependency trees into predicates with their arguments by
// function, so that a rule never sees syntax: passives are active, coordination
// is distributed, subjects are carried into infinitives, participles and
// relative clauses, and nouns of action ("held talks with", "Ishiba's visit to
// Peru") are predicates as verbs are.
//
// In come sentences with tags and the mentions in them: Parse gives them trees,
// and once it is known who is who, Analyzer reads the trees. Out come Predicates:
// what happens or holds, who has which part in it and what it is about, how real
// it is (planned, denied), when and where, at what occasion and who says so. Bare
// and Behind read time and place where there is no tree to ask. What words do in a
// clause stands in the classes of package world, not here.
//
// The package may not know rules, relations or facts, nor who is who over
// documents; of one document it knows a sentence and the days told before it.
//
// Files stand on floors, each asking only those below it: what is read as one word
// (group); the tree and what is asked of it (nominal, verb, relative, office); the
// calendar, which knows words only; mends, a table of the parser's mistakes, each in
// a file of its subject, and the tree built with them; phrases and their text;
// verdict and status; circumstances (when, where); subjects and the speaker; topics;
// arguments; predicates. Parse stands beside: it sets tags right (retag) and hides from the
// parser what would lead it astray.
package clause

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// An Analyzer finds the predicates of documents. Its zero value finds all.
type Analyzer struct {
	// Want tells whether a predicate with this lemma or form is of use; nil wants all.
	Want func(kind Kind, lemma, form string) bool
	// Offices tells whether predicates that say an office are of use, whatever Want says.
	Offices bool
}

// Predicates returns the predicates of one parsed sentence in text order. date
// is the document's date in ISO 8601, "" if unknown; mentions are the indexes
// of the sentence's mentions. It gives the tokens of the sentence the arcs of the tree
// that it has mended. Safe for concurrent use with other sentences.
func (a Analyzer) Predicates(doc *entity.Document, sentence int, mentions []int, date string) []Predicate {
	t := newTree(doc, sentence, mentions)
	t.write()
	s, c := subjectsOf(t), clockOf(t, sentence, date)
	var out []Predicate
	for i := range t.nodes {
		if kind, ok := t.kindOf(i); ok && a.wants(t, kind, i) {
			p := Predicate{Kind: kind, Sentence: sentence}
			p.read(s, c, i)
			out = append(out, p)
		}
	}
	return out
}

// wants tells whether the predicate at node i is of use.
func (a Analyzer) wants(t *tree, kind Kind, i int) bool {
	return a.Want == nil || a.Want(kind, t.nodes[i].lemma, t.nodes[i].form) || a.Offices && t.office(i) >= 0
}

// read sets what the tree tells of the predicate at node i.
func (p *Predicate) read(s *subjects, c *clock, i int) {
	n := &s.nodes[i]
	p.Token, p.Lemma, p.Form, p.Office = n.token, n.lemma, n.form, s.office(i)
	k := i
	if rel(n.deprel) == "cop" { // "was in Ghana": the clause hangs on Ghana
		k = n.head
	}
	p.Words = s.phrase(k)
	p.Under = s.governors(k)
	p.Args = argumentsOf(s, p.Kind, k)
	p.Status = s.status(k)
	if p.Office >= 0 {
		p.Past = s.held(i)
		if s.leaves(i) && p.Status == "planned" {
			p.Status = "actual"
		}
		for _, x := range s.replaced(i) {
			p.Args = append(p.Args, s.arg("predecessor", x))
		}
	}
	if p.Status == "planned" {
		p.Stance = s.stance(k)
	}
	m := c.date(k, &p.Status)
	p.Date, p.Days, p.Dated = m.date, m.days, m.own
	p.Place = s.where(k)
	p.Here = p.Place < 0 && s.kidLemma(k, "advmod", "here")
	p.When = rel(s.nodes[k].deprel) == "advcl" &&
		(s.kidLemma(k, "advmod", "when") || s.kidLemma(k, "mark", "when", "since"))
	p.Perfect = s.kidLemma(k, "aux", "have")
	p.Recent = s.recent(k)
	p.Now = s.now(k)
	p.Event = s.occasion(k)
	if p.Speaker = s.speaker(k); p.Speaker < 0 {
		p.Speaker = s.quoting(k)
	}
	if p.Speaker >= 0 {
		said := s.doc.Mentions[p.Speaker].Tokens
		p.Args = append(p.Args, Arg{Function: "speaker", Mention: p.Speaker, Tokens: said})
		if s.unsaid(k) {
			p.Args = append(p.Args, Arg{Function: "subject", Mention: p.Speaker, Tokens: said})
		}
	}
}

// argumentsOf returns the arguments of the predicate at node i.
func argumentsOf(s *subjects, kind Kind, i int) []Arg {
	a := arguments{subjects: s, of: i, seen: map[filler]bool{}}
	if kind == Verb {
		if !s.isVerb(i) { // "was in Ghana"
			for _, k := range s.conjuncts(i) {
				a.list = append(a.list, s.arg(s.caseOf(i), k))
			}
		}
		a.addVerb()
	} else {
		a.addNoun()
	}
	list := append(a.list, s.topicsOf(i)...)
	if kind == Verb {
		list = append(list, s.purposesOf(i)...)
	}
	return append(list, s.arg("self", i))
}

// kindOf returns the word class of the predicate at node i; ok is false if there is
// none.
func (t *tree) kindOf(i int) (kind Kind, ok bool) {
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
	// "sit down with", "look forward to", "closely with", "act as mediator"
	for _, k := range t.kids(i, "obl", "advmod", "compound", "nmod") {
		if t.nodes[k].deprel == "obl" && t.nodes[k].upos == "NOUN" && t.nodes[k].mention < 0 {
			add(k)
		}
		if t.isTime(k) { // "touched down on Tuesday" is not "touched on"
			continue
		}
		for _, c := range t.kids(k, "case", "advmod") {
			add(c)
		}
	}
	for _, k := range t.kids(i, "advcl", "xcomp", "ccomp") { // "call for ending the war", "insist on paying"
		if k > i && t.nodes[k].xpos == "VBG" && !t.hasKid(k, "nsubj") {
			for _, c := range t.kids(k, "mark") {
				add(c)
			}
		}
	}
	// "take over from", wherever the parser hangs "over"
	if i+1 < len(t.nodes) && t.isVerb(i) && (t.nodes[i+1].upos == "ADP" || t.nodes[i+1].upos == "ADV") {
		add(i + 1)
	}
	if m := t.mentionAt(i); m != nil {
		for _, tok := range t.sentence.Tokens[m.Tokens.First:m.Tokens.Last] {
			words = append(words, strings.ToLower(tok.Lemma), strings.ToLower(tok.Form))
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
