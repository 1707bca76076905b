package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A node is a token of the tree, or a whole named mention, which the parser
// read as one token.
type node struct {
	token   int       // the token that carries the arc; last of a mention
	tokens  nlp.Range // what the node covers
	mention int       // index into entity.Document.Mentions, -1 if none
	lemma   string    // in lower case; of a mention's head
	form    string    // in lower case
	upos    string
	xpos    string
	deprel  string
	head    int // index of a node, -1 for the root
	kids    []int
}

// A tree is one sentence as nodes in text order. What newTree returns is immutable.
type tree struct {
	doc      *entity.Document
	sentence *nlp.Sentence
	index    int // of the sentence
	nodes    []node
	inner    []int // the sentence's mentions inside larger ones
	asks     bool  // whether it has a question mark
}

// mentionAt returns the mention that node i is, nil if it is none.
func (t *tree) mentionAt(i int) *entity.Mention {
	if m := t.nodes[i].mention; m >= 0 {
		return &t.doc.Mentions[m]
	}
	return nil
}

// rel is a relation without its subtype.
func rel(deprel string) string {
	if i := strings.IndexByte(deprel, ':'); i >= 0 {
		return deprel[:i]
	}
	return deprel
}

// among tells whether a relation is one of several, or a subtype of one.
func among(rels []string, deprel string) bool {
	for _, r := range rels {
		if strings.HasPrefix(deprel, r) && (len(deprel) == len(r) || deprel[len(r)] == ':') {
			return true
		}
	}
	return false
}

// kids returns the dependents of node i by any of the relations, subtypes among
// them, in text order.
func (t *tree) kids(i int, rels ...string) []int {
	var out []int
	kids := t.nodes[i].kids
	for n, k := range kids {
		if among(rels, t.nodes[k].deprel) {
			if out == nil {
				out = make([]int, 0, len(kids)-n)
			}
			out = append(out, k)
		}
	}
	return out
}

// kid returns the first of kids, -1 if there is none.
func (t *tree) kid(i int, rels ...string) int {
	for _, k := range t.nodes[i].kids {
		if among(rels, t.nodes[k].deprel) {
			return k
		}
	}
	return -1
}

func (t *tree) hasKid(i int, rels ...string) bool { return t.kid(i, rels...) >= 0 }

// kidLemma finds a dependent by relation and lemma.
func (t *tree) kidLemma(i int, r string, lemmas ...string) bool {
	rels := []string{r}
	for _, k := range t.nodes[i].kids {
		n := &t.nodes[k]
		if (slices.Contains(lemmas, n.lemma) || slices.Contains(lemmas, n.form)) && among(rels, n.deprel) {
			return true
		}
	}
	return false
}

// kidOf tells whether a dependent of node i by a relation is a word of a class, by
// its lemma or form.
func (t *tree) kidOf(i int, r string, class world.Class) bool {
	rels := []string{r}
	return slices.ContainsFunc(t.nodes[i].kids, func(k int) bool {
		n := &t.nodes[k]
		return among(rels, n.deprel) && (class.Has(n.lemma) || class.Has(n.form))
	})
}

// conjuncts returns i and what is coordinated with it, in text order, without nominals that
// are excepted: "A but not B" is A, "not A but B" B.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < len(t.nodes); k++ {
		for _, c := range t.kids(out[k], "conj") {
			if !t.excepted(c) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 2 && t.excepted(i) && t.kidLemma(out[1], "cc", "but") {
		return out[1:]
	}
	return out
}

// excepted tells whether the nominal at node i has a negation of its own: "but not Kimani",
// "rather than Kimani".
func (t *tree) excepted(i int) bool {
	return t.isNominal(i) && !t.isVerb(i) && (slices.ContainsFunc(t.kids(i, "advmod"), t.negates) ||
		slices.ContainsFunc(t.kids(i, "cc"), func(k int) bool { return world.NegativePreposition.Has(t.fixed(k)) }))
}

// negates tells whether the adverb at node k negates what it stands with, as it does not
// in "not only".
func (t *tree) negates(k int) bool {
	form := t.nodes[k].form
	return world.NegativeAdverb.Has(form) && (k+1 == len(t.nodes) || !world.LimitingAdverb.Has(t.nodes[k+1].form)) ||
		k > 0 && world.NegativeAdverb.Has(t.nodes[k-1].form+" "+form) // "no longer"
}

// fixed returns the form of node k with what is fixed to it: "instead of".
func (t *tree) fixed(k int) string {
	form := t.nodes[k].form
	for _, x := range t.kids(k, "fixed") {
		form += " " + t.nodes[x].form
	}
	return form
}

// caseOf returns the preposition of a nominal in lower case, "on behalf of"
// for a fixed one, "" for none.
func (t *tree) caseOf(i int) string {
	var words []string
	for _, k := range t.kids(i, "case") {
		if world.PossessiveClitic.Has(t.nodes[k].form) {
			continue
		}
		words = append(words, t.fixed(k))
	}
	if len(words) == 0 {
		for _, k := range t.kids(i, "mark") { // "while meeting", "to strengthen" have none; "as a partner" may
			if t.nodes[k].form == "as" {
				return "as"
			}
		}
	}
	return strings.Join(words, " ")
}

// subtree returns the nodes below and including i, in text order, without those
// below any dependent that skip names.
func (t *tree) subtree(i int, skip func(k int) bool) []int {
	out := append(make([]int, 0, 8), i)
	for k := 0; k < len(out); k++ {
		for _, c := range t.nodes[out[k]].kids {
			if skip == nil || !skip(c) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return out
}

// isVerb tells whether node i is a verb that is no auxiliary or copula.
func (t *tree) isVerb(i int) bool {
	n := &t.nodes[i]
	if n.mention >= 0 && t.doc.Mentions[n.mention].Kind == entity.Named {
		return false
	}
	return n.upos == "VERB" || n.upos == "AUX" && rel(n.deprel) != "aux" && rel(n.deprel) != "cop"
}

func (t *tree) isNominal(i int) bool {
	switch t.nodes[i].upos {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return t.nodes[i].mention >= 0
}

// passive tells whether the subject of verb i is what something is done to.
func (t *tree) passive(i int) bool {
	if t.hasKid(i, "nsubj:pass", "aux:pass", "csubj:pass") {
		return true
	}
	n := &t.nodes[i] // "invited by Peru, he", "asked to comment, she"
	if n.xpos == "VBD" && n.deprel == "advcl" && i < n.head && world.ObjectControlVerb.Has(n.lemma) &&
		!t.hasKid(i, "nsubj", "obj", "mark") {
		return true
	}
	if n.deprel == "conj" && n.head >= 0 && n.head < i && n.xpos == "VBN" && t.hasKid(n.head, "aux:pass") && t.isVerb(n.head) &&
		!t.hasKid(i, "nsubj", "obj", "aux") {
		return true // "was held in May and attended by"
	}
	return n.xpos == "VBN" && n.upos == "VERB" &&
		(n.deprel == "acl" || n.deprel == "advcl" && !t.hasKid(i, "obj", "aux"))
}

// isPerson tells whether node i names a person.
func (t *tree) isPerson(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Person && m.Kind == entity.Named
}

// isCountry tells whether node i names a country.
func (t *tree) isCountry(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Country && m.Kind == entity.Named
}

// isLand tells whether node i names a country or an organisation.
func (t *tree) isLand(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Kind == entity.Named && (m.Type == entity.Country || m.Type == entity.Organization)
}

// isActor tells whether node k names somebody who can do something.
func (t *tree) isActor(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Person || m.Type == entity.Country || m.Type == entity.Organization)
}

// sameEntity tells whether two mentions are of one entity.
func (t *tree) sameEntity(i, k int) bool {
	a, b := t.mentionAt(i).Entities, t.mentionAt(k).Entities
	return len(a) == 1 && len(b) == 1 && a[0] == b[0]
}

// isNamed tells whether a node is a name.
func (t *tree) isNamed(k int) bool {
	m := t.mentionAt(k)
	return m != nil && m.Kind == entity.Named
}

// isTiedWord tells whether a node is several words that dashes tie to one: "people-to-people".
func (t *tree) isTiedWord(k int) bool {
	n := &t.nodes[k]
	return n.mention < 0 && n.tokens.Last-n.tokens.First > 2
}

// isPlural tells whether node k is tagged as a noun in the plural.
func (t *tree) isPlural(k int) bool { return t.nodes[k].xpos == "NNS" || t.nodes[k].xpos == "NNPS" }

// isFinite tells whether a Penn tag is that of a verb with a tense.
func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}

// untensed tells whether a sentence has no finite verb.
func untensed(s *nlp.Sentence) bool {
	return !slices.ContainsFunc(s.Tokens, func(t nlp.Token) bool { return isFinite(t.XPOS) })
}
