package entity

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
)

// A cue speaks for or against a person as the one whom a pronoun means.
type cue uint8

const (
	cueKnownGender  cue = iota // the person's gender is known, and fits
	cueSameSentence            // named last in the sentence of the pronoun
	cueSentenceBefore
	cueTwoBefore
	cueSubject // what the last mention was in its sentence
	cueObject
	cueOwner
	cueMainSubject  // of the main clause, or first in its sentence
	cueBothSubject  // the pronoun is a subject too
	cueBothObject   // neither is
	cueSameClause   // subject of the clause that holds the possessive
	cueUpperSubject // subject of the clause above the pronoun's
	cueNearest
	cueSecondNearest
	cueTwice         // mentioned so often before
	cueFirst         // the first person of the document
	cueTopic         // nobody is mentioned more often before
	cueFullName      // the last mention is a name of several words
	cueOfLastSubject // subject of the sentence before, and the pronoun is one
	cueInside        // only inside another name or title
	cueChain         // he after he, subjects of two sentences
	cueNearOwner     // the nearest of the sentence, and the pronoun owns
	cueThird         // last mentioned three sentences before or more
	cuePossessor     // his after he in one sentence
	cues
)

// cueWeights are hundredths of log odds, fitted on GAP's development part and
// GUM's.
var cueWeights = [cues]int{
	cueKnownGender:    59,
	cueSameSentence:   172,
	cueSentenceBefore: 33,
	cueTwoBefore:      -117,
	cueSubject:        78,
	cueObject:         78,
	cueOwner:          62,
	cueMainSubject:    29,
	cueBothSubject:    53,
	cueBothObject:     59,
	cueSameClause:     64,
	cueUpperSubject:   39,
	cueNearest:        76,
	cueSecondNearest:  45,
	cueTwice:          18,
	cueFirst:          67,
	cueTopic:          -32,
	cueFullName:       -71,
	cueOfLastSubject:  65,
	cueInside:         29,
	cueChain:          -74,
	cueNearOwner:      63,
	cueThird:          -88,
	cuePossessor:      -176,
}

// sure is how far the best must be ahead of the others for a pronoun to tell
// the gender.
const sure = 60

// A candidate is a person whom a pronoun can mean.
type candidate struct {
	e     int
	last  int // the last mention
	score int
}

// candidates gives the people of this sentence and the last three who can be
// meant by mention i, best first.
func (t *thread) candidates(i int) []candidate {
	m := &t.Mentions[i]
	var list []candidate
	note := func(people []int) {
		for k := len(people) - 1; k >= 0; k-- {
			e := people[k]
			if len(list) == 24 {
				return
			}
			if t.fits(e, m.Gender) && !(e == t.Author && t.outside && !t.quoted[i]) && !slices.ContainsFunc(list, func(c candidate) bool { return c.e == e }) {
				if last, ok := t.last[e]; ok && m.Sentence-t.Mentions[last].Sentence <= 4 && !t.bound(last, i) {
					list = append(list, candidate{e: e, last: last})
				}
			}
		}
	}
	note(t.people)
	for n, people := range t.recent {
		if n < 3 {
			note(people)
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.last - a.last })
	topic := 0
	for _, c := range list {
		topic = max(topic, t.seen[c.e])
	}
	for n := range list {
		c := &list[n]
		for q, on := range t.cuesOf(i, n, c, topic) {
			if on {
				c.score += cueWeights[q]
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return b.score - a.score })
	return list
}

// cuesOf tells which cues hold of a candidate, the n-th nearest.
func (t *thread) cuesOf(i, n int, c *candidate, topic int) [cues]bool {
	m, o := &t.Mentions[i], &t.Mentions[c.last]
	far := m.Sentence - o.Sentence
	role, own := t.roleOf(o), t.roleOf(m)
	s := t.subject[o.Sentence]
	return [cues]bool{
		cueKnownGender:    m.Gender != UnknownGender && t.Entities[c.e].Gender == m.Gender,
		cueSameSentence:   far == 0,
		cueSentenceBefore: far == 1,
		cueTwoBefore:      far == 2,
		cueSubject:        role == roleSubject,
		cueObject:         role == roleObject,
		cueOwner:          role == roleOwner,
		cueMainSubject:    len(s) > 0 && s[0] == c.e,
		cueBothSubject:    role == roleSubject && own == roleSubject,
		cueBothObject:     role != roleSubject && own != roleSubject && own != roleOwner,
		cueSameClause:     far == 0 && own == roleOwner && t.verbOf(m) >= 0 && t.verbOf(m) == t.verbOf(o) && role == roleSubject,
		cueUpperSubject:   far == 0 && role == roleSubject && t.above(m, o),
		cueNearest:        n == 0,
		cueSecondNearest:  n == 1,
		cueTwice:          t.seen[c.e] == 2,
		cueFirst:          t.first == c.e+1,
		cueTopic:          t.seen[c.e] == topic,
		cueFullName:       o.Kind == Named && strings.Contains(o.Name, " "),
		cueOfLastSubject:  far == 1 && own == roleSubject && len(s) > 0 && s[0] == c.e,
		cueInside:         o.Inside,
		cueChain:          far == 1 && own == roleSubject && role == roleSubject && o.Kind == Pronoun,
		cuePossessor:      far == 0 && o.Kind == Pronoun,
		cueNearOwner:      far == 0 && n == 0 && own == roleOwner,
		cueThird:          far > 2,
	}
}

// A role is what a mention is in its clause.
type role uint8

const (
	roleOther role = iota
	roleSubject
	roleObject
	roleOwner
	roleJoined // to another by "and", or in apposition
)

// anchor is the token by which a mention depends on the words around it: the
// parser hangs a name, with its titles, by its last one.
func (t *thread) anchor(m *Mention) int {
	tokens := t.NLP.Sentences[m.Sentence].Tokens
	for k := m.Tokens.First; k < m.Tokens.Last; k++ {
		if h := tokens[k].Head; h < m.Tokens.First || h >= m.Tokens.Last {
			return k
		}
	}
	return m.Head
}

func (t *thread) roleOf(m *Mention) role {
	w := &t.NLP.Sentences[m.Sentence].Tokens[t.anchor(m)]
	switch d, _, _ := strings.Cut(w.Deprel, ":"); {
	case d == "":
		if m.Kind == Pronoun && possessives[strings.ToLower(w.Form)].kind != "" {
			return roleOwner
		}
		if t.isSubject(m) {
			return roleSubject
		}
	case d == "nsubj", d == "csubj":
		return roleSubject
	case d == "obj", d == "iobj":
		return roleObject
	case w.Deprel == "nmod:poss":
		return roleOwner
	case d == "conj", d == "appos":
		return roleJoined
	}
	return roleOther
}

// verbOf gives the nearest verb above a mention, -1 where it is not parsed.
func (t *thread) verbOf(m *Mention) int {
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
func (t *thread) above(m, o *Mention) bool {
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
	if own := t.roleOf(m); own == roleOwner || own == roleJoined || tokens[m.Head].Deprel == "" {
		return false
	}
	verb, above, r := t.verbOf(m), t.verbOf(o), t.roleOf(o)
	if (r == roleSubject || r == roleObject || r == roleOther) && verb == above && verb >= 0 {
		return true
	}
	if t.roleOf(m) != roleObject { // "brought with him"
		return false
	}
	for step := 0; verb >= 0 && step < 4 && !has(tokens, verb, "nsubj"); step++ {
		d, _, _ := strings.Cut(tokens[verb].Deprel, ":")
		up := tokens[verb].Head
		if up < 0 || d != "xcomp" && d != "advcl" && d != "conj" {
			return false
		}
		if d == "xcomp" && has(tokens, up, "obj") && !approaching[strings.ToLower(tokens[up].Lemma)] {
			return r == roleObject && above == up
		}
		if verb = up; r == roleSubject && above == verb {
			return true
		}
	}
	return false
}

// approaching verbs have a purpose that is their subject's: "Ana called Eva to
// thank her".
var approaching = set(`call phone telephone ring meet visit promise`)

// has tells whether a token governs one with a relation.
func has(tokens []nlp.Token, head int, relation string) bool {
	return slices.ContainsFunc(tokens, func(w nlp.Token) bool {
		return w.Head == head && (w.Deprel == relation || strings.HasPrefix(w.Deprel, relation+":"))
	})
}
