package main

import "testing"

func TestComposed(t *testing.T) {
	doc, err := readTreebank("../../../shared/data/" + treebanks[0])
	if err != nil {
		t.Skip(err)
	}
	all := composed(mergeHyphens(doc), 0, 300)
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
