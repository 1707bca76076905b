package program

import (
	"slices"

	"github.com/relata-graph/relata/rules"
)

// A Tie is how the facts of a relation stand to the records of a document, as the
// records of the pack declare it.
type Tie uint8

// The ties. Of several, the last here counts: who attends a conference does so on a
// journey that holds it.
const (
	Loose   Tie = iota // to none
	Meeting            // one is opened by it and dates what its people do after it
	Call               // the same without a place
	Journey            // one that lasts for days is opened by it and dates to the month
	Outcome            // it comes of one and takes its date
	Part               // it is done at one and takes its date and place
	State              // it holds rather than happens, and has no place
)

// A Relation is one of a pack, and how its facts stand to records.
type Relation struct {
	*rules.Relation
	Tie Tie
}

// tie gives the tie of a relation.
func tie(rel *rules.Relation, records []rules.Record) Tie {
	t := Loose
	in := func(names []string, as Tie) {
		if slices.Contains(names, rel.Name) {
			t = max(t, as)
		}
	}
	for i := range records {
		rec := &records[i]
		if rec.Lasts {
			in(rec.Holds, Journey)
		} else {
			in(rec.Holds, Meeting)
		}
		in(rec.Remote, Call)
		in(rec.Outcomes, Outcome)
		in(rec.Parts, Part)
	}
	if rel.State {
		t = State
	}
	return t
}
