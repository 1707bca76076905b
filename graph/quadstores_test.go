package graph

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"

	"github.com/relata-graph/relata/graph/quadfile"
)

// met makes n quads of people who met people, as documents say: half of the
// subjects are a hub of 20.
func met(n int) []quad.Quad {
	rnd := rand.New(rand.NewPCG(1, 2))
	people := n / 20
	quads := make([]quad.Quad, n)
	for i := range quads {
		s := rnd.IntN(people)
		if i%20 == 0 {
			s = rnd.IntN(20)
		}
		quads[i] = quad.Quad{
			Subject:   quad.IRI(fmt.Sprintf("person:name-%d", s)),
			Predicate: quad.IRI("rel:met"),
			Object:    quad.IRI(fmt.Sprintf("person:name-%d", rnd.IntN(people))),
			Label:     quad.IRI(fmt.Sprintf("doc:%d", rnd.IntN(n/10))),
		}
	}
	return quads
}

// boltStore fills a bbolt store.
func boltStore(b *testing.B, quads []quad.Quad) graph.QuadStore {
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "bolt"), 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	err = db.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket(cayleyBucket); return err })
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(newBoltKV(db).release)
	opts := graph.Options{"no_bloom": true}
	if err = kv.Init(newBoltKV(db), opts); err != nil {
		b.Fatal(err)
	}
	qs, err := kv.New(newBoltKV(db), opts)
	if err != nil {
		b.Fatal(err)
	}
	for batch := range slices.Chunk(quads, batchSize) {
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

func quadsOf(quads []quad.Quad) func(func(quad.Quad, error) bool) { return sequence(quads, nil) }

// BenchmarkQuadStores compares the graph file with Cayley's own stores: filling
// them, and queries over a million quads (100,000 with -short). The bbolt store
// is only asked what it answers within seconds.
func BenchmarkQuadStores(b *testing.B) {
	n := 1_000_000
	if testing.Short() {
		n = 100_000
	}
	quads := met(n)
	var data bytes.Buffer
	perSecond := func(b *testing.B) { b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "quads/s") }
	b.Run("fill/file", func(b *testing.B) {
		for b.Loop() {
			data.Reset()
			if err := quadfile.Write(&data, quadsOf(quads), quadfile.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b)
		b.ReportMetric(float64(data.Len())/float64(n), "bytes/quad")
	})
	stores := map[string]graph.QuadStore{}
	b.Run("fill/memstore", func(b *testing.B) {
		for b.Loop() {
			stores["memstore"] = memstore.New(quads...)
		}
		perSecond(b)
	})
	if os.Getenv("BENCH_BBOLT") != "" {
		start := time.Now()
		stores["bbolt"] = boltStore(b, quads)
		b.Logf("bbolt: %.0f quads/s", float64(n)/time.Since(start).Seconds())
	}
	path := filepath.Join(b.TempDir(), "graph")
	if err := os.WriteFile(path, data.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("open/file", func(b *testing.B) {
		for b.Loop() {
			f, err := quadfile.OpenFile(path)
			if err != nil {
				b.Fatal(err)
			}
			f.ValueOf(quads[0].Subject)
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
		{"neighbours", `g.V("<person:name-9999>").Out("<rel:met>").All()`},
		{"two-hops", `g.emit(g.V("<person:name-0>").Out("<rel:met>").Out("<rel:met>").Count())`},
		{"intersection", `g.V("<person:name-0>").Out().And(g.V("<person:name-9999>").Out()).All()`},
		{"hubs", `g.V("<person:name-0>").Out().And(g.V("<person:name-1>").Out()).All()`},
		{"has-hub", `g.V().Has("<rel:met>", "<person:name-77>").Has("<rel:met>").Unique().All()`},
		{"hub-has", `g.V("<person:name-0>").Out("<rel:met>").Has("<rel:met>").All()`},
		{"document", `g.V().LabelContext("<doc:5>").Out("<rel:met>").All()`},
		{"count", `g.emit(g.V().Count())`},
	} {
		for _, name := range []string{"file", "memstore", "bbolt"} {
			qs, ok := stores[name]
			slow := q.name == "intersection" || q.name == "hubs" || q.name == "hub-has" || q.name == "has-hub" || q.name == "document"
			if !ok || name == "bbolt" && slow {
				continue
			}
			b.Run(q.name+"/"+name, func(b *testing.B) {
				rows := ""
				for b.Loop() {
					rows = answer(b, qs, q.script)
				}
				b.Log(rows)
			})
		}
	}
}

func answer(b *testing.B, qs graph.QuadStore, script string) string {
	ctx := context.Background()
	it, err := gizmo.NewSession(qs).Execute(ctx, script, query.Options{Limit: -1, Collation: query.Raw})
	if err != nil {
		b.Fatal(err)
	}
	defer it.Close()
	n, val := 0, any(nil)
	for it.Next(ctx) {
		n++
		val = it.Result().(*gizmo.Result).Val
	}
	if it.Err() != nil {
		b.Fatal(it.Err())
	}
	return fmt.Sprint(n, " rows ", val)
}
