package nlp

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
