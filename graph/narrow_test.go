package graph_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph"
)

// TestFactsOf compares the facts of each entity, as they are read alone and after
// all have been, with all facts that involve it.
func TestFactsOf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	open(t, path, world(1, 40)...).Close()
	var stores [2]*graph.Store
	for i := range stores {
		var err error
		if stores[i], err = graph.Open(path, graph.Options{ReadOnly: true}); err != nil {
			t.Fatal(err)
		}
		defer stores[i].Close()
	}
	whole, narrow := stores[0], stores[1]
	all := collect(t, whole.Facts())
	for _, e := range collect(t, whole.Entities()) {
		if found, err := narrow.Find(e.ID); err != nil || !reflect.DeepEqual(found, e) {
			t.Errorf("%s: %+v, %v", e.ID, found, err)
		}
		var want []graph.Fact
		for i := range all {
			if all[i].Involves(e.ID) {
				want = append(want, all[i])
			}
		}
		for name, s := range map[string]*graph.Store{"narrow": narrow, "whole": whole} {
			if n, err := s.CountFactsOf(e.ID); n != len(want) || err != nil {
				t.Errorf("%s of %s: %d facts, %v, want %d", name, e.ID, n, err, len(want))
			}
			if got := collect(t, s.FactsOf(e.ID, "met")); !reflect.DeepEqual(got, of("met", want)) {
				t.Errorf("%s of %s: got %+v, want those of met in %+v", name, e.ID, got, want)
			}
			if got := collect(t, s.FactsOf(e.ID)); !reflect.DeepEqual(got, want) {
				t.Errorf("%s of %s: got %+v, want %+v", name, e.ID, got, want)
			}
		}
	}
}

// of gives the facts of a relation.
func of(relation string, facts []graph.Fact) (found []graph.Fact) {
	for _, f := range facts {
		if f.Relation == relation {
			found = append(found, f)
		}
	}
	return found
}

// TestNamesInFile looks for whole names, parts of them and misspelt ones by the names
// that a file has beside its graph, and by those of a graph in memory.
func TestNamesInFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	ada := entity.Entity{Ref: person("Trần Lan"), Aliases: []string{"", "Lan-Anh", "Madam Trần"}, SameAs: "Q7"}
	results := append(world(1, 40), document("z", []extract.Fact{fact(ada.Ref, "met", person("Bo Lindgren"))}, ada))
	kept, made := open(t, path, results...), open(t, "", results...)
	texts := []string{"", "-", "nobody", "person:nobody"}
	for _, e := range collect(t, made.Entities()) {
		for _, form := range append(e.Aliases, e.ID, e.Name) {
			words := strings.Fields(form)
			slices.Reverse(words)
			texts = append(texts, form, strings.ToUpper(form), form[:len(form)/2], words[0], strings.Join(words, " "), form+"x")
		}
	}
	for _, text := range texts {
		for _, types := range [][]entity.Type{nil, {entity.Person}} {
			a, errA := kept.Find(text, types...)
			b, errB := made.Find(text, types...)
			if !reflect.DeepEqual(a, b) || fmt.Sprint(errA) != fmt.Sprint(errB) {
				t.Errorf("%q %v: in the file %+v, %v, in memory %+v, %v", text, types, a, errA, b, errB)
			}
			likeA, errA := kept.Like(text, types...)
			likeB, errB := made.Like(text, types...)
			if !reflect.DeepEqual(likeA, likeB) || errA != nil || errB != nil {
				t.Errorf("like %q %v: in the file %+v, in memory %+v", text, types, likeA, likeB)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	path := filepath.Join(b.TempDir(), "graph.db")
	open(b, path, world(1, 2000)...).Close()
	for b.Loop() {
		s, err := graph.Open(path, graph.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Find("Okafor Ada", entity.Person); err != nil && !errors.Is(err, graph.ErrAmbiguousName) {
			b.Fatal(err)
		}
		s.Close()
	}
}
