package ask

import (
	"slices"
	"strings"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A network is an undirected graph of things, an edge for each two between which
// there are facts; its weight is their number. It is a gonum.WeightedUndirected
// whose ids are indexes of the things and whose order is theirs, so that what
// gonum computes comes out the same each time. It is immutable.
type network struct {
	things []entity.Ref         // sorted by id
	edges  [][]gonum.Node       // to others, in order of index
	facts  map[int][]graph.Fact // of a thing
	weight map[[2]int]float64   // of an edge, the lesser index first
	only   []gonum.Node         // the nodes of a part of the network; nil: all
}

// network makes a network of the facts that the question is about.
func (q *question) network() (*network, error) {
	all, err := q.facts("", nil)
	if err != nil {
		return nil, err
	}
	n := &network{facts: map[int][]graph.Fact{}, weight: map[[2]int]float64{}}
	refs := map[string]entity.Ref{}
	for _, f := range all {
		refs[f.Subject.ID], refs[f.Object.ID] = f.Subject, f.Object
	}
	for _, r := range refs {
		n.things = append(n.things, r)
	}
	slices.SortFunc(n.things, func(a, b entity.Ref) int { return strings.Compare(a.ID, b.ID) })
	index := make(map[string]int, len(n.things))
	for i, r := range n.things {
		index[r.ID] = i
	}
	n.edges = make([][]gonum.Node, len(n.things))
	for _, f := range all {
		n.join(index[f.Subject.ID], index[f.Object.ID], f)
	}
	for _, to := range n.edges {
		slices.SortFunc(to, func(a, b gonum.Node) int { return int(a.ID() - b.ID()) })
	}
	return n, nil
}

func (n *network) join(a, b int, f graph.Fact) {
	if a == b {
		return
	}
	if pair := order(a, b); n.weight[pair] == 0 {
		n.edges[a], n.edges[b] = append(n.edges[a], node(b)), append(n.edges[b], node(a))
	}
	n.weight[order(a, b)]++
	n.facts[a], n.facts[b] = append(n.facts[a], f), append(n.facts[b], f)
}

// strength is the weighted degree of a thing: the facts that it has with others.
func (n *network) strength(i int) float64 {
	sum := 0.0
	for _, to := range n.edges[i] {
		sum += n.weight[order(i, int(to.ID()))]
	}
	return sum
}

// parts gives the connected parts of the network, in order of their first nodes.
func (n *network) parts() []*network {
	var parts []*network
	for _, nodes := range topo.ConnectedComponents(n) {
		slices.SortFunc(nodes, func(a, b gonum.Node) int { return int(a.ID() - b.ID()) })
		part := *n
		part.only = nodes
		parts = append(parts, &part)
	}
	slices.SortFunc(parts, func(a, b *network) int { return int(a.only[0].ID() - b.only[0].ID()) })
	return parts
}

func order(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }

// A node is an index of network.things.
type node int64

// ID is the index.
func (i node) ID() int64 { return int64(i) }

// Node gives a node, nil if there is none of the id.
func (n *network) Node(id int64) gonum.Node {
	if id < 0 || int(id) >= len(n.things) {
		return nil
	}
	return node(id)
}

// Nodes gives all nodes in order.
func (n *network) Nodes() gonum.Nodes {
	nodes := n.only
	if nodes == nil {
		for i := range n.things {
			nodes = append(nodes, node(i))
		}
	}
	return iterator.NewOrderedNodes(nodes)
}

// From gives the nodes beside one, in order.
func (n *network) From(id int64) gonum.Nodes { return iterator.NewOrderedNodes(n.edges[id]) }

// HasEdgeBetween tells whether there is an edge.
func (n *network) HasEdgeBetween(x, y int64) bool { return n.weight[order(int(x), int(y))] > 0 }

// Edge gives the edge from one node to another, nil if there is none.
func (n *network) Edge(x, y int64) gonum.Edge { return n.EdgeBetween(x, y) }

// EdgeBetween gives the edge between two nodes, nil if there is none.
func (n *network) EdgeBetween(x, y int64) gonum.Edge {
	if e := n.WeightedEdgeBetween(x, y); e != nil {
		return e
	}
	return nil
}

// WeightedEdge gives the edge from one node to another, nil if there is none.
func (n *network) WeightedEdge(x, y int64) gonum.WeightedEdge { return n.WeightedEdgeBetween(x, y) }

// WeightedEdgeBetween gives the edge between two nodes, nil if there is none.
func (n *network) WeightedEdgeBetween(x, y int64) gonum.WeightedEdge {
	if w := n.weight[order(int(x), int(y))]; w > 0 {
		return edge{node(x), node(y), w}
	}
	return nil
}

// Weight gives the weight of the edge between two nodes; ok tells whether there
// is one, or the nodes are the same.
func (n *network) Weight(x, y int64) (w float64, ok bool) {
	w = n.weight[order(int(x), int(y))]
	return w, w > 0 || x == y
}

// An edge is one of a network.
type edge struct {
	from, to node
	weight   float64
}

// From is the one end.
func (e edge) From() gonum.Node { return e.from }

// To is the other end.
func (e edge) To() gonum.Node { return e.to }

// Weight is the number of facts.
func (e edge) Weight() float64 { return e.weight }

// ReversedEdge is the edge seen from the other end.
func (e edge) ReversedEdge() gonum.Edge { return edge{e.to, e.from, e.weight} }
