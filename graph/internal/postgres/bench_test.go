package postgres_test

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph/internal/postgres"
	"github.com/relata-graph/relata/graph/internal/storefile"
)

// met gives n quads of n/20 people who met people, as documents say: name-0 has a
// hundredth of all meetings, name-1 a three hundredth.
func met(n int) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		rnd := rand.New(rand.NewPCG(1, 2))
		person := func() quad.IRI { return quad.IRI(fmt.Sprint("person:name-", rnd.IntN(n/20))) }
		for i := range n {
			q := quad.Quad{Subject: person(), Predicate: quad.IRI("rel:met"), Object: person()}
			q.Label = quad.IRI(fmt.Sprint("doc:", rnd.IntN(n/10)))
			switch {
			case i%100 == 0:
				q.Subject = quad.IRI("person:name-0")
			case i%300 == 1:
				q.Subject = quad.IRI("person:name-1")
			}
			if !yield(q, nil) {
				return
			}
		}
	}
}

// BenchmarkPostgres fills the store in the database of RELATA_POSTGRES, and asks.
func BenchmarkPostgres(b *testing.B) {
	address := os.Getenv("RELATA_POSTGRES")
	if address == "" {
		b.Skip("no PostgreSQL: set RELATA_POSTGRES to the URL of a database")
	}
	quads := 1_000_000
	if testing.Short() {
		quads = 100_000
	}
	lock, err := postgres.Acquire(address)
	if err != nil {
		b.Fatal(err)
	}
	defer lock.Release()
	none := func(func(storefile.Document, error) bool) {}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			if err := lock.Commit(postgres.Change{Added: none, Quads: met(quads)}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(quads*b.N)/b.Elapsed().Seconds(), "quads/s")
	})
	d, err := postgres.Open(address)
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close()
	g, err := d.Graph()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, err := range g.Quads() {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "quads/s")
	})
	b.Run("match", func(b *testing.B) {
		for b.Loop() {
			for range g.Match(quad.Quad{Subject: quad.IRI("person:name-17")}) {
			}
		}
	})
	for _, q := range []struct{ name, script string }{
		{"neighbours", `g.V("<person:name-17>").Out("<rel:met>").Unique().All()`},
		{"both", `g.V("<person:name-0>").Out("<rel:met>").And(g.V("<person:name-1>").Out("<rel:met>")).All()`},
		{"has", `g.V().Has("<rel:met>", "<person:name-1>").All()`},
		{"hops", `g.emit(g.V("<person:name-0>").Out("<rel:met>").Out("<rel:met>").Count())`},
		{"count", `g.emit(g.V().Count())`},
	} {
		b.Run(q.name, func(b *testing.B) {
			rows := 0
			for b.Loop() {
				it, err := gizmo.NewSession(g.QuadStore).Execute(context.Background(), q.script,
					query.Options{Limit: -1, Collation: query.Raw})
				if err != nil {
					b.Fatal(err)
				}
				for rows = 0; it.Next(context.Background()); rows++ {
				}
				if err := it.Err(); err != nil {
					b.Fatal(err)
				}
				it.Close()
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
}
