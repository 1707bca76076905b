package ask_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/graph"
	"github.com/relata-graph/relata/graph/ask"
)

var chile = entity.Ref{ID: "country:chile", Type: entity.Country, Name: "Chile"}

func person(name string) entity.Ref {
	return entity.Ref{ID: world.PersonID(name), Type: entity.Person, Name: name}
}

func fact(subject entity.Ref, relation string, object entity.Ref, date, place string) extract.Fact {
	f := extract.Fact{Relation: relation, Subject: subject, Object: object, Date: date, Status: extract.Actual}
	if place != "" {
		f.Place = entity.Ref{ID: entity.MakeID(entity.Place, place), Type: entity.Place, Name: place}
	}
	return f
}

func planned(f extract.Fact) extract.Fact {
	f.Status = extract.Planned
	return f
}

// open makes a graph of one document with facts, each in a sentence of its own.
func open(t *testing.T, facts ...extract.Fact) *graph.Store {
	t.Helper()
	s, err := graph.Open("", graph.Options{Relations: []graph.Relation{{Name: "met", Symmetric: true}}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range facts {
		facts[i].Evidence = extract.Evidence{Start: 10 * i, End: 10*i + 9, Text: "A sentence."}
	}
	if err := s.Add(&extract.Result{Document: &source.Document{ID: "a"}, Facts: facts}); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAsk(t *testing.T) {
	ada, bo, cy, lan := person("Ada Nkemelu"), person("Bo Lindqvist"), person("Cy Farouk"), person("Trần Lan")
	s := open(t, fact(ada, "met", bo, "2025-03-01", "Lima"), fact(cy, "met", ada, "2024-11-05", ""),
		fact(ada, "met", lan, "", ""), planned(fact(ada, "met", cy, "", "")),
		fact(bo, "visited", chile, "2025-01", ""), fact(person("Bo Lindgren"), "visited", chile, "", ""))
	a, err := ask.Ask(s, "who-met", []string{"ada nkemelu"}, ask.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range a.Rows {
		got = append(got, strings.Trim(fmt.Sprintf("%v", r.Cells[:6]), "[]"))
		if r.Facts[0].Statements[0].Evidence[0].Text == "" {
			t.Error("no evidence")
		}
	}
	want := []string{
		"2024-11-05 <nil> Cy Farouk <nil> <nil> 1", "2025-03-01 <nil> Bo Lindqvist <nil> Lima 1",
		"<nil> <nil> Trần Lan <nil> <nil> 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("who-met: %q", got)
	}
	a, err = ask.Ask(s, "timeline", []string{"Chile"}, ask.Options{})
	if err != nil || len(a.Rows) != 2 || a.Rows[0].Cells[2] != "Bo Lindqvist" {
		t.Errorf("timeline: %+v, %v", a, err)
	}
	if a, err = ask.Ask(s, "timeline", nil, ask.Options{}); err != nil || len(a.Rows) != 6 {
		t.Errorf("timeline: %+v, %v", a, err)
	}
	for _, bad := range [][]string{{"what"}, {"who-met"}, {"timeline", "a", "b"}, {"who-met", "Chile"}, {"who-met", ""}} {
		if _, err := ask.Ask(s, bad[0], bad[1:], ask.Options{}); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// TestMissing checks that a question says when the graph has nothing that it
// asks for.
func TestMissing(t *testing.T) {
	ada := person("Ada Nkemelu")
	song := entity.Ref{ID: entity.MakeID("Song", "River Song"), Type: "Song", Name: "River Song"}
	s := open(t, fact(ada, "sang", song, "", ""))
	a, err := ask.Ask(s, "who-met", []string{"Ada Nkemelu"}, ask.Options{})
	if err != nil || len(a.Rows) > 0 || !slices.Equal(a.Missing, []string{"met"}) ||
		!slices.Equal(a.Relations, []string{"sang"}) {
		t.Errorf("got %+v, %v", a, err)
	}
}
