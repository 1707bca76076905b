package gizmo

import "github.com/cayleygraph/cayley/graph"

// Top is the tag of what a path ends at.
const Top = "id"

// A Result is one that a script sends: of a path, or a value.
type Result struct {
	Tags  map[string]graph.Ref // of a path; nil for a value
	Value any                  // nil, a bool, int64, float64, string, []any or Object
}

// An Object is a JavaScript object with its fields in their order.
type Object []Field

// A Field is one of an Object.
type Field struct {
	Name  string
	Value any
}

// Options say how to run a script. The zero value sets no limit of memory.
type Options struct {
	MaxMemory int64 // bytes; 0: no limit
	Repeat    bool  // GetLimit counts equal results as often as they come
}
