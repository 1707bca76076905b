package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// JSONLD writes RDF as JSON-LD 1.1: what NQuads writes, each document's graph with
// the nodes that it speaks of. The context in the file gives the prefixes.
func JSONLD(w io.Writer, s *graph.Store, opts Options) error {
	quads, err := allQuads(s, opts.Base)
	if err != nil {
		return err
	}
	known := prefixes(quads, opts.Base)
	l := ldWriter{jsonWriter{bufio.NewWriterSize(w, 1<<16)}, opts.Base, known, map[quad.IRI]string{}}
	l.WriteString("{\"@context\": {")
	for i, p := range known {
		l.next(i)
		l.WriteString("  ")
		l.text(p[0])
		l.WriteString(": ")
		l.text(p[1])
	}
	l.WriteString("\n},\n\"@graph\": [")
	quads = byLabel(quads)
	list, err := runs(newTermWriter(opts.Base), quads, true)
	if err != nil {
		return err
	}
	label := ""
	first := true // of the list that is open
	for _, r := range list {
		part := quads[r.start:r.end]
		if of := labelOf(part[0]); of != label {
			if label != "" {
				l.WriteString("\n]}")
			}
			l.next(bit(!first || label != ""))
			l.WriteString(`{"@id": `)
			l.id(part[0].Label)
			l.WriteString(`, "@graph": [`)
			label, first = of, true
		}
		l.next(bit(!first))
		first = false
		if err := l.node(part); err != nil {
			return err
		}
	}
	if label != "" {
		l.WriteString("\n]}")
	}
	l.WriteString("\n]}\n")
	return l.Flush()
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

type ldWriter struct {
	jsonWriter
	base  string
	known [][2]string
	ids   map[quad.IRI]string // as they are written
}

// node writes what is said of one subject; quads are in the order of predicates.
func (l ldWriter) node(quads []quad.Quad) error {
	l.WriteString(`{"@id": `)
	l.id(quads[0].Subject)
	for i := 0; i < len(quads); {
		end := i + 1
		for end < len(quads) && quads[end].Predicate == quads[i].Predicate {
			end++
		}
		l.WriteString(", ")
		types := quads[i].Predicate == quad.IRI("rdf:type")
		for _, q := range quads[i:end] {
			_, isIRI := q.Object.(quad.IRI)
			types = types && isIRI
		}
		if types {
			l.WriteString(`"@type"`)
		} else {
			l.id(quads[i].Predicate)
		}
		l.WriteString(": ")
		if end > i+1 {
			l.WriteByte('[')
		}
		for j, q := range quads[i:end] {
			if j > 0 {
				l.WriteString(", ")
			}
			if types {
				l.id(q.Object)
			} else if err := l.value(q.Object); err != nil {
				return err
			}
		}
		if end > i+1 {
			l.WriteByte(']')
		}
		i = end
	}
	l.WriteByte('}')
	return nil
}

// id writes a node's name: with a prefix where that gives the IRI back.
func (l ldWriter) id(v quad.Value) {
	iri, ok := v.(quad.IRI)
	if !ok {
		l.text(fmt.Sprint(v))
		return
	}
	id, ok := l.ids[iri]
	if !ok {
		id = l.short(iri)
		l.ids[iri] = id
	}
	l.text(id)
}

// short gives an IRI with its prefix, or in full.
func (l ldWriter) short(iri quad.IRI) string {
	prefix, local, _ := strings.Cut(string(iri), ":")
	full := string(fullIRI(iri, l.base))
	for _, p := range l.known {
		if p[0] == prefix && !strings.HasPrefix(local, "//") && p[1]+local == full {
			return string(iri)
		}
	}
	return full
}

func (l ldWriter) value(v quad.Value) error {
	switch v := v.(type) {
	case quad.IRI, quad.BNode:
		l.WriteString(`{"@id": `)
		l.id(v)
		l.WriteByte('}')
	case quad.String:
		l.text(string(v))
	case quad.LangString:
		l.WriteString(`{"@value": `)
		l.text(string(v.Value))
		l.WriteString(`, "@language": `)
		l.text(v.Lang)
		l.WriteByte('}')
	case quad.TypedString:
		l.typed(string(v.Value), v.Type)
	case quad.Int:
		l.typed(strconv.FormatInt(int64(v), 10), "xsd:integer")
	default:
		return fmt.Errorf("writing JSON-LD: a term of kind %T", v)
	}
	return nil
}

func (l ldWriter) typed(text string, t quad.IRI) {
	l.WriteString(`{"@value": `)
	l.text(text)
	l.WriteString(`, "@type": `)
	l.id(t)
	l.WriteByte('}')
}
