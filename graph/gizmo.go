package graph

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/gizmo"
	"github.com/relata-graph/relata/graph/quadfile"
)

// A Node is what a query finds: a thing, or a value.
type Node struct {
	ID    string `json:"id,omitempty"`    // of a thing: "person:luong-cuong"
	Label string `json:"label,omitempty"` // its name, if it has one
	Value any    `json:"value,omitempty"` // of a literal, or emitted: a string, an int64, …
}

// A Row is one result of a Gizmo query.
type Row struct {
	Node                   // what the path ends at, or what was emitted; zero for an object
	Tags   map[string]Node `json:"tags,omitempty"`
	Fields []Field         `json:"fields,omitempty"` // of an emitted object but its id, in its order
}

// A Field is one of an emitted object.
type Field struct {
	Name string `json:"name"`
	Node
}

// GizmoOptions say how to run a script.
type GizmoOptions struct {
	// MaxMemory is how many bytes a script may take besides the graph; 0: no limit.
	MaxMemory int64
	// Repeat counts equal rows as often as they come for GetLimit.
	Repeat bool
}

// ErrGizmoMemory is the error of a script that took more than MaxMemory.
var ErrGizmoMemory = gizmo.ErrMemory

// Gizmo runs a script in Cayley's Gizmo language and gives its results in the
// order of the graph. See RunGizmo.
func (s *Store) Gizmo(ctx context.Context, script string) ([]Row, error) {
	var rows []Row
	_, err := s.RunGizmo(ctx, script, GizmoOptions{}, func(r Row) error {
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// RunGizmo runs a script in Cayley's Gizmo language and calls each with its
// results as they come, in the order of the graph; the value of the last
// expression is one if there are no others. An error of each ends the script and
// is given back. The hints say what a script may have meant otherwise. Errors of
// a script have its line and column.
//
// RunGizmo returns when ctx ends, with its error, or with ErrGizmoMemory. A script
// inside a function of the language may then still go on until that ends; it
// hinders who would change or close the store until it does. Scripts over 64 KiB,
// with brackets 64 deep or paths of over 1000 steps are refused.
func (s *Store) RunGizmo(ctx context.Context, script string, opts GizmoOptions, each func(Row) error) ([]string, error) {
	s.mu.RLock()
	qs, err := s.quadStore()
	if err != nil {
		s.mu.RUnlock()
		return nil, err
	}
	r := rowReader{ctx: ctx, qs: qs, labels: map[quad.Value]string{}}
	var hints []string
	var ended <-chan struct{}
	err = quadfile.Guard(func() (err error) {
		options := gizmo.Options{MaxMemory: opts.MaxMemory, Repeat: opts.Repeat}
		hints, ended, err = gizmo.Run(ctx, engine(qs), script, options, func(res gizmo.Result) error { return each(r.row(res)) })
		return err
	})
	go func() { // until the script has ended nobody may write
		if ended != nil {
			<-ended
		}
		s.mu.RUnlock()
	}()
	if err = cmp.Or(err, qs.Err()); err != nil {
		return hints, fmt.Errorf("gizmo: %w", damaged(err))
	}
	return hints, nil
}

type rowReader struct {
	ctx    context.Context
	qs     graph.QuadStore
	labels map[quad.Value]string
}

// mostLabels is how many labels are kept in memory.
const mostLabels = 100_000

func (r *rowReader) row(res gizmo.Result) Row {
	if res.Tags == nil {
		return r.emitted(res.Value)
	}
	var row Row
	for tag, ref := range res.Tags {
		n := r.node(r.qs.NameOf(ref))
		if tag == gizmo.Top {
			row.Node = n
			continue
		}
		if row.Tags == nil {
			row.Tags = make(map[string]Node, len(res.Tags)-1)
		}
		row.Tags[tag] = n
	}
	return row
}

// emitted makes a row of what a script has emitted. Its id, if it is a thing of
// the graph, is what a path would end at.
func (r *rowReader) emitted(v any) Row {
	object, ok := v.(gizmo.Object)
	if !ok {
		return Row{Node: r.value(v)}
	}
	var row Row
	for _, f := range object {
		n := r.value(f.Value)
		if f.Name == gizmo.Top && n.ID != "" {
			row.Node = n
			continue
		}
		row.Fields = append(row.Fields, Field{f.Name, n})
	}
	return row
}

// value makes a node of an emitted value: of "<person:luong-cuong>" the thing.
func (r *rowReader) value(v any) Node {
	if s, ok := v.(string); ok && strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
		if iri := quad.IRI(s[1 : len(s)-1]); r.qs.ValueOf(iri) != nil {
			return r.node(iri)
		}
	}
	return Node{Value: inside(v)}
}

// inside makes maps of the objects in a value.
func inside(v any) any {
	switch v := v.(type) {
	case gizmo.Object:
		m := make(map[string]any, len(v))
		for _, f := range v {
			m[f.Name] = inside(f.Value)
		}
		return m
	case []any:
		for i := range v {
			v[i] = inside(v[i])
		}
	}
	return v
}

func (r *rowReader) node(v quad.Value) Node {
	switch v := v.(type) {
	case nil:
		return Node{}
	case quad.IRI:
		return Node{ID: string(v), Label: r.label(v)}
	case quad.BNode:
		return Node{ID: "_:" + string(v), Label: r.label(v)}
	case quad.LangString:
		return Node{Value: string(v.Value)}
	case quad.TypedString:
		return Node{Value: string(v.Value)}
	default:
		return Node{Value: v.Native()}
	}
}

func (r *rowReader) label(v quad.Value) string {
	label, ok := r.labels[v]
	if ok {
		return label
	}
	predicate := r.qs.ValueOf(rdfsLabel)
	if ref := r.qs.ValueOf(v); ref != nil && predicate != nil {
		it := r.qs.QuadIterator(quad.Subject, ref)
		defer it.Close()
		for it.Next(r.ctx) {
			p := r.qs.QuadDirection(it.Result(), quad.Predicate)
			if p == nil || p.Key() != predicate.Key() {
				continue
			}
			if s, ok := r.qs.NameOf(r.qs.QuadDirection(it.Result(), quad.Object)).(quad.String); ok {
				label = string(s)
				break
			}
		}
	}
	if len(r.labels) >= mostLabels {
		clear(r.labels)
	}
	r.labels[v] = label
	return label
}
