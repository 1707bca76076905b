package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// colors tell the types of nodes apart (Tableau 10).
var colors = map[entity.Type]string{
	entity.Person:       "#4e79a7",
	entity.Country:      "#e15759",
	entity.Organization: "#f28e2b",
	entity.Place:        "#76b7b2",
	entity.Event:        "#edc948",
	entity.Agreement:    "#b07aa1",
	entity.Position:     "#9c755f",
	entity.Area:         "#59a14f",
}

const otherColor = "#bab0ac" // what no color of its own is for

// palette are the colors of groups: twelve, the same lighter, and darker.
var palette = []string{
	"#4e79a7", "#e15759", "#59a14f", "#f28e2b", "#b07aa1", "#76b7b2", "#edc948", "#ff9da7", "#9c755f",
	"#1b6b72", "#8f4b8b", "#a3b86c",
	"#95afca", "#ed9a9b", "#9bc795", "#f7bb80", "#d0afc7", "#add4d1", "#f4df91", "#ffc4ca", "#c4ac9f",
	"#76a6aa", "#bc93b9", "#c8d4a7",
	"#304b68", "#8c3637", "#376431", "#96581b", "#6d4c64", "#49716e", "#937d2d", "#9e6168", "#61493b",
	"#114247", "#592e56", "#657243",
}

// continents have the colors of the palette in this order.
var continents = []string{"Asia", "Europe", "Africa", "North America", "South America", "Oceania", "Antarctica"}

// setColors colors nodes by type, or where all are of one, people by their country
// and countries by their continent. A country and a continent have one color in all
// files and pictures of a graph, whatever these leave out.
func setColors(nodes []node, g *contents) (groups [][2]string) {
	of := func(n *node) string { return string(n.Type) }
	color := map[string]string{}
	for t, c := range colors {
		color[string(t)] = c
	}
	one := len(nodes) > 0 && !slices.ContainsFunc(nodes, func(n node) bool { return n.Type != nodes[0].Type })
	switch {
	case one && nodes[0].Type == entity.Person:
		of = func(n *node) string { return n.country }
		color = paint(g.countriesByPeople())
	case one && nodes[0].Type == entity.Country:
		of = func(n *node) string {
			if c := world.CountryByID(n.ID); c != nil {
				return c.Continent
			}
			return ""
		}
		color = paint(continents)
	default:
		one = false
	}
	counts := map[string]int{}
	others := false
	for i := range nodes {
		name := of(&nodes[i])
		counts[name]++
		nodes[i].color = cmp.Or(color[name], otherColor)
		others = others || nodes[i].color == otherColor
	}
	for _, name := range byCount(counts) {
		if name != "" && (!one || color[name] != "") {
			groups = append(groups, [2]string{name, cmp.Or(color[name], otherColor)})
		}
	}
	if others && one {
		groups = append(groups, [2]string{"others", otherColor})
	}
	return groups
}

// paint gives each name a color of the palette, as far as it goes.
func paint(names []string) map[string]string {
	color := map[string]string{}
	for i, name := range names[:min(len(names), len(palette))] {
		color[name] = palette[i]
	}
	return color
}

// byCount gives names by how often they were counted, the most frequent first.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
}

// countriesByPeople gives the names of countries, those for which most people of the graph
// speak first.
func (g *contents) countriesByPeople() []string {
	counts := map[string]int{}
	for person := range g.people.best {
		if c := g.people.country(entity.Ref{ID: person, Type: entity.Person}); c.ID != "" {
			counts[c.Name]++
		}
	}
	return byCount(counts)
}
