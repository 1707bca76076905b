package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A link is one fact between two nodes.
type link struct {
	source, target *entity.Ref
	kind           string
	fact           *graph.Fact
}

// An edge is all facts of one kind between two nodes. There may be millions: what can be
// told from the facts is in toldEdge.
type edge struct {
	source, target int            // of nodes
	ends           [2]*entity.Ref // the same
	kind           string         // the relation, with a status that is not actual
	facts          []*graph.Fact  // by date, those without one last
	extra          int            // facts that tell the same once more
}

// A toldEdge is an edge with what its facts say of it.
type toldEdge struct {
	*edge
	documents     []string // sorted
	places        []string // sorted
	first, last   string   // dates of the facts
	reportedFirst string   // dates of the documents
	reportedLast  string
}

func (e *edge) relation() string { return e.facts[0].Relation }

func (e *edge) status() string { return string(e.facts[0].Status) }

// weight is the number of facts.
func (e *edge) weight() int { return len(e.facts) - e.extra }

// evidence gives a sentence that says it.
func (e *edge) evidence() string { return e.facts[0].Statements[0].Evidence[0].Text }

// joinLinks makes one edge of the links of one kind between two nodes.
func joinLinks(links []link) []edge {
	type key struct{ source, target, kind uint32 } // numbers: as texts they would be most of the memory
	var ids, kinds numbers
	index := map[key]uint32{}
	var first, count []int // links, by edge
	of := make([]uint32, len(links))
	for i := range links {
		k := key{ids.number(links[i].source.ID), ids.number(links[i].target.ID), kinds.number(links[i].kind)}
		n, ok := index[k]
		if !ok {
			n = uint32(len(first))
			index[k] = n
			first, count = append(first, i), append(count, 0)
		}
		of[i] = n
		count[n]++
	}
	edges := make([]edge, len(first)) // as many as there are: they are large
	facts := make([]*graph.Fact, len(links))
	for i, l := range first {
		edges[i] = edge{ends: [2]*entity.Ref{links[l].source, links[l].target}, kind: links[l].kind, facts: facts[:0:count[i]]}
		facts = facts[count[i]:]
	}
	for i := range links {
		e := &edges[of[i]]
		e.facts = append(e.facts, links[i].fact)
	}
	for i := range edges {
		edges[i].settle()
	}
	return edges
}

// numbers numbers texts in the order in which they come.
type numbers map[string]uint32

func (n *numbers) number(text string) uint32 {
	if *n == nil {
		*n = numbers{}
	}
	i, ok := (*n)[text]
	if !ok {
		i = uint32(len(*n))
		(*n)[text] = i
	}
	return i
}

// settle puts the facts of an edge in order and counts what is told once more.
func (e *edge) settle() {
	slices.SortFunc(e.facts, func(a, b *graph.Fact) int {
		return cmp.Or(graph.CompareDates(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	e.facts = slices.Compact(e.facts)
	object := e.facts[0].Object.ID
	if len(e.facts) == 1 || object == e.ends[0].ID || object == e.ends[1].ID {
		return
	}
	same := map[[2]string]bool{} // two parties of one agreement each state it
	for _, f := range e.facts {
		same[[2]string{f.Object.ID, f.Date}] = true
	}
	e.extra = len(e.facts) - len(same)
}

// told gives an edge with what facts say of it; dates are those of documents.
func (e *edge) told(dates map[string]string) *toldEdge {
	t := &toldEdge{edge: e}
	for _, f := range e.facts {
		if f.Date != "" {
			t.first = cmp.Or(t.first, f.Date)
			if t.last == "" || lastDay(f.Date) > lastDay(t.last) {
				t.last = f.Date
			}
		}
		for _, st := range f.Statements {
			t.documents = append(t.documents, st.Doc)
			if st.Place.Name != "" {
				t.places = append(t.places, st.Place.Name)
			}
			if date := dates[st.Doc]; date != "" {
				if t.reportedFirst == "" || date < t.reportedFirst {
					t.reportedFirst = date
				}
				t.reportedLast = max(t.reportedLast, date)
			}
		}
	}
	t.documents, t.places = once(t.documents), once(t.places)
	return t
}

// once gives the values of a list in order, each once.
func once(list []string) []string {
	if len(list) < 2 {
		return list
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// spells are the days from and to which facts were, none of them touching another.
func (e *edge) spells() [][2]string {
	var list [][2]string
	for _, f := range e.facts { // by date, so by first day
		if f.Date != "" {
			list = append(list, [2]string{firstDay(f.Date), lastDay(f.Date)})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	var joined [][2]string
	for _, s := range list {
		if n := len(joined); n > 0 && s[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], s[1])
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
