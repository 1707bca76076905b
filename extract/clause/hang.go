package clause

import "slices"

// What mends change a tree with, and what several of them ask. Nothing but mends
// may change a tree.

// hang makes node i depend on node head, unless head depends on it: a tree has no
// circles, whatever a mend wants. A head of -1 makes it the root.
func (t *tree) hang(i, head int, deprel string) {
	for h := head; h >= 0; h = t.nodes[h].head {
		if h == i {
			return
		}
	}
	n := &t.nodes[i]
	if n.head >= 0 {
		old := &t.nodes[n.head]
		old.kids = slices.DeleteFunc(old.kids, func(k int) bool { return k == i })
	}
	n.head, n.deprel = head, deprel
	if head < 0 {
		return
	}
	t.nodes[head].kids = append(t.nodes[head].kids, i)
	slices.Sort(t.nodes[head].kids)
}

// modify makes node i a modifier of the node behind it, which takes its dependents.
func (t *tree) modify(i int, deprel string) {
	for _, k := range slices.Clone(t.nodes[i].kids) {
		t.hang(k, i+1, t.nodes[k].deprel)
	}
	t.hang(i, i+1, deprel)
}

// opens tells whether the phrase of node h starts at node first.
func (t *tree) opens(first, h int) bool {
	for k := first; k < h; k++ {
		if t.nodes[k].head != h {
			return false
		}
	}
	return first <= h
}

// verbAbove returns the nearest verb above node i, -1 if there is none.
func (t *tree) verbAbove(i int) int {
	v := t.nodes[i].head
	for v >= 0 && !t.isVerb(v) {
		v = t.nodes[v].head
	}
	return v
}

// root returns the root of the tree, -1 of an empty one.
func (t *tree) root() int {
	return slices.IndexFunc(t.nodes, func(n node) bool { return n.head < 0 })
}
