package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// heading tells whether a sentence is short and unfinished, as headings,
// bylines and captions are.
func (r *resolver) headingAt(i int) bool {
	s := &r.NLP.Sentences[i]
	n := len(s.Tokens)
	if n == 0 || n > 30 {
		return false
	}
	switch s.Tokens[n-1].Form {
	case ".", "?", "!", ",", ":", ";", "”", `"`:
		return false
	}
	return true
}

// findAuthor finds whom "I" means: the given author, or a person with an office
// who stands alone in a heading or byline at the start or end.
func (r *resolver) findAuthor(author string) {
	if author != "" {
		ws := nameWords(author)
		for e := range r.Entities {
			if r.Entities[e].Type == entity.Person && (sameWords(ws, r.persons[e].words) || len(ws) > 1 && variant(ws, r.persons[e].words)) {
				r.Author = e
				return
			}
		}
		if len(ws) > 0 && world.LookupName(ws[0]).Given {
			r.Author = r.addPerson(author, ws)
			r.persons[r.Author].forms[author]++
			return
		}
	}
	n := len(r.NLP.Sentences)
	for i := 0; i < n; i++ {
		if i > 7 && i < n-3 {
			continue
		}
		if !r.headingAt(i) {
			continue
		}
		var who *entity.Mention
		var office *entity.Mention
		for k := range r.Mentions {
			m := &r.Mentions[k]
			if m.Sentence != i || m.Type != entity.Person || m.Inside {
				continue
			}
			if m.Kind == entity.Named {
				if who != nil {
					who = nil
					break
				}
				who = m
			} else if m.Kind == entity.Nominal && len(m.Offices) > 0 && m.Offices[0].Status == "actual" && office == nil {
				office = m
			}
		}
		if who == nil || len(who.Entities) != 1 {
			continue
		}
		// Nothing but announcing words before the name.
		alone := true
		tokens := r.NLP.Sentences[i].Tokens
		for k := 0; k < who.Tokens.First; k++ {
			if office != nil && k >= office.Tokens.First && k < office.Tokens.Last {
				continue
			}
			if !world.BylineWord.Has(strings.ToLower(tokens[k].Form)) {
				alone = false
			}
		}
		if office != nil && office.Tokens.Last != who.Tokens.First && office.Tokens.First != who.Tokens.Last {
			continue
		}
		spoken := who.Tokens.First > 0 && world.BylineWord.Has(strings.ToLower(tokens[0].Form))
		after := len(tokens) - who.Tokens.Last
		if !alone || !spoken && after > 6 {
			continue
		}
		if office == nil {
			office = r.officeLine(i)
		}
		e := who.Entities[0]
		if len(r.persons[e].titles) == 0 && office == nil && !spoken {
			continue
		}
		if office != nil && len(office.Entities) == 0 {
			r.holds(e, office)
		}
		if r.Author < 0 {
			r.Author = e
		}
		return
	}
}

// officeLine finds an office that stands alone in the heading line before or
// after line i.
func (r *resolver) officeLine(i int) *entity.Mention {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(r.NLP.Sentences) || !r.headingAt(k) {
			continue
		}
		for n := range r.Mentions {
			m := &r.Mentions[n]
			if m.Sentence == k && m.Kind == entity.Nominal && m.Type == entity.Person && !m.Plural && len(m.Offices) == 1 && m.Offices[0].Status != entity.Calling &&
				m.Tokens.Last-m.Tokens.First == len(r.NLP.Sentences[k].Tokens) {
				return m
			}
		}
	}
	return nil
}

// holds ties an office that stands apart to a person.
func (r *resolver) holds(e int, m *entity.Mention) {
	m.Entities = []int{e}
	for _, o := range m.Offices {
		t := titleWords(o.Title)
		if !slices.Contains(r.persons[e].titles, t) {
			r.persons[e].titles = append(r.persons[e].titles, t)
		}
		if o.Of.Type != entity.Organization && o.Of.Type != entity.Place {
			r.persons[e].national = append(r.persons[e].national, t)
		}
		r.Entities[e].Offices = addOffice(r.Entities[e].Offices, o)
		if c := r.nation(o); c.ID != "" && r.Entities[e].Country.ID == "" {
			r.Entities[e].Country = c
		}
	}
}

// localCountries gives officials without a country the one that the sentence
// is set in: "In Chile, he met with Foreign Minister A and President B."
func (r *resolver) localCountries() {
	var place entity.Ref
	sentence, first := -1, false
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Sentence != sentence {
			sentence, place, first = m.Sentence, entity.Ref{}, true
		}
		if m.Type == entity.Country && m.Kind == entity.Named && !m.Adjective && !m.Inside && len(m.Entities) == 1 && first {
			tokens := r.NLP.Sentences[sentence].Tokens
			if m.Tokens.First > 0 && strings.EqualFold(tokens[m.Tokens.First-1].Form, "in") && m.Tokens.First <= 3 {
				place = r.Entities[m.Entities[0]].Ref
			}
		}
		if m.Type != entity.Person || m.Inside {
			continue
		}
		subject := first && m.Kind != entity.Pronoun
		if m.Kind == entity.Pronoun || m.Kind == entity.Named {
			first = false
		}
		if place.ID == "" || m.Kind != entity.Named || len(m.Entities) != 1 || subject && r.beforeVerb(m) {
			continue
		}
		e := m.Entities[0]
		for k := range m.Offices {
			o := &m.Offices[k]
			if o.Of.ID == "" && r.Entities[e].Country.ID == "" && National(o) {
				o.Of = place
			}
		}
		for _, o := range m.Offices {
			if o.Of == place {
				r.Entities[e].Country = place
			}
		}
	}
}

// beforeVerb tells whether a mention is what the sentence is about.
func (r *resolver) beforeVerb(m *entity.Mention) bool {
	tokens := r.NLP.Sentences[m.Sentence].Tokens
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	for k := m.Tokens.First - 1; k >= 0 && k >= m.Tokens.First-6; k-- {
		l := strings.ToLower(tokens[k].Form)
		if l == "with" || l == "met" || l == "and" || l == "to" || l == "by" || tokens[k].UPOS == "VERB" {
			return false
		}
	}
	return true
}
