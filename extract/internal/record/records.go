// Package record keeps what a document is about and has told so far, and with it
// what a sentence means that counts on those before it.
//
// In come the sentences of a document in their order, and the facts that each
// states; out come the facts with the dates and places that other sentences tell,
// each once, and answers to who took part in "the talks", whose "the delegation"
// is and which treaty is "the treaty". Which records there are, what
// happens at them and what comes of them, it learns from what a pack declares; it
// knows no rules and no roles, and of a pack's field nothing.
package record

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/nlp"
)

// Records are what one document has told so far. They are for one goroutine.
type Records struct {
	doc      *reading.Document
	program  *program.Program
	ledger   ledger
	told     []*telling // what dates the facts after it, in the order told, as all below
	records  []*Record  // in the order told of last
	events   []happening
	speeches []speech

	headlines []int // where those of the document start
}

// A happening is an event that a sentence has told of.
type happening struct {
	ref entity.Ref
	// When and where an event is, as the sentence tells it; see clause.Behind.
	past, future string
	place        entity.Ref
}

// New begins the records of a document; see GoOn.
func New(p *program.Program) *Records {
	return &Records{program: p, ledger: ledger{same: map[key][]int{}}}
}

// Facts gives the facts told so far, in the order told.
func (r *Records) Facts() []fact.Fact { return r.ledger.facts }

// All gives the records in the order told of last; what nobody knows enough of is left
// out.
func (r *Records) All() []*Record {
	return slices.DeleteFunc(slices.Clone(r.records), func(rec *Record) bool { return !rec.isKnown(rec.sentence) })
}

// Evidence gives a sentence as evidence.
func (r *Records) Evidence(sentence int) fact.Evidence {
	at := r.doc.Sentence(sentence).Span
	return fact.Evidence{Start: at.Start, End: at.End, Text: r.doc.Source.Text[at.Start:at.End]}
}

// sentenceOf gives the sentence that tells a fact.
func (r *Records) sentenceOf(f *fact.Fact) int { return r.sentenceAt(f.Evidence.Start) }

// sentenceAt gives the sentence that starts at a byte.
func (r *Records) sentenceAt(start int) int {
	i, _ := slices.BinarySearchFunc(r.doc.NLP.Sentences, start,
		func(s nlp.Sentence, start int) int { return s.Start - start })
	return i
}

// at is the scene of a predicate; nil is none.
func (r *Records) at(p *clause.Predicate) scene { return scene{r.doc, p} }

// A speech is that somebody is told to have spoken on some day.
type speech struct {
	of   []string // ids of who spoke and of his country, none if it is whoever spoke before
	date string
	back bool // it tells of the words told before
	told int  // where its sentence starts
}
