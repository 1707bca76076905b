package postgres

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"sync"

	"github.com/cayleygraph/cayley/clog"
	"github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	flavor "github.com/cayleygraph/cayley/graph/sql/postgres" // and the driver
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"

	"github.com/relata-graph/relata/graph/internal/storefile"
	"github.com/relata-graph/relata/graph/quadfile"
)

// A Graph is the graph of a commit. For Cayley it is what its backend makes of the
// tables, which fails on some steps (Both after Both); the other methods read them by
// themselves. It is safe for concurrent use.
type Graph struct {
	*csql.QuadStore
	snapshot *snapshot
	schema   string
	quads    int64

	mu    sync.Mutex
	nodes map[hash]quad.Value // read so far; nil for what is not there
	err   error               // the first one that a method could not give
}

// quiet stops Cayley's log of errors, which tells passwords.
var quiet = sync.OnceFunc(func() { clog.SetLogger(nil) })

// openGraph gives the graph with a number, and so many quads.
func openGraph(s *snapshot, number, quads int64) (*Graph, error) {
	quiet()
	u, err := url.Parse(s.url)
	if err != nil {
		return nil, err
	}
	query := u.Query()
	query.Set("search_path", schema(number))
	u.RawQuery = query.Encode()
	qs, err := csql.New(flavor.Type, u.String(), graph.Options{})
	if err != nil {
		return nil, named(s.url, err)
	}
	return &Graph{
		QuadStore: qs.(*csql.QuadStore), snapshot: s, schema: schema(number), quads: quads, nodes: map[hash]quad.Value{},
	}, nil
}

// Len gives the number of quads.
func (g *Graph) Len() int { return int(g.quads) }

// Err gives the first error that NameOf and ValueOf met.
func (g *Graph) Err() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return named(g.snapshot.url, g.err)
}

// NameOf gives the node of a reference, nil if it is of no node.
func (g *Graph) NameOf(ref graph.Ref) quad.Value {
	h, ok := ref.(csql.NodeHash)
	if !ok {
		return g.QuadStore.NameOf(ref)
	}
	values, err := g.named([]hash{h.ValueHash})
	if err != nil {
		return nil
	}
	return values[0]
}

// ValueOf gives the reference of a node, nil if the graph does not have it.
func (g *Graph) ValueOf(v quad.Value) graph.Ref {
	if v == nil {
		return nil
	}
	h := csql.HashOf(v)
	if known, err := g.named([]hash{h.ValueHash}); err == nil && known[0] == nil {
		return nil
	}
	return h
}

// Match gives the quads that have the terms that q has, nil for any, in the order
// that package quadfile has.
func (g *Graph) Match(q quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		quads, err := g.match(q)
		if err != nil {
			yield(quad.Quad{}, named(g.snapshot.url, err))
			return
		}
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func (g *Graph) match(q quad.Quad) ([]quad.Quad, error) {
	where, args := "", []any(nil)
	for _, d := range directions {
		if v := q.Get(d); v != nil {
			h := graph.HashOf(v)
			args = append(args, h[:])
			where += fmt.Sprintf(" AND %s_hash = $%d", d, len(args))
		}
	}
	var hashes []hash // four a quad
	err := g.snapshot.each(func(rows *sql.Rows) error {
		quad, err := readHashes(rows)
		hashes = append(hashes, quad[:]...)
		return err
	}, "SELECT subject_hash, predicate_hash, object_hash, label_hash FROM "+g.schema+".quads WHERE true"+where, args...)
	if err != nil {
		return nil, err
	}
	values, err := g.named(hashes)
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(values)/4)
	for i := range quads {
		for j, d := range directions {
			quads[i].Set(d, values[4*i+j])
		}
	}
	slices.SortFunc(quads, compareQuads)
	return quads, nil
}

// readHashes reads a row with the nodes of a quad.
func readHashes(rows *sql.Rows) (h [4]hash, err error) {
	var keys [4]sql.RawBytes
	err = rows.Scan(&keys[0], &keys[1], &keys[2], &keys[3])
	for i, k := range keys {
		copy(h[i][:], k)
	}
	return h, err
}

const selectNodes = "SELECT hash, value, value_string, iri, value_int FROM "

// named gives the nodes of hashes, nil for what the graph does not have.
func (g *Graph) named(hashes []hash) ([]quad.Value, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	var wanted [][]byte
	for _, h := range hashes {
		if _, known := g.nodes[h]; !known && h.Valid() {
			g.nodes[h] = nil
			wanted = append(wanted, bytes.Clone(h[:]))
		}
	}
	if len(wanted) > 0 {
		err := g.snapshot.each(func(rows *sql.Rows) error {
			h, v, err := readNode(rows)
			g.nodes[h] = v
			return err
		}, selectNodes+g.schema+".nodes WHERE hash = ANY($1)", pq.ByteaArray(wanted))
		if err != nil {
			for _, w := range wanted {
				delete(g.nodes, hash(w))
			}
			if g.err == nil {
				g.err = err
			}
			return nil, err
		}
	}
	values := make([]quad.Value, len(hashes))
	for i, h := range hashes {
		values[i] = g.nodes[h]
	}
	return values, nil
}

// Quads gives all quads in the order that package quadfile has. They are read from
// the database each time, and sorted in bounded memory.
func (g *Graph) Quads() iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		err := sorted(g.scan(), func(f *quadfile.File) error {
			for q, err := range f.Quads() {
				if err != nil || !yield(q, nil) {
					return err
				}
			}
			return nil
		})
		if err != nil {
			yield(quad.Quad{}, err)
		}
	}
}

// scan gives all quads in no order, and says if some are damaged or missing.
func (g *Graph) scan() iter.Seq2[quad.Quad, error] {
	stop := errors.New("that is enough")
	return func(yield func(quad.Quad, error) bool) {
		nodes, n := map[hash]quad.Value{}, int64(0)
		damaged := func(what string) error { return fmt.Errorf("%w: its graph: %s", storefile.ErrDamaged, what) }
		err := g.snapshot.each(func(rows *sql.Rows) error {
			h, v, err := readNode(rows)
			if err == nil && graph.HashOf(v) != h {
				return damaged("a node is not what its hash says")
			}
			nodes[h] = v
			return err
		}, selectNodes+g.schema+".nodes")
		if err == nil {
			err = g.snapshot.each(func(rows *sql.Rows) error {
				hashes, err := readHashes(rows)
				if err != nil {
					return err
				}
				var q quad.Quad
				for i, d := range directions {
					v, known := nodes[hashes[i]]
					if !known && (d != quad.Label || hashes[i].Valid()) {
						return damaged("a node is missing")
					}
					q.Set(d, v)
				}
				if n++; !yield(q, nil) {
					return stop
				}
				return nil
			}, "SELECT subject_hash, predicate_hash, object_hash, label_hash FROM "+g.schema+".quads")
		}
		if err == nil && n != g.quads {
			err = damaged(fmt.Sprintf("%d quads, want %d", n, g.quads))
		}
		if err != nil && err != stop {
			yield(quad.Quad{}, named(g.snapshot.url, err))
		}
	}
}
