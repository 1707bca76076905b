package gizmo

import (
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

func (e *engine) start(morphism bool, nodes []quad.Value) goja.Value {
	return e.wrap(&walk{path: path.StartMorphism(nodes...), steps: 1, morphism: morphism})
}

func (e *engine) wrap(w *walk) goja.Value {
	if w.steps > maxSteps {
		e.throw("a path has more than %d steps, with those of the paths in it", maxSteps)
	}
	o := e.vm.ToValue(w).(*goja.Object)
	e.must(o.SetPrototype(e.paths))
	return o
}

// step makes a method that lengthens a path. The function gives the longer path
// and how many steps the paths among its arguments have.
func (e *engine) step(longer func(p *path.Path, args goja.FunctionCall) (*path.Path, int)) native {
	return func(call goja.FunctionCall) goja.Value {
		w := e.walkOf(call.This)
		p, steps := longer(w.path.Clone(), call)
		return e.wrap(&walk{path: p, steps: w.steps + steps + 1, morphism: w.morphism})
	}
}

// plainStep makes a method without arguments.
func (e *engine) plainStep(longer func(*path.Path) *path.Path) native {
	return e.step(func(p *path.Path, _ goja.FunctionCall) (*path.Path, int) { return longer(p), 0 })
}

// tagStep makes a method that takes tags.
func (e *engine) tagStep(longer func(*path.Path, []string) *path.Path) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		tags := e.texts(call.Arguments)
		if len(tags) == 0 {
			e.throw("want a tag")
		}
		return longer(p, tags), 0
	})
}

// edgeStep makes a method that takes relations and then tags.
func (e *engine) edgeStep(longer func(p *path.Path, tags []string, via []any) *path.Path) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		via, steps := e.edges(call.Argument(0))
		var tags []string
		if len(call.Arguments) > 1 {
			tags = e.texts(call.Arguments[1:])
		}
		return longer(p, tags, via), steps
	})
}

// joinStep makes a method that takes another path.
func (e *engine) joinStep(longer func(p, other *path.Path) *path.Path) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		other := e.walkOf(call.Argument(0))
		return longer(p, other.path), other.steps
	})
}

// countStep makes a method that takes a number.
func (e *engine) countStep(longer func(*path.Path, int64) *path.Path) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		return longer(p, e.number(call.Argument(0))), 0
	})
}

// steps are the methods that lengthen a path.
func (e *engine) steps() map[string]native {
	and, or, except := e.joinStep((*path.Path).And), e.joinStep((*path.Path).Or), e.joinStep((*path.Path).Except)
	tag := e.tagStep(func(p *path.Path, tags []string) *path.Path { return p.Tag(tags...) })
	predicates := func(reverse bool) native {
		return e.tagStep(func(p *path.Path, tags []string) *path.Path { return p.SavePredicates(reverse, tags[0]) })
	}
	return map[string]native{
		"Out": e.edgeStep(func(p *path.Path, tags []string, via []any) *path.Path { return p.OutWithTags(tags, via...) }),
		"In":  e.edgeStep(func(p *path.Path, tags []string, via []any) *path.Path { return p.InWithTags(tags, via...) }),
		"Both": e.edgeStep(func(p *path.Path, tags []string, via []any) *path.Path {
			return p.BothWithTags(tags, via...)
		}),
		"LabelContext": e.edgeStep(func(p *path.Path, tags []string, via []any) *path.Path {
			return p.LabelContextWithTags(tags, via...)
		}),
		"And": and, "Intersect": and, "Or": or, "Union": or, "Except": except, "Difference": except,
		"Follow": e.joinStep((*path.Path).Follow), "FollowR": e.joinStep((*path.Path).FollowReverse),
		"FollowRecursive": e.step(e.recursive),
		"Tag":             tag, "As": tag,
		"Back":              e.tagStep(func(p *path.Path, tags []string) *path.Path { return p.Back(tags[0]) }),
		"SaveInPredicates":  predicates(true),
		"SaveOutPredicates": predicates(false),
		"Is": e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
			return p.Is(e.quadValues(call.Arguments)...), 0
		}),
		"Filter": e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
			conditions, ok := e.conditions(call.Arguments)
			if !ok {
				e.throw("want conditions, as gt(\"2025\")")
			}
			return p.Filters(conditions...), 0
		}),
		"Has": e.has(false), "HasR": e.has(true),
		"Save": e.save((*path.Path).Save), "SaveR": e.save((*path.Path).SaveReverse),
		"SaveOpt": e.save((*path.Path).SaveOptional), "SaveOptR": e.save((*path.Path).SaveOptionalReverse),
		"Limit": e.countStep((*path.Path).Limit), "Skip": e.countStep((*path.Path).Skip),
		"Unique": e.plainStep((*path.Path).Unique), "Order": e.plainStep((*path.Path).Order),
		"Labels":        e.plainStep((*path.Path).Labels),
		"InPredicates":  e.plainStep((*path.Path).InPredicates),
		"OutPredicates": e.plainStep((*path.Path).OutPredicates),
	}
}

// recursive is FollowRecursive(relation, [depth], [tags...]).
func (e *engine) recursive(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
	via, steps := e.edge(call.Argument(0))
	rest := call.Arguments[1:]
	depth := int64(0)
	if len(rest) > 0 {
		if _, text := rest[0].Export().(string); !text && !goja.IsUndefined(rest[0]) && !goja.IsNull(rest[0]) {
			depth, rest = e.number(rest[0]), rest[1:]
		}
	}
	return p.FollowRecursive(via, int(depth), e.texts(rest)), steps
}

// has makes Has(relation, nodes... or conditions...).
func (e *engine) has(reverse bool) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		via, steps := e.edge(call.Argument(0))
		rest := call.Arguments[1:]
		if conditions, ok := e.conditions(rest); ok {
			return p.HasFilter(via, reverse, conditions...), steps
		}
		nodes := e.quadValues(rest)
		if reverse {
			return p.HasReverse(via, nodes...), steps
		}
		return p.Has(via, nodes...), steps
	})
}

// save makes Save(relation, [tag]); the tag is else the relation.
func (e *engine) save(longer func(*path.Path, any, string) *path.Path) native {
	return e.step(func(p *path.Path, call goja.FunctionCall) (*path.Path, int) {
		via, steps := e.edge(call.Argument(0))
		var tag string
		if t := call.Argument(1); !goja.IsUndefined(t) && !goja.IsNull(t) {
			tag = e.text(t)
		}
		if tag == "" {
			name, ok := via.(quad.Value)
			if !ok {
				e.throw("want a tag for what the path saves")
			}
			tag = quad.StringOf(name)
		}
		return longer(p, via, tag), steps
	})
}
