package clause

import (
	"github.com/relata-graph/relata/extract/world"
)

// lacksObject tells whether the noun before a relative clause without an object
// is its object: "the tariffs Peru imposed", but not "the day when Peru voted".
func (t *tree) lacksObject(i int) bool {
	for _, k := range t.nodes[i].kids {
		n := &t.nodes[k]
		pronoun := world.RelativePronoun.Has(n.form)
		switch r := rel(n.deprel); {
		case world.NonObjectRelative.Has(n.form), r == "ccomp", r == "xcomp", r == "cop",
			pronoun && (r == "nsubj" || t.hasKid(k, "case")), n.upos == "ADP" && r != "mark" && k > i:
			return false
		}
	}
	h := t.nodes[i].head
	return t.hasKid(i, "nsubj") && !t.isTime(h) && t.nodes[h].lemma != "way"
}

// antecedent returns the noun that a relative pronoun k in clause i stands for,
// -1 if k is none.
func (t *tree) antecedent(i, k int) int {
	if !world.RelativePronoun.Has(t.nodes[k].form) || t.nodes[k].upos == "DET" && t.nodes[k].deprel == "det" {
		return -1
	}
	for hops := 0; i >= 0 && hops < 8; hops++ {
		switch t.nodes[i].deprel {
		case "acl:relcl":
			h := t.nodes[i].head
			if a := &t.nodes[h]; a.deprel == "appos" && a.mention < 0 && t.nodes[k].form == "who" && t.isPerson(a.head) {
				return a.head // "Bolton, now an adviser, who argued"
			}
			return h
		case "conj", "xcomp", "ccomp", "advcl":
			i = t.nodes[i].head
		default:
			return t.before(k)
		}
	}
	return -1
}

// amongWhom gives those who are said to be among the people at node k: "A and B were among the
// leaders who came".
func (t *tree) amongWhom(k int) []int {
	if k < 0 || t.isNamed(k) || t.caseOf(k) != "among" || !t.hasKid(k, "cop") {
		return nil
	}
	var out []int
	for _, s := range t.kids(k, "nsubj") {
		if t.nodes[s].upos != "PRON" || !world.RelativePronoun.Has(t.nodes[s].form) {
			out = append(out, t.conjuncts(s)...)
		}
	}
	return out
}

// before returns the named person that "who" or "with whom" follows directly, -1 if
// none: parsers read "Nasser, who came along, declined" in many ways.
func (t *tree) before(k int) int {
	if f := t.nodes[k].form; f != "who" && f != "whom" {
		return -1
	}
	if k > 0 && t.nodes[k].form == "whom" && t.nodes[k-1].form == "with" {
		k--
	}
	if k--; k >= 0 && t.nodes[k].form == "," {
		k--
	}
	if k >= 0 && t.isPerson(k) {
		return k
	}
	return -1
}

// beforePlace returns the named person that stands before the place before "who" at node w, -1 if
// none: "Kimani in Lima, who".
func (t *tree) beforePlace(w int) int {
	k := w - 1
	if k >= 0 && t.nodes[k].form == "," {
		k--
	}
	if k < 2 || t.nodes[k].upos != "PROPN" || t.isPerson(k) || t.nodes[k-1].upos != "ADP" || !t.isPerson(k-2) {
		return -1
	}
	return k - 2
}

// relativeVerbs returns the verbs of relative clauses that have noun i as object:
// "ties, which were raised", "the tariffs that Peru imposed".
func (t *tree) relativeVerbs(i int) []int {
	var out []int
	for _, v := range t.kids(i, "acl:relcl") {
		o := t.kid(v, "obj")
		if t.passive(v) {
			o = t.kid(v, "nsubj:pass")
		}
		if o >= 0 && t.antecedent(v, o) == i || o < 0 && t.isVerb(v) && t.lacksObject(v) {
			out = append(out, v)
		}
	}
	return out
}

// aboutNoun tells whether a clause has no subject but a relative pronoun.
func (t *tree) aboutNoun(k int) bool {
	s := t.kid(k, "nsubj", "nsubj:pass")
	return s < 0 || world.RelativePronoun.Has(t.nodes[s].form)
}

// relativeSubject tells whether the subject of a relative clause is its pronoun.
func (t *tree) relativeSubject(a int) bool {
	s := t.kid(a, "nsubj")
	return s >= 0 && world.RelativePronoun.Has(t.nodes[s].form)
}
