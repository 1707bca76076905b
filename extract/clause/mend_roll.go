package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// Mends of rolls: long lists of people with their offices, in which the parser loses its way.

// mendRolls makes the people of a list of three or more, whom nothing but commas, "and" and the
// ends of offices part, conjuncts of the first, who takes the place in the clause that the parser
// gave to one of them: "Minister Bauer, Mayor Lund and other officials were present."
func (t *tree) mendRolls() {
	for i := 0; i < len(t.nodes); i++ {
		roll := t.rollAt(i)
		if len(roll) < 3 {
			continue
		}
		t.enroll(roll)
		i = roll[len(roll)-1]
	}
}

// rollAt returns the people of the list that begins at node i, last a group of them such as
// "other officials".
func (t *tree) rollAt(i int) []int {
	var out []int
	for k := i; k < len(t.nodes) && t.isPerson(k); {
		out = append(out, k)
		k = t.remitEnd(k + 1)
		parted := t.separator(k)
		if len(parted) == 0 {
			break
		}
		k += len(parted)
		if c, ok := t.chunkAt(k); ok && t.isPlural(c.noun) && t.isHuman(c.noun) {
			return append(out, c.noun)
		}
	}
	return out
}

// remitEnd is where that of an office ends which begins at node k: "of Peru", "to the Treasury".
func (t *tree) remitEnd(k int) int {
	if k >= len(t.nodes) || !world.OfficePreposition.Has(t.nodes[k].form) {
		return k
	}
	c, ok := t.chunkAt(k + 1)
	if !ok || t.isPerson(c.noun) || len(t.separator(c.noun+1)) == 0 {
		return k
	}
	return c.noun + 1
}

// enroll makes those of a roll conjuncts of the first.
func (t *tree) enroll(roll []int) {
	first, last := roll[0], roll[len(roll)-1]
	best, rank := -1, len(rollArcs)+1
	before, behind := false, false
	for _, x := range roll {
		h, d := t.nodes[x].head, rel(t.nodes[x].deprel)
		if h >= first && h <= last {
			continue
		}
		at := slices.Index(rollArcs, d)
		if at < 0 {
			at = len(rollArcs)
		} else if d != "conj" {
			before, behind = before || h < first, behind || h > last
		}
		if at < rank {
			best, rank = x, at
		}
	}
	if best < 0 || before && behind { // "told Bauer, Lund and Soto agreed"
		return
	}
	if h := t.nodes[best].head; h >= 0 {
		d := t.nodes[best].deprel
		for _, x := range roll {
			if x != best && t.isBelow(h, x) { // the verb as if it told of one of them
				t.hang(h, t.nodes[x].head, t.nodes[x].deprel)
				for _, k := range slices.Clone(t.nodes[x].kids) {
					if k < first || k > last {
						t.hang(k, h, t.nodes[k].deprel)
					}
				}
			}
		}
		t.hang(first, h, d)
	}
	for _, x := range roll[1:] {
		if h := t.nodes[x].head; t.nodes[x].deprel != "conj" || !slices.Contains(roll, h) || h > x {
			t.hang(x, first, "conj")
		}
	}
	v := t.nodes[first].head
	if n := &t.nodes[first]; n.deprel == "nsubj" && v >= 0 && v < first && world.ListingVerb.Has(t.nodes[v].lemma) && !t.hasKid(v, "obj") {
		n.deprel = "obj" // "those present included Bauer, Lund and Soto"
	}
}

// mendAdriftSubjects makes somebody who opens a sentence, with others beside him, the subject of
// the verb behind that has none, which the parser hung on him: "Minister Bauer, along with Mayor
// Lund, were also present."
func (t *tree) mendAdriftSubjects() {
	i := t.root()
	if i < 0 || !t.isPerson(i) || t.hasKid(i, "cop") || slices.ContainsFunc(t.nodes[:i], func(n node) bool { return n.head != i }) {
		return
	}
	for _, v := range t.kids(i, "parataxis", "acl") {
		finite := isFinite(t.nodes[v].xpos) || slices.ContainsFunc(t.kids(v, "cop", "aux"), func(k int) bool { return isFinite(t.nodes[k].xpos) })
		beside := v > 1 && t.nodes[v-1].form == "," && t.nodes[v].xpos == "VBN" && t.isVerb(v) && t.kidBeside(i, v) && !t.hasKid(v, "obl:agent")
		if v < i || !finite && !beside || t.hasKid(v, "nsubj", "csubj", "expl", "mark") || !t.kidBeside(i, v) {
			continue
		}
		t.hang(v, -1, "root")
		t.hang(i, v, "nsubj")
		if beside {
			t.nodes[v].xpos = "VBD"
		}
		return
	}
}

// kidBeside tells whether somebody is put beside the person at node i before node v: "along
// with Lund".
func (t *tree) kidBeside(i, v int) bool {
	return slices.ContainsFunc(t.nodes[i:v], func(n node) bool { return n.form == "along" || n.form == "alongside" || n.form == "together" })
}

// rollArcs are the places in a clause that lists of people have, the surest first.
var rollArcs = []string{"nsubj", "obj", "iobj", "obl", "nmod", "conj"}
