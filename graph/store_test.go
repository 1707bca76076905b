package graph_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

func TestFileEqualsMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	rnd := rand.New(rand.NewSource(5))
	current := map[string]*extract.Result{}
	for round := range 8 {
		for _, r := range world(int64(round), 12) { // same ids, other contents
			if rnd.Intn(2) == 0 || round == 0 {
				current[r.Document.ID] = r
			}
		}
		var results []*extract.Result
		for _, r := range current {
			results = append(results, r)
		}
		s := open(t, path, results...)
		want := open(t, "", results...)
		if !slices.Equal(quads(t, s), quads(t, want)) {
			t.Fatalf("round %d: file and memory differ", round)
		}
		stored, err := graph.ScanCayley(s)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(stored, quads(t, want)) {
			t.Fatalf("round %d: Cayley has %d quads, want %d", round, len(stored), len(quads(t, want)))
		}
		if got, want := nodes(t, s), nodes(t, want); got != want {
			t.Errorf("round %d: %d nodes in the file, %d in memory", round, got, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		s = open(t, path, results...)
		s.Close()
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("round %d: adding the same documents changes the file", round)
		}
		s, err = graph.Open(path, graph.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(quads(t, s), quads(t, want)) {
			t.Errorf("round %d: what is read is not what was written", round)
		}
		if err := s.Add(results[0]); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("Add to a store for reading: %v", err)
		}
		s.Close()
	}
}

func TestInterruptedWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	results := world(3, 10)
	open(t, path, results[:5]...).Close()
	s := open(t, path)
	if err := s.Add(results[5:]...); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s, err := graph.Open(path, graph.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	stored, err := graph.ScanCayley(s)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(stored, quads(t, open(t, "", results...))) {
		t.Error("the graph is not that of all documents")
	}
}

func TestChangedDocument(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	for _, path := range []string{"", filepath.Join(t.TempDir(), "graph.db")} {
		s := open(t, path, document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}))
		add(t, s, document("a", []extract.Fact{fact(ada, "visited", country("Chile"))}))
		want := []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 [b]", "Ada Nkemelu visited Chile [a]"}
		if got := shown(t, s); !slices.Equal(got, want) {
			t.Errorf("%q: got %q", path, got)
		}
		rows, err := s.Gizmo(context.Background(), `g.V("<person:ada-nkemelu>").Out("<rel:met>").Unique().All()`)
		if err != nil || len(rows) != 1 || rows[0].Label != "Bo Lindqvist" {
			t.Errorf("%q: %+v, %v", path, rows, err)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing.db")
	if _, err := graph.Open(missing, graph.Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) ||
		!strings.Contains(err.Error(), "no store at "+missing) {
		t.Errorf("missing: %v", err)
	}
	text := filepath.Join(dir, "text.db")
	os.WriteFile(text, bytes.Repeat([]byte("This is no store.\n"), 4000), 0o644)
	short := filepath.Join(dir, "short.db")
	os.WriteFile(short, []byte("x"), 0o644)
	for _, path := range []string{text, short, dir} {
		for _, readOnly := range []bool{false, true} {
			if _, err := graph.Open(path, graph.Options{ReadOnly: readOnly}); !errors.Is(err, graph.ErrNotStore) {
				t.Errorf("%s: %v", filepath.Base(path), err)
			}
		}
	}
	path := filepath.Join(dir, "graph.db")
	open(t, path, world(1, 3)...)
	start := time.Now()
	_, err := graph.Open(path, graph.Options{})
	if !errors.Is(err, graph.ErrLocked) || time.Since(start) > time.Second {
		t.Errorf("locked: %v after %v", err, time.Since(start))
	}
	t.Log(err)
}

func TestAddErrors(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	ref := func(id string, t entity.Type, name string) entity.Ref { return entity.Ref{ID: id, Type: t, Name: name} }
	for want, f := range map[string]extract.Fact{
		"want person:name":          fact(ref("ada", entity.Person, "Ada"), "met", bo),
		"unknown type":              fact(ref("robot:ada", "robot arm", "Ada"), "met", bo),
		"has no name":               fact(ref("person:ada", entity.Person, ""), "met", bo),
		"relation is":               fact(ada, "shook hands", bo),
		`date is "yesterday"`:       fact(ada, "met", bo, on("yesterday")),
		`date is "2025-02-30"`:      fact(ada, "met", bo, on("2025-02-30")),
		`unknown status "possible"`: fact(ada, "met", bo, as("possible")),
	} {
		s := open(t, "")
		if err := s.Add(document("a", []extract.Fact{f})); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	s := open(t, "")
	if err := s.Add(document("", nil)); err == nil || !strings.Contains(err.Error(), "document without an id") {
		t.Errorf("got %v", err)
	}
	if err := s.Add(document("a", nil), document("a", nil)); err == nil {
		t.Error("two documents with one id")
	}
}

func TestConcurrentReaders(t *testing.T) {
	s := open(t, "", world(1, 20)...)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range s.Facts() {
				break
			}
			if _, err := s.Gizmo(context.Background(), `g.V().Out("<rel:met>").All()`); err != nil {
				t.Error(err)
			}
			if i == 3 {
				if err := s.Add(world(2, 5)...); err != nil {
					t.Error(err)
				}
				if err := s.Commit(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func TestAliasesOfFiles(t *testing.T) {
	aliases := &rules.Aliases{
		Same:   [][]string{{"Josphat Kiprono", "J. Barasa"}, {"Burmese Army", "org:tatmadaw"}},
		Labels: []rules.KeyValue{{Key: "J. Barasa", Value: "Josphat Kiprono Barasa"}},
	}
	docs := []*extract.Result{
		document("a", []extract.Fact{fact(person("Josphat Kiprono"), "visited", country("Peru"))}),
		document("b", []extract.Fact{fact(person("J. Barasa"), "visited", country("Chile"))}),
		document("c", []extract.Fact{
			fact(ref(entity.Organization, "Burmese Army"), "praised", ref(entity.Organization, "Tatmadaw")),
		}),
	}
	openWith := func(path string, a *rules.Aliases, results ...*extract.Result) *graph.Store {
		t.Helper()
		opts := options
		opts.Aliases = a
		s, err := graph.Open(path, opts)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		add(t, s, results...)
		return s
	}
	check := func(s *graph.Store) {
		t.Helper()
		e, err := s.Find("person:josphat-kiprono")
		aliases := []string{"J. Barasa", "Josphat Kiprono"}
		if err != nil || e.Name != "Josphat Kiprono Barasa" || !slices.Equal(e.Aliases, aliases) {
			t.Errorf("%+v, %v", e, err)
		}
		if e, err := s.Find("Tatmadaw"); err != nil || !slices.Contains(append(e.Aliases, e.Name), "Burmese Army") {
			t.Errorf("%+v, %v", e, err)
		}
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	memory := openWith("", aliases, docs...)
	check(memory)
	file := openWith(path, aliases, docs...)
	check(file)
	if stored, err := graph.ScanCayley(file); err != nil || !slices.Equal(stored, quads(t, memory)) {
		t.Errorf("file and memory differ: %v", err)
	}
	file.Close()
	for _, a := range []*rules.Aliases{nil, aliases} { // the file remembers
		s := openWith(path, a)
		check(s)
		s.Close()
	}
	s, err := graph.Open(path, graph.Options{ReadOnly: true, Aliases: &rules.Aliases{}})
	if err != nil {
		t.Fatal(err)
	}
	plain := quads(t, open(t, "", docs...))
	if stored, err := graph.ScanCayley(s); err != nil || !slices.Equal(stored, plain) {
		t.Errorf("other aliases for reading: %v", err)
	}
	s.Close()
	s = openWith(path, &rules.Aliases{})
	if stored, err := graph.ScanCayley(s); err != nil || !slices.Equal(stored, plain) {
		t.Errorf("other aliases for writing: %v", err)
	}
}

func BenchmarkCommit(b *testing.B) {
	results := world(1, 5000)
	for _, kind := range []string{"memory", "file"} {
		b.Run(kind, func(b *testing.B) {
			n := 0
			for b.Loop() {
				path := ""
				if kind == "file" {
					path = filepath.Join(b.TempDir(), "graph.db")
				}
				s := open(b, path, results...)
				n = len(quads(b, s))
				s.Close()
			}
			b.ReportMetric(float64(n), "quads")
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}
