package graph

import (
	"cmp"
	"fmt"
	"maps"
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

// newModel reads things from quads that are sorted as Quads gives them.
func newModel(quads []quad.Quad) (*model, error) {
	r := &quadReader{subjects: bySubject(quads), names: map[quad.IRI]entity.Ref{}, dates: map[string]string{}}
	types := map[quad.IRI]entity.Type{}
	var facts, docs []quad.IRI
	for _, q := range quads {
		s, ok := q.Subject.(quad.IRI)
		if !ok || q.Predicate != rdfType {
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
	m := &model{}
	for _, iri := range slices.Compact(docs) {
		d := r.document(iri)
		r.dates[d.ID] = d.Date
		m.documents = append(m.documents, d)
	}
	slices.SortFunc(m.documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	for _, iri := range slices.Sorted(maps.Keys(types)) {
		e := r.entity(iri, types[iri])
		m.entities = append(m.entities, e)
		r.names[iri] = e.Ref
	}
	for _, iri := range slices.Compact(facts) {
		f, err := r.fact(iri)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", iri, err)
		}
		m.facts = append(m.facts, f)
	}
	m.index()
	return m, nil
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

// bySubject gives the quads of each subject.
func bySubject(quads []quad.Quad) map[quad.IRI][]quad.Quad {
	subjects := map[quad.IRI][]quad.Quad{}
	for i := 0; i < len(quads); {
		j := i + 1
		for j < len(quads) && quads[j].Subject == quads[i].Subject {
			j++
		}
		if s, ok := quads[i].Subject.(quad.IRI); ok {
			subjects[s] = quads[i:j]
		}
		i = j
	}
	return subjects
}

// A quadReader reads things from the quads of their nodes.
type quadReader struct {
	subjects map[quad.IRI][]quad.Quad // all quads of a subject
	names    map[quad.IRI]entity.Ref  // of entities
	dates    map[string]string        // of documents, by their ids
	// more reads the quads of a subject that subjects do not have; nil if they have all.
	more func(quad.IRI) []quad.Quad
}

func (r *quadReader) document(iri quad.IRI) Document {
	d := Document{ID: docID(iri)}
	for _, q := range r.of(iri) {
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

func (r *quadReader) entity(iri quad.IRI, t entity.Type) identity.Entity {
	e := identity.Entity{Ref: entity.Ref{ID: string(iri), Type: t, Name: string(iri)}}
	for _, q := range r.of(iri) {
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
		date = r.document(docIRI(doc)).Date
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
				ref = r.entity(node, typeOfClass(class)).Ref
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

// fact reads the fact whose node is iri.
func (r *quadReader) fact(iri quad.IRI) (Fact, error) {
	f := Fact{ID: string(iri)}
	drafts := map[string]*draft{} // by document
	for _, q := range r.of(iri) {
		label, ok := q.Label.(quad.IRI)
		if !ok {
			return f, fmt.Errorf("a quad with %v does not say which document tells it", q.Predicate)
		}
		doc := docID(label)
		d := drafts[doc]
		if d == nil {
			d = &draft{Statement: Statement{Doc: doc, Reported: r.reported(doc)}}
			drafts[doc] = d
		}
		r.take(&f, d, q)
	}
	if f.Relation == "" || f.Subject.ID == "" || f.Object.ID == "" {
		return f, fmt.Errorf("want rel:relation, rel:subject and rel:object")
	}
	for _, doc := range slices.Sorted(maps.Keys(drafts)) {
		d := drafts[doc]
		for _, ev := range d.evidence {
			d.Evidence = append(d.Evidence, readEvidence(r.of(ev), d.rules))
		}
		slices.SortFunc(d.Evidence, func(a, b Evidence) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		if len(d.Evidence) == 0 {
			return f, fmt.Errorf("document %s gives no evidence", doc)
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
		f.Relation = strings.TrimPrefix(string(node), "rel:")
		r.relation(f, node)
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
		d.Date = string(text)
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
		d.rules = append(d.rules, string(text))
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
