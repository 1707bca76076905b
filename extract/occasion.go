package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// An occasion is a meeting, a journey or what came of them, as the document has
// told it.
type occasion struct {
	place  entity.Ref
	date   string
	status Status
	kind   string // "meeting", "journey", "outcome" or "part", as its relation says
	by     string // id of who tells of it, "" for the text itself
	told   int    // where its sentence starts
	days   bool   // date is the first of several days
	event  string // name of the event that somebody is told to have taken part in, "" if none
	past   bool   // told as background, of another season than the document's
	people []entity.Ref
	of     []string // ids of the people, and of the countries they stand for
}

// stay is how many days after its first one a journey is taken to last where
// something is told to have happened on them.
const stay = 5

// covers tells whether something can have happened at an occasion on a date.
func (o *occasion) covers(date string) bool {
	if agree(date, o.date) {
		return true
	}
	first, err := time.Parse(time.DateOnly, o.date)
	day, err2 := time.Parse(time.DateOnly, date)
	return o.kind == "journey" && err == nil && err2 == nil && day.After(first) && !day.After(first.AddDate(0, 0, stay))
}

// onOccasion gives a fact that does not tell its date or place those of the
// occasion it is part of: the last one told with its subject or object, by the
// same speaker, a meeting rather than a journey. During a journey of days, or in
// another place, only the month is known. It returns where the occasion is, also
// where the fact does not say so.
func (m *matcher) onOccasion(rel *rules.Relation, f *Fact) entity.Ref {
	if rel.Occasion == "" {
		return entity.Ref{}
	}
	if m.now != nil && m.now.Here && f.Place.ID == "" {
		f.Place = m.here()
	}
	if rel.Occasion == "state" {
		f.Place = entity.Ref{}
		return f.Place
	}
	if f.Object.Type == entity.Event {
		m.atEvent(f)
	}
	f.Place = m.city(f)
	if rel.Occasion == "journey" && !isIn(f.Object, f.Place) {
		f.Place = entity.Ref{}
	}
	if rel.Occasion == "journey" && f.Date == "" && f.Status == Actual && m.now != nil && m.now.Now && len(m.doc.Date) == len(time.DateOnly) {
		f.Date = m.doc.Date[:len("2006-01")]
	}
	if rel.Occasion == "journey" || m.now != nil && m.now.Perfect && (rel.Occasion == "meeting" || rel.Occasion == "call") {
		return f.Place
	}
	if f.Date == "" && !m.lasting(rel) {
		if o := m.during(rel, f, func(o *occasion) bool { return o.date != "" }); o != nil {
			f.Date = o.date
			elsewhere := rel.Occasion != "outcome" && o.place.ID != "" && f.Place.ID != "" && o.place.ID != f.Place.ID
			if (o.kind == "journey" && !m.speaksOf(world.ArrivalNoun) || elsewhere || o.days && o.event != "") && len(f.Date) > len("2006-01") {
				f.Date = f.Date[:len("2006-01")]
			}
		}
	}
	if f.Place.ID != "" || rel.Occasion == "call" {
		return f.Place
	}
	o := m.during(rel, f, func(o *occasion) bool { return o.place.ID != "" && o.covers(f.Date) })
	if o == nil {
		if rel.Occasion == "meeting" || f.Object.Type == entity.Event {
			f.Place = m.home(f)
		}
		return f.Place
	}
	if rel.Occasion != "outcome" {
		f.Place = o.place
	}
	return o.place
}

// lasting tells whether an outcome is told as what goes on or is to come rather
// than as what somebody did then: "their cooperation on trade", "will cooperate".
func (m *matcher) lasting(rel *rules.Relation) bool {
	if rel.Occasion != "outcome" || m.now == nil {
		return false
	}
	seen := slices.ContainsFunc(m.now.Under, func(u string) bool { return u == "witness" || u == "oversee" }) // "witnessed the signing"
	return m.now.Kind == clause.Noun && !seen || m.now.Status == string(Planned)
}

// agree tells whether two dates can be of one occasion: one is not known, or
// says less than the other.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// gathers tells whether a rule states occasions for other facts rather than what
// is done on them.
func (m *matcher) gathers(r *rules.Rule) bool {
	switch m.x.relations[r.Relation].Occasion {
	case "meeting", "call", "journey":
		return true
	}
	return false
}

// during finds the occasion that a fact is part of, among those that tell what
// is wanted: nil if there is none.
func (m *matcher) during(rel *rules.Relation, f *Fact, tells func(*occasion) bool) *occasion {
	of := append(m.standing(f.Subject), m.standing(f.Object)...)
	var journey, weak, last *occasion
	travelling := m.speaksOf(world.JourneyNoun, "during", "on", "throughout")
	for i := len(m.told) - 1; i >= 0; i-- {
		o := &m.told[i]
		if o.past && !(m.told[len(m.told)-1].past && m.continues()) {
			continue
		}
		if o.status != f.Status && !m.awaits(f, o) || o.by != f.By.ID || !tells(o) {
			continue
		}
		same := o.kind != "journey" && (rel.Occasion != "meeting" && rel.Occasion != "call" || o.kind != "part" && f.Status == Actual || m.attends(o))
		switch {
		case slices.Contains(o.of, f.Subject.ID) || slices.Contains(o.of, f.Object.ID):
			if same && !(travelling && rel.Occasion != "outcome") {
				return o
			}
			if o.kind == "journey" && journey == nil {
				journey = o
			}
		case !same:
		case weak == nil && slices.ContainsFunc(of, func(id string) bool { return slices.Contains(o.of, id) }):
			weak = o
		case last == nil && (o.kind != "other" || len(o.date) == len(time.DateOnly)): // "decided in November" is no ceremony
			last = o
		}
	}
	switch {
	case journey != nil:
		return journey
	case weak != nil && rel.Occasion == "outcome":
		return weak
	case !m.continues():
		return nil
	case weak != nil:
		return weak
	}
	return last
}

// attends tells whether the sentence speaks of an event that somebody has been
// told to take part in: "on the sidelines of the summit".
func (m *matcher) attends(o *occasion) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(o.event)), func(word string) bool {
		return world.OccasionNoun.Has(word) && m.speaksOf(world.Words(word))
	})
}

// continues tells whether the sentence speaks of what was told before: "after
// the talks", "at the ceremony".
func (m *matcher) continues() bool { return m.speaksOf(world.OccasionNoun) }

// speaksOf tells whether the sentence speaks of one of some nouns as known: "the
// visit", "their talks"; after one of some prepositions, if any are given.
func (m *matcher) speaksOf(nouns world.Class, after ...string) bool {
	if m.now == nil {
		return false
	}
	tokens := m.a.entities.NLP.Sentences[m.now.Sentence].Tokens
	for i := 1; i < len(tokens); i++ {
		switch strings.ToLower(tokens[i-1].Form) {
		case "on", "upon":
			if tokens[i].Lemma == "arrival" && nouns.Has("arrival") {
				return true
			}
		case "the", "this", "their", "his", "her":
			if nouns.Has(tokens[i].Lemma) && (len(after) == 0 || i > 1 && slices.Contains(after, strings.ToLower(tokens[i-2].Form))) {
				return true
			}
		}
	}
	return false
}

// awaits tells whether a plan is for a journey that has begun: who is there is
// to meet somebody of the country.
func (m *matcher) awaits(f *Fact, o *occasion) bool {
	elsewhere := f.Place.ID != "" && f.Place.ID != o.place.ID
	return f.Status == Planned && o.status == Actual && o.kind == "journey" && !elsewhere && m.hosts(f, o.place)
}

// hosts tells whether a place is in the country of one of the two of a fact.
func (m *matcher) hosts(f *Fact, place entity.Ref) bool {
	return slices.ContainsFunc([]entity.Ref{f.Subject, f.Object}, func(ref entity.Ref) bool {
		e := m.byID[ref.ID]
		return e != nil && e.Country.ID != "" && (place.ID == e.Country.ID || isIn(place, e.Country))
	})
}

// home is the place of the dateline where a meeting of the last days is reported
// from it: it took place there if one of those who met is at home there, or if
// the sentence speaks of a gathering that the report is about.
func (m *matcher) home(f *Fact) entity.Ref {
	const fresh = 3 // days
	day, err := time.Parse(time.DateOnly, f.Date)
	now, err2 := time.Parse(time.DateOnly, m.doc.Date)
	if err != nil || err2 != nil || f.Status != Actual || now.Sub(day).Abs() > fresh*24*time.Hour {
		return entity.Ref{}
	}
	here := m.here()
	if !isCity(here) || !m.hosts(f, here) && !m.speaksOf(world.AssemblyNoun) {
		return entity.Ref{}
	}
	of := append(m.standing(f.Subject), m.standing(f.Object)...)
	for _, o := range m.told { // somewhere else on that day
		if o.date == f.Date && o.place.ID != "" && o.place.ID != here.ID && slices.ContainsFunc(o.of, func(id string) bool { return slices.Contains(of, id) }) {
			return entity.Ref{}
		}
	}
	return here
}

// here is the place of the document's dateline, zero if it has none.
func (m *matcher) here() entity.Ref {
	const leads = 8 // sentences
	for s, mentions := range m.a.mentions[:min(leads, len(m.a.mentions))] {
		tokens := m.a.entities.NLP.Sentences[s].Tokens
		if !isHeader(tokens) {
			continue
		}
		for _, i := range slices.Backward(mentions) {
			if ref := m.mentioned(i); ref.Type == entity.Place {
				return ref
			}
		}
	}
	return entity.Ref{}
}

// isHeader tells whether a sentence is a dateline, "LIMA, Nov. 17 (VNA) –", or
// the line with the place and date of a release, "Press release, Helsinki 22.1.2025".
func isHeader(tokens []nlp.Token) bool {
	const longest = 8 // tokens of a line
	switch tokens[len(tokens)-1].Form {
	case "-", "–", "—", "--", "―":
		return true
	}
	dated := func(t nlp.Token) bool { return len(t.Form) >= 4 && t.Form[0] >= '0' && t.Form[0] <= '9' }
	verb := func(t nlp.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "ADP" }
	return len(tokens) <= longest && slices.ContainsFunc(tokens, dated) && !slices.ContainsFunc(tokens, verb)
}

// city gives the place of a fact, of a building its city as far as the document
// tells it.
func (m *matcher) city(f *Fact) entity.Ref {
	if f.Place.Type != entity.Place || isCity(f.Place) {
		return f.Place
	}
	site, _ := world.FindPlace(strings.Fields(f.Place.Name))
	if site != nil && site.Kind != "site" {
		return f.Place
	}
	for _, o := range slices.Backward(m.told) {
		if isCity(o.place) && !o.past && o.by == f.By.ID && (slices.Contains(o.of, f.Subject.ID) || slices.Contains(o.of, f.Object.ID)) {
			return o.place
		}
	}
	if here := m.here(); here.ID != "" {
		return here
	}
	if cities := m.cities(f); len(cities) == 1 && site == nil {
		return cities[0]
	}
	return f.Place
}

// cities are those of the sentence that lie in the country of one of the two of a
// fact: "received her at the Akorda during her visit to Astana".
func (m *matcher) cities(f *Fact) []entity.Ref {
	if m.now == nil {
		return nil
	}
	var out []entity.Ref
	tokens := m.a.entities.NLP.Sentences[m.now.Sentence].Tokens
	for _, i := range m.a.mentions[m.now.Sentence] {
		first := m.a.entities.Mentions[i].Tokens.First
		if first == 0 || tokens[first-1].Form != "in" && tokens[first-1].Form != "to" {
			continue
		}
		if ref := m.mentioned(i); isCity(ref) && m.hosts(f, ref) && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// isIn tells whether a place is known to be in a country.
func isIn(place, country entity.Ref) bool {
	p, _ := world.FindPlace(strings.Fields(place.Name))
	return place.Type == entity.Place && p != nil && p.CountryID == country.ID
}

func isCity(place entity.Ref) bool {
	words := strings.Fields(place.Name)
	p, n := world.FindPlace(words)
	return place.Type == entity.Place && p != nil && p.Kind == "city" && n == len(words)
}

// tells keeps what happened at a place as an occasion for the facts told after it. One of another season
// than the document's is told as background.
func (m *matcher) tells(rel *rules.Relation, f *Fact, place entity.Ref) {
	if rel.Occasion == "" || rel.Occasion == "state" || m.now != nil && (m.now.Perfect && !(rel.Occasion == "journey" && world.ArrivalVerb.Has(m.now.Lemma)) || m.now.When) {
		return
	}
	if rel.Occasion == "journey" && f.Status == Denied {
		return // nothing happens on a journey that was not made
	}
	o := occasion{past: !m.isNear(f.Date), days: m.now != nil && m.now.Days && m.now.Date == f.Date, kind: rel.Occasion, date: f.Date, place: place, status: f.Status, by: f.By.ID, told: f.Evidence.Start, of: m.standing(f.Subject)}
	switch rel.Occasion {
	case "meeting", "call":
		o.people = []entity.Ref{f.Subject, f.Object}
		o.of = append(o.of, m.standing(f.Object)...)
	case "journey":
		o.place = f.Object
		for i := range m.told { // of several places of one journey none is that of all
			e := &m.told[i]
			switch {
			case e.kind != "journey" || e.of[0] != o.of[0] || e.place.ID == o.place.ID:
			case isIn(e.place, o.place):
				o.place = e.place
			case isIn(o.place, e.place):
				e.place = o.place
			default:
				e.place, o.place = entity.Ref{}, entity.Ref{}
			}
		}
	case "part":
		switch f.Object.Type {
		case entity.Person:
			o.of = append(o.of, m.standing(f.Object)...)
		case entity.Event:
			o.event = f.Object.Name
		}
	}
	m.told = append(m.told, o)
}

// isNear tells whether a date is about that of the document, as far as both are
// known.
func (m *matcher) isNear(date string) bool {
	return date == "" || m.doc.Date == "" || max(monthsApart(date, m.doc.Date), monthsApart(m.doc.Date, date)) <= 3
}

// hears keeps what a predicate tells of a meeting even if those who took part
// are no people of whom the rules would state it: "envoys of Peru and Kenya met
// in Lima on Monday". Of others it keeps the date, for "on the sidelines of the
// summit".
func (m *matcher) hears(p *clause.Predicate, started []*rules.Rule, told int) {
	if slices.ContainsFunc(started, m.ofTalks) && slices.ContainsFunc(p.Args, func(a clause.Arg) bool { return a.Function == "with" }) {
		m.talking = append(m.talking, m.subjects(p)...)
	}
	if len(m.told) > told || len(started) == 0 || len(p.Under) > 0 || p.Date == "" && p.Place < 0 || p.Perfect || p.When || !m.isNear(p.Date) {
		return
	}
	o := occasion{kind: "other", date: p.Date, status: Status(p.Status), by: m.mentioned(p.Speaker).ID, told: m.evidence(p.Sentence).Start}
	if slices.ContainsFunc(started, func(r *rules.Rule) bool { return m.x.relations[r.Relation].Occasion == "meeting" }) {
		var sides []string
		for _, i := range m.a.mentions[p.Sentence] {
			for _, e := range m.a.entities.Mentions[i].Entities {
				switch ref := m.a.entities.Entities[e].Ref; ref.Type {
				case entity.Person, entity.Country, entity.Organization:
					if !slices.Contains(sides, ref.ID) {
						sides = append(sides, ref.ID)
						o.of = append(o.of, m.standing(ref)...)
					}
				}
			}
		}
		if len(sides) > 1 {
			o.kind, o.place = "meeting", m.mentioned(p.Place)
		} else {
			o.of = nil
		}
	}
	m.told = append(m.told, o)
}

// ofTalks tells whether a rule is about people who talk with each other.
func (m *matcher) ofTalks(r *rules.Rule) bool {
	kind := m.x.relations[r.Relation].Occasion
	return kind == "meeting" || kind == "call"
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
	if e := m.byID[ref.ID]; e != nil && e.Country.ID != "" {
		out = append(out, e.Country.ID)
	}
	return out
}

// joinHeadlines gives what a headline tells of countries the date of the sentence
// that tells the same of those who act for them: "Kenya, Peru sign trade pact"
// and "Ministers Kimani and Quiroga signed the pact on Monday".
func (m *matcher) joinHeadlines() {
	const leads = 3 // sentences
	first := m.a.entities.NLP.Sentences[:min(leads, len(m.a.entities.NLP.Sentences))]
	for i := range m.facts {
		f := &m.facts[i]
		headline := slices.ContainsFunc(first, func(s nlp.Sentence) bool {
			return s.Start == f.Evidence.Start && s.Tokens[len(s.Tokens)-1].UPOS != "PUNCT"
		})
		if !headline || f.Date != "" || f.Status != Actual || m.x.relations[f.Relation].Occasion != "outcome" {
			continue
		}
		words := strings.Fields(strings.ToLower(f.Object.Name))
		same := func(g Fact) bool {
			return g.Relation == f.Relation && g.Status == Actual && g.Date != "" && m.isNear(g.Date) &&
				slices.ContainsFunc(strings.Fields(strings.ToLower(g.Object.Name)), func(w string) bool { return len(w) > 3 && slices.Contains(words, w) }) &&
				slices.ContainsFunc(m.standing(g.Subject), func(id string) bool { return slices.Contains(m.standing(f.Subject), id) })
		}
		if k := slices.IndexFunc(m.facts[i:], same); k >= 0 {
			f.Date = m.facts[i+k].Date
		}
	}
}
