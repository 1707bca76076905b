package export

import "slices"

// place gives the nodes positions. In each part of the network that hangs together
// forces push all nodes apart, the more the more edges they have, and pull those
// together that edges tie (ForceAtlas2: Jacomy, Venturini, Heymann and Bastian 2014,
// with the tree of Barnes and Hut for many nodes); then the parts are set side by
// side, the largest in the middle. Products are rounded before they are added, so
// that every processor gives the same positions.
func (n *network) place() {
	var parts []part
	for _, members := range n.components() {
		l := newLayout(n, members)
		rounds := 800
		if len(members) > 1000 {
			rounds = max(60, 800_000/len(members)) // to be done in some seconds
		}
		if len(members) > 1 {
			for range rounds {
				l.step()
			}
			l.separate()
		}
		parts = append(parts, newPart(l, members))
	}
	pack(parts)
	for _, p := range parts {
		for i, m := range p.members {
			n.nodes[m].x, n.nodes[m].y = round2(p.x+p.layout.x[i]), round2(p.y+p.layout.y[i])
		}
	}
	n.placed = true
}

// components gives the nodes of each part that hangs together, the largest part first.
func (n *network) components() [][]int {
	root := make([]int, len(n.nodes))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i := range n.edges {
		a, b := find(n.edges[i].source), find(n.edges[i].target)
		root[max(a, b)] = min(a, b)
	}
	of := map[int]int{}
	var parts [][]int
	for i := range n.nodes {
		r := find(i)
		at, ok := of[r]
		if !ok {
			at = len(parts)
			of[r] = at
			parts = append(parts, nil)
		}
		parts[at] = append(parts[at], i)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}
