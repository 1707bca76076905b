package ask_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/ask"
)

// BenchmarkWhoMet opens a store of 3,000 documents and 6,000 people, and asks whom
// one of them met.
func BenchmarkWhoMet(b *testing.B) {
	path := filepath.Join(b.TempDir(), "graph.db")
	s, err := graph.Open(path, graph.Options{Relations: []graph.Relation{{Name: "met", Symmetric: true}}})
	if err != nil {
		b.Fatal(err)
	}
	for i := range 3000 {
		var facts []extract.Fact
		for j, other := range []int{i, i * 7 % 3000, 3000 + i} {
			f := fact(person(fmt.Sprint("Ada Nkemelu", i%100)), "met", person(fmt.Sprint("Bo Lindqvist", other)), "2025-03-01", "Lima")
			f.Evidence = extract.Evidence{Start: 10 * j, End: 10*j + 9, Text: "A sentence."}
			facts = append(facts, f)
		}
		if err := s.Add(&extract.Result{Document: &source.Document{ID: fmt.Sprint(i)}, Facts: facts}); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Commit(); err != nil {
		b.Fatal(err)
	}
	s.Close()
	for b.Loop() {
		s, err := graph.Open(path, graph.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		a, err := ask.Ask(s, "who-met", []string{"ada nkemelu7"}, ask.Options{})
		if err != nil || len(a.Rows) == 0 {
			b.Fatalf("%d rows, %v", len(a.Rows), err)
		}
		s.Close()
	}
}
