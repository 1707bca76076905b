package main

import "testing"

func TestNewsSentences(t *testing.T) {
	forms, _ := readForms("../../../shared/data") // without them all stays in the past
	all, err := newsSentences(20, forms)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		roots := 0
		text := ""
		for i, k := range s.Tokens {
			text += k.Form + " "
			if k.Head == -1 {
				roots++
			}
			if k.Head < -1 || k.Head >= len(s.Tokens) || k.Head == i {
				t.Fatalf("head %d of %s", k.Head, k.Form)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %s", roots, text)
		}
		t.Log(text)
	}
}
