package clause

import "testing"

// However a tree is mended it stays one: a node never depends on what depends on
// it.
func TestHangKeepsTree(t *testing.T) {
	tr := &tree{nodes: []node{{head: -1, kids: []int{1}}, {head: 0, kids: []int{2}}, {head: 1}}}
	tr.hang(1, 2, "acl")
	if tr.nodes[1].head != 0 || len(tr.nodes[2].kids) != 0 {
		t.Errorf("node 1 depends on node %d, which depends on it", tr.nodes[1].head)
	}
	tr.hang(2, 0, "conj")
	if tr.nodes[2].head != 0 || len(tr.nodes[0].kids) != 2 || len(tr.nodes[1].kids) != 0 {
		t.Errorf("node 2 depends on node %d, want 0", tr.nodes[2].head)
	}
}
