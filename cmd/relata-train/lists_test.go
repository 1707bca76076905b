package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestLists checks that the lists in package entity are what lists makes.
func TestLists(t *testing.T) {
	data := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(filepath.Join(data, "gazetteer")); err != nil {
		t.Skip("the source data are not here:", err)
	}
	dir := t.TempDir()
	if err := lists(data, dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"countries.tsv", "places.tsv", "names.tsv"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("..", "..", "extract", "world", "data", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the data give; run relata-train lists", name)
		}
	}
}

func TestListsWithoutData(t *testing.T) {
	if err := lists(t.TempDir(), t.TempDir()); err == nil {
		t.Error("no error without data")
	}
}
