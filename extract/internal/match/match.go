// Package match applies the rules of a program to a document.
//
// In come a program and a document that has been read; out come the facts that the
// rules state, in text order, and, to who asks, what became of each rule that
// started. It knows how roles are filled and how titles tell offices; what other
// sentences tell it asks the document's records, and of a pack's field it knows
// nothing.
package match

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/rules"
)

// A Match is a rule at work on a predicate of a document, at a point of its text.
type Match struct {
	Doc       *reading.Document
	Rule      *rules.Rule
	Predicate *clause.Predicate // what a pattern fits is a predicate without a token

	program *program.Program
	records *record.Records
}

// clause is the predicate, nil if it is what a pattern fits, of which the sentence
// tells no more.
func (m *Match) clause() *clause.Predicate {
	if m.Predicate.Token < 0 {
		return nil
	}
	return m.Predicate
}

func (m *Match) relation() *program.Relation { return m.program.Relation(m.Rule.Relation) }

// A Filler is what fills a role, and the function or path that leads to it.
type Filler struct {
	Ref      entity.Ref
	Function string
	Record   *record.Record // that has given it, nil if its own sentence has
}

func contains(list []Filler, f Filler) bool { return slices.Contains(list, f) }
