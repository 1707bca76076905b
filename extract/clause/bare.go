package clause

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// Bare returns when and where a sentence without syntax, such as a headline,
// says that something happens: its only time, "" if it has none or several, and
// the only place that it names after "in" or "at", -1 if none.
func Bare(doc *entity.Document, sentence int, mentions []int, docDate string) (date string, place int) {
	if times := findTimes(doc, sentence, docDate); len(times) == 1 {
		date = times[0].past
	}
	place = -1
	tokens := doc.NLP.Sentences[sentence].Tokens
	for _, i := range mentions {
		m := &doc.Mentions[i]
		first := m.Tokens.First
		if m.Inside || !namesPlace(m) || first == 0 {
			continue
		}
		if p := strings.ToLower(tokens[first-1].Form); p != "in" && p != "at" {
			continue
		}
		if place >= 0 {
			return date, -1
		}
		place = i
	}
	return date, place
}

// TimeBehind returns the time that the words tell which stand at a token of a sentence: "last
// week" behind "was in Lima". past and future are as in Behind.
func TimeBehind(doc *entity.Document, sentence, token int, docDate string) (past, future string) {
	tokens := doc.NLP.Sentences[sentence].Tokens
	for token < len(tokens) && world.BeforeTimeWord.Has(strings.ToLower(tokens[token].Form)) {
		token++
	}
	for _, t := range findTimes(doc, sentence, docDate) {
		if t.tokens.First == token {
			return t.past, t.future
		}
	}
	return "", ""
}

// DayBefore returns the last day that the sentences right before one tell, "" if they tell none
// or a day of another week than that of the document.
func DayBefore(doc *entity.Document, sentence int, docDate string) string {
	const (
		near = 2 // sentences
		week = 7 * 24 * time.Hour
	)
	today, err := time.Parse(time.DateOnly, docDate)
	if err != nil {
		return ""
	}
	for i := sentence - 1; i >= max(0, sentence-near); i-- {
		for _, x := range slices.Backward(findTimes(doc, i, docDate)) {
			if day, err := time.Parse(time.DateOnly, x.past); err == nil && !x.days && today.Sub(day).Abs() <= week && !day.After(today) {
				return x.past
			}
		}
	}
	return ""
}

// Behind returns when and where an event is, or an office is held, as the words
// right behind the mention tell: "the summit on 3 May in Lima". past and future
// are its date if the text speaks of what was and of what will be, place is a
// mention; they are "" and -1 where the words do not tell.
func Behind(doc *entity.Document, mention int, mentions []int, docDate string) (past, future string, place int) {
	m := &doc.Mentions[mention]
	tokens := doc.NLP.Sentences[m.Sentence].Tokens
	times := findTimes(doc, m.Sentence, docDate)
	place = -1
words:
	for k := m.Tokens.Last; k < len(tokens); {
		for _, t := range times {
			if t.tokens.First == k && past == "" {
				past, future, k = t.past, t.future, t.tokens.Last
				continue words
			}
		}
		for _, i := range mentions {
			x := &doc.Mentions[i]
			if x.Tokens.First != k || !namesPlace(x) && !(x.Adjective && x.Type == entity.Country) {
				continue
			}
			if place < 0 && !x.Adjective { // "in the Peruvian city of Lima"
				place = i
			}
			k = x.Tokens.Last
			continue words
		}
		if !world.BeforeTimeWord.Has(strings.ToLower(tokens[k].Form)) {
			break
		}
		k++
	}
	return past, future, place
}
