package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/relata-graph/relata/graph"
)

// NQuads writes W3C N-Quads in canonical form: sorted lines, full IRIs, only the
// escapes that are needed. Dates are typed by their form as xsd:date,
// xsd:gYearMonth or xsd:gYear, offsets are xsd:integer. graph.Load reads it back.
func NQuads(w io.Writer, s *graph.Store, opts Options) error {
	if err := checkBase(opts.Base); err != nil {
		return err
	}
	e := nquadWriter{base: opts.Base}
	var buf []byte
	var lines []string
	for q, err := range s.Quads() {
		if err != nil {
			return err
		}
		if buf, err = e.line(buf[:0], q); err != nil {
			return fmt.Errorf("writing N-Quads: %w", err)
		}
		lines = append(lines, string(buf))
	}
	slices.Sort(lines)
	bw := bufio.NewWriterSize(w, 1<<16)
	for i, line := range lines {
		if i == 0 || line != lines[i-1] {
			bw.WriteString(line)
		}
	}
	return bw.Flush()
}

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

type nquadWriter struct{ base string }

func (e nquadWriter) line(b []byte, q quad.Quad) ([]byte, error) {
	var err error
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil && d == quad.Label {
			continue
		}
		if text, ok := v.(quad.String); ok && d == quad.Object {
			if t := graph.DateType(q.Predicate, string(text)); t != "" {
				v = quad.TypedString{Value: text, Type: t}
			}
		}
		if b, err = e.term(b, v); err != nil {
			return b, err
		}
		b = append(b, ' ')
	}
	return append(b, ".\n"...), nil
}

func (e nquadWriter) term(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return e.iri(b, v), nil
	case quad.BNode:
		return append(append(b, "_:"...), v...), nil
	case quad.String:
		return literal(b, string(v)), nil
	case quad.LangString:
		b = literal(b, string(v.Value))
		return append(append(b, '@'), v.Lang...), nil
	case quad.TypedString:
		b = literal(b, string(v.Value))
		return e.iri(append(b, "^^"...), v.Type), nil
	case quad.Int:
		b = literal(b, strconv.FormatInt(int64(v), 10))
		return e.iri(append(b, "^^"...), "xsd:integer"), nil
	}
	return b, fmt.Errorf("a term of kind %T", v)
}

// iri writes an IRI. What an IRI must not hold was encoded when it came into the
// store; a program that writes quads past it is guarded against here.
func (e nquadWriter) iri(b []byte, iri quad.IRI) []byte {
	b = append(b, '<')
	for _, r := range graph.Expand(iri, e.base) {
		if r <= ' ' || r == 0x7f || strings.ContainsRune("<>\"{}|^`\\", r) {
			b = fmt.Appendf(b, "%%%02X", r)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return append(b, '>')
}

// literal writes a string with the escapes of canonical N-Quads.
func literal(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch r {
		case '\b':
			b = append(b, `\b`...)
		case '\t':
			b = append(b, `\t`...)
		case '\n':
			b = append(b, `\n`...)
		case '\f':
			b = append(b, `\f`...)
		case '\r':
			b = append(b, `\r`...)
		case '"':
			b = append(b, `\"`...)
		case '\\':
			b = append(b, `\\`...)
		default:
			if r < ' ' || r == 0x7f {
				b = fmt.Appendf(b, `\u%04X`, r)
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
	}
	return append(b, '"')
}
