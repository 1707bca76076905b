package graph_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lib/pq"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/graph"
)

// database makes a database that is dropped when the test ends, and gives its URL,
// and one that does what is to be done in it. RELATA_POSTGRES is the URL of a server
// where that may be done; .ci/postgres starts one.
func database(t testing.TB) (address string, do func(string)) {
	t.Helper()
	server := os.Getenv("RELATA_POSTGRES")
	if server == "" {
		t.Skip("no PostgreSQL: run .ci/postgres, or set RELATA_POSTGRES to the URL of a server")
	}
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	in := func(address, statement string) {
		t.Helper()
		db, err := sql.Open("postgres", address)
		if err == nil {
			defer db.Close()
			_, err = db.Exec(statement)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	name := strings.ToLower(fmt.Sprintf("relata_%s_%d", t.Name(), os.Getpid()))
	in(server, "CREATE DATABASE "+pq.QuoteIdentifier(name))
	t.Cleanup(func() { in(server, "DROP DATABASE "+pq.QuoteIdentifier(name)+" WITH (FORCE)") })
	u.Path = "/" + name
	return u.String(), func(statement string) { t.Helper(); in(u.String(), statement) }
}

// reader opens a store for reading.
func reader(t *testing.T, path string) *graph.Store {
	t.Helper()
	s, err := graph.Open(path, graph.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestPostgresEqualsMemory(t *testing.T) {
	address, _ := database(t)
	current := map[string]*extract.Result{}
	for round := range 4 {
		for i, r := range world(int64(round), 12) { // same ids, other contents
			if (i+round)%2 == 0 || round == 0 {
				current[r.Document.ID] = r
			}
		}
		var results []*extract.Result
		for _, r := range current {
			results = append(results, r)
		}
		s, want := open(t, address, results...), open(t, "", results...)
		if round == 2 {
			id := results[0].Document.ID
			if err := errors.Join(s.Remove(id), s.Commit(), want.Remove(id), want.Commit()); err != nil {
				t.Fatal(err)
			}
			delete(current, id)
		}
		read := reader(t, address)
		for _, s := range []*graph.Store{s, read} {
			if !slices.Equal(quads(t, s), quads(t, want)) {
				t.Fatalf("round %d: database and memory differ", round)
			}
			if !slices.Equal(shown(t, s), shown(t, want)) {
				t.Fatalf("round %d: facts of database and memory differ", round)
			}
		}
		for e := range want.Entities() {
			if a, b := collect(t, read.FactsOf(e.ID)), collect(t, want.FactsOf(e.ID)); len(a) != len(b) {
				t.Errorf("round %d: %s has %d facts, want %d", round, e.ID, len(a), len(b))
			}
		}
		for _, script := range []string{
			`g.V("<rel:Fact>").In("<rdf:type>").Save("<rel:subject>", "who").All()`,
			`g.V().Tag("a").Out("<rel:met>").Out("<rel:met>").All()`,
			`g.V().Has("<rel:date>", gt("2025-01")).All()`,
		} {
			if got, want := answers(t, read, script), answers(t, want, script); !slices.Equal(got, want) {
				t.Errorf("round %d: %s gives %d rows, want %d", round, script, len(got), len(want))
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if d, err := graph.Check(address); err != nil || len(d.Sections)+len(d.Documents) > 0 || d.Whole != len(current) {
			t.Errorf("round %d: %+v, %v", round, d, err)
		}
	}
}

// answers gives the rows of a script, sorted.
func answers(t *testing.T, s *graph.Store, script string) []string {
	t.Helper()
	rows, err := s.Gizmo(context.Background(), script)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprint(r))
	}
	slices.Sort(all)
	return all
}

// TestPostgresWriters: one writes, readers keep what they have, graphs that nobody
// reads go.
func TestPostgresWriters(t *testing.T) {
	address, do := database(t)
	if _, err := graph.Open(address, graph.Options{ReadOnly: true}); !errors.Is(err, graph.ErrEmpty) {
		t.Errorf("an empty database: %v", err)
	}
	results := world(3, 12)
	s := open(t, address, results[:6]...)
	if _, err := graph.Open(address, graph.Options{}); !errors.Is(err, graph.ErrLocked) {
		t.Errorf("two writers: %v", err)
	} else if !strings.Contains(err.Error(), "by user ") {
		t.Errorf("who writes is not told: %v", err)
	}
	early := reader(t, address)
	add(t, s, results[6:]...)
	if err := s.Save(); err != nil { // without a graph yet
		t.Fatal(err)
	}
	saved := reader(t, address)
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		s    *graph.Store
		want []*extract.Result
	}{{early, results[:6]}, {saved, results}, {s, results}, {reader(t, address), results}} {
		if want := open(t, "", c.want...); !slices.Equal(quads(t, c.s), quads(t, want)) {
			t.Errorf("%d quads, want %d", len(quads(t, c.s)), len(quads(t, want)))
		}
	}
	early.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, address).Close()
	do(`DO $$ BEGIN ASSERT (SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'relata_graph_%') = 1; END $$`)
}

func TestPostgresDamage(t *testing.T) {
	address, do := database(t)
	results := world(4, 8)
	open(t, address, results...).Close()
	lost := results[3].Document.ID
	do("UPDATE relata.documents SET data = data || '\\x00' WHERE id = " + pq.QuoteLiteral(lost))
	do("DELETE FROM relata_graph_1.nodes WHERE hash = (SELECT hash FROM relata_graph_1.nodes LIMIT 1)")
	d, err := graph.Check(address)
	if err != nil || !slices.Equal(d.Sections, []string{"graph"}) || !slices.Equal(d.Documents, []string{lost}) {
		t.Fatalf("%+v, %v", d, err)
	}
	if gone, err := graph.Repair(address); err != nil || !slices.Equal(gone, []string{lost}) {
		t.Fatalf("%v, %v", gone, err)
	}
	want := open(t, "", slices.Delete(slices.Clone(results), 3, 4)...)
	if s := reader(t, address); !slices.Equal(quads(t, s), quads(t, want)) {
		t.Error("what was repaired is not what the others give")
	}
	do("UPDATE relata.state SET version = 1")
	if _, err := graph.Open(address, graph.Options{}); !errors.Is(err, graph.ErrVersion) {
		t.Errorf("another version: %v", err)
	}
}
