package graph

import (
	"cmp"
	"iter"
	"strconv"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/extract"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fault"
	"github.com/relata-graph/relata/graph/identity"
	"github.com/relata-graph/relata/rules"
)

// quadsOf makes the graph of documents as quads: in no order, and some more than
// once. It gives tell each of the graph's entities, in no order; tell may be nil.
func quadsOf(c *contents, aliases *rules.Aliases, tell func(identity.Entity)) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		records, err := c.records()
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		in := identity.Resolve(told(records), aliases).Names
		for i, rec := range records { // their entities, which need not be kept, are half of them
			records[i] = &record{Document: rec.Document, Facts: rec.Facts, Symmetric: rec.Symmetric}
		}
		symmetric := symmetricOf(records)
		q := &quadWriter{
			yield: yield, things: map[string]quad.Value{}, words: map[string]quad.Value{},
			documents: map[string]*documentNode{}, cameo: map[string]string{}, plover: map[string]string{},
		}
		for _, rec := range records {
			q.document(rec.Document)
		}
		for f := range mergeFacts(records, in) {
			if q.fact(f, symmetric[f.Relation]); q.stopped {
				return
			}
		}
		for id, iri := range q.things {
			if e, ok := in.Entity(id); ok {
				q.entity(e, iri)
				if e, ok := asInGraph(e); ok && tell != nil {
					tell(e)
				}
			}
		}
		q.relations(symmetric)
	}
}

// A quadWriter gives quads to yield until that has enough. Values are made once
// for as many quads as have them.
type quadWriter struct {
	yield     func(quad.Quad, error) bool
	stopped   bool
	label     quad.Value               // of the quads to come
	things    map[string]quad.Value    // that facts name, by id
	words     map[string]quad.Value    // texts of which there are few
	documents map[string]*documentNode // by id
	cameo     map[string]string        // event codes of relations
	plover    map[string]string
}

// A documentNode is how a document stands in the graph.
type documentNode struct {
	iri      quad.Value
	prefix   string                // of the ids of its evidence
	evidence map[[2]int]quad.Value // by start and end
}

func (q *quadWriter) add(subject, predicate, object quad.Value) {
	if !q.stopped {
		q.stopped = !q.yield(quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: q.label}, nil)
	}
}

func (q *quadWriter) text(subject, predicate quad.Value, s string) {
	if s != "" {
		q.add(subject, predicate, quad.String(s))
	}
}

func (q *quadWriter) ref(subject, predicate quad.Value, r entity.Ref) {
	if r.ID != "" {
		q.add(subject, predicate, q.thing(r.ID))
	}
}

// thing gives the node of what facts name.
func (q *quadWriter) thing(id string) quad.Value {
	iri, ok := q.things[id]
	if !ok {
		iri = quad.IRI(id)
		q.things[id] = iri
	}
	return iri
}

// word gives a text that many facts have.
func (q *quadWriter) word(s string) quad.Value {
	w, ok := q.words[s]
	if !ok {
		w = quad.String(s)
		q.words[s] = w
	}
	return w
}

func (q *quadWriter) document(d Document) {
	n := &documentNode{iri: docIRI(d.ID), prefix: "evidence:" + escape(d.ID) + "/"}
	q.documents[d.ID] = n
	q.label = n.iri
	q.add(n.iri, rdfType, newsArticle)
	q.text(n.iri, headline, d.Title)
	q.text(n.iri, datePublished, d.Date)
	q.text(n.iri, schemaURL, d.URL)
}

// entity adds what all documents together say of a name, so without a label.
func (q *quadWriter) entity(e identity.Entity, iri quad.Value) {
	q.label = nil
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
// ways, and their event codes.
func (q *quadWriter) relations(symmetric map[string]bool) {
	q.label = nil
	for relation, is := range symmetric {
		if is {
			q.add(q.thing("rel:"+relation), rdfType, bothWays)
		}
	}
	for relation, code := range q.cameo {
		q.text(q.thing("rel:"+relation), relCAMEO, code)
	}
	for relation, code := range q.plover {
		q.text(q.thing("rel:"+relation), relPLOVER, code)
	}
}

// least notes an event code of a relation, of several the least.
func least(codes map[string]string, relation, code string) {
	if known := codes[relation]; code != "" && (known == "" || code < known) {
		codes[relation] = code
	}
}

func (q *quadWriter) fact(f *Fact, symmetric bool) {
	var iri quad.Value = quad.IRI(f.ID)
	relation, status := q.thing("rel:"+f.Relation), q.word(string(f.Status))
	subject, object := q.thing(f.Subject.ID), q.thing(f.Object.ID)
	least(q.cameo, f.Relation, f.CAMEO)
	least(q.plover, f.Relation, f.PLOVER)
	for i := range f.Statements {
		s := &f.Statements[i]
		doc := q.documents[s.Doc]
		q.label = doc.iri
		if f.Status == extract.Actual {
			q.add(subject, relation, object)
			if symmetric {
				q.add(object, relation, subject)
			}
		}
		q.add(iri, rdfType, relFact)
		q.add(iri, relRelation, relation)
		q.add(iri, relSubject, subject)
		q.add(iri, relObject, object)
		q.add(iri, relStatus, status)
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
			q.evidence(iri, doc, e)
		}
	}
}

// evidence adds a sentence of a document that says a fact. It can have the rules of
// several facts.
func (q *quadWriter) evidence(fact quad.Value, doc *documentNode, e Evidence) {
	node, known := doc.evidence[[2]int{e.Start, e.End}]
	if !known {
		id := strconv.AppendInt([]byte(doc.prefix), int64(e.Start), 10)
		id = strconv.AppendInt(append(id, '-'), int64(e.End), 10)
		node = quad.IRI(id)
		if doc.evidence == nil {
			doc.evidence = map[[2]int]quad.Value{}
		}
		doc.evidence[[2]int{e.Start, e.End}] = node
		q.add(node, relStart, quad.Int(e.Start))
		q.add(node, relEnd, quad.Int(e.End))
	}
	q.add(fact, relEvidence, node)
	q.text(node, relText, e.Text)
	if e.Rule != "" {
		rule := q.word(e.Rule)
		q.add(fact, relRule, rule)
		q.add(node, relRule, rule)
	}
}

// batchSize is how many quads are handed over at a time.
const batchSize = 4096

// sendAll sends quads in batches, of which it takes used ones again, until stop is
// closed.
func sendAll(quads iter.Seq2[quad.Quad, error], batches chan<- []quad.Quad, used <-chan []quad.Quad, stop <-chan struct{}) error {
	batch := make([]quad.Quad, 0, batchSize)
	for q, err := range quads {
		if err != nil {
			return err
		}
		if batch = append(batch, q); len(batch) < batchSize {
			continue
		}
		select {
		case batches <- batch:
		case <-stop:
			return nil
		}
		select {
		case batch = <-used:
		default:
			batch = make([]quad.Quad, 0, batchSize)
		}
	}
	select {
	case batches <- batch:
	case <-stop:
	}
	return nil
}

// ahead makes quads in a goroutine of its own, while others are taken.
func ahead(quads iter.Seq2[quad.Quad, error]) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		batches, used := make(chan []quad.Quad, 4), make(chan []quad.Quad, 6)
		stop := make(chan struct{})
		defer close(stop)
		var failed error // read after batches is closed
		go func() {
			defer close(batches)
			broken := fault.Contain(func() { failed = sendAll(quads, batches, used, stop) })
			failed = cmp.Or(broken, failed)
		}()
		for batch := range batches {
			for _, q := range batch {
				if !yield(q, nil) {
					return
				}
			}
			select {
			case used <- batch[:0]:
			default:
			}
		}
		if failed != nil {
			yield(quad.Quad{}, failed)
		}
	}
}
