package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// newNetwork makes the network that opts ask for.
func newNetwork(s *graph.Store, opts Options) (*network, error) {
	g, sel, err := selected(s, opts)
	if err != nil {
		return nil, err
	}
	return g.viewed(sel, opts)
}

// viewed makes the network of a view.
func (g *contents) viewed(sel *selection, opts Options) (*network, error) {
	links, extra := linksOf(g, sel, opts)
	return g.network(links, extra, opts)
}

// linksOf gives the links of a view, and the nodes that are no entities.
func linksOf(g *contents, sel *selection, opts Options) ([]link, map[string]identity.Entity) {
	switch opts.View {
	case Countries:
		return countryLinks(g, sel), nil
	case Events:
		return eventLinks(g, sel)
	case Full:
		return entityLinks(g, sel, false), nil
	case People:
		return entityLinks(g, sel, true), nil
	}
	if links := entityLinks(g, sel, true); len(links) > 0 {
		return links, nil
	}
	return entityLinks(g, sel, false), nil
}

// entityLinks ties the subject of each fact to its object; people alone if wanted.
func entityLinks(g *contents, sel *selection, peopleOnly bool) []link {
	var links []link
	for i := range g.facts {
		f := &g.facts[i]
		if peopleOnly && (f.Subject.Type != entity.Person || f.Object.Type != entity.Person) || !sel.wants(f) {
			continue
		}
		links = append(links, link{&f.Subject, &f.Object, kindOf(f), f})
	}
	return links
}

// network makes nodes and edges of links; extra are nodes that are no entities.
func (g *contents) network(links []link, extra map[string]identity.Entity, opts Options) (*network, error) {
	edges := joinLinks(links)
	edges = slices.DeleteFunc(edges, func(e edge) bool { return !opts.keeps(&e) })
	edges = strongest(edges, opts.Top)
	n := &network{dates: g.dates}
	ends := map[string]*node{}
	for i := range edges {
		for _, end := range edges[i].ends {
			at := ends[end.ID]
			if at == nil {
				at = &node{Entity: identity.Entity{Ref: *end}} // a country may be known from a place alone
				if e, ok := g.entities[end.ID]; ok {
					at.Entity = e
				} else if e, ok := extra[end.ID]; ok {
					at.Entity = e
				} else if end.Type == "" {
					return nil, fmt.Errorf("%s has no type in the graph", end.ID)
				}
				ends[end.ID] = at
			}
			at.degree++
			at.weight += edges[i].weight()
		}
	}
	for id, end := range ends {
		end.iri = graph.Expand(quad.IRI(id), opts.Base)
		end.country, end.office = g.people.country(end.Ref).Name, g.people.office(id)
		n.nodes = append(n.nodes, *end)
	}
	slices.SortFunc(n.nodes, func(a, b node) int { return strings.Compare(a.ID, b.ID) })
	index := make(map[string]int, len(n.nodes))
	for i := range n.nodes {
		index[n.nodes[i].ID] = i
	}
	for i := range edges {
		edges[i].source, edges[i].target = index[edges[i].ends[0].ID], index[edges[i].ends[1].ID]
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target), strings.Compare(a.kind, b.kind))
	})
	n.edges = edges
	n.countDocuments()
	setLabels(n.nodes, g.people)
	n.groups = setColors(n.nodes, g)
	if opts.Layout {
		n.place()
	}
	return n, nil
}

// countDocuments counts for each node the documents that tell of its edges.
func (n *network) countDocuments() {
	var documents numbers
	var told []uint64 // nodes with documents
	for i := range n.edges {
		e := &n.edges[i]
		for _, f := range e.facts {
			for _, st := range f.Statements {
				doc := uint64(documents.number(st.Doc))
				told = append(told, uint64(e.source)<<32|doc, uint64(e.target)<<32|doc)
			}
		}
	}
	slices.Sort(told)
	for _, t := range slices.Compact(told) {
		n.nodes[t>>32].documents++
	}
}

// strongest keeps the edges between the top nodes with most facts; all if top is 0.
func strongest(edges []edge, top int) []edge {
	if top == 0 {
		return edges
	}
	weights := map[string]int{}
	for i := range edges {
		for _, end := range edges[i].ends {
			weights[end.ID] += edges[i].weight()
		}
	}
	ids := make([]string, 0, len(weights))
	for id := range weights {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), strings.Compare(a, b))
	})
	for _, id := range ids[min(top, len(ids)):] {
		delete(weights, id)
	}
	return slices.DeleteFunc(edges, func(e edge) bool {
		return weights[e.ends[0].ID] == 0 || weights[e.ends[1].ID] == 0
	})
}
