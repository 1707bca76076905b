package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/identity"
)

// A netNode is an entity at the end of an edge.
type netNode struct {
	identity.Entity
	degree    int
	documents map[string]bool
}

// A netEdge is all facts of one kind between two nodes.
type netEdge struct {
	source, target         int // of nodes
	kind, relation, status string
	facts                  []graph.Fact // by date, those without one last
}

// network gives the nodes by id and the edges by source, target and kind.
func network(s *graph.Store, opts Options) ([]netNode, []netEdge, error) {
	type link struct{ source, target, kind string }
	links := map[link][]graph.Fact{}
	ends := map[string]*netNode{}
	for f, err := range s.Facts() {
		if err != nil {
			return nil, nil, err
		}
		kind := f.Relation
		if f.Status != extract.Actual {
			if !opts.All {
				continue
			}
			kind += " (" + string(f.Status) + ")"
		}
		l := link{f.Subject.ID, f.Object.ID, kind}
		links[l] = append(links[l], f)
		for _, id := range []string{l.source, l.target} {
			if ends[id] == nil {
				ends[id] = &netNode{documents: map[string]bool{}}
			}
			if len(links[l]) == 1 {
				ends[id].degree++
			}
			for _, st := range f.Statements {
				ends[id].documents[st.Doc] = true
			}
		}
	}
	var nodes []netNode
	index := map[string]int{}
	for e, err := range s.Entities() {
		if err != nil {
			return nil, nil, err
		}
		if n := ends[e.ID]; n != nil {
			n.Entity = e
			index[e.ID] = len(nodes)
			nodes = append(nodes, *n)
		}
	}
	var edges []netEdge
	for l, facts := range links {
		source, ok1 := index[l.source]
		target, ok2 := index[l.target]
		if !ok1 || !ok2 {
			return nil, nil, fmt.Errorf("fact %s: %s or %s has no type in the graph", facts[0].ID, l.source, l.target)
		}
		slices.SortStableFunc(facts, func(a, b graph.Fact) int { return graph.CompareDates(a.Date, b.Date) })
		edges = append(edges, netEdge{source, target, l.kind, facts[0].Relation, string(facts[0].Status), facts})
	}
	slices.SortFunc(edges, func(a, b netEdge) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target), strings.Compare(a.kind, b.kind))
	})
	return nodes, edges, nil
}

// values gives the edge's data in the order of edgeKeys.
func (e *netEdge) values() []string {
	var first, last string
	var docs, places []string
	for _, f := range e.facts {
		if f.Date != "" {
			first = cmp.Or(first, f.Date)
			if graph.LastDay(f.Date) > graph.LastDay(last) || last == "" {
				last = f.Date
			}
		}
		for _, st := range f.Statements {
			if !slices.Contains(docs, st.Doc) {
				docs = append(docs, st.Doc)
			}
			if st.Place.Name != "" {
				places = append(places, st.Place.Name)
			}
		}
	}
	reported, lastReported := graph.Reported(e.facts)
	return []string{
		e.kind, strconv.Itoa(len(e.facts)), e.relation, e.status,
		first, last, graph.FirstDay(first), graph.LastDay(last), year(first), year(last),
		reported, lastReported, e.facts[0].CAMEO, e.facts[0].PLOVER,
		joined(places), strconv.Itoa(len(docs)), joined(docs), e.facts[0].Statements[0].Evidence[0].Text,
	}
}

func year(date string) string { return date[:min(len(date), 4)] }

// joined makes one text of several, each once, sorted.
func joined(list []string) string {
	list = slices.Clone(list)
	for i, s := range list {
		list[i] = strings.ReplaceAll(s, "|", "/")
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "|")
}
