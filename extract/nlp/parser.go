package nlp

import (
	"errors"
	"slices"
	"strings"
)

// A parser builds dependency trees by the transitions of the arc-hybrid system
// (Kuhlmann et al. 2011), chosen greedily by features after Zhang and Nivre
// (2011). Punctuation is no part of the tree that it builds but a feature of
// the words beside it (Ma et al. 2014), and is attached by rule in the end. The
// parser always gives a projective tree with one root, in linear time.
type parser struct {
	*linear
	lexicon     *lexicon
	supertagger *supertagger
	moves       []move
	// Labels of the model by kind of move, for the best legal one.
	left, right []int
}

// A move is a transition: shift the next unit, or pop the top of the stack and
// attach it to the next unit (left) or to the one below (right).
type move struct {
	kind   moveKind
	deprel string
	hash   uint64
	bit    uint64 // of the relation, in sets of relations
}

type moveKind uint8

const (
	shift moveKind = iota
	left
	right
)

func newParser(m *linear, t *supertagger, l *lexicon) (*parser, error) {
	p := &parser{linear: m, lexicon: l, supertagger: t}
	for i, name := range m.labels {
		kind, deprel, _ := strings.Cut(name, " ")
		h := hashString(deprel)
		v := move{deprel: deprel, hash: h, bit: 1 << (mix(h, 7) >> 58)}
		switch kind {
		case "shift":
		case "left":
			v.kind = left
			p.left = append(p.left, i)
		case "right":
			v.kind = right
			p.right = append(p.right, i)
		default:
			return nil, errors.New("unknown transition " + kind)
		}
		p.moves = append(p.moves, v)
	}
	if len(p.left) == 0 || len(p.right) == 0 || p.moves[0].kind != shift {
		return nil, errors.New("transitions are missing")
	}
	return p, nil
}

// A unit is what the parser sees as one token: a token, or a name given as a
// group.
type unit struct {
	word, lemma, tag, upos, class, wordTag, cluster, super uint64
	// The punctuation between it and the unit before, and how many verbs, commas and conjunctions
	// stand before it in the sentence.
	before              uint64
	verbs, commas, ands uint8
}

func (l *lexicon) unit(form, lemma, upos, xpos string) unit {
	var buf [64]byte
	u := unit{word: hashBytes(appendLower(buf[:0], form)), lemma: hashString(lemma), upos: hashString(upos)}
	c, _, cluster := l.look(u.word)
	u.class = uint64(c) + 1
	u.cluster = mix(uint64(cluster), u.upos)
	u.tag = mix(hashString(xpos), u.upos)
	u.wordTag = mix(u.word, u.tag)
	return u
}

// node is what a parse has found out about a unit: its leftmost and rightmost
// dependents, the next ones inward, how many there are and their relations.
type node struct {
	head                        int32
	left, left2, right, right2  int32
	leftCount, rightCount       uint8
	leftSet, rightSet, relation uint64
	move                        uint16 // how it was attached
	caseWord                    uint64 // preposition or subordinator before it
	first, last                 int32  // edges of its tree so far
}

// A state is a parse under way. Unit n is the root, unit n+1 stands for none.
type state struct {
	units []unit
	marks []mark
	nodes []node
	stack []int32
	next  int32
	n     int32
}

// reset starts a parse of the units; before is the punctuation after the last.
func (s *state) reset(before uint64) {
	s.units = append(s.units, unit{1, 1, 1, 1, 1, 1, 1, 1, before, 0, 0, 0}, unit{word: 2, lemma: 2, tag: 2, upos: 2, class: 2, wordTag: 2, cluster: 2, super: 2})
	s.restart()
}

// restart forgets all moves.
func (s *state) restart() {
	s.n = int32(len(s.units)) - 2
	s.nodes = slices.Grow(s.nodes[:0], len(s.units))[:len(s.units)]
	none := s.n + 1
	for i := range s.nodes {
		s.nodes[i] = node{head: -1, left: none, left2: none, right: none, right2: none, first: int32(i), last: int32(i)}
	}
	s.stack, s.next = s.stack[:0], 0
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// legal tells which kinds of moves are allowed. At the end of the sentence the
// stack is emptied to the right and its last unit becomes the only root.
func (s *state) legal(k moveKind) bool {
	switch k {
	case shift:
		return s.next < s.n
	case left:
		return len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
	}
	return len(s.stack) > 1
}

// top gives the i-th unit from the top of the stack.
func (s *state) top(i int) int32 {
	if i >= len(s.stack) {
		return s.n + 1
	}
	return s.stack[len(s.stack)-1-i]
}

// ahead gives the i-th of the units to come; the last is the root.
func (s *state) ahead(i int32) int32 { return min(s.next+i, s.n+1) }

var caseRelation, markRelation = hashString("case"), hashString("mark")

func (s *state) apply(id int, m *move) {
	if m.kind == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	d := s.top(0)
	s.stack = s.stack[:len(s.stack)-1]
	dep := &s.nodes[d]
	dep.move, dep.relation = uint16(id), m.hash
	if m.kind == left {
		dep.head = s.next
		h := &s.nodes[s.next]
		h.left2, h.left = h.left, d
		h.first = dep.first
		h.leftCount = min(h.leftCount+1, 6)
		h.leftSet |= m.bit
		if m.hash == caseRelation || m.hash == markRelation {
			h.caseWord = s.units[d].word
		}
		return
	}
	dep.head = s.top(0)
	h := &s.nodes[dep.head]
	h.right2, h.right = h.right, d
	h.last = dep.last
	h.rightCount = min(h.rightCount+1, 6)
	h.rightSet |= m.bit
}

func distance(a, b int32) uint64 {
	switch d := b - a; {
	case d < 6:
		return uint64(max(d, 0)) + 1
	case d < 11:
		return 8
	default:
		return 9
	}
}

// gap tells how many verbs, commas and conjunctions stand between units.
func gap(a, b *unit) uint64 {
	if b.verbs < a.verbs { // none
		return 1 << 7
	}
	return uint64(min(b.verbs-a.verbs, 3)) | uint64(min(b.commas-a.commas, 3))<<2 | uint64(min(b.ands-a.ands, 2))<<4
}

// features appends the features of a state.
func (s *state) features(f []uint32) []uint32 {
	is0, is1, is2 := s.top(0), s.top(1), s.top(2)
	ib0, ib1, ib2 := s.next, s.ahead(1), s.ahead(2)
	s0, s1, s2 := &s.units[is0], &s.units[is1], &s.units[is2]
	b0, b1, b2, b3 := &s.units[ib0], &s.units[ib1], &s.units[ib2], &s.units[s.ahead(3)]
	ns0, ns1, nb0 := &s.nodes[is0], &s.nodes[is1], &s.nodes[ib0]
	s0l, s0r, s1l, s1r, b0l := &s.units[ns0.left], &s.units[ns0.right], &s.units[ns1.left], &s.units[ns1.right], &s.units[nb0.left]
	s0l2, s0r2, s1r2, b0l2 := &s.units[ns0.left2], &s.units[ns0.right2], &s.units[ns1.right2], &s.units[nb0.left2]
	d0, d1 := distance(is0, ib0), distance(is1, is0)

	n := uint64(100)
	one := func(a uint64) {
		n++
		f = append(f, key(mix(mix(n, a), 0x2545f4914f6cdd1d)))
	}
	two := func(a, b uint64) {
		n++
		f = append(f, key(mix(mix(mix(n, a), b), 0x2545f4914f6cdd1d)))
	}
	three := func(a, b, c uint64) {
		n++
		f = append(f, key(mix(mix(mix(mix(n, a), b), c), 0x2545f4914f6cdd1d)))
	}
	four := func(a, b, c, d uint64) {
		n++
		f = append(f, key(mix(mix(mix(mix(mix(n, a), b), c), d), 0x2545f4914f6cdd1d)))
	}
	one(0)
	// Words and tags alone.
	for _, u := range [...]*unit{s0, s1, b0} {
		one(u.word)
		one(u.tag)
		one(u.wordTag)
		two(u.class, u.upos)
		two(u.lemma, u.upos)
	}
	one(s2.wordTag)
	one(s2.tag)
	for _, u := range [...]*unit{b1, b2} {
		one(u.word)
		one(u.tag)
		one(u.wordTag)
	}
	one(b3.tag)
	// Pairs.
	two(s0.wordTag, b0.wordTag)
	two(s0.wordTag, b0.tag)
	two(s0.tag, b0.wordTag)
	two(s0.word, b0.word)
	two(s0.lemma, b0.lemma)
	three(s0.tag, b0.tag, d0)
	two(s1.wordTag, s0.wordTag)
	two(s1.wordTag, s0.tag)
	two(s1.tag, s0.wordTag)
	two(s1.lemma, s0.lemma)
	three(s1.tag, s0.tag, d1)
	two(s1.wordTag, b0.tag)
	two(s1.tag, b0.wordTag)
	two(s1.lemma, b0.lemma)
	two(b0.tag, b1.tag)
	two(b0.word, b1.word)
	two(b0.word, b1.tag)
	two(s0.word, b1.tag)
	two(s0.class, b0.class)
	// Triples.
	three(b0.tag, b1.tag, b2.tag)
	four(s0.tag, b0.tag, b1.tag, b2.tag)
	three(s0.tag, b0.tag, b1.tag)
	three(s0.word, b0.tag, b1.tag)
	three(s0.tag, b0.word, b1.tag)
	three(s0.tag, b0.tag, b1.word)
	three(s1.tag, s0.tag, b0.tag)
	three(s1.lemma, s0.tag, b0.tag)
	three(s1.tag, s0.lemma, b0.tag)
	three(s1.tag, s0.tag, b0.word)
	four(s1.tag, s0.tag, b0.tag, b1.tag)
	four(s2.tag, s1.tag, s0.tag, b0.tag)
	three(s2.tag, s1.tag, s0.tag)
	three(s1.lemma, s0.tag, b0.lemma)
	three(s0.lemma, b0.word, b2.tag)
	// Dependents.
	three(s0.tag, s0l.tag, b0.tag)
	three(s0.tag, s0r.tag, b0.tag)
	three(s0.tag, b0.tag, b0l.tag)
	four(s0.tag, s0l.tag, s0l2.tag, b0.tag)
	four(s0.tag, s0r.tag, s0r2.tag, b0.tag)
	four(s0.tag, b0.tag, b0l.tag, b0l2.tag)
	three(s1.tag, s0.tag, s0l.tag)
	three(s1.tag, s0.tag, s0r.tag)
	three(s1.tag, s1r.tag, s0.tag)
	three(s1.tag, s1l.tag, s0.tag)
	four(s1.tag, s1r.tag, s1r2.tag, s0.tag)
	two(s0.tag, s0l.wordTag)
	two(s0.tag, s0r.wordTag)
	two(s1.tag, s1r.wordTag)
	two(s1.tag, s1l.wordTag)
	two(b0.tag, b0l.wordTag)
	two(s0.tag, s.nodes[ns0.left].relation)
	two(s0.tag, s.nodes[ns0.right].relation)
	two(s1.tag, s.nodes[ns1.right].relation)
	two(b0.tag, s.nodes[nb0.left].relation)
	// Numbers and relations of dependents.
	four(s0.tag, ns0.leftSet, ns0.rightSet, b0.tag)
	four(s1.tag, ns1.leftSet, ns1.rightSet, s0.tag)
	three(s0.wordTag, ns0.leftSet, ns0.rightSet)
	three(s1.wordTag, ns1.leftSet, ns1.rightSet)
	two(b0.wordTag, nb0.leftSet)
	three(b0.tag, nb0.leftSet, s0.tag)
	two(s0.wordTag, uint64(ns0.leftCount)<<4|uint64(ns0.rightCount))
	two(s0.tag, uint64(ns0.leftCount)<<4|uint64(ns0.rightCount))
	two(s1.wordTag, uint64(ns1.rightCount))
	two(s1.tag, uint64(ns1.leftCount)<<4|uint64(ns1.rightCount))
	two(b0.tag, uint64(nb0.leftCount))
	// Distances.
	two(s0.word, d0)
	two(b0.word, d0)
	two(s1.word, d1)
	two(s0.word, d1)
	four(s0.tag, b0.tag, d0, nb0.leftSet)
	four(s1.tag, s0.tag, d1, ns0.leftSet)
	// Prepositions and subordinators: what attaches where.
	three(s1.lemma, ns0.caseWord, s0.upos)
	three(s1.tag, ns0.caseWord, s0.tag)
	three(s1.lemma, ns0.caseWord, s0.lemma)
	four(s2.lemma, s1.tag, ns0.caseWord, s0.upos)
	four(s2.tag, s1.tag, ns0.caseWord, s0.tag)
	four(s1.tag, ns1.caseWord, ns0.caseWord, s0.tag)
	four(s0.tag, nb0.caseWord, b0.tag, d0)
	three(ns0.caseWord, s0.tag, b0.tag)
	three(ns1.caseWord, s0.lemma, b0.tag)
	four(s1.cluster, ns0.caseWord, s0.cluster, b0.tag)
	four(s2.cluster, s1.cluster, ns0.caseWord, s0.cluster)
	// Punctuation between phrases.
	f0, f1, fb := &s.units[ns0.first], &s.units[ns1.first], &s.units[nb0.first]
	p0, p1 := fb.before, f0.before
	three(p0, s0.tag, b0.tag)
	three(p0, s0.wordTag, b0.tag)
	three(p0, s0.tag, b0.wordTag)
	four(p0, s1.tag, s0.tag, b0.tag)
	three(p1, s1.tag, s0.tag)
	four(p1, s1.tag, s0.tag, b0.tag)
	four(p0, p1, s0.tag, b0.tag)
	four(p0, p1, s1.tag, s0.tag)
	three(f1.before, s1.tag, s0.tag)
	three(b1.before, s0.tag, b0.tag)
	four(p0, b1.before, s0.tag, b0.tag)
	four(p0, s0.tag, b0.tag, b1.tag)
	three(p0, ns0.caseWord, b0.tag)
	three(p1, ns0.caseWord, s1.tag)
	four(p1, ns1.rightSet, s1.tag, s0.tag)
	four(p0, ns0.leftSet, s0.tag, b0.tag)
	// What stands between, what is still to come, how deep the parse is.
	end := &s.units[s.n]
	gap0 := gap(s0, b0)
	gap1 := gap(s1, s0)
	ahead := gap(b0, end) | uint64(min(len(s.stack), 4))<<8
	three(gap0, s0.tag, b0.tag)
	three(gap1, s1.tag, s0.tag)
	four(gap1, p1, s1.tag, s0.tag)
	three(ahead, s0.tag, b0.tag)
	// Supertags.
	for _, u := range [...]*unit{s0, s1, s2, b0, b1, b2, b3} {
		one(u.super)
	}
	two(s0.super, s0.wordTag)
	two(b0.super, b0.wordTag)
	two(s0.super, b0.super)
	two(s1.super, s0.super)
	two(b0.super, b1.super)
	two(s1.super, b0.super)
	three(s1.super, s0.super, b0.super)
	three(s0.super, b0.super, b1.super)
	three(b0.super, b1.super, b2.super)
	three(s2.super, s1.super, s0.super)
	two(s0.super, b0.tag)
	two(s0.tag, b0.super)
	three(s0.super, b0.super, d0)
	three(s1.super, s0.super, d1)
	two(s1.super, s0.tag)
	two(s1.tag, s0.super)
	two(s0.super, b0.word)
	two(s0.word, b0.super)
	two(s1.lemma, s0.super)
	three(s0.super, b0.tag, b1.tag)
	three(s0.tag, b0.tag, b1.super)
	three(s0.super, ns0.leftSet, ns0.rightSet)
	three(s1.super, ns1.leftSet, ns1.rightSet)
	two(b0.super, nb0.leftSet)
	three(s0.super, ns0.rightSet, b0.super)
	three(s1.super, ns1.rightSet, s0.super)
	three(s0.super, p0, b0.super)
	three(s1.super, p1, s0.super)
	three(s0.super, gap0, b0.tag)
	three(s1.tag, gap1, s0.super)
	three(ahead, s1.tag, s0.tag)
	four(ahead, p0, s0.tag, b0.tag)
	two(ahead>>8, s0.tag)
	// The first word of a phrase: "who", "which", "that", "the".
	three(f0.word, s0.tag, b0.tag)
	three(f0.word, s1.tag, s0.tag)
	four(f0.word, p0, s1.tag, b0.tag)
	four(f0.word, f1.word, s1.tag, s0.tag)
	three(fb.word, s0.tag, b0.tag)
	// Clusters of words.
	two(s0.cluster, b0.tag)
	two(b0.cluster, s0.tag)
	two(s0.cluster, b0.cluster)
	two(s1.cluster, s0.cluster)
	two(s1.cluster, b0.cluster)
	two(b0.cluster, b1.cluster)
	three(s1.cluster, s0.cluster, b0.cluster)
	three(s0.cluster, b0.cluster, b1.cluster)
	three(s2.cluster, s1.cluster, s0.cluster)
	return f
}

// best gives the legal move of the highest score.
func (p *parser) best(s *state, scores []int32) int {
	if s.next == s.n {
		if len(s.stack) == 1 {
			return -1
		}
		return maxOf(scores, p.right, p.right[0])
	}
	best := 0
	if s.legal(left) {
		best = maxOf(scores, p.left, best)
	}
	if s.legal(right) {
		best = maxOf(scores, p.right, best)
	}
	return best
}

func maxOf[T int32 | float32](scores []T, among []int, best int) int {
	for _, i := range among {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return best
}

var rootMove = move{kind: left, deprel: "root", hash: hashString("root")}

// parse finds the heads and relations of units.
func (p *parser) parse(s *state, buf []uint32, scores []int32) []uint32 {
	for !s.done() {
		if s.next == s.n && len(s.stack) == 1 {
			s.apply(0, &rootMove)
			break
		}
		if len(s.stack) == 0 {
			s.apply(0, &p.moves[0])
			continue
		}
		buf = s.features(buf[:0])
		clear(scores)
		p.score(buf, scores)
		best := p.best(s, scores)
		s.apply(best, &p.moves[best])
	}
	return buf
}

// Parse fills Head and Deprel of every token of a tagged sentence. Each group is
// a run of tokens that the caller knows to be one name; groups must not overlap.
// The parser takes a group as one proper noun, with the form and lemma of its
// last token that is not in brackets; its very last token gets the group's place
// in the tree, the others attach to it as "flat". The result is always a tree with one root. Time is linear in the
// number of tokens.
func (m *Model) Parse(s *Sentence, groups []Range) {
	if len(s.Tokens) == 0 {
		return
	}
	var st state
	last := m.lexicon.units(&st, s.Tokens, groups)
	m.parser.supertagger.tag(st.units)
	m.parser.parse(&st, make([]uint32, 0, 256), make([]int32, len(m.parser.labels)))
	st.attach(s.Tokens)
	for i, j := range last {
		t, n := &s.Tokens[j], &st.nodes[i]
		if int(n.head) == len(last) {
			t.Head, t.Deprel = -1, "root"
			continue
		}
		t.Head, t.Deprel = last[n.head], m.parser.moves[n.move].deprel
		if t.Deprel == "nmod" && s.Tokens[t.Head].UPOS == "VERB" { // verbs have none
			t.Deprel = "obl"
			if n.caseWord == 0 {
				t.Deprel = "obj"
			}
		}
	}
	for _, k := range st.marks {
		s.Tokens[k.token].Head, s.Tokens[k.token].Deprel = last[k.head], "punct"
	}
}

// units sets up a parse: each group and each token that is no punctuation mark
// becomes a unit. It gives the token that stands for each unit.
func (l *lexicon) units(s *state, tokens []Token, groups []Range) (last []int) {
	groups = slices.Clone(groups)
	slices.SortFunc(groups, func(a, b Range) int { return a.First - b.First })
	s.units, s.marks = slices.Grow(s.units[:0], len(tokens)+2), s.marks[:0]
	last = make([]int, 0, len(tokens))
	var before uint64
	var verbs, commas, ands uint8
	onlyMarks := !slices.ContainsFunc(tokens, func(t Token) bool { return t.UPOS != "PUNCT" })
	for i := 0; i < len(tokens); i++ {
		for len(groups) > 0 && (groups[0].First < i || groups[0].Last <= groups[0].First || groups[0].Last > len(tokens)) {
			groups = groups[1:]
		}
		t := &tokens[i]
		upos, xpos := t.UPOS, t.XPOS
		if len(groups) > 0 && groups[0].First == i {
			g := groups[0]
			for j := g.First; j < g.Last-1; j++ {
				tokens[j].Head, tokens[j].Deprel = g.Last-1, "flat"
			}
			i = g.Last - 1
			t, upos, xpos = headWord(tokens[g.First:g.Last]), "PROPN", "NNP"
		} else if upos == "PUNCT" && !(onlyMarks && i == 0) {
			s.marks = append(s.marks, mark{token: i, next: int32(len(s.units))})
			before = mix(before, hashString(xpos))
			if xpos == "," {
				commas++
			}
			continue
		}
		u := l.unit(t.Form, t.Lemma, upos, xpos)
		u.before, u.verbs, u.commas, u.ands = before, verbs, commas, ands
		switch {
		case upos == "VERB", xpos == "MD":
			verbs++
		case upos == "CCONJ":
			ands++
		}
		before = 0
		s.units = append(s.units, u)
		last = append(last, i)
	}
	s.reset(before)
	s.units[s.n].verbs, s.units[s.n].commas, s.units[s.n].ands = verbs, commas, ands
	return last
}

// headWord gives the token of a name that stands for it: the last that is not in
// brackets, "Understanding" in "Memorandum of Understanding (MOU)".
func headWord(name []Token) *Token {
	last := len(name) - 1
	if name[last].XPOS == "-RRB-" {
		for i := last - 1; i > 0; i-- {
			if name[i].XPOS == "-LRB-" {
				return &name[i-1]
			}
		}
	}
	return &name[last]
}

// A mark is a punctuation mark. The parser does not see it as a unit; it finds
// its head when the tree is done.
type mark struct {
	token int
	next  int32 // unit after it
	head  int32 // unit it attaches to
}

// attach finds the heads of marks by the rules of Universal Dependencies: both
// of a pair go to the head of what they enclose; any other goes to the highest
// unit of the phrase that it ends or begins, whichever is lower in the tree.
func (s *state) attach(tokens []Token) {
	var open []int // marks that open a pair
	here, head := int32(-1), int32(0)
	for i := range s.marks {
		k := &s.marks[i]
		if k.next != here {
			here, head = k.next, s.between(k.next, false)
		}
		k.head = head
		switch tokens[k.token].XPOS {
		case "-LRB-", "``":
			open = append(open, i)
		case "-RRB-", "''":
			for j := len(open) - 1; j >= max(0, len(open)-8); j-- {
				o := &s.marks[open[j]]
				if (tokens[o.token].XPOS == "``") != (tokens[k.token].XPOS == "''") {
					continue
				}
				if h := s.enclosed(o.next, k.next); h >= 0 {
					o.head, k.head = h, h
				}
				open = open[:j]
				break
			}
		case ".":
			k.head = -1
			if len(open) > 0 {
				k.head = s.enclosed(s.marks[open[len(open)-1]].next, k.next)
			}
			if k.head < 0 {
				k.head = s.between(k.next, true)
			}
		}
	}
}

// between finds the unit for a mark before unit next. The end of a sentence
// belongs to what it ends.
func (s *state) between(next int32, final bool) int32 {
	l, r := next-1, next
	if l >= 0 {
		for h := s.nodes[l].head; h < next && s.nodes[l].last < next; h = s.nodes[l].head {
			l = h
		}
	}
	if r < s.n {
		for h := s.nodes[r].head; h >= next && h < s.n && s.nodes[r].first >= next; h = s.nodes[r].head {
			r = h
		}
	}
	if r == s.n || l >= 0 && (final || s.nodes[r].first <= l) {
		return l
	}
	return r
}

// enclosed finds the head of the units from first to before last, if they have
// one that is not far, or gives -1.
func (s *state) enclosed(first, last int32) int32 {
	if first >= last {
		return -1
	}
	u := first
	for range 100 {
		h := s.nodes[u].head
		if h < first || h >= last {
			if s.nodes[u].first <= first && s.nodes[u].last >= last-1 {
				return u
			}
			return -1
		}
		u = h
	}
	return -1
}
