package gizmo

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad/voc"
	"github.com/dop251/goja"
)

// An engine runs one script.
type engine struct {
	ctx     context.Context
	qs      graph.QuadStore
	opts    Options
	vm      *goja.Runtime
	paths   *goja.Object // what paths inherit from
	ns      voc.Namespaces
	results chan Result
	sent    bool // something
	asked   bool // a path was walked, if only to find nothing
	hints   []string
}

// A walk is a path as scripts see it. It does not change.
type walk struct {
	path     *path.Path
	steps    int  // with those of the paths within it
	morphism bool // has no start
}

// must panics on what cannot fail: run has no script yet.
func (*engine) must(err error) {
	if err != nil {
		panic(err)
	}
}

type native = func(goja.FunctionCall) goja.Value

// define makes functions methods of an object, with a capital letter and without.
func (e *engine) define(o *goja.Object, methods map[string]native) {
	for name, f := range methods {
		small := strings.ToLower(name[:1]) + name[1:]
		if name == "IRI" {
			small = name
		}
		for _, n := range []string{name, small} {
			e.must(o.DefineDataProperty(n, e.vm.ToValue(f), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE))
		}
	}
}

// throw throws a TypeError in the script.
func (e *engine) throw(format string, args ...any) {
	panic(e.vm.NewTypeError(append([]any{format}, args...)...))
}

// send sends a result; it says whether more are wanted.
func (e *engine) send(r Result) bool {
	e.sent = true
	select {
	case e.results <- r:
		return true
	case <-e.ctx.Done():
		return false
	}
}

const maxHints = 10

func (e *engine) hint(format string, args ...any) {
	h := fmt.Sprintf(format, args...)
	if len(e.hints) < maxHints && !slices.Contains(e.hints, h) {
		e.hints = append(e.hints, h)
	}
}
