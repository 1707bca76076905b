package ask

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	centrality "gonum.org/v1/gonum/graph/network"
)

// measures are those of top, in the order of its columns.
var measures = []string{"degree", "weight", "pagerank", "betweenness"}

// top ranks the things of a network by a measure, weight if none is named.
func top(q *question, args []string) ([]Row, error) {
	measure := 1
	if len(args) > 0 {
		if measure = slices.Index(measures, strings.ToLower(args[0])); measure < 0 {
			return nil, fmt.Errorf("%w: measure %q: want one of %s", ErrOptions, args[0], strings.Join(measures, ", "))
		}
	}
	n, err := q.network()
	if err != nil {
		return nil, err
	}
	values := make([][4]float64, len(n.things))
	ranks, between := n.pageRank(), n.betweenness()
	order := make([]int, len(n.things))
	for i := range n.things {
		values[i] = [4]float64{float64(len(n.edges[i])), n.strength(i), ranks[i], between[i]}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(values[b][measure], values[a][measure]), cmp.Compare(values[b][1], values[a][1]))
	})
	var rows []Row
	for at, i := range order {
		office, err := q.office(n.things[i])
		if err != nil {
			return nil, err
		}
		v := values[i]
		rows = append(rows, row(n.facts[i], at+1, n.things[i].Name, office, int(v[0]), int(v[1]),
			rounded(v[2], 4), rounded(v[3], 4), documents(n.facts[i]), n.things[i].ID))
	}
	return rows, nil
}

func rounded(v float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(v*scale) / scale
}

// pageRank gives the share of time that one spends at each thing who goes along
// edges by their weight and begins anew with each sixth or seventh step (Brin and
// Page 1998). gonum's starts at random and is not the same each time.
func (n *network) pageRank() []float64 {
	const damping, tolerance = 0.85, 1e-10
	count := float64(len(n.things))
	now, next := make([]float64, len(n.things)), make([]float64, len(n.things))
	share := make([]float64, len(n.things))
	for i := range now {
		now[i] = 1 / count
		share[i] = n.strength(i)
	}
	for change := 1.0; change > tolerance; now, next = next, now {
		change = 0
		for i := range next {
			sum := 0.0
			for _, from := range n.edges[i] {
				k := int(from.ID())
				sum += now[k] * n.weight[order(i, k)] / share[k]
			}
			next[i] = (1-damping)/count + damping*sum
			change += math.Abs(next[i] - now[i])
		}
	}
	return now
}

// betweenness gives for each thing the share of pairs of others between which it
// stands on the shortest way (Freeman 1977; Brandes 2001).
func (n *network) betweenness() []float64 {
	values := make([]float64, len(n.things))
	pairs := float64(len(n.things)-1) * float64(len(n.things)-2)
	for _, part := range n.parts() {
		if len(part.only) < 3 {
			continue
		}
		for id, v := range centrality.Betweenness(part) {
			values[id] = v / pairs
		}
	}
	return values
}
