package export

import (
	"fmt"
	"slices"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// A selection tells which facts are wanted.
type selection struct {
	opts     Options
	from, to string            // days, "" for open
	dates    map[string]string // of documents
}

func newSelection(opts Options, dates map[string]string) (*selection, error) {
	if err := opts.Check(); err != nil {
		return nil, err
	}
	return &selection{opts, firstDay(opts.From), lastDay(opts.To), dates}, nil
}

// Check tells what is wrong with a base or a date.
func (o Options) Check() error {
	for _, date := range []string{o.From, o.To} {
		if date == "" {
			continue
		}
		if err := graph.CheckDate(date); err != nil {
			return fmt.Errorf("date %w", err)
		}
	}
	if o.From != "" && o.To != "" && firstDay(o.From) > lastDay(o.To) {
		return fmt.Errorf("dates from %s to %s: the last is before the first", o.From, o.To)
	}
	return checkBase(o.Base)
}

func (s *selection) wants(f *graph.Fact) bool {
	switch {
	case len(s.opts.Relations) > 0 && !slices.Contains(s.opts.Relations, f.Relation):
		return false
	case len(s.opts.Statuses) > 0:
		if !slices.Contains(s.opts.Statuses, f.Status) {
			return false
		}
	case !s.opts.All && f.Status != extract.Actual:
		return false
	}
	return s.from == "" && s.to == "" || s.inTime(f)
}

// inTime tells whether a fact, or where it has no date a report, may be of the time
// that is wanted.
func (s *selection) inTime(f *graph.Fact) bool {
	if f.Date != "" {
		return s.meets(f.Date)
	}
	return slices.ContainsFunc(f.Statements, func(st graph.Statement) bool { return s.meets(s.dates[st.Doc]) })
}

func (s *selection) meets(date string) bool {
	return date != "" && (s.from == "" || lastDay(date) >= s.from) && (s.to == "" || firstDay(date) <= s.to)
}

// selected reads a graph, and which of its facts are wanted.
func selected(s *graph.Store, opts Options) (*contents, *selection, error) {
	g, err := readGraph(s)
	if err != nil {
		return nil, nil, err
	}
	sel, err := newSelection(opts, g.dates)
	return g, sel, err
}

// keeps tells whether an edge is strong enough and of nodes that are wanted.
func (o Options) keeps(e *edge) bool {
	return e.weight() >= o.MinWeight && wantsType(o, e.ends[0].Type) && wantsType(o, e.ends[1].Type)
}
