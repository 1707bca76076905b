package export

import (
	"math"

	"github.com/relata-graph/relata/graph/identity"
)

// A node of a network is an entity, or in the view of events a fact.
type node struct {
	identity.Entity
	label           string // tells it apart from all other nodes
	iri             string
	country, office string
	color           string
	degree          int // edges
	weight          int // facts of its edges
	documents       int
	x, y            float64 // with Options.Layout
}

// size is the diameter at which a node is drawn.
func (n *node) size() float64 {
	return math.Round(100*(10+4*math.Sqrt(float64(n.degree)))) / 100
}

// A network is nodes by id, and edges by source, target and kind.
type network struct {
	nodes  []node
	edges  []edge
	groups [][2]string       // what the colors of nodes stand for, those of most nodes first
	placed bool              // nodes have positions
	dates  map[string]string // of documents
}

// edge gives an edge with what its facts say of it.
func (n *network) edge(i int) *toldEdge { return n.edges[i].told(n.dates) }
