package nlp

import (
	"errors"
	"slices"
	"strings"
)

// A parser builds dependency trees by the transitions of the arc-hybrid system
// (Kuhlmann et al. 2011), chosen greedily by features after Zhang and Nivre
// (2011). It always gives a projective tree with one root, in linear time.
type parser struct {
	*linear
	lexicon *lexicon
	moves   []move
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

func newParser(m *linear, l *lexicon) (*parser, error) {
	p := &parser{linear: m, lexicon: l}
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
	word, lemma, tag, upos, class, wordTag, cluster uint64
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
}

// A state is a parse under way. Unit n is the root, unit n+1 stands for none.
type state struct {
	units []unit
	nodes []node
	stack []int32
	next  int32
	n     int32
}

func (s *state) reset(units []unit) {
	s.n = int32(len(units))
	s.units = append(units, unit{1, 1, 1, 1, 1, 1, 1}, unit{2, 2, 2, 2, 2, 2, 2})
	s.nodes = slices.Grow(s.nodes[:0], len(units)+2)[:len(units)+2]
	none := s.n + 1
	for i := range s.nodes {
		s.nodes[i] = node{head: -1, left: none, left2: none, right: none, right2: none}
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
		for _, f := range buf {
			p.add(f, scores)
		}
		best := p.best(s, scores)
		s.apply(best, &p.moves[best])
	}
	return buf
}

// Parse fills Head and Deprel of every token of a tagged sentence. Each group is
// a run of tokens that the caller knows to be one name; groups must not overlap.
// The parser takes a group as one proper noun, with the form and lemma of its
// last token, which gets the group's place in the tree; the others attach to it
// as "flat". The result is always a tree with one root. Time is linear in the
// number of tokens.
func (m *Model) Parse(s *Sentence, groups []Range) {
	if len(s.Tokens) == 0 {
		return
	}
	groups = slices.Clone(groups)
	slices.SortFunc(groups, func(a, b Range) int { return a.First - b.First })
	var units []unit
	var last []int // token that stands for each unit
	for i := 0; i < len(s.Tokens); i++ {
		for len(groups) > 0 && (groups[0].First < i || groups[0].Last <= groups[0].First || groups[0].Last > len(s.Tokens)) {
			groups = groups[1:]
		}
		if len(groups) > 0 && groups[0].First == i {
			g := groups[0]
			for j := g.First; j < g.Last-1; j++ {
				s.Tokens[j].Head, s.Tokens[j].Deprel = g.Last-1, "flat"
			}
			i = g.Last - 1
			units = append(units, m.lexicon.unit(s.Tokens[i].Form, s.Tokens[i].Lemma, "PROPN", "NNP"))
		} else {
			t := &s.Tokens[i]
			units = append(units, m.lexicon.unit(t.Form, t.Lemma, t.UPOS, t.XPOS))
		}
		last = append(last, i)
	}
	var st state
	st.reset(units)
	m.parser.parse(&st, make([]uint32, 0, 128), make([]int32, len(m.parser.labels)))
	for i, j := range last {
		t, n := &s.Tokens[j], &st.nodes[i]
		if int(n.head) == len(last) {
			t.Head, t.Deprel = -1, "root"
			continue
		}
		t.Head, t.Deprel = last[n.head], m.parser.moves[n.move].deprel
	}
}
