package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// newTree builds the tree of a parsed sentence, mended. mentions are the indexes
// of the sentence's mentions. Nothing changes its nodes afterwards.
func newTree(doc *entity.Document, sentence int, mentions []int) *tree {
	t := readTree(doc, sentence, mentions)
	for i := range mends {
		mends[i].apply(t)
	}
	return t
}

// readTree builds the tree of a sentence as the parser gives it.
func readTree(doc *entity.Document, sentence int, mentions []int) *tree {
	s := &doc.NLP.Sentences[sentence]
	t := &tree{doc: doc, sentence: s, index: sentence}
	t.asks = slices.ContainsFunc(s.Tokens, func(tok nlp.Token) bool { return tok.Form == "?" })
	mentionOf, end := t.spans(mentions)
	nodeOf := make([]int, len(s.Tokens))
	t.nodes = make([]node, 0, len(s.Tokens))
	for k := 0; k < len(s.Tokens); {
		r := nlp.Range{First: k, Last: max(k+1, end[k])}
		for ; k < r.Last; k++ {
			nodeOf[k] = len(t.nodes)
		}
		t.nodes = append(t.nodes, t.newNode(r, mentionOf[r.First]-1))
	}
	for i := range t.nodes {
		if n := &t.nodes[i]; n.head >= 0 {
			n.head = nodeOf[n.head]
		}
	}
	t.uncircle()
	t.fillKids()
	t.participles()
	return t
}

// participles makes participles of past tenses that hang on a noun and have no subject: "talks
// held in Lima". What the parser sees of the sentence the tagger does not.
func (t *tree) participles() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.deprel == "acl" && n.xpos == "VBD" && n.upos == "VERB" && n.head >= 0 && n.head < i &&
			!t.hasKid(i, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux") {
			n.xpos = "VBN"
		}
	}
}

// fillKids gives each node the dependents that its head says it has. All lists of them share one
// array, in which each has just its place, so that one that grows moves away.
func (t *tree) fillKids() {
	count := make([]int, len(t.nodes))
	for i := range t.nodes {
		if h := t.nodes[i].head; h >= 0 {
			count[h]++
		}
	}
	free := make([]int, len(t.nodes))
	for i, n := range count {
		t.nodes[i].kids, free = free[:0:n], free[n:]
	}
	for i := range t.nodes {
		if h := t.nodes[i].head; h >= 0 {
			t.nodes[h].kids = append(t.nodes[h].kids, i)
		}
	}
}

// spans tells for each token which mention, counted from 1, begins with it, and
// where the node ends that begins with it; 0 for none and for the token alone. It
// keeps the mentions inside others.
func (t *tree) spans(mentions []int) (mentionOf, end []int) {
	s := t.sentence
	mentionOf, end = make([]int, len(s.Tokens)), make([]int, len(s.Tokens))
	for _, i := range mentions {
		m := &t.doc.Mentions[i]
		if m.Inside && !separate(t.doc.Mentions, i) {
			t.inner = append(t.inner, i)
			continue
		}
		if r := core(s, m); m.Kind == entity.Named {
			mentionOf[r.First] = i + 1
			if r.Last-r.First > 1 {
				end[r.First] = r.Last
			}
		} else if h := topOf(s, m); mentionOf[h] == 0 {
			mentionOf[h] = i + 1
		}
	}
	for _, r := range linked(s) {
		if mentionOf[r.First] == 0 {
			end[r.First] = r.Last
		}
	}
	return mentionOf, end
}

// newNode makes the node of tokens; its head is still a token.
func (t *tree) newNode(r nlp.Range, mention int) node {
	s := t.sentence
	long := r.Last-r.First > 1
	tok, at := &s.Tokens[r.Last-1], r.First // what carries the arc, and what is read
	if long && mention >= 0 {
		at = t.doc.Mentions[mention].Head
	}
	n := node{
		token: r.Last - 1, tokens: r, mention: mention,
		lemma: strings.ToLower(s.Tokens[at].Lemma), form: strings.ToLower(s.Tokens[at].Form),
		upos: tok.UPOS, xpos: tok.XPOS, deprel: tok.Deprel, head: tok.Head,
	}
	if n.lemma == "" || long && s.Tokens[at].UPOS == "VERB" { // a name's "Meeting" is no verb
		n.lemma = n.form
	}
	if name := world.CurrencySign.Value(n.lemma); name != "" {
		n.lemma = name
	}
	return n
}

// uncircle cuts circles of arcs, which words that became one node can have.
func (t *tree) uncircle() {
	for i := range t.nodes {
		h := t.nodes[i].head
		for steps := 0; h >= 0 && steps < len(t.nodes); steps++ {
			h = t.nodes[h].head
		}
		if h >= 0 {
			t.nodes[i].head, t.nodes[i].deprel = -1, "root"
		}
	}
}

// write gives the tokens of the sentence the arcs of the tree, so that who asks them later, by a
// path of a rule, asks what the predicates were read from.
func (t *tree) write() {
	for i := range t.nodes {
		n := &t.nodes[i]
		tok := &t.sentence.Tokens[n.token]
		tok.Deprel, tok.Head = n.deprel, -1
		if n.head >= 0 {
			tok.Head = t.nodes[n.head].token
		}
	}
}
