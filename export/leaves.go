package export

import (
	"slices"

	"github.com/relata-graph/relata/graph"
)

// Leaves tells whether a graph has anything of what opts choose: an edge of the view that
// they ask for. Formats that are always whole may have more.
func Leaves(s *graph.Store, opts Options) (bool, error) {
	g, sel, err := selected(s, opts)
	if err != nil {
		return false, err
	}
	links, _ := linksOf(g, sel, opts)
	if opts.MinWeight <= 1 && len(opts.Types) == 0 {
		return len(links) > 0, nil
	}
	edges := joinLinks(links)
	return slices.ContainsFunc(edges, func(e edge) bool { return opts.keeps(&e) }), nil
}
