package gizmo

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Limits of a script. A time-out does not stop the parser, which can use up the
// stack or take exponential time on nested brackets.
const (
	maxScript = 64 << 10  // bytes
	maxDepth  = 64        // brackets within brackets, and values within emitted values
	maxCalls  = 10_000    // functions within functions
	maxSteps  = 1000      // steps of a path, with those of the paths within it
	maxStack  = 256 << 20 // bytes: Go ends the process at 1 GB
)

// ErrMemory is the error of a script that took more memory than it may.
var ErrMemory = errors.New("the script takes too much memory")

// checkLength refuses what the parser could die of.
func checkLength(script string) error {
	if len(script) > maxScript {
		return fmt.Errorf("script has %d bytes, want at most %d", len(script), maxScript)
	}
	depth, quote := 0, rune(0)
	line, column := 1, 0
	escaped := false
	for _, c := range script {
		column++
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
				return fmt.Errorf("line %d, column %d: brackets are more than %d deep", line, column, maxDepth)
			}
		case c == ')' || c == ']' || c == '}':
			depth = max(depth-1, 0)
		}
		if c == '\n' {
			line, column = line+1, 0
		}
	}
	return nil
}

// A meter tells what memory a script takes: what the process has on its heap and
// stacks more than when the script began. Until it is closed the collector works
// harder before that is over the limit, so that garbage hardly counts.
type meter struct {
	samples []metrics.Sample
	start   uint64
	limit   uint64
	before  int64 // the process's own limit
}

func newMeter(limit int64) *meter {
	m := &meter{samples: []metrics.Sample{
		{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"},
	}}
	runtime.GC()
	m.start, _ = m.read()
	m.limit = uint64(limit)
	m.before = debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(m.before, int64(m.start+m.limit-m.limit/8)))
	return m
}

func (m *meter) close() { debug.SetMemoryLimit(m.before) }

func (m *meter) read() (all, stacks uint64) {
	metrics.Read(m.samples)
	stacks = m.samples[1].Value.Uint64()
	return m.samples[0].Value.Uint64() + stacks, stacks
}

// over says whether more memory is in use than may be.
func (m *meter) over() bool {
	all, stacks := m.read()
	m.start = min(m.start, all) // an earlier script has let go
	return all > m.start+m.limit || stacks > maxStack
}
