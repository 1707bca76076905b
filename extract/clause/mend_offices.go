package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Mends of offices, which the parser reads word by word: they hang on whom and on
// what says that they hold them.

// mendOfficePredicates makes an office behind somebody and a form of "be" the
// predicate.
func (t *tree) mendOfficePredicates() {
	for i := range t.nodes {
		if !t.officeAt(i) {
			continue
		}
		who, be := t.subjectBefore(t.officeStart(i))
		if who < 0 || t.hasKid(i, "nsubj") {
			continue
		}
		t.raise(i, who)
		t.hang(be, i, "cop")
		t.hang(who, i, "nsubj")
		if t.nodes[be-1].form == "to" {
			t.hang(be-1, i, "mark")
		}
		for _, k := range t.kids(who, "conj") { // "to be Secretary, vice Sato"
			if k > i {
				t.hang(k, i, "dep")
			}
		}
	}
}

// mendOfficeServed hangs the office after "as" on the verb of serving before it.
func (t *tree) mendOfficeServed() {
	for i := range t.nodes {
		if !t.officeAt(i) {
			continue
		}
		first := t.officeStart(i)
		if v := t.servesAs(first); v >= 0 {
			t.hang(i, v, "obl")
			t.hang(first-1, i, "case")
		}
	}
}

// mendOfficeLists coordinates an office with the one before where no more than
// place and time stand between.
func (t *tree) mendOfficeLists() {
	last := -1 // the office before
	for i := range t.nodes {
		if !t.officeAt(i) {
			continue
		}
		if last >= 0 && t.office(last) >= 0 && t.office(i) < 0 &&
			t.joins(t.mentionAt(last).Tokens.Last, t.mentionAt(i).Tokens.First) {
			t.hang(i, last, "conj")
		}
		last = i
	}
}

// officeStart returns the node with which the office at node i begins.
func (t *tree) officeStart(i int) int {
	token := t.mentionAt(i).Tokens.First
	return slices.IndexFunc(t.nodes, func(n node) bool { return token < n.tokens.Last })
}

// subjectBefore finds the person and the form of "be" that stand, apart from
// adverbs, right before node i: "Ito previously was", "she is now".
func (t *tree) subjectBefore(i int) (who, be int) {
	k := i - 1
	for k > 0 && t.nodes[k].upos == "ADV" {
		k--
	}
	if k < 1 || t.nodes[k].lemma != "be" {
		return -1, -1
	}
	be = k
	if t.nodes[k-1].form == "to" {
		return t.announced(k - 1), be
	}
	for k--; k > 0 && (t.nodes[k].upos == "ADV" || t.nodes[k].upos == "AUX" && t.nodes[k].lemma == "have"); k-- {
	}
	if m := t.mentionAt(k); m == nil || m.Type != entity.Person || t.nodes[k].token != m.Tokens.Last-1 {
		return -1, -1
	}
	return k, be
}

// announced returns the person at the start of a sentence that has no verb up to
// the "to be" at node to: "Ito, of Lima, to be ambassador"; -1 if there is none.
func (t *tree) announced(to int) int {
	verbal := func(n node) bool { return n.upos == "VERB" || n.upos == "AUX" }
	for k := 0; k < to; k++ {
		switch {
		case t.nodes[k].upos == "PUNCT" || t.nodes[k].upos == "NUM":
			continue
		case !t.isPerson(k) || slices.ContainsFunc(t.nodes[k:to], verbal):
			return -1
		}
		return k
	}
	return -1
}

// raise puts node i in the place of node k, on which it may depend.
func (t *tree) raise(i, k int) {
	for h := t.nodes[i].head; h >= 0; h = t.nodes[h].head {
		if h == k {
			t.hang(i, t.nodes[k].head, t.nodes[k].deprel)
			return
		}
	}
}

// servesAs finds the verb of which the "as" before node i tells the office:
// "served in the last government as minister".
func (t *tree) servesAs(i int) int {
	if i < 2 || t.nodes[i-1].form != "as" {
		return -1
	}
	for v := i - 2; v >= 0; v-- {
		switch {
		case t.isVerb(v):
			if world.ServingVerb.Has(t.nodes[v].lemma) {
				return v
			}
			return -1
		case t.nodes[v].form == "," || t.nodes[v].form == ";":
			return -1
		}
	}
	return -1
}

// joins tells whether tokens [first, last) between two offices do no more than
// part them and tell where and when the first was held: "in Lima (2002-03),
// then".
func (t *tree) joins(first, last int) bool {
	linked := false
	for k, depth := first, 0; k < last; k++ {
		tok := &t.sentence.Tokens[k]
		form := strings.ToLower(tok.Form)
		switch {
		case form == "(":
			depth++
		case form == ")":
			depth--
		case depth > 0 || world.OfficeJoiner.Has(form) || isYear(form) || world.Month.Number(form) > 0 || isDash(form):
			linked = linked || form == "," || form == ";" || form == "and"
		case tok.UPOS == "PROPN" || tok.UPOS == "ADV" && !strings.HasPrefix(form, "w"):
		default:
			return false
		}
	}
	return linked
}
