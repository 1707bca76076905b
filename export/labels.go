package export

import (
	"cmp"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// setLabels gives each node a label of its own: its name, an office with whose it
// is, and in brackets what tells it from others of the same name.
func setLabels(nodes []node, p *people) {
	for i := range nodes {
		n := &nodes[i]
		n.label = n.Name
		if f := p.of[n.ID]; f != nil && n.Type == entity.Position {
			n.label = officeName(f)
		}
	}
	for _, more := range []func(n *node) string{
		func(n *node) string { return cmp.Or(n.country, strings.ToLower(string(n.Type))) },
		func(n *node) string { return n.office },
		func(n *node) string { _, local, _ := strings.Cut(n.ID, ":"); return local },
	} {
		called := map[string]int{}
		for i := range nodes {
			called[nodes[i].label]++
		}
		for i := range nodes {
			n := &nodes[i]
			if word := more(n); called[n.label] > 1 && word != "" && !strings.Contains(n.label, word) {
				n.label += " (" + word + ")"
			}
		}
	}
}
