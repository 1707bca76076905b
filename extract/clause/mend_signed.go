package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// mendSignedPaper makes "signed" behind an agreement a participle of it, where those who
// signed follow behind a preposition: "a memorandum (MoU) signed between Chile and Ghana".
func (t *tree) mendSignedPaper() {
	for i := 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if !world.SigningVerb.Has(n.lemma) || n.xpos != "VBD" && n.xpos != "VBN" || !t.isSignedBetween(i) ||
			t.hasKid(i, "aux", "aux:pass", "obj", "ccomp") {
			continue
		}
		p := t.beforeBrackets(i - 1)
		if p < 0 || t.nodes[p].deprel == "flat" || !t.namesPaper(p) {
			continue
		}
		if q := t.nodes[p].head; q >= 0 && q < p && t.caseOf(p) == "of" && world.AgreementNoun.Has(t.nodes[q].lemma) {
			p = q // "a memorandum of understanding"
		}
		if t.nodes[p].head == i && !t.freePaper(i, p) {
			continue
		}
		t.hang(i, p, "acl")
		n.upos, n.xpos = "VERB", "VBN"
	}
}

// freePaper gives agreement p, which the parser took for a part of verb i, the place of the
// verb, unless that is all the sentence tells: "Deal signed between Chile and Ghana".
func (t *tree) freePaper(i, p int) bool {
	h, m := t.nodes[i].head, t.kid(i, "mark")
	switch {
	case h < 0:
		return false
	case t.nodes[h].upos == "DET" && h < p: // its article stands where the agreement should
		t.hang(p, t.nodes[h].head, t.nodes[h].deprel)
		t.hang(h, p, "det")
	case m >= 0 && m < p && slices.Contains(sequels, t.nodes[m].form): // "after a deal signed"
		t.hang(p, h, "obl")
		t.hang(m, p, "case")
	case t.hasKid(p, "case"):
		t.hang(p, h, "obl")
	default:
		return false
	}
	return true
}

// isSignedBetween tells whether those who did something follow right behind verb i.
func (t *tree) isSignedBetween(i int) bool {
	if i+1 >= len(t.nodes) {
		return false
	}
	switch t.nodes[i+1].form {
	case "between", "by", "with":
		return true
	}
	return false
}

// beforeBrackets returns node i, or the one before the brackets that end there.
func (t *tree) beforeBrackets(i int) int {
	if i < 0 || t.nodes[i].form != ")" {
		return i
	}
	for i >= 0 && t.nodes[i].form != "(" {
		i--
	}
	return i - 1
}

// namesPaper tells whether node i ends the words for an agreement.
func (t *tree) namesPaper(i int) bool {
	if world.AgreementNoun.Has(t.nodes[i].lemma) {
		return true
	}
	h := t.nodes[i].head
	if t.mentionAt(i) != nil && t.mentionAt(i).Type == entity.Agreement {
		return true
	}
	return h >= 0 && h < i && rel(t.nodes[i].deprel) == "nmod" && t.caseOf(i) == "of" && world.AgreementNoun.Has(t.nodes[h].lemma)
}

// sequels stand before clauses and before nouns.
var sequels = []string{"after", "before", "since", "until"}

// mendPaperOn hangs what an agreement is on on the agreement, not on the verb that concludes it:
// "has entered into a pact with Chile on salmon farming".
func (t *tree) mendPaperOn() {
	for i := range t.nodes {
		if !t.isVerb(i) {
			continue
		}
		o := t.kid(i, "obj")
		if o < i || !world.AgreementNoun.Has(t.nodes[o].lemma) || t.mentionAt(o) != nil {
			continue
		}
		for _, k := range t.kids(i, "obl") {
			if k > o && t.caseOf(k) == "on" && t.nodes[k].upos == "NOUN" && t.nodes[k].mention < 0 && !t.isTime(k) &&
				t.extent(o).Last == t.first(k) {
				t.hang(k, o, "nmod")
			}
		}
	}
}
