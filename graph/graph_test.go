package graph_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/rules"
)

var options = graph.Options{Relations: []graph.Relation{{Name: "met", Symmetric: true}, {Name: "visited"}}}

func ref(t entity.Type, name string) entity.Ref {
	return entity.Ref{ID: entity.MakeID(t, name), Type: t, Name: name}
}

func person(name string) entity.Ref  { return ref(entity.Person, name) }
func country(name string) entity.Ref { return ref(entity.Country, name) }

// fact makes a fact from "Ada Nkemelu met Ilse Brandt".
func fact(subject entity.Ref, relation string, object entity.Ref, change ...func(*extract.Fact)) extract.Fact {
	text := subject.Name + " " + relation + " " + object.Name + "."
	f := extract.Fact{
		Relation: relation, Subject: subject, Object: object, Status: extract.Actual, Rule: "test." + relation,
		Evidence: extract.Evidence{Start: 10, End: 10 + len(text), Text: text},
	}
	for _, c := range change {
		c(&f)
	}
	return f
}

func on(date string) func(*extract.Fact) { return func(f *extract.Fact) { f.Date = date } }
func in(place string) func(*extract.Fact) {
	return func(f *extract.Fact) { f.Place = ref(entity.Place, place) }
}
func as(s extract.Status) func(*extract.Fact) {
	return func(f *extract.Fact) { f.Status = s }
}
func at(start int) func(*extract.Fact) {
	return func(f *extract.Fact) {
		f.Evidence.End += start - f.Evidence.Start
		f.Evidence.Start = start
	}
}

// document makes a result whose entities are those of its facts and others.
func document(id string, facts []extract.Fact, others ...entity.Entity) *extract.Result {
	r := &extract.Result{Document: &source.Document{ID: id, Title: "Title of " + id, Date: "2025-03-01", URL: "https://news.example/" + id}, Entities: others, Facts: facts}
	for i := range facts {
		facts[i].Doc = id
		for _, e := range []entity.Ref{facts[i].Subject, facts[i].Object} {
			if !slices.ContainsFunc(r.Entities, func(o entity.Entity) bool { return o.ID == e.ID }) {
				r.Entities = append(r.Entities, entity.Entity{Ref: e})
			}
		}
	}
	return r
}

func open(t testing.TB, path string, results ...*extract.Result) *graph.Store {
	t.Helper()
	s, err := graph.Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	add(t, s, results...)
	return s
}

func add(t testing.TB, s *graph.Store, results ...*extract.Result) {
	t.Helper()
	if err := s.Add(results...); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
}

func collect[T any](t testing.TB, seq func(func(T, error) bool)) []T {
	t.Helper()
	var list []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// show writes a fact in short: "Ada met Bo 2025-03-01 [a b]".
func show(f graph.Fact) string {
	var docs []string
	for _, s := range f.Statements {
		docs = append(docs, s.Doc)
	}
	return strings.Join(slices.DeleteFunc([]string{f.Subject.Name, f.Relation, f.Object.Name, f.Date, f.Place().Name, strings.ReplaceAll(string(f.Status), "actual", ""), fmt.Sprint(docs)}, func(s string) bool { return s == "" }), " ")
}

func shown(t testing.TB, s *graph.Store) []string {
	var lines []string
	for _, f := range collect(t, s.Facts()) {
		lines = append(lines, show(f))
	}
	slices.Sort(lines)
	return lines
}

func TestFactsMerge(t *testing.T) {
	ada, bo, cy := person("Ada Nkemelu"), person("Bo Lindqvist"), person("Cy Farouk")
	for _, test := range []struct {
		name string
		docs []*extract.Result
		want []string
	}{
		{"one fact of three documents, either way round", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(bo, "met", ada, on("2025-03-01"))}),
			document("c", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 [a b c]"}},
		{"two dates, none fits better", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-04-01"))}),
			document("c", []extract.Fact{fact(ada, "met", bo)}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 [a]", "Ada Nkemelu met Bo Lindqvist 2025-04-01 [b]", "Ada Nkemelu met Bo Lindqvist [c]"}},
		{"less exact", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, on("2025-03"))}),
			document("c", []extract.Fact{fact(ada, "met", bo, on("2024"))}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2024 [c]", "Ada Nkemelu met Bo Lindqvist 2025-03-01 [a b]"}},
		{"another place", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"), in("Lima"))}),
			document("b", []extract.Fact{fact(ada, "met", bo, in("Oslo"))}),
			document("c", []extract.Fact{fact(ada, "met", bo, in("Lima"))}),
		}, []string{"Ada Nkemelu met Bo Lindqvist 2025-03-01 Lima [a c]", "Ada Nkemelu met Bo Lindqvist Oslo [b]"}},
		{"status and direction tell apart", []*extract.Result{
			document("a", []extract.Fact{fact(ada, "met", bo), fact(ada, "met", bo, as(extract.Planned), at(90)), fact(ada, "received", bo), fact(bo, "received", ada), fact(ada, "met", cy)}),
		}, []string{"Ada Nkemelu met Bo Lindqvist [a]", "Ada Nkemelu met Bo Lindqvist planned [a]", "Ada Nkemelu met Cy Farouk [a]", "Ada Nkemelu received Bo Lindqvist [a]", "Bo Lindqvist received Ada Nkemelu [a]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := shown(t, open(t, "", test.docs...)); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// world makes n documents of invented people who do things, from a seed.
func world(seed int64, n int) []*extract.Result {
	rnd := rand.New(rand.NewSource(seed))
	pick := func(list ...string) string { return list[rnd.Intn(len(list))] }
	var results []*extract.Result
	for i := range n {
		var facts []extract.Fact
		var others []entity.Entity
		someone := func() entity.Ref {
			family := pick("Okafor", "Lindqvist", "Farouk", "Quispe", "Hara")
			given := pick("Ada", "Bo", "Cy")
			home := country(pick("Ghana", "Peru", "Japan"))
			p := person(family + " " + given)
			partial := rnd.Intn(4) == 0
			if partial {
				p = person(family)
			}
			others = append(others, entity.Entity{Ref: p, Partial: partial, Country: home, SameAs: pick("", "Q1", "Q2")})
			return p
		}
		for j := range rnd.Intn(5) {
			relation, object := pick("met", "received"), someone()
			if rnd.Intn(3) == 0 {
				relation, object = "visited", country(pick("Ghana", "Peru", "Japan"))
			}
			f := fact(someone(), relation, object, on(pick("", "2025", "2025-03", "2025-03-01", "2025-03-02")), at(100*j))
			if rnd.Intn(2) == 0 {
				f.Place = ref(entity.Place, pick("Lima", "Oslo"))
			}
			if rnd.Intn(3) == 0 {
				f.By = someone()
				f.With = []entity.Ref{country("Ghana"), country(pick("Peru", "Japan"))}
				f.Status = extract.Planned
				f.Level, f.Amount = "strategic", pick("", "$5")
			}
			facts = append(facts, f)
		}
		results = append(results, document(fmt.Sprintf("doc %d/ü%%", i), facts, others...))
	}
	return results
}

func quads(t testing.TB, s *graph.Store) []quad.Quad { return collect(t, s.Quads()) }

func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	results := world(1, 40)
	want := quads(t, open(t, "", results...))
	for range 5 {
		rand.Shuffle(len(results), func(i, j int) { results[i], results[j] = results[j], results[i] })
		s := open(t, "", results[:20]...)
		add(t, s, results[20:]...)
		if got := quads(t, s); !slices.Equal(got, want) {
			t.Fatal("another order gives another graph")
		}
	}
}

// nodes counts what the engine itself finds.
func nodes(t testing.TB, s *graph.Store) int {
	t.Helper()
	rows, err := s.Gizmo(context.Background(), "g.V().All()")
	if err != nil {
		t.Fatal(err)
	}
	return len(rows)
}

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
	if err := graph.WriteOnlyRecords(s, results[5:]...); err != nil {
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
		t.Error("the store was not brought up to date")
	}
}

func TestChangedDocument(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	for _, path := range []string{"", filepath.Join(t.TempDir(), "graph.db")} {
		s := open(t, path, document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}), document("b", []extract.Fact{fact(ada, "met", bo, on("2025-03-01"))}))
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
	if _, err := graph.Open(missing, graph.Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "no store at "+missing) {
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
	for want, r := range map[string]*extract.Result{
		"document without an id":    document("", nil),
		"want person:name":          document("a", []extract.Fact{fact(entity.Ref{ID: "ada", Type: entity.Person, Name: "Ada"}, "met", bo)}),
		"unknown type":              document("a", []extract.Fact{fact(entity.Ref{ID: "robot:ada", Type: "robot arm", Name: "Ada"}, "met", bo)}),
		"has no name":               document("a", []extract.Fact{fact(entity.Ref{ID: "person:ada", Type: entity.Person}, "met", bo)}),
		"relation is":               document("a", []extract.Fact{fact(ada, "shook hands", bo)}),
		`date is "yesterday"`:       document("a", []extract.Fact{fact(ada, "met", bo, on("yesterday"))}),
		`date is "2025-02-30"`:      document("a", []extract.Fact{fact(ada, "met", bo, on("2025-02-30"))}),
		`unknown status "possible"`: document("a", []extract.Fact{fact(ada, "met", bo, as("possible"))}),
	} {
		s := open(t, "")
		if err := s.Add(r); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	s := open(t, "")
	if err := s.Add(document("a", nil), document("a", nil)); err == nil {
		t.Error("two documents with one id")
	}
}

func TestGizmo(t *testing.T) {
	ada, bo := person("Ada Nkemelu"), person("Bo Lindqvist")
	docs := []*extract.Result{document("a", []extract.Fact{fact(ada, "met", bo, on("2025-03-01")), fact(bo, "visited", country("Chile"))})}
	for _, path := range []string{"", filepath.Join(t.TempDir(), "graph.db")} {
		s := open(t, path, docs...)
		ctx := context.Background()
		rows, err := s.Gizmo(ctx, `g.V("<person:ada-nkemelu>").Tag("who").Out("<rel:met>").Out("<rel:visited>").All()`)
		want := []graph.Row{{Node: graph.Node{ID: "country:chile", Label: "Chile"}, Tags: map[string]graph.Node{"who": {ID: "person:ada-nkemelu", Label: "Ada Nkemelu"}}}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("got %+v, %v", rows, err)
		}
		rows, err = s.Gizmo(ctx, `g.emit({n: g.V().Has("<rel:date>", "2025-03-01").Count()})`)
		if err != nil || fmt.Sprint(rows) != "[{{  <nil>} map[] map[n:1]}]" {
			t.Errorf("got %+v, %v", rows, err)
		}
		rows, err = s.Gizmo(ctx, `g.V("<person:nobody>").All()`)
		if err != nil || len(rows) != 0 {
			t.Errorf("nobody: %+v, %v", rows, err)
		}
		for _, script := range []string{`g.V(`, `g.X()`, `throw "no"`, strings.Repeat("(", 100) + strings.Repeat(")", 100), strings.Repeat(" ", 1<<20),
			`g.V().Tag().All()`, `g.V().Out({}).All()`, `g.V(null).Has().All()`, `g.V().Skip("x").All()`, `g.V().GetLimit()`, `g.M().All()`, `g.V().Follow(1).All()`, `g.V().And(null).All()`, `g.V().Intersect().All()`} {
			if _, err := s.Gizmo(ctx, script); err == nil {
				t.Logf("no error for %.40s", script)
			}
		}
		short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		start := time.Now()
		if _, err := s.Gizmo(short, `while (true) {}`); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
			t.Errorf("endless: %v", err)
		}
		cancel()
		add(t, s, document("z", []extract.Fact{fact(ada, "visited", country("Chile"))})) // the engine has let go
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
