package gizmo

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// end makes a method that walks a path.
func (e *engine) end(method func(*walk, goja.FunctionCall) (any, error)) native {
	return func(call goja.FunctionCall) goja.Value {
		w := e.walkOf(call.This)
		e.asked = true
		v, err := method(w, call)
		if err != nil {
			if e.ctx.Err() != nil {
				e.vm.Interrupt(e.ctx.Err())
				return goja.Undefined()
			}
			panic(e.vm.NewGoError(err))
		}
		if v == nil {
			return goja.Null()
		}
		return e.vm.ToValue(v)
	}
}

// ends are the methods that walk a path.
func (e *engine) ends() map[string]native {
	each := e.end(func(w *walk, call goja.FunctionCall) (any, error) { return nil, e.forEach(w, call) })
	return map[string]native{
		"All": e.end(func(w *walk, _ goja.FunctionCall) (any, error) { return nil, e.all(w, -1) }),
		"GetLimit": e.end(func(w *walk, call goja.FunctionCall) (any, error) {
			return nil, e.all(w, e.number(call.Argument(0)))
		}),
		"Count": e.end(func(w *walk, _ goja.FunctionCall) (any, error) {
			return graph.Iterate(e.ctx, w.path.BuildIteratorOn(e.qs)).Paths(true).Count()
		}),
		"ToArray": e.end(func(w *walk, call goja.FunctionCall) (any, error) {
			return e.array(w, e.limit(call.Argument(0)), false)
		}),
		"TagArray": e.end(func(w *walk, call goja.FunctionCall) (any, error) {
			return e.array(w, e.limit(call.Argument(0)), true)
		}),
		"ToValue":  e.end(func(w *walk, _ goja.FunctionCall) (any, error) { return e.first(w, false) }),
		"TagValue": e.end(func(w *walk, _ goja.FunctionCall) (any, error) { return e.first(w, true) }),
		"ForEach":  each, "Map": each,
	}
}

// limit gives a number, -1 for none.
func (e *engine) limit(v goja.Value) int64 {
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return -1
	}
	return e.number(v)
}

// walked calls f with the tags of each way along a path until that says no.
// The map is f's own.
func (e *engine) walked(w *walk, paths bool, f func(map[string]graph.Ref) bool) error {
	ctx, cancel := context.WithCancel(e.ctx)
	defer cancel()
	stopped := false
	it := iterator.Tag(w.path.BuildIteratorOn(e.qs), Top)
	err := graph.Iterate(ctx, it).Paths(paths).TagEach(func(tags map[string]graph.Ref) {
		if !stopped && !f(tags) {
			stopped = true
			cancel()
		}
	})
	if stopped && e.ctx.Err() == nil {
		return nil
	}
	return err
}

// all sends what a path finds, at most limit different results unless that is not
// positive.
func (e *engine) all(w *walk, limit int64) error {
	seen := map[string]bool{}
	n := int64(0)
	return e.walked(w, true, func(tags map[string]graph.Ref) bool {
		if limit > 0 && !e.opts.Repeat {
			key := keyOf(tags)
			if seen[key] {
				return true
			}
			seen[key] = true
		}
		n++
		return e.send(Result{Tags: tags}) && (limit <= 0 || n < limit)
	})
}

// keyOf gives equal texts for equal results.
func keyOf(tags map[string]graph.Ref) string {
	var b strings.Builder
	for _, tag := range slices.Sorted(maps.Keys(tags)) {
		fmt.Fprintf(&b, "%q %v ", tag, tags[tag].Key())
	}
	return b.String()
}

func (e *engine) forEach(w *walk, call goja.FunctionCall) error {
	limit := int64(-1)
	callback, ok := goja.AssertFunction(call.Argument(max(len(call.Arguments)-1, 0)))
	switch {
	case !ok:
		e.throw("want a function, as ForEach(function(d) { g.Emit(d) })")
	case len(call.Arguments) > 1:
		limit = e.number(call.Argument(0))
	}
	var failed error
	n := int64(0)
	if limit == 0 {
		return nil
	}
	err := e.walked(w, true, func(tags map[string]graph.Ref) bool {
		if _, failed = callback(goja.Undefined(), e.tagged(tags)); failed != nil {
			return false
		}
		n++
		return limit < 0 || n < limit
	})
	if failed != nil {
		if thrown, ok := failed.(*goja.Exception); ok {
			panic(thrown)
		}
		return failed
	}
	return err
}

// array gives what a path finds, as nodes or as objects of its tags.
func (e *engine) array(w *walk, limit int64, tagged bool) (any, error) {
	all := []any{}
	if limit == 0 {
		return e.vm.NewArray(), nil
	}
	err := e.walked(w, tagged, func(tags map[string]graph.Ref) bool {
		if tagged {
			all = append(all, e.tagged(tags))
		} else if v := scriptValue(e.qs.NameOf(tags[Top])); v != nil {
			all = append(all, v)
		}
		return limit < 0 || int64(len(all)) < limit
	})
	return e.vm.NewArray(all...), err
}

// first gives what a path finds first, nil if it finds nothing.
func (e *engine) first(w *walk, tagged bool) (any, error) {
	array, err := e.array(w, 1, tagged)
	if err != nil {
		return nil, err
	}
	if v := array.(*goja.Object).Get("0"); v != nil {
		return v, nil
	}
	return nil, nil
}

// tagged gives tags as a JavaScript object, that of the end first.
func (e *engine) tagged(tags map[string]graph.Ref) *goja.Object {
	o := e.vm.NewObject()
	set := func(tag string) {
		if v := scriptValue(e.qs.NameOf(tags[tag])); v != nil {
			e.must(o.Set(tag, v))
		}
	}
	set(Top)
	for _, tag := range slices.Sorted(maps.Keys(tags)) {
		if tag != Top {
			set(tag)
		}
	}
	return o
}

// scriptValue gives a node as JavaScript has it: things as "<id>".
func scriptValue(v quad.Value) any {
	switch v := v.(type) {
	case nil:
		return nil
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.IRI, quad.BNode:
		return quad.StringOf(v)
	}
	return v.Native()
}
