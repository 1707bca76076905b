package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// A matcher applies the rules to one document.
type matcher struct {
	x       *Extractor
	doc     *source.Document
	a       *analysis
	facts   []Fact
	seen    map[factKey][]int // facts that say the same, by index
	byID    map[string]*entity.Entity
	told    []occasion                                              // meetings and journeys, in the order told
	talking []string                                                // ids of those told to talk with somebody, named or not
	going   []telling                                               // those who travel or attend something, in the order told
	events  []telling                                               // events, in the order told
	now     *clause.Predicate                                       // whose facts are stated, nil for those of titles
	without *rules.Rule                                             // is left out; nil leaves out none
	trace   func(rule *rules.Rule, p *clause.Predicate, why string) // nil unless explaining
}

type factKey struct{ relation, subject, object, of string }

func (m *matcher) run() {
	m.seen, m.byID = map[factKey][]int{}, map[string]*entity.Entity{}
	for i := range m.a.entities.Entities {
		e := &m.a.entities.Entities[i]
		m.byID[e.ID] = e
	}
	next := 0
	for s := range m.a.mentions {
		m.notes(s)
		for _, i := range m.a.mentions[s] {
			m.titles(i)
		}
		for ; next < len(m.a.predicates) && m.a.predicates[next].Sentence == s; next++ {
			p := &m.a.predicates[next]
			m.now = p
			if p.Office >= 0 && len(m.x.titles) > 0 {
				m.says(p)
			}
			if len(m.x.titles) > 0 {
				m.leads(p)
			}
			started, told := m.started(p), len(m.told)
			for _, first := range [...]bool{true, false} { // what is said at a meeting needs the meeting
				for _, r := range started {
					if m.gathers(r) == first {
						m.apply(r, p)
					}
				}
			}
			m.hears(p, started, told)
		}
		m.now = nil
		m.patterns(s)
	}
	m.joinHeadlines()
}

// notes keeps the events that a sentence names.
func (m *matcher) notes(sentence int) {
	for _, i := range m.a.mentions[sentence] {
		if ref := m.mentioned(i); ref.Type == entity.Event {
			t := telling{ref: ref, status: Actual, sentence: sentence}
			var place int
			if t.past, t.future, place = clause.Behind(m.a.entities, i, m.a.mentions[sentence], m.doc.Date); place >= 0 {
				t.place = m.mentioned(place)
			}
			m.events = append(m.events, t)
		}
	}
}

// patterns states what the patterns say that fit a sentence.
func (m *matcher) patterns(sentence int) {
	if len(m.x.patterns) == 0 {
		return
	}
	var found []*pattern // in order of the pack
	tokens := m.a.entities.NLP.Sentences[sentence].Tokens
	for i := range tokens {
		for _, word := range [...]string{strings.ToLower(tokens[i].Lemma), strings.ToLower(tokens[i].Form)} {
			for _, p := range m.x.patterns[word] {
				if p.rule != m.without && !slices.Contains(found, p) {
					found = append(found, p)
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b *pattern) int { return cmp.Compare(a.order, b.order) })
	for _, c := range found {
		for _, p := range c.fits(m, sentence) {
			m.apply(c.rule, &p)
		}
	}
}

func (m *matcher) result() *Result {
	return &Result{Document: m.doc, Entities: m.a.entities.Entities, Facts: m.facts}
}

// started returns the rules that the words of a predicate start, in order of
// the pack.
func (m *matcher) started(p *clause.Predicate) []*rules.Rule {
	var out []*rules.Rule
	index := m.x.triggers[p.Kind]
	add := func(list []*rules.Rule) {
		for _, r := range list {
			if r != m.without && !slices.Contains(out, r) && triggered(r, p) {
				out = append(out, r)
			}
		}
	}
	add(index[p.Lemma])
	if p.Form != p.Lemma {
		add(index[p.Form])
	}
	return out
}

func triggered(r *rules.Rule, p *clause.Predicate) bool {
	if len(r.On.Under) > 0 && !slices.ContainsFunc(r.On.Under, func(u string) bool { return slices.Contains(p.Under, u) }) {
		return false
	}
	return slices.ContainsFunc(triggerWords(r, p.Kind), func(w string) bool {
		key := keyWord(p.Kind, w)
		if key != p.Lemma && key != p.Form {
			return false
		}
		for part := range strings.FieldsSeq(w) {
			if part != key && !slices.Contains(p.Words, part) {
				return false
			}
		}
		return true
	})
}

// apply states the facts of rule r at predicate p.
func (m *matcher) apply(r *rules.Rule, p *clause.Predicate) {
	why := func(s string) {
		if m.trace != nil {
			m.trace(r, p, s)
		}
	}
	lacks := func(name string, role *rules.Role) {
		if m.trace != nil {
			m.trace(r, p, m.lack(name, role, p))
		}
	}
	for i := range r.If {
		if !m.holds(&r.If[i], p) {
			why("condition not met: " + strings.Join(ways(&r.If[i]), "/"))
			return
		}
	}
	for i := range r.Not {
		if m.holds(&r.Not[i], p) {
			why("excluded by: " + strings.Join(ways(&r.Not[i]), "/"))
			return
		}
	}
	subjects := m.fill(&r.Subject, p, nil)
	if len(subjects) == 0 {
		lacks("subject", &r.Subject)
		return
	}
	objects := m.fill(&r.Object, p, subjects)
	if len(objects) == 0 {
		lacks("object", &r.Object)
		return
	}
	base := m.base(r, p)
	base.Status = m.headed(p, objects, base.Status)
	if never := m.x.relations[r.Relation].Never; never != "" && base.Status == Status(never) {
		why("no fact that is " + never)
		return
	}
	for i := range r.Qualifiers {
		q := &r.Qualifiers[i]
		fillers := m.fill(&q.Role, p, nil)
		if len(fillers) == 0 && !q.Optional {
			lacks(q.Name, &q.Role)
			return
		}
		qualify(&base, q.Name, fillers)
	}
	symmetric := m.x.relations[r.Relation].Symmetric
	stated := false
	for i, s := range subjects {
		for k, o := range objects {
			if s.ref.ID == o.ref.ID {
				continue
			}
			if s.function == o.function && symmetric && k < i && contains(objects, s) && contains(subjects, o) {
				continue // each pair of "A and B met" once
			}
			f := base
			f.Subject, f.Object = s.ref, o.ref
			if p.Place >= 0 && m.isOf(o, p, m.a.entities.Mentions[p.Place].Tokens.First) {
				f.Place = entity.Ref{}
			}
			m.state(f)
			stated = true
		}
	}
	if stated {
		why("")
	} else {
		why("subject and object are the same")
	}
}

// isOf tells whether a place belongs to an area rather than to what is said of
// it: it stands after it, as in "discussed the violence in Mali".
func (m *matcher) isOf(area filler, p *clause.Predicate, place int) bool {
	return area.ref.Type == entity.Area && slices.ContainsFunc(p.Args, func(a clause.Arg) bool {
		return a.Function == area.function && a.Text == area.ref.Name && place > a.Tokens.First
	})
}

// base is a fact with all that its clause says, without subject and object.
func (m *matcher) base(r *rules.Rule, p *clause.Predicate) Fact {
	f := Fact{Doc: m.doc.ID, Relation: r.Relation, Date: p.Date, Status: Status(p.Status), Rule: r.Pack + "." + r.Name}
	if r.Status != "" && f.Status != Denied {
		f.Status = Status(r.Status)
	}
	f.Place = m.mentioned(p.Place)
	f.Event = m.mentioned(p.Event)
	f.By = m.mentioned(p.Speaker)
	f.Evidence = m.evidence(p.Sentence)
	return f
}

func (m *matcher) evidence(sentence int) Evidence {
	s := &m.a.entities.NLP.Sentences[sentence]
	return Evidence{Start: s.Start, End: s.End, Text: m.doc.Text[s.Start:s.End]}
}

// mentioned is the one entity that a mention refers to, zero if it is none or several.
func (m *matcher) mentioned(mention int) entity.Ref {
	if mention < 0 {
		return entity.Ref{}
	}
	if e := m.a.entities.Mentions[mention].Entities; len(e) == 1 {
		return m.a.entities.Entities[e[0]].Ref
	}
	return entity.Ref{}
}

func qualify(f *Fact, name string, fillers []filler) {
	if len(fillers) == 0 {
		return
	}
	ref := fillers[0].ref
	switch name {
	case "to":
		f.To = ref
	case "of":
		f.Of = ref
	case "by":
		f.By = ref
	case "place":
		f.Place = ref
	case "event":
		f.Event = ref
	case "level":
		f.Level = ref.Name
	case "amount":
		f.Amount = ref.Name
	case "with":
		for _, x := range fillers {
			f.With = append(f.With, x.ref)
		}
	}
}

// repeats tells whether a fact may be one that the document has told already: of
// the same status, where "agreed to cooperate" tells an agreement and not also a
// plan, and at the same time as far as they tell. Times that agree without being
// the same are of two things where the cities differ.
func (f *Fact) repeats(old *Fact) bool {
	status := old.Status == f.Status || old.Evidence == f.Evidence && old.Status == Actual && f.Status == Planned
	elsewhere := old.Date != f.Date && f.Date != "" && isCity(old.Place) && isCity(f.Place) && old.Place.ID != f.Place.ID
	return status && agree(old.Date, f.Date) && !elsewhere
}

// state adds a fact and what it implies. A fact that the document has told
// already only adds what was not known.
func (m *matcher) state(f Fact) {
	rel := m.x.relations[f.Relation]
	f.With = slices.DeleteFunc(slices.Clone(f.With), func(r entity.Ref) bool { return r.ID == f.Subject.ID || r.ID == f.Object.ID })
	if f.By.ID == f.Subject.ID {
		f.By = entity.Ref{}
	}
	if f.Event.ID == f.Object.ID {
		f.Event = entity.Ref{}
	}
	if f.Place.ID == f.Object.ID {
		f.Place = entity.Ref{}
	}
	place := m.onOccasion(rel, &f)
	key := factKey{f.Relation, f.Subject.ID, f.Object.ID, f.Of.ID}
	if rel.Symmetric && key.object < key.subject {
		key.subject, key.object = key.object, key.subject
	}
	at := -1
	for _, i := range m.seen[key] {
		old := &m.facts[i]
		if f.repeats(old) {
			if m.now != nil && m.now.Perfect && f.Date == "" && old.Date != "" { // "has met her in Lima" before
				f.Place = entity.Ref{}
			}
			if len(f.Date) > len(old.Date) {
				old.Date = f.Date
			}
			for _, q := range [...]struct{ have, more *entity.Ref }{{&old.Place, &f.Place}, {&old.To, &f.To}, {&old.Event, &f.Event}} {
				if q.have.ID == "" {
					*q.have = *q.more
				}
			}
			if old.Level == "" {
				old.Level = f.Level
			}
			at = i
			break
		}
	}
	if at < 0 {
		at = len(m.facts)
		m.seen[key] = append(m.seen[key], at)
		m.facts = append(m.facts, f)
	}
	m.tells(rel, &m.facts[at], cmp.Or(place, m.facts[at].Place))
	if m.now != nil && f.Status != Denied {
		if event := f.Object.Type == entity.Event; event || rel.Occasion == "journey" {
			m.going = append(m.going, telling{ref: f.Subject, status: f.Status, sentence: m.now.Sentence})
			if event {
				m.events = append(m.events, telling{ref: f.Object, status: f.Status, sentence: m.now.Sentence})
			}
		}
	}
	for _, name := range rel.Implies {
		implied := f
		implied.Relation = name
		m.state(implied)
	}
}
