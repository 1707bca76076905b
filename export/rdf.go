package export

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

func checkBase(base string) error {
	if base == "" {
		return nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme == "" || strings.ContainsAny(base, "<>\"{}|^`\\ ") ||
		!strings.ContainsAny(base[len(base)-1:], "/#:") {
		return fmt.Errorf("base is %q: want an absolute IRI that ends in / or # or a colon", base)
	}
	return nil
}

// allQuads gives the quads of a graph, dates with their types, subjects together.
func allQuads(s *graph.Store, base string) ([]quad.Quad, error) {
	if err := checkBase(base); err != nil {
		return nil, err
	}
	n, err := s.CountQuads()
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, 0, n)
	for q, err := range s.Quads() {
		if err != nil {
			return nil, err
		}
		if text, ok := q.Object.(quad.String); ok {
			if t := graph.DateType(q.Predicate, string(text)); t != "" {
				q.Object = quad.TypedString{Value: text, Type: t}
			}
		}
		quads = append(quads, q)
	}
	return quads, nil
}

// A termWriter writes terms as N-Quads has them, and as Turtle where short says
// how IRIs are written.
type termWriter struct {
	base  string
	known map[quad.IRI][]byte // IRIs as they are written
	short func(b []byte, iri quad.IRI) []byte
}

func newTermWriter(base string) *termWriter {
	return &termWriter{base: base, known: map[quad.IRI][]byte{}}
}

func (t *termWriter) term(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return t.iri(b, v), nil
	case quad.BNode:
		return append(append(b, "_:"...), v...), nil
	case quad.String:
		return literal(b, string(v)), nil
	case quad.LangString:
		b = literal(b, string(v.Value))
		return append(append(b, '@'), v.Lang...), nil
	case quad.TypedString:
		b = literal(b, string(v.Value))
		return t.iri(append(b, "^^"...), v.Type), nil
	case quad.Int:
		b = literal(b, strconv.FormatInt(int64(v), 10))
		return t.iri(append(b, "^^"...), "xsd:integer"), nil
	}
	return b, fmt.Errorf("writing RDF: a term of kind %T", v)
}

// iri writes an IRI.
func (t *termWriter) iri(b []byte, iri quad.IRI) []byte {
	text, ok := t.known[iri]
	if !ok {
		if t.short != nil {
			text = t.short(nil, iri)
		}
		if text == nil {
			text = append(append([]byte{'<'}, fullIRI(iri, t.base)...), '>')
		}
		t.known[iri] = text
	}
	return append(b, text...)
}

// fullIRI gives an IRI in full. What an IRI must not hold was encoded when it came
// into the store; a program that writes quads past it is guarded against here.
func fullIRI(iri quad.IRI, base string) []byte {
	var b []byte
	for _, r := range graph.Expand(iri, base) {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) { // as the grammar of N-Quads has it
			b = fmt.Appendf(b, "%%%02X", r)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// literal writes a string with the escapes of canonical N-Quads.
func literal(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c != 0x7f && c < 0x80 {
			continue
		}
		if c >= 0x80 {
			if r, n := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || n > 1 {
				i += n - 1
				continue
			}
		}
		b = append(append(b, s[start:i]...), escaped(c)...)
		start = i + 1
	}
	return append(append(b, s[start:]...), '"')
}

// escaped gives the escape of a byte that a literal must not hold.
func escaped(c byte) string {
	if i := strings.IndexByte("\b\t\n\f\r\"\\", c); i >= 0 {
		return "\\" + "btnfr\"\\"[i:i+1]
	}
	if c >= 0x80 {
		return "\uFFFD"
	}
	return fmt.Sprintf("\\u%04X", c)
}

// prefixes gives the prefixes of the graph's IRIs with what they stand for, sorted.
func prefixes(quads []quad.Quad, base string) [][2]string {
	found := map[string]bool{}
	note := func(v quad.Value) {
		if t, ok := v.(quad.TypedString); ok {
			v = t.Type
		}
		if _, ok := v.(quad.Int); ok {
			v = quad.IRI("xsd:integer")
		}
		if iri, ok := v.(quad.IRI); ok {
			prefix, _, _ := strings.Cut(string(iri), ":")
			found[prefix] = true
		}
	}
	for _, q := range quads {
		for _, d := range quad.Directions {
			note(q.Get(d))
		}
	}
	var list [][2]string
	for prefix := range found {
		if full := graph.Expand(quad.IRI(prefix+":"), base); full != prefix+":" {
			list = append(list, [2]string{prefix, full})
		}
	}
	slices.SortFunc(list, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return list
}

// byLabel puts quads graph by graph, those without a label first.
func byLabel(quads []quad.Quad) []quad.Quad {
	index := map[quad.Value]int{}
	var graphs [][]quad.Quad
	for _, q := range quads {
		i, ok := index[q.Label]
		if !ok {
			i = len(graphs)
			index[q.Label] = i
			graphs = append(graphs, nil)
		}
		graphs[i] = append(graphs[i], q)
	}
	slices.SortFunc(graphs, func(a, b []quad.Quad) int { return strings.Compare(labelOf(a[0]), labelOf(b[0])) })
	return slices.Concat(graphs...)
}

// labelOf gives the name of the graph that a quad is in.
func labelOf(q quad.Quad) string {
	switch l := q.Label.(type) {
	case quad.IRI:
		return "<" + string(l)
	case quad.BNode:
		return "_:" + string(l)
	}
	return ""
}

// A run is the quads of one subject, or of one graph and subject.
type run struct {
	key        []byte // the graph and the subject as they are written
	start, end int    // of quads
}

// runs parts quads at each new subject, and where byGraph at each new label, and puts
// the parts in the order of their keys. Quads of one part must stand together.
func runs(t *termWriter, quads []quad.Quad, byGraph bool) ([]run, error) {
	var list []run
	for i, q := range quads {
		if i > 0 && q.Subject == quads[i-1].Subject && (!byGraph || q.Label == quads[i-1].Label) {
			list[len(list)-1].end = i + 1
			continue
		}
		var key []byte
		var err error
		if byGraph && q.Label != nil {
			if key, err = t.term(key, q.Label); err != nil {
				return nil, err
			}
		}
		if byGraph {
			key = append(key, ' ')
		}
		if key, err = t.term(key, q.Subject); err != nil {
			return nil, err
		}
		list = append(list, run{append(key, ' '), i, i + 1})
	}
	slices.SortFunc(list, func(a, b run) int { return slices.Compare(a.key, b.key) })
	return list, nil
}
