package graph_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// TestOwnTypes checks that types which rule packs add come back from the graph.
func TestOwnTypes(t *testing.T) {
	ada := person("Ada Nkemelu")
	song := entity.Ref{ID: entity.MakeID("Song", "River Song"), Type: "Song", Name: "River Song"}
	s := open(t, "", document("a", []extract.Fact{fact(ada, "sang", song)}))
	if e, err := s.Find("River Song", "Song"); err != nil || e.Ref != song {
		t.Errorf("got %+v, %v", e.Ref, err)
	}
}

func TestFind(t *testing.T) {
	ada, bo, cy := person("Ada Nkemelu"), person("Bo Lindqvist"), person("Cy Farouk")
	lan := entity.Entity{Ref: person("Trần Lan"), Aliases: []string{"Lan"}}
	s := open(t, "", document("a", []extract.Fact{
		fact(ada, "met", bo, on("2025-03-01"), in("Lima")), fact(cy, "met", ada, on("2024-11-05")), fact(ada, "met", lan.Ref),
		fact(ada, "met", cy, as(extract.Planned), at(500)), fact(bo, "visited", country("Chile"), on("2025-01")),
		fact(person("Bo Lindgren"), "visited", country("Chile")),
	}, lan))
	for name, id := range map[string]string{
		"Tran Lan": "person:tran-lan", "LAN": "person:tran-lan", "person:tran-lan": "person:tran-lan",
		"Farouk": "person:cy-farouk", "Nkemelu Ada": "person:ada-nkemelu",
	} {
		if e, err := s.Find(name); err != nil || e.ID != id {
			t.Errorf("%s: %s, %v", name, e.ID, err)
		}
	}
	if _, err := s.Find("Bo"); !errors.Is(err, graph.ErrAmbiguousName) ||
		!strings.Contains(err.Error(), "person:bo-lindgren") {
		t.Errorf("Bo: %v", err)
	}
	if _, err := s.Find("Ada Nkemulu"); !errors.Is(err, graph.ErrUnknownName) ||
		!strings.Contains(err.Error(), "Ada Nkemelu (person:ada-nkemelu)") {
		t.Errorf("Ada Nkemulu: %v", err)
	}
}

func TestExplain(t *testing.T) {
	kenya, peru := country("Kenya"), country("Peru")
	kiprono := func(id, name string, home entity.Ref, partial bool) *extract.Result {
		e := entity.Entity{Ref: person(name), Country: home, Partial: partial}
		return document(id, []extract.Fact{fact(e.Ref, "visited", country("Chile"))}, e)
	}
	s := open(t, "", kiprono("a", "Josphat Kiprono", kenya, false), kiprono("b", "Kiprono", kenya, true),
		kiprono("c", "Kiprono", peru, true), kiprono("d", "Josphat Barasa", kenya, false))
	for name, docs := range map[string][][]string{
		"Josphat Kiprono": {{"a", "b"}}, "person:kiprono": {{"c"}}, "Josphat Barasa": {{"d"}},
		"kiprono": {{"a", "b"}, {"c"}}, // one knows it as an alias
	} {
		all, err := s.Explain(name)
		var got [][]string
		for _, x := range all {
			got = append(got, x.Documents)
		}
		if err != nil || !reflect.DeepEqual(got, docs) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if _, err := s.Explain("Nobody"); !errors.Is(err, graph.ErrUnknownName) {
		t.Errorf("Nobody: %v", err)
	}
}
