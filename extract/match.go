package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/source"
	"github.com/relata-graph/relata/rules"
)

// A matcher applies the rules to one document.
type matcher struct {
	x     *Extractor
	doc   *source.Document
	a     *analysis
	facts []Fact
	seen  map[factKey][]int                                       // facts that say the same, by index
	told  []occasion                                              // meetings and journeys, in the order told
	trace func(rule *rules.Rule, p *clause.Predicate, why string) // nil unless explaining
}

// An occasion is a meeting or journey that the document has told of.
type occasion struct {
	place   entity.Ref
	date    string
	status  Status
	journey bool
	by      string // id of who tells of it, "" for the text itself
	told    int    // where its sentence starts
	people  []entity.Ref
	of      []string // ids of the people, and of the countries they stand for
}

type factKey struct{ relation, subject, object, of string }

func (m *matcher) run() {
	m.seen = map[factKey][]int{}
	next := 0
	for s := range m.a.mentions {
		for _, i := range m.a.mentions[s] {
			m.titles(i)
		}
		for ; next < len(m.a.predicates) && m.a.predicates[next].Sentence == s; next++ {
			p := &m.a.predicates[next]
			if p.Office >= 0 && len(m.x.titles) > 0 {
				m.says(p)
			}
			for _, r := range m.started(p) {
				m.apply(r, p)
			}
		}
	}
}

// started returns the rules that the words of a predicate start, in order of
// the pack.
func (m *matcher) started(p *clause.Predicate) []*rules.Rule {
	var out []*rules.Rule
	index := m.x.triggers[p.Kind]
	add := func(list []*rules.Rule) {
		for _, r := range list {
			if !slices.Contains(out, r) && triggered(r, p) {
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

// A filler is what fills a role.
type filler struct {
	ref      entity.Ref
	function string
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
			why("condition not met: " + strings.Join(r.If[i].Is, "/"))
			return
		}
	}
	for i := range r.Not {
		if m.holds(&r.Not[i], p) {
			why("excluded by: " + strings.Join(r.Not[i].Is, "/"))
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

func contains(list []filler, f filler) bool { return slices.Contains(list, f) }

func describe(role *rules.Role) string {
	s := strings.Join(role.Is, "/")
	if len(role.Type) > 0 {
		s += " of type " + strings.Join(role.Type, "/")
	}
	if role.Several {
		s += ", at least two"
	}
	if len(role.Head) > 0 {
		s += " with a head such as " + role.Head[0]
	}
	return s
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

// holds tells whether a condition is filled. A condition without types and
// heads asks only that the argument is there.
func (m *matcher) holds(role *rules.Role, p *clause.Predicate) bool {
	for i := range p.Args {
		a := &p.Args[i]
		if !slices.Contains(role.Is, a.Function) || !m.headFits(role, a) {
			continue
		}
		if len(role.Type) == 0 || len(m.refs(role, a)) > 0 {
			return true
		}
	}
	return false
}

// headFits tells whether the head word of an argument is one that the role
// asks for. A name of the type wanted needs no such word.
func (m *matcher) headFits(role *rules.Role, a *clause.Arg) bool {
	if a.Mention >= 0 {
		if n := &m.a.entities.Mentions[a.Mention]; n.Kind == entity.Named && len(role.Type) > 0 && len(role.NotHead) == 0 && typeFits(role, n.Type) {
			return true
		}
	}
	if len(role.Head) > 0 && !slices.Contains(role.Head, a.Head) {
		return false
	}
	return !slices.Contains(role.NotHead, a.Head)
}

// fill returns what fills a role: the fillers of the first of its functions
// that has any. A function that already filled the subject ("A and B met") is
// used for the object only when none of the object's earlier functions is
// there at all: "A and B met reporters" does not say that A met B.
func (m *matcher) fill(role *rules.Role, p *clause.Predicate, subjects []filler) []filler {
	present := false
	for _, function := range role.Is {
		if function == "participants" {
			if out := m.participants(role); len(out) > 0 {
				return out
			}
			continue
		}
		shared := len(subjects) > 0 && subjects[0].function == function
		if shared && present {
			return nil
		}
		var out []filler
		for i := range p.Args {
			a := &p.Args[i]
			if a.Function != function {
				continue
			}
			present = true
			if !m.headFits(role, a) {
				continue
			}
			for _, ref := range m.refs(role, a) {
				if f := (filler{ref, function}); !contains(out, f) {
					out = append(out, f)
				}
			}
		}
		if len(out) > 1 || len(out) == 1 && !role.Several {
			return out
		}
	}
	return nil
}

// participants returns the people of the meeting that was told last: those whom
// "the talks" or "the meeting" is about.
func (m *matcher) participants(role *rules.Role) []filler {
	var out []filler
	last := -1
	for _, o := range slices.Backward(m.told) {
		if o.journey {
			continue
		}
		if last >= 0 && o.told != last {
			break
		}
		last = o.told
		for _, ref := range o.people {
			if f := (filler{ref, "participants"}); typeFits(role, ref.Type) && !contains(out, f) {
				out = append(out, f)
			}
		}
	}
	slices.Reverse(out)
	return out
}

// refs returns the entities that an argument gives to a role: those its mention
// refers to, of the types wanted; or, for areas, agreements and events that are
// described rather than named, its words.
func (m *matcher) refs(role *rules.Role, a *clause.Arg) []entity.Ref {
	var out []entity.Ref
	person := false
	if a.Mention >= 0 {
		mention := &m.a.entities.Mentions[a.Mention]
		for _, e := range mention.Entities {
			ent := &m.a.entities.Entities[e]
			switch {
			case typeFits(role, ent.Type):
				out = append(out, ent.Ref)
			case role.StandsFor && ent.Type == entity.Person && ent.Country.ID != "" && typeFits(role, entity.Country):
				out = append(out, ent.Country)
			}
		}
		if len(out) > 0 || mention.Kind == entity.Pronoun {
			return out
		}
		person = mention.Type == entity.Person
		if person && !role.Owner || mention.Type == entity.Country {
			return nil
		}
	}
	if role.Owner {
		for _, owner := range a.Owners { // of people only their country: "Peruvian diplomats", not "Delgado's aides"
			for _, e := range m.a.entities.Mentions[owner].Entities {
				if ent := &m.a.entities.Entities[e]; typeFits(role, ent.Type) && (!person || ent.Type == entity.Country) {
					out = append(out, ent.Ref)
				}
			}
		}
		if len(out) > 0 || person {
			return out
		}
	}
	if a.Text == "" {
		return nil
	}
	for _, t := range [...]entity.Type{entity.Area, entity.Agreement, entity.Event, entity.Position} {
		if slices.Contains(role.Type, string(t)) {
			return []entity.Ref{{ID: entity.MakeID(t, a.Text), Type: t, Name: a.Text}}
		}
	}
	if len(role.Type) == 0 {
		return []entity.Ref{{Name: a.Text}}
	}
	return nil
}

func typeFits(role *rules.Role, t entity.Type) bool {
	return len(role.Type) == 0 || slices.Contains(role.Type, string(t))
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
	m.onOccasion(rel, &f)
	key := factKey{f.Relation, f.Subject.ID, f.Object.ID, f.Of.ID}
	if rel.Symmetric && key.object < key.subject {
		key.subject, key.object = key.object, key.subject
	}
	at := -1
	for _, i := range m.seen[key] {
		old := &m.facts[i]
		if old.Status == f.Status && (old.Date == f.Date || old.Date == "" || f.Date == "" || strings.HasPrefix(old.Date, f.Date) || strings.HasPrefix(f.Date, old.Date)) {
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
	m.tells(rel, &m.facts[at])
	for _, name := range rel.Implies {
		implied := f
		implied.Relation = name
		m.state(implied)
	}
}

// onOccasion gives a fact that does not tell its date or place those of the
// occasion it is part of: the last one told with its subject or object, by the
// same speaker. During a journey of days only the month is known.
func (m *matcher) onOccasion(rel *rules.Relation, f *Fact) {
	if rel.Occasion == "" || rel.Occasion == "journey" {
		return
	}
	for _, o := range slices.Backward(m.told) {
		if o.status != f.Status || o.by != f.By.ID || rel.Occasion == "meeting" && !o.journey || !slices.Contains(o.of, f.Subject.ID) && !slices.Contains(o.of, f.Object.ID) {
			continue
		}
		if f.Place.ID == "" && rel.Occasion == "part" && (f.Date == "" || f.Date == o.date) {
			f.Place = o.place
		}
		if f.Date == "" {
			f.Date = o.date
			if o.journey && len(f.Date) > len("2006-01") {
				f.Date = f.Date[:len("2006-01")]
			}
		}
		return
	}
}

// tells keeps an occasion for the facts told after it. One of another season
// than the document's is told as background.
func (m *matcher) tells(rel *rules.Relation, f *Fact) {
	o := occasion{date: f.Date, place: f.Place, status: f.Status, by: f.By.ID, told: f.Evidence.Start, people: []entity.Ref{f.Subject, f.Object}, of: m.standing(f.Subject)}
	switch rel.Occasion {
	case "meeting":
		o.of = append(o.of, m.standing(f.Object)...)
	case "journey":
		o.place, o.journey = f.Object, true
		for i := range m.told { // of several places of one journey none is that of all
			if e := &m.told[i]; e.journey && e.of[0] == o.of[0] && e.place.ID != o.place.ID {
				e.place, o.place = entity.Ref{}, entity.Ref{}
			}
		}
	default:
		return
	}
	if f.Date == "" || m.doc.Date == "" || max(monthsApart(f.Date, m.doc.Date), monthsApart(m.doc.Date, f.Date)) <= 3 {
		m.told = append(m.told, o)
	}
}

// monthsApart is the number of months from date a to date b; a year alone
// counts as its January.
func monthsApart(a, b string) int {
	months := func(s string) int {
		t, _ := time.Parse("2006-01", (s + "-01")[:len("2006-01")])
		return t.Year()*12 + int(t.Month())
	}
	return months(b) - months(a)
}

// standing returns the ids of an entity and, of a person, of the country.
func (m *matcher) standing(ref entity.Ref) []string {
	out := []string{ref.ID}
	for i := range m.a.entities.Entities {
		if e := &m.a.entities.Entities[i]; e.ID == ref.ID && e.Country.ID != "" {
			out = append(out, e.Country.ID)
		}
	}
	return out
}

// titles states the offices that a mention's title gives to its person.
func (m *matcher) titles(i int) {
	mention := &m.a.entities.Mentions[i]
	if len(mention.Entities) != 1 || len(m.x.titles) == 0 {
		return
	}
	person := &m.a.entities.Entities[mention.Entities[0]]
	for _, office := range mention.Offices {
		// "the minister" repeats an office; "our new Ambassador to Peru" tells one.
		if mention.Kind != entity.Named && len(person.Offices) > 1 && office.Of.ID == "" {
			continue
		}
		for k := range person.Offices { // what the document makes plain elsewhere: the country
			if o := &person.Offices[k]; o.Title == office.Title && office.Of.ID == "" && o.Status == office.Status {
				office = *o
			}
		}
		m.inOffice(person, &office, Fact{Status: Status(office.Status), Evidence: m.evidence(mention.Sentence)})
	}
}

// says states the offices that a clause says of its subject: "is Peru's envoy to
// Kenya", "was appointed minister", "has served as head".
func (m *matcher) says(p *clause.Predicate) {
	for i := range p.Args {
		a := &p.Args[i]
		if a.Function != "subject" || a.Mention < 0 {
			continue
		}
		for _, e := range m.a.entities.Mentions[a.Mention].Entities {
			person := &m.a.entities.Entities[e]
			if person.Type != entity.Person {
				continue
			}
			for k := range m.a.entities.Mentions[p.Office].Offices {
				office := &m.a.entities.Mentions[p.Office].Offices[k]
				f := Fact{Status: Status(p.Status), Date: p.Date, By: m.mentioned(p.Speaker), Evidence: m.evidence(p.Sentence)}
				if f.Status == Actual {
					f.Status = Status(office.Status)
				}
				if f.Status == Actual && p.Past {
					f.Status = Former
				}
				m.inOffice(person, office, f)
			}
		}
	}
}

// inOffice states that a person has an office, by each rule for titles; f has the
// circumstances.
func (m *matcher) inOffice(person *entity.Entity, office *entity.Office, f Fact) {
	id := office.Title
	if office.Of.Name != "" {
		id = office.Of.Name + " " + id
	}
	f.Doc, f.Subject, f.Of, f.To = m.doc.ID, person.Ref, office.Of, office.To
	f.Object = entity.Ref{ID: entity.MakeID(entity.Position, id), Type: entity.Position, Name: office.Title}
	for _, r := range m.x.titles {
		stated := f
		stated.Relation, stated.Rule = r.Relation, r.Pack+"."+r.Name
		if r.Status != "" && f.Status != Denied {
			stated.Status = Status(r.Status)
		}
		m.state(stated)
	}
}
