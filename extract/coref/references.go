package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// references resolves nominals and pronouns in the order of the text.
func (r *roster) references(c chooser) {
	t := newThread(r, c)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Sentence != t.sentence || i == 0 {
			t.enter(m.Sentence)
		}
		switch {
		case m.Kind == entity.Nominal && r.tied(m):
		case m.Kind == entity.Nominal || m.Kind == entity.Pronoun:
			m.Entities = t.resolve(i)
			if m.Type == entity.Person {
				t.why[i] = "office, country and gender fit nobody else, or nobody else who was named so late before"
			}
		case m.Type == entity.Person:
			t.counterpart(m)
		}
		t.see(i)
	}
}

// tied tells whether a nominal has been tied to somebody by its place in a heading.
func (r *roster) tied(m *entity.Mention) bool {
	return m.Type == entity.Person && !m.Plural && len(m.Entities) > 0 && r.isHeading(m.Sentence)
}

// resolve gives whom or what a nominal or pronoun means; nil where that is not
// clear.
func (t *thread) resolve(i int) []int {
	m := &t.Mentions[i]
	switch {
	case m.Kind == entity.Pronoun && !m.Plural && m.Type == entity.Person:
		return t.singular(i)
	case m.Kind == entity.Pronoun && m.Plural:
		return t.plural(i)
	case m.Kind == entity.Pronoun:
		return t.neuter(i)
	case m.Plural:
		return t.group(i)
	case m.Type == entity.Country:
		return t.land(i)
	case m.Type == entity.Organization:
		return t.calledBody(i)
	case m.Type == "":
		return t.ofTwo(i)
	case t.travels(m):
		return t.delegation(m)
	}
	return t.holder(i)
}

// ofTwo resolves "the former" and "the latter" of two named last.
func (t *thread) ofTwo(i int) []int {
	m := &t.Mentions[i]
	pair := t.focus.people
	if len(pair) < 2 && contains(t.focus.lastPeople(), pair) {
		pair = t.focus.lastPeople()
	}
	if len(pair) != 2 {
		return nil
	}
	if strings.EqualFold(t.tokens(m)[m.Head].Form, "latter") {
		return one(pair[1])
	}
	return one(pair[0])
}
