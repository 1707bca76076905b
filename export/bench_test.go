package export_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/relata-graph/relata/export"
	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
)

// people are documents that tell who met whom.
func people(documents, facts, persons int) []*extract.Result {
	var list []*extract.Result
	for d := range documents {
		r := &extract.Result{Document: &source.Document{
			ID: fmt.Sprintf("doc-%d", d), Title: "What leaders did this week", Date: fmt.Sprintf("2024-%02d-%02d", d%12+1, d%28+1),
		}}
		for f := range facts {
			at := d*facts + f
			a := ref(entity.Person, fmt.Sprintf("Person Number %d", at*7%persons))
			b := ref(entity.Person, fmt.Sprintf("Person Number %d", (at*13+1+at/persons)%persons))
			if a == b {
				continue
			}
			text := fmt.Sprintf("%s met %s & others in Lima on %d May to talk about trade, fisheries and the harbour.", a.Name, b.Name, f%30+1)
			r.Facts = append(r.Facts, extract.Fact{
				Doc: r.Document.ID, Relation: "met", Subject: a, Object: b, Status: extract.Actual,
				Date: fmt.Sprintf("2024-05-%02d", f%30+1), Rule: "diplomacy.met",
				Evidence: extract.Evidence{Start: f * 100, End: f*100 + len(text), Text: text},
			})
		}
		list = append(list, r)
	}
	return list
}

func BenchmarkWrite(b *testing.B) {
	s := store(b, people(200, 50, 2000))
	for _, name := range []string{
		"a.nq", "a.nt", "a.ttl", "a.trig", "a.jsonld", "a.graphml", "a.gexf", "edges.csv", "facts.csv", "a.cyjs", "a.dot",
		"a.jsonl", "a.tsv", "a.html",
	} {
		b.Run(strings.TrimPrefix(name, "a."), func(b *testing.B) {
			w, err := export.Format(name)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(write(b, w, s, export.Options{}))))
			b.ReportAllocs()
			for b.Loop() {
				if err := w(io.Discard, s, export.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
