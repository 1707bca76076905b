package main

import "testing"

func TestComposed(t *testing.T) {
	doc, err := readTreebank("../../../shared/data/" + treebanks[0])
	if err != nil {
		t.Skip(err)
	}
	checkTrees(t, composed(mergeHyphens(doc), 0, 300))
}
