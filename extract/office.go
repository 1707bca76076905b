package extract

import (
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

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
	if !m.a.entities.Mentions[p.Office].Plural && m.severalSubjects(p) {
		return // "Ito and Sato were sworn in as president and vice president"
	}
	since, where := m.tenure(p.Office)
	for i := range p.Args {
		a := &p.Args[i]
		former := a.Function == "predecessor"
		if a.Function != "subject" && !former || a.Mention < 0 {
			continue
		}
		for _, e := range m.a.entities.Mentions[a.Mention].Entities {
			person := &m.a.entities.Entities[e]
			if person.Type != entity.Person {
				continue
			}
			for k := range m.a.entities.Mentions[p.Office].Offices {
				office := m.a.entities.Mentions[p.Office].Offices[k]
				if office.Of.ID == "" && coref.National(&office) && !world.AnyBodysOffice.Has(lastWords(office.Title)) {
					office.Of = person.Country
				}
				f := Fact{Status: Status(p.Status), Date: p.Date, By: m.mentioned(p.Speaker), Evidence: m.evidence(p.Sentence)}
				if f.Status == Actual {
					f.Status = Status(office.Status)
				}
				if since != "" {
					f.Date, f.Place = since, where
				}
				switch {
				case former && f.Status == Actual:
					f.Status, f.Date = Former, "" // the date is when another came
				case former:
					f.Status, f.Date = Actual, "" // who is to be replaced
				case f.Status == Actual && p.Past:
					f.Status = Former
				}
				m.inOffice(person, &office, f)
			}
		}
	}
}

// tenure reads what a career tells behind an office: since when it was held, and
// where. "Counsellor in Hanoi (1996-98)", "Director since 2004".
func (m *matcher) tenure(office int) (date string, place entity.Ref) {
	o := &m.a.entities.Mentions[office]
	mentions, tokens := m.a.mentions[o.Sentence], m.a.entities.NLP.Sentences[o.Sentence].Tokens
	k := o.Tokens.Last
	if k < len(tokens) && tokens[k].Form == "since" {
		date, _, _ = clause.Behind(m.a.entities, office, mentions, m.doc.Date)
		return date, entity.Ref{}
	}
	if k < len(tokens) && tokens[k].Form == "in" {
		for _, i := range mentions {
			if where := &m.a.entities.Mentions[i]; where.Tokens.First == k+1 && (where.Type == entity.Place || where.Type == entity.Country) {
				k, place = where.Tokens.Last, m.mentioned(i)
				break
			}
		}
	}
	if k+1 < len(tokens) && tokens[k].Form == "(" && isYear(tokens[k+1].Form) {
		return tokens[k+1].Form[:len("2006")], place
	}
	return "", entity.Ref{}
}

// isYear tells whether a word is a year, or begins with one: "2002-03".
func isYear(s string) bool {
	if len(s) < len("2006") || len(s) > len("2006") && s[4] >= '0' && s[4] <= '9' {
		return false
	}
	n, err := strconv.Atoi(s[:4])
	return err == nil && n >= 1900 && n < 2100
}

// severalSubjects tells whether several people are subjects of a predicate.
func (m *matcher) severalSubjects(p *clause.Predicate) bool {
	found := -1
	for i := range p.Args {
		if p.Args[i].Function != "subject" || p.Args[i].Mention < 0 {
			continue
		}
		for _, e := range m.a.entities.Mentions[p.Args[i].Mention].Entities {
			if m.a.entities.Entities[e].Type != entity.Person || e == found {
				continue
			}
			if found >= 0 {
				return true
			}
			found = e
		}
	}
	return false
}

// leads states the office of who "chairs the Nordic Council".
func (m *matcher) leads(p *clause.Predicate) {
	title := world.LeadershipVerbForm.Value(p.Form)
	if title == "" || p.Kind != clause.Verb || p.Status != string(Actual) || m.severalSubjects(p) {
		return
	}
	var of *entity.Entity
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == "object" && a.Mention >= 0 {
			if body := &m.a.entities.Mentions[a.Mention]; body.Kind == entity.Named && body.Type == entity.Organization && len(body.Entities) == 1 {
				of = &m.a.entities.Entities[body.Entities[0]]
			}
		}
	}
	for i := range p.Args {
		if a := &p.Args[i]; of != nil && a.Function == "subject" && a.Mention >= 0 {
			if who := m.a.entities.Mentions[a.Mention].Entities; len(who) == 1 && m.a.entities.Entities[who[0]].Type == entity.Person {
				m.inOffice(&m.a.entities.Entities[who[0]], &entity.Office{Title: title, Of: of.Ref}, Fact{Status: Actual, Date: p.Date, By: m.mentioned(p.Speaker), Evidence: m.evidence(p.Sentence)})
			}
		}
	}
}

// lastWords gives what an office is without what makes it greater or smaller
// and what it is for: "advisor" of "senior advisor to the council".
func lastWords(title string) string {
	title = strings.ToLower(title)
	for _, grade := range []string{"senior ", "assistant ", "deputy ", "executive ", "special ", "chief ", "associate "} {
		title = strings.TrimPrefix(title, grade)
	}
	for _, tie := range []string{" to ", " for ", " on "} {
		title, _, _ = strings.Cut(title, tie)
	}
	return title
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
