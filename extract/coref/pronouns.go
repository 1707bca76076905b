package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A candidate is a person whom a pronoun can mean, or nobody who is named.
type candidate struct {
	e     int // nobody for none
	last  int // the last mention before the pronoun, or the first after it
	cues  []cue
	score int
}

const nobody = -1

// reach is how many sentences before a pronoun the last mention of a candidate
// stands at most.
const reach = 5

// least is how far, in hundredths of log odds, a candidate must be ahead of all
// others for a pronoun to mean him, sure how far for the pronoun to tell the
// gender.
const (
	least = 45
	sure  = 100
)

// candidates gives the people whom mention i can mean and nobody, best first.
func (t *thread) candidates(i int) []candidate {
	m := &t.Mentions[i]
	own := t.functionOf(m)
	var list []candidate
	add := func(e, at int) {
		if own == objectRole && t.bound(at, i) {
			return
		}
		if len(list) < 24 && t.fits(e, m.Gender) && !(e == t.Author && t.outside && !t.quoted[i]) && !slices.ContainsFunc(list, func(c candidate) bool { return c.e == e }) {
			list = append(list, candidate{e: e, last: at})
		}
	}
	for n, people := range append([][]int{t.people}, t.recent...) {
		for _, e := range slices.Backward(people) {
			if last, ok := t.last[e]; ok && n <= reach && m.Sentence-t.Mentions[last].Sentence <= reach {
				add(e, last)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.last - a.last })
	for n := i + 1; n < len(t.Mentions) && t.Mentions[n].Sentence == m.Sentence; n++ {
		if o := &t.Mentions[n]; o.Kind == entity.Named && o.Type == entity.Person && len(o.Entities) == 1 && !o.Inside {
			add(o.Entities[0], n)
		}
	}
	list = append(list, candidate{e: nobody})
	about := t.setting(i, list)
	for n := range list {
		c := &list[n]
		t.cuesOf(n, c, &about)
		for _, q := range c.cues {
			c.score += t.weights[q]
		}
	}
	if t.watch != nil {
		t.watch(m, list)
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.score - a.score })
	return list
}

// anchor is the token by which a mention depends on the words around it: the
// parser hangs a name, with its titles, by its last one.
func (t *thread) anchor(m *entity.Mention) int {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	for k := m.Tokens.First; k < m.Tokens.Last; k++ {
		if h := tokens[k].Head; h < m.Tokens.First || h >= m.Tokens.Last {
			return k
		}
	}
	return m.Head
}

// functionOf tells what a mention is in its clause: "subject", "object",
// "owner", "obl", "nmod", "appos", ..., of the items of a list what the first is
// with a "+", "?" where it is not parsed and shows no subject.
func (t *thread) functionOf(m *entity.Mention) string {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	w := &tokens[t.anchor(m)]
	if form := strings.ToLower(w.Form); m.Kind == entity.Pronoun && (form == "his" || form == "her" && (w.Deprel == "nmod:poss" || w.Deprel == "" && w.XPOS == "PRP$")) {
		return ownerRole
	}
	list := ""
	for step := 0; w.Deprel == "conj" && w.Head >= 0 && step < 5; step++ {
		w, list = &tokens[w.Head], "+"
	}
	switch short := universal(w.Deprel); {
	case short == "" && t.isSubject(m):
		return subjectRole
	case short == "":
		return "?"
	case short == "nsubj", short == "csubj":
		return subjectRole + list
	case short == "obj", short == "iobj":
		return objectRole + list
	case w.Deprel == "nmod:poss":
		return ownerRole + list
	default:
		return short + list
	}
}

const (
	subjectRole = "subject"
	objectRole  = "object"
	ownerRole   = "owner"
)

// plain makes a function one of a few.
func plain(function string) string {
	switch f := strings.TrimSuffix(function, "+"); f {
	case subjectRole, objectRole, ownerRole:
		return f
	case "obl", "nmod":
		return "oblique"
	}
	return "other"
}

// universal gives a relation without its subtype.
func universal(relation string) string {
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}

// voicing gives the person who voices an attitude as his own: "Ana met Eva to
// express her support", "Ana urged Eva to renew her pledge".
func (t *thread) voicing(i int) int {
	m := &t.Mentions[i]
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	if t.functionOf(m) != ownerRole || tokens[m.Head].Deprel == "" {
		return nobody
	}
	noun := tokens[m.Head].Head
	if noun < 0 || !world.AttitudeNoun.Has(tokens[noun].Lemma) || tokens[noun].Deprel != "obj" {
		return nobody
	}
	verb := tokens[noun].Head
	if verb < 0 || !world.VoicingVerb.Has(tokens[verb].Lemma) {
		return nobody
	}
	holder := subjectRole
	for step := 0; step < 4 && !has(tokens, verb, "nsubj"); step++ {
		relation := universal(tokens[verb].Deprel)
		up := tokens[verb].Head
		if up < 0 || relation != "xcomp" && relation != "advcl" && relation != "conj" {
			return nobody
		}
		if verb = up; relation == "xcomp" && has(tokens, up, "obj") {
			holder = objectRole
			break
		}
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; tokens[t.anchor(o)].Head == verb && t.functionOf(o) == holder && len(o.Entities) == 1 && t.fits(o.Entities[0], m.Gender) {
			return o.Entities[0]
		}
	}
	return nobody
}

// verbOf gives the nearest verb above a mention, -1 where it is not parsed.
func (t *thread) verbOf(m *entity.Mention) int {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	k := t.anchor(m)
	if tokens[k].Deprel == "" {
		return -1
	}
	for step := 0; k >= 0 && step < 20; step++ {
		k = tokens[k].Head
		if k >= 0 && (tokens[k].UPOS == "VERB" || tokens[k].Deprel == "root") {
			return k
		}
	}
	return -1
}

// above tells whether o belongs to a clause above that of m.
func (t *thread) above(m, o *entity.Mention) bool {
	verb, tokens := t.verbOf(o), t.NLP.Sentences[m.Sentence].Tokens
	if verb < 0 {
		return false
	}
	for k, step := t.verbOf(m), 0; k >= 0 && step < 20; step++ {
		if k = tokens[k].Head; k == verb {
			return true
		}
	}
	return false
}

// bound tells whether a mention cannot mean the same as a pronoun because both
// belong to one verb, "Ana met her", or because the pronoun belongs to a verb
// without a subject, whose subject it is: "Ana came to thank her", "Ana urged
// Eva to thank her".
func (t *thread) bound(last, i int) bool {
	m, o := &t.Mentions[i], &t.Mentions[last]
	if m.Sentence != o.Sentence {
		return false
	}
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	if w := strings.ToLower(tokens[m.Head].Form); w == "himself" || w == "herself" {
		return false
	}
	own, function := t.functionOf(m), t.functionOf(o)
	if own == ownerRole || strings.HasSuffix(own, "+") || own == "appos" || tokens[m.Head].Deprel == "" {
		return false
	}
	verb, above := t.verbOf(m), t.verbOf(o)
	if verb == above && verb >= 0 && function != ownerRole && function != "appos" && !strings.HasSuffix(function, "+") {
		return true
	}
	if own != objectRole { // "brought with him"
		return false
	}
	for step := 0; verb >= 0 && step < 4 && !has(tokens, verb, "nsubj"); step++ {
		d := universal(tokens[verb].Deprel)
		up := tokens[verb].Head
		if up < 0 || d != "xcomp" && d != "advcl" && d != "conj" {
			return false
		}
		if d == "xcomp" && has(tokens, up, "obj") && !world.ApproachVerb.Has(strings.ToLower(tokens[up].Lemma)) {
			return function == objectRole && above == up
		}
		if verb = up; function == subjectRole && above == verb {
			return true
		}
	}
	return false
}

// has tells whether a token governs one with a relation.
func has(tokens []nlp.Token, head int, relation string) bool {
	return slices.ContainsFunc(tokens, func(w nlp.Token) bool {
		return w.Head == head && (w.Deprel == relation || strings.HasPrefix(w.Deprel, relation+":"))
	})
}
