package graph_test

import (
	"path/filepath"
	"reflect"
	"testing"

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
			if got := collect(t, s.FactsOf(e.ID)); !reflect.DeepEqual(got, want) {
				t.Errorf("%s of %s: got %+v, want %+v", name, e.ID, got, want)
			}
		}
	}
}
