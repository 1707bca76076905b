package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/relata-graph/relata/rules"
)

// A shownRecord is a kind of record as "rules show" prints it.
type shownRecord struct {
	Record   string      `json:"record"`
	Doc      string      `json:"doc,omitempty"`
	Noun     []string    `json:"noun,omitempty"`
	Verb     []string    `json:"verb,omitempty"`
	Holds    []string    `json:"holds"`
	Remote   []string    `json:"remote,omitempty"`
	Lasts    bool        `json:"lasts,omitempty"`
	Parts    []string    `json:"parts,omitempty"`
	Outcomes []string    `json:"outcomes,omitempty"`
	Shares   []string    `json:"shares,omitempty"`
	Within   int         `json:"within,omitempty"`
	Slots    []shownPart `json:"slots"`
	Rules    []string    `json:"rules"` // that ask for its slots
	At       string      `json:"at"`
}

// recordNamed gives the record of a name, nil if the pack has none.
func recordNamed(pack *rules.Pack, name string) *rules.Record {
	i := slices.IndexFunc(pack.Records, func(r rules.Record) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return &pack.Records[i]
}

func showRecord(pack *rules.Pack, rec *rules.Record) *shownRecord {
	shown := &shownRecord{
		Record: rec.Name, Doc: oneLine(rec.Doc), Noun: rec.Noun, Verb: rec.Verb, Holds: rec.Holds, Remote: rec.Remote,
		Lasts: rec.Lasts, Parts: rec.Parts, Outcomes: rec.Outcomes, Shares: rec.Shares, Within: rec.Within,
		Slots: []shownPart{}, Rules: []string{}, At: rec.Pos.String(),
	}
	for i := range rec.Slots {
		slot := &rec.Slots[i]
		says := strings.Join(slot.Type, " or ")
		for _, x := range []struct {
			says string
			so   bool
		}{
			{"of people their country, too", slot.StandsFor}, {"unknown where there are several", slot.Alone},
			{"unknown where there is one only", slot.Several}, {"the " + slot.Side + " of its facts", slot.Side != ""},
		} {
			if x.so {
				says += "; " + x.says
			}
		}
		shown.Slots = append(shown.Slots, shownPart{rec.Name + "." + slot.Name, says})
	}
	for i := range pack.Rules {
		if pack.Rules[i].Asks(rec.Name) {
			shown.Rules = append(shown.Rules, pack.Rules[i].Name)
		}
	}
	return shown
}

func (s *shownRecord) write(w io.Writer) {
	fmt.Fprintf(w, "record %s  (%s)\n", s.Record, s.At)
	writeLine(w, "", s.Doc)
	writeLine(w, "noun", strings.Join(s.Noun, ", "))
	writeLine(w, "verb", strings.Join(s.Verb, ", "))
	writeLine(w, "holds", strings.Join(s.Holds, ", "))
	writeLine(w, "remote", strings.Join(s.Remote, ", "))
	if s.Lasts {
		writeLine(w, "lasts", "for days")
	}
	writeLine(w, "parts", strings.Join(s.Parts, ", "))
	writeLine(w, "outcomes", strings.Join(s.Outcomes, ", "))
	writeLine(w, "shares", strings.Join(s.Shares, ", "))
	if s.Within > 0 {
		writeLine(w, "within", fmt.Sprintf("%d sentences", s.Within))
	}
	for _, slot := range s.Slots {
		writeLine(w, "slot", slot.Key+": "+slot.Says)
	}
	writeLine(w, "rules", strings.Join(s.Rules, ", "))
}
