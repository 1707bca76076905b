package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A thread reads a document from mention to mention and keeps what has been read
// so far. What is known of the document as a whole stands in its roster.
type thread struct {
	*roster
	chooser  chooser // of whom he and she mean
	outside  bool    // the author only signs the text
	sentence int     // the one being read
	subjects subjects
	focus    focus
	salience salience
	meeting  meeting
	visit    visit
	// who leads the delegations told of so far
	delegates delegates
}

func newThread(r *roster, c chooser) *thread {
	return &thread{
		roster:   r,
		chooser:  c,
		outside:  r.outsideText(),
		subjects: subjects{of: map[int][]int{}},
		salience: salience{last: map[int]int{}, seen: map[int]int{}, first: nobody},
		visit:    visit{host: nobody, guest: nobody},
	}
}

// enter goes on to a sentence.
func (t *thread) enter(sentence int) {
	t.gather()
	t.focus.shift(t.sentence != sentence)
	t.sentence = sentence
}

// gather notes at the end of a sentence who came together in it.
func (t *thread) gather() {
	tokens, subject := t.NLP.Sentences[t.sentence].Tokens, t.subjects.of[t.sentence]
	t.delegations(t.sentence, &t.delegates)
	if len(subject) > 1 && (t.Entities[subject[0]].Type == entity.Country || t.union(subject[0])) && meets(tokens) {
		t.meeting.noteLands(t.sentence, subject)
	}
	if len(t.focus.present) == 0 {
		return
	}
	if !meets(tokens) && !(len(subject) > 1 && anyWord(tokens, world.JointVerbForm)) {
		return
	}
	if len(subject) == 1 && t.Entities[subject[0]].Type == entity.Person && len(t.focus.people) <= 2 {
		t.visit.note(subject[0], t.focus.people, tokens)
	}
	t.meeting.note(t.sentence, t.together(), tokens, t.Author)
}

// together gives those of the people present who meet: where a verb tells who meets whom, not
// whoever does something else, "Ana met Eva as Jan left".
func (t *thread) together() []int {
	tokens := t.NLP.Sentences[t.sentence].Tokens
	var meet, apart []int
	for _, m := range t.inSentence(t.sentence) {
		if m.Inside || len(m.Entities) != 1 || t.Entities[m.Entities[0]].Type != entity.Person {
			continue
		}
		v := t.verbOf(&m)
		switch {
		case v < 0 || t.onlyOwns(&m):
		case tokens[v].UPOS == "VERB" && world.MeetingForm.Has(strings.ToLower(tokens[v].Form)):
			meet = append(meet, m.Entities...)
		case t.functionOf(&m) == subjectRole:
			apart = append(apart, m.Entities...)
		}
	}
	if len(meet) < 2 {
		return t.focus.present
	}
	return slices.DeleteFunc(slices.Clone(t.focus.present), func(e int) bool {
		return slices.Contains(apart, e) && !slices.Contains(meet, e)
	})
}

// see notes a mention that has been resolved.
func (t *thread) see(i int) {
	m := &t.Mentions[i]
	if len(m.Entities) == 0 {
		if m.Kind == entity.Nominal && !t.travels(m) && (m.Type == entity.Person || m.Type == "") && !m.Inside && t.isSubject(m) {
			t.subjects.unknown(m.Sentence)
		}
		return
	}
	onlyOwns := m.Kind == entity.Pronoun && t.onlyOwns(m)
	for _, e := range m.Entities {
		switch t.Entities[e].Type {
		case entity.Person:
			t.salience.note(e, i)
			t.focus.person(e, !onlyOwns)
		case entity.Country:
			if !m.Adjective {
				t.focus.land(e)
			}
		case entity.Organization:
			t.focus.body(e)
		}
	}
	if m.Inside || m.Adjective {
		return
	}
	if _, ok := t.subjects.of[m.Sentence]; !ok && t.isSubject(m) {
		t.subjects.begin(m)
	} else if last := t.subjects.last; ok && last != nil && last.Sentence == m.Sentence && t.joins(last, m) {
		t.subjects.add(m)
	}
}

// onlyOwns tells whether a pronoun only says whose something is.
func (r *roster) onlyOwns(m *entity.Mention) bool {
	return r.functionOf(m) == ownerRole || world.PossessiveDeterminer.Has(strings.ToLower(r.text(m.Span)))
}

// joins tells whether b goes on a list of likes that a is in: "A, B and C".
func (r *roster) joins(a, b *entity.Mention) bool {
	if r.Entities[a.Entities[0]].Type != r.Entities[b.Entities[0]].Type || b.Tokens.First <= a.Tokens.Last {
		return false
	}
	tokens := r.tokens(a)
	between := tokens[a.Tokens.Last:b.Tokens.First]
	if !listed(between) {
		return false
	}
	if strings.EqualFold(between[0].Form, "and") || len(between) > 1 {
		return true
	}
	// After a comma the list must come to an "and".
	for _, w := range tokens[b.Tokens.Last:] {
		if strings.EqualFold(w.Form, "and") {
			return true
		}
		if w.UPOS == "VERB" || w.UPOS == "AUX" {
			return false
		}
	}
	return false
}

// outsideText tells whether the author is named in headings only, as who signs
// a text is, so that "he" is another.
func (r *roster) outsideText() bool {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Pronoun && slices.Contains(m.Entities, r.Author) && !r.isHeading(m.Sentence) {
			return false
		}
	}
	return true
}

// one gives a list of somebody, nil for nobody.
func one(e int) []int {
	if e < 0 {
		return nil
	}
	return []int{e}
}

// contains tells whether a list holds all of another.
func contains(list, part []int) bool {
	for _, e := range part {
		if !slices.Contains(list, e) {
			return false
		}
	}
	return true
}

// union tells whether something is a union of states that is a side of its own: "the European
// Union and Peru", of which "both sides" are.
func (r *roster) union(e int) bool {
	return r.Entities[e].Type == entity.Organization && world.StateUnion.Has(r.Entities[e].Name)
}
