package graph_test

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/graph"
)

// openAs opens a store whose documents are read with a fingerprint.
func openAs(t *testing.T, path, fingerprint string) *graph.Store {
	t.Helper()
	opts := options
	opts.Fingerprint = fingerprint
	s, err := graph.Open(path, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func changes(t *testing.T, s *graph.Store) graph.Changes {
	t.Helper()
	n, err := s.Changes()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestAnyOrderAnySplit adds documents in any order, in any number of runs, with
// earlier versions of them before and others that go again: the files are equal.
func TestAnyOrderAnySplit(t *testing.T) {
	results, others := world(1, 30), world(2, 30) // same ids
	whole := filepath.Join(t.TempDir(), "whole.db")
	s := openAs(t, whole, "x")
	add(t, s, results...)
	wantQuads := quads(t, s)
	s.Close()
	want, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range int64(10) {
		rnd := rand.New(rand.NewSource(seed))
		path := filepath.Join(t.TempDir(), "split.db")
		s := openAs(t, path, "x")
		gone := document("gone", []extract.Fact{fact(person("Ada Nkemelu"), "met", person("Bo Lindqvist"))})
		add(t, s, slices.Concat(others[:rnd.Intn(len(others))], []*extract.Result{gone})...)
		for _, i := range rnd.Perm(len(results)) {
			if err := s.Add(results[i]); err != nil {
				t.Fatal(err)
			}
			switch rnd.Intn(6) {
			case 0:
				err = s.Save()
			case 1:
				err = s.Commit()
			case 2:
				err = errors.Join(s.Commit(), s.Close())
				s = openAs(t, path, "x")
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(s.Remove("gone"), s.Commit()); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(quads(t, s), wantQuads) {
			t.Errorf("seed %d: another graph", seed)
		}
		s.Close()
		if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
			t.Errorf("seed %d: another file", seed)
		}
	}
}

func TestKeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	result := document("a", []extract.Fact{fact(person("Ada Nkemelu"), "met", person("Bo Lindqvist"))})
	doc := result.Document
	doc.Text, doc.Origin = "Ada Nkemelu met Bo Lindqvist.", source.Origin{Path: "a.txt", Hash: "1"}
	s := openAs(t, path, "x")
	if _, kept := s.Keep(doc); kept {
		t.Error("kept what the store does not have")
	}
	add(t, s, result)
	before, _ := os.ReadFile(path)
	if facts, kept := s.Keep(doc); !kept || facts != 1 {
		t.Errorf("%d facts, kept %v", facts, kept)
	}
	if got, want := changes(t, s), (graph.Changes{Unchanged: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("keeping a document changes the file")
	}
	for name, change := range map[string]func(d *source.Document){
		"text":  func(d *source.Document) { d.Text += " " },
		"date":  func(d *source.Document) { d.Date = "2024" },
		"title": func(d *source.Document) { d.Title = "" },
		"posts": func(d *source.Document) { d.Posts = []source.Post{{Start: 1, Date: "2024"}} },
	} {
		other := *doc
		change(&other)
		if _, kept := s.Keep(&other); kept {
			t.Errorf("kept a document with another %s", name)
		}
	}
	moved := *doc
	moved.Origin.Path = "b.txt"
	if _, kept := s.Keep(&moved); !kept {
		t.Error("a document in another place is another")
	}
	if got, want := changes(t, s), (graph.Changes{Unchanged: 1, Moved: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if err := errors.Join(s.Commit(), s.Close()); err != nil {
		t.Fatal(err)
	}
	s = openAs(t, path, "y")
	if _, kept := s.Keep(&moved); kept {
		t.Error("kept what other rules have read")
	}
	if origins, err := s.Origins(); err != nil || origins["a"].Path != "b.txt" {
		t.Errorf("%v, %v", origins, err)
	}
	if got, want := changes(t, s), (graph.Changes{Outdated: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestRemove(t *testing.T) {
	results := world(1, 5)
	for _, path := range []string{"", filepath.Join(t.TempDir(), "a.db")} {
		s := open(t, path, results...)
		if err := s.Remove(results[0].Document.ID, "nobody"); !errors.Is(err, graph.ErrUnknown) {
			t.Errorf("%q: %v", path, err)
		}
		id := results[1].Document.ID
		if err := errors.Join(s.Remove(id), s.Remove(id)); err != nil {
			t.Errorf("%q: %v", path, err)
		}
		if got, want := changes(t, s), (graph.Changes{Removed: 1}); got != want {
			t.Errorf("%q: got %+v, want %+v", path, got, want)
		}
		if err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		want := open(t, "", append(results[:1:1], results[2:]...)...)
		if !slices.Equal(quads(t, s), quads(t, want)) {
			t.Errorf("%q: another graph than without the document", path)
		}
	}
}

// TestDamagedStore flips bits of a store, and cuts it: there is an error, or the
// same graph.
func TestDamagedStore(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	opts := options
	s := open(t, path, world(1, 6)...)
	want := quads(t, s)
	s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewSource(1))
	for i := range 300 {
		data := slices.Clone(whole)
		if i%4 == 0 {
			data = data[:rnd.Intn(len(data))]
		} else {
			data[rnd.Intn(len(data))] ^= 1 << rnd.Intn(8)
		}
		damaged := filepath.Join(dir, "damaged.db")
		if err := os.WriteFile(damaged, data, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, opts.ReadOnly = range []bool{true, false} {
			s, err := graph.Open(damaged, opts)
			if err != nil {
				continue
			}
			got := 0
			var failed error
			for q, err := range s.Quads() {
				if failed = err; err != nil {
					break
				}
				if q != want[got] {
					t.Fatalf("case %d: read %v, want %v", i, q, want[got])
				}
				got++
			}
			s.Close()
			if failed == nil && got != len(want) || failed != nil && !errors.Is(failed, graph.ErrDamaged) {
				t.Errorf("case %d: %d of %d quads, %v", i, got, len(want), failed)
			}
		}
	}
}
