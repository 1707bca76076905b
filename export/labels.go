package export

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/relata-graph/relata/extract/entity"
)

// shows tells whether a rune is one that a reader sees, or that XML allows.
func shows(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) && r != 0xfffe && r != 0xffff
}

// localID gives the id of a node without what says its type.
func localID(n *node) string {
	_, local, _ := strings.Cut(n.ID, ":")
	return local
}

// setLabels gives each node a label of its own: its name, an office with whose it
// is, or its id where it has no name, and in brackets what tells it from others of the
// same name.
func setLabels(nodes []node, p *people) {
	for i := range nodes {
		n := &nodes[i]
		n.label = n.Name
		if f := p.of[n.ID]; f != nil && n.Type == entity.Position {
			n.label = officeName(f)
		}
		if !strings.ContainsFunc(n.label, shows) {
			n.label = localID(n)
		}
	}
	for _, more := range []func(n *node) string{
		func(n *node) string { return cmp.Or(n.country, strings.ToLower(string(n.Type))) },
		func(n *node) string { return n.office },
		localID,
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
