package main

import (
	"fmt"
	"math"
	"os"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// learnedRelations are those that the pack diplomacy learns, each with the score from which
// on it is stated. They were chosen on annotated texts that the weights were not learned
// from: of the facts of some too many are wrong at any score. These are learned all the
// same, so that what is likelier such a fact is not taken for another.
var learnedRelations = []learned.Label{
	{Name: "agreesOn", Least: never},
	{Name: "discussed", Least: 0.75},
	{Name: "proposes", Least: never},
	{Name: "supports", Least: 1.5},
}

var never = math.Inf(1)

// judgedWeight is how much a fact counts that was judged by itself: it was chosen to be
// judged as one that is hard to tell.
const judgedWeight = 3

// A judgement says of a fact whether its sentence states it, as JSON, one a line. One
// without a relation says that of its document all facts that hold are judged.
type judgement struct {
	Doc      string `json:"doc"`
	Start    int    `json:"start"` // byte of the text where the sentence starts
	Relation string `json:"relation"`
	Subject  string `json:"subject"` // names, as the facts have them
	Object   string `json:"object"`
	Right    *bool  `json:"right"` // null if it may be read either way
}

// trainFacts learns the weights of a pack's reader from texts, as JSON lines, and what
// was judged of them.
func trainFacts(texts, judged, out string) error {
	about := map[string]*judgements{}
	if err := readValues(judged, func(j *judgement) { judgementsOf(about, j.Doc).add(j) }); err != nil {
		return err
	}
	pack, err := rules.Builtin("diplomacy")
	if err != nil {
		return err
	}
	x, err := extract.New(pack)
	if err != nil {
		return err
	}
	names := make([]string, len(learnedRelations))
	for i := range learnedRelations {
		names[i] = learnedRelations[i].Name
	}
	var examples []learned.Example
	err = readValues(texts, func(d *source.Document) {
		if of := about[d.ID]; of != nil {
			x.Lessons(d, names, func(l extract.Lesson) {
				if e := of.example(&l); e.Right|e.Wrong != 0 {
					examples = append(examples, e)
				}
			})
		}
	})
	if err != nil {
		return err
	}
	data := learned.Train(learnedRelations, examples).Encode()
	fmt.Printf("%d examples, %d bytes\n", len(examples), len(data))
	return os.WriteFile(out, data, 0o666)
}

// judgements are those of a document.
type judgements struct {
	complete bool
	facts    map[judgement]*bool // by what is judged
}

func judgementsOf(about map[string]*judgements, doc string) *judgements {
	if about[doc] == nil {
		about[doc] = &judgements{facts: map[judgement]*bool{}}
	}
	return about[doc]
}

func (of *judgements) add(j *judgement) {
	if j.Relation == "" {
		of.complete = true
		return
	}
	key, right := *j, j.Right
	key.Right = nil
	of.facts[key] = right
}

// example is what a reader learns from two arguments: that a relation holds if more of its
// facts are right than wrong, and that it does not if none is right or may be.
func (of *judgements) example(l *extract.Lesson) learned.Example {
	e := learned.Example{Features: l.Features, Weight: judgedWeight}
	if of.complete {
		e.Weight = 1
	}
	for i := range learnedRelations {
		right, wrong, open := of.count(l.Facts[learnedRelations[i].Name])
		switch {
		case right > 0 && right >= wrong:
			e.Right |= 1 << i
		case right == 0 && open == 0 && wrong > 0:
			e.Wrong |= 1 << i
		}
	}
	return e
}

func (of *judgements) count(facts []fact.Fact) (right, wrong, open int) {
	for i := range facts {
		f := &facts[i]
		ok, known := of.facts[judgement{f.Doc, f.Evidence.Start, f.Relation, f.Subject.Name, f.Object.Name, nil}]
		switch {
		case known && ok == nil:
			open++
		case known && *ok:
			right++
		case known, of.complete:
			wrong++
		}
	}
	return right, wrong, open
}
