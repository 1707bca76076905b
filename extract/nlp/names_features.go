package nlp

// nameFeatures are the features of a decision about names: the parts of a
// template are one hash.
type nameFeatures struct{ features }

func (f *nameFeatures) two(a, b uint64) { f.one(mix(a, b)) }

func (f *nameFeatures) three(a, b, c uint64) { f.one(mix(mix(a, b), c)) }

// alwaysNameFeatures is how many features every token has, in the same places.
const alwaysNameFeatures = 52

// token takes the features of token i. A source other than 0 tells which data
// the sentence is from, whose habits the model learns beside what is true of
// all.
func (f *nameFeatures) token(words []nameWord, i int, style caseStyle, source uint64) {
	f.start(0)
	around := words[i : i+2*nameMargin+1]
	v := nameView{&around[0], &around[1], &around[2], &around[3], &around[4], uint64(style)}
	if i == 0 {
		v.edge |= 8
	}
	f.one(source)
	f.word(&v)
	f.neighbours(&v)
	f.clues(&v)
	f.lists(&v)
	f.seen(&v)
	if v.w.caps {
		f.run(words, i+nameMargin)
	}
}

// A nameView is a word with two on both sides.
type nameView struct {
	p2, p1, w, n1, n2 *nameWord
	edge              uint64 // the style of the sentence, and whether the word is its first
}

// word takes the word by itself.
func (f *nameFeatures) word(v *nameView) {
	w := v.w
	f.one(w.lower)
	f.one(w.form)
	f.two(w.shape, v.edge)
	f.one(w.cluster)
	f.two(w.cluster, w.shape)
	for _, s := range w.prefix {
		f.two(s, w.shape)
	}
	for _, s := range w.suffix {
		f.two(s, w.shape)
	}
	f.one(w.xpos)
	f.two(w.xpos, w.shape)
}

// neighbours takes the words beside it.
func (f *nameFeatures) neighbours(v *nameView) {
	w, p1, p2, n1, n2 := v.w, v.p1, v.p2, v.n1, v.n2
	f.one(p1.lower)
	f.one(p2.lower)
	f.one(n1.lower)
	f.one(n2.lower)
	f.one(p1.cluster)
	f.one(p2.cluster)
	f.one(n1.cluster)
	f.one(n2.cluster)
	f.one(p1.shape)
	f.one(n1.shape)
	f.two(p1.shape, w.shape)
	f.two(w.shape, n1.shape)
	f.three(p1.shape, w.shape, n1.shape)
	f.two(p1.xpos, w.xpos)
	f.two(w.xpos, n1.xpos)
	f.three(p1.xpos, w.xpos, n1.xpos)
	f.two(p1.lower, w.lower)
	f.two(w.lower, n1.lower)
	f.two(p1.cluster, w.cluster)
	f.two(w.cluster, n1.cluster)
	f.two(p1.lower, w.shape)
	f.two(n1.lower, w.shape)
	f.two(p2.lower, p1.lower)
	f.two(n1.lower, n2.lower)
	f.two(p1.cluster, n1.cluster)
}

// clues takes the clues, all together and each by itself.
func (f *nameFeatures) clues(v *nameView) {
	w, p1, n1 := v.w, v.p1, v.n1
	f.one(w.clues)
	f.two(w.clues, w.shape)
	f.two(w.clues, w.xpos)
	f.two(w.clues, w.cluster)
	f.two(p1.clues, w.clues)
	f.two(w.clues, n1.clues)
	f.one(p1.clues)
	f.one(n1.clues)
	f.three(p1.clues, w.clues, n1.clues)
	f.two(w.clues, p1.lower)
	f.two(w.clues, n1.lower)
	for b := w.clues; b != 0; b &= b - 1 {
		f.one(b & -b)
		f.template--
	}
	f.template++
	for b := p1.clues; b != 0; b &= b - 1 {
		f.two(b&-b, w.shape)
		f.template--
	}
	f.template++
	for b := n1.clues; b != 0; b &= b - 1 {
		f.two(b&-b, w.shape)
		f.template--
	}
	f.template++
}

// lists takes what lists and texts tell of the words.
func (f *nameFeatures) lists(v *nameView) {
	w, p1, n1 := v.w, v.p1, v.n1
	known := func(w *nameWord, which class) uint64 { return uint64(w.class & which) }
	f.one(known(w, ^startsName))
	f.two(known(w, ^startsName), w.shape)
	f.one(known(p1, ^startsName))
	f.one(known(n1, ^startsName))
	f.two(known(p1, ^startsName), known(w, ^startsName))
	f.two(known(w, ^startsName), known(n1, ^startsName))
	f.two(known(w, capitalTimes|nameParts), mix(v.edge, w.shape))
	f.two(w.list, w.shape)
	f.two(w.list, known(w, capitalTimes))
	f.two(w.list, p1.lower)
	f.two(w.list, n1.lower)
	f.two(p1.list, w.list)
	f.two(w.list, n1.list)
	f.two(w.list, w.clues)
}

// seen takes what the document tells.
func (f *nameFeatures) seen(v *nameView) {
	w, p1, n1 := v.w, v.p1, v.n1
	f.one(w.seen)
	f.two(w.seen, w.shape)
	f.two(w.seen, w.clues)
	f.two(w.seen, w.cluster)
	f.two(w.seen, v.edge)
	f.two(p1.seen, w.seen)
	f.two(w.seen, n1.seen)
	f.three(p1.seen, w.seen, n1.seen)
}

// run takes the run of capitalised words in which words[i] stands.
func (f *nameFeatures) run(words []nameWord, i int) {
	w := &words[i]
	place := uint64(min(i-w.first, 3))<<4 | uint64(min(w.last-i, 3))
	first, last := &words[w.first], &words[w.last]
	before, after := &words[w.first-1], &words[w.last+1]
	f.one(place)
	f.two(last.lower, place&15)
	f.two(last.clues, place&15)
	f.two(last.cluster, place&15)
	f.two(first.lower, place>>4)
	f.two(first.clues, place)
	f.two(before.lower, place>>4)
	f.two(after.lower, place&15)
	f.two(before.lower, after.lower)
	f.two(before.cluster, place>>4)
	f.two(after.cluster, place&15)
	f.two(after.xpos, place)
	f.two(before.xpos, place)
	f.three(first.clues, last.clues, place)
}
