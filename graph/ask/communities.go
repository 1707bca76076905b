package ask

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/graph/community"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// least is how many make a community.
const least = 3

// communities gives groups whose members meet each other more than others, by
// modularity (Blondel et al. 2008).
func communities(q *question, _ []string) ([]Row, error) {
	n, err := q.network()
	if err != nil || len(n.things) == 0 {
		return nil, err
	}
	var groups [][]int
	small := 0
	for _, nodes := range community.Modularize(n, 1, rand.NewPCG(1, 1)).Communities() {
		if len(nodes) < least {
			small++
			continue
		}
		var members []int
		for _, m := range nodes {
			members = append(members, int(m.ID()))
		}
		slices.SortFunc(members, func(a, b int) int { return cmp.Or(cmp.Compare(n.strength(b), n.strength(a)), a-b) })
		groups = append(groups, members)
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Or(len(b)-len(a), a[0]-b[0]) })
	var rows []Row
	for i, members := range groups {
		r, err := q.communityRow(n, i+1, members)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	if small > 0 {
		q.hint("%s fewer than %d members: left out", plural(small, "more has", "more have"), least)
	}
	return rows, nil
}

func (q *question) communityRow(n *network, number int, members []int) (Row, error) {
	var names, ids []string
	lands := map[string]int{}
	inside := map[string]bool{}
	for _, m := range members {
		r := n.things[m]
		names, ids = append(names, r.Name), append(ids, r.ID)
		inside[r.ID] = true
		post, err := q.post(r)
		if err != nil {
			return Row{}, err
		}
		if post != nil && post.Of.Type == entity.Country {
			lands[post.Of.Name]++
		}
	}
	var facts []graph.Fact
	for _, m := range members {
		for _, f := range n.facts[m] {
			if f.Subject.ID == n.things[m].ID && inside[f.Object.ID] {
				facts = append(facts, f)
			}
		}
	}
	const shown = 8
	if more := len(names) - shown; more > 0 {
		names = append(names[:shown], fmt.Sprintf("and %d more", more))
	}
	return row(facts, number, len(members), len(facts), strings.Join(names, ", "), most(lands, 4), documents(facts),
		strings.Join(ids, " ")), nil
}

// most names what was counted most, "Japan 4, Chile 2".
func most(counts map[string]int, n int) string {
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %d", name, counts[name])
	}
	return strings.Join(names[:min(n, len(names))], ", ")
}
