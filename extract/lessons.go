package extract

import (
	"github.com/relata-graph/relata/extract/internal/match"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/learned"
	"github.com/relata-graph/relata/extract/source"
)

// A Lesson is two arguments of something that a sentence says, for a pack's reader to
// learn from: their features and, by relation, what the reader would state of them.
type Lesson = match.Lesson

// Lessons tells of each two arguments in a document that may stand in one of some
// relations, in text order. It is for training: see the learned weights of a pack.
func (x *Extractor) Lessons(doc *source.Document, relations []string, tell func(Lesson)) []Fact {
	var labels []learned.Label
	for _, name := range relations {
		labels = append(labels, learned.Label{Name: name})
	}
	y := *x
	y.reader = &match.Reader{Weights: learned.Blank(labels), Cluster: x.cluster}
	d := reading.Read(x.model, doc, y.useful())
	return match.Run(x.program, d, match.Options{Reader: y.reader, Lesson: tell})
}
