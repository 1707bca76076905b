package graph

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
)

// A model is a graph as things instead of quads, each kind sorted by id.
type model struct {
	documents []Document
	entities  []identity.Entity
	facts     []Fact

	involving map[string][]int // indexes of the facts in which an entity has a part, by its id
}

// newModel reads things from quads that come sorted as Quads gives them.
func newModel(quads iter.Seq2[quad.Quad, error]) (*model, error) {
	m := &model{}
	r := &quadReader{
		subjects: map[quad.IRI][]quad.Quad{}, sentences: map[quad.IRI]sentence{},
		names: map[quad.IRI]entity.Ref{}, dates: map[string]string{},
	}
	var waiting subjects
	var group []quad.Quad // of one subject
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		if len(group) > 0 && q.Subject != group[0].Subject {
			m.take(r, &waiting, group)
			group = group[:0]
		}
		group = append(group, q)
	}
	if len(group) > 0 {
		m.take(r, &waiting, group)
	}
	slices.SortFunc(m.documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(m.entities, func(a, b identity.Entity) int { return strings.Compare(a.ID, b.ID) })
	m.facts = make([]Fact, len(waiting.lists))
	for i, quads := range waiting.lists {
		var err error
		if m.facts[i], err = r.fact(quads[0].Subject.(quad.IRI), quads); err != nil {
			return nil, fmt.Errorf("%s: %w", m.facts[i].ID, err)
		}
		waiting.lists[i] = nil // so that all of them and all facts are never in memory
	}
	m.index()
	return m, nil
}

// take takes what the quads of one subject tell. Those of facts wait for the names of all
// that they may name; they are not kept otherwise.
func (m *model) take(r *quadReader, waiting *subjects, quads []quad.Quad) {
	s, ok := quads[0].Subject.(quad.IRI)
	if !ok {
		return
	}
	var t entity.Type
	isFact, isDocument := false, false
	for _, q := range quads {
		if q.Predicate != rdfType {
			continue
		}
		class, _ := q.Object.(quad.IRI)
		if known := typeOfClass(class); known != "" {
			t = known
		}
		isFact, isDocument = isFact || class == relFact, isDocument || class == newsArticle
	}
	if isFact {
		waiting.add(quads)
	}
	if isDocument {
		d := readDocument(s, quads)
		r.dates[d.ID] = d.Date
		m.documents = append(m.documents, d)
	}
	if t != "" {
		e := readEntity(s, t, quads)
		r.names[s] = e.Ref
		m.entities = append(m.entities, e)
	}
	switch {
	case isFact || isDocument || t != "":
	case slices.ContainsFunc(quads, func(q quad.Quad) bool { return q.Predicate == relText }):
		r.sentences[s] = r.sentence(quads)
	default:
		r.subjects[s] = slices.Clone(quads)
	}
}

// subjects are lists of quads in few pieces of memory.
type subjects struct {
	lists [][]quad.Quad
	free  []quad.Quad
}

func (s *subjects) add(quads []quad.Quad) {
	if len(s.free)+len(quads) > cap(s.free) {
		s.free = make([]quad.Quad, 0, max(batchSize, len(quads)))
	}
	start := len(s.free)
	s.free = append(s.free, quads...)
	s.lists = append(s.lists, s.free[start:len(s.free):len(s.free)])
}

// index notes who has a part in which facts.
func (m *model) index() {
	m.involving = map[string][]int{}
	for i := range m.facts {
		for _, id := range m.facts[i].involved() {
			m.involving[id] = append(m.involving[id], i)
		}
	}
}

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
