package match

import (
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/rules"
)

// Options tell what else than facts is wanted. The zero value wants nothing else.
type Options struct {
	// Without is a rule that states nothing, as those together with it; nil leaves out none.
	Without *rules.Rule
	// Trace is told of each rule that started, as soon as it is done, so that the
	// match still fills roles as it did; nil traces nothing.
	Trace func(m Match, o Outcome)
	// Records is told at the end of the records that the document has; nil is told
	// nothing.
	Records func(records []*record.Record)
	// Reader reads what no rule states; nil leaves that out.
	Reader *Reader
	// Weighed is told of what the reader stated, or did not though it is likelier than not;
	// nil is told nothing.
	Weighed func(c Candidate)
	// Lesson is told of each two arguments, for a reader to learn from; nil is told nothing.
	Lesson func(l Lesson)
}

// A Reader states what no rule does: it weighs which relations with areas hold between two
// arguments of a predicate.
type Reader struct {
	Weights *learned.Model
	Pack    string                   // that the weights are of
	Cluster func(word string) string // that words with the same neighbours have
}

// A Candidate is a relation that a predicate may tell of two of its arguments.
type Candidate struct {
	Match
	Score, Least float64 // the logarithm of the odds that it does, and what is wanted
	Told         bool    // it was stated
}

// A Lesson is two arguments of a predicate as a reader sees them: their features, and what
// it would state of them if a relation held.
type Lesson struct {
	Features []uint32
	Facts    map[string][]fact.Fact // by relation
}
