package match

import (
	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/rules"
)

// An engine is a program at work on a document.
type engine struct {
	program *program.Program
	doc     *reading.Document
	records *record.Records
	offices offices
	opts    Options
	told    []int // how many facts were told before each sentence that was begun
}

func (e *engine) apply(r *rules.Rule, p *clause.Predicate) {
	m := Match{Doc: e.doc, Rule: r, Predicate: p, program: e.program, records: e.records}
	out := m.apply()
	if e.opts.Trace != nil {
		e.opts.Trace(m, out)
	}
}
