package record

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/world"
)

// What is told of, as the relation of its facts is tied to records.
const (
	loose   = program.Loose // something that no relation is about, of which the date is known
	meeting = program.Meeting
	call    = program.Call
	journey = program.Journey
	part    = program.Part
	outcome = program.Outcome
	state   = program.State
)

// Gathers tells whether facts of a relation are occasions for other facts rather
// than what is done on them.
func Gathers(rel *program.Relation) bool { return isTalks(rel) || rel.Tie == journey }

// isTalks tells whether a relation is about people who talk with each other.
func isTalks(rel *program.Relation) bool { return rel.Tie == meeting || rel.Tie == call }

// A telling is when and where something is that one sentence tells: a meeting, a
// journey, what came of them.
type telling struct {
	place  entity.Ref
	own    bool // place is told of it, not of what it came of
	date   string
	status fact.Status
	kind   program.Tie
	by     string // id of who tells of it, "" for the text itself
	told   int    // where its sentence starts
	days   bool   // date is the first of several days
	head   string // noun by which it is said to happen, "" if it is not
	at     bool   // its sentence tells what happened at it
	event  string // name of the event that somebody is told to have taken part in, "" if none
	past   bool   // told as background, of another season than the document's
	people []entity.Ref
	of     []string // ids of the people, and of the countries they stand for
}

// stay is how many days after its first one a journey is taken to last where
// something is told to have happened on them.
const stay = 5

// covers tells whether something can have happened at an occasion on a date.
func (o *telling) covers(date string) bool {
	if agree(date, o.date) {
		return true
	}
	first, err := time.Parse(time.DateOnly, o.date)
	day, err2 := time.Parse(time.DateOnly, date)
	return o.kind == journey && err == nil && err2 == nil && day.After(first) && !day.After(first.AddDate(0, 0, stay))
}

// rename gives those whom the telling names the names and ids by which they are known now.
func (o *telling) rename(ref func(*entity.Ref), id func(*string)) {
	ref(&o.place)
	id(&o.by)
	for i := range o.people {
		ref(&o.people[i])
	}
	for i := range o.of {
		id(&o.of[i])
	}
}

// concerns tells whether the occasion is one of somebody of some ids.
func (o *telling) concerns(ids ...string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(o.of, id) })
}

// isSpokenOf tells whether the sentence at hand speaks of the event that somebody
// has been told to take part in: "on the sidelines of the summit".
func (o *telling) isSpokenOf(now scene) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(o.event)), func(word string) bool {
		return world.OccasionNoun.Has(word) && now.speaksOfWord(word)
	})
}
