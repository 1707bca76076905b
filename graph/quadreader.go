package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// A quadReader reads things from the quads of their nodes.
type quadReader struct {
	subjects  map[quad.IRI][]quad.Quad // all quads of a subject
	sentences map[quad.IRI]sentence    // that subjects do not have
	names     map[quad.IRI]entity.Ref  // of entities
	dates     map[string]string        // of documents, by their ids
	words     map[string]string        // short texts that come again and again
	// more reads the quads of a subject that subjects do not have; nil if they have all.
	more func(quad.IRI) []quad.Quad
}

// word gives a text that others have too; it is kept once.
func (r *quadReader) word(s quad.String) string {
	known, ok := r.words[string(s)]
	if !ok {
		if r.words == nil {
			r.words = map[string]string{}
		}
		known = string(s)
		r.words[known] = known
	}
	return known
}

func readDocument(iri quad.IRI, quads []quad.Quad) Document {
	d := Document{ID: docID(iri)}
	for _, q := range quads {
		switch text, _ := q.Object.(quad.String); q.Predicate {
		case headline:
			d.Title = string(text)
		case datePublished:
			d.Date = string(text)
		case schemaURL:
			d.URL = string(text)
		}
	}
	return d
}

func readEntity(iri quad.IRI, t entity.Type, quads []quad.Quad) identity.Entity {
	e := identity.Entity{Ref: entity.Ref{ID: string(iri), Type: t, Name: string(iri)}}
	for _, q := range quads {
		describe(&e, q)
	}
	slices.Sort(e.Aliases)
	e.Aliases = slices.Compact(e.Aliases)
	return e
}

// describe takes what a quad tells of an entity.
func describe(e *identity.Entity, q quad.Quad) {
	text, isText := q.Object.(quad.String)
	switch q.Predicate {
	case rdfsLabel:
		if isText {
			e.Name = string(text)
		}
	case alternateName:
		if isText {
			e.Aliases = append(e.Aliases, string(text))
		}
	case sameAs:
		if item, ok := q.Object.(quad.IRI); ok {
			e.SameAs = strings.TrimPrefix(string(item), wikidata)
		}
	}
}

// of gives the quads of a subject.
func (r *quadReader) of(subject quad.IRI) []quad.Quad {
	quads, known := r.subjects[subject]
	if !known && r.more != nil {
		quads = r.more(subject)
		r.subjects[subject] = quads
	}
	return quads
}

// reported gives the date of a document.
func (r *quadReader) reported(doc string) string {
	date, known := r.dates[doc]
	if !known && r.more != nil {
		date = readDocument(docIRI(doc), r.of(docIRI(doc))).Date
		r.dates[doc] = date
	}
	return date
}

// ref gives what a node is called, by its id if it is no entity.
func (r *quadReader) ref(node quad.IRI) entity.Ref {
	if ref, ok := r.names[node]; ok || node == "" {
		return ref
	}
	ref := entity.Ref{ID: string(node), Name: string(node)}
	if r.more != nil {
		for _, q := range r.of(node) {
			if class, ok := q.Object.(quad.IRI); ok && q.Predicate == rdfType && typeOfClass(class) != "" {
				ref = readEntity(node, typeOfClass(class), r.of(node)).Ref
			}
		}
		r.names[node] = ref
	}
	return ref
}

// hasSaid tells whether the documents and sentences of a fact have been read.
func (r *quadReader) hasSaid(fact []quad.Quad) bool {
	for _, q := range fact {
		label, _ := q.Label.(quad.IRI)
		if _, ok := r.dates[docID(label)]; !ok {
			return false
		}
		if ev, ok := q.Object.(quad.IRI); ok && q.Predicate == relEvidence {
			if _, ok := r.sentences[ev]; !ok {
				return false
			}
		}
	}
	return true
}

// complete gives a fact the names and what is known of its relation.
func (r *quadReader) complete(f *Fact) {
	name := func(refs ...*entity.Ref) {
		for _, ref := range refs {
			*ref = r.ref(quad.IRI(ref.ID))
		}
	}
	name(&f.Subject, &f.Object, &f.Of, &f.To)
	for i := range f.Statements {
		s := &f.Statements[i]
		name(&s.Place, &s.By, &s.Event)
		for w := range s.With {
			name(&s.With[w])
		}
	}
	r.relation(f, quad.IRI("rel:"+f.Relation))
	r.relation(f, quad.IRI(f.Relation))
}

// A draft is what has been read of one document's statement of a fact.
type draft struct {
	Statement
	evidence []quad.IRI
	rules    []string
}

// fact reads the fact whose node is iri and has quads.
func (r *quadReader) fact(iri quad.IRI, quads []quad.Quad) (Fact, error) {
	f := Fact{ID: string(iri)}
	var drafts []*draft // by document
	for _, q := range quads {
		label, ok := q.Label.(quad.IRI)
		if !ok {
			return f, fmt.Errorf("a quad with %v does not say which document tells it", q.Predicate)
		}
		doc := docID(label)
		i, ok := slices.BinarySearchFunc(drafts, doc, func(d *draft, doc string) int { return strings.Compare(d.Doc, doc) })
		if !ok {
			drafts = slices.Insert(drafts, i, &draft{Statement: Statement{Doc: doc, Reported: r.reported(doc)}})
		}
		r.take(&f, drafts[i], q)
	}
	if f.Relation == "" || f.Subject.ID == "" || f.Object.ID == "" {
		return f, fmt.Errorf("want rel:relation, rel:subject and rel:object")
	}
	f.Statements = make([]Statement, 0, len(drafts))
	for _, d := range drafts {
		for _, ev := range d.evidence {
			s, known := r.sentences[ev]
			if !known {
				s = r.sentence(r.of(ev))
			}
			d.Evidence = append(d.Evidence, s.evidence(d.rules))
		}
		slices.SortFunc(d.Evidence, func(a, b Evidence) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		if len(d.Evidence) == 0 {
			return f, fmt.Errorf("document %s gives no evidence", d.Doc)
		}
		f.Statements = append(f.Statements, d.Statement)
	}
	return f, nil
}

// take takes what a quad of a fact's node tells of the fact and of the statement
// of the document that is its label.
func (r *quadReader) take(f *Fact, d *draft, q quad.Quad) {
	text, _ := q.Object.(quad.String)
	node, _ := q.Object.(quad.IRI)
	ref := r.ref(node)
	switch q.Predicate {
	case relRelation:
		f.Relation = r.word(quad.String(strings.TrimPrefix(string(node), "rel:")))
		r.relation(f, node)
	case relSubject:
		f.Subject = ref
	case relObject:
		f.Object = ref
	case relStatus:
		f.Status = extract.Status(r.word(text))
	case relOf:
		f.Of = ref
	case relTo:
		f.To = ref
	case relDate:
		d.Date = r.word(text)
		if len(d.Date) > len(f.Date) {
			f.Date = d.Date
		}
	case relPlace:
		d.Place = ref
	case relBy:
		d.By = ref
	case relEvent:
		d.Event = ref
	case relWith:
		d.With = append(d.With, ref)
	case relLevel:
		d.Level = string(text)
	case relAmount:
		d.Amount = string(text)
	case relRule:
		d.rules = append(d.rules, r.word(text))
	case relEvidence:
		d.evidence = append(d.evidence, node)
	}
}

// relation takes what is known of the relation of a fact.
func (r *quadReader) relation(f *Fact, relation quad.IRI) {
	for _, q := range r.of(relation) {
		switch text, _ := q.Object.(quad.String); q.Predicate {
		case relCAMEO:
			f.CAMEO = string(text)
		case relPLOVER:
			f.PLOVER = string(text)
		case rdfType:
			f.Symmetric = f.Symmetric || q.Object == bothWays
		}
	}
}

// A sentence is one that says facts, with the rules of all of them.
type sentence struct {
	start, end int
	text       string
	rules      []string
}

// sentence reads what quads tell of one.
func (r *quadReader) sentence(quads []quad.Quad) sentence {
	var s sentence
	for _, q := range quads {
		switch v := q.Object.(type) {
		case quad.Int:
			switch q.Predicate {
			case relStart:
				s.start = int(v)
			case relEnd:
				s.end = int(v)
			}
		case quad.String:
			switch q.Predicate {
			case relText:
				s.text = string(v)
			case relRule:
				s.rules = append(s.rules, r.word(v))
			}
		}
	}
	return s
}

// evidence gives the sentence as evidence of a fact that has rules.
func (s sentence) evidence(rules []string) Evidence {
	e := Evidence{Evidence: extract.Evidence{Start: s.start, End: s.end, Text: s.text}}
	for _, rule := range s.rules {
		if slices.Contains(rules, rule) {
			e.Rule = rule
			break
		}
	}
	return e
}
