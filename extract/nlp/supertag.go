package nlp

// A supertagger guesses what each unit will be in the tree before it is parsed:
// its relation, on which side its head is, and on which sides it has dependents
// (Ouchi, Duh and Matsumoto 2014). That lets a greedy parser look ahead.
type supertagger struct {
	*linear
	hashes []uint64 // of the labels
}

func newSupertagger(m *linear) *supertagger {
	t := &supertagger{linear: m}
	for _, l := range m.labels {
		t.hashes = append(t.hashes, hashString(l))
	}
	return t
}

// tag fills the supertags of the units of a sentence; the last two stand for the
// root and none.
func (t *supertagger) tag(units []unit) {
	var s scores
	var f features
	var t1, t2 uint64
	for i := range len(units) - 2 {
		supertagFeatures(&f, units, i, t1, t2)
		t1, t2 = t.hashes[t.decide(f.all(), &s)], t1
		units[i].super = t1
	}
}

var nounTag, properTag, verbTag = hashString("NOUN"), hashString("PROPN"), hashString("VERB")

// An outlook is what a supertagger sees of a sentence: a unit, three before it
// and three after, and the nearest verbs and nouns on both sides.
type outlook struct {
	w, p1, p2, p3, n1, n2, n3                *unit
	leftVerb, rightVerb, leftNoun, rightNoun *unit
	leftDistance, rightDistance              uint64 // to the verbs
	end                                      *unit  // the root
}

func newOutlook(units []unit, i int) outlook {
	end := len(units) - 2
	none := &units[end+1]
	at := func(j int) *unit {
		if j < 0 {
			return none
		}
		return &units[min(j, end+1)]
	}
	near := func(step, most int, is func(upos uint64) bool) (*unit, uint64) {
		for k := 1; k < most && i+k*step >= 0 && i+k*step < end; k++ {
			if u := &units[i+k*step]; is(u.upos) {
				return u, uint64(min(k, 5))
			}
		}
		return none, 0
	}
	verb := func(upos uint64) bool { return upos == verbTag }
	noun := func(upos uint64) bool { return upos == nounTag || upos == properTag }
	o := outlook{
		w: at(i), p1: at(i - 1), p2: at(i - 2), p3: at(i - 3), n1: at(i + 1), n2: at(i + 2), n3: at(i + 3), end: &units[end],
	}
	o.leftVerb, o.leftDistance = near(-1, 12, verb)
	o.rightVerb, o.rightDistance = near(1, 12, verb)
	o.leftNoun, _ = near(-1, 8, noun)
	o.rightNoun, _ = near(1, 8, noun)
	return o
}

// supertagFeatures takes the features of unit i, given the supertags of the two
// before.
func supertagFeatures(f *features, units []unit, i int, t1, t2 uint64) {
	f.start(1000)
	o := newOutlook(units, i)
	o.words(f)
	o.sequences(f)
	o.surroundings(f)
	o.verbsAndNouns(f)
	w, n1 := o.w, o.n1
	f.one(t1)
	f.two(t1, t2)
	f.two(t1, w.tag)
	f.two(t1, w.lemma)
	f.three(t1, t2, w.tag)
	f.three(t1, w.tag, n1.tag)
	f.three(t1, t2, mix(w.tag, n1.tag))
}

// words takes the unit alone, and with each of its neighbours.
func (o *outlook) words(f *features) {
	w := o.w
	f.one(0)
	f.one(w.word)
	f.one(w.tag)
	f.one(w.wordTag)
	f.two(w.lemma, w.upos)
	f.one(w.cluster)
	for _, u := range [...]*unit{o.p1, o.p2, o.n1, o.n2} {
		f.one(u.word)
		f.one(u.tag)
		f.one(u.wordTag)
		f.one(u.cluster)
		f.two(u.tag, w.tag)
		f.two(u.lemma, w.lemma)
		f.two(u.tag, w.lemma)
		f.two(u.lemma, w.tag)
		f.two(u.cluster, w.cluster)
	}
	f.one(o.p3.tag)
	f.one(o.n3.tag)
}

// sequences takes three units together, or four.
func (o *outlook) sequences(f *features) {
	w, p1, p2, p3, n1, n2, n3 := o.w, o.p1, o.p2, o.p3, o.n1, o.n2, o.n3
	f.three(p1.tag, w.tag, n1.tag)
	f.three(p2.tag, p1.tag, w.tag)
	f.three(w.tag, n1.tag, n2.tag)
	f.three(p1.tag, w.lemma, n1.tag)
	f.three(p2.tag, p1.tag, w.lemma)
	f.three(w.lemma, n1.tag, n2.tag)
	f.three(p2.tag, p1.tag, mix(w.tag, n1.tag))
	f.three(p1.tag, w.tag, mix(n1.tag, n2.tag))
	f.three(w.tag, n1.tag, mix(n2.tag, n3.tag))
	f.three(p3.tag, p2.tag, mix(p1.tag, w.tag))
	f.three(p1.lemma, w.tag, n1.tag)
	f.three(p1.tag, w.tag, n1.lemma)
	f.three(p2.lemma, p1.tag, w.tag)
	f.three(w.tag, n1.tag, n2.lemma)
	f.three(p2.lemma, p1.lemma, w.tag)
}

// surroundings takes the punctuation around the unit, and what stands before and
// after it in the sentence.
func (o *outlook) surroundings(f *features) {
	w, p1, n1, n2 := o.w, o.p1, o.n1, o.n2
	f.three(w.before, n1.before, w.tag)
	f.three(w.before, p1.tag, w.tag)
	f.three(n1.before, w.tag, n1.tag)
	f.three(w.before, w.tag, n1.tag)
	f.three(mix(w.before, n1.before), n2.before, w.tag)
	verbs, ahead := uint64(min(w.verbs, 2)), gap(w, o.end)
	f.three(verbs, ahead, w.tag)
	f.three(verbs, ahead, w.lemma)
	f.three(verbs<<4|uint64(min(w.commas, 2))<<2|uint64(min(w.ands, 1)), w.tag, n1.tag)
}

// verbsAndNouns takes the nearest verbs and nouns.
func (o *outlook) verbsAndNouns(f *features) {
	w, p1, n1 := o.w, o.p1, o.n1
	leftVerb, rightVerb, leftNoun, rightNoun := o.leftVerb, o.rightVerb, o.leftNoun, o.rightNoun
	leftDistance, rightDistance := o.leftDistance, o.rightDistance
	f.three(leftVerb.wordTag, w.tag, p1.lemma)
	f.three(leftVerb.lemma, w.tag, leftDistance)
	f.three(rightVerb.lemma, w.tag, rightDistance)
	f.three(rightVerb.tag, w.tag, leftVerb.tag)
	f.three(rightVerb.tag, w.lemma, leftVerb.tag)
	f.three(leftNoun.lemma, w.lemma, p1.tag)
	f.three(rightNoun.lemma, w.lemma, n1.tag)
	f.three(leftVerb.tag, leftNoun.tag, w.lemma)
	f.three(rightVerb.tag, rightNoun.tag, w.lemma)
	f.three(leftVerb.lemma, w.lemma, rightNoun.lemma)
	f.two(leftVerb.lemma, w.lemma)
}
