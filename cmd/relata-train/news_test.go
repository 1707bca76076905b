package main

import (
	"testing"

	"github.com/relata-graph/relata/extract/nlp"
)

func TestNewsSentences(t *testing.T) {
	forms, _ := readForms("../../../shared/data") // without them all stays in the past
	all, err := newsSentences(20, forms)
	if err != nil {
		t.Fatal(err)
	}
	checkTrees(t, all)
}

// checkTrees checks that sentences are trees of one root each.
func checkTrees(t *testing.T, all []nlp.Sentence) {
	t.Helper()
	for _, s := range all {
		roots := 0
		text := ""
		for i, k := range s.Tokens {
			text += k.Form + " "
			if k.Head == -1 {
				roots++
			}
			if k.Head < -1 || k.Head >= len(s.Tokens) || k.Head == i {
				t.Fatalf("head %d of %s in %s", k.Head, k.Form, text)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %s", roots, text)
		}
		t.Log(text)
	}
}
