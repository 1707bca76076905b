package nlp

import (
	"math/rand/v2"
	"slices"
)

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
	w := newWeights(t.labels, 3)
	random := rand.New(rand.NewPCG(seed, 3))
	order := random.Perm(len(examples))
	var f features
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			var t1, t2 uint64
			for i, l := range right[k] {
				supertagFeatures(&f, examples[k].units, i, t1, t2)
				if epoch == 0 {
					w.count(f.all())
				}
				best := w.learn(f.all(), slices.Index(t.labels, l), margin)
				t1, t2 = t.hashes[best], t1
			}
		}
	}
	w.average()
	return newSupertagger(w.model(1_000_000))
}
