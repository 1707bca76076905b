package nlp

import "slices"

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

// A mark is a punctuation mark. The parser does not see it as a unit; it finds
// its head when the tree is done.
type mark struct {
	token int
	next  int32 // unit after it
	head  int32 // unit it attaches to
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
	s.units = append(s.units,
		unit{word: 1, lemma: 1, tag: 1, upos: 1, class: 1, wordTag: 1, cluster: 1, super: 1, before: before},
		unit{word: 2, lemma: 2, tag: 2, upos: 2, class: 2, wordTag: 2, cluster: 2, super: 2})
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
