package match

import (
	"cmp"
	"iter"
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
)

// Run gives the facts that the rules state in a document.
func Run(p *program.Program, doc *reading.Document, opts Options) []fact.Fact {
	return RunParts(p, slices.Values([]*reading.Document{doc}), opts)
}

// RunParts is Run for a document of several parts; of one that is done nothing is kept but
// what it has told.
func RunParts(p *program.Program, parts iter.Seq[*reading.Document], opts Options) []fact.Fact {
	told := record.New(p)
	for doc := range parts {
		told.GoOn(doc)
		e := engine{program: p, doc: doc, records: told, offices: offices{p, doc, told}, opts: opts}
		e.run()
	}
	told.Finish()
	if opts.Records != nil {
		opts.Records(told.All())
	}
	return told.Facts()
}

// run states what the rules say in the sentences of the document.
func (e *engine) run() {
	doc, next := e.doc, 0
	for s := range doc.NLP.Sentences {
		e.told = append(e.told, len(e.records.Facts()))
		e.records.Note(s)
		for _, i := range doc.MentionsIn(s) {
			e.offices.ofMention(i)
		}
		first := next
		for next < len(doc.Predicates) && doc.Predicates[next].Sentence == s {
			next++
		}
		if isCluttered(doc.Tokens(s)) {
			continue
		}
		said := len(e.records.Facts())
		e.records.Open(doc.Predicates[first:next])
		for i := first; i < next; i++ {
			e.predicate(&doc.Predicates[i])
		}
		e.patterns(s)
		switch {
		case e.opts.Lesson != nil:
			e.lessons(doc.Predicates[first:next])
		case e.opts.Reader != nil:
			e.learn(doc.Predicates[first:next], said)
		}
	}
}

// predicate states what the rules that a predicate starts say: those first that
// tell what the others are told at.
func (e *engine) predicate(p *clause.Predicate) {
	e.offices.ofClause(p)
	started := e.program.Started(p)
	if e.opts.Without != nil {
		started = slices.DeleteFunc(started, e.opts.Without.Together)
	}
	told := e.records.Told()
	for _, first := range [...]bool{true, false} {
		for _, r := range started {
			if record.Gathers(e.program.Relation(r.Relation)) == first {
				e.apply(r, p)
			}
		}
	}
	e.records.Hear(p, started, told)
}

// patterns states what the patterns say that fit a sentence.
func (e *engine) patterns(sentence int) {
	mentions := e.doc.MentionsIn(sentence)
	for _, c := range e.program.Patterns(e.doc.Tokens(sentence)) {
		if e.opts.Without != nil && c.Rule.Together(e.opts.Without) {
			continue
		}
		fits := c.Fits(e.doc.Document, sentence, mentions)
		if len(fits) == 0 {
			continue
		}
		date, place := clause.Bare(e.doc.Document, sentence, mentions, e.doc.Date(sentence))
		for _, fit := range fits {
			when, ahead := clause.TimeBehind(e.doc.Document, sentence, fit.Tokens.Last, e.doc.Date(sentence))
			if c.Rule.Status == string(fact.Planned) {
				when = ahead
			}
			p := clause.Predicate{
				Sentence: sentence, Token: -1, Status: string(fact.Actual), Date: cmp.Or(when, date), Place: place,
				Event: -1, Speaker: -1, Office: -1,
			}
			for _, part := range fit.Captures {
				p.Args = append(p.Args, e.doc.Arg(sentence, part.Tokens, part.Name))
			}
			if fit.Tokens.Last > fit.Tokens.First {
				p.Args = append(p.Args, e.doc.Arg(sentence, fit.Tokens, "self"))
			}
			e.apply(c.Rule, &p)
		}
	}
}
