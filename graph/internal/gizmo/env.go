package gizmo

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc"
	"github.com/dop251/goja"
)

func newEngine(ctx context.Context, qs graph.QuadStore, opts Options) *engine {
	e := &engine{ctx: ctx, qs: qs, opts: opts, vm: goja.New(), results: make(chan Result, 256)}
	e.vm.SetMaxCallStackSize(maxCalls)
	e.paths = e.vm.NewObject()
	e.define(e.paths, e.steps())
	e.define(e.paths, e.ends())
	g := e.vm.NewObject()
	e.define(g, e.roots())
	for _, name := range []string{"g", "graph"} {
		e.must(e.vm.Set(name, g))
	}
	for name, f := range e.values() {
		e.must(e.vm.Set(name, func(call goja.FunctionCall) goja.Value { return f(call) }))
	}
	return e
}

// roots are the methods of g.
func (e *engine) roots() map[string]native {
	iri := func(call goja.FunctionCall) goja.Value {
		return e.vm.ToValue(quad.IRI(e.ns.FullIRI(e.text(call.Argument(0)))))
	}
	vertex := func(call goja.FunctionCall) goja.Value { return e.start(false, e.quadValues(call.Arguments)) }
	morphism := func(goja.FunctionCall) goja.Value { return e.start(true, nil) }
	return map[string]native{
		"V": vertex, "Vertex": vertex, "M": morphism, "Morphism": morphism, "IRI": iri, "Uri": iri,
		"Emit": func(call goja.FunctionCall) goja.Value {
			e.asked = true
			v, err := e.plain(call.Argument(0), 0)
			if err != nil {
				e.throw("%v", err)
			}
			if v != nil {
				e.send(Result{Value: v})
			}
			return goja.Null()
		},
		"AddNamespace": func(call goja.FunctionCall) goja.Value {
			e.ns.Register(voc.Namespace{Prefix: e.text(call.Argument(0)) + ":", Full: e.text(call.Argument(1))})
			return goja.Undefined()
		},
		"AddDefaultNamespaces": func(goja.FunctionCall) goja.Value {
			voc.CloneTo(&e.ns)
			return goja.Undefined()
		},
	}
}
