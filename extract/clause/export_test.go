package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
)

// A Mend is a row of the table of mends, as tests see it.
type Mend struct {
	Name, Why, Example string
	After              []string
}

// Mends returns the mends in the order in which they are applied.
func Mends() []Mend {
	var out []Mend
	for _, m := range mends {
		out = append(out, Mend{m.name, m.why, m.example, m.after})
	}
	return out
}

// Arcs returns the tree of a sentence as "form relation head", with the mends
// named applied in their order.
func Arcs(doc *entity.Document, sentence int, mentions []int, names []string) []string {
	t := readTree(doc, sentence, mentions)
	for _, name := range names {
		mends[slices.IndexFunc(mends, func(m mend) bool { return m.name == name })].apply(t)
	}
	var out []string
	for i := range t.nodes {
		n, head := &t.nodes[i], ""
		if n.head >= 0 {
			head = t.nodes[n.head].form
		}
		out = append(out, n.form+" "+n.deprel+" "+head)
	}
	return out
}
