package export

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// A pageIndex numbers what the data of a page name again and again.
type pageIndex struct {
	jsonWriter
	g     *contents
	facts []*graph.Fact
	names map[string]int // entities, and nodes that are facts
	docs  list
	texts list
	rules list
	words list // relations, statuses, types
}

// A list numbers strings in the order in which they come.
type list struct {
	at  map[string]int
	all []string
}

func (l *list) index(s string) int {
	i, ok := l.at[s]
	if !ok {
		if l.at == nil {
			l.at = map[string]int{}
		}
		i = len(l.all)
		l.at[s] = i
		l.all = append(l.all, s)
	}
	return i
}

// writePageData writes one object of JSON. What its lists hold is told where
// page/data.js reads them.
func writePageData(j jsonWriter, g *contents, n *network, opts Options) error {
	p := &pageIndex{jsonWriter: j, g: g, names: map[string]int{}}
	drawn := map[string]bool{}
	for i := range n.nodes {
		drawn[n.nodes[i].ID] = true
	}
	number := map[*graph.Fact]int{}
	mine := func(f *graph.Fact) bool {
		return len(opts.Statuses) == 0 || slices.Contains(opts.Statuses, f.Status) || f.Relation == holdsOffice
	}
	edgeFacts := map[*graph.Fact]bool{}
	for i := range n.edges {
		for _, f := range n.edges[i].facts {
			edgeFacts[f] = true
		}
	}
	for i := range g.facts {
		f := &g.facts[i]
		if edgeFacts[f] || mine(f) && (drawn[f.Subject.ID] || drawn[f.Object.ID]) {
			number[f] = len(p.facts)
			p.facts = append(p.facts, f)
		}
	}
	p.WriteString("{\"view\": ")
	p.text(string(opts.View))
	p.WriteString(",\n\"shown\": ")
	if err := p.value(shownStatuses(opts)); err != nil {
		return err
	}
	p.WriteString(",\n\"names\": [")
	if err := p.writeNames(n); err != nil {
		return err
	}
	p.WriteString("],\n\"nodes\": [")
	for i := range n.nodes {
		node := &n.nodes[i]
		p.next(i)
		if err := p.value([]any{p.names[node.ID], node.x, node.y, node.color}); err != nil {
			return err
		}
	}
	p.WriteString("],\n\"groups\": ")
	if err := p.value(append([][2]string{}, n.groups...)); err != nil {
		return err
	}
	p.WriteString(",\n\"edges\": [")
	for i := range n.edges {
		e := &n.edges[i]
		facts := []int{}
		for _, f := range e.facts {
			facts = append(facts, number[f])
		}
		p.next(i)
		if err := p.value([]any{e.source, e.target, p.words.index(e.relation()), facts}); err != nil {
			return err
		}
	}
	p.WriteString("],\n\"facts\": [")
	for i, f := range p.facts {
		p.next(i)
		if err := p.value(p.fact(f)); err != nil {
			return err
		}
	}
	p.WriteString("],\n")
	return p.writeLists()
}

// shownStatuses are those that are shown at first.
func shownStatuses(opts Options) []extract.Status {
	switch {
	case len(opts.Statuses) > 0:
		return opts.Statuses
	case opts.All:
		return []extract.Status{}
	}
	return []extract.Status{extract.Actual}
}

// writeNames numbers and writes all things that the page names.
func (p *pageIndex) writeNames(n *network) error {
	refs := map[string]node{}
	note := func(r entity.Ref) {
		if r.ID == "" {
			return
		}
		if e, ok := p.g.entities[r.ID]; ok {
			refs[r.ID] = node{Entity: e}
		} else if _, ok := refs[r.ID]; !ok {
			refs[r.ID] = node{label: r.Name}
		}
	}
	for i := range n.nodes {
		refs[n.nodes[i].ID] = n.nodes[i]
	}
	for _, f := range p.facts {
		for _, r := range []entity.Ref{f.Subject, f.Object, f.Of, f.To} {
			note(r)
		}
		for _, st := range f.Statements {
			for _, r := range append([]entity.Ref{st.Place, st.By, st.Event}, st.With...) {
				note(r)
			}
		}
	}
	var all []node
	for _, id := range slices.Sorted(maps.Keys(refs)) {
		e := refs[id]
		e.ID, e.Name = id, cmp.Or(e.Name, e.label)
		e.country, e.office = p.g.people.country(e.Ref).Name, p.g.people.office(id)
		p.names[id] = len(all)
		all = append(all, e)
	}
	setLabels(all, p.g.people)
	for i := range all {
		e := &all[i]
		p.next(i)
		v := []any{e.ID, e.label, p.words.index(string(e.Type)), e.country, e.office, strings.Join(e.Aliases, "\n"), e.SameAs}
		for len(v) > 3 && v[len(v)-1] == "" {
			v = v[:len(v)-1]
		}
		if err := p.value(v); err != nil {
			return err
		}
	}
	return nil
}

// name gives the number of a thing, -1 for none.
func (p *pageIndex) name(r entity.Ref) int {
	if r.ID == "" {
		return -1
	}
	return p.names[r.ID]
}

func (p *pageIndex) fact(f *graph.Fact) []any {
	var statements []any
	for _, st := range f.Statements {
		with, evidence := []int{}, []int{}
		for _, w := range st.With {
			with = append(with, p.name(w))
		}
		for _, e := range st.Evidence {
			evidence = append(evidence, p.texts.index(e.Text), p.rules.index(e.Rule))
		}
		statements = append(statements, []any{
			p.docs.index(st.Doc), evidence, p.name(st.Place), p.name(st.By), with, p.name(st.Event), st.Level, st.Amount,
		})
	}
	return []any{
		p.words.index(f.Relation), p.name(f.Subject), p.name(f.Object), p.words.index(string(f.Status)),
		f.Date, p.name(f.Of), p.name(f.To), statements,
	}
}

func (p *pageIndex) writeLists() error {
	docs := [][]string{}
	for _, id := range p.docs.all {
		d := p.g.docs[id]
		docs = append(docs, []string{id, d.Title, d.Date, d.URL})
	}
	for i, l := range []struct {
		name string
		list any
	}{{"docs", docs}, {"texts", p.texts.all}, {"rules", p.rules.all}, {"words", p.words.all}} {
		if i > 0 {
			p.WriteString(",\n")
		}
		p.WriteString(`"` + l.name + `": `)
		if err := p.value(l.list); err != nil {
			return err
		}
	}
	_, err := p.WriteString("}\n")
	return err
}

// value writes anything as JSON.
func (p *pageIndex) value(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = p.Write(b)
	return err
}
