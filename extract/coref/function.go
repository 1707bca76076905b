package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// The functions that are asked for by name.
const (
	subjectRole = "subject"
	objectRole  = "object"
	ownerRole   = "owner"
)

// anchor is the token by which a mention depends on the words around it: the
// parser hangs a name, with its titles, by its last one.
func (r *roster) anchor(m *entity.Mention) int {
	tokens := r.tokens(m)
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
func (r *roster) functionOf(m *entity.Mention) string {
	tokens := r.tokens(m)
	w := &tokens[r.anchor(m)]
	if m.Kind == entity.Pronoun && owns(w) {
		return ownerRole
	}
	list := ""
	for step := 0; w.Deprel == "conj" && w.Head >= 0 && step < 5; step++ {
		w, list = &tokens[w.Head], "+"
	}
	switch short := universal(w.Deprel); {
	case short == "" && r.isSubject(m):
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

// owns tells whether a pronoun is "his", or "her" before what it owns.
func owns(w *nlp.Token) bool {
	switch strings.ToLower(w.Form) {
	case "his":
		return true
	case "her":
		return w.Deprel == "nmod:poss" || w.Deprel == "" && w.XPOS == "PRP$"
	}
	return false
}

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

// isSubject tells whether a mention is the subject of its sentence's main
// clause, as far as order and dependencies tell.
func (r *roster) isSubject(m *entity.Mention) bool {
	if m.Kind == entity.Pronoun && !world.SubjectPronoun.Has(strings.ToLower(r.text(m.Span))) {
		return false
	}
	tokens := r.tokens(m)
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	first := m.Tokens.First
	if first == 0 {
		return true
	}
	before := strings.ToLower(tokens[first-1].Form)
	if world.ClauseOpener.Has(before) {
		return m.Type == entity.Person || m.Type == ""
	}
	return world.SubjectOpener.Has(before)
}

// clauseSubject tells whether a thing is followed by a verb or governs one.
func (r *roster) clauseSubject(m *entity.Mention) bool {
	tokens := r.tokens(m)
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	if m.Tokens.Last >= len(tokens) {
		return false
	}
	next := tokens[m.Tokens.Last]
	return next.UPOS == "VERB" || next.UPOS == "AUX" || world.StateActVerbForm.Has(strings.ToLower(next.Form))
}

// verbOf gives the nearest verb above a mention, -1 where it is not parsed.
func (r *roster) verbOf(m *entity.Mention) int {
	tokens := r.tokens(m)
	k := r.anchor(m)
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
