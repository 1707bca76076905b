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

// A tree is one sentence as nodes in text order.
type tree struct {
	doc      *entity.Document
	sentence *nlp.Sentence
	nodes    []node
	inner    []int // the sentence's mentions inside larger ones
}

func newTree(doc *entity.Document, sentence int, mentions []int) *tree {
	s := &doc.NLP.Sentences[sentence]
	t := &tree{doc: doc, sentence: s}
	at := make([]int, len(s.Tokens)) // mention + 1 of a node, by its token
	end := make([]int, len(s.Tokens))
	for _, i := range mentions {
		m := &doc.Mentions[i]
		if m.Inside && !separate(doc.Mentions, i) {
			t.inner = append(t.inner, i)
			continue
		}
		if r := core(s, m); m.Kind == entity.Named && r.Last-r.First > 1 {
			at[r.First] = i + 1
			end[r.First] = r.Last
		} else if m.Kind == entity.Named {
			at[r.First] = i + 1
		} else if h := topOf(s, m); at[h] == 0 {
			at[h] = i + 1
		}
	}
	for _, r := range linked(s) {
		if at[r.First] == 0 {
			end[r.First] = r.Last
		}
	}
	nodeOf := make([]int, len(s.Tokens))
	for k := 0; k < len(s.Tokens); k++ {
		n := node{token: k, tokens: nlp.Range{First: k, Last: k + 1}, mention: at[k] - 1}
		lemmaAt := k
		if end[k] > 0 {
			n.token, n.tokens.Last = end[k]-1, end[k]
			if n.mention >= 0 {
				lemmaAt = t.doc.Mentions[n.mention].Head
			}
		}
		for ; k < n.tokens.Last; k++ {
			nodeOf[k] = len(t.nodes)
		}
		k--
		tok := &s.Tokens[n.token]
		n.lemma = strings.ToLower(s.Tokens[lemmaAt].Lemma)
		n.form = strings.ToLower(s.Tokens[lemmaAt].Form)
		n.upos, n.xpos, n.deprel, n.head = tok.UPOS, tok.XPOS, tok.Deprel, tok.Head
		if n.lemma == "" || n.tokens.Last-n.tokens.First > 1 && s.Tokens[lemmaAt].UPOS == "VERB" { // a name's "Meeting" is no verb
			n.lemma = n.form
		}
		if name := world.CurrencySign.Value(n.lemma); name != "" {
			n.lemma = name
		}
		t.nodes = append(t.nodes, n)
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.head < 0 {
			continue
		}
		n.head = nodeOf[n.head]
	}
	for i := range t.nodes { // words that became one can have arcs in a circle
		h := t.nodes[i].head
		for steps := 0; h >= 0 && steps < len(t.nodes); steps++ {
			h = t.nodes[h].head
		}
		if h >= 0 {
			t.nodes[i].head, t.nodes[i].deprel = -1, "root"
		}
	}
	for i := range t.nodes {
		if h := t.nodes[i].head; h >= 0 {
			t.nodes[h].kids = append(t.nodes[h].kids, i)
		}
	}
	for i := range t.nodes { // an object has no preposition
		if c := t.caseOf(i); t.nodes[i].deprel == "obj" && c != "" && (t.nodes[i].mention >= 0 || world.CarrierPreposition.Has(c) && world.GatheringNoun.Has(t.nodes[i].lemma)) {
			t.nodes[i].deprel = "obl"
		}
	}
	for i := range t.nodes { // without an auxiliary and with an object it is no passive: "the talks covered trade"
		if k := t.kid(i, "nsubj:pass"); k >= 0 && !t.hasKid(i, "aux") && t.hasKid(i, "obj") {
			t.nodes[k].deprel = "nsubj"
		} else if k >= 0 && t.kidLemma(i, "aux", "have") && !t.hasKid(i, "aux:pass") { // "was to have met"
			t.nodes[k].deprel = "nsubj"
		}
	}
	t.mendHeadline()
	t.mendNames()
	t.mendParticles()
	t.mendDoubles()
	t.mendObjects()
	t.mendMeasures()
	t.mendContents()
	t.mendAgents()
	t.mendSubjects()
	t.mendRelatives()
	t.mendInfinitives()
	t.mendThat()
	t.mendLists()
	t.mendPairs()
	t.mendOwners()
	t.mendTagged()
	t.mendNouns()
	t.mendVerbs()
	t.mendClauses()
	t.mendSides()
	t.mendCountries()
	t.mendTimes()
	t.mendCircumstances()
	t.mendOpening()
	t.mendPurposes()
	t.mendOffices()
	return t
}

// hang makes node i depend on node head, unless head depends on it.
func (t *tree) hang(i, head int, deprel string) {
	for h := head; h >= 0; h = t.nodes[h].head {
		if h == i {
			return
		}
	}
	n := &t.nodes[i]
	if n.head >= 0 {
		old := &t.nodes[n.head]
		old.kids = slices.DeleteFunc(old.kids, func(k int) bool { return k == i })
	}
	n.head, n.deprel = head, deprel
	if head < 0 {
		return // the root
	}
	t.nodes[head].kids = append(t.nodes[head].kids, i)
	slices.Sort(t.nodes[head].kids)
}

// opens tells whether the phrase of node h starts at node first.
func (t *tree) opens(first, h int) bool {
	for k := first; k < h; k++ {
		if t.nodes[k].head != h {
			return false
		}
	}
	return first <= h
}

func (t *tree) isCountry(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Country && m.Kind == entity.Named
}

// listedBefore returns the country or organisation that stands before the one at
// node i in a list, -1 if i is none of a list.
func (t *tree) listedBefore(i int) int {
	k := i - 1
	for k > 0 && (t.nodes[k].form == "the" || t.nodes[k].form == "and" || t.nodes[k].form == ",") {
		k--
	}
	if k < 0 || k == i-1 || !t.isLand(i) || !t.isLand(k) || t.nodes[k+1].form == "the" {
		return -1
	}
	return k
}

// isLand tells whether node i names a country or an organisation.
func (t *tree) isLand(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Kind == entity.Named && (m.Type == entity.Country || m.Type == entity.Organization)
}

// hasSubject tells whether node k belongs to a subject of the verb, or addresses
// somebody, as headlines seem to do.
func (t *tree) hasSubject(verb, k int) bool {
	for _, s := range t.kids(verb, "nsubj", "vocative") {
		if s <= k && slices.Contains(t.subtree(s, nil), k) {
			return true
		}
	}
	return false
}

func (t *tree) isPerson(i int) bool {
	m := t.mentionAt(i)
	return m != nil && m.Type == entity.Person && m.Kind == entity.Named
}

func (t *tree) sameEntity(i, k int) bool {
	a, b := t.mentionAt(i).Entities, t.mentionAt(k).Entities
	return len(a) == 1 && len(b) == 1 && a[0] == b[0]
}

func (t *tree) mentionAt(i int) *entity.Mention {
	if m := t.nodes[i].mention; m >= 0 {
		return &t.doc.Mentions[m]
	}
	return nil
}

// rel is a relation without its subtype.
func rel(deprel string) string {
	base, _, _ := strings.Cut(deprel, ":")
	return base
}

func (t *tree) kids(i int, rels ...string) []int {
	var out []int
	for _, k := range t.nodes[i].kids {
		d := t.nodes[k].deprel
		for _, r := range rels {
			if d == r || rel(d) == r && !strings.Contains(r, ":") {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

func (t *tree) kid(i int, rels ...string) int {
	if k := t.kids(i, rels...); len(k) > 0 {
		return k[0]
	}
	return -1
}

func (t *tree) hasKid(i int, rels ...string) bool { return t.kid(i, rels...) >= 0 }

// kidLemma finds a dependent by relation and lemma.
func (t *tree) kidLemma(i int, r string, lemmas ...string) bool {
	for _, k := range t.kids(i, r) {
		for _, l := range lemmas {
			if t.nodes[k].lemma == l || t.nodes[k].form == l {
				return true
			}
		}
	}
	return false
}

// conjuncts returns i and what is coordinated with it, in text order.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < len(t.nodes); k++ {
		out = append(out, t.kids(out[k], "conj")...)
	}
	return out
}

// caseOf returns the preposition of a nominal in lower case, "on behalf of"
// for a fixed one, "" for none.
func (t *tree) caseOf(i int) string {
	var words []string
	for _, k := range t.kids(i, "case") {
		if f := t.nodes[k].form; f == "'s" || f == "’s" || f == "'" || f == "’" {
			continue
		}
		words = append(words, t.nodes[k].form)
		for _, x := range t.kids(k, "fixed") {
			words = append(words, t.nodes[x].form)
		}
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
	var out []int
	var walk func(int)
	walk = func(k int) {
		out = append(out, k)
		for _, c := range t.nodes[k].kids {
			if skip == nil || !skip(c) {
				walk(c)
			}
		}
	}
	walk(i)
	slices.Sort(out)
	return out
}

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

func (t *tree) passive(i int) bool {
	if t.hasKid(i, "nsubj:pass", "aux:pass", "csubj:pass") {
		return true
	}
	n := &t.nodes[i]
	return n.xpos == "VBN" && n.upos == "VERB" && (n.deprel == "acl" || n.deprel == "advcl" && !t.hasKid(i, "obj", "aux")) // "invited by Peru, he"
}

// isActor tells whether node k names somebody who can do something.
func (t *tree) isActor(k int) bool {
	m := t.mentionAt(k)
	return m != nil && (m.Type == entity.Person || m.Type == entity.Country || m.Type == entity.Organization)
}
