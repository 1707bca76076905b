package export

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// factType is the type of the nodes that facts are in the view of events.
const factType entity.Type = "Fact"

// eventLinks makes a node of each fact, and ties it to all who have a part in it:
// the subject to the fact, the fact to its object, place and the like.
func eventLinks(g *contents, sel *selection) ([]link, map[string]identity.Entity) {
	var links []link
	nodes := map[string]identity.Entity{}
	for i := range g.facts {
		f := &g.facts[i]
		if !sel.wants(f) {
			continue
		}
		name := kindOf(f)
		if f.Date != "" {
			name += " " + f.Date
		}
		self := &entity.Ref{ID: f.ID, Type: factType, Name: name}
		nodes[f.ID] = identity.Entity{Ref: *self}
		links = append(links, link{&f.Subject, self, "subject", f}, link{self, &f.Object, "object", f})
		add := func(kind string, r entity.Ref) {
			if _, known := g.entities[r.ID]; known && r.ID != f.Subject.ID && r.ID != f.Object.ID {
				links = append(links, link{self, &r, kind, f})
			}
		}
		add("of", f.Of)
		add("to", f.To)
		for _, st := range f.Statements {
			add("place", st.Place)
			add("event", st.Event)
			add("by", st.By)
			for _, w := range st.With {
				add("with", w)
			}
		}
	}
	return links, nodes
}
