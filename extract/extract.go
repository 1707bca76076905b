// Package extract turns documents into facts with rules.
//
// In come a rule pack, once, and documents; out come the entities of each document
// and the facts that it states. The way between is a room each: internal/program
// compiles the pack, internal/reading finds what a document says, internal/match
// applies the rules to that, and internal/record keeps what the document is about
// and has told so far. On top stand Explain and ExplainRelation, which show what a rule does and
// what it lacks, Check, which runs the examples of rules, and Lint, which finds what
// in them is of no use. The package knows nothing of the field of a pack, nor of
// what becomes of facts.
package extract

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"strconv"
	"sync"

	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// An Extractor is a rule pack compiled for use with the language models. It is
// immutable and safe for concurrent use.
type Extractor struct {
	model     *nlp.Model
	pack      *rules.Pack
	program   *program.Program
	prefilter *program.Prefilter
	reader    *match.Reader // reads what no rule states, nil if nothing does
	nearly    bool          // results tell of sentences without facts, too
}

// New compiles a pack, which must not change after that. It loads the embedded
// models on first use.
func New(pack *rules.Pack) (*Extractor, error) {
	go nlp.LoadNames() // package entity asks for them; here they load beside the others
	model, err := nlp.Load()
	if err != nil {
		return nil, err
	}
	p := program.Compile(pack)
	x := &Extractor{model: model, pack: pack, program: p, prefilter: program.NewPrefilter(p, model)}
	if l := pack.Learned; l != nil {
		weights, err := learned.Parse(l.Weights)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", l.File, err)
		}
		x.reader = &match.Reader{Weights: weights, Pack: l.Pack, Cluster: x.cluster}
	}
	return x, nil
}

// cluster names the cluster of a word.
func (x *Extractor) cluster(word string) string { return strconv.Itoa(x.model.Cluster(word)) }

// read finds in a document what rules may use.
func (x *Extractor) read(doc *source.Document) *reading.Document {
	return reading.Read(x.model, doc, x.useful())
}

// useful tells what of a document rules may use.
func (x *Extractor) useful() reading.Options {
	opts := reading.Options{Sentence: x.program.MayState, Predicate: x.program.Wants, Offices: len(x.program.Titles) > 0}
	if x.reader != nil {
		opts.Predicate = nil
	}
	return opts
}

// readAll finds in a document all that it says, of use or not.
func (x *Extractor) readAll(doc *source.Document) *reading.Document {
	return reading.Read(x.model, doc, reading.Options{Offices: len(x.program.Titles) > 0})
}

// Whole returns an extractor that also reads documents without any word that
// could start a rule, for their entities.
func (x *Extractor) Whole() *Extractor {
	whole := *x
	whole.prefilter = nil
	return &whole
}

// Nearly returns an extractor whose results also tell of sentences in which rules started
// and stated nothing, each with what the rule that came closest lacked.
func (x *Extractor) Nearly() *Extractor {
	near := *x
	near.nearly = true
	return &near
}

// Extract returns the entities and facts of one document. A document without
// any word that could start a rule is not read and gives none (see Whole).
func (x *Extractor) Extract(doc *source.Document) *Result {
	if !x.prefilter.Matches(doc.Text) {
		return &Result{Document: doc}
	}
	out := &Result{Document: doc}
	opts := match.Options{Reader: x.reader}
	missed := newMisses()
	if x.nearly {
		opts.Trace, opts.Weighed = missed.note, missed.weighed
	}
	var last *reading.Document
	out.Facts = match.RunParts(x.program, func(yield func(*reading.Document) bool) {
		for part := range reading.Parts(x.model, doc, x.useful()) {
			if last = part; !yield(part) {
				return
			}
			out.Nearly = append(out.Nearly, missed.nearly(part)...)
			*missed = *newMisses()
		}
	}, opts)
	out.Entities = last.Named()
	for i := range out.Facts {
		f := &out.Facts[i]
		r := x.program.Relation(f.Relation)
		f.CAMEO, f.PLOVER, f.ID = r.CAMEO, r.PLOVER, f.MakeID(r.Symmetric)
	}
	return out
}

// ErrFault is a fault of the program at a document, for errors.Is.
var ErrFault = fault.Err

// contained is Extract, but a panic becomes the error of the result.
func (x *Extractor) contained(doc *source.Document) (r *Result) {
	if err := fault.Contain(func() { r = x.Extract(doc) }); err != nil {
		r = &Result{Document: doc, Err: fmt.Errorf("document %s: %w", doc.ID, err)}
	}
	return r
}

// All extracts documents in parallel and yields their results in the order of
// the documents. workers is the number of goroutines; 0 means one a processor.
// A fault of the program at one document does not end the others: its Result has
// an error that is ErrFault.
//
// When ctx is done the sequence ends at once. It does not wait for documents that
// are being read, nor for docs, which may still be asked for one more.
func (x *Extractor) All(ctx context.Context, docs iter.Seq[*source.Document], workers int) iter.Seq[*Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*Result) bool) {
		jobs := make(chan job)
		pending := make(chan job, 4*workers) // in order; bounds what is held in memory
		stop := make(chan struct{})
		var wg sync.WaitGroup
		defer func() {
			close(stop)
			if ctx.Err() == nil {
				wg.Wait()
			}
		}()
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					j.done <- x.contained(j.doc)
				}
			})
		}
		wg.Go(func() {
			defer close(pending)
			defer close(jobs)
			for doc := range docs {
				j := job{doc, make(chan *Result, 1)}
				if !send(pending, j, stop) || !send(jobs, j, stop) {
					return
				}
			}
		})
		for {
			j, ok := receive(ctx, pending)
			if !ok {
				return
			}
			if r, ok := receive(ctx, j.done); !ok || !yield(r) {
				return
			}
		}
	}
}

// A job is a document to be read.
type job struct {
	doc  *source.Document
	done chan *Result
}

// send sends unless stop is closed before, and tells whether it did.
func send[T any](to chan<- T, v T, stop <-chan struct{}) bool {
	select {
	case to <- v:
		return true
	case <-stop:
		return false
	}
}

// receive gives the next value of a channel, unless that is closed or ctx is done.
func receive[T any](ctx context.Context, from <-chan T) (v T, ok bool) {
	if ctx.Err() != nil {
		return v, false
	}
	select {
	case v, ok = <-from:
	case <-ctx.Done():
	}
	return v, ok
}
