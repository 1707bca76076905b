package graph

import "github.com/relata-graph/relata/extract/source"

// Changes tells what happened to documents since the last Commit. What was added
// is new to the store, replaces what it had, or says the same.
type Changes struct {
	Added, Replaced, Unchanged, Removed int

	Moved    int // of what replaces or says the same: its text came from another file before
	Outdated int // of all documents: read with another fingerprint than that of Options
}

// moves is 1 if a text comes from another file than before.
func moves(was, now source.Origin) int {
	if was.Path != now.Path && was.Hash == now.Hash {
		return 1
	}
	return 0
}
