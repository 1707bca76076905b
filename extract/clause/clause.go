// Package clause turns dependency trees into predicates with their arguments by
// function, so that a rule never sees syntax: passives are active, coordination
// is distributed, subjects are carried into infinitives, participles and
// relative clauses, and nouns of action ("held talks with", "Ishiba's visit to
// Peru") are predicates as verbs are.
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
