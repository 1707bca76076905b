// Package story keeps what a document has told so far, and with it what a
// sentence means that counts on those before it.
//
// In come the sentences of a document in their order, and the facts that each
// states; out come the facts with the dates and places that other sentences tell,
// each once, and answers to who took part in "the talks", whose "the delegation"
// is and which treaty is "the treaty". What is an occasion it learns from what the
// relations of a pack declare; it knows no rules and no roles, and of a pack's
// field nothing.
package story

import (
	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
)

// A Story is what one document has told so far. It is for one goroutine.
type Story struct {
	doc       *reading.Document
	program   *program.Program
	ledger    ledger
	occasions []occasion // in the order told, as all below
	talking   []string   // ids of those told to talk with somebody, named or not
	going     []telling  // those who travel or attend something
	events    []telling
}

// A telling is somebody or something that a sentence has told of.
type telling struct {
	ref      entity.Ref
	status   fact.Status
	sentence int
	// When and where an event is, as the sentence tells it; see clause.Behind.
	past, future string
	place        entity.Ref
}

// New begins the story of a document.
func New(doc *reading.Document, p *program.Program) *Story {
	return &Story{doc: doc, program: p, ledger: ledger{same: map[key][]int{}}}
}

// Facts gives the facts told so far, in the order told.
func (s *Story) Facts() []fact.Fact { return s.ledger.facts }

// Evidence gives a sentence as evidence.
func (s *Story) Evidence(sentence int) fact.Evidence {
	at := s.doc.Sentence(sentence).Span
	return fact.Evidence{Start: at.Start, End: at.End, Text: s.doc.Source.Text[at.Start:at.End]}
}

// at is the scene of a predicate; nil is none.
func (s *Story) at(p *clause.Predicate) scene { return scene{s.doc, p} }
