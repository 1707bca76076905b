package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// above tells whether o belongs to a clause above that of m.
func (r *roster) above(m, o *entity.Mention) bool {
	verb, tokens := r.verbOf(o), r.tokens(m)
	if verb < 0 {
		return false
	}
	for k, step := r.verbOf(m), 0; k >= 0 && step < 20; step++ {
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
func (r *roster) bound(last, i int) bool {
	m, o := &r.Mentions[i], &r.Mentions[last]
	if m.Sentence != o.Sentence {
		return false
	}
	tokens := r.tokens(m)
	if w := strings.ToLower(tokens[m.Head].Form); w == "himself" || w == "herself" {
		return false
	}
	own, function := r.functionOf(m), r.functionOf(o)
	if own == ownerRole || strings.HasSuffix(own, "+") || own == "appos" || tokens[m.Head].Deprel == "" {
		return false
	}
	verb, above := r.verbOf(m), r.verbOf(o)
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

// controller gives the verb whose subject, or object, is the subject of a verb
// that may have none itself, -1 if there is none: of "urged Eva to renew her
// pledge" the object of "urged".
func controller(tokens []nlp.Token, verb int) (up int, role string) {
	for step := 0; step < 4 && !has(tokens, verb, "nsubj"); step++ {
		relation := universal(tokens[verb].Deprel)
		up := tokens[verb].Head
		if up < 0 || relation != "xcomp" && relation != "advcl" && relation != "conj" {
			return -1, ""
		}
		if relation == "xcomp" && has(tokens, up, "obj") {
			return up, objectRole
		}
		verb = up
	}
	return verb, subjectRole
}

// path writes the relations from a up to the word above both and down to b:
// "owner of the object and subject of a verb" is "nmod>obj^V^nsubj".
func (r *roster) path(a, b *entity.Mention) string {
	tokens := r.tokens(a)
	chain := func(k int) (heads []int) {
		for ; k >= 0 && len(heads) < 14; k = tokens[k].Head {
			heads = append(heads, k)
		}
		return heads
	}
	relations := func(heads []int) (list []string) {
		for _, k := range heads {
			if d := tokens[k].Deprel; d == "acl:relcl" || d == "nmod:poss" {
				list = append(list, d)
			} else {
				list = append(list, universal(d))
			}
		}
		return list
	}
	if tokens[r.anchor(a)].Deprel == "" {
		return ""
	}
	x, y := chain(r.anchor(a)), chain(r.anchor(b))
	for p, k := range x {
		q := slices.Index(y, k)
		if q < 0 {
			continue
		}
		top := "^N^"
		if tokens[k].UPOS == "VERB" || tokens[k].UPOS == "AUX" {
			top = "^V^"
		}
		up, down := relations(x[:p]), relations(y[:q])
		slices.Reverse(down)
		return strings.Join(slices.Compact(up), ">") + top + strings.Join(slices.Compact(down), ">")
	}
	return ""
}

// under gives the relation by which the branch with a pronoun hangs on the verb
// of which a later mention is the subject: "In his speech, Banda".
func (r *roster) under(m, o *entity.Mention) string {
	tokens := r.tokens(m)
	subject := &tokens[r.anchor(o)]
	if universal(subject.Deprel) != "nsubj" {
		return "no subject"
	}
	for k, n := r.anchor(m), 0; k >= 0 && n < 20; k, n = tokens[k].Head, n+1 {
		if tokens[k].Head == subject.Head {
			return universal(tokens[k].Deprel)
		}
	}
	return "apart"
}

// has tells whether a token governs one with a relation.
func has(tokens []nlp.Token, head int, relation string) bool {
	return slices.ContainsFunc(tokens, func(w nlp.Token) bool {
		return w.Head == head && (w.Deprel == relation || strings.HasPrefix(w.Deprel, relation+":"))
	})
}
