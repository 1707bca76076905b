package nlp

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

// A view is what a parser sees of a state: the units that are next, and what was
// found out about them.
type view struct {
	s0, s1, s2     *unit // the top of the stack, and what lies below
	b0, b1, b2, b3 *unit // the units to come
	// Their outermost dependents on the left and right, and the next ones inward.
	s0l, s0r, s1l, s1r, b0l        *unit
	s0l2, s0r2, s1r2, b0l2         *unit
	ns0, ns1, nb0                  *node
	f0, f1, fb                     *unit  // the first units of their trees
	p0, p1                         uint64 // the punctuation before b0's tree and s0's
	d0, d1                         uint64 // the distances from s0 to b0 and from s1 to s0
	gap0, gap1, ahead              uint64 // what stands between them, and from b0 to the end
	s0lRel, s0rRel, s1rRel, b0lRel uint64 // the relations of the outermost dependents
}

func (s *state) view() view {
	is0, is1 := s.top(0), s.top(1)
	v := view{
		s0: &s.units[is0], s1: &s.units[is1], s2: &s.units[s.top(2)],
		b0: &s.units[s.next], b1: &s.units[s.ahead(1)], b2: &s.units[s.ahead(2)], b3: &s.units[s.ahead(3)],
		ns0: &s.nodes[is0], ns1: &s.nodes[is1], nb0: &s.nodes[s.next],
		d0: distance(is0, s.next), d1: distance(is1, is0),
	}
	v.s0l, v.s0r = &s.units[v.ns0.left], &s.units[v.ns0.right]
	v.s0l2, v.s0r2 = &s.units[v.ns0.left2], &s.units[v.ns0.right2]
	v.s1l, v.s1r, v.s1r2 = &s.units[v.ns1.left], &s.units[v.ns1.right], &s.units[v.ns1.right2]
	v.b0l, v.b0l2 = &s.units[v.nb0.left], &s.units[v.nb0.left2]
	v.s0lRel, v.s0rRel = s.nodes[v.ns0.left].relation, s.nodes[v.ns0.right].relation
	v.s1rRel, v.b0lRel = s.nodes[v.ns1.right].relation, s.nodes[v.nb0.left].relation
	v.f0, v.f1, v.fb = &s.units[v.ns0.first], &s.units[v.ns1.first], &s.units[v.nb0.first]
	v.p0, v.p1 = v.fb.before, v.f0.before
	v.gap0, v.gap1 = gap(v.s0, v.b0), gap(v.s1, v.s0)
	v.ahead = gap(v.b0, &s.units[s.n]) | uint64(min(len(s.stack), 4))<<8
	return v
}

// features takes the features of a state.
func (s *state) features(f *features) {
	f.start(100)
	v := s.view()
	f.one(0)
	v.words(f)
	v.pairs(f)
	v.triples(f)
	v.dependents(f)
	v.counts(f)
	v.distances(f)
	v.prepositions(f)
	v.punctuation(f)
	v.surroundings(f)
	v.supertags(f)
	v.firstWords(f)
	v.clusters(f)
}

// words takes words and tags alone.
func (v *view) words(f *features) {
	s0, s1, s2, b0, b1, b2, b3 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2, v.b3
	for _, u := range [...]*unit{s0, s1, b0} {
		f.one(u.word)
		f.one(u.tag)
		f.one(u.wordTag)
		f.two(u.class, u.upos)
		f.two(u.lemma, u.upos)
	}
	f.one(s2.wordTag)
	f.one(s2.tag)
	for _, u := range [...]*unit{b1, b2} {
		f.one(u.word)
		f.one(u.tag)
		f.one(u.wordTag)
	}
	f.one(b3.tag)
}

// pairs takes two units together.
func (v *view) pairs(f *features) {
	s0, s1, b0, b1, d0, d1 := v.s0, v.s1, v.b0, v.b1, v.d0, v.d1
	f.two(s0.wordTag, b0.wordTag)
	f.two(s0.wordTag, b0.tag)
	f.two(s0.tag, b0.wordTag)
	f.two(s0.word, b0.word)
	f.two(s0.lemma, b0.lemma)
	f.three(s0.tag, b0.tag, d0)
	f.two(s1.wordTag, s0.wordTag)
	f.two(s1.wordTag, s0.tag)
	f.two(s1.tag, s0.wordTag)
	f.two(s1.lemma, s0.lemma)
	f.three(s1.tag, s0.tag, d1)
	f.two(s1.wordTag, b0.tag)
	f.two(s1.tag, b0.wordTag)
	f.two(s1.lemma, b0.lemma)
	f.two(b0.tag, b1.tag)
	f.two(b0.word, b1.word)
	f.two(b0.word, b1.tag)
	f.two(s0.word, b1.tag)
	f.two(s0.class, b0.class)
}

// triples takes three units together, or four.
func (v *view) triples(f *features) {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	f.three(b0.tag, b1.tag, b2.tag)
	f.four(s0.tag, b0.tag, b1.tag, b2.tag)
	f.three(s0.tag, b0.tag, b1.tag)
	f.three(s0.word, b0.tag, b1.tag)
	f.three(s0.tag, b0.word, b1.tag)
	f.three(s0.tag, b0.tag, b1.word)
	f.three(s1.tag, s0.tag, b0.tag)
	f.three(s1.lemma, s0.tag, b0.tag)
	f.three(s1.tag, s0.lemma, b0.tag)
	f.three(s1.tag, s0.tag, b0.word)
	f.four(s1.tag, s0.tag, b0.tag, b1.tag)
	f.four(s2.tag, s1.tag, s0.tag, b0.tag)
	f.three(s2.tag, s1.tag, s0.tag)
	f.three(s1.lemma, s0.tag, b0.lemma)
	f.three(s0.lemma, b0.word, b2.tag)
}

// dependents takes what hangs on the units.
func (v *view) dependents(f *features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	s0l, s0r, s1l, s1r, b0l := v.s0l, v.s0r, v.s1l, v.s1r, v.b0l
	s0l2, s0r2, s1r2, b0l2 := v.s0l2, v.s0r2, v.s1r2, v.b0l2
	f.three(s0.tag, s0l.tag, b0.tag)
	f.three(s0.tag, s0r.tag, b0.tag)
	f.three(s0.tag, b0.tag, b0l.tag)
	f.four(s0.tag, s0l.tag, s0l2.tag, b0.tag)
	f.four(s0.tag, s0r.tag, s0r2.tag, b0.tag)
	f.four(s0.tag, b0.tag, b0l.tag, b0l2.tag)
	f.three(s1.tag, s0.tag, s0l.tag)
	f.three(s1.tag, s0.tag, s0r.tag)
	f.three(s1.tag, s1r.tag, s0.tag)
	f.three(s1.tag, s1l.tag, s0.tag)
	f.four(s1.tag, s1r.tag, s1r2.tag, s0.tag)
	f.two(s0.tag, s0l.wordTag)
	f.two(s0.tag, s0r.wordTag)
	f.two(s1.tag, s1r.wordTag)
	f.two(s1.tag, s1l.wordTag)
	f.two(b0.tag, b0l.wordTag)
	f.two(s0.tag, v.s0lRel)
	f.two(s0.tag, v.s0rRel)
	f.two(s1.tag, v.s1rRel)
	f.two(b0.tag, v.b0lRel)
}

// counts takes how many dependents the units have, and of which relations.
func (v *view) counts(f *features) {
	s0, s1, b0, ns0, ns1, nb0 := v.s0, v.s1, v.b0, v.ns0, v.ns1, v.nb0
	f.four(s0.tag, ns0.leftSet, ns0.rightSet, b0.tag)
	f.four(s1.tag, ns1.leftSet, ns1.rightSet, s0.tag)
	f.three(s0.wordTag, ns0.leftSet, ns0.rightSet)
	f.three(s1.wordTag, ns1.leftSet, ns1.rightSet)
	f.two(b0.wordTag, nb0.leftSet)
	f.three(b0.tag, nb0.leftSet, s0.tag)
	f.two(s0.wordTag, uint64(ns0.leftCount)<<4|uint64(ns0.rightCount))
	f.two(s0.tag, uint64(ns0.leftCount)<<4|uint64(ns0.rightCount))
	f.two(s1.wordTag, uint64(ns1.rightCount))
	f.two(s1.tag, uint64(ns1.leftCount)<<4|uint64(ns1.rightCount))
	f.two(b0.tag, uint64(nb0.leftCount))
}

// distances takes how far apart the units stand.
func (v *view) distances(f *features) {
	s0, s1, b0, ns0, nb0, d0, d1 := v.s0, v.s1, v.b0, v.ns0, v.nb0, v.d0, v.d1
	f.two(s0.word, d0)
	f.two(b0.word, d0)
	f.two(s1.word, d1)
	f.two(s0.word, d1)
	f.four(s0.tag, b0.tag, d0, nb0.leftSet)
	f.four(s1.tag, s0.tag, d1, ns0.leftSet)
}

// prepositions takes prepositions and subordinators: they tell what attaches where.
func (v *view) prepositions(f *features) {
	s0, s1, s2, b0, ns0, ns1, nb0, d0 := v.s0, v.s1, v.s2, v.b0, v.ns0, v.ns1, v.nb0, v.d0
	f.three(s1.lemma, ns0.caseWord, s0.upos)
	f.three(s1.tag, ns0.caseWord, s0.tag)
	f.three(s1.lemma, ns0.caseWord, s0.lemma)
	f.four(s2.lemma, s1.tag, ns0.caseWord, s0.upos)
	f.four(s2.tag, s1.tag, ns0.caseWord, s0.tag)
	f.four(s1.tag, ns1.caseWord, ns0.caseWord, s0.tag)
	f.four(s0.tag, nb0.caseWord, b0.tag, d0)
	f.three(ns0.caseWord, s0.tag, b0.tag)
	f.three(ns1.caseWord, s0.lemma, b0.tag)
	f.four(s1.cluster, ns0.caseWord, s0.cluster, b0.tag)
	f.four(s2.cluster, s1.cluster, ns0.caseWord, s0.cluster)
}

// punctuation takes the punctuation between phrases.
func (v *view) punctuation(f *features) {
	s0, s1, b0, b1, ns0, ns1, f1, p0, p1 := v.s0, v.s1, v.b0, v.b1, v.ns0, v.ns1, v.f1, v.p0, v.p1
	f.three(p0, s0.tag, b0.tag)
	f.three(p0, s0.wordTag, b0.tag)
	f.three(p0, s0.tag, b0.wordTag)
	f.four(p0, s1.tag, s0.tag, b0.tag)
	f.three(p1, s1.tag, s0.tag)
	f.four(p1, s1.tag, s0.tag, b0.tag)
	f.four(p0, p1, s0.tag, b0.tag)
	f.four(p0, p1, s1.tag, s0.tag)
	f.three(f1.before, s1.tag, s0.tag)
	f.three(b1.before, s0.tag, b0.tag)
	f.four(p0, b1.before, s0.tag, b0.tag)
	f.four(p0, s0.tag, b0.tag, b1.tag)
	f.three(p0, ns0.caseWord, b0.tag)
	f.three(p1, ns0.caseWord, s1.tag)
	f.four(p1, ns1.rightSet, s1.tag, s0.tag)
	f.four(p0, ns0.leftSet, s0.tag, b0.tag)
}

// surroundings takes what stands between, what is still to come and how deep the parse is.
func (v *view) surroundings(f *features) {
	s0, s1, b0, p1, gap0, gap1, ahead := v.s0, v.s1, v.b0, v.p1, v.gap0, v.gap1, v.ahead
	f.three(gap0, s0.tag, b0.tag)
	f.three(gap1, s1.tag, s0.tag)
	f.four(gap1, p1, s1.tag, s0.tag)
	f.three(ahead, s0.tag, b0.tag)
}

// supertags takes what the units are guessed to be.
func (v *view) supertags(f *features) {
	s0, s1, s2, b0, b1, b2, b3 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2, v.b3
	ns0, ns1, nb0 := v.ns0, v.ns1, v.nb0
	d0, d1, p0, p1, gap0, gap1, ahead := v.d0, v.d1, v.p0, v.p1, v.gap0, v.gap1, v.ahead
	for _, u := range [...]*unit{s0, s1, s2, b0, b1, b2, b3} {
		f.one(u.super)
	}
	f.two(s0.super, s0.wordTag)
	f.two(b0.super, b0.wordTag)
	f.two(s0.super, b0.super)
	f.two(s1.super, s0.super)
	f.two(b0.super, b1.super)
	f.two(s1.super, b0.super)
	f.three(s1.super, s0.super, b0.super)
	f.three(s0.super, b0.super, b1.super)
	f.three(b0.super, b1.super, b2.super)
	f.three(s2.super, s1.super, s0.super)
	f.two(s0.super, b0.tag)
	f.two(s0.tag, b0.super)
	f.three(s0.super, b0.super, d0)
	f.three(s1.super, s0.super, d1)
	f.two(s1.super, s0.tag)
	f.two(s1.tag, s0.super)
	f.two(s0.super, b0.word)
	f.two(s0.word, b0.super)
	f.two(s1.lemma, s0.super)
	f.three(s0.super, b0.tag, b1.tag)
	f.three(s0.tag, b0.tag, b1.super)
	f.three(s0.super, ns0.leftSet, ns0.rightSet)
	f.three(s1.super, ns1.leftSet, ns1.rightSet)
	f.two(b0.super, nb0.leftSet)
	f.three(s0.super, ns0.rightSet, b0.super)
	f.three(s1.super, ns1.rightSet, s0.super)
	f.three(s0.super, p0, b0.super)
	f.three(s1.super, p1, s0.super)
	f.three(s0.super, gap0, b0.tag)
	f.three(s1.tag, gap1, s0.super)
	f.three(ahead, s1.tag, s0.tag)
	f.four(ahead, p0, s0.tag, b0.tag)
	f.two(ahead>>8, s0.tag)
}

// firstWords takes the first word of a phrase: "who", "which", "that", "the".
func (v *view) firstWords(f *features) {
	s0, s1, b0, f0, f1, fb, p0 := v.s0, v.s1, v.b0, v.f0, v.f1, v.fb, v.p0
	f.three(f0.word, s0.tag, b0.tag)
	f.three(f0.word, s1.tag, s0.tag)
	f.four(f0.word, p0, s1.tag, b0.tag)
	f.four(f0.word, f1.word, s1.tag, s0.tag)
	f.three(fb.word, s0.tag, b0.tag)
}

// clusters takes the clusters of words.
func (v *view) clusters(f *features) {
	s0, s1, s2, b0, b1 := v.s0, v.s1, v.s2, v.b0, v.b1
	f.two(s0.cluster, b0.tag)
	f.two(b0.cluster, s0.tag)
	f.two(s0.cluster, b0.cluster)
	f.two(s1.cluster, s0.cluster)
	f.two(s1.cluster, b0.cluster)
	f.two(b0.cluster, b1.cluster)
	f.three(s1.cluster, s0.cluster, b0.cluster)
	f.three(s0.cluster, b0.cluster, b1.cluster)
	f.three(s2.cluster, s1.cluster, s0.cluster)
}
