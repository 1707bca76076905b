package extract

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// beyond are the functions that are filled from other sentences than that of the
// predicate.
var beyond = map[string]func(*matcher, *clause.Predicate) []entity.Ref{
	"participants": (*matcher).participants,
	"traveller":    (*matcher).traveller,
	"gathering":    (*matcher).gathering,
	"listed":       (*matcher).listed,
	"parties":      (*matcher).parties,
}

// isBeyond tells whether a function is filled from other sentences.
func isBeyond(function string) bool { return beyond[function] != nil }

// reach gives what other sentences tell to a role.
func (m *matcher) reach(role *rules.Role, function string, refs []entity.Ref) []filler {
	var out []filler
	for _, ref := range refs {
		if f := (filler{ref, function}); typeFits(role, ref.Type) && !contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// participants returns the people of the meeting that was told last: those whom
// "the talks" or "the meeting" is about.
func (m *matcher) participants(*clause.Predicate) []entity.Ref {
	var out []entity.Ref
	last := -1
	for _, o := range slices.Backward(m.told) {
		if len(o.people) == 0 {
			continue
		}
		if last >= 0 && o.told != last {
			break
		}
		last = o.told
		out = append(out, o.people...)
	}
	slices.Reverse(out)
	return out
}

// parties returns those whose agreement has just been told, with the countries of
// people: those whom "the agreement" or "the memorandum" is of.
func (m *matcher) parties(p *clause.Predicate) []entity.Ref {
	const near = 4 // sentences
	var out []entity.Ref
	last := -1
	from := m.evidence(max(0, p.Sentence-near)).Start
	for i := range slices.Backward(m.facts) {
		f := &m.facts[i]
		if f.Object.Type != entity.Agreement || f.Status == Denied || f.Evidence.Start < from {
			continue
		}
		if last >= 0 && f.Evidence.Start != last {
			break
		}
		last = f.Evidence.Start
		out = append(out, f.Subject)
		if e := m.byID[f.Subject.ID]; e != nil && e.Type == entity.Person && e.Country.ID != "" {
			out = append(out, e.Country)
		}
	}
	slices.Reverse(out)
	return out
}

// A telling is somebody or something that a sentence has told of.
type telling struct {
	ref      entity.Ref
	status   Status
	sentence int
	// When and where an event is, as the sentence tells it; see clause.Behind.
	past, future string
	place        entity.Ref
}

// traveller returns whose journey, or part in a gathering, was told last: whose
// "the delegation" is. Of several nobody knows whose it is.
func (m *matcher) traveller(p *clause.Predicate) []entity.Ref {
	var out []entity.Ref
	last := -1
	for _, t := range slices.Backward(m.going) {
		if t.sentence == p.Sentence {
			continue
		}
		if last >= 0 && t.sentence != last {
			break
		}
		if last = t.sentence; !slices.Contains(out, t.ref) {
			out = append(out, t.ref)
		}
	}
	if len(out) > 1 {
		return nil
	}
	return out
}

// headed returns the status of what a heading such as "members of the
// delegation" tells: that of the journey or gathering, since it has no tense of
// its own.
func (m *matcher) headed(p *clause.Predicate, objects []filler, status Status) Status {
	if p.Kind == clause.Verb || status != Actual {
		return status
	}
	told := map[string][]telling{"traveller": m.going, "gathering": m.events}[objects[0].function]
	for _, t := range slices.Backward(told) {
		if t.ref == objects[0].ref {
			return t.status
		}
	}
	return status
}

// gathering returns the event that the sentences before have told of last.
func (m *matcher) gathering(p *clause.Predicate) []entity.Ref {
	for _, t := range slices.Backward(m.events) {
		if t.sentence < p.Sentence {
			return []entity.Ref{t.ref}
		}
	}
	return nil
}

// atEvent gives a fact about an event that does not tell its date or place those
// that are told with the event's name, here or before.
func (m *matcher) atEvent(f *Fact) {
	for _, t := range slices.Backward(m.events) {
		if t.ref != f.Object {
			continue
		}
		date := t.past
		if f.Status == Planned {
			date = t.future
		}
		if f.Date == "" {
			f.Date = date
		}
		if f.Place.ID == "" && agree(f.Date, date) {
			f.Place = t.place
		}
	}
}

// eventMeant returns the event told of before that words with an article mean,
// "the summit", "the gathering"; zero if there is none.
func (m *matcher) eventMeant(a *clause.Arg) entity.Ref {
	if m.now == nil || a.Mention >= 0 || a.Tokens.First == 0 || a.Text == "" {
		return entity.Ref{}
	}
	switch strings.ToLower(m.a.entities.NLP.Sentences[m.now.Sentence].Tokens[a.Tokens.First-1].Form) {
	case "the", "this":
	default:
		return entity.Ref{}
	}
	said := strings.Fields(strings.ToLower(a.Text))
	for _, t := range slices.Backward(m.events) {
		name := strings.Fields(strings.ToLower(t.ref.Name))
		in := func(word string) bool { return slices.Contains(name, word) }
		if t.sentence < m.now.Sentence && len(name) > len(said) && (len(said) == 1 && world.EventWord.Has(said[0]) || !slices.ContainsFunc(said, func(word string) bool { return !in(word) })) {
			return t.ref
		}
	}
	return entity.Ref{}
}

// listed returns the people of the list that a sentence is the heading of: each
// begins a line of its own without a verb.
func (m *matcher) listed(p *clause.Predicate) []entity.Ref {
	sentences := m.a.entities.NLP.Sentences
	if heading := sentences[p.Sentence].Tokens; heading[len(heading)-1].Form != ":" {
		return nil
	}
	var out []entity.Ref
	for s := p.Sentence + 1; s < len(sentences); s++ {
		ref := m.item(s)
		if ref.ID == "" {
			break
		}
		out = append(out, ref)
	}
	return out
}

// item returns the person whom a line of a list names first, zero if the
// sentence is no such line.
func (m *matcher) item(sentence int) entity.Ref {
	tokens := m.a.entities.NLP.Sentences[sentence].Tokens
	first := 0
	for _, t := range tokens {
		switch {
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD":
			return entity.Ref{}
		case t.UPOS != "PUNCT" && t.UPOS != "SYM" && t.UPOS != "NUM" && t.UPOS != "X":
		case first < len(tokens) && t.Start == tokens[first].Start: // a bullet or number
			first++
		}
	}
	for _, i := range m.a.mentions[sentence] {
		n := &m.a.entities.Mentions[i]
		if n.Tokens.First == first && n.Kind == entity.Named && n.Type == entity.Person && !n.Inside {
			return m.mentioned(i)
		}
	}
	return entity.Ref{}
}
