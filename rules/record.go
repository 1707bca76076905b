package rules

import (
	"slices"
	"strings"
)

// A Record is a kind of thing that documents are about, tell in several sentences
// and speak of again: talks, a journey, an agreement. It is opened by the facts of
// some relations, or by its noun where that is said to be held, and what the text
// tells of it fills its slots, which the roles of rules can ask for.
type Record struct {
	Name   string // "talks"
	Doc    string
	Noun   []string // lemmas of what it is called
	Verb   []string // lemmas of what says that one with such a name happens: "hold", "take place"
	Holds  []string // names of the relations whose facts are part of one
	Remote []string // of those that have no place
	Lasts  bool     // it goes on for days: what happens on it is dated to the month
	// Names of relations. Parts are done at one and take its date and place, Outcomes
	// come of one and take its date; Shares, told of one who has part in it, hold of all.
	Parts, Outcomes, Shares []string
	Within                  int    // after how many sentences it is forgotten; 0 = never
	Slots                   []Slot // in order of name
	Pos                     Pos

	at map[string][]Pos // by key: where each of its relations stands
}

// A Slot is what a record knows of itself: whom or what of some types the facts
// that it holds have as their subject or object.
type Slot struct {
	Name      string   // "people"
	Type      []string // types of entities
	StandsFor bool     // of a person the country, too
	Alone     bool     // of several the text does not tell which: "whose delegation"
	Several   bool     // one alone is not all: "the parties"
	Side      string   // "subject" or "object": what its facts have so; "" = either
	Pos       Pos
}

// Functions gives the words by which roles ask for the slots of a record:
// "talks.people".
func (r *Record) Functions() []string {
	var all []string
	for i := range r.Slots {
		all = append(all, r.Name+"."+r.Slots[i].Name)
	}
	return all
}

// relations gives the relations that the record names, by key.
func (r *Record) relations() map[string][]string {
	return map[string][]string{
		"holds": r.Holds, "remote": r.Remote, "parts": r.Parts, "outcomes": r.Outcomes, "shares": r.Shares,
	}
}

// Asked gives the record and slot that a function of a role asks for, ok if it
// asks for any.
func Asked(function string) (record, slot string, ok bool) { return strings.Cut(function, ".") }

// Slot gives a slot by its name, nil if the record has none of it.
func (r *Record) Slot(name string) *Slot {
	for i := range r.Slots {
		if r.Slots[i].Name == name {
			return &r.Slots[i]
		}
	}
	return nil
}

// Takes tells whether a slot of the record takes things of a type.
func (r *Record) Takes(t string) bool {
	return slices.ContainsFunc(r.Slots, func(s Slot) bool { return slices.Contains(s.Type, t) })
}
