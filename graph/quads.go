package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

// A model is a graph as things instead of quads, each kind sorted by id.
type model struct {
	documents []Document
	entities  []identity.Entity
	facts     []Fact
}

// build makes the graph of records, which are sorted by document, as quads in
// the order of compareQuads, each once.
func build(records []*record, aliases *rules.Aliases) []quad.Quad {
	in := identity.Resolve(told(records), aliases)
	facts := mergeFacts(records, in)
	symmetric := symmetricOf(records)
	q := &quadList{used: map[string]bool{}}
	for _, rec := range records {
		q.document(rec.Document)
	}
	for i := range facts {
		q.fact(&facts[i], symmetric[facts[i].Relation])
	}
	for id := range q.used {
		if e, ok := in.Entity(id); ok {
			q.entity(e)
		}
	}
	slices.SortFunc(q.quads, compareQuads)
	return slices.Compact(q.quads)
}

type quadList struct {
	quads []quad.Quad
	used  map[string]bool // ids of the entities that facts name
	label quad.Value      // of the quads to come
}

func (q *quadList) add(subject, predicate quad.IRI, object quad.Value) {
	q.quads = append(q.quads, quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: q.label})
}

func (q *quadList) text(subject, predicate quad.IRI, s string) {
	if s != "" {
		q.add(subject, predicate, quad.String(s))
	}
}

func (q *quadList) ref(subject, predicate quad.IRI, r entity.Ref) {
	if r.ID != "" {
		q.add(subject, predicate, quad.IRI(r.ID))
		q.used[r.ID] = true
	}
}

func docIRI(id string) quad.IRI { return quad.IRI("doc:" + escape(id)) }

func (q *quadList) document(d Document) {
	iri := docIRI(d.ID)
	q.label = iri
	q.add(iri, rdfType, newsArticle)
	q.text(iri, headline, d.Title)
	q.text(iri, datePublished, d.Date)
	q.text(iri, schemaURL, d.URL)
}

// entity adds what all documents together say of a name, so without a label.
func (q *quadList) entity(e identity.Entity) {
	q.label = nil
	iri := quad.IRI(e.ID)
	q.add(iri, rdfType, classOf(e.Type))
	q.text(iri, rdfsLabel, e.Name)
	for _, a := range e.Aliases {
		q.text(iri, alternateName, a)
	}
	if e.SameAs != "" {
		q.add(iri, sameAs, quad.IRI(wikidata+e.SameAs))
	}
}

func (q *quadList) fact(f *Fact, symmetric bool) {
	iri, relation := quad.IRI(f.ID), quad.IRI("rel:"+f.Relation)
	for _, s := range f.Statements {
		q.label = docIRI(s.Doc)
		if f.Status == extract.Actual {
			q.add(quad.IRI(f.Subject.ID), relation, quad.IRI(f.Object.ID))
			if symmetric {
				q.add(quad.IRI(f.Object.ID), relation, quad.IRI(f.Subject.ID))
			}
		}
		q.add(iri, rdfType, relFact)
		q.add(iri, relRelation, relation)
		q.ref(iri, relSubject, f.Subject)
		q.ref(iri, relObject, f.Object)
		q.text(iri, relStatus, string(f.Status))
		q.text(iri, relDate, s.Date)
		q.ref(iri, relPlace, s.Place)
		q.ref(iri, relBy, s.By)
		q.ref(iri, relOf, f.Of)
		q.ref(iri, relTo, f.To)
		for _, w := range s.With {
			q.ref(iri, relWith, w)
		}
		q.text(iri, relLevel, s.Level)
		q.text(iri, relAmount, s.Amount)
		q.ref(iri, relEvent, s.Event)
		for _, e := range s.Evidence {
			ev := quad.IRI(fmt.Sprintf("evidence:%s/%d-%d", escape(s.Doc), e.Start, e.End))
			q.add(iri, relEvidence, ev)
			q.text(iri, relRule, e.Rule) // a sentence can have the rules of several facts
			q.add(ev, relStart, quad.Int(e.Start))
			q.add(ev, relEnd, quad.Int(e.End))
			q.text(ev, relText, e.Text)
			q.text(ev, relRule, e.Rule)
		}
	}
}

// compareQuads orders by subject, predicate, object and label; IRIs stand before
// blank nodes and these before literals.
func compareQuads(a, b quad.Quad) int {
	return cmp.Or(compareValues(a.Subject, b.Subject), compareValues(a.Predicate, b.Predicate),
		compareValues(a.Object, b.Object), compareValues(a.Label, b.Label))
}

func compareValues(a, b quad.Value) int {
	ka, sa, ta := sortKey(a)
	kb, sb, tb := sortKey(b)
	return cmp.Or(cmp.Compare(ka, kb), strings.Compare(sa, sb), strings.Compare(ta, tb))
}

func sortKey(v quad.Value) (kind int, text, kindOfText string) {
	switch v := v.(type) {
	case nil:
		return 0, "", ""
	case quad.IRI:
		return 1, string(v), ""
	case quad.BNode:
		return 2, string(v), ""
	case quad.Int:
		return 3, fmt.Sprintf("%020d", uint64(v)^1<<63), "" // in order of size
	case quad.String:
		return 4, string(v), ""
	case quad.LangString:
		return 4, string(v.Value), "@" + v.Lang
	case quad.TypedString:
		return 4, string(v.Value), "^" + string(v.Type)
	default:
		return 5, quad.StringOf(v), ""
	}
}

// newModel reads things from quads in the order of compareQuads.
func newModel(quads []quad.Quad) (*model, error) {
	m := &model{}
	subjects := map[quad.IRI][]quad.Quad{} // all quads of a subject
	types := map[quad.IRI]entity.Type{}
	var facts, docs []quad.IRI
	for i := 0; i < len(quads); {
		j := i + 1
		for j < len(quads) && quads[j].Subject == quads[i].Subject {
			j++
		}
		if s, ok := quads[i].Subject.(quad.IRI); ok {
			subjects[s] = quads[i:j]
			for _, q := range quads[i:j] {
				if q.Predicate != rdfType {
					continue
				}
				class, _ := q.Object.(quad.IRI)
				switch t := typeOfClass(class); {
				case t != "":
					types[s] = t
				case class == relFact:
					facts = append(facts, s)
				case class == newsArticle:
					docs = append(docs, s)
				}
			}
		}
		i = j
	}
	for _, d := range slices.Compact(docs) {
		doc := Document{ID: unescape(strings.TrimPrefix(string(d), "doc:"))}
		for _, q := range subjects[d] {
			switch text, _ := q.Object.(quad.String); q.Predicate {
			case headline:
				doc.Title = string(text)
			case datePublished:
				doc.Date = string(text)
			case schemaURL:
				doc.URL = string(text)
			}
		}
		m.documents = append(m.documents, doc)
	}
	slices.SortFunc(m.documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })

	names := map[quad.IRI]entity.Ref{}
	for _, iri := range slices.Sorted(maps.Keys(types)) {
		e := identity.Entity{Ref: entity.Ref{ID: string(iri), Type: types[iri], Name: string(iri)}}
		for _, q := range subjects[iri] {
			switch q.Predicate {
			case rdfsLabel:
				if s, ok := q.Object.(quad.String); ok {
					e.Name = string(s)
				}
			case alternateName:
				if s, ok := q.Object.(quad.String); ok {
					e.Aliases = append(e.Aliases, string(s))
				}
			case sameAs:
				if s, ok := q.Object.(quad.IRI); ok {
					e.SameAs = strings.TrimPrefix(string(s), wikidata)
				}
			}
		}
		slices.Sort(e.Aliases)
		e.Aliases = slices.Compact(e.Aliases)
		m.entities = append(m.entities, e)
		names[iri] = e.Ref
	}
	for _, iri := range slices.Compact(facts) {
		f, err := readFact(iri, subjects, names)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", iri, err)
		}
		m.facts = append(m.facts, f)
	}
	return m, nil
}

// readFact reads the fact whose node is iri.
func readFact(iri quad.IRI, subjects map[quad.IRI][]quad.Quad, names map[quad.IRI]entity.Ref) (Fact, error) {
	f := Fact{ID: string(iri)}
	told := map[string]*Statement{}
	evidence := map[string][]quad.IRI{}
	rules := map[string][]string{}
	for _, q := range subjects[iri] {
		label, ok := q.Label.(quad.IRI)
		if !ok {
			return f, fmt.Errorf("a quad with %v does not say which document tells it", q.Predicate)
		}
		doc := unescape(strings.TrimPrefix(string(label), "doc:"))
		s := told[doc]
		if s == nil {
			s = &Statement{Doc: doc}
			told[doc] = s
		}
		text, _ := q.Object.(quad.String)
		node, _ := q.Object.(quad.IRI)
		ref, known := names[node]
		if !known {
			ref = entity.Ref{ID: string(node), Name: string(node)}
		}
		switch q.Predicate {
		case relRelation:
			f.Relation = strings.TrimPrefix(string(node), "rel:")
		case relSubject:
			f.Subject = ref
		case relObject:
			f.Object = ref
		case relStatus:
			f.Status = extract.Status(text)
		case relOf:
			f.Of = ref
		case relTo:
			f.To = ref
		case relDate:
			s.Date = string(text)
			if len(s.Date) > len(f.Date) {
				f.Date = s.Date
			}
		case relPlace:
			s.Place = ref
		case relBy:
			s.By = ref
		case relEvent:
			s.Event = ref
		case relWith:
			s.With = append(s.With, ref)
		case relLevel:
			s.Level = string(text)
		case relAmount:
			s.Amount = string(text)
		case relRule:
			rules[doc] = append(rules[doc], string(text))
		case relEvidence:
			evidence[doc] = append(evidence[doc], node)
		}
	}
	if f.Relation == "" || f.Subject.ID == "" || f.Object.ID == "" {
		return f, fmt.Errorf("want rel:relation, rel:subject and rel:object")
	}
	for _, doc := range slices.Sorted(maps.Keys(told)) {
		s := told[doc]
		for _, ev := range evidence[doc] {
			s.Evidence = append(s.Evidence, readEvidence(subjects[ev], rules[doc]))
		}
		slices.SortFunc(s.Evidence, func(a, b Evidence) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		if len(s.Evidence) == 0 {
			return f, fmt.Errorf("document %s gives no evidence", doc)
		}
		f.Statements = append(f.Statements, *s)
	}
	return f, nil
}

// readEvidence reads the sentence with quads; rules are those of the fact.
func readEvidence(quads []quad.Quad, rules []string) Evidence {
	var e Evidence
	for _, q := range quads {
		switch v := q.Object.(type) {
		case quad.Int:
			switch q.Predicate {
			case relStart:
				e.Start = int(v)
			case relEnd:
				e.End = int(v)
			}
		case quad.String:
			switch q.Predicate {
			case relText:
				e.Text = string(v)
			case relRule:
				if e.Rule == "" && slices.Contains(rules, string(v)) {
					e.Rule = string(v)
				}
			}
		}
	}
	return e
}

// DateType gives the XML Schema type that the object of predicate has in
// files by the form of its text ("xsd:date"), "" if it is no date.
func DateType(predicate quad.Value, text string) quad.IRI {
	if predicate == relDate || predicate == datePublished {
		return quad.IRI(dateForm(text))
	}
	return ""
}

// plain gives the value that the store has for one of a file: dates and
// strings as plain strings, integers as integers where their text comes back.
func plain(predicate, v quad.Value) quad.Value {
	t, ok := v.(quad.TypedString)
	if !ok {
		return v
	}
	switch {
	case t.Type == "xsd:string":
		return t.Value
	case t.Type == "xsd:integer":
		if n, err := strconv.ParseInt(string(t.Value), 10, 64); err == nil && strconv.FormatInt(n, 10) == string(t.Value) {
			return quad.Int(n)
		}
	case t.Type != "" && t.Type == DateType(predicate, string(t.Value)):
		return t.Value
	}
	return v
}
