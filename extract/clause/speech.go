package clause

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A Speech is that somebody is told to have spoken on some day: "Sato told reporters on
// Monday", "the remarks came on Tuesday".
type Speech struct {
	Speaker int    // mention of who spoke, -1 if it is whose words stand before
	Date    string // ISO 8601, as exact as the text
	Back    bool   // it tells of the words that stand before: "made the remarks on Monday"
}

// Spoken returns who a sentence says spoke on a day that it tells. It reads words and tags, so
// that it needs no tree; ok is false if the sentence tells no speech of a day.
func Spoken(doc *entity.Document, sentence int, mentions []int, date string) (said Speech, ok bool) {
	tokens := doc.NLP.Sentences[sentence].Tokens
	r := remark{doc: doc, tokens: tokens, mentions: mentions}
	at := slices.IndexFunc(tokens, r.speaks)
	if at < 0 {
		return Speech{}, false
	}
	times := findTimes(doc, sentence, date)
	for i := at; i < len(tokens); i++ {
		if !r.speaks(tokens[i]) {
			continue
		}
		for _, x := range times {
			if x.past == "" || x.days || !r.near(i, x.tokens) {
				continue
			}
			said = Speech{Speaker: r.speaker(i, x.tokens), Date: x.past, Back: r.looksBack(i)}
			if said.Speaker >= 0 || said.Back {
				return said, true
			}
		}
	}
	return Speech{}, false
}

// A remark reads one sentence for who speaks in it.
type remark struct {
	doc      *entity.Document
	tokens   []nlp.Token
	mentions []int
}

// speaks tells whether a token says that somebody speaks: a verb in a past or present tense, a
// participle, or the remarks that somebody made.
func (r remark) speaks(t nlp.Token) bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBG":
		return world.SpeechVerb.Has(t.Lemma) || world.AddressVerb.Has(t.Lemma)
	case "NNS", "NN":
		return world.RemarkNoun.Has(t.Lemma)
	}
	return false
}

// near tells whether the words between the one at i that says that somebody speaks and a time
// leave the time to it: there is no other verb and no new clause among them.
func (r remark) near(i int, time nlp.Range) bool {
	const reach = 12 // words
	from, to := i+1, time.First
	if time.First < i {
		from, to = time.Last, i
	}
	if to-from > reach {
		return false
	}
	for k := from; k < to; k++ {
		t := &r.tokens[k]
		carries := t.Lemma == "make" || t.Lemma == "come" || t.Lemma == "be" || t.Lemma == "give" || t.Lemma == "deliver"
		switch {
		case carries && r.tokens[i].UPOS == "NOUN":
		case strings.HasPrefix(t.XPOS, "VB"), t.XPOS == "MD", t.Form == "that", t.Form == ":", t.Form == ";", strings.ContainsAny(t.Form, "\"“”"):
			return false
		case t.Form == "," && time.First > i:
			return false
		}
	}
	return true
}

// speaker is the mention of the person who is the subject of the word at i, -1 if none is: the
// last one before it without a verb between, or the one right behind the verb or the comma that
// ends a participle's phrase.
func (r remark) speaker(i int, time nlp.Range) int {
	if r.tokens[i].XPOS == "VBG" && !r.progressive(i) {
		end := max(i, time.Last-1) + 1
		if end < len(r.tokens) && r.tokens[end].Form == "," {
			return r.personAt(end + 1)
		}
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		t := &r.tokens[k]
		if m := r.personEnding(k + 1); m >= 0 && t.Form != "," {
			return m
		}
		light := t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "make" || t.Lemma == "give" || t.Lemma == "deliver"
		if strings.HasPrefix(t.XPOS, "VB") && !light || t.XPOS == "MD" || t.XPOS == "WP" || t.Form == "that" || strings.ContainsAny(t.Form, "\"“”") {
			break
		}
	}
	if world.SpeechVerb.Has(r.tokens[i].Lemma) {
		return r.personAt(i + 1)
	}
	return -1
}

// progressive tells whether the participle at i is the verb of its clause: "was speaking".
func (r remark) progressive(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if r.tokens[k].Lemma == "be" {
			return true
		}
		if r.tokens[k].UPOS != "ADV" {
			break
		}
	}
	return false
}

// personEnding is the mention of one person whose words end before token k, -1 if there is none.
func (r remark) personEnding(k int) int {
	return r.person(func(m *entity.Mention) bool { return m.Tokens.Last == k })
}

// personAt is the mention of one person whose words begin at token k, his office included, -1 if
// there is none.
func (r remark) personAt(k int) int {
	return r.person(func(m *entity.Mention) bool { return m.Tokens.First == k })
}

func (r remark) person(fits func(*entity.Mention) bool) int {
	for _, i := range r.mentions {
		m := &r.doc.Mentions[i]
		if fits(m) && m.Type == entity.Person && len(m.Entities) == 1 {
			return i
		}
	}
	return -1
}

// looksBack tells whether the word at i speaks of words that stand before: "the remarks",
// "said this", "was speaking".
func (r remark) looksBack(i int) bool {
	t := &r.tokens[i]
	switch {
	case t.UPOS == "NOUN":
		return i > 0 && world.AnaphoricDeterminer.Has(strings.ToLower(r.tokens[i-1].Form))
	case t.XPOS == "VBG":
		return r.progressive(i)
	case i+1 < len(r.tokens):
		next := r.tokens[i+1].Form
		return next == "this" || next == "so"
	}
	return false
}
