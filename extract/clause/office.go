package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// officeAt tells whether node i is an office without a name: "head of the bank".
func (t *tree) officeAt(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Kind == entity.Nominal && m.Type == entity.Person && len(m.Offices) > 0
}

// office returns the mention at node i if it says an office of somebody else
// than itself names, -1 if not.
func (t *tree) office(i int) int {
	if !t.officeAt(i) {
		return -1
	}
	g, deprel := t.nodes[i].head, t.nodes[i].deprel
	switch {
	case t.hasKid(i, "cop", "nsubj"), t.caseOf(i) == "as", deprel == "xcomp" && g >= 0,
		deprel == "obj" && world.CopularVerb.Has(t.nodes[g].lemma), t.postOf(i) >= 0, deprel == "conj" && t.office(g) >= 0:
		return t.nodes[i].mention
	}
	return -1
}

// postOf returns the verb whose subject has the post that the office at node i
// names, -1 if there is none: "held the post of director".
func (t *tree) postOf(i int) int {
	post := t.nodes[i].head
	if post < 0 || t.caseOf(i) != "of" || !world.PostNoun.Has(t.nodes[post].lemma) || t.nodes[post].mention >= 0 {
		return -1
	}
	v := t.nodes[post].head
	if v < 0 || !t.isVerb(v) || t.passive(v) {
		return -1
	}
	if d := t.nodes[post].deprel; d == "obj" && world.TenureVerb.Has(t.nodes[v].lemma) ||
		d == "obl" && (t.caseOf(post) == "from" && t.quits(v) || t.caseOf(post) == "into") {
		return v
	}
	return -1
}

// Post tells whether a noun means an office that "of" names: "the post of head".
func Post(lemma string) bool { return world.PostNoun.Has(lemma) }

// quits tells whether the verb at node v says that an office ends: "resigns",
// "steps down".
func (t *tree) quits(v int) bool {
	l := t.nodes[v].lemma
	return world.TenureEndVerb.Has(l) || world.SteppingVerb.Has(l) &&
		slices.ContainsFunc(t.nodes[v].kids, func(k int) bool { return world.SteppingParticle.Has(t.nodes[k].form) })
}

// replaced returns those whose office at node i another takes: Sato in "Ito
// succeeded Sato as minister".
func (t *tree) replaced(i int) []int {
	g := t.nodes[i].head
	if g < 0 || t.caseOf(i) != "as" || !world.SuccessionVerb.Has(t.nodes[g].lemma) || t.passive(g) {
		return nil
	}
	if o := t.kid(g, "obj"); o >= 0 && t.isActor(o) {
		return t.conjuncts(o)
	}
	return nil
}

// mendOffices hangs offices on whom and on what says that they hold them, where
// the parser, which reads an office word by word, hangs them elsewhere.
func (t *tree) mendOffices() {
	last := -1 // the office before
	for i := range t.nodes {
		if !t.officeAt(i) {
			continue
		}
		first := t.nodeAt(t.mentionAt(i).Tokens.First)
		if who, be := t.subjectBefore(first); who >= 0 && !t.hasKid(i, "nsubj") {
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
		} else if v := t.servesAs(first); v >= 0 {
			t.hang(i, v, "obl")
			t.hang(first-1, i, "case")
		} else if last >= 0 && t.office(last) >= 0 && t.office(i) < 0 && t.joins(t.mentionAt(last).Tokens.Last, t.mentionAt(i).Tokens.First) {
			t.hang(i, last, "conj")
		}
		last = i
	}
}

// nodeAt returns the node that covers a token.
func (t *tree) nodeAt(token int) int {
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
	for k := 0; k < to; k++ {
		switch {
		case t.nodes[k].upos == "PUNCT" || t.nodes[k].upos == "NUM":
			continue
		case !t.isPerson(k) || slices.ContainsFunc(t.nodes[k:to], func(n node) bool { return n.upos == "VERB" || n.upos == "AUX" }):
			return -1
		}
		return k
	}
	return -1
}

// raise puts node i in the place of node k, on which it may depend.
func (t *tree) raise(i, k int) {
	for h := t.nodes[i].head; h >= 0; h = t.nodes[h].head {
		if h != k {
			continue
		}
		g, deprel := t.nodes[k].head, t.nodes[k].deprel
		old := t.nodes[i].head
		t.nodes[old].kids = slices.DeleteFunc(t.nodes[old].kids, func(x int) bool { return x == i })
		t.nodes[i].head, t.nodes[i].deprel = g, deprel
		if g >= 0 {
			t.nodes[g].kids = append(t.nodes[g].kids, i)
			slices.Sort(t.nodes[g].kids)
		}
		return
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
