package graph_test

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
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
func with(countries ...string) func(*extract.Fact) {
	return func(f *extract.Fact) {
		for _, c := range countries {
			f.With = append(f.With, country(c))
		}
	}
}
func at(start int) func(*extract.Fact) {
	return func(f *extract.Fact) {
		f.Evidence.End += start - f.Evidence.Start
		f.Evidence.Start = start
	}
}

// document makes a result whose entities are those of its facts and others.
func document(id string, facts []extract.Fact, others ...entity.Entity) *extract.Result {
	d := &source.Document{ID: id, Title: "Title of " + id, Date: "2025-03-01", URL: "https://news.example/" + id}
	r := &extract.Result{Document: d, Entities: others, Facts: facts}
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
	status := strings.ReplaceAll(string(f.Status), "actual", "")
	parts := []string{f.Subject.Name, f.Relation, f.Object.Name, f.Date, f.Place().Name, status, fmt.Sprint(docs)}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

func shown(t testing.TB, s *graph.Store) []string {
	var lines []string
	for _, f := range collect(t, s.Facts()) {
		lines = append(lines, show(f))
	}
	slices.Sort(lines)
	return lines
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

// nodes counts what the engine itself finds.
func nodes(t testing.TB, s *graph.Store) int {
	t.Helper()
	rows, err := s.Gizmo(context.Background(), "g.V().All()")
	if err != nil {
		t.Fatal(err)
	}
	return len(rows)
}
