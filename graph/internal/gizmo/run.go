// Package gizmo runs scripts in Gizmo, Cayley's query language: JavaScript over
// Cayley's paths, as https://github.com/cayleygraph/cayley/blob/master/docs/gizmoapi.md
// describes it. Cayley's own engine cannot be stopped inside a function of the
// language, ends the process on a wrong argument, builds paths of any size and
// does not say where an error is.
package gizmo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/relata-graph/relata/graph/quadfile"
)

// Run runs a script over a graph and calls each with its results, in their order
// and in the caller's goroutine; an error of each ends the script. If the script
// sends nothing, the value of its last expression is sent. It gives hints about
// what the script may have meant otherwise.
//
// Run ends when ctx does, with its error, or with ErrMemory, even if the script
// does not: ended is closed when that has let go of the graph.
func Run(ctx context.Context, qs graph.QuadStore, script string, opts Options, each func(Result) error) (
	hints []string, ended <-chan struct{}, err error,
) {
	done := make(chan struct{})
	program, err := compile(script)
	if err != nil {
		close(done)
		return nil, done, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	e := newEngine(ctx, qs, opts)
	var used *meter
	if opts.MaxMemory > 0 {
		used = newMeter(opts.MaxMemory)
		defer used.close()
	}
	var failed error
	go func() {
		defer close(done)
		failed = e.run(program)
	}()
	if err = e.receive(ctx, used, done, each); err != nil {
		cancel()
		e.vm.Interrupt(err)
		if !errors.Is(err, ErrMemory) {
			select {
			case <-done:
			case <-time.After(100 * time.Millisecond):
			}
		}
		return nil, done, err
	}
	return e.hints, done, failed
}

// receive hands on results until the script ends, or must.
func (e *engine) receive(ctx context.Context, used *meter, done <-chan struct{}, each func(Result) error) error {
	var look <-chan time.Time
	if used != nil {
		ticker := time.NewTicker(5 * time.Millisecond)
		defer ticker.Stop()
		look = ticker.C
	}
	for {
		select {
		case r := <-e.results:
			if err := each(r); err != nil {
				return err
			}
		case <-look:
			if used.over() {
				return ErrMemory
			}
		case <-ctx.Done():
			return ctx.Err()
		case <-done:
			if used != nil && used.over() {
				return ErrMemory
			}
			for {
				select {
				case r := <-e.results:
					if err := each(r); err != nil {
						return err
					}
				default:
					return nil
				}
			}
		}
	}
}

// compile reads a script. Errors have its line and column.
func compile(script string) (*goja.Program, error) {
	if err := checkLength(script); err != nil {
		return nil, err
	}
	tree, err := parser.ParseFile(nil, "", script, 0, parser.WithDisableSourceMaps)
	if list, ok := errors.AsType[parser.ErrorList](err); ok && len(list) > 0 {
		at := list[0].Position
		return nil, fmt.Errorf("line %d, column %d: %s", at.Line, at.Column, list[0].Message)
	}
	if err != nil {
		return nil, err
	}
	program, err := goja.CompileAST(tree, false)
	if fault, ok := errors.AsType[*goja.CompilerSyntaxError](err); ok && fault.File != nil {
		at := fault.File.Position(fault.Offset)
		return nil, fmt.Errorf("line %d, column %d: %s", at.Line, at.Column, fault.Message)
	}
	return program, err
}

// run runs a program and sends its value if it has sent nothing.
func (e *engine) run(program *goja.Program) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return quadfile.Guard(func() error {
		value, err := e.vm.RunProgram(program)
		if err != nil {
			return located(err)
		}
		if e.sent || value == nil {
			return nil
		}
		if p, ok := value.Export().(*walk); ok {
			what := "a path by itself sends nothing: end it with .All()"
			if p.morphism {
				what = "g.M() is a path without a start: g.V().Follow(path).All() walks it"
			}
			e.hint("%s", what)
			return nil
		}
		return e.sendLast(value)
	})
}

// sendLast sends the value of the last expression, a list as a result for each
// of its elements.
func (e *engine) sendLast(value goja.Value) error {
	if !e.asked && (goja.IsUndefined(value) || goja.IsNull(value)) {
		e.hint("the script sends nothing: end a path with .All(), or name a value in its last line")
		return nil
	}
	plain, err := e.plain(value, 0)
	if err != nil {
		return err
	}
	list, ok := plain.([]any)
	if !ok {
		list = []any{plain}
	}
	for _, v := range list {
		if v != nil && !e.send(Result{Value: v}) {
			break
		}
	}
	return nil
}

// located gives an error of a script with the line and column it comes from.
func located(err error) error {
	thrown, ok := errors.AsType[*goja.Exception](err)
	if !ok {
		if stopped, ok := errors.AsType[*goja.InterruptedError](err); ok {
			if cause, ok := stopped.Value().(error); ok {
				return cause
			}
		}
		if _, ok := errors.AsType[*goja.StackOverflowError](err); ok {
			return fmt.Errorf("functions call each other more than %d deep", maxCalls)
		}
		return err
	}
	what := "undefined"
	if v := thrown.Value(); v != nil {
		what = v.String()
	}
	for _, frame := range thrown.Stack() {
		if at := frame.Position(); at.Line > 0 {
			return fmt.Errorf("line %d, column %d: %s", at.Line, at.Column, what)
		}
	}
	return errors.New(what)
}
