package nlp

import (
	"math/rand/v2"
	"slices"
)

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
	scores := make([]int32, len(t.labels))
	var buf [128]uint32
	var t1, t2 uint64
	for i := range len(units) - 2 {
		clear(scores)
		t.score(supertagFeatures(buf[:0], units, i, t1, t2), scores)
		best := 0
		for l, v := range scores {
			if v > scores[best] {
				best = l
			}
		}
		t1, t2 = t.hashes[best], t1
		units[i].super = t1
	}
}

var nounTag, properTag, verbTag = hashString("NOUN"), hashString("PROPN"), hashString("VERB")

// supertagFeatures appends the features of unit i, given the supertags of the
// two before.
func supertagFeatures(f []uint32, units []unit, i int, t1, t2 uint64) []uint32 {
	end := len(units) - 2
	none := &units[end+1]
	at := func(j int) *unit {
		if j < 0 {
			return none
		}
		return &units[min(j, end+1)]
	}
	w, p1, p2, p3, n1, n2, n3 := at(i), at(i-1), at(i-2), at(i-3), at(i+1), at(i+2), at(i+3)
	// The nearest verb and noun on both sides.
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
	leftVerb, leftDistance := near(-1, 12, verb)
	rightVerb, rightDistance := near(1, 12, verb)
	leftNoun, _ := near(-1, 8, noun)
	rightNoun, _ := near(1, 8, noun)

	n := uint64(1000)
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
	one(0)
	one(w.word)
	one(w.tag)
	one(w.wordTag)
	two(w.lemma, w.upos)
	one(w.cluster)
	for _, u := range [...]*unit{p1, p2, n1, n2} {
		one(u.word)
		one(u.tag)
		one(u.wordTag)
		one(u.cluster)
		two(u.tag, w.tag)
		two(u.lemma, w.lemma)
		two(u.tag, w.lemma)
		two(u.lemma, w.tag)
		two(u.cluster, w.cluster)
	}
	one(p3.tag)
	one(n3.tag)
	three(p1.tag, w.tag, n1.tag)
	three(p2.tag, p1.tag, w.tag)
	three(w.tag, n1.tag, n2.tag)
	three(p1.tag, w.lemma, n1.tag)
	three(p2.tag, p1.tag, w.lemma)
	three(w.lemma, n1.tag, n2.tag)
	three(p2.tag, p1.tag, mix(w.tag, n1.tag))
	three(p1.tag, w.tag, mix(n1.tag, n2.tag))
	three(w.tag, n1.tag, mix(n2.tag, n3.tag))
	three(p3.tag, p2.tag, mix(p1.tag, w.tag))
	three(p1.lemma, w.tag, n1.tag)
	three(p1.tag, w.tag, n1.lemma)
	three(p2.lemma, p1.tag, w.tag)
	three(w.tag, n1.tag, n2.lemma)
	three(p2.lemma, p1.lemma, w.tag)
	three(w.before, n1.before, w.tag)
	three(w.before, p1.tag, w.tag)
	three(n1.before, w.tag, n1.tag)
	three(w.before, w.tag, n1.tag)
	three(mix(w.before, n1.before), n2.before, w.tag)
	verbs, ahead := uint64(min(w.verbs, 2)), gap(w, &units[end])
	three(verbs, ahead, w.tag)
	three(verbs, ahead, w.lemma)
	three(verbs<<4|uint64(min(w.commas, 2))<<2|uint64(min(w.ands, 1)), w.tag, n1.tag)
	three(leftVerb.wordTag, w.tag, p1.lemma)
	three(leftVerb.lemma, w.tag, leftDistance)
	three(rightVerb.lemma, w.tag, rightDistance)
	three(rightVerb.tag, w.tag, leftVerb.tag)
	three(rightVerb.tag, w.lemma, leftVerb.tag)
	three(leftNoun.lemma, w.lemma, p1.tag)
	three(rightNoun.lemma, w.lemma, n1.tag)
	three(leftVerb.tag, leftNoun.tag, w.lemma)
	three(rightVerb.tag, rightNoun.tag, w.lemma)
	three(leftVerb.lemma, w.lemma, rightNoun.lemma)
	two(leftVerb.lemma, w.lemma)
	one(t1)
	two(t1, t2)
	two(t1, w.tag)
	two(t1, w.lemma)
	three(t1, t2, w.tag)
	three(t1, w.tag, n1.tag)
	three(t1, t2, mix(w.tag, n1.tag))
	return f
}

// supertags gives the right supertag of each unit.
func (e *example) supertags() []string {
	left, right := make([]bool, len(e.heads)+1), make([]bool, len(e.heads)+1)
	for i, h := range e.heads {
		left[h], right[h] = left[h] || i < int(h), right[h] || i > int(h)
	}
	all := slices.Clone(e.rels)
	for i, h := range e.heads {
		switch {
		case int(h) == len(e.heads):
			all[i] = "root"
		case int(h) < i:
			all[i] += "<"
		default:
			all[i] += ">"
		}
		if left[i] {
			all[i] += " left"
		}
		if right[i] {
			all[i] += " right"
		}
	}
	return all
}

// supertag trains a supertagger. The examples get the supertags of others that
// were trained without their part.
func supertag(examples []example, seed uint64) *supertagger {
	eachPart(func(part int) {
		in := func(e example) bool { return e.part == part }
		t := trainSupertagger(slices.DeleteFunc(slices.Clone(examples), in), seed)
		for _, e := range examples {
			if in(e) {
				t.tag(e.units)
			}
		}
	})
	return trainSupertagger(examples, seed)
}

func trainSupertagger(examples []example, seed uint64) *supertagger {
	const epochs, margin = 3, 4
	right := make([][]string, len(examples))
	count := make(map[string]int)
	for i := range examples {
		right[i] = examples[i].supertags()
		for _, l := range right[i] {
			count[l]++
		}
	}
	t := newSupertagger(&linear{labels: frequent(count, 5)})
	w := newWeights(t.labels)
	random := rand.New(rand.NewPCG(seed, 3))
	order := random.Perm(len(examples))
	var features []uint32
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			var t1, t2 uint64
			for i, l := range right[k] {
				features = supertagFeatures(features[:0], examples[k].units, i, t1, t2)
				if epoch == 0 {
					w.count(features)
				}
				best := w.learn(features, slices.Index(t.labels, l), margin)
				t1, t2 = t.hashes[best], t1
			}
		}
	}
	w.average()
	return newSupertagger(w.model(1_000_000))
}
