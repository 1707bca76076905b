package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A meeting is who came together last, as far as the document has been read.
type meeting struct {
	people []int
	at     int   // the last sentence that told of it
	lands  []int // the countries that came together last, where these are told
	landAt int
	own    []int // those of the last meeting in which whoever writes took part
	ownAt  int
}

// note takes the people present in a sentence that tells of a meeting: of
// another one, or of more people at the last.
func (g *meeting) note(sentence int, present []int, tokens []nlp.Token, author int) {
	switch {
	case g.within(sentence, 3) && len(g.people) > 0 && ofThatMeeting(tokens):
		for _, e := range present {
			if !slices.Contains(g.people, e) {
				g.people = append(g.people, e)
			}
		}
	case len(present) > 1, anyWord(tokens, world.ConveningVerbForm):
		g.people = slices.Clone(present)
	default:
		return
	}
	g.at = sentence
	if slices.Contains(g.people, author) && len(g.people) > 1 {
		g.own, g.ownAt = slices.Clone(g.people), sentence
	}
}

// noteLands takes the countries of which a sentence tells that they meet.
func (g *meeting) noteLands(sentence int, lands []int) {
	g.lands, g.landAt = slices.Clone(lands), sentence
}

// landsWithin gives the countries that came together at most so many sentences before.
func (g *meeting) landsWithin(sentence, sentences int) []int {
	if sentence-g.landAt > sentences {
		return nil
	}
	return g.lands
}

// within tells whether the meeting was told of at most so many sentences before.
func (g *meeting) within(sentence, sentences int) bool { return sentence-g.at <= sentences }

// ofThatMeeting tells whether a sentence goes on about the meeting told before:
// "The talks were attended by", "who also took part in the meeting".
func ofThatMeeting(tokens []nlp.Token) bool {
	for k := 0; k+1 < len(tokens); k++ {
		if strings.EqualFold(tokens[k].Form, "the") && world.MeetingNoun.Has(strings.ToLower(tokens[k+1].Form)) {
			if k == 0 || anyWord(tokens, world.AttendanceForm) {
				return true
			}
		}
	}
	return false
}

// A visit is who received whom last, as far as the document has been read.
type visit struct{ host, guest int }

// note reads a sentence that tells of a meeting of its subject and at most one
// other of its people.
func (v *visit) note(subject int, people []int, tokens []nlp.Token) {
	other := nobody
	for _, e := range people {
		if e != subject {
			other = e
		}
	}
	for k := range tokens {
		switch l := strings.ToLower(tokens[k].Form); {
		case world.ReceptionVerbForm.Has(l):
			v.host, v.guest = subject, other
			for _, w := range tokens[k+1:] {
				if strings.EqualFold(w.Form, "by") && k > 0 && world.BeForm.Has(strings.ToLower(tokens[k-1].Form)) {
					v.host, v.guest = other, subject
				}
			}
			return
		case l == "visit" && wordAfter(tokens[max(0, k-3):k], "'s", 3) >= 0:
			return // "the latter's state visit"
		case world.GuestVerbForm.Has(l):
			v.guest = subject
			if v.host == subject || other >= 0 {
				v.host = other
			}
			return
		}
	}
}
