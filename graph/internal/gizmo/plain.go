package gizmo

import (
	"fmt"
	"math"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// plain gives a JavaScript value without anything of the engine in it. It fails
// on a value that holds itself, and on one that is nested too deep.
func (e *engine) plain(v goja.Value, depth int) (any, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("a value holds itself, or others more than %d deep", maxDepth)
	}
	if v == nil || goja.IsNull(v) || goja.IsUndefined(v) {
		return nil, nil
	}
	o, ok := v.(*goja.Object)
	if !ok {
		return plainScalar(v), nil
	}
	switch x := o.Export().(type) {
	case *walk:
		return nil, fmt.Errorf("a path is no value: end it with .ToArray(), .ToValue() or .Count()")
	case quad.Value:
		return quad.StringOf(x), nil
	case time.Time:
		return x.UTC().Format(time.RFC3339), nil
	}
	if o.ClassName() == "Array" {
		length := o.Get("length").ToInteger()
		list := make([]any, 0, min(length, 1<<16))
		for i := range length {
			if e.ctx.Err() != nil {
				return nil, e.ctx.Err()
			}
			x, err := e.plain(o.Get(fmt.Sprint(i)), depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, x)
		}
		return list, nil
	}
	if o.Get("byteLength") != nil {
		return nil, fmt.Errorf("an array of bytes is no value")
	}
	if _, ok := goja.AssertFunction(o); ok {
		return nil, fmt.Errorf("a function is no value: call it")
	}
	object := Object{}
	for _, key := range o.Keys() {
		x, err := e.plain(o.Get(key), depth+1)
		if err != nil {
			return nil, err
		}
		object = append(object, Field{key, x})
	}
	return object, nil
}

// plainScalar gives a number, a text or a truth value; nil for NaN and infinity,
// which JSON does not have.
func plainScalar(v goja.Value) any {
	switch x := v.Export().(type) {
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil
		}
		return x
	case bool, int64, string:
		return x
	}
	return v.String()
}
