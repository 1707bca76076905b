package quadfile_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/kv/btree"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/quadfile"
)

// met makes n quads of n/20 people who met people, as documents say: name-0 has
// a hundredth of all meetings, name-1 a three hundredth.
func met(n int) []quad.Quad {
	rnd := rand.New(rand.NewPCG(1, 2))
	person := func() quad.IRI { return quad.IRI(fmt.Sprint("person:name-", rnd.IntN(n/20))) }
	quads := make([]quad.Quad, n)
	for i := range quads {
		q := quad.Quad{Subject: person(), Predicate: quad.IRI("rel:met"), Object: person()}
		q.Label = quad.IRI(fmt.Sprint("doc:", rnd.IntN(n/10)))
		switch {
		case i%100 == 0:
			q.Subject = quad.IRI("person:name-0")
		case i%300 == 1:
			q.Subject = quad.IRI("person:name-1")
		}
		quads[i] = q
	}
	return quads
}

// keyValue fills Cayley's key-value store, over a B-tree in memory; over bbolt it
// takes about as long.
func keyValue(b *testing.B, quads []quad.Quad) graph.QuadStore {
	db := btree.New()
	opts := graph.Options{"no_bloom": true}
	if err := kv.Init(db, opts); err != nil {
		b.Fatal(err)
	}
	qs, err := kv.New(db, opts)
	if err != nil {
		b.Fatal(err)
	}
	for batch := range slices.Chunk(quads, 10_000) {
		var deltas []graph.Delta
		for _, q := range batch {
			deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Add})
		}
		if err = qs.ApplyDeltas(deltas, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
			b.Fatal(err)
		}
	}
	return qs
}

// BenchmarkStores compares a file of a million quads, of 100,000 with -short,
// with Cayley's stores: with its key-value store only with -short, as that takes
// seconds for some queries and a minute to be filled.
func BenchmarkStores(b *testing.B) {
	n := 1_000_000
	if testing.Short() {
		n = 100_000
	}
	quads := met(n)
	path := filepath.Join(b.TempDir(), "graph")
	stores := map[string]graph.QuadStore{}
	fill(b, quads, path, stores)
	b.Run("open/file", func(b *testing.B) {
		for b.Loop() {
			f, err := quadfile.OpenFile(path)
			if err != nil || f.ValueOf(quads[0].Subject) == nil {
				b.Fatal(err)
			}
			f.Close()
		}
	})
	b.Run("check/file", func(b *testing.B) {
		for b.Loop() {
			f, err := quadfile.OpenFile(path)
			if err == nil {
				err = f.Check()
			}
			if err != nil {
				b.Fatal(err)
			}
			f.Close()
		}
	})
	file, err := quadfile.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { file.Close() })
	stores["file"] = file
	for _, q := range []struct{ name, script string }{
		{"nothing", `1`},
		{"neighbours", `g.V("<person:name-99>").Out("<rel:met>").All()`},
		{"two-hops", `g.emit(g.V("<person:name-0>").Out("<rel:met>").Out("<rel:met>").Count())`},
		{"two-hops-all", `g.V("<person:name-0>").Out("<rel:met>").Out("<rel:met>").All()`},
		{"intersection", `g.V("<person:name-0>").Out().And(g.V("<person:name-99>").Out()).All()`},
		{"hubs", `g.V("<person:name-0>").Out().And(g.V("<person:name-1>").Out()).All()`},
		{"has-hub", `g.V().Has("<rel:met>", "<person:name-99>").All()`},
		{"hub-has", `g.V("<person:name-0>").Out("<rel:met>").Has("<rel:met>", "<person:name-99>").All()`},
		{"document", `g.V().LabelContext("<doc:5>").Out("<rel:met>").All()`},
		{"count", `g.emit(g.V().Count())`},
	} {
		for _, name := range []string{"file", "memstore", "kv"} {
			if qs, ok := stores[name]; ok {
				b.Run(q.name+"/"+name, func(b *testing.B) {
					rows := 0
					for b.Loop() {
						rows = countRows(b, qs, q.script)
					}
					b.ReportMetric(float64(rows), "rows")
				})
			}
		}
	}
}

// fill measures how the stores are filled, and gives them and the file at path.
func fill(b *testing.B, quads []quad.Quad, path string, stores map[string]graph.QuadStore) {
	perSecond := func(b *testing.B) {
		b.ReportMetric(float64(len(quads))*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
	}
	var data bytes.Buffer
	b.Run("fill/file", func(b *testing.B) {
		for b.Loop() {
			data.Reset()
			if err := quadfile.Write(&data, sequence(quads), quadfile.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b)
		b.ReportMetric(float64(data.Len())/float64(len(quads)), "bytes/quad")
	})
	if err := os.WriteFile(path, data.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("fill/memstore", func(b *testing.B) {
		for b.Loop() {
			stores["memstore"] = memstore.New(quads...)
		}
		perSecond(b)
	})
	if testing.Short() {
		b.Run("fill/kv", func(b *testing.B) {
			for b.Loop() {
				stores["kv"] = keyValue(b, quads)
			}
			perSecond(b)
		})
	}
}

// countRows gives the number of rows of a script, or the number that it emits.
func countRows(b *testing.B, qs graph.QuadStore, script string) int {
	ctx := context.Background()
	it, err := gizmo.NewSession(qs).Execute(ctx, script, query.Options{Limit: -1, Collation: query.Raw})
	if err != nil {
		b.Fatal(err)
	}
	defer it.Close()
	n := 0
	for it.Next(ctx) {
		n++
		if emitted, ok := it.Result().(*gizmo.Result).Val.(int64); ok {
			n = int(emitted)
		}
	}
	if it.Err() != nil {
		b.Fatal(it.Err())
	}
	return n
}
