package graph

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

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
	q.relations(facts, symmetric)
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

// relations adds what is known of the relations of facts: whether they hold both
// ways, and their event codes, of several the least.
func (q *quadList) relations(facts []Fact, symmetric map[string]bool) {
	q.label = nil
	for relation, is := range symmetric {
		if is {
			q.add(quad.IRI("rel:"+relation), rdfType, bothWays)
		}
	}
	cameo, plover := map[string]string{}, map[string]string{}
	least := func(of map[string]string, relation, code string) {
		if known := of[relation]; code != "" && (known == "" || code < known) {
			of[relation] = code
		}
	}
	for i := range facts {
		least(cameo, facts[i].Relation, facts[i].CAMEO)
		least(plover, facts[i].Relation, facts[i].PLOVER)
	}
	for relation, code := range cameo {
		q.text(quad.IRI("rel:"+relation), relCAMEO, code)
	}
	for relation, code := range plover {
		q.text(quad.IRI("rel:"+relation), relPLOVER, code)
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
