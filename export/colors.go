package export

import (
	"cmp"
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

// colorOf gives the types that rule packs add a color too.
func colorOf(t entity.Type) string { return cmp.Or(colors[t], otherColor) }

// palette are the colors of groups, the largest group first.
var palette = []string{
	"#4e79a7", "#e15759", "#59a14f", "#f28e2b", "#b07aa1", "#76b7b2", "#edc948", "#ff9da7", "#9c755f",
	"#1b6b72", "#8f4b8b", "#a3b86c",
}

// setColors colors nodes by type, or where all are of one, people by their country
// and countries by their continent.
func setColors(nodes []node) (groups [][2]string) {
	of := func(n *node) string { return string(n.Type) }
	one := len(nodes) > 0 && !slices.ContainsFunc(nodes, func(n node) bool { return n.Type != nodes[0].Type })
	switch {
	case one && nodes[0].Type == entity.Person:
		of = func(n *node) string { return n.country }
	case one && nodes[0].Type == entity.Country:
		of = func(n *node) string {
			if c := world.CountryByID(n.ID); c != nil {
				return c.Continent
			}
			return ""
		}
	default:
		one = false
	}
	counts := map[string]int{}
	for i := range nodes {
		counts[of(&nodes[i])]++
	}
	var names []string
	for name := range counts {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	color := map[string]string{}
	for i, name := range names {
		switch {
		case !one:
			color[name] = colorOf(entity.Type(name))
		case i < len(palette):
			color[name] = palette[i]
		default:
			continue
		}
		groups = append(groups, [2]string{name, color[name]})
	}
	others := false
	for i := range nodes {
		nodes[i].color = cmp.Or(color[of(&nodes[i])], otherColor)
		others = others || nodes[i].color == otherColor
	}
	if others && one {
		groups = append(groups, [2]string{"others", otherColor})
	}
	return groups
}
