package gizmo

import (
	"regexp"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// A condition is what gt("2025") and its like give.
type condition struct{ filter shape.ValueFilter }

// values are the functions that make nodes and conditions.
func (e *engine) values() map[string]native {
	one := func(make func(string) quad.Value) native {
		return func(call goja.FunctionCall) goja.Value { return e.vm.ToValue(make(e.text(call.Argument(0)))) }
	}
	two := func(make func(s, of string) quad.Value) native {
		return func(call goja.FunctionCall) goja.Value {
			return e.vm.ToValue(make(e.text(call.Argument(0)), e.text(call.Argument(1))))
		}
	}
	compare := func(op iterator.Operator) native {
		return func(call goja.FunctionCall) goja.Value {
			return e.vm.ToValue(&condition{shape.Comparison{Op: op, Val: e.quadValue(call.Argument(0))}})
		}
	}
	return map[string]native{
		"iri":   one(func(s string) quad.Value { return quad.IRI(s) }),
		"bnode": one(func(s string) quad.Value { return quad.BNode(s) }),
		"raw":   one(rawValue),
		"str":   one(func(s string) quad.Value { return quad.String(s) }),
		"lang":  two(func(s, l string) quad.Value { return quad.LangString{Value: quad.String(s), Lang: l} }),
		"typed": two(func(s, t string) quad.Value { return quad.TypedString{Value: quad.String(s), Type: quad.IRI(t)} }),
		"lt":    compare(iterator.CompareLT), "lte": compare(iterator.CompareLTE),
		"gt": compare(iterator.CompareGT), "gte": compare(iterator.CompareGTE),
		"regex": e.regex,
		"like": func(call goja.FunctionCall) goja.Value {
			return e.vm.ToValue(&condition{shape.Wildcard{Pattern: e.text(call.Argument(0))}})
		},
	}
}

// regex makes a condition of an expression; of texts, and also of ids if the
// second argument is true.
func (e *engine) regex(call goja.FunctionCall) goja.Value {
	re, err := regexp.Compile(strings.TrimSuffix(strings.TrimPrefix(e.text(call.Argument(0)), "<"), ">"))
	if err != nil {
		e.throw("%v", err)
	}
	return e.vm.ToValue(&condition{shape.Regexp{Re: re, Refs: call.Argument(1).ToBoolean()}})
}

// text wants a text.
func (e *engine) text(v goja.Value) string {
	switch s := v.Export().(type) {
	case string:
		return s
	case quad.IRI:
		return string(s)
	case quad.Value:
		return quad.StringOf(s)
	}
	e.throw("want a text, got %s", shown(v))
	return ""
}

// texts wants texts, or lists of them.
func (e *engine) texts(args []goja.Value) []string {
	var all []string
	for _, v := range e.flat(args) {
		all = append(all, e.text(v))
	}
	return all
}

// number wants a whole number.
func (e *engine) number(v goja.Value) int64 {
	switch n := v.Export().(type) {
	case int64:
		return n
	case float64:
		if n == float64(int64(n)) {
			return int64(n)
		}
	}
	e.throw("want a whole number, got %s", shown(v))
	return 0
}

// walkOf wants a path.
func (e *engine) walkOf(v goja.Value) *walk {
	w, ok := v.Export().(*walk)
	if !ok {
		e.throw("want a path, got %s", shown(v))
	}
	return w
}

// flat gives arguments with the elements of lists in the place of the lists, and
// without null.
func (e *engine) flat(args []goja.Value) []goja.Value {
	var all []goja.Value
	for _, v := range args {
		if goja.IsNull(v) || goja.IsUndefined(v) {
			continue
		}
		o, ok := v.(*goja.Object)
		if !ok || o.ClassName() != "Array" {
			all = append(all, v)
			continue
		}
		e.vm.ForOf(o, func(x goja.Value) bool {
			if !goja.IsNull(x) && !goja.IsUndefined(x) {
				all = append(all, x)
			}
			return len(all) < maxScript
		})
	}
	return all
}

// quadValue wants a node of a graph: "<id>", a text, a number, a date, or what
// iri("id") and its like give.
func (e *engine) quadValue(v goja.Value) quad.Value {
	switch x := v.Export().(type) {
	case quad.Value:
		return x
	case string:
		return quad.StringToValue(x)
	case bool:
		return quad.Bool(x)
	case int64:
		return quad.Int(x)
	case float64:
		if x == float64(int64(x)) {
			return quad.Int(x)
		}
		return quad.Float(x)
	case time.Time:
		return quad.Time(x)
	}
	e.throw("want a node, which is a text, a number or a date, got %s", shown(v))
	return nil
}

// quadValues wants nodes, or lists of them. It hints at texts that the graph does
// not have.
func (e *engine) quadValues(args []goja.Value) []quad.Value {
	var all []quad.Value
	for _, v := range e.flat(args) {
		x := e.quadValue(v)
		e.checkNode(x)
		all = append(all, x)
	}
	return all
}

// bareIRI is how ids look.
var bareIRI = regexp.MustCompile(`^[a-z]+:\S+$`)

// checkNode hints at a text that the graph does not have.
func (e *engine) checkNode(v quad.Value) {
	s, ok := v.(quad.String)
	if !ok || e.qs.ValueOf(v) != nil {
		return
	}
	if bareIRI.MatchString(string(s)) || e.qs.ValueOf(quad.IRI(s)) != nil {
		e.hint("a script names things in angle brackets: \"<%s>\"", string(s))
		return
	}
	e.hint("no text of the graph is %q; things go by their ids, \"<person:…>\"", string(s))
}

// edges wants relations: ids, paths that end at them, or lists of these; it gives
// their steps, too.
func (e *engine) edges(v goja.Value) (via []any, steps int) {
	for _, x := range e.flat([]goja.Value{v}) {
		if w, ok := x.Export().(*walk); ok {
			via = append(via, w.path)
			steps += w.steps
			continue
		}
		name := e.quadValue(x)
		e.checkNode(name)
		via = append(via, name)
	}
	return via, steps
}

// edge wants one relation.
func (e *engine) edge(v goja.Value) (via any, steps int) {
	all, steps := e.edges(v)
	if len(all) != 1 {
		e.throw("want one relation, got %s", shown(v))
	}
	return all[0], steps
}

// conditions gives arguments as conditions if all of them are.
func (e *engine) conditions(args []goja.Value) (all []shape.ValueFilter, ok bool) {
	for _, v := range e.flat(args) {
		c, ok := v.Export().(*condition)
		if !ok {
			return nil, false
		}
		all = append(all, c.filter)
	}
	return all, len(all) > 0
}

// shown says what a wrong argument is.
func shown(v goja.Value) string {
	switch x := v.Export().(type) {
	case nil:
		return "nothing"
	case *walk:
		return "a path"
	case *condition:
		return "a condition"
	case string:
		return "the text " + x
	case int64, float64, bool:
		return v.String()
	case []any:
		return "a list"
	}
	return "an object"
}

// rawValue reads a value as N-Quads write it.
func rawValue(s string) quad.Value {
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return quad.String(s[1 : len(s)-1])
	}
	return quad.StringToValue(s)
}
