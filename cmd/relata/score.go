package main

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// readFacts reads facts as JSON, one a line.
func readFacts(r io.Reader) ([]extract.Fact, error) {
	return readLines(r, "a fact", func(f *extract.Fact) error {
		switch {
		case f.Doc == "" || f.Relation == "":
			return errors.New(`no "doc" or "relation"`)
		case f.Date != "":
			return graph.CheckDate(f.Date)
		}
		return nil
	})
}

// A report is what a comparison of found facts with gold gives.
type report struct {
	Relations  []score `json:"relations"` // in order of name
	Core       score   `json:"core"`      // the relations of coreRelations, each fact counting the same
	All        score   `json:"all"`
	Statements struct {
		Core share `json:"core"`
		All  share `json:"all"`
	} `json:"statements"`
	Entities    []entityScore `json:"entities,omitempty"`
	Differences []difference  `json:"differences,omitempty"` // by document and relation

	EntityDifferences []entityDifference `json:"entity_differences,omitempty"` // by document, in the order of the gold
}

// compare scores facts against gold, document by document. Facts of documents
// without gold are left out. Symmetric holds the names of symmetric relations.
func compare(gold []*goldDoc, facts []extract.Fact, symmetric map[string]bool) report {
	byDoc := make(map[string][]extract.Fact)
	for _, f := range facts {
		byDoc[f.Doc] = append(byDoc[f.Doc], f)
	}
	scores := make(map[string]*score)
	var passages byRelation
	rep := report{Core: score{Relation: "core"}, All: score{Relation: "all"}}
	for _, doc := range gold {
		found := make(map[string][]extract.Fact)
		want := make(map[string][]goldFact)
		for _, f := range byDoc[doc.Doc] {
			found[f.Relation] = append(found[f.Relation], f)
			scores[f.Relation] = cmp.Or(scores[f.Relation], &score{Relation: f.Relation})
		}
		for _, g := range doc.Facts {
			want[g.Relation] = append(want[g.Relation], g)
			scores[g.Relation] = cmp.Or(scores[g.Relation], &score{Relation: g.Relation})
		}
		for _, name := range slices.Sorted(maps.Keys(scores)) {
			c := comparison{doc: doc, found: found[name], gold: want[name], symmetric: symmetric[name], statements: &passages}
			s, differences := c.score()
			scores[name].add(s)
			rep.Differences = append(rep.Differences, differences...)
		}
	}
	rep.Statements.Core, rep.Statements.All = passages.core.sum(), passages.all.sum()
	for _, name := range slices.Sorted(maps.Keys(scores)) {
		rep.Relations = append(rep.Relations, *scores[name])
		rep.All.add(*scores[name])
		if slices.Contains(coreRelations, name) {
			rep.Core.add(*scores[name])
		}
	}
	return rep
}
