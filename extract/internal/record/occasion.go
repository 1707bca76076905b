package record

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// What an occasion is, as the relation of its facts declares it; see
// rules.Relation.Occasion.
const (
	meeting = "meeting"
	call    = "call"
	journey = "journey"
	part    = "part"
	outcome = "outcome"
	state   = "state"

	other = "other" // something that no relation is about, of which the date is known
)

// Gathers tells whether facts of a relation are occasions for other facts rather
// than what is done on them.
func Gathers(rel *rules.Relation) bool { return isTalks(rel) || rel.Occasion == journey }

// isTalks tells whether a relation is about people who talk with each other.
func isTalks(rel *rules.Relation) bool { return rel.Occasion == meeting || rel.Occasion == call }

// An occasion is a meeting, a journey or what came of them, as the document has
// told it.
type occasion struct {
	place  entity.Ref
	date   string
	status fact.Status
	kind   string
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
func (o *occasion) covers(date string) bool {
	if agree(date, o.date) {
		return true
	}
	first, err := time.Parse(time.DateOnly, o.date)
	day, err2 := time.Parse(time.DateOnly, date)
	return o.kind == journey && err == nil && err2 == nil && day.After(first) && !day.After(first.AddDate(0, 0, stay))
}

// concerns tells whether the occasion is one of somebody of some ids.
func (o *occasion) concerns(ids ...string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(o.of, id) })
}

// isSpokenOf tells whether the sentence at hand speaks of the event that somebody
// has been told to take part in: "on the sidelines of the summit".
func (o *occasion) isSpokenOf(now scene) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(o.event)), func(word string) bool {
		return world.OccasionNoun.Has(word) && now.speaksOfWord(word)
	})
}
