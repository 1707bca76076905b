package clause

import (
	"slices"

	"github.com/relata-graph/relata/extract/world"
)

// kidOf tells whether a dependent of node i by a relation is a word of a class, by
// its lemma or form.
func (t *tree) kidOf(i int, r string, class world.Class) bool {
	return slices.ContainsFunc(t.kids(i, r), func(k int) bool {
		return class.Has(t.nodes[k].lemma) || class.Has(t.nodes[k].form)
	})
}
