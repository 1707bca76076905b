package match

import (
	"strconv"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/coref"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/internal/record"
	"github.com/relata-graph/relata/extract/world"
)

// offices states, by the rules for titles, who holds which office.
type offices struct {
	program *program.Program
	doc     *reading.Document
	records *record.Records
}

// ofMention states the offices that a mention's title gives to its person.
func (o *offices) ofMention(i int) {
	mention := &o.doc.Mentions[i]
	if len(mention.Entities) != 1 || len(o.program.Titles) == 0 {
		return
	}
	person := &o.doc.Entities[mention.Entities[0]]
	for _, office := range mention.Offices {
		// "the minister" repeats an office; "our new Ambassador to Peru" tells one.
		if mention.Kind != entity.Named && len(person.Offices) > 1 && office.Of.ID == "" {
			continue
		}
		for k := range person.Offices { // what the document makes plain elsewhere: the country
			same := &person.Offices[k]
			if same.Title == office.Title && office.Of.ID == "" && same.Status == office.Status {
				office = *same
			}
		}
		f := fact.Fact{Status: fact.Status(office.Status), Evidence: o.records.Evidence(mention.Sentence)}
		o.state(person, &office, f, nil)
	}
}

// ofClause states the offices that a clause tells.
func (o *offices) ofClause(p *clause.Predicate) {
	if len(o.program.Titles) == 0 {
		return
	}
	if p.Office >= 0 {
		o.said(p)
	}
	o.led(p)
}

// said states the offices that a clause says of its subject: "is Peru's envoy to
// Kenya", "was appointed minister", "has served as head".
func (o *offices) said(p *clause.Predicate) {
	mention := &o.doc.Mentions[p.Office]
	if !mention.Plural && severalSubjects(o.doc, p) {
		return // "Ito and Sato were sworn in as president and vice president"
	}
	since, where := tenure(o.doc, p.Office)
	for i := range p.Args {
		a := &p.Args[i]
		former := a.Function == "predecessor"
		if a.Function != "subject" && !former || a.Mention < 0 {
			continue
		}
		for _, e := range o.doc.Mentions[a.Mention].Entities {
			person := &o.doc.Entities[e]
			if person.Type != entity.Person {
				continue
			}
			for _, office := range mention.Offices {
				if ofCountry(&office) {
					office.Of = person.Country
				}
				f := o.fact(p)
				if f.Status == fact.Actual {
					f.Status = fact.Status(office.Status)
				}
				if since != "" {
					f.Date, f.Place = since, where
				}
				turn(&f, former, p.Past)
				o.state(person, &office, f, p)
			}
		}
	}
}

// ofCountry tells whether an office of which the text does not say whose it is can
// only be of the country of who holds it.
func ofCountry(o *entity.Office) bool {
	return o.Of.ID == "" && coref.National(o) && !world.AnyBodysOffice.Has(plainTitle(o.Title))
}

// turn makes a fact about who comes into an office one about who leaves it, or
// about who held it in the past.
func turn(f *fact.Fact, former, past bool) {
	switch {
	case former && f.Status == fact.Actual:
		f.Status, f.Date = fact.Former, "" // the date is when another came
	case former:
		f.Status, f.Date = fact.Actual, "" // who is to be replaced
	case f.Status == fact.Actual && past:
		f.Status = fact.Former
	}
}

// led states the office of who "chairs the Nordic Council".
func (o *offices) led(p *clause.Predicate) {
	title := world.LeadershipVerbForm.Value(p.Form)
	if title == "" || p.Kind != clause.Verb || p.Status != string(fact.Actual) || severalSubjects(o.doc, p) {
		return
	}
	var body *entity.Entity
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == "object" && a.Mention >= 0 {
			m := &o.doc.Mentions[a.Mention]
			if m.Kind == entity.Named && m.Type == entity.Organization && len(m.Entities) == 1 {
				body = &o.doc.Entities[m.Entities[0]]
			}
		}
	}
	if body == nil {
		return
	}
	for i := range p.Args {
		if a := &p.Args[i]; a.Function == "subject" && a.Mention >= 0 {
			who := o.doc.Mentions[a.Mention].Entities
			if len(who) == 1 && o.doc.Entities[who[0]].Type == entity.Person {
				o.state(&o.doc.Entities[who[0]], &entity.Office{Title: title, Of: body.Ref}, o.fact(p), p)
			}
		}
	}
}

// fact is what a clause tells of when an office is held and who says so.
func (o *offices) fact(p *clause.Predicate) fact.Fact {
	return fact.Fact{
		Status: fact.Status(p.Status), Date: p.Date, By: o.doc.Mentioned(p.Speaker),
		Evidence: o.records.Evidence(p.Sentence),
	}
}

// state states that a person has an office, by each rule for titles; f has the
// circumstances, and p is the predicate that tells it, nil if a title does.
func (o *offices) state(person *entity.Entity, office *entity.Office, f fact.Fact, p *clause.Predicate) {
	id := office.Title
	if office.Of.Name != "" {
		id = office.Of.Name + " " + id
	}
	f.Doc, f.Subject, f.Of, f.To = o.doc.Source.ID, person.Ref, office.Of, office.To
	f.Object = entity.Ref{ID: entity.MakeID(entity.Position, id), Type: entity.Position, Name: office.Title}
	for _, r := range o.program.Titles {
		stated := f
		stated.Relation, stated.Rule, stated.Status = r.Relation, ruleName(r), statusOf(r, f.Status)
		o.records.State(stated, p, nil)
	}
}

// tenure reads what a career tells behind an office: since when it was held, and
// where. "Counsellor in Hanoi (1996-98)", "Director since 2004".
func tenure(doc *reading.Document, office int) (date string, place entity.Ref) {
	o := &doc.Mentions[office]
	mentions, tokens := doc.MentionsIn(o.Sentence), doc.Tokens(o.Sentence)
	k := o.Tokens.Last
	if k < len(tokens) && tokens[k].Form == "since" {
		date, _, _ = clause.Behind(doc.Document, office, mentions, doc.Date(o.Sentence))
		return date, entity.Ref{}
	}
	if k < len(tokens) && tokens[k].Form == "in" {
		for _, i := range mentions {
			where := &doc.Mentions[i]
			if where.Tokens.First == k+1 && (where.Type == entity.Place || where.Type == entity.Country) {
				k, place = where.Tokens.Last, doc.Mentioned(i)
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
func severalSubjects(doc *reading.Document, p *clause.Predicate) bool {
	found := -1
	for i := range p.Args {
		if p.Args[i].Function != "subject" || p.Args[i].Mention < 0 {
			continue
		}
		for _, e := range doc.Mentions[p.Args[i].Mention].Entities {
			if doc.Entities[e].Type != entity.Person || e == found {
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

// plainTitle gives what an office is without what makes it greater or smaller
// and what it is for: "advisor" of "senior advisor to the council".
func plainTitle(title string) string {
	title = strings.ToLower(title)
	for last := 0; ; {
		first, rest, more := strings.Cut(title, " ")
		grade := world.OfficeGrade.Number(first)
		if !more || grade <= last {
			break
		}
		title, last = rest, grade
	}
	for tie := range world.RemitPreposition.All() {
		title, _, _ = strings.Cut(title, " "+tie+" ")
	}
	return title
}
