package graph

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"reflect"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"github.com/relata-graph/relata/graph/quadfile"
)

// Limits of a Gizmo script. The engine's time-out does not stop its parser,
// which can use up the stack or take exponential time on nested brackets.
const (
	maxScript = 64 << 10 // bytes
	maxDepth  = 64       // brackets within brackets
	maxCalls  = 10_000   // functions within functions
)

// A Node is what a query finds: a thing or a text.
type Node struct {
	ID    string `json:"id,omitempty"`    // of a thing: "person:luong-cuong"
	Label string `json:"label,omitempty"` // its name, if it has one
	Value any    `json:"value,omitempty"` // of a literal: a string, an int64, …
}

// A Row is one result of a Gizmo query.
type Row struct {
	Node                 // what the path ends at; zero for an emitted value
	Tags map[string]Node `json:"tags,omitempty"`
	Emit any             `json:"emit,omitempty"` // what g.emit was given
}

// Gizmo runs a script in Cayley's Gizmo language and gives its results in the
// order of the engine. The engine stops when ctx ends; the error is then ctx's.
// Scripts over 64 KiB, or with brackets 64 deep, are refused.
func (s *Store) Gizmo(ctx context.Context, script string) ([]Row, error) {
	if err := checkScript(script); err != nil {
		return nil, err
	}
	s.mu.RLock()
	unlock := s.mu.RUnlock
	defer func() { unlock() }()
	qs, err := s.quadStore()
	if err != nil {
		return nil, err
	}
	session := gizmo.NewSession(engine(qs))
	failed, err := guard(session, script)
	if err != nil {
		return nil, fmt.Errorf("gizmo: %w", err)
	}
	it, err := session.Execute(ctx, guarded, query.Options{Limit: -1, Collation: query.Raw})
	if err != nil {
		return nil, fmt.Errorf("gizmo: %w", err)
	}
	r := rowReader{ctx: ctx, qs: qs, labels: map[quad.Value]string{}}
	var rows []Row
	err = quadfile.Guard(func() error {
		for it.Next(ctx) {
			if res := it.Result().(*gizmo.Result); !res.Meta {
				rows = append(rows, r.row(res))
			}
		}
		return it.Err()
	})
	it.Close()
	if ctx.Err() != nil {
		// The engine goes on until it notices; until then nobody may write.
		held := unlock
		unlock = func() {}
		go func() {
			for it.Next(context.Background()) {
			}
			held()
		}()
		return nil, fmt.Errorf("gizmo: %w", ctx.Err())
	}
	if err = cmp.Or(err, *failed, qs.Err()); err != nil {
		return nil, fmt.Errorf("gizmo: %w", damaged(err))
	}
	return rows, nil
}

// guarded is the script that runs the one given to guard.
const guarded = "relata()"

// guard compiles a script and makes it callable in the session. Cayley runs
// scripts in a goroutine of its own and panics in it on a wrong argument
// (Out({})), which would end the process; so the call recovers and leaves the
// error in failed. The session does not give its JavaScript machine away, hence
// the reflection; Cayley's version is fixed in go.mod.
func guard(session *gizmo.Session, script string) (failed *error, err error) {
	program, err := goja.Compile("", script, false)
	if err != nil {
		return nil, err
	}
	vm := (*goja.Runtime)(reflect.ValueOf(session).Elem().FieldByName("vm").UnsafePointer())
	vm.SetMaxCallStackSize(maxCalls)
	failed = new(error)
	return failed, vm.Set("relata", func(goja.FunctionCall) goja.Value {
		defer func() {
			if p := recover(); p != nil {
				*failed = fmt.Errorf("%v", p)
			}
		}()
		*failed = quadfile.Guard(func() error {
			_, err := vm.RunProgram(program)
			return err
		})
		return goja.Undefined()
	})
}

type rowReader struct {
	ctx    context.Context
	qs     graph.QuadStore
	labels map[quad.Value]string
}

func (r *rowReader) row(res *gizmo.Result) Row {
	row := Row{Emit: finite(res.Val)}
	for tag, ref := range res.Tags {
		n := r.node(r.qs.NameOf(ref))
		if tag == gizmo.TopResultTag {
			row.Node = n
			continue
		}
		if row.Tags == nil {
			row.Tags = map[string]Node{}
		}
		row.Tags[tag] = n
	}
	return row
}

// finite replaces the numbers of JavaScript that JSON does not have by nil.
func finite(v any) any {
	switch v := v.(type) {
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
	case map[string]any:
		for k := range v {
			v[k] = finite(v[k])
		}
	case []any:
		for i := range v {
			v[i] = finite(v[i])
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
	r.labels[v] = label
	return label
}

// checkScript refuses what the engine's parser could die of.
func checkScript(script string) error {
	if len(script) > maxScript {
		return fmt.Errorf("gizmo: script has %d bytes, want at most %d", len(script), maxScript)
	}
	depth, quote := 0, rune(0)
	escaped := false
	for _, c := range script {
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = true
		case quote != 0:
			if c == quote || c == '\n' && quote != '`' {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
		case c == '(' || c == '[' || c == '{':
			if depth++; depth > maxDepth {
				return fmt.Errorf("gizmo: brackets are more than %d deep", maxDepth)
			}
		case c == ')' || c == ']' || c == '}':
			depth = max(depth-1, 0)
		}
	}
	return nil
}
